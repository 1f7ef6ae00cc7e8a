"""What is said to have happened when: a section below the conversation."""

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import drawn, lines, texts, view
from telling import EET, ET, MSK, SIDES, every_precision, on, said, spat, turn

from tweetspat.model import Account, Bounds, Precision, Side
from tweetspat.renderers.cells import cells
from tweetspat.renderers.view import ASCII

SGR = re.compile(r"\x1b\[[0-9;]*m")
TITLE = "What is said to have happened when"


def section(*turns, sides=SIDES, form="text", **more):
    """The lines below the section's rule."""
    shown = drawn([spat(turns, sides)], form, view(events=True, **more))
    at_title = next(n for n, line in enumerate(shown) if TITLE in SGR.sub("", line))
    return shown[at_title + 2 :]


def claims_of(*turns, **more):
    """The lines of the section without those of moments and without empty ones."""
    lines_below = section(*turns, **more)
    return [line for line in lines_below if line and line[0] not in "◷━"]


MOSCOW = "Yesterday at 13:55 (MSK), 2 aircraft entered"
WASHINGTON = "No. At 5:55 a.m. ET yesterday none did. Ask them."
ONE = turn(
    1,
    "moscow_mod",
    "10:31",
    MOSCOW,
    said("Yesterday at 13:55 (MSK)", "2016-02-10 13:55", inside=MOSCOW),
)
TWO = turn(
    2,
    "coalition_pao",
    "12:58",
    WASHINGTON,
    said("5:55 a.m. ET yesterday", "2016-02-10 05:55", zone=ET, inside=WASHINGTON),
)


# One moment.


def test_both_sides_claims_about_one_moment_stand_below_it():
    assert section(ONE, TWO) == [
        "",
        f"◷ 13:55 MSK = 05:55 EST, Wed 10 Feb 2016 · told by both sides {'╌' * 18}",
        "●1  @moscow_mod  “Yesterday at 13:55 (MSK)”",
        "┃   Yesterday at 13:55 (MSK), 2 aircraft entered",
        "┃   said Thu 11 Feb, 13:31 MSK · 23 h 36 m after",
        "◆2  @coalition_pao  “5:55 a.m. ET yesterday”",
        "┃   At 5:55 a.m. ET yesterday none did.",
        "┃   said Thu 11 Feb, 07:58 EST · 1 d 2 h after",
    ]


def test_from_a_hundred_columns_on_they_stand_side_by_side():
    shown = section(ONE, TWO, width=100)

    assert shown[0] == f"{'● Moscow':<51}◆ Coalition"
    assert [line[:48].rstrip() for line in shown[3:]] == [
        "●1  @moscow_mod  “Yesterday at 13:55 (MSK)”",
        "┃   Yesterday at 13:55 (MSK), 2 aircraft entered",
        "┃   said Thu 11 Feb, 13:31 MSK · 23 h 36 m after",
    ]
    assert [line[49:] for line in shown[3:]] == [
        "│ ◆2  @coalition_pao  “5:55 a.m. ET yesterday”",
        "│ ┃   At 5:55 a.m. ET yesterday none did.",
        "│ ┃   said Thu 11 Feb, 07:58 EST · 1 d 2 h after",
    ]


def test_narrower_there_are_no_columns():
    assert section(ONE, TWO, width=99)[2].startswith("●1  @moscow_mod")


@pytest.mark.parametrize(
    ("turns", "sides"),
    [
        pytest.param((ONE, ONE._replace(n=2)), SIDES, id="one-side-alone-claims"),
        pytest.param((ONE, TWO), (*SIDES, Side("C", ("c",))), id="three-sides"),
        pytest.param(
            (ONE._replace(side=None), TWO._replace(side=None)), (), id="no-sides"
        ),
    ],
)
def test_without_two_sides_that_claim_there_are_no_columns(turns, sides):
    shown = section(*turns, sides=sides, width=120)

    assert shown[1].startswith("◷")
    assert "│" not in "".join(shown)


def test_a_bystanders_claim_stands_below_the_columns():
    witness = turn(3, "x", "13:00", "13:55", said("13:55", "2016-02-10 13:55"))

    shown = section(ONE, TWO, witness, width=100)

    assert shown[-3:-1] == ["○3  @x  “13:55”", "│   13:55"]


def test_three_sides_are_counted():
    third = turn(3, "x", "13:00", "13:55", said("13:55", "2016-02-10 13:55"), side="C")

    shown = section(ONE, TWO, third, sides=(*SIDES, Side("C", ("x",))))

    assert "· told by 3 sides ╌" in shown[1]


# Moments.


