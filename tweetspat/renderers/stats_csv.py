"""CSV of statistics, one table a file: voices, the matrix, or response times.

Lengths of time are seconds.  A cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tweetspat.exchanges import Pair
from tweetspat.model import Spat
from tweetspat.renderers.stats_json import seconds
from tweetspat.stamps import rfc3339
from tweetspat.stats import Stats
from tweetspat.visible import cell

__all__ = ["TABLES", "render"]

_ENDS = ("spat", "between", "from", "from_handle", "to", "to_handle")
TABLES: Mapping[str, tuple[str, ...]] = {
    "voices": (
        *("spat", "account", "handle", "name", "side", "tweets", "first", "last"),
        *("times_unknown", "answers", "answered", "continued", "repeated", "repeats"),
    ),
    "matrix": (
        *_ENDS,
        *("total", "replies_stated", "replies_inferred", "quotes_stated"),
        *("quotes_inferred", "answers_stated", "answers_inferred"),
    ),
    "responses": (
        *_ENDS,
        *("timed", "times_unknown", "older_than_answered", "shortest"),
        *("lower_quartile", "median", "upper_quartile", "longest"),
    ),
}
"""The tables by name, with their headers in order."""


def render(table: str, spats: Iterable[tuple[Spat, Stats]]) -> Iterator[str]:
    """Yield a table's header and its rows; a row with line breaks is one item.

    Args:
        table: a name of `TABLES`.
        spats: each with its statistics.
    """
    yield ",".join(TABLES[table])
    for _, stats in spats:
        rows = _voices(stats) if table == "voices" else _pairs(table, stats)
        yield from map(_row, rows)


def _voices(stats: Stats) -> Iterator[Sequence[object]]:
    for voice in stats.voices:
        yield (
            *(stats.id, voice.key, voice.handles[0], voice.name, voice.side),
            voice.tweets,
            rfc3339(voice.times[0]) if voice.times else None,
            rfc3339(voice.times[-1]) if voice.times else None,
            voice.tweets - len(voice.times),
            *(voice.answers, voice.answered, voice.continued),
            *(voice.repeated, voice.repeats),
        )


def _pairs(table: str, stats: Stats) -> Iterator[Sequence[object]]:
    handles = {v.key: v.handles[0] for v in (*stats.voices, *stats.unheard)}
    numbers = _counts if table == "matrix" else _times
    for pair in stats.pairs:
        by, to = pair.by or "", pair.to or ""
        yield stats.id, "accounts", by, handles[by], to, handles[to], *numbers(pair)
    for pair in stats.between_sides:
        yield stats.id, "sides", pair.by, None, pair.to, None, *numbers(pair)


def _counts(pair: Pair) -> Sequence[object]:
    return pair.total, *pair.replies, *pair.quotes, *pair.answers


def _times(pair: Pair) -> Sequence[object]:
    told = pair.response
    quartiles = told.quartiles or (None, None, None)
    lengths = (told.shortest, *quartiles, told.longest)
    return told.timed, told.unknown, told.backwards, *map(seconds, lengths)


def _row(values: Sequence[object]) -> str:
    out = io.StringIO()
    cells = ("" if value is None else cell(str(value)) for value in values)
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()[:-1]
