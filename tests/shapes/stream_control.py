"""The sample as a stream of API v1.1 left it: compat mode between control lines.

Its traps: CRLF, blank keep-alive lines, a text that is whole only in
`extended_tweet`, and lines that are no tweets; none of them is about this spat.
"""

import json

from make_samples import spat

CANNOT_TELL: set[str] = set()
READS = {"api-v1.1", "stream-control"}

_ELSEWHERE = {"id": 1, "id_str": "1", "user_id": 2, "user_id_str": "2"}
_CONTROL = (
    {"limit": {"track": 0, "timestamp_ms": "1457848800000"}},
    {"delete": {"status": _ELSEWHERE, "timestamp_ms": "1457848801000"}},
    {"status_withheld": {"id": 1, "user_id": 2, "withheld_in_countries": ["XX"]}},
    {"scrub_geo": {"user_id": 2, "user_id_str": "2", "up_to_status_id_str": "1"}},
    {"warning": {"code": "FALLING_BEHIND", "message": "invented", "percent_full": 60}},
    {"disconnect": {"code": 7, "stream_name": "invented", "reason": "admin logout"}},
)


def files(tweets):
    statuses = spat()
    lines = [_line(_compat(status)) for status in statuses]
    for number, message in enumerate(_CONTROL):
        lines.insert(2 * number, _line(message))
    return {"stream.jsonl": "\r\n\r\n".join([*lines, ""]).encode()}


def _line(value):
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _compat(status):
    made = {key: value for key, value in status.items() if key != "full_text"}
    text = status["full_text"]
    if len(text) > _CUT:
        long = {
            "full_text": text,
            "display_text_range": made.pop("display_text_range"),
            "entities": status["entities"],
        }
        made |= {"text": f"{text[:_CUT]}…", "truncated": True, "extended_tweet": long}
    else:
        made["text"] = text
    for key in ("quoted_status", "retweeted_status"):
        if key in made:
            made[key] = _compat(made[key])
    return made | {"timestamp_ms": "1457848800000", "filter_level": "low"}


_CUT = 60
"""Shorter than the 140 of the platform, so that a text of the sample is cut."""
