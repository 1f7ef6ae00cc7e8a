"""The web client's answers: a thread and a timeline, as a browser receives them.

The traps: users of three generations, a long text that is not escaped beside a cut
one that is, a wrapped result, a module, a pinned entry that stands twice, cursors.
"""

import json
from html import escape

from neutral import by_id

CANNOT_TELL = set()

USERS = ("2023", "2025", "2026")


def files(tweets):
    known = by_id(tweets)
    repeats = [said for said in tweets if said.repeats]
    thread = [said for said in tweets if not said.repeats]
    return {
        "TweetDetail.json": _bytes(detail(thread, known)),
        "UserTweets.json": _bytes(timeline(repeats, known)),
    }


def detail(thread, known):
    """Return a thread: three entries, then a module with the others in it."""
    alone, together = thread[:3], thread[3:]
    items = [
        {
            "entryId": f"conversationthread-{together[0].id}-tweet-{said.id}",
            "item": {
                "itemContent": item(result(said, known, generation)),
                "clientEventInfo": {"component": "tweet", "element": "tweet"},
            },
        }
        for generation, said in enumerate(together)
    ]
    module = {
        "entryId": f"conversationthread-{together[0].id}",
        "sortIndex": "7",
        "content": {
            "entryType": "TimelineTimelineModule",
            "__typename": "TimelineTimelineModule",
            "items": items,
            "displayType": "VerticalConversation",
        },
    }
    first, *others = [
        entry(said, result(said, known, generation))
        for generation, said in enumerate(alone)
    ]
    _wrap(first)
    instructions = [
        {
            "type": "TimelineAddEntries",
            "entries": [first, *others, module, cursor("bottom")],
        },
        {"type": "TimelineTerminateTimeline", "direction": "Top"},
    ]
    return {
        "data": {
            "threaded_conversation_with_injections_v2": {"instructions": instructions}
        }
    }


def timeline(repeats, known):
    """Return what an account tweeted; the pinned tweet stands twice."""
    entries = [entry(said, result(said, known, 1)) for said in repeats]
    instructions = [
        {"type": "TimelineClearCache"},
        {"type": "TimelinePinEntry", "entry": entries[0]},
        {
            "type": "TimelineAddEntries",
            "entries": [*entries, cursor("top"), cursor("bottom")],
        },
    ]
    user = {
        "__typename": "User",
        "timeline_v2": {"timeline": {"instructions": instructions}},
    }
    return {"data": {"user": {"result": user}}}


def cursor(which):
    return {
        "entryId": f"cursor-{which}-1",
        "sortIndex": "1",
        "content": {
            "entryType": "TimelineTimelineCursor",
            "__typename": "TimelineTimelineCursor",
            "value": "DAACCgACGdy",
            "cursorType": which.title(),
        },
    }


def item(result_):
    return {
        "itemType": "TimelineTweet",
        "__typename": "TimelineTweet",
        "tweet_results": {"result": result_},
        "tweetDisplayType": "Tweet",
    }


def entry(said, result_):
    return {
        "entryId": f"tweet-{said.id}",
        "sortIndex": "9",
        "content": {
            "entryType": "TimelineTimelineItem",
            "__typename": "TimelineTimelineItem",
            "itemContent": item(result_),
        },
    }


def user(said, generation):
    """Return a user as the answers of that year have it."""
    names = {"name": said.name, "screen_name": said.handle}
    counts = {"followers_count": 1, "statuses_count": 1, "verified": False}
    made = {
        "__typename": "User",
        "id": "VXNlcjo5",
        "rest_id": said.account_id,
        "is_blue_verified": False,
        "profile_image_shape": "Circle",
    }
    since = {"created_at": "Sun Mar 04 05:06:07 +0000 2012"}
    if generation == "2023":
        return made | {"legacy": since | counts | names}
    if generation == "2025":
        return made | {"core": since | names, "legacy": counts}
    return made | {"core": since | names, "tweet_counts": {"tweets": 1}}


def result(said, known, generation=0):
    quoted, repeated = known.get(said.quotes), known.get(said.repeats)
    legacy = {
        "bookmark_count": 0,
        "created_at": f"{said.sent:%a %b %d %H:%M:%S +0000 %Y}",
        "conversation_id_str": said.conversation,
        "display_text_range": [0, len(said.text)],
        "entities": {
            "hashtags": [],
            "symbols": [],
            "user_mentions": [],
            "urls": [
                {
                    "url": short,
                    "expanded_url": long,
                    "display_url": long.partition("//")[2],
                    "indices": [said.text.index(short), len(said.text)],
                }
                for short, long in said.urls
            ],
        },
        "favorite_count": 0,
        "full_text": escape(said.text, quote=False),
        "is_quote_status": quoted is not None,
        "lang": "und",
        "reply_count": 0,
        "retweet_count": 0,
        "user_id_str": said.account_id,
        "id_str": said.id,
    }
    if said.reply_to:
        legacy["in_reply_to_status_id_str"] = said.reply_to
    if said.reply_handle:
        legacy["in_reply_to_screen_name"] = said.reply_handle
    made = {
        "__typename": "Tweet",
        "rest_id": said.id,
        "synthetic": True,
        "core": {"user_results": {"result": user(said, USERS[generation % 3])}},
        "edit_control": {
            "edit_tweet_ids": [said.id],
            "editable_until_msecs": "1457851200000",
            "is_edit_eligible": False,
            "edits_remaining": "5",
        },
        "views": {"state": "Enabled"},
        "source": '<a href="https://example.org" rel="nofollow">Invented</a>',
        "legacy": legacy,
    }
    if quoted:
        legacy["quoted_status_id_str"] = quoted.id
        legacy["full_text"] = legacy["full_text"][:30] + "…"
        made["note_tweet"] = _note(said)
        made["quoted_status_result"] = {"result": result(quoted, known, generation + 1)}
    if repeated:
        text = f"RT @{repeated.handle}: {escape(repeated.text, quote=False)}"
        legacy["full_text"] = text if len(text) <= 140 else text[:139] + "…"
        whole = result(repeated, known, generation + 1)
        legacy["retweeted_status_result"] = {"result": whole}
    return made


def _note(said):
    whole = {
        "id": "Tm90ZVR3ZWV0OjE=",
        "text": said.text,
        "entity_set": {"user_mentions": [], "urls": [], "hashtags": [], "symbols": []},
    }
    return {"is_expandable": True, "note_tweet_results": {"result": whole}}


def _wrap(entry_):
    """Wrap the result of an entry, as where few may answer it."""
    results = entry_["content"]["itemContent"]["tweet_results"]
    tweet = results["result"]
    del tweet["__typename"]
    results["result"] = {
        "__typename": "TweetWithVisibilityResults",
        "tweet": tweet,
        "limitedActionResults": {"limited_actions": [{"action": "Reply"}]},
    }


def _bytes(document):
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
