"""The sample as a lookup of API v1.1 with `map=true`; null where nothing came."""

import json

from make_samples import spat

CANNOT_TELL: set[str] = set()
READS = {"api-v1.1"}


def files(tweets):
    lost = {each.reply_to for each in tweets} - {None, *(each.id for each in tweets)}
    found = {status["id_str"]: status for status in spat()}
    asked = found | dict.fromkeys(lost)
    text = json.dumps({"id": asked}, ensure_ascii=False, indent=1)
    return {"lookup.json": f"{text}\n".encode()}
