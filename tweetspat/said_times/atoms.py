"""Tokens with their meanings looked up: what the rules read."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from tweetspat.said_times import lexicon
from tweetspat.said_times.figures import Figure, figure
from tweetspat.said_times.languages import Language
from tweetspat.said_times.lexicon import Entry
from tweetspat.said_times.tokens import Token

__all__ = ["Atom", "AtomKind", "atoms"]

AtomKind: TypeAlias = (
    lexicon.Kind
    | Literal["figure", "comma", "open", "close", "dash", "stop", "slash", "other"]
)

_SIGNS: dict[str, AtomKind] = {
    **dict.fromkeys(",،:", "comma"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    **dict.fromkeys("-–—−", "dash"),
    **dict.fromkeys(".!?;؟…", "stop"),
    "/": "slash",
}
_SHORT = 5
_LAST_MONTH = 12


class Atom(NamedTuple):
    """A token, or several, and what they mean.

    Attributes:
        start, end: where it stands in the text, in characters.
        raw: as the text has its first token.
        figure: what figures can be.
    """

    kind: AtomKind
    start: int
    end: int
    raw: str
    number: float = 0
    name: str = ""
    figure: Figure | None = None
    joined: bool = False


def atoms(text: str, found: Sequence[Token], language: Language) -> list[Atom]:
    """Return the meanings of a text's tokens, in order, by one language's words.

    A full stop ends nothing where it only shortens a word ("Feb. 4") or makes a
    number an ordinal ("10. Februar").
    """
    result: list[Atom] = []
    at = 0
    while at < len(found):
        token = found[at]
        if at and "\n" in text[found[at - 1].end : token.start]:
            result.append(Atom("stop", token.start, token.start, "\n"))
        atom, taken = _atom(found, at, language)
        at += taken
        if atom.raw == "." and result and _shortens(result[-1], found, at, language):
            continue
        result.append(atom)
    return result


def _atom(found: Sequence[Token], at: int, language: Language) -> tuple[Atom, int]:
    token = found[at]
    start, end, raw, joined = token.start, token.end, token.raw, token.joined
    if token.kind == "figure":
        taken = _taken_by_name(found, at, language)
        if taken:
            return Atom("void", start, found[at + taken - 1].end, raw), taken
        dotted = _dotted_date(found, at) if language.name == "german" else None
        if dotted:
            end = found[at + dotted[1] - 1].end
            return Atom("figure", start, end, raw, figure=dotted[0]), dotted[1]
        read = figure(raw)
        kind: AtomKind = "figure" if read else "other"
        return Atom(kind, start, end, raw, figure=read, joined=joined), 1
    if token.kind == "sign":
        return Atom(_SIGNS.get(raw, "other"), start, end, raw), 1
    for entry in _entries(token, language):
        rest = found[at + 1 : at + 1 + len(entry.rest)]
        if tuple(each.word for each in rest) == entry.rest and not (
            entry.kind == "day" and _is_a_title(token, rest)
        ):
            end = rest[-1].end if rest else end
            return (
                Atom(entry.kind, start, end, raw, entry.number, entry.name, None, joined),
                len(rest) + 1,
            )
    name = "counted" if language.counted and language.counted.fullmatch(raw) else ""
    kind = _by_its_ends(token, language)
    return Atom(kind, start, end, raw, 0, name, joined=joined), 1


def _taken_by_name(found: Sequence[Token], at: int, language: Language) -> int:
    """Return how many tokens a name takes that begins with a date or figure."""
    for entry in language.index.get(found[at].word, ()):
        words = tuple(each.word for each in found[at + 1 : at + 1 + len(entry.rest)])
        if entry.kind == "void" and entry.rest and words == entry.rest:
            return 1 + len(entry.rest)
    return 0


def _by_its_ends(token: Token, language: Language) -> AtomKind:
    """Return what the ending or beginning of a word says that is listed nowhere."""
    if token.kind == "word" and len(token.word) >= _SHORT:
        for ends, kind in language.endings:
            if token.word.endswith(ends):
                return kind
        for beginnings, kind in language.beginnings:
            if token.word.startswith(beginnings):
                return kind
    return "other"


def _is_a_title(first: Token, rest: Sequence[Token]) -> bool:
    """Tell "The Day After Tomorrow", a film, from the day."""
    words = [each.raw for each in (first, *rest)]
    return len(words) > 2 and all(  # noqa: PLR2004 - "Last Night" may begin a text
        word[0].isupper() and not word.isupper() for word in words
    )


def _dotted_date(found: Sequence[Token], at: int) -> tuple[Figure, int] | None:
    """Return the date of "am 10.02. um", whose figures alone are a clock's."""
    raw, then = found[at].raw, found[at + 1 : at + 3]
    before = found[at - 1].word if at else ""
    day, dot, month = raw.partition(".")
    if not dot or not (day + month).isdecimal() or int(month) > _LAST_MONTH:
        return None
    date = Figure("slashed", (int(day), int(month), 0), zone=".")
    if not then or then[0].raw != "." or then[0].start != found[at].end:
        return (date, 1) if before in {"am", "vom", "zum"} else None
    goes_on = len(then) > 1 and then[1].start > then[0].end
    goes_on = goes_on and (then[1].kind == "figure" or then[1].raw[0].islower())
    led = before in {"am", "vom", "zum", "dem", "den", "der", "seit", "bis"}
    return (date, 2) if led or goes_on or then[1:2] and then[1].raw == "," else None


def _entries(token: Token, language: Language) -> Iterator[Entry]:
    """Yield what a word can mean, as it stands and without its prefix."""
    if token.kind != "word":
        return
    yield from language.index.get(token.word, ())
    for prefix in language.prefixes:
        if token.word.startswith(prefix) and len(token.word) > len(prefix) + 1:
            yield from language.index.get(token.word[len(prefix) :], ())


def _shortens(
    before: Atom, found: Sequence[Token], at: int, language: Language
) -> bool:
    """Tell whether a full stop behind an atom ends no sentence."""
    if at >= len(found) or found[at - 1].start != before.end:
        return False
    then = found[at]
    if before.kind in {"month", "weekday", "year_word", "oclock", "half", "hours"}:
        short = before.end - before.start < _SHORT
        goes_on = then.kind == "figure" or then.raw in {",", ":", ")", "/"}
        return short and (goes_on or then.raw[0].islower())
    ordinal = before.figure is not None and before.figure.kind in {"number", "pair"}
    if ordinal and then.raw in {"-", "–"}:
        return at + 1 < len(found) and found[at + 1].kind == "figure"
    return ordinal and any(
        entry.kind in {"month", "and", "bound", "oclock"}
        for entry in _entries(then, language)
    )
