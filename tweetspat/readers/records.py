"""Bytes -> JSON records, whatever holds them: one walk for every container.

An object, an array, one object a line, several objects back to back, pretty
printed or not, or an array that a script assigns (`window.YTD.x.part0 = [...]`),
all read as a sequence of records, each with its line and its JSON path.  What is
damaged becomes a Fault and costs only itself; inside an array that breaks off, what
came before it is kept.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterator
from functools import partial
from json import JSONDecodeError, JSONDecoder
from json import detect_encoding as _detect_encoding
from typing import NamedTuple, TypeAlias

from tweetspat.readers.fields import Number

__all__ = ["DEEPEST", "Fault", "Record", "decode", "records"]

DEEPEST = 250
"""How deep JSON may nest; a tweet takes about ten levels."""

_LONG_LINE = 1 << 16
_MOST_FAILURES = 500
_MOST_ENDLESS = 50
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_NEXT_RECORD = r"\n[ \t\r\ufeff]*(?=[{\[])"
_ASSIGNED = r"(?:var\s+)?([A-Za-z_$][\w$.]{2,99})\s*=\s*(?=[\[{])"
_MESSAGE = r"\[\s*\d{1,3}\s*,\s*[\"{]"
"""How a message of gallery-dl opens, `[3, "url", {...}]`: one record, no list."""

_BRACKETS = r'"(?:[^"\\]++|\\[\s\S])*+"?|[{\[]++|[}\]]++'


class Record(NamedTuple):
    """One JSON value at the top level or in the outermost array."""

    value: object
    line: int
    path: str
    twice: tuple[str, ...] = ()
    """Keys that stood twice in one object; the last one counts."""
    variable: str = ""
    """The JavaScript variable that it was assigned to."""


class Fault(NamedTuple):
    """A stretch that is no JSON.

    Attributes:
        broken: it cannot be told what else was lost with it.
    """

    code: str
    message: str
    line: int
    path: str
    broken: bool


Steps: TypeAlias = Generator[Record | Fault, None, int]
"""Yields what is found and returns the position after it."""


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """Decode bytes as the UTF that they are in.

    Bytes that are no UTF-8 become lone surrogates, which `fields` shows as
    U+FFFD; they are told of once, with the line of the first.
    """
    encoding = _encoding(data)
    if encoding == "utf-8":
        try:
            return data.decode("utf-8"), []
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - data.rfind(b"\n", 0, error.start)
            message = (
                f"byte {column} of the line is not valid UTF-8 (0x"
                f"{data[error.start]:02x}); such bytes are replaced by U+FFFD"
            )
            text = data.decode("utf-8", "surrogateescape")
            return text, [Fault("bad-encoding", message, line, "$", broken=False)]
    text = data.decode(encoding, "replace")
    return text.removeprefix("\ufeff"), []


def _encoding(data: bytes) -> str:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    guess = _detect_encoding(data[:64])
    return "utf-8" if guess.startswith("utf-8") else guess


def records(text: str) -> Iterator[Record | Fault]:
    """Yield every record of a text in its order.

    Cost:
        O(n) in the length of the text; a value is parsed once.
    """
    walk = _Walk(text)
    at = walk.blank(0)
    assigned = re.compile(_ASSIGNED).match(text, at)
    if assigned:
        walk.variable, at = assigned[1], assigned.end()
    while at < len(text):
        message = text[at] == "[" and re.compile(_MESSAGE).match(text, at)
        if text[at] == "[" and not message:
            at = yield from walk.array(at)
        elif text[at] == "{" or message:
            at = yield from walk.value(at)
        elif (text[at] in ",]" and walk.torn) or (text[at] == ";" and walk.variable):
            at += 1
        else:
            at = yield from walk.garbage(at)
        at = walk.blank(at)


class _NoJson(Exception):  # noqa: N818 - never leaves this module
    """Where decoding stopped, and why."""

    def __init__(self, error: JSONDecodeError, start: int) -> None:
        super().__init__(error.msg)
        self.pos = error.pos + start
        self.message = error.msg
        self.cut = error.msg.startswith("Unterminated string")


def _object(twice: list[str], pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object; note the keys that stand twice in it.

    No method, because a walk that its own decoder leads back to is only freed by
    the collector, which does not run.
    """
    value = dict(pairs)
    if len(value) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice += sorted(key for key, count in counts.items() if count > 1)
    return value


