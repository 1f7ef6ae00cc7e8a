window.YTD.tweet.part0 = [
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "708933114528792575"
        ],
        "editableUntil": "2016-03-13T08:30:00.000Z",
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
      "77"
    ],
    "favorite_count": "0",
    "id_str": "708933114528792575",
    "truncated": false,
    "retweet_count": "0",
    "id": "708933114528792575",
    "created_at": "Sun Mar 13 08:30:00 +0000 2016",
    "favorited": false,
    "full_text": "RT @coalition_pao: Geese do not drop leaflets &amp; do not file flight plans.",
    "lang": "und",
    "synthetic": true
  },
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "708925816439832575"
        ],
        "editableUntil": "2016-03-13T08:01:00.000Z",
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
      "39"
    ],
    "favorite_count": "0",
    "id_str": "708925816439832575",
    "truncated": false,
    "retweet_count": "0",
    "id": "708925816439832575",
    "created_at": "Sun Mar 13 08:01:00 +0000 2016",
    "favorited": false,
    "full_text": "@moscow_mod I saw it too, bring it back",
    "lang": "und",
    "synthetic": true,
    "in_reply_to_status_id_str": "708923048199192575",
    "in_reply_to_status_id": "708923048199192575",
    "in_reply_to_screen_name": "moscow_mod",
    "in_reply_to_user_id": "90000000009",
    "in_reply_to_user_id_str": "90000000009"
  }
]