"""Times said in the text: "Yesterday at 13:55 (MSK)", and what they mean.

Two facts, never mixed: the words stay verbatim in the tweet; what they mean
stands beside them, with the zone it was counted in and why that zone.  The
zone is settled first and the day after it: a tweet sent at 00:30 in Moscow
means Moscow's yesterday.

    text --gate--> text that may tell --tokens--> words, figures
         --atoms--> meanings of words (by language) --pieces--> parts of phrases
         --sentences--> phrases --reading--> phrases in a zone --meaning--> intervals
"""

from datetime import datetime
from typing import NamedTuple

from tweetspat.model import Bounds, SaidTime
from tweetspat.said_times.gate import may_tell
from tweetspat.zones import Zone

__all__ = ["OwnZone", "said_times"]


class OwnZone(NamedTuple):
    """The zone an author is taken to speak in, and why."""

    zone: Zone
    basis: str


def said_times(
    text: str,
    sent: datetime | None,
    bounds: Bounds | None,
    own: OwnZone | None,
) -> tuple[SaidTime, ...]:
    """Return the times that a text speaks of, in reading order.

    Args:
        text: the whole text, entities undone.
        sent: when it was sent; aware.
        bounds: where that is not known, the stretch in which it lies.
        own: the zone of the author's side or profile; None leaves wordings
            that name no zone unresolved, but for those that count back from the
            sending ("three hours ago").

    Returns:
        Nothing for a wording that could mean two times.

    Cost:
        Texts without a word or figure of time are left at once.
    """
    if not may_tell(text, zoned=own is not None):
        return ()
    from tweetspat.said_times.reading import read  # the grammar, for these alone

    return read(text, sent, bounds, own)