def test_a_day_comes_before_its_hours_and_says_that_it_holds_them():
    day = said("yesterday", "2016-02-10", precision="day")
    moments = [
        line.rstrip(" ╌")
        for line in section(ONE, turn(2, "x", "12:00", "yesterday", day), width=120)
        if "◷" in line
    ]

    day_in_moscow = "◷ Wed 10 Feb 2016 (MSK) = Tue 9 Feb 16:00 – Wed 10 Feb 16:00 EST"
    assert moments == [
        f"{day_in_moscow} · holds 1 moment below",
        "◷ 13:55 MSK = 05:55 EST, Wed 10 Feb 2016",
    ]


def test_the_clocks_that_are_shown_come_first_in_their_order_then_others():
    told = said("5:55 UTC", "2016-02-10 05:55", zone="UTC")

    assert section(turn(1, "x", "12:00", "5:55 UTC", told))[1].startswith(
        "◷ 08:55 MSK = 00:55 EST = 05:55 UTC, Wed 10 Feb 2016 ╌"
    )


def test_days_are_told_on_the_clock_that_counts_them():
    week = said("last week", "2016-02-01", precision="week", zone=EET)

    assert section(turn(1, "x", "12:00", "last week", week))[1].startswith(
        "◷ Mon 1 – Sun 7 Feb 2016 (EET) ╌"
    )


def test_without_any_clock_that_is_known_moments_are_told_in_utc():
    odd = said("13:55", "2016-02-10 13:55")._replace(zone="No/Where")

    shown = section(turn(1, "x", "12:00", "13:55", odd), zones=[])

    assert shown[1].startswith("◷ 10:55 UTC, Wed 10 Feb 2016")
    assert shown[-1].endswith("said Thu 11 Feb, 12:00 UTC · 1 d 1 h after")


def test_a_coarser_claim_about_the_moment_tells_what_it_means():
    about = said("an hour before", "2016-02-10 13:55", precision="hour")

    shown = claims_of(ONE, turn(2, "x", "12:00", "an hour before", about))

    assert "│   → about 13:55–14:55 MSK, Wed 10 Feb 2016" in shown
    assert sum("→" in line for line in shown) == 1


# One day on several clocks.


def on_the_day(n, author, zone, **more):
    """A turn that speaks of 10 February as its author's clock counts it."""
    day = said("yesterday", "2016-02-10", precision="day", zone=zone)
    return turn(n, author, "10:00", "yesterday", day, **more)


MOSCOWS = on_the_day(1, "moscow_mod", MSK)
WASHINGTONS = on_the_day(2, "coalition_pao", ET)


def test_both_sides_claims_about_one_day_stand_below_it_each_on_its_own_clock():
    assert section(MOSCOWS, WASHINGTONS) == [
        "",
        "◷ Wed 10 Feb 2016 (MSK, or EST: begins 8 h later) · told by both sides "
        + "╌" * 9,
        "●1  @moscow_mod  “yesterday”",
        "┃   yesterday",
        "┃   said Thu 11 Feb, 13:00 MSK",
        "◆2  @coalition_pao  “yesterday”",
        "┃   yesterday",
        "┃   → Wed 10 Feb 2016 (EST)",
        "┃   said Thu 11 Feb, 05:00 EST",
    ]


def test_from_a_hundred_columns_on_one_day_stands_side_by_side():
    shown = section(MOSCOWS, WASHINGTONS, width=100)

    assert [line[49:] for line in shown[3:]] == [
        "│ ◆2  @coalition_pao  “yesterday”",
        "│ ┃   yesterday",
        "│ ┃   → Wed 10 Feb 2016 (EST)",
        "│ ┃   said Thu 11 Feb, 05:00 EST",
    ]


def test_the_clock_that_is_shown_first_is_told_first_and_the_others_say_theirs():
    shown = section(MOSCOWS, WASHINGTONS, zones=["Washington", "MSK"])

    assert shown[1].startswith("◷ Wed 10 Feb 2016 (EST, or MSK: begins 8 h earlier) ·")
    assert [line for line in shown if "→" in line] == ["┃   → Wed 10 Feb 2016 (MSK)"]


def test_clocks_of_claims_that_are_not_shown_follow_in_printed_order():
    witness = on_the_day(1, "x", EET)
    shown = section(witness, MOSCOWS._replace(n=2), WASHINGTONS._replace(n=3))

    assert shown[1:3] == [
        "◷ Wed 10 Feb 2016 (MSK, or EST: begins 8 h later, or EET: begins 1 h later)",
        "  told by both sides " + "╌" * 59,
    ]


