"""What a text says about time stands on lines of its own, below the words."""

import pytest
from make import at
from shown import drawn, view
from telling import EET, ET, MSK, SIDES, said, spat, turn

SENT = at("10:12")


def below(text, *times, sent=SENT, **more):
    """The lines from the first "◷" on, without their rails."""
    shown = drawn(
        [spat([turn(1, "moscow_mod", sent, text, *times)])], seen=view(**more)
    )
    body = [line.strip("┃ ") for line in shown]
    return body[
        next(n for n, line in enumerate(body) if line.startswith(("◷", "@ "))) :
    ]


def told(words, *times, **more):
    """What is told of one time that a text of its own speaks of."""
    zone = more.pop("zone", MSK)
    basis = more.pop("basis", "zone named in the text")
    moment = said(words, *times, zone=zone, basis=basis)
    return " ".join(below(words, moment, **more))


@pytest.mark.parametrize(
    ("words", "times", "line"),
    [
        pytest.param(
            "Yesterday at 13:55 (MSK)",
            ("2016-02-10 13:55",),
            "◷ 13:55 MSK = 05:55 EST, Wed 10 Feb · 23 h 17 m earlier",
            id="minute",
        ),
        pytest.param(
            "at 13:55:07 MSK",
            ("2016-02-11 13:55:07", None, "second"),
            "◷ 13:55:07 MSK = 05:55:07 EST, Thu 11 Feb · 43 m later",
            id="second-in-the-future",
        ),
        pytest.param(
            "at 9 a.m.",
            ("2016-02-11 09:00", None, "hour"),
            "◷ about 09:00–10:00 MSK = 01:00–02:00 EST, Thu 11 Feb",
            id="hour",
        ),
        pytest.param(
            "a few hours ago",
            ("2016-02-11 08:12", "2016-02-11 12:13", "hours"),
            "◷ a few hours ago → 08:12–12:13 MSK = 00:12–04:13 EST, Thu 11 Feb",
            id="hours",
        ),
        pytest.param(
            "overnight",
            ("2016-02-10 18:00", "2016-02-11 06:00", "part"),
            "◷ overnight → 18:00–06:00 MSK Wed 10–Thu 11 Feb "
            "= 10:00–22:00 EST Wed 10 Feb",
            id="part",
        ),
        pytest.param(
            "Yesterday",
            ("2016-02-10", None, "day"),
            "◷ Yesterday → Wed 10 Feb (MSK)",
            id="day",
        ),
        pytest.param(
            "last week",
            ("2016-02-01", None, "week"),
            "◷ last week → Mon 1 – Sun 7 Feb (MSK)",
            id="week",
        ),
        pytest.param(
            "last month",
            ("2016-01-01", "2016-02-01", "month"),
            "◷ last month → January 2016 (MSK)",
            id="month",
        ),
        pytest.param(
            "last year",
            ("2015-01-01", "2016-01-01", "year"),
            "◷ last year → 2015 (MSK)",
            id="year",
        ),
        pytest.param(
            "from 10 to 16 February",
            ("2016-02-10", "2016-02-17", "range"),
            "◷ from 10 to 16 February → Wed 10 – Tue 16 Feb (MSK)",
            id="range-of-days",
        ),
        pytest.param(
            "from 19:00 to 21:00",
            ("2016-02-11 19:00", "2016-02-11 21:00", "range"),
            "◷ 19:00–21:00 MSK = 11:00–13:00 EST, Thu 11 Feb",
            id="range-of-clock-times",
        ),
    ],
)
def test_every_precision_is_told_exactly_and_in_short(words, times, line):
    assert told(words, *times, width=100) == line


def test_the_clock_it_was_counted_on_comes_first_also_where_it_is_not_shown():
    assert told("at 12:55", "2016-02-10 12:55", zone=EET, width=120).startswith(
        "◷ 12:55 EET = 13:55 MSK = 05:55 EST, Wed 10 Feb"
    )
    assert told("5:55 a.m.", "2016-02-10 05:55", zone=ET).startswith("◷ 05:55 EST = ")


def test_a_zone_that_is_not_known_leaves_the_clocks_that_are_shown():
    odd = said("at 13:55")._replace(zone="Europe/Nowhere")

    assert below("at 13:55", odd)[0].startswith("◷ 13:55 MSK = 05:55 EST")
    assert below("at 13:55", odd, zones=[])[0].startswith("◷ 10:55 UTC, Wed 10 Feb")


