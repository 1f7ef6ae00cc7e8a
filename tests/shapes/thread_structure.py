"""The sample as a folder of PHEME: a source tweet, its reactions, their structure."""

import json

from make_samples import spat

CANNOT_TELL: set[str] = set()
READS = {"api-v1.1"}


def files(tweets):
    statuses = {status["id_str"]: status for status in spat()}
    parents = {
        id_: status["in_reply_to_status_id_str"] for id_, status in statuses.items()
    }
    made = {}
    for id_, status in statuses.items():
        source = id_
        while parents.get(source) in statuses:
            source = parents[source]
        folder = "source-tweets" if source == id_ else "reactions"
        made[f"{source}/{folder}/{id_}.json"] = _json(status)
        if source == id_:
            made[f"{id_}/structure.json"] = _json({id_: _below(id_, parents)})
    return made


def _below(id_, parents):
    return {
        child: _below(child, parents)
        for child, parent in parents.items()
        if parent == id_
    } or []


def _json(value):
    return f"{json.dumps(value, ensure_ascii=False)}\n".encode()
