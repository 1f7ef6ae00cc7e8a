window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "90000000002",
    "userName": "coalition_pao",
    "displayName": "Col. Invented Example"
  },
  "archiveInfo": {
    "sizeBytes": "51200",
    "generationDate": "2023-01-02T03:04:05.000Z",
    "isPartialArchive": false,
    "maxPartSizeBytes": "53687091200"
  },
  "dataTypes": {
    "tweets": {
      "mediaDirectory": "data/tweets_media",
      "files": [
        {
          "fileName": "data/tweets.js",
          "globalName": "YTD.tweets.part0",
          "count": "3"
        }
      ]
    }
  }
}