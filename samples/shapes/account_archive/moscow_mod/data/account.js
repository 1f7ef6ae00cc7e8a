window.YTD.account.part0 = [
  {
    "account": {
      "email": "somebody@example.org",
      "createdVia": "web",
      "username": "moscow_mod",
      "accountId": "90000000001",
      "createdAt": "2014-01-01T00:00:00.000Z",
      "accountDisplayName": "Министерство (вымышленное)"
    }
  }
]