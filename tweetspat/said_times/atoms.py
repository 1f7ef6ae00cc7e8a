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


class _Heard(NamedTuple):
    """A text's tokens, their words, and the language that they are in."""

    tokens: Sequence[Token]
    words: tuple[str, ...]
    language: Language

    def follows(self, words: tuple[str, ...], at: int) -> bool:
        """Tell whether words stand at a place."""
        return self.words[at : at + len(words)] == words


def atoms(text: str, found: Sequence[Token], language: Language) -> list[Atom]:
    """Return the meanings of a text's tokens, in order, by one language's words.

    The end of a line ends a sentence as a full stop does.  A full stop ends nothing
    where it only shortens a word ("Feb. 4") or makes a number an ordinal
    ("3. Mai").
    """
    heard = _Heard(found, tuple([token.word for token in found]), language)
    lines = "\n" in text
    result: list[Atom] = []
    at = end = 0
    while at < len(found):
        token = found[at]
        if lines and at and "\n" in text[end : token.start]:
            result.append(Atom("stop", token.start, token.start, "\n"))
        atom, taken = _atom(heard, at, token)
        at += taken
        end = found[at - 1].end
        if atom.raw == "." and result and _shortens(result[-1], heard, at):
            continue
        result.append(atom)
    return result


def _atom(heard: _Heard, at: int, token: Token) -> tuple[Atom, int]:
    kind, raw, word, start, end, joined = token
    if kind == "word":
        entry = _entry(heard, at, word)
        if entry is None and heard.language.guesses:
            return _unlisted(token, heard.language), 1
        if entry is None:
            return Atom("other", start, end, raw, 0, "", None, joined), 1
        rest, of_kind, number, name = entry
        taken = 1 + len(rest)
        if rest:
            end = heard.tokens[at + taken - 1].end
        return Atom(of_kind, start, end, raw, number, name, None, joined), taken
    if kind == "figure":
        return _of_figure(heard, at, token)
    if kind == "sign":
        return Atom(_SIGNS.get(raw, "other"), start, end, raw), 1
    name = _counted(raw, heard.language)
    return Atom("other", start, end, raw, 0, name, None, joined), 1


def _entry(heard: _Heard, at: int, word: str) -> Entry | None:
    """Return what a word means together with those that follow it."""
    language = heard.language
    entries = (
        _entries(word, language)
        if language.prefixes
        else language.entries.get(word, ())
    )
    if not entries:
        return None
    follows = heard.words[at + 1 : at + 2]
    for entry in entries:
        rest = entry.rest
        if not rest:
            return entry
        stands = rest[:1] == follows and heard.follows(rest, at + 1)
        if stands and not (entry.kind == "day" and _is_a_title(heard, at, entry)):
            return entry
    return None


def _entries(word: str, language: Language) -> Sequence[Entry]:
    """Return what a word can mean, as it stands and without its prefix."""
    bare = [
        entry
        for prefix in language.prefixes
        if word.startswith(prefix) and len(word) > len(prefix) + 1
        for entry in language.entries.get(word[len(prefix) :], ())
    ]
    return [*language.entries.get(word, ()), *bare]


def _is_a_title(heard: _Heard, at: int, entry: Entry) -> bool:
    """Tell "The Day After Tomorrow", a film, from the day."""
    words = [each.raw for each in heard.tokens[at : at + 1 + len(entry.rest)]]
    return len(words) >= _TITLE and all(
        word[0].isupper() and not word.isupper() for word in words
    )


def _unlisted(token: Token, language: Language) -> Atom:
    """Return what a word's ending or beginning says, or that numbers count it."""
    _, raw, word, start, end, joined = token
    kind = _by_its_ends(word, language) if len(word) >= _SHORT else "other"
    return Atom(kind, start, end, raw, 0, _counted(raw, language), None, joined)


def _by_its_ends(word: str, language: Language) -> AtomKind:
    for endings, kind in language.endings:
        if word.endswith(endings):
            return kind
    for beginnings, kind in language.beginnings:
        if word.startswith(beginnings):
            return kind
    return "other"


def _counted(raw: str, language: Language) -> str:
    return "counted" if language.counted and language.counted.fullmatch(raw) else ""


def _of_figure(heard: _Heard, at: int, token: Token) -> tuple[Atom, int]:
    start, end, raw = token.start, token.end, token.raw
    taken = _taken_by_name(heard, at)
    if taken:
        return Atom("void", start, heard.tokens[at + taken - 1].end, raw), taken
    dotted = _dotted_date(heard, at) if heard.language.name == "german" else None
    if dotted:
        read, taken = dotted
        end = heard.tokens[at + taken - 1].end
        return Atom("figure", start, end, raw, figure=read), taken
    meant = figure(raw)
    kind: AtomKind = "figure" if meant else "other"
    return Atom(kind, start, end, raw, 0, "", meant, token.joined), 1


def _taken_by_name(heard: _Heard, at: int) -> int:
    """Return how many tokens a name takes that begins with a date or figure."""
    for entry in heard.language.entries.get(heard.words[at], ()):
        if entry.kind == "void" and entry.rest and heard.follows(entry.rest, at + 1):
            return 1 + len(entry.rest)
    return 0


def _dotted_date(heard: _Heard, at: int) -> tuple[Figure, int] | None:
    """Return the date of "am 10.02. um", whose figures alone are a clock's."""
    found = heard.tokens
    day, dot, month = found[at].raw.partition(".")
    if not dot or not (day + month).isdecimal() or int(month) > _LAST_MONTH:
        return None
    date = Figure("slashed", (int(day), int(month), 0), zone=".")
    before = heard.words[at - 1] if at else ""
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


def _shortens(before: Atom, heard: _Heard, at: int) -> bool:
    """Tell whether a full stop behind an atom ends no sentence."""
    found = heard.tokens
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
    entries = _entries(then.word, heard.language) if then.kind == "word" else ()
    return any(entry.kind in _BEHIND_ORDINALS for entry in entries)
