window.YTD.tweet.part0 = [
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "708933366187032575"
        ],
        "editableUntil": "2016-03-13T08:31:00.000Z",
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
    "id_str": "708933366187032575",
    "truncated": false,
    "retweet_count": "0",
    "id": "708933366187032575",
    "created_at": "Sun Mar 13 08:31:00 +0000 2016",
    "favorited": false,
    "full_text": "RT @coalition_pao: Geese do not drop leaflets &amp; do not file flight plans.",
    "lang": "und",
    "synthetic": true
  },
  {
    "edit_info": {
      "initial": {
        "editTweetIds": [
          "708920783275032575"
        ],
        "editableUntil": "2016-03-13T07:41:00.000Z",
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
      "67"
    ],
    "favorite_count": "0",
    "id_str": "708920783275032575",
    "truncated": false,
    "retweet_count": "0",
    "id": "708920783275032575",
    "created_at": "Sun Mar 13 07:41:00 +0000 2016",
    "favorited": false,
    "full_text": "@coalition_pao @moscow_mod رأينا طائرتين فوق حلب أمس، ولم نر أي إوز",
    "lang": "und",
    "synthetic": true,
    "in_reply_to_status_id_str": "708918015034392575",
    "in_reply_to_status_id": "708918015034392575",
    "in_reply_to_screen_name": "coalition_pao",
    "in_reply_to_user_id": "90000000009",
    "in_reply_to_user_id_str": "90000000009"
  }
]