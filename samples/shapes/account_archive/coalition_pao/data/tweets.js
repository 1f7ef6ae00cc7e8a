window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708896749913112575"
          ],
          "editableUntil": "2016-03-13T06:05:30.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "73"
      ],
      "favorite_count": "0",
      "id_str": "708896749913112575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708896749913112575",
      "created_at": "Sun Mar 13 06:05:30 +0000 2016",
      "favorited": false,
      "full_text": ".@moscow_mod There were two. Yesterday at 23:10 (MSK) our radar saw both.",
      "lang": "und",
      "synthetic": true
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708918015034392575"
          ],
          "editableUntil": "2016-03-13T07:30:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "58"
      ],
      "favorite_count": "0",
      "id_str": "708918015034392575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708918015034392575",
      "created_at": "Sun Mar 13 07:30:00 +0000 2016",
      "favorited": false,
      "full_text": "Geese do not drop leaflets &amp; do not file flight plans.",
      "lang": "und",
      "synthetic": true
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708925061465112575"
          ],
          "editableUntil": "2016-03-13T07:58:00.000Z",
          "editsRemaining": "5",
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "41"
      ],
      "favorite_count": "0",
      "id_str": "708925061465112575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708925061465112575",
      "created_at": "Sun Mar 13 07:58:00 +0000 2016",
      "favorited": false,
      "full_text": "@moscow_mod You deleted that one quickly.",
      "lang": "und",
      "synthetic": true,
      "in_reply_to_status_id_str": "708923048199192575",
      "in_reply_to_status_id": "708923048199192575",
      "in_reply_to_screen_name": "moscow_mod",
      "in_reply_to_user_id": "90000000009",
      "in_reply_to_user_id_str": "90000000009"
    }
  }
]