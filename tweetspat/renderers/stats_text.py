"""Text and terminal: the statistics of one spat below each other."""

from collections.abc import Iterable, Iterator

from tweetspat.model import Spat
from tweetspat.renderers.cells import cells
from tweetspat.renderers.heading import date_of, facts_of, title_of
from tweetspat.renderers.lines import (
    Line,
    Span,
    hanging,
    isolated,
    plain,
    rtl,
    span,
    wrapped,
)
from tweetspat.renderers.stats_matrix import matrix_lines
from tweetspat.renderers.stats_pairs import pairs_lines
from tweetspat.renderers.stats_signs import Drawn, length
from tweetspat.renderers.stats_voices import voices_lines
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import voices_of
from tweetspat.renderers.wording import counted, moment_of
from tweetspat.stats import Stats

__all__ = ["render", "stats_lines"]

_INDENT = "  "
_LABEL = 17


def render(spats: Iterable[tuple[Spat, Stats]], more: int, view: View) -> Iterator[str]:
    """Yield the lines without line ends, in colour where the view has a theme.

    Args:
        spats: each with its statistics, the likeliest first; read one by one.
        more: how many conversations are left out.
        view: how to show it.
    """
    if view.theme is None:
        for number, (spat, stats) in enumerate(spats):
            yield from [""] * 3 * bool(number)
            yield from map(plain, stats_lines(spat, stats, view))
        yield from map(plain, _left_out(more, view))
        return
    from tweetspat.renderers.stats_terminal import drives, in_colour

    lines: list[Line] = []
    hostile = False
    for spat, stats in spats:
        lines += [(), (), ()] if lines else []
        lines += stats_lines(spat, stats, view)
        hostile = hostile or drives(spat, stats)
    lines += _left_out(more, view)
    yield from in_colour(lines, view, hostile=hostile)


def _left_out(more: int, view: View) -> Iterator[Line]:
    if more:
        yield ()
        words = f"{counted(more, 'more conversation')}: --all counts "
        words += "it" if more == 1 else "each"
        yield from wrapped([span("dim", words)], view.width)


def stats_lines(spat: Spat, stats: Stats, view: View) -> Iterator[Line]:
    """Yield what is to be known of a spat, no line wider than the view."""
    lines = _lines(spat, stats, view)
    return map(_apart, lines) if view.isolate else lines


def _apart(line: Line) -> Line:
    """Keep names that run from right to left from turning what follows them."""
    return tuple(
        each
        for part in line
        for each in (isolated([part]) if rtl(part.text) else (part,))
    )


def _lines(spat: Spat, stats: Stats, view: View) -> Iterator[Line]:
    signs = voices_of(spat, view.glyphs)
    accounts = {voice.key: voice for voice in (*stats.voices, *stats.unheard)}
    drawn = Drawn(spat, stats, view, signs, accounts)
    yield from _title(drawn)
    yield ()
    yield from voices_lines(drawn)
    yield ()
    yield from matrix_lines(drawn)
    pairs = [*pairs_lines(drawn)]
    if pairs:
        yield ()
        yield from pairs
    yield ()
    yield from _silence(drawn)
    yield from _last_word(drawn)
    yield from _retweets(drawn)


def _title(drawn: Drawn) -> Iterator[Line]:
    """Yield title, day, rule, and the facts that stand above the conversation."""
    spat, view = drawn.spat, drawn.view
    moment = moment_of(spat)
    title = Span("title", title_of(spat, drawn.signs))
    date = span("dim bold", date_of(spat, moment, view))
    gap = view.width - cells(title.text) - cells(date.text)
    if gap > 1:
        yield title, span("", " " * gap), date
    else:
        yield from wrapped([title], view.width)
        yield (date,)
    yield (span("rule", view.glyphs.rule * view.width),)
    for facts in facts_of(spat, drawn.signs, view, moment):
        for line in wrapped(facts, view.width - len(_INDENT)):
            yield span("", _INDENT), *line


def _told(label: str, pieces: Iterator[Line], view: View) -> Iterator[Line]:
    first = span("dim", f"{label:<{_LABEL}}")
    return hanging(first, pieces, view.width)


def _silence(drawn: Drawn) -> Iterator[Line]:
    def pieces() -> Iterator[Line]:
        found = drawn.stats.silence
        if found is None:
            yield (span("lost", "unknown"),)
            yield (span("dim", ", no two times are known"),)
            return
        yield (span("bold", length(found.length)),)
        for word, turn in ((" from ", found.before), (" to ", found.after)):
            yield drawn.moment(word, turn)
        untimed = drawn.stats.completeness.untimed
        if untimed:
            words = f" ({counted(untimed, 'tweet')} of unknown time may lie between)"
            yield (span("lost", words),)

    return _told("longest silence", pieces(), drawn.view)


def _last_word(drawn: Drawn) -> Iterator[Line]:
    def pieces() -> Iterator[Line]:
        found = drawn.stats.last_word
        if found is None:
            yield (span("lost", "nobody's: no tweet is here"),)
            return
        yield drawn.moment("", found.turn)
        if not found.certain:
            yield (span("lost", " (as far as the order is known)"),)

    return _told("last word", pieces(), drawn.view)


def _retweets(drawn: Drawn) -> Iterator[Line]:
    found, most = drawn.stats.retweets, drawn.stats.retweets.most
    if most is None:
        return

    def pieces() -> Iterator[Line]:
        yield (span("bold", counted(found.total, "time")),)
        if found.accounts:
            yield (span("dim", f" by {counted(found.accounts, 'account')}"),)
        if found.nameless:
            yield (span("lost", f", {found.nameless:,} by nobody knows whom"),)
        often = f" {drawn.view.glyphs.dot} most often "
        times = f", {counted(len(most.retweets), 'time')}"
        yield span("dim", often), *drawn.turn(most), span("dim", times)

    yield from _told("repeated", pieces(), drawn.view)
