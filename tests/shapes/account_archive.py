"""Account archives: one a voice, each of another year, with its traps.

Ids, counts and indices are texts, the author stands in a script of its own, and
other kinds of data lie beside the tweets.
"""

import json
from html import escape

CANNOT_TELL = {"quotes", "repeats"}

HOMES = {
    "moscow_mod": "moscow_mod/data/",
    "coalition_pao": "coalition_pao/data/",
    "halab_witness": "halab_witness/",
    "puzzled_reader": "puzzled_reader/",
}
CUT_AT = 140


def files(tweets):
    texts = {}
    for handle, home in HOMES.items():
        own = [said for said in tweets if said.handle == handle]
        made = {"moscow_mod": parts, "coalition_pao": with_manifest}.get(handle, early)
        texts |= {home + name: text for name, text in made(own).items()}
    return {name: text.encode() for name, text in texts.items()}


def parts(own):
    """Return an archive of 2023: in parts, other kinds of data beside them."""
    wrapped = [{"tweet": status(said)} for said in own]
    return {
        "account.js": script("account", [account(own[0])]),
        "tweets.js": script("tweets", wrapped[:2]),
        "tweets-part1.js": script("tweets", wrapped[2:], part=1),
        "deleted-tweets.js": script("deleted_tweets", []),
        "like.js": script("like", [{"like": {"tweetId": "1", "fullText": "liked"}}]),
    }


def with_manifest(own):
    """Return an archive that lost its account.js."""
    info = {
        "userInfo": {
            "accountId": own[0].account_id,
            "userName": own[0].handle,
            "displayName": own[0].name,
        },
        "archiveInfo": {
            "sizeBytes": "51200",
            "generationDate": "2023-01-02T03:04:05.000Z",
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "dataTypes": {
            "tweets": {
                "mediaDirectory": "data/tweets_media",
                "files": [
                    {
                        "fileName": "data/tweets.js",
                        "globalName": "YTD.tweets.part0",
                        "count": str(len(own)),
                    }
                ],
            }
        },
    }
    return {
        "manifest.js": f"window.__THAR_CONFIG = {dumped(info)}",
        "tweets.js": script("tweets", [{"tweet": status(said)} for said in own]),
    }


def early(own):
    """Return an archive of 2018: no folder below, no wrapper around tweets."""
    bare = [status(said) for said in own]
    return {
        "account.js": script("account", [account(own[0])]),
        "tweet.js": script("tweet", bare),
    }


def script(kind, members, part=0):
    return f"window.YTD.{kind}.part{part} = {dumped(members)}"


def dumped(value):
    return json.dumps(value, ensure_ascii=False, indent=2)


def account(said):
    return {
        "account": {
            "email": "somebody@example.org",
            "createdVia": "web",
            "username": said.handle,
            "accountId": said.account_id,
            "createdAt": "2014-01-01T00:00:00.000Z",
            "accountDisplayName": said.name,
        }
    }


def status(said):
    text = escape(said.text, quote=False)
    if said.repeats and len(text) > CUT_AT:
        text = f"{text[: CUT_AT - 1]}…"
    made = {
        "edit_info": {
            "initial": {
                "editTweetIds": [said.id],
                "editableUntil": f"{said.sent:%Y-%m-%dT%H:%M:%S}.000Z",
                "editsRemaining": "5",
                "isEditEligible": False,
            }
        },
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Web App</a>',
        "entities": {
            "hashtags": [],
            "symbols": [],
            "user_mentions": [],
            "urls": [
                {
                    "url": short,
                    "expanded_url": long,
                    "display_url": long.partition("//")[2],
                    "indices": [
                        str(text.index(short)),
                        str(text.index(short) + len(short)),
                    ],
                }
                for short, long in said.urls
            ],
        },
        "display_text_range": ["0", str(len(text))],
        "favorite_count": "0",
        "id_str": said.id,
        "truncated": False,
        "retweet_count": "0",
        "id": said.id,
        "created_at": f"{said.sent:%a %b %d %H:%M:%S +0000 %Y}",
        "favorited": False,
        "full_text": text,
        "lang": "und",
        "synthetic": True,
    }
    if said.reply_to:
        made["in_reply_to_status_id_str"] = said.reply_to
        made["in_reply_to_status_id"] = said.reply_to
        made["in_reply_to_screen_name"] = said.reply_handle
        made["in_reply_to_user_id"] = made["in_reply_to_user_id_str"] = "90000000009"
    return made
