"""The sample as PowerTrack delivered it: Activity Streams, one activity a line.

Its traps: ids are the ends of tags, a retweet holds the whole original as its
`object` where other tweets hold a note, a long text is cut in `body` and whole in
`long_object`, and the replay ends with a message of its own.
"""

import json
from html import escape

from neutral import by_id

CANNOT_TELL: set[str] = set()

_LONG = 60


def files(tweets):
    known = by_id(tweets)
    lines = [activity(said, known) for said in tweets]
    lines.append(
        {
            "info": {
                "message": "Replay Request Completed",
                "sent": "2016-03-14T08:00:00+00:00",
                "activity_count": len(tweets),
            }
        }
    )
    text = "\r\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return {"powertrack.json": f"{text}\r\n".encode()}


def activity(said, known):
    """Return one activity with the members of a real one."""
    link = f"http://twitter.com/{said.handle}/statuses/{said.id}"
    posted = f"{said.sent:%Y-%m-%dT%H:%M:%S}.000Z"
    text = escape(said.text, quote=False)
    entities = {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
            {"url": short, "expanded_url": expanded, "indices": [0, len(short)]}
            for short, expanded in said.urls
        ],
    }
    made = {
        "id": f"tag:search.twitter.com,2005:{said.id}",
        "synthetic": True,
        "objectType": "activity",
        "verb": "share" if said.repeats else "post",
        "postedTime": posted,
        "generator": {"displayName": "Web Client", "link": "http://twitter.com"},
        "provider": {
            "objectType": "service",
            "displayName": "Twitter",
            "link": "http://www.twitter.com",
        },
        "link": link,
        "actor": {
            "objectType": "person",
            "id": f"id:twitter.com:{said.account_id}",
            "link": f"http://www.twitter.com/{said.handle}",
            "displayName": said.name,
            "preferredUsername": said.handle,
            "postedTime": "2012-03-04T05:06:07.000Z",
            "summary": None,
            "links": [{"href": None, "rel": "me"}],
            "twitterTimeZone": None,
            "utcOffset": None,
            "languages": ["en"],
        },
        "body": text,
        "object": {
            "objectType": "note",
            "id": f"object:search.twitter.com,2005:{said.id}",
            "summary": text,
            "link": link,
            "postedTime": posted,
        },
        "favoritesCount": 0,
        "retweetCount": 0,
        "twitter_entities": entities,
        "twitter_lang": "und",
        "twitter_filter_level": "low",
    }
    if said.urls and len(said.text) > _LONG:
        made["body"] = f"{text[:_LONG]}… https://t.co/invented00"
        made["twitter_entities"] = entities | {"urls": []}
        made["long_object"] = {"body": text, "twitter_entities": entities}
    if said.repeats:
        made["object"] = activity(known[said.repeats], known)
    if said.quotes:
        made["twitter_quoted_status"] = activity(known[said.quotes], known)
    if said.reply_to:
        answered = f"http://twitter.com/{said.reply_handle}/statuses/{said.reply_to}"
        made["inReplyTo"] = {"link": answered}
    return made
