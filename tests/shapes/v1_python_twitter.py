"""The sample as python-twitter dumps it: no `entities`, links at the top level.

Its traps: parents as numbers only, keys left out where nothing is in them.
"""

import json

from make_samples import spat

CANNOT_TELL: set[str] = set()
READS = {"api-v1.1"}


def files(tweets):
    return {
        f"{status['id_str']}.json": f"{json.dumps(_as_dict(status))}\n".encode()
        for status in spat()
    }


def _as_dict(status):
    made = {key: value for key, value in status.items() if value not in (None, [])}
    for key in ("in_reply_to_status_id_str", "entities", "display_text_range"):
        made.pop(key, None)
    made["urls"] = status["entities"]["urls"]
    made["hashtags"] = []
    made["user_mentions"] = []
    for key in ("quoted_status", "retweeted_status"):
        if key in made:
            made[key] = _as_dict(made[key])
    return made