def test_years_are_told_where_the_tweets_own_year_is_not_known():
    assert told("Yesterday", "2016-02-10", None, "day", sent=None).endswith(
        "Wed 10 Feb 2016 (MSK)"
    )


def test_of_several_times_each_tells_its_words_unless_they_show_its_clock():
    text = "At 5:55 and at noon, not at 14:00"
    times = (
        said("At 5:55", "2016-02-10 05:55", inside=text),
        said("at noon", "2016-02-10 12:00", inside=text),
        said("at 14:00", "2016-02-10 14:00", inside=text),
    )

    assert [line.split(" MSK")[0] for line in below(text, *times, width=100)] == [
        "◷ 05:55",
        "◷ at noon → 12:00",
        "◷ 14:00",
    ]


def test_two_that_read_alike_tell_their_words():
    text = "13:55 MSK, that is 13:55 in Damascus"
    times = (
        said("13:55 MSK", "2016-02-10 13:55", inside=text),
        said("13:55 in Damascus", "2016-02-10 13:55", zone=EET, inside=text),
    )

    told_of = [line for line in below(text, *times) if line.startswith("◷")]
    assert [line.split(" →")[0] for line in told_of] == [
        "◷ 13:55 MSK",
        "◷ 13:55 in Damascus",
    ]


def test_what_does_not_fit_breaks_between_clocks_and_hangs_below():
    text = "in the night to 10 February"
    night = said(text, "2016-02-09 18:00", "2016-02-10 06:00", "part")

    assert below(text, night, width=60) == [
        "◷ in the night to 10 February →",
        "18:00–06:00 MSK Tue 9–Wed 10 Feb",
        "= 10:00–22:00 EST Tue 9 Feb",
    ]


def test_in_ascii_all_of_it_is_ascii():
    from tweetspat.renderers.view import ASCII

    text = "overnight"
    night = said(text, "2016-02-09 18:00", "2016-02-10 06:00", "part")
    shown = drawn(
        [spat([turn(1, "moscow_mod", SENT, text, night)])], seen=view(glyphs=ASCII)
    )

    line = next(line for line in shown if "->" in line)
    assert line.endswith("@ overnight -> 18:00-06:00 MSK Tue 9-Wed 10 Feb")
    assert "".join(shown).isascii()


# Why it is read so.


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        pytest.param(
            "zone named in the text",
            "by the zone named in the text (Europe/Moscow);",
            id="a-zone",
        ),
        pytest.param("counted back", "counted back (Europe/Moscow);", id="another"),
        pytest.param("", "(Europe/Moscow);", id="none"),
    ],
)
def test_verbose_tells_why_and_how_sure_it_is(basis, words):
    why = f"{words} right in 95% of such cases"

    assert why in told("at 13:55", basis=basis, verbose=True, width=120)
    assert "such cases" not in told("at 13:55", basis=basis, width=120)


# Words of others.


def test_nothing_in_the_words_acts_and_long_ones_are_cut():
    odd = said("yester\nday\x1b[31m " + "x" * 300, "2016-02-10", precision="day")

    first, last = below("words", odd._replace(text="yester\nday\x1b[31m " + "x" * 300))

    assert first.startswith("◷ yester␊day␛[31m xxx")
    assert first.endswith("x… →")
    assert last == "Wed 10 Feb (MSK)"


def test_of_many_times_twelve_are_told():
    times = [said("at 13:55")] * 15

    assert below("at 13:55", *times)[-1] == "◷ 3 more times"


def test_words_that_run_from_right_to_left_are_isolated_on_a_terminal():
    day = said("أمس", "2016-02-10", precision="day")

    assert "◷ \u2068أمس\u2069 → Wed" in below("أمس", day, isolate=True)[-1]
    assert "\u2068" not in "".join(below("أمس", day))


def test_in_a_picture_words_from_right_to_left_stay_in_one_stretch():
    text = "سمعنا أمس طائرة"
    day = said("أمس", "2016-02-10", precision="day", inside=text)
    told_by = spat([turn(1, "moscow_mod", SENT, text, day)], SIDES)

    picture = "\n".join(drawn([told_by], "svg", view(theme="dark")))

    assert f">{text}</text>" in picture
