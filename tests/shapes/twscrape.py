"""twscrape: JSON lines; a retweet's text is put together by the tool."""

import json
from html import escape

from neutral import by_id

CANNOT_TELL = set()

CLAIM = "snscrape.modules.twitter."


def files(tweets):
    known = by_id(tweets)
    lines = (json.dumps(record(said, known), ensure_ascii=False) for said in tweets)
    return {"tweets.jsonl": "".join(f"{line}\n" for line in lines).encode()}


def user(said):
    return {
        "id": int(said.account_id),
        "id_str": said.account_id,
        "url": f"https://x.com/{said.handle}",
        "username": said.handle,
        "displayname": said.name,
        "rawDescription": "",
        "created": "2014-01-01 00:00:00+00:00",
        "followersCount": 1,
        "location": "",
        "protected": False,
        "verified": False,
        "blue": False,
        "blueType": None,
        "descriptionLinks": [],
        "pinnedIds": [int(said.id)],
        "_type": f"{CLAIM}User",
    }


def record(said, known):
    parent = int(said.reply_to) if said.reply_to else None
    who = {"id": 1, "id_str": "1", "username": said.reply_handle, "displayname": "?"}
    quoted, repeated = known.get(said.quotes), known.get(said.repeats)
    return {
        "id": int(said.id),
        "id_str": said.id,
        "url": f"https://x.com/{said.handle}/status/{said.id}",
        "date": f"{said.sent:%Y-%m-%d %H:%M:%S}+00:00",
        "user": user(said),
        "lang": "und",
        "rawContent": escape(said.text, quote=False),
        "replyCount": 1,
        "conversationId": int(said.conversation),
        "conversationIdStr": said.conversation,
        "hashtags": [],
        "cashtags": [],
        "mentionedUsers": [],
        "links": [
            {"url": long, "text": long.partition("//")[2], "tcourl": short}
            for short, long in said.urls
        ],
        "media": {"photos": [], "videos": [], "animated": []},
        "viewCount": None,
        "retweetedTweet": record(repeated, known) if repeated else None,
        "quotedTweet": record(quoted, known) if quoted else None,
        "inReplyToTweetId": parent,
        "inReplyToTweetIdStr": said.reply_to,
        "inReplyToUser": who | {"_type": f"{CLAIM}UserRef"} if parent else None,
        "inReplyToScreenName": said.reply_handle,
        "isQuoteStatus": quoted is not None,
        "editControl": {"edit_tweet_ids": [said.id], "edits_remaining": "5"},
        "synthetic": True,
        "_type": f"{CLAIM}Tweet",
    }
