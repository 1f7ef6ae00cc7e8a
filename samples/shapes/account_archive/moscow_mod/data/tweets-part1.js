window.YTD.tweets.part1 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708898427634712575"
          ],
          "editableUntil": "2016-03-13T06:12:10.000Z",
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
      "id_str": "708898427634712575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708898427634712575",
      "created_at": "Sun Mar 13 06:12:10 +0000 2016",
      "favorited": false,
      "full_text": "@coalition_pao Your radar saw geese. 🦢🦢",
      "lang": "und",
      "synthetic": true,
      "in_reply_to_status_id_str": "708896749913112575",
      "in_reply_to_status_id": "708896749913112575",
      "in_reply_to_screen_name": "coalition_pao",
      "in_reply_to_user_id": "90000000009",
      "in_reply_to_user_id_str": "90000000009"
    }
  }
]