"""Numpy puts lines into columns as the loops do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tweetspat.readers.typed_entities import Odd
from tweetspat.scan import quick

np = pytest.importorskip("numpy")

from tweetspat.scan.vectors.columns import _looked_up, _Seats  # noqa: E402
from tweetspat.scan.vectors.stamps import instants  # noqa: E402

# Stamps.

SHAPE = "%a %b %d %H:%M:%S +0000 %Y"
FIRST, LAST = datetime(1970, 1, 1), datetime(2199, 12, 31, 23, 59, 59)
right = st.datetimes(FIRST, LAST).map(lambda each: each.strftime(SHAPE))


@st.composite
def wrong(draw):
    """Return a stamp of which one letter is another."""
    stamp, at = draw(right), draw(st.integers(0, 29))
    letter = draw(st.sampled_from("0123456789 :+-/JFMASONDTWaebopruy\0\x7f"))
    return stamp[:at] + letter + stamp[at + 1 :]


def one_by_one(stamp):
    """Return when a stamp was, or None where the tolerant reader has to look at it."""
    try:
        return quick._sent(stamp)
    except Odd:
        return None


@given(st.lists(right | wrong(), min_size=1, max_size=60))
def test_stamps_read_together_tell_what_each_tells_alone(stamps):
    told, odd = instants(stamps)

    alone = [one_by_one(stamp) for stamp in stamps]
    assert [each for at, each in enumerate(told) if at not in odd] == [
        each for at, each in enumerate(alone) if at not in odd
    ]


@given(st.lists(right, min_size=1, max_size=60))
def test_no_stamp_of_the_usual_shape_takes_a_second_look(stamps):
    assert instants(stamps)[1] == []


@pytest.mark.parametrize(
    "stamp",
    [
        "Thu Feb 30 10:12:03 +0000 2016",
        "Mon Feb 29 10:12:03 +0000 2015",
        "Fri Feb 11 10:12:03 +0000 2016",
        "Thu Feb 11 24:12:03 +0000 2016",
        "Thu Feb 11 10:60:03 +0000 2016",
        "Thu Feb 11 10:12:60 +0000 2016",
        "Thu Feb 00 10:12:03 +0000 2016",
        "Thu Feb 11 10:12:03 +0300 2016",
        "Thu Feb 11 10:12:03 -0000 2016",
        "Thu Fev 11 10:12:03 +0000 2016",
        "Thu Feb 11 1O:12:03 +0000 2016",
        "Tue Jan 01 10:12:03 +0000 2999",
    ],
)
def test_what_is_no_stamp_of_the_usual_shape_is_looked_at_alone(stamp):
    usual = "Thu Feb 11 10:12:03 +0000 2016"

    told, odd = instants([usual, stamp, usual])

    assert odd == [1]
    sent = datetime(2016, 2, 11, 10, 12, 3, tzinfo=UTC)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    assert epoch + timedelta(microseconds=told[0]) == sent
    assert told[0] == told[2]


@pytest.mark.parametrize("stamps", [["", "Thu"], ["Thu Feb 11 10:12:03 +0000 ２０16"]])
def test_where_lengths_differ_or_letters_are_no_ascii_each_is_looked_at_alone(stamps):
    assert instants(stamps)[1] == [*range(len(stamps))]


# Seats.


@given(
    st.lists(
        st.lists(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(-9, 9)),
        max_size=8,
    ),
    st.sampled_from((2, 4, 1 << 12)),
)
def test_a_key_gets_its_number_whoever_pushed_it_out(batches, seats):
    kept, numbers = _Seats(), {}
    kept._sized(seats)

    for batch in batches:
        keys = [key for key in batch if key]

        def number(at, keys=keys):
            return numbers.setdefault(keys[at], len(numbers))

        found = _looked_up(kept, np.array(keys, np.int64), number)

        assert [*found] == [numbers[key] for key in keys]


def test_who_is_met_again_is_found_without_being_asked_for():
    kept, asked = _Seats(), []

    def number(at):
        asked.append(at)
        return at

    keys = np.arange(1, 1_001, dtype=np.int64)
    for _ in range(3):
        _looked_up(kept, keys, number)

    assert len(asked) < 1_100
