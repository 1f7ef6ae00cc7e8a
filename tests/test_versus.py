"""Versus: a column for each of two sides, the clocks as the spine between them."""

import pytest
from make import tweet
from shown import SIDES, drawn, spats, view

from tweetspat.model import Side
from tweetspat.renderers.view import ASCII

TALK = [
    tweet("1", "mod", "10:00", "we say"),
    tweet("2", "oir", "10:05", "they say", reply_to="1"),
    tweet("3", "c", "12:00", "who says?", reply_to="2"),
]


def versus_of(tweets=TALK, *, sides=SIDES, **more):
    """The lines of the first conversation below the heading, two sides given."""
    seen = view(layout="versus", **({"width": 100} | more))
    shown = drawn(spats(tweets, sides=sides)[:1], "text", seen)
    return shown[next(n for n, line in enumerate(shown) if "╌╌" in line) :]


def is_versus(shown):
    return any("Moscow · " in line for line in shown)


def test_each_side_has_a_column_and_the_clocks_stand_between():
    names, *rest = versus_of()

    assert names == (
        "╌╌╌╌╌╌╌╌ Moscow · Thu 11 Feb 2016 · UTC+3    MSK ┃   EST    "
        "Washington · Thu 11 Feb 2016 · UTC-5 ╌╌"
    )
    assert rest == [
        "┃ ●1 @mod ──────────────────────────────── 13:00 ┃ 05:00",
        "┃ we say                                         ┃",
        "                                                 ┃",
        "                                           13:05 ┃ 05:05 ─┃ ◆2 @oir",
        "                                                 ┃        ┃ ↩ replies to ●1",
        "                                                 ┃        ┃ they say",
        "                                                 ┃",
        "                                      ⋮ 1 h 55 m of silence ⋮",
        "                                                 ┃",
        "                                           15:00 ┃ 07:00",
        "             │ ○3 @c  ↩ replies to ◆2",
        "             │ who says?",
    ]


def test_the_clock_of_the_left_side_stands_left_in_whatever_order_they_are_asked_for():
    names = versus_of(zones=["Washington", "MSK"])[0]

    assert " MSK ┃   EST " in names


def test_of_more_clocks_the_sides_own_stand_outermost():
    names, *rest = versus_of(zones=["Washington", "UTC", "MSK"], width=110)

    assert " MSK    UTC ┃   EST " in names
    assert any("13:00  10:00 ┃ 05:00" in line for line in rest)


def test_of_two_clocks_on_one_side_each_has_its_date():
    tweets = [
        tweet("1", "mod", "22:00", "we say"),
        tweet("2", "oir", "22:05", "they say", reply_to="1"),
    ]

    shown = versus_of(tweets, zones=["Washington", "UTC", "MSK"], width=120)

    assert "Moscow · MSK UTC+3 Fri 12 Feb 2016" in shown[0]
    assert shown[1].strip().startswith("UTC Thu 11 Feb 2016")


def test_dates_that_differ_stand_each_beside_its_clock():
    tweets = [
        tweet("1", "mod", "22:00", "we say"),
        tweet("2", "oir", "22:05", "they say", reply_to="1"),
    ]

    names = versus_of(tweets)[0]

    assert "Moscow · Fri 12 Feb 2016" in names
    assert "Washington · Thu 11 Feb 2016" in names


@pytest.mark.parametrize("zones", [[], ["UTC"]])
def test_with_fewer_clocks_the_columns_are_wider(zones):
    shown = versus_of(zones=zones)

    spine = next(line for line in shown if "they say" in line).index("┃")
    assert spine > 49 - 7 * (2 - len(zones))


def test_a_time_that_is_unknown_is_marked_as_such():
    tweets = [tweet("1", "mod", None), tweet("2", "oir", "10:00", reply_to="1")]

    shown = versus_of(tweets)

    assert any("╌╌ time unknown ╌╌" in line for line in shown)
    assert any(line.endswith(" ?   ┃   ?") for line in shown)


def test_a_lost_tweet_of_a_known_author_stands_in_its_column():
    tweets = [
        tweet("2", "oir", "10:00", reply_to="1", reply_handle="mod"),
        tweet("3", "mod", "10:02", reply_to="2"),
    ]

    shown = versus_of(tweets)

    assert any(line.startswith("┃ ?1 @mod ─") for line in shown)


def test_a_long_name_of_a_side_gives_way_to_the_date():
    sides = (Side("M" * 70, ("mod",), "Europe/Moscow"), SIDES[1])

    names = versus_of(sides=sides)[0]

    assert "MMMM… · Thu 11 Feb 2016 · UTC+3" in names


def test_in_ascii_no_other_sign_is_drawn():
    seen = view(layout="versus", width=100, glyphs=ASCII)

    shown = drawn(spats(TALK, sides=SIDES), "text", seen)

    assert all(line.isascii() for line in shown)
    assert any("A1 @mod -----" in line and "13:00 | 05:00" in line for line in shown)


def test_what_stands_for_context_is_there_too():
    tweets = [
        tweet("1", "mod", "10:00", "what I said"),
        tweet("2", "oir", "10:01", "nonsense", quotes="1"),
    ]

    assert [line.strip() for line in versus_of(tweets)[-4:]] == [
        "┃        ┃ ❝ quotes ●1",
        "┃        ┃ │ ●1 @mod",
        "┃        ┃ │ what I said",
        "┃        ┃ nonsense",
    ]


# Where it cannot be.


def test_a_line_that_is_too_narrow_for_it_is_a_timeline():
    shown = versus_of(width=99)

    assert " 13:00  05:00  ●1  @mod" in shown
    assert not is_versus(shown)


def test_three_sides_are_a_timeline():
    sides = (*SIDES, Side("Elsewhere", ("c",)))

    assert not is_versus(versus_of(sides=sides))


def test_a_crowd_without_sides_is_a_timeline():
    tweets = [
        tweet(str(n), author, f"10:0{n}", reply_to="1" if n > 1 else None)
        for n, author in enumerate("abcdef", start=1)
    ]

    shown = versus_of(tweets, sides=())

    assert " 13:01  05:01  ●1  @a" in shown


def test_two_voices_without_sides_have_a_column_each():
    tweets = [tweet("1", "a", "10:00"), tweet("2", "b", "10:05", reply_to="1")]

    assert "@a · Thu 11 Feb 2016" in versus_of(tweets, sides=())[0]


def test_one_voice_is_a_timeline():
    assert " 13:00  05:00  ●1  @mod" in versus_of(TALK[:1])


@pytest.mark.parametrize(
    ("width", "sides", "words"),
    [(80, SIDES, "100 columns"), (120, (*SIDES, Side("3", ("c",))), "two sides")],
)
def test_verbose_says_why_it_is_a_timeline(width, sides, words):
    seen = view(layout="versus", width=width, verbose=True)

    shown = drawn(spats(TALK, sides=sides), "text", seen)

    assert f"shown as a timeline: the versus layout needs {words}" in shown
