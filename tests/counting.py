"""Makers for the tests of statistics."""

from datetime import timedelta

from hypothesis import strategies as st
from make import at, tweet
from shown import spats, view

from tweetspat.model import Spat
from tweetspat.renderers.lines import plain
from tweetspat.renderers.stats_text import stats_lines
from tweetspat.stats import Stats, stats

__all__ = ["counted", "heaps", "names", "pairs", "shown", "turns_of"]

IDS = [*"123456789"]
CLAIMED = st.sampled_from([None, *IDS])
AUTHORS = st.sampled_from(["a", "B", "b", "c", None])
TIMES = st.sampled_from(
    [None, *(at("01:00") + number * timedelta(hours=9) for number in range(6))]
)


def counted(*tweets, infer="off", **options) -> Stats:
    """Return the statistics of the likeliest spat of some tweets."""
    return stats(spats(tweets, infer=infer, **options)[0])


def shown(spat: Spat, **more: object) -> list[str]:
    """Return the lines of plain text that a person sees."""
    return [plain(line) for line in stats_lines(spat, stats(spat), view(**more))]


def pairs(found: Stats) -> dict[tuple[str | None, str | None], int]:
    """Return how often each account answers each."""
    return {(pair.by, pair.to): pair.total for pair in found.pairs}


def names(voices) -> list[str]:
    """Return the first handle of each voice."""
    return [voice.handles[0] for voice in voices]


def turns_of(spat: Spat, **more: object) -> Spat:
    """Return a spat whose turns are changed: by id, what is to be another."""
    return spat._replace(
        turns=tuple(
            turn._replace(**more.get(f"t{turn.tweet.id}", {})) for turn in spat.turns
        )
    )


@st.composite
def heaps(draw):
    """Tweets of few accounts that may claim any parent, at any time or none."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1))
    return [
        tweet(
            id_,
            draw(AUTHORS),
            None,
            sent=draw(TIMES),
            reply_to=draw(CLAIMED),
            quotes=draw(CLAIMED),
        )
        for id_ in ids
    ]