def test_a_clock_that_nobody_counts_on_says_nothing_about_the_day_of_others():
    shown = section(MOSCOWS, WASHINGTONS, zones=["MSK", "Asia/Kathmandu", "ET"])

    assert "UTC+5:45" not in "".join(shown)


def test_one_day_on_clocks_that_agree_is_told_as_on_one_clock():
    istanbul = on_the_day(2, "x", "Asia/Beirut")

    assert section(on_the_day(1, "x", EET), istanbul, zones=["EET"])[1].startswith(
        "◷ Wed 10 Feb 2016 (EET) ╌"
    )


def test_a_day_on_several_clocks_says_that_it_holds_what_lies_within_any_of_them():
    late = said("11 p.m.", "2016-02-10 23:00", zone=ET)
    shown = section(MOSCOWS, WASHINGTONS, turn(3, "x", "10:00", "x", late), width=100)

    assert "· told by both sides · holds 1 moment below ╌" in shown[2]


# When it was said.


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param({}, "said Thu 11 Feb, 13:31 MSK · 23 h 36 m after", id="side"),
        pytest.param(
            {"zone": EET},
            "said Thu 11 Feb, 12:31 EET · 23 h 36 m after",
            id="the-casts-clock",
        ),
        pytest.param(
            {"side": None, "zone": None},
            "said Thu 11 Feb, 13:31 MSK · 23 h 36 m after",
            id="no-own-clock-but-the-first-that-is-shown",
        ),
    ],
)
def test_when_it_was_said_is_told_on_the_speakers_clock(more, words):
    assert claims_of(ONE._replace(**more))[-1][4:] == words


def test_what_is_still_to_come_is_said_before_it():
    later = said("13:55", "2016-02-12 13:55")

    assert claims_of(turn(1, "x", "10:55", "13:55", later))[-1].endswith(
        "said Thu 11 Feb, 13:55 MSK · 1 d before"
    )


def test_after_a_day_nobody_can_tell_how_long_after_it_was_said():
    day = said("yesterday", "2016-02-10", precision="day")

    assert claims_of(turn(1, "x", "10:55", "yesterday", day))[-1].endswith("13:55 MSK")


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        pytest.param(None, "time unknown", id="nothing-known"),
        pytest.param(
            Bounds(on("2016-02-11"), on("2016-02-12")),
            "said on Thu 11 Feb 2016, time unknown",
            id="a-day",
        ),
        pytest.param(
            Bounds(None, at("10:00")),
            "said before Thu 11 Feb 2016, 13:00 MSK, time unknown",
            id="a-bound",
        ),
    ],
)
def test_an_unknown_time_is_called_unknown(bounds, words):
    unknown = ONE.tweet._replace(sent=None, bounds=bounds)

    assert claims_of(ONE._replace(tweet=unknown))[-1][4:] == words


def test_the_year_is_told_where_it_is_another_than_the_moments():
    then = said("in 2015", "2015-01-01", "2016-01-01", "year")

    assert claims_of(turn(1, "x", "10:55", "in 2015", then))[-1].endswith(
        "said Thu 11 Feb 2016, 13:55 MSK"
    )


# Who and in which words.


def test_a_handle_and_words_too_long_for_a_line_have_one_each():
    words = "on Wednesday, the tenth of February, at 13:55 Moscow time"
    long = turn(1, "a_handle_that_is_far_too_long", "10:00", words, said(words))

    assert claims_of(long, width=40)[:2] == [
        "●1  @a_handle_that_is_far_too_long",
        "    “on Wednesday, the tenth of Februa…”",
    ]


def test_a_lost_text_leaves_the_words():
    lost = ONE.tweet._replace(text=None, state="reported", paraphrase="says so")

    assert "┃   Yesterday at 13:55 (MSK)" in claims_of(ONE._replace(tweet=lost))


def test_nothing_in_a_text_acts():
    text = "\x1b[31m yester\u202eday"
    odd = turn(1, "x\n", "10:00", text, said("yester\u202eday", inside=text))

    assert claims_of(odd)[:2] == [
        "●1  @x␊  “yester<U+202E>day”",
        "┃   ␛[31m yester<U+202E>day",
    ]


def test_in_colour_the_words_are_marked_where_they_stand():
    shown = section(ONE, form="terminal", theme="dark", colors="truecolor")

    green = "38;2;34;180;137"
    assert f"\x1b[4;{green}mYesterday at 13:55 (MSK)\x1b[0m, 2 aircraft" in shown[3]
    assert f"\x1b[1;{green}m13:55 MSK = 05:55 EST, Wed" in shown[1]


def test_lines_from_right_to_left_are_isolated_on_a_terminal():
    text = "سمعنا أمس طائرة"
    day = said("أمس", "2016-02-10", precision="day", inside=text)
    arabic = turn(1, "x", "10:00", text, day)

    assert f"┃   \u2068{text}\u2069" in claims_of(arabic, isolate=True)
    assert f"┃   {text}" in claims_of(arabic)


# The section.


def test_it_counts_claims_and_moments_below_the_conversation():
    shown = drawn([spat([ONE, TWO])], seen=view(events=True))

    at_title = next(n for n, line in enumerate(shown) if line.startswith(TITLE))
    assert shown[at_title].endswith("  2 claims, 1 moment")
    assert shown[at_title + 1] == "━" * 80
    assert shown[at_title - 2 : at_title] == ["", ""]
    assert shown[: at_title - 2] == drawn([spat([ONE, TWO])])


def test_on_a_narrow_line_the_counts_stand_below_the_title():
    shown = drawn([spat([ONE, TWO])], seen=view(events=True, width=40))

    assert shown[shown.index(TITLE) + 1] == "2 claims, 1 moment"


def test_where_no_text_speaks_of_a_time_one_line_says_so():
    plain = lines([tweet("1", "a", "10:00")])
    with_events = lines([tweet("1", "a", "10:00")], events=True)

    assert with_events == [
        *plain,
        "",
        "",
        "◷ No text here speaks of a time that is understood.",
    ]


def test_every_conversation_that_is_shown_whole_has_its_own():
    tweets = [
        tweet("1", "a", "10:00", "At 13:55 (MSK) they came"),
        tweet("5", "b", "11:00", "At 14:55 (MSK) they left"),
    ]

    whole = lines(tweets, events=True, whole=True)
    likeliest = lines(tweets, events=True, whole=False)

    assert sum(line.startswith(TITLE) for line in whole) == 2
    assert sum(line.startswith(TITLE) for line in likeliest) == 1
    assert likeliest[-2] == "1 more conversation"


def test_in_ascii_all_of_it_is_ascii():
    shown = section(ONE, TWO, width=100, glyphs=ASCII)

    assert "".join(shown).isascii()
    assert shown[3].startswith('A1  @moscow_mod  "Yesterday at 13:55 (MSK)"')


# Whatever is said.


moments = st.builds(
    lambda words, start, length, precision, zone: said("x")._replace(
        text=words,
        start=on(start),
        end=on(start) + length,
        precision=precision,
        zone=zone,
    ),
    texts(50),
    st.sampled_from(["2016-02-10", "2016-02-10 13:55:07", "2015-12-31 23:00"]),
    st.timedeltas(
        min_value=on("2016-02-10") - on("2016-02-11"),
        max_value=on("2017-02-10") - on("2016-02-10"),
    ),
    st.sampled_from(get_args(Precision)),
    st.sampled_from([MSK, ET, EET, "Asia/Kathmandu", "No/Where"]),
)
speeches = st.builds(
    lambda author, clock, before, after, times, side: turn(
        1,
        "x",
        clock,
        before + (times[0].text if times else "") + after,
        *(each._replace(start_index=len(before)) for each in times),
        side=side,
        zone=EET if len(before) % 2 else None,
    ),
    texts(20),
    st.sampled_from([None, "10:00", "20:59"]),
    texts(40),
    texts(80),
    st.lists(moments, max_size=3),
    st.sampled_from([None, "Moscow", "Coalition"]),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(speeches, texts(20)), min_size=1, max_size=4),
    st.integers(40, 140),
    st.sampled_from([[], ["UTC"], ["MSK", "ET"], ["MSK", "ET", "Asia/Kathmandu"]]),
    st.booleans(),
    st.booleans(),
)
def test_no_line_is_wider_than_the_width(told, width, zones, ascii_only, verbose):
    turns = [
        each._replace(
            n=n,
            tweet=each.tweet._replace(id=str(n), author=Account(name or "x")),
        )
        for n, (each, name) in enumerate(told, start=1)
    ]
    how = {"width": width, "zones": zones, "verbose": verbose, "events": True}
    seen = view(**how, **({"glyphs": ASCII} if ascii_only else {}))

    shown = drawn([spat(turns)], seen=seen)

    assert [line for line in shown if cells(line) > width] == []


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 140])
@pytest.mark.parametrize("more", [{}, {"glyphs": ASCII}, {"isolate": True}])
def test_every_precision_fits_every_width(width, more):
    shown = drawn([every_precision()], seen=view(width=width, events=True, **more))

    assert [line for line in shown if cells(line) > width] == []
    assert "".join(shown).count("said ") >= 16
