window.YTD.account.part0 = [
  {
    "account": {
      "email": "somebody@example.org",
      "createdVia": "web",
      "username": "puzzled_reader",
      "accountId": "90000000004",
      "createdAt": "2014-01-01T00:00:00.000Z",
      "accountDisplayName": "Puzzled Reader 🤔"
    }
  }
]