"""The speaker's own clock: bold in its column, or told where it has none."""

import re

import pytest
from make import at, tweet
from shown import drawn, spats, view
from telling import EET, ET, MSK, SIDES, spat, turn

from tweetspat.model import Side
from tweetspat.sides import Cast

SGR = re.compile(r"\x1b\[[0-9;]*m")
BOLD = re.compile(r"\x1b\[1[;\d]*m([^\x1b]*)\x1b")


def heads(*turns, sides=SIDES, **more):
    """The lines that tweets begin with."""
    lines = drawn([spat(turns, sides)], seen=view(**more))
    return [line for line in lines if re.match(r" (time|\d\d:\d\d)", line)]


def bold(*turns, sides=SIDES, **more):
    """The clocks that are bold, by tweet."""
    how = {"theme": "dark", "colors": "truecolor"} | more
    lines = drawn([spat(turns, sides)], "terminal", view(**how))
    found = [line for line in lines if re.match(r" \d\d:\d\d", SGR.sub("", line))]
    return [[each for each in BOLD.findall(line) if ":" in each] for line in found]


# Among the clocks that are shown.


def test_a_sides_clock_is_bold_in_its_column_and_columns_stay():
    turns = turn(1, "moscow_mod", "10:00"), turn(2, "coalition_pao", "10:05")

    assert bold(*turns) == [["13:00"], ["05:05"]]
    assert [head[:13] for head in heads(*turns)] == [" 13:00  05:00", " 13:05  05:05"]


def test_a_casts_clock_beats_that_of_the_side():
    abroad = turn(1, "coalition_pao", "10:00", zone=MSK)

    assert bold(abroad) == [["13:00"]]


def test_a_profiles_clock_is_bold_also_where_nobody_told_it():
    turns = [
        turn(1, "a", "10:00", tweet={"zone": MSK}),
        turn(2, "b", "10:05", tweet={"zone": ET}),
        turn(3, "c", "10:10"),
    ]

    assert bold(*turns, sides=()) == [["13:00"], ["05:05"], []]


def test_a_bystanders_clock_is_bold_too():
    turns = turn(1, "moscow_mod", "10:00"), turn(2, "x", "10:05", tweet={"zone": ET})

    assert bold(*turns) == [["13:00"], ["05:05"]]


def test_a_clock_that_reads_the_same_then_serves_as_well():
    there = turn(1, "x", "10:00", zone="Asia/Baghdad")
    summer = turn(2, "x", at("10:00").replace(month=7), zone=EET)

    assert bold(there, summer) == [["13:00"], ["13:00"]]
    assert not any("UTC+3" in head for head in heads(there, summer))


# Where it is none of them.


def test_a_clock_that_has_no_column_is_told_first_and_bold():
    turns = [
        turn(1, "moscow_mod", "10:00"),
        turn(2, "coalition_pao", "10:05", zone=EET),
    ]

    assert heads(*turns)[1] == " 13:05  05:05  ◆2  @coalition_pao  12:05 EET"
    assert bold(*turns) == [["13:00"], ["12:05"]]


def test_it_stands_before_the_relation():
    tweets = [
        tweet("1", "moscow_mod", "10:00"),
        tweet("2", "coalition_pao", "10:05", reply_to="1"),
    ]

    shown = drawn(spats(tweets, cast=Cast(SIDES, {}, {"coalition_pao": EET})))

    assert " 13:05  05:05  ◆2  @coalition_pao  12:05 EET  ↩ replies to ●1" in shown
    (row,) = [line for line in shown if line.startswith("◆ @coalition_pao")]
    assert "EET UTC+2" in row


def test_a_side_whose_clock_is_not_shown_has_it_told():
    first, second = heads(
        turn(1, "moscow_mod", "10:00"), turn(2, "coalition_pao", "10:05"), zones=["UTC"]
    )

    assert first == " 10:00  ●1  @moscow_mod  13:00 MSK"
    assert second == " 10:05  ◆2  @coalition_pao  05:05 EST"


@pytest.mark.parametrize(
    ("zones", "told"),
    [
        pytest.param(["MSK", "ET"], "00:30 PKT Fri 12 Feb", id="on-no-shown-date"),
        pytest.param(["UTC"], "00:30 PKT Fri 12 Feb", id="one-clock"),
        pytest.param(["Asia/Tokyo"], "00:30 PKT", id="on-the-shown-date"),
        pytest.param(["Asia/Tokyo", "ET"], "00:30 PKT Fri 12 Feb", id="on-one-of-two"),
    ],
)
def test_its_date_is_told_unless_it_is_that_of_all_clocks_shown(zones, told):
    (head,) = heads(turn(1, "x", "19:30", zone="Asia/Karachi"), zones=zones)

    assert head.endswith(f"@x  {told}")


def test_where_the_head_has_no_room_it_stands_below_with_the_relation():
    tweets = [
        tweet("1", "moscow_mod", "10:00"),
        tweet("2", "coalition_pao_of_a_long_name", "10:05", reply_to="1"),
    ]
    cast = Cast(SIDES, {}, {"coalition_pao_of_a_long_name": EET})

    shown = drawn(spats(tweets, cast=cast), seen=view(width=50))

    at_head = next(n for n, line in enumerate(shown) if line.startswith(" 13:05"))
    assert shown[at_head].endswith("@coalition_pao_of_a_long_name")
    assert shown[at_head + 1].strip() == "12:05 EET  ↩ replies to ●1"


def test_a_profiles_clock_waits_for_verbose_that_a_crowd_does_not_clutter():
    there = turn(1, "x", "10:00", tweet={"zone": EET})

    assert heads(there)[0].endswith("@x")
    assert heads(there, verbose=True)[0].endswith("@x  12:00 EET by the profile")


@pytest.mark.parametrize(
    "odd",
    [
        pytest.param({"clock": None, "zone": EET}, id="a-time-that-is-unknown"),
        pytest.param({"clock": "10:00", "zone": "No/Where"}, id="an-unknown-zone"),
        pytest.param(
            {
                "clock": "10:00",
                "zone": EET,
                "tweet": {"text": None, "state": "missing"},
            },
            id="a-ghost",
        ),
    ],
)
def test_no_clock_is_told_of(odd):
    (head,) = heads(turn(1, "x", odd.pop("clock"), **odd), verbose=True)

    assert "EET" not in head


def test_without_any_clock_shown_none_is_told_either():
    shown = drawn([spat([turn(1, "x", "10:00", zone=EET)])], seen=view(zones=[]))

    assert "EET" not in "".join(shown[-2:])


# Where it comes from.


@pytest.mark.parametrize(
    ("options", "zone"),
    [
        pytest.param({"cast": Cast(zones={"a": EET})}, EET, id="cast"),
        pytest.param({"sides": [Side("A", ("a",), ET)]}, ET, id="side"),
        pytest.param(
            {"sides": [Side("A", ("a",), ET)], "cast": Cast(zones={"a": EET})},
            EET,
            id="cast-before-side",
        ),
        pytest.param({"sides": [Side("A", ("a",))]}, None, id="a-side-without-clock"),
        pytest.param({}, None, id="profile-alone"),
    ],
)
def test_a_turn_tells_the_clock_that_a_cast_or_side_tells(options, zone):
    ((only,),) = (each.turns for each in spats([tweet("1", "A", zone=MSK)], **options))

    assert only.zone == zone
    assert only.tweet.zone == MSK
