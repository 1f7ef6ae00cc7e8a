window.YTD.account.part0 = [
  {
    "account": {
      "email": "somebody@example.org",
      "createdVia": "web",
      "username": "halab_witness",
      "accountId": "90000000003",
      "createdAt": "2014-01-01T00:00:00.000Z",
      "accountDisplayName": "شاهد من حلب"
    }
  }
]