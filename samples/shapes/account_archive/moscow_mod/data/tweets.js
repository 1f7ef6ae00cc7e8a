window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708945697440792575"
          ],
          "editableUntil": "2016-03-13T09:20:00.000Z",
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
        "70"
      ],
      "favorite_count": "0",
      "id_str": "708945697440792575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708945697440792575",
      "created_at": "Sun Mar 13 09:20:00 +0000 2016",
      "favorited": false,
      "full_text": "@coalition_pao Nothing was deleted. 👩‍✈️ Next briefing at 14:00 (MSK).",
      "lang": "und",
      "synthetic": true,
      "in_reply_to_status_id_str": "708925061465112575",
      "in_reply_to_status_id": "708925061465112575",
      "in_reply_to_screen_name": "coalition_pao",
      "in_reply_to_user_id": "90000000009",
      "in_reply_to_user_id_str": "90000000009"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "708890332627992575"
          ],
          "editableUntil": "2016-03-13T05:40:00.000Z",
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
        "urls": [
          {
            "url": "https://t.co/invented01",
            "expanded_url": "https://example.org/map",
            "display_url": "example.org/map",
            "indices": [
              "57",
              "80"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "80"
      ],
      "favorite_count": "0",
      "id_str": "708890332627992575",
      "truncated": false,
      "retweet_count": "0",
      "id": "708890332627992575",
      "created_at": "Sun Mar 13 05:40:00 +0000 2016",
      "favorited": false,
      "full_text": "Вчера в городе не было ни одного вылета. Смотрите карту: https://t.co/invented01",
      "lang": "und",
      "synthetic": true
    }
  }
]