"""`index.jsonl`: one line a conversation, all of them, the likeliest spat first."""

import json
from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring_ascii as _quoted
from typing import BinaryIO

from tweetspat.renderers.listing import json_of
from tweetspat.summaries import Summary

__all__ = ["INDEX", "line_of", "without"]

INDEX = "index.jsonl"

_HANDLES = 4


def line_of(each: Summary, reports: Mapping[str, str]) -> str:
    """Return the line of a conversation.

    Args:
        each: what is told of it: what `list --format json` tells, and the handles of
            its busiest voices.
        reports: the paths of its reports below the folder, by their formats.
    """
    handles = ", ".join(map(_quoted, each.voices[:_HANDLES]))
    made = _json(reports) if reports else "{}"
    return f'{json_of(each)[:-1]}, "handles": [{handles}], "reports": {made}}}'


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=True)


def without(lines: BinaryIO, failed: Mapping[int, set[str]]) -> Iterator[str]:
    """Yield the lines again, without the reports that could not be made.

    Args:
        lines: as they were written.
        failed: the formats that failed, by the conversation's rank from 0.
    """
    for rank, line in enumerate(lines):
        text = line.decode().rstrip("\n")
        if rank in failed:
            told = json.loads(text)
            for form in failed[rank]:
                told["reports"].pop(form, None)
            text = _json(told)
        yield text
