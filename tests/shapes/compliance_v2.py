"""What a compliance job says of the sample's tweets: one of them was deleted."""

import json

CANNOT_TELL = None  # it holds no tweets, and so no spat


def files(tweets):
    lost = {each.reply_to for each in tweets} - {None, *(each.id for each in tweets)}
    lines = [
        {
            "id": id_,
            "action": "delete",
            "created_at": "2016-03-13T07:50:00.000Z",
            "redacted_at": "2016-03-13T07:52:00.000Z",
            "reason": "deleted",
        }
        for id_ in sorted(lost)
    ]
    return {
        "compliance.jsonl": "".join(f"{json.dumps(each)}\n" for each in lines).encode()
    }
