"""JSON of statistics: every conversation, every account, members always there.

Members stand in the order of `stats_schema.py`.  Lengths of time are seconds.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from tweetspat.exchanges import Pair
from tweetspat.model import Spat
from tweetspat.renderers.view import View
from tweetspat.stamps import rfc3339
from tweetspat.stats import Stats, Voice
from tweetspat.version import VERSION
from tweetspat.zones import wall

__all__ = ["SCHEMA", "render", "seconds"]

SCHEMA = "tweetspat-stats/1"

_LONGEST_IN_HOURS = timedelta(days=3)
"""Conversations that last longer are counted by days."""


def render(spats: Iterable[tuple[Spat, Stats]], view: View) -> Iterator[str]:
    """Yield one document, an account and a pair a line, without line ends."""
    zones = [{"word": each.word, "name": each.name} for each in view.zones]
    head = {"schema": SCHEMA, "tool": f"tweetspat {VERSION}", "zones": zones}
    yield f"{_written(head)[:-1]},"
    yield '"conversations":['
    comma = ""
    for spat, stats in spats:
        yield f"{comma}{{"
        yield from _members(_conversation(spat, stats, view))
        yield "}"
        comma = ","
    yield "]}"


def _members(members: Mapping[str, object]) -> Iterator[str]:
    """Yield the members of an object; what is told one by one gets a line each."""
    for number, (name, value) in enumerate(members.items(), start=1):
        end = "," if number < len(members) else ""
        if isinstance(value, Iterator):
            yield f"{_written(name)}:["
            comma = ""
            for each in value:
                yield comma + _written(each)
                comma = ","
            yield f"]{end}"
        else:
            yield f"{_written(name)}:{_written(value)}{end}"


def _written(value: object) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text.replace("\x7f", "\\u007f")  # the one control that it leaves as it is


def seconds(time: timedelta | None) -> float | None:
    """Return a length in seconds, to the millisecond; None where it is unknown."""
    return None if time is None else round(time / timedelta(seconds=1), 3)


def _conversation(spat: Spat, stats: Stats, view: View) -> dict[str, object]:
    period = _period(stats, view)
    last, silence, retweets = stats.last_word, stats.silence, stats.retweets
    return {
        "id": spat.id,
        "title": spat.title,
        "synthetic": spat.synthetic,
        "reconstructed": spat.reconstructed,
        "order": spat.order.kind,
        "tweets": stats.tweets,
        "whole": stats.whole,
        "first": _stamp(stats.first),
        "last": _stamp(stats.last),
        "author_unknown": stats.nameless,
        "period": period,
        "clock": view.zones[0].name if period else None,
        "voices": (_voice(voice, period, view) for voice in stats.voices),
        "unheard": (
            {"account": voice.key, "handle": voice.handles[0]}
            for voice in stats.unheard
        ),
        "sides": [
            {
                "name": side.name,
                "basis": side.basis,
                "tweets": sum(v.tweets for v in stats.voices if v.side == side.name),
                "voices": sum(v.side == side.name for v in stats.voices),
            }
            for side in spat.sides
        ],
        "answers": {
            **stats.answers._asdict(),
            "author_unknown": stats.unplaced.nameless,
            "elsewhere": stats.unplaced.elsewhere,
        },
        "accounts_answer": map(_pair, stats.pairs),
        "sides_answer": map(_pair, stats.between_sides),
        "longest_silence": silence
        and {
            "from": silence.before.tweet.id,
            "to": silence.after.tweet.id,
            "seconds": seconds(silence.length),
        },
        "last_word": last
        and {
            "tweet": last.turn.tweet.id,
            "account": last.account,
            "sent": _stamp(last.turn.tweet.sent),
            "certain": last.certain,
        },
        "completeness": stats.completeness._asdict(),
        "retweets": {
            "total": retweets.total,
            "accounts": retweets.accounts,
            "account_unknown": retweets.nameless,
            "most": retweets.most
            and {
                "tweet": retweets.most.tweet.id,
                "times": len(retweets.most.retweets),
            },
        },
    }


def _voice(voice: Voice, period: str | None, view: View) -> dict[str, object]:
    return {
        "account": voice.key,
        "handle": voice.handles[0],
        "handles": voice.handles,
        "name": voice.name,
        "side": voice.side,
        "tweets": voice.tweets,
        "first": _stamp(voice.times[0] if voice.times else None),
        "last": _stamp(voice.times[-1] if voice.times else None),
        "times_unknown": voice.tweets - len(voice.times),
        "periods": list(_periods(voice.times, period, view)),
        "answers": voice.answers,
        "answered": voice.answered,
        "continued": voice.continued,
        "repeated": voice.repeated,
        "repeats": voice.repeats,
    }


def _period(stats: Stats, view: View) -> str | None:
    if stats.first is None or stats.last is None or not view.zones:
        return None
    return "hour" if stats.last - stats.first <= _LONGEST_IN_HOURS else "day"


def _periods(
    times: Sequence[datetime], period: str | None, view: View
) -> Iterator[dict[str, object]]:
    """Yield the hours or days on the first clock in which there are tweets."""
    if period is None:
        return
    counts: Counter[str] = Counter()
    for time in times:
        there = wall(view.zones[0], time).replace(minute=0, second=0, microsecond=0)
        counts[there.isoformat() if period == "hour" else f"{there.date()}"] += 1
    yield from ({"start": start, "tweets": count} for start, count in counts.items())


def _pair(pair: Pair) -> dict[str, object]:
    response = pair.response
    lower, median, upper = response.quartiles or (None, None, None)
    return {
        "from": pair.by,
        "to": pair.to,
        "total": pair.total,
        "replies": pair.replies._asdict(),
        "quotes": pair.quotes._asdict(),
        "answers": pair.answers._asdict(),
        "response": {
            "timed": response.timed,
            "times_unknown": response.unknown,
            "older_than_answered": response.backwards,
            "shortest": seconds(response.shortest),
            "lower_quartile": seconds(lower),
            "median": seconds(median),
            "upper_quartile": seconds(upper),
            "longest": seconds(response.longest),
        },
    }


def _stamp(sent: datetime | None) -> str | None:
    return rfc3339(sent) if sent else None