class _Walk:
    """A text, how far its lines are counted, and the decoder's notes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._counted = 0
        self._line = 1
        self._twice: list[str] = []
        self.torn = False
        self.variable = ""
        self._content = len(text.rstrip())
        self._failures = 0
        self._endless = 0
        self._closing: int | None = None
        self._scan = JSONDecoder(
            object_pairs_hook=partial(_object, self._twice),
            parse_int=Number,
            parse_float=Number,
            parse_constant=Number,
        ).raw_decode

    def blank(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def line(self, at: int) -> int:
        """Return the line of a position; positions only grow, by and large."""
        if at < self._counted:
            return self.text.count("\n", 0, at) + 1
        self._line += self.text.count("\n", self._counted, at)
        self._counted = at
        return self._line

    def fault(
        self,
        code: str,
        message: str,
        at: int,
        path: str,
        *,
        begun: int | None = None,
        broken: bool = False,
    ) -> Fault:
        """Return a fault at a position, placed on the line where its record began."""
        start = at if begun is None else begun
        line, down = self.line(start), self.text.count("\n", start, at)
        column = at - self.text.rfind("\n", 0, at)
        where = f"line {line + down}, column {column}" if down else f"column {column}"
        return Fault(code, f"{where}: {message}", line, path, broken)

    def parse(self, at: int, path: str) -> tuple[Record | Fault, int | None]:
        """Parse one value; return it and where it ends, or None where unknown."""
        del self._twice[:]
        try:
            value, end = self._decoded(at)
        except _NoJson as error:
            self._failures += 1
            if error.pos >= self._content or error.cut:
                code, what = "cut-off", "the record breaks off here"
            else:
                code, what = "bad-json", f"this is not JSON ({error.message})"
            return self.fault(code, f"{what}; skipped", error.pos, path, begun=at), None
        except RecursionError:
            return self._too_deep(at, path), self._end(at)
        opened = self.text.count("{", at, end) + self.text.count("[", at, end)
        if opened > DEEPEST and self._end(at, DEEPEST) is None:
            return self._too_deep(at, path), end
        line = self.line(at)
        return Record(value, line, path, tuple(self._twice), self.variable), end

    def _decoded(self, at: int) -> tuple[object, int]:
        """Decode what begins here: its line alone where that is enough.

        The decoder counts lines from the start for each error, so that many
        damaged lines would take quadratic time in the whole text.
        """
        stop = self.text.find("\n", at, at + _LONG_LINE)
        if stop > 0:
            line = self.text[at:stop]
            try:
                value, end = self._scan(line)
            except JSONDecodeError as error:
                if error.pos < len(line.rstrip()) or self._failures > _MOST_FAILURES:
                    raise _NoJson(error, at) from None
            else:
                return value, at + end
        try:
            return self._scan(self.text, at)
        except JSONDecodeError as error:
            raise _NoJson(error, 0) from None

    def _too_deep(self, at: int, path: str) -> Fault:
        message = f"JSON nested deeper than {DEEPEST} levels is not read"
        return self.fault("too-deep", message, at, path)

    def _end(self, at: int, deepest: int | None = None) -> int | None:
        """Return where the bracket at `at` closes, without recursion; else None."""
        depth = 0
        if self._endless > _MOST_ENDLESS:
            return None
        for found in re.compile(_BRACKETS).finditer(self.text, at):
            char = self.text[found.start()]
            if char in "{[":
                depth += found.end() - found.start()
                if deepest is not None and depth > deepest:
                    return None
                if depth > DEEPEST and depth > self._all_closing():
                    break
            elif char in "}]":
                if depth <= found.end() - found.start():
                    return found.start() + depth
                depth -= found.end() - found.start()
        self._endless += 1
        return None

    def _all_closing(self) -> int:
        """Return how many brackets close in the text: more that open never end."""
        if self._closing is None:
            self._closing = self.text.count("}") + self.text.count("]")
        return self._closing

    def value(self, at: int) -> Steps:
        """Yield the value at the top level; return where the next may begin."""
        found, end = self.parse(at, "$")
        yield found
        return end if end is not None else self.next_record(at)

    def garbage(self, at: int) -> Steps:
        message = f"no JSON begins here ({self.text[at : at + 12]!r}); skipped"
        yield self.fault("bad-json", message, at, "$")
        return self.next_record(at)

    def next_record(self, at: int) -> int:
        """Return the next line that opens a record, else the end of the text."""
        found = re.compile(_NEXT_RECORD).search(self.text, at)
        return found.end() if found else len(self.text)

    def array(self, at: int) -> Steps:
        """Yield the members of the outermost array one by one."""
        index = 0
        at = self.blank(at + 1)
        while at < len(self.text) and self.text[at] != "]":
            path = f"$[{index}]"
            found, end = self.parse(at, path)
            if end is None:
                end = self._end(at) if self.text[at] in "{[" else None
                if end is None or not self._closes(end):
                    return (yield from self._break(found, at))
            yield found
            at = self.blank(end)
            if at < len(self.text) and self.text[at] == ",":
                at, index = self.blank(at + 1), index + 1
            elif at < len(self.text) and self.text[at] != "]":
                message = "a comma or ] was expected in the array"
                fault = self.fault("bad-json", message, at, path, broken=True)
                return (yield from self._break(fault, at))
        if at >= len(self.text):
            message = "the file breaks off in the middle of an array"
            yield self.fault("cut-off", message, len(self.text), "$", broken=True)
        return at + 1

    def _closes(self, end: int) -> bool:
        at = self.blank(end)
        return at < len(self.text) and self.text[at] in ",]"

    def _break(self, found: Record | Fault, at: int) -> Steps:
        """Yield why an array cannot be read on; return where to try again."""
        if isinstance(found, Fault):
            yield found._replace(broken=True)
        self.torn = True
        return self.next_record(at)
