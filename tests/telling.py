"""Makers of what texts say about time: by hand, whatever the grammar reads."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from make import tweet

from tweetspat.model import Account, Link, Order, SaidTime, Side, Spat, Turn, TweetId
from tweetspat.zones import zone_or_raise

MSK, ET, EET = "Europe/Moscow", "America/New_York", "Asia/Damascus"
SIDES = (
    Side("Moscow", ("moscow_mod", "moscow_mfa"), MSK),
    Side("Coalition", ("coalition_pao",), ET),
)
LASTS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
}
"""How long what is said so exactly lasts where no end is given."""


def on(clock: str, word: str = MSK) -> datetime:
    """Return "2016-02-10 13:55" or "2016-02-10" on the clock of a place, as UTC."""
    there = datetime.fromisoformat(clock).replace(tzinfo=zone_or_raise(word).rules)
    return there.astimezone(UTC)


def said(
    words: str,
    start: str = "2016-02-10 13:55",
    end: str | None = None,
    precision: str = "minute",
    *,
    zone: str = MSK,
    inside: str | None = None,
    basis: str = "zone named in the text",
) -> SaidTime:
    """Return a time that words speak of; its ends are told on the zone's clock.

    `inside` is the whole text that they stand in.
    """
    begins = on(start, zone)
    ends = on(end, zone) if end else begins + LASTS[precision]
    at = (inside or words).index(words)
    return SaidTime(
        text=words,
        start_index=at,
        end_index=at + len(words),
        start=begins,
        end=ends,
        precision=precision,  # type: ignore[arg-type]
        zone=zone,
        basis=basis,
        confidence=0.95,
    )


def turn(
    n: int,
    author: str,
    clock: str | datetime | None,
    text: str = "words",
    *times: SaidTime,
    **more: object,
) -> Turn:
    """Return a turn that speaks of some times; its side and clock are the author's."""
    side = next((side for side in SIDES if author in side.accounts), None)
    sent = clock if isinstance(clock, str) or clock is None else "00:00"
    made = tweet(str(n), None, sent, text)._replace(author=Account(author))
    if isinstance(clock, datetime):
        made = made._replace(sent=clock)
    fields: dict[str, object] = {
        "tweet": made._replace(**more.pop("tweet", {})),  # type: ignore[call-overload]
        "n": n,
        "side": side.name if side else None,
        "links": (),
        "said_times": times,
        "retweets": (),
        "problems": (),
        "zone": side.zone if side else None,
    }
    return Turn(**(fields | more))  # type: ignore[arg-type]


def spat(turns: Iterable[Turn], sides: tuple[Side, ...] = SIDES) -> Spat:
    """Return a spat of some turns, made up."""
    turns = tuple(turns)
    return Spat(
        id=turns[0].tweet.id,
        title="Who flew over the city, and when?",
        synthetic=True,
        reconstructed=False,
        sources=(),
        sides=sides,
        order=Order("total"),
        turns=turns,
        score=1,
    )


def told_to(
    text: str, *times: tuple[str, ...], basis: str, zone: str
) -> list[SaidTime]:
    """Return the times of a text: (words, start, end, precision[, zone named])."""
    return [
        said(
            words,
            start,
            end or None,
            precision,
            zone=named[0] if named else zone,
            inside=text,
            basis="zone named in the text" if named else basis,
        )
        for words, start, end, precision, *named in times
    ]


def every_precision() -> Spat:
    """Return a spat whose texts speak of times in every precision there is."""
    moscow = {"basis": "zone of the author's side, Moscow", "zone": MSK}
    coalition = {"basis": "zone of the author's side, Coalition", "zone": ET}
    profile = {"basis": "zone of the author's profile", "zone": EET}
    told = [
        (
            "moscow_mod",
            on("2016-02-11 13:31"),
            (
                "#CITY Yesterday at 13:55 (MSK), 2 aircraft entered the airspace "
                "from the north. They made strikes on objects in the city."
            ),
            [("Yesterday at 13:55 (MSK)", "2016-02-10 13:55", "", "minute", MSK)],
            moscow,
        ),
        (
            "moscow_mod",
            on("2016-02-11 13:40"),
            "Yesterday two hospitals were hit; 50,000 people have no doctor",
            [("Yesterday", "2016-02-10", "", "day")],
            moscow,
        ),
        (
            "coalition_pao",
            on("2016-02-11 07:58", ET),
            (
                ".@moscow_mod is wrong. At 5:55 a.m. ET none of our aircraft was "
                "near the city; both had landed about an hour before. We have the "
                "tracks."
            ),
            [
                ("At 5:55 a.m. ET", "2016-02-10 05:55", "", "minute", ET),
                ("about an hour before", "2016-02-10 04:25", "", "hour"),
            ],
            coalition,
        ),
        (
            "coalition_pao",
            on("2016-02-11 08:11", ET),
            (
                "The strikes didn't happen yesterday. We haven't struck there in "
                "2016, and last week we flew 12 sorties elsewhere."
            ),
            [
                ("yesterday", "2016-02-10", "", "day"),
                ("in 2016", "2016-01-01", "2017-01-01", "year"),
                ("last week", "2016-02-01", "", "week"),
            ],
            coalition,
        ),
        (
            "moscow_mod",
            on("2016-02-11 17:02"),
            "В ночь на 10 февраля обстреляны позиции. Последний сигнал в 03:12:47 МСК.",
            [
                (
                    "В ночь на 10 февраля",
                    "2016-02-09 18:00",
                    "2016-02-10 06:00",
                    "part",
                ),
                ("в 03:12:47 МСК", "2016-02-10 03:12:47", "", "second", MSK),
            ],
            moscow,
        ),
        (
            "halab_witness",
            on("2016-02-11 17:09", EET),
            "@moscow_mod @coalition_pao سمعنا الطائرات أمس فوق حلب، ثم انفجارين",
            [("أمس", "2016-02-10", "", "day")],
            profile,
        ),
        (
            "moscow_mfa",
            on("2016-02-11 19:55"),
            (
                "Between 10 and 16 February our aircraft train; from 16:00 to 18:00 "
                "UTC stay away. A few hours ago two more were seen, and in January "
                "nobody believed it."
            ),
            [
                ("Between 10 and 16 February", "2016-02-10", "2016-02-17", "range"),
                (
                    "from 16:00 to 18:00 UTC",
                    "2016-02-11 16:00",
                    "2016-02-11 18:00",
                    "range",
                    "UTC",
                ),
                ("A few hours ago", "2016-02-11 14:55", "2016-02-11 18:56", "hours"),
                ("in January", "2016-01-01", "2016-02-01", "month"),
            ],
            moscow,
        ),
        (
            "coalition_pao",
            on("2016-02-11 20:15", ET),
            "Tomorrow at 9 a.m. ET I will brief on what happened on Wednesday.",
            [
                ("Tomorrow at 9 a.m. ET", "2016-02-12 09:00", "", "hour", ET),
                ("on Wednesday", "2016-02-10", "", "day"),
            ],
            coalition,
        ),
    ]
    made = []
    for n, (author, sent, text, times, why) in enumerate(told, start=1):
        link = Link(TweetId(str(n - 1)), "replied_to", "metadata", True, 1.0, 1.0, "id")
        made.append(
            turn(
                n,
                author,
                sent,
                text,
                *told_to(text, *times, **why),
                links=(link,) if n > 1 else (),
                tweet={"zone": EET} if author == "halab_witness" else {},
            )
        )
    return spat(made)
