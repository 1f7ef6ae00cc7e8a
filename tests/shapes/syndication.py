"""The syndication: one answer a tweet, the answered and the quoted one inside it.

It does not answer for native retweets, so there are none here.
"""

import json
from html import escape

from neutral import by_id

CANNOT_TELL = {"retweets"}


def files(tweets):
    known = by_id(tweets)
    made = [answer(said, known) for said in tweets if not said.repeats]
    return {
        f"{each['id_str']}.json": json.dumps(each, ensure_ascii=False).encode()
        for each in made
    }


def answer(said, known):
    """Return the answer for a tweet, with what stands inside it."""
    parent, quoted = known.get(said.reply_to), known.get(said.quotes)
    return (
        {"__typename": "Tweet"}
        | body(said)
        | {
            "edit_control": {
                "edit_tweet_ids": [said.id],
                "editable_until_msecs": "1457851200000",
                "is_edit_eligible": False,
                "edits_remaining": "5",
            },
            "conversation_count": 1,
            "news_action_type": "conversation",
        }
        | ({"parent": body(parent)} if parent else {})
        | ({"quoted_tweet": body(quoted)} if quoted else {})
        | {"isEdited": False, "isStaleEdit": False}
    )


def body(said):
    """Return a tweet as it stands alone or in another one."""
    made = {
        "lang": "und",
        "favorite_count": 0,
        "synthetic": True,
        "created_at": f"{said.sent:%Y-%m-%dT%H:%M:%S}.000Z",
        "display_text_range": [0, len(said.text)],
        "entities": {
            "hashtags": [],
            "urls": [
                {
                    "display_url": long.partition("//")[2],
                    "expanded_url": long,
                    "indices": [said.text.index(short), len(said.text)],
                    "url": short,
                }
                for short, long in said.urls
            ],
            "user_mentions": [],
            "symbols": [],
        },
        "id_str": said.id,
        "text": escape(said.text, quote=False),
        "user": {
            "id_str": said.account_id,
            "name": said.name,
            "profile_image_url_https": "https://example.org/normal.jpg",
            "screen_name": said.handle,
            "verified": False,
            "is_blue_verified": False,
            "profile_image_shape": "Circle",
        },
    }
    if said.reply_to:
        made["in_reply_to_screen_name"] = said.reply_handle
        made["in_reply_to_status_id_str"] = said.reply_to
        made["in_reply_to_user_id_str"] = "1"
    return made
