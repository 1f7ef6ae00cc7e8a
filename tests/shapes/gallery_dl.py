"""gallery-dl: one timeline as a dump of messages, others as an object a tweet.

Its traps: 0 for no id, `author` of a retweet is the author of the original,
`user` is whose timeline was read, `quote_id` points the wrong way round, and
links are written out in the text.
"""

import json

from neutral import by_id

CANNOT_TELL = {"text", "urls"}

DUMPED = "coalition_pao"


def files(tweets):
    known = by_id(tweets)
    dump = []
    made = {}
    for said in tweets:
        noted = record(said, known)
        if said.handle == DUMPED:
            dump.append([2, noted])
        else:
            made[f"twitter/{said.handle}/{said.id}.json"] = noted
    made[f"{DUMPED}.json"] = dump
    return {
        name: f"{json.dumps(value, ensure_ascii=False, indent=4)}\n".encode()
        for name, value in made.items()
    }


def user(said):
    return {
        "id": int(said.account_id),
        "name": said.handle,
        "nick": said.name,
        "date": "2014-01-01 00:00:00",
        "location": "",
        "verified": False,
        "protected": False,
        "description": "",
    }


def record(said, known):
    original = known.get(said.repeats, said)
    quoting = next((each for each in known.values() if each.quotes == said.id), None)
    text = original.text
    for short, long in said.urls:
        text = text.replace(short, long)
    made = {
        "tweet_id": int(said.id),
        "retweet_id": int(said.repeats or 0),
        "quote_id": int(quoting.id) if quoting else 0,
        "quoted_id": int(said.quotes or 0),
        "reply_id": int(said.reply_to or 0),
        "conversation_id": int(said.conversation),
        "source_id": 0,
        "date": f"{said.sent:%Y-%m-%d %H:%M:%S}",
        "author": user(original),
        "user": user(said),
        "lang": "und",
        "source": "Twitter Web App",
        "sensitive": None,
        "content": f"RT @{original.handle}: {text}" if said.repeats else text,
        "count": 0,
        "category": "twitter",
        "subcategory": "tweets",
        "synthetic": True,
    }
    if said.reply_handle:
        made["reply_to"] = said.reply_handle
    if quoting:
        made["quote_by"] = quoting.handle
    return made
