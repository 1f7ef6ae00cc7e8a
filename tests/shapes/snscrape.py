"""snscrape: JSON lines, the newest names in one file and those of 2021 in another."""

import json
from html import escape

from neutral import by_id

CANNOT_TELL = set()

MODULE = "snscrape.modules.twitter."
ONLY_NEW = ("_snscrape", "rawContent", "links")


def files(tweets):
    known = by_id(tweets)
    new = [record(said, known) for said in tweets[::2]]
    old = [aged(record(said, known)) for said in tweets[1::2]]
    gone = {"_type": f"{MODULE}TweetRef", "id": int(lost(tweets)), "synthetic": True}
    return {
        "2023/thread.jsonl": lines([*new, gone]),
        "2021/search.jsonl": lines(old),
    }


def lines(records):
    texts = (json.dumps(each, ensure_ascii=False) for each in records)
    return "".join(f"{text}\n" for text in texts).encode()


def lost(tweets):
    (id_,) = {said.reply_to for said in tweets} - {None} - {*by_id(tweets)}
    return id_


def aged(made):
    """Return a record as version 0.3 wrote it."""
    return {
        key: aged(value)
        if key in ("retweetedTweet", "quotedTweet") and value
        else value
        for key, value in made.items()
        if key not in ONLY_NEW
    }


def user(said):
    return {
        "_type": f"{MODULE}User",
        "username": said.handle,
        "id": int(said.account_id),
        "displayname": said.name,
        "rawDescription": "",
        "created": "2014-01-01T00:00:00+00:00",
        "protected": None,
        "link": None,
        "url": f"https://twitter.com/{said.handle}",
    }


def record(said, known):
    text = escape(said.text, quote=False)
    rendered = text
    for short, long in said.urls:
        rendered = rendered.replace(short, long.partition("//")[2])
    who = {"_type": f"{MODULE}User", "username": said.reply_handle, "id": 1}
    quoted, repeated = known.get(said.quotes), known.get(said.repeats)
    return {
        "_type": f"{MODULE}Tweet",
        "url": f"https://twitter.com/{said.handle}/status/{said.id}",
        "date": f"{said.sent:%Y-%m-%dT%H:%M:%S}+00:00",
        "rawContent": text,
        "renderedContent": rendered,
        "id": int(said.id),
        "user": user(said),
        "replyCount": 1,
        "conversationId": int(said.conversation),
        "lang": "und",
        "source": None,
        "links": [
            {
                "_type": f"{MODULE}TextLink",
                "text": long.partition("//")[2],
                "url": long,
                "tcourl": short,
                "indices": [text.index(short), text.index(short) + len(short)],
            }
            for short, long in said.urls
        ]
        or None,
        "media": None,
        "retweetedTweet": record(repeated, known) if repeated else None,
        "quotedTweet": record(quoted, known) if quoted else None,
        "inReplyToTweetId": int(said.reply_to) if said.reply_to else None,
        "inReplyToUser": who if said.reply_to else None,
        "mentionedUsers": None,
        "editState": None,
        "synthetic": True,
        "content": text,
        "outlinks": [long for _, long in said.urls],
        "outlinksss": " ".join(long for _, long in said.urls),
        "tcooutlinks": [short for short, _ in said.urls],
        "tcooutlinksss": " ".join(short for short, _ in said.urls),
        "username": said.handle,
        "_snscrape": "0.7.0.20230622",
    }
