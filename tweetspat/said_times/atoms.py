"""Tokens with their meanings looked up: what the rules read."""

from collections.abc import Sequence
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
_TITLE = 3
"""Of so many words a title consists, all capital; "Last Night" may begin a text."""

_SHORTENED = frozenset(("month", "weekday", "year_word", "clock", "half", "hours"))
_BEHIND_ORDINALS = frozenset(("month", "and", "bound", "clock"))
_BEFORE_DATES = frozenset(("am", "vom", "zum"))
_BEFORE_DATES_TOO = _BEFORE_DATES | {"dem", "den", "der", "seit", "bis"}


class Atom(NamedTuple):
    """A token, or several, and what they mean.

    Attributes:
        start, end: where it stands in the text, in characters.
        raw: as the text has its first token.
        number, name: which of its kind, as the entries of a lexicon have it.
        figure: what figures can be; atoms of that kind alone have it.
        joined: it hangs on the one before by an apostrophe or a hyphen.
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

    The end of a line ends a sentence as a full stop does.  A full stop ends nothing
    where it only shortens a word ("Feb. 4") or makes a number an ordinal
    ("3. Mai").
    """
    lines = "\n" in text
    result: list[Atom] = []
    at = end = 0
    while at < len(found):
        start = found[at].start
        if lines and at and "\n" in text[end:start]:
            result.append(Atom("stop", start, start, "\n"))
        atom, taken = _atom(found, at, language)
        at += taken
        end = found[at - 1].end
        if atom.raw == "." and result and _shortens(result[-1], found, at, language):
            continue
        result.append(atom)
    return result


def _atom(found: Sequence[Token], at: int, language: Language) -> tuple[Atom, int]:
    """Return the atom that begins at a token, and how many tokens it takes."""
    token = found[at]
    kind, raw, _, start, end, joined = token
    if kind == "word":
        entry = _entry(found, at, language)
        if entry is None:
            name, by_its_ends = "", None
            if language.guesses:
                name, by_its_ends = (
                    _counted(raw, language),
                    _by_its_ends(token, language),
                )
            return Atom(
                by_its_ends or "other", start, end, raw, 0, name, None, joined
            ), 1
        rest, of_kind, number, name = entry
        taken = 1 + len(rest)
        if rest:
            end = found[at + taken - 1].end
        return Atom(of_kind, start, end, raw, number, name, None, joined), taken
    if kind == "figure":
        return _of_figure(found, at, language)
    if kind == "sign":
        return Atom(_SIGNS.get(raw, "other"), start, end, raw), 1
    name = _counted(raw, language)
    return Atom("other", start, end, raw, 0, name, None, joined), 1


def _entry(found: Sequence[Token], at: int, language: Language) -> Entry | None:
    """Return what a word means together with those that follow it."""
    word = found[at].word
    entries = language.entries.get(word, ())
    if language.prefixes:
        entries = _entries(word, language)
    if not entries:
        return None
    follows = found[at + 1].word if at + 1 < len(found) else ""
    for entry in entries:
        rest = entry.rest
        if not rest:
            return entry
        if rest[0] == follows and _stand(found, at + 1, rest):
            words = found[at : at + 1 + len(rest)]
            if entry.kind != "day" or not _is_a_title(words):
                return entry
    return None


def _stand(found: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    """Tell whether words stand at a place."""
    return tuple([each.word for each in found[at : at + len(words)]]) == words


def _entries(word: str, language: Language) -> Sequence[Entry]:
    """Return what a word can mean, as it stands and without its prefix."""
    bare = [
        entry
        for prefix in language.prefixes
        if word.startswith(prefix) and len(word) > len(prefix) + 1
        for entry in language.entries.get(word[len(prefix) :], ())
    ]
    return [*language.entries.get(word, ()), *bare]


def _is_a_title(words: Sequence[Token]) -> bool:
    """Tell "The Day After Tomorrow", a film, from the day."""
    return len(words) >= _TITLE and all(
        word.raw[0].isupper() and not word.raw.isupper() for word in words
    )


def _by_its_ends(token: Token, language: Language) -> AtomKind | None:
    """Return what the ending or beginning of a word says that is listed nowhere."""
    word = token.word
    if len(word) < _SHORT:
        return None
    for endings, kind in language.endings:
        if word.endswith(endings):
            return kind
    for beginnings, kind in language.beginnings:
        if word.startswith(beginnings):
            return kind
    return None


def _counted(raw: str, language: Language) -> str:
    return "counted" if language.counted and language.counted.fullmatch(raw) else ""


def _of_figure(found: Sequence[Token], at: int, language: Language) -> tuple[Atom, int]:
    token = found[at]
    start, end, raw = token.start, token.end, token.raw
    taken = _taken_by_name(found, at, language)
    if taken:
        return Atom("void", start, found[at + taken - 1].end, raw), taken
    dotted = _dotted_date(found, at) if language.name == "german" else None
    if dotted:
        read, taken = dotted
        end = found[at + taken - 1].end
        return Atom("figure", start, end, raw, figure=read), taken
    meant = figure(raw)
    kind: AtomKind = "figure" if meant else "other"
    return Atom(kind, start, end, raw, 0, "", meant, token.joined), 1


def _taken_by_name(found: Sequence[Token], at: int, language: Language) -> int:
    """Return how many tokens a name takes that begins with a date or figure."""
    for entry in language.entries.get(found[at].word, ()):
        if entry.kind == "void" and entry.rest and _stand(found, at + 1, entry.rest):
            return 1 + len(entry.rest)
    return 0


def _dotted_date(found: Sequence[Token], at: int) -> tuple[Figure, int] | None:
    """Return the date of "am 10.02. um", whose figures alone are a clock's."""
    day, dot, month = found[at].raw.partition(".")
    if not dot or not (day + month).isdecimal() or int(month) > _LAST_MONTH:
        return None
    date = Figure("slashed", (int(day), int(month), 0), zone=".")
    before = found[at - 1].word if at else ""
    behind = found[at + 1 : at + 3]
    if not behind or behind[0].raw != "." or behind[0].start != found[at].end:
        return (date, 1) if before in _BEFORE_DATES else None
    led = before in _BEFORE_DATES_TOO
    return (date, 2) if led or _goes_on(*behind) else None


def _goes_on(stop: Token, then: Token | None = None) -> bool:
    """Tell whether a sentence goes on behind a full stop."""
    if then is None:
        return False
    apart = then.start > stop.end
    on = apart and (then.kind == "figure" or then.raw[0].islower())
    return on or then.raw == ","


def _shortens(
    before: Atom, found: Sequence[Token], at: int, language: Language
) -> bool:
    """Tell whether a full stop behind an atom ends no sentence."""
    if at >= len(found) or found[at - 1].start != before.end:
        return False
    then = found[at]
    if before.kind in _SHORTENED:
        short = before.end - before.start < _SHORT
        goes_on = then.kind == "figure" or then.raw in {",", ":", ")", "/"}
        return short and (goes_on or then.raw[0].islower())
    if before.figure is None or before.figure.kind not in {"number", "pair"}:
        return False
    if then.raw in {"-", "–"}:
        return at + 1 < len(found) and found[at + 1].kind == "figure"
    entries = _entries(then.word, language) if then.kind == "word" else ()
    return any(entry.kind in _BEHIND_ORDINALS for entry in entries)
