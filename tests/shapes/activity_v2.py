"""The sample as events of the X Activity API, one a line.

The shape's traps: the account that is answered comes without its handle, what is
answered is told by a member of its own, and events of other kinds stand between.
"""

import json

from neutral import by_id

from shapes.api_v2 import account, tweet

CANNOT_TELL: set[str] = set()


def files(tweets):
    """Return the sample as one stream of events."""
    all_of_them = by_id(tweets)
    events = [_event(said, all_of_them) for said in tweets]
    lines = [json.dumps(each, ensure_ascii=False) for each in [*events, _followed()]]
    return {"activity.jsonl": "".join(f"{line}\n" for line in lines).encode()}


def _event(said, all_of_them):
    payload = tweet(said, all_of_them)
    if said.reply_to:
        payload["in_reply_to_tweet_id"] = said.reply_to
        references = payload.pop("referenced_tweets")
        rest = [each for each in references if each["type"] != "replied_to"]
        payload |= {"referenced_tweets": rest} if rest else {}
    named = [said.reply_to, said.quotes, said.repeats]
    whole = [all_of_them[id_] for id_ in named if id_ in all_of_them]
    return _envelope(
        _kind(said),
        said.id,
        payload,
        {
            "users": [account(said)],
            "tweets": [tweet(each, all_of_them) for each in whole],
        },
    )


def _kind(said):
    if said.repeats:
        return "post.repost.create"
    if said.quotes:
        return "post.quote.create"
    return "post.reply.create" if said.reply_to else "post.create"


def _followed():
    payload = {"source": {"id": "90000000004"}, "target": {"id": "90000000001"}}
    return _envelope("follow.follow", "1", payload, {})


def _envelope(kind, uuid, payload, includes):
    return {
        "data": {
            "event_uuid": uuid,
            "filter": {"user_id": "90000000001"},
            "event_type": kind,
            "tag": "posts",
            "payload": payload,
            "includes": includes,
        }
    }
