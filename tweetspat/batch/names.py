"""What reports are called: a template's words and a conversation's, made safe.

A handle, an id or a title may be anything that its owner could type.  What comes
out is of `A-Z a-z 0-9 . _ -`, begins with neither dot nor hyphen, is no device of
Windows, is not long, and ends in a hash of the conversation's id, so that no two are
the same on any file system.
"""

import re
from collections.abc import Mapping
from string import Formatter
from typing import NamedTuple

from tweetspat.problems import UsageError
from tweetspat.stamps import rfc3339
from tweetspat.summaries import Summary
from tweetspat.visible import one_line

__all__ = ["FIELDS", "TEMPLATE", "Naming", "Template", "template"]

TEMPLATE = "{date}-{a}-vs-{b}-{id}"
"""What a report is called where nobody says otherwise."""

FIELDS: Mapping[str, str] = {
    "date": "its first day in UTC, or undated",
    "a": "the busiest voice",
    "b": "the second, or nobody",
    "id": "the conversation's id",
    "n": "its rank in six digits, the likeliest spat 000001",
    "title": "as a case file gives it, or untitled",
    "score": "the answers that its hottest two voices exchanged",
    "tweets": "how many are there",
    "format": "that of the report",
}
"""What a template may name, and what stands there."""

_LONGEST_TEMPLATE = 300
_LONGEST_FIELD = 60
_LONGEST_NAME = 140
"""Characters; with hash and ending a name stays below the 255 bytes of file systems."""

_TAG = 12
_DEVICES = frozenset("con prn aux nul".split()).union(
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
)
"""What Windows takes for a device, whatever ending follows."""

_OURS = frozenset(
    "index.html index.jsonl manifest.json spats.json spats.jsonl tweets.csv".split()
)
"""What the files are called that tell of all; no folder may be."""


class Template(NamedTuple):
    """How reports are called.

    Attributes:
        text: as it was written.
        parts: for each folder, and for the name at the end, its words and fields in
            turn; a field of "" follows words that no field follows.
    """

    text: str
    parts: tuple[tuple[tuple[str, str], ...], ...]


def template(text: str) -> Template:
    """Read a template such as `{date}/{a}-vs-{b}`.

    Raises:
        UsageError: it names a field that there is not, is no template, or is a path
            that would lead out of the folder.
    """
    shown = f"--name {text[:60]!r}"
    if not 0 < len(text) <= _LONGEST_TEMPLATE:
        message = f"--name: a template has 1 to {_LONGEST_TEMPLATE} characters"
        raise UsageError(message)
    parts = text.split("/")
    if any(not part.strip(". ") for part in parts):
        message = f"{shown}: every folder in it needs a name, and none is above --out"
        raise UsageError(message)
    return Template(text, tuple(_fields(part, shown) for part in parts))


def _fields(part: str, shown: str) -> tuple[tuple[str, str], ...]:
    try:
        found = list(Formatter().parse(part))
    except ValueError:
        message = f"{shown}: a brace is left open; write {{id}} for a field"
        raise UsageError(message) from None
    for _, field, form, conversion in found:
        if field is None:
            continue
        written = one_line(field[:40])
        if field not in FIELDS:
            message = f"{shown}: {{{written}}} is no field; there are {_known()}"
            raise UsageError(message)
        if form or conversion:
            message = f"{shown}: a field is written as its name alone: {{{written}}}"
            raise UsageError(message)
    return tuple((words, field or "") for words, field, _, _ in found)


def _known() -> str:
    return ", ".join(f"{{{name}}}" for name in FIELDS)


class Naming:
    """Gives every conversation of a run a name of its own."""

    def __init__(self, form: Template) -> None:
        self._parts = form.parts
        self._taken: set[str] = set()

    def values(self, each: Summary, rank: int) -> Mapping[str, str]:
        """Return the values of a conversation's fields, and its hash as "tag".

        Hashes of two ids are cut alike once in a billion runs, unless somebody took
        the trouble to find two such ids: then the second keeps its whole hash.
        """
        from hashlib import sha256

        whole = sha256(each.id.encode("utf-8", "surrogatepass")).hexdigest()
        tag, again = whole[:_TAG], 1
        while tag in self._taken:
            tag, again = whole if again == 1 else f"{whole}-{again}", again + 1
        self._taken.add(tag)
        voices = [_safe(handle) for handle in each.voices[:2]]
        return {
            "tag": tag,
            "date": rfc3339(each.first)[:10] if each.first else "undated",
            "a": voices[0] if voices else "unknown",
            "b": voices[1] if len(voices) > 1 else "nobody",
            "id": _safe(each.id),
            "n": f"{rank:06}",
            "title": _safe(each.title) if each.title else "untitled",
            "score": str(each.score),
            "tweets": str(each.tweets),
        }

    def path(self, values: Mapping[str, str], form: str, ending: str) -> str:
        """Return a report's path below the folder, with "/" between folders.

        Args:
            values: what `values` returned.
            form: the name of the format.
            ending: what the file ends in, with its dot.
        """
        values = {**values, "format": form, "": ""}
        *folders, name = (
            _component("".join(words + values[field] for words, field in part))
            for part in self._parts
        )
        folders = [_apart(each.rstrip(".-") or "_") for each in folders]
        return "/".join((*folders, f"{name}-{values['tag']}{ending}"))


def _apart(folder: str) -> str:
    """Keep a folder's name apart from those of the batch's own files."""
    return f"{folder}_" if folder.lower() in _OURS else folder


def _safe(text: str) -> str:
    """Return what of a stranger's words can stand in a file's name."""
    return _ascii(text[: 8 * _LONGEST_FIELD])[:_LONGEST_FIELD].strip("-") or "_"


def _ascii(text: str) -> str:
    """Leave the letters without their accents; a hyphen for what else there is."""
    if not text.isascii():
        import unicodedata

        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text)


def _component(text: str) -> str:
    """Return one folder's or file's name that is a plain name everywhere."""
    name = re.sub(r"\.{2,}", ".", _ascii(text))[:_LONGEST_NAME].lstrip(".-") or "_"
    return f"_{name}" if name.partition(".")[0].lower() in _DEVICES else name
