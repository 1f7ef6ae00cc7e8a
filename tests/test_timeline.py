"""The timeline as plain text: what a person reads of each tweet."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import SIDES, case_of, drawn, lines, sample, spats, texts, view

from tweetspat.model import Bounds, Claim, Copy, Media, Url
from tweetspat.problems import Place, Problem
from tweetspat.renderers.cells import cells
from tweetspat.renderers.view import ASCII, GLYPHS


def text_of(*args, **more):
    """The output with every run of white space as one space, rails left out."""
    return " ".join(" ".join(lines(*args, **more)).replace("┃", " ").split())


def line_with(words, shown):
    return next(line for line in shown if words in line)


def talk(*clocks, **more):
    """A chain of answers of @a and @b in turn."""
    return [
        tweet(
            str(n), "ba"[n % 2], clock, reply_to=str(n - 1) if n > 1 else None, **more
        )
        for n, clock in enumerate(clocks, start=1)
    ]


# One tweet.


def test_a_tweet_shows_both_clocks_its_sign_number_and_handle():
    shown = lines(talk("10:00", "10:05"))

    assert " 13:00  05:00  ●1  @a" in shown
    assert " 13:05  05:05  ◆2  @b  ↩ replies to ●1" in shown


def test_with_one_clock_the_column_is_as_narrow_as_that():
    shown = lines(talk("10:00"), zones=["UTC"])

    assert shown[-2:] == [" 10:00  ●1  @a", "        ┃   words"]


def test_without_any_clock_no_time_is_shown():
    shown = lines(talk("10:00"), zones=[])

    assert shown[-2].split() == ["●1", "@a"]


def test_a_text_stands_verbatim_behind_the_rail_and_keeps_its_lines():
    shown = lines([tweet("1", text="one  two\n\n#three & <four>")])

    assert shown[-3:] == [
        "               ┃   one  two",
        "               ┃",
        "               ┃   #three & <four>",
    ]


def test_a_line_break_in_a_text_cannot_forge_a_tweet():
    forged = "yes\n 13:01  05:01  ◆2  @oir\r 13:02\u2028 13:03\x85 13:04"
    shown = lines([tweet("1", text=forged)])

    heads = [line for line in shown if line.startswith(" 13:")]
    assert heads == []
    assert line_with("@oir", shown).startswith("               ┃   ")


def test_a_line_break_in_a_name_or_handle_cannot_forge_a_tweet():
    author = "a\n 13:01  05:01  ◆2  @oir"
    shown = lines([tweet("1", author, "10:00"), tweet("2", "b", "10:05", reply_to="1")])

    assert not any(line.startswith(" 13:01") for line in shown)


# Between tweets.


@pytest.mark.parametrize(
    ("clock", "words"),
    [("10:59", None), ("11:00", "1 h of silence"), ("12:27", "2 h 27 m of silence")],
)
def test_a_silence_is_drawn_from_one_hour_on(clock, words):
    shown = lines(talk("10:00", clock))

    drawn_words = [line.strip(" ⋮┄") for line in shown if "┄" in line]
    assert drawn_words == ([words] if words else [])


def test_no_silence_is_claimed_where_a_time_is_unknown():
    assert "silence" not in text_of(
        [*talk("10:00"), tweet("2", "b", None, reply_to="1")]
    )


def test_the_date_stands_once_above_the_tweets_of_that_day():
    banners = [line for line in lines(talk("10:00", "10:30", "19:00")) if "╌╌" in line]

    assert len(banners) == 1
    assert banners[0].startswith(
        "   MSK    EST  ╌╌ Thu 11 Feb 2016 · MSK UTC+3 · EST UTC-5 ╌"
    )


def test_midnight_on_any_of_the_clocks_starts_a_new_day():
    banners = [
        line.partition("╌╌ ")[2].rstrip("╌ ")
        for line in lines(talk("20:59", "21:00"))
        if "╌╌" in line
    ]

    assert banners == [
        "Thu 11 Feb 2016 · MSK UTC+3 · EST UTC-5",
        "Fri 12 Feb 2016 MSK UTC+3 · Thu 11 Feb 2016 EST UTC-5",
    ]


def test_washingtons_change_to_summer_time_is_told_where_it_happens():
    shown = drawn(sample("synthetic-v1.json")[:1])

    banners = [n for n, line in enumerate(shown) if "╌╌" in line]
    before, after = (shown[n] for n in banners)
    assert "EST UTC-5" in before
    assert "EDT UTC-4" in after
    assert shown[banners[0] + 1].startswith(" 08:40  00:40")
    assert shown[banners[1] + 1].startswith(" 10:30  03:30")


def test_a_change_of_the_clocks_on_the_same_day_alone_starts_a_new_stretch():
    before = at("06:59").replace(month=3, day=13)
    tweets = [
        tweet("1", "a", sent=before),
        tweet("2", "b", sent=before + timedelta(minutes=1), reply_to="1"),
    ]

    shown = lines(tweets)

    assert sum("╌╌" in line for line in shown) == 2
    assert " 10:00  03:00  ◆2  @b  ↩ replies to ●1" in shown


# Times that are not known.


def test_an_unknown_time_is_called_unknown():
    shown = lines([tweet("1", "a", None)])

    assert " time unknown  ●1  @a" in shown
    assert line_with("╌╌", shown).startswith(" ╌╌ time unknown ╌")


def test_a_time_known_by_bounds_says_its_bounds():
    bounds = Bounds(at("10:00"), at("11:00"))
    shown = lines([tweet("1", "a", None, bounds=bounds)])

    assert (
        "sent between Thu 11 Feb 2016, 13:00 MSK and Thu 11 Feb 2016, 14:00 MSK"
        in text_of([tweet("1", "a", None, bounds=bounds)], width=120)
    )
    assert " time unknown  ●1  @a" in shown


def test_how_a_report_tells_the_time_is_quoted():
    told = tweet("1", "a", None, time_as_told="early in the morning")

    assert "◷ time as told: early in the morning" in text_of([told])


# Links.


def test_a_quote_shows_its_beginning_in_a_frame():
    tweets = [
        tweet("1", "a", "10:00", "what I said"),
        tweet("2", "b", "10:01", quotes="1"),
    ]

    shown = lines(tweets)

    assert shown[-4:] == [
        " 13:01  05:01  ◆2  @b  ❝ quotes ●1",
        "               ┃   │ ●1 @a",
        "               ┃   │ what I said",
        "               ┃   words",
    ]


def test_of_a_long_quote_three_lines_are_shown():
    tweets = [
        tweet("1", "a", "10:00", "word " * 90),
        tweet("2", "b", "10:01", quotes="1"),
    ]

    framed = [line for line in lines(tweets) if "┃   │" in line]

    assert len(framed) == 4
    assert framed[-1].endswith("…")
    assert not framed[-2].endswith("…")


def test_a_quote_of_a_lost_text_says_what_is_reported_of_it():
    lost = tweet("1", "a", "10:00", None, state="reported", paraphrase="says no")

    shown = text_of([lost, tweet("2", "b", "10:01", quotes="1")])

    assert "│ ⌀ text lost; reported: says no" in shown


def test_a_lost_parent_stands_as_a_ghost_before_its_answer():
    shown = lines([tweet("5", "a", "10:00", reply_to="4")])

    assert " time unknown  ?1  @?  ⌀ lost: not in the data" in shown
    assert " 13:00  05:00  ●2  @a  ↩ replies to ?1" in shown


def test_an_inferred_link_is_marked_and_says_by_what():
    tweets = [
        tweet("1", "mod_russia", "10:00"),
        tweet("2", "oirspox", "10:05", ".@mod_russia's tweets are wrong"),
    ]

    assert any(
        line.endswith("@oirspox  ≈ answers ●1 (by mention)") for line in lines(tweets)
    )


def test_an_answer_to_a_burst_names_the_whole_series():
    shown = drawn(sample("aleppo-2016.json"))

    assert line_with("the series", shown).endswith(
        "@OIRspox  ≈ answers the series ●1 ●3 (by mention)"
    )


def test_an_answer_by_a_sources_word_says_so():
    place = Place("case.json", 1, "$", "case")
    tweets = [tweet("x", "mod"), tweet("y", "oir", answers="x", place=place)]

    assert line_with("◆2", lines(tweets)).endswith("@oir  ↩ answers ●1 (as told)")


def test_a_tweet_can_point_at_two_others():
    tweets = [
        *talk("10:00", "10:01"),
        tweet("3", "a", "10:02", reply_to="2", quotes="1"),
    ]

    assert line_with("●3", lines(tweets)).endswith("@a  ↩ replies to ◆2, ❝ quotes ●1")


def test_a_relation_that_does_not_fit_stands_on_lines_of_its_own():
    tweets = [
        *talk("10:00", "10:01"),
        tweet("3", "a", "10:02", reply_to="2", quotes="1"),
    ]

    shown = lines(tweets, width=40)

    at_head = shown.index(" 13:02  05:02  ●3  @a")
    assert " ".join(" ".join(shown[at_head + 1 : at_head + 3]).split()) == (
        "↩ replies to ◆2, ❝ quotes ●1"
    )


# What hangs on a tweet.


def test_retweets_stand_under_what_they_repeat_and_are_no_turns():
    tweets = [*talk("10:00"), tweet("9", "c", "10:30", "RT", repeats="1")]

    shown = lines(tweets)

    assert shown[-1] == "               ┃   ⟲ repeated by @c"
    assert "RT" not in "".join(shown)


def test_of_many_retweeters_five_are_named():
    repeats = [tweet(f"9{n}", f"r{n}", f"10:3{n}", repeats="1") for n in range(9)]

    shown = text_of([*talk("10:00"), *repeats])

    assert "⟲ repeated by @r0, @r1, @r2, @r3, @r4 and 4 others" in shown


@pytest.mark.parametrize(
    ("more", "words"),
    [
        pytest.param(
            {"urls": (Url("https://t.co/a", "https://example.org/b"),)},
            "→ https://t.co/a leads to https://example.org/b",
            id="where-a-link-leads",
        ),
        pytest.param(
            {"media": (Media("photo", "https://pbs.example/a.jpg", "a map"),)},
            "▣ photo https://pbs.example/a.jpg: a map",
            id="media",
        ),
        pytest.param(
            {"sources": ("UPI (edited)", "FP")},
            "─ told by UPI (edited), FP",
            id="sources",
        ),
        pytest.param(
            {"cut": True}, "⌀ the data holds a text that was cut or rewritten", id="cut"
        ),
        pytest.param(
            {"state": "recovered", "sources": ("nested in 5",)},
            "≠ recovered from a copy nested in 5",
            id="recovered",
        ),
        pytest.param(
            {"copies": (Copy("other words", "a", Place("o.json", 4)),)},
            "≠ a copy by @a at o.json:4: $ reads: other words",
            id="a-copy-that-differs",
        ),
        pytest.param(
            {"problems": (Problem("odd", "its stamp may be forged"),)},
            "⚠ its stamp may be forged",
            id="a-problem",
        ),
        pytest.param(
            {"text": None, "state": "reported", "paraphrase": "says no"},
            "⌀ text lost; reported: says no",
            id="a-report",
        ),
        pytest.param(
            {"text": "Syria is", "state": "reported", "paraphrase": "goes on"},
            "Syria is ⌀ whole text lost; reported: goes on",
            id="a-fragment",
        ),
    ],
)
def test_what_is_known_of_a_tweet_stands_below_its_text(more, words):
    assert words in text_of([tweet("1", clock="10:00", **({"text": "words"} | more))])


def test_a_link_that_leads_where_it_says_is_not_told_of():
    url = Url("https://a.example/b", "https://a.example/b")

    assert "leads to" not in text_of([tweet("1", urls=(url,))])


def test_a_stamp_that_contradicts_its_id_is_told_of():
    made_in_2016 = "697700000000000001"
    forged = tweet(made_in_2016, sent=at("12:00").replace(year=2012))

    assert "⚠ its stamp (2012-02-11T12:00:00.000Z) contradicts its id" in text_of(
        [forged]
    )


def test_a_contested_order_says_who_tells_it_how():
    tweets = [tweet("x", "mod", None), tweet("y", "oir", None)]
    claims = (Claim("FP", ("x", "y")), Claim("UPI", ("y", "x")))

    shown = text_of(tweets, case_of("x", "y", claims=claims))

    assert "⇅ order contested: put before ◆2 by FP, after ◆2 by UPI" in shown
    assert "⇅ order contested: put before ●1 by UPI, after ●1 by FP" in shown


# Said times.


def test_a_said_time_is_shown_on_every_clock_below_the_text():
    said = tweet("1", "mod", "10:12", "Yesterday at 13:55 (MSK), 2 A-10")

    assert "◷ 13:55 MSK = 05:55 EST, Wed 10 Feb · 23 h 17 m earlier" in text_of([said])


def test_a_said_time_that_falls_on_two_dates_tells_both():
    said = tweet("1", "mod", "10:12", "At 05:00 (MSK) they came")

    assert "◷ 05:00 MSK Thu 11 Feb = 21:00 EST Wed 10 Feb" in text_of([said])


def test_a_said_day_needs_to_be_somebodys_day():
    tweets = [
        tweet("1", "mod", "10:12", "Yesterday, nothing"),
        tweet("2", "oir", "10:20"),
    ]

    sided = drawn(spats(tweets, sides=SIDES))

    assert "◷ Yesterday → Wed 10 Feb (MSK)" in " ".join(" ".join(sided).split())


# Views.


def test_in_ascii_no_other_sign_is_drawn():
    found = [*sample("aleppo-2016.json"), *sample("synthetic-v1.json")]
    signs = {char for sign in GLYPHS for part in sign for char in part} | {"┄"}
    drawn_signs = {char for char in signs if not char.isascii()} - {*"…“”"}

    # These three also stand in the words of a source.
    assert drawn_signs & set("".join(drawn(found))) > {*"●◆○┃━╌┄⋮"}
    assert not drawn_signs & set("".join(drawn(found, seen=view(glyphs=ASCII))))


def test_verbose_tells_evidence_place_and_id():
    tweets = [tweet("1", "a", "10:00"), tweet("2", "b", "10:01", reply_to="1")]

    shown = text_of(tweets, verbose=True)

    assert "→ 1: in_reply_to_status_id_str" in shown
    assert "· id 2, made.json:1: $ (api-v1.1)" in shown
    assert "made.json" not in text_of(tweets)


TALKS = [
    *talk("10:00", "10:05"),
    tweet("11", "c", "11:00", "another\nmatter"),
    tweet("21", "d", None, "a third"),
]


def test_the_likeliest_spat_is_whole_and_the_others_have_a_line_each():
    shown = lines(TALKS, whole=False)

    assert shown[-3:] == [
        "2 more conversations",
        "11                       1 by 1    11 Feb 2016               another matter",
        "21                       1 by 1    undated                   a third",
    ]


def test_on_request_all_are_whole():
    shown = lines(TALKS, whole=True)

    assert "more conversation" not in "".join(shown)
    assert " 14:00  06:00  ●1  @c" in shown
    assert " time unknown  ●1  @d" in shown


@pytest.mark.parametrize(
    ("most", "last"),
    [(1, "… 1 more: tweetspat list"), (2, "21  "), (None, "21  ")],
)
def test_of_many_others_a_terminal_shows_so_many_and_says_how_to_see_more(most, last):
    shown = lines(TALKS, whole=False, most_others=most)

    assert shown[-1].startswith(last)


def test_a_heap_of_nothing_draws_nothing():
    assert drawn([]) == []


# Whatever is written.


hostile = st.one_of(
    st.builds(
        tweet,
        st.sampled_from(["1", "2", "3", "4", "5", "99"]),
        texts(20),
        st.sampled_from([None, "10:00", "10:01", "13:30", "22:00"]),
        texts() | st.just("At 13:55 (MSK) today"),
        reply_to=st.sampled_from([None, "1", "98"]),
        quotes=st.sampled_from([None, "2"]),
        time_as_told=st.none() | texts(20),
        copies=texts(30).map(lambda text: (Copy(text, "x", Place("f.json", 1)),)),
    ),
    st.builds(
        tweet,
        st.sampled_from(["6", "7"]),
        texts(20),
        st.none(),
        st.none(),
        state=st.just("reported"),
        paraphrase=texts(),
        quotes=st.sampled_from([None, "1"]),
    ),
)
talks = st.lists(hostile, min_size=1, max_size=4)
"""Tweets with hostile names and texts, that may point at each other."""


@settings(max_examples=80, deadline=None)
@given(talks, st.integers(60, 120), st.sampled_from([[], ["UTC"], ["MSK", "ET"]]))
def test_no_line_is_wider_than_the_width(tweets, width, zones):
    shown = lines(tweets, width=width, zones=zones, verbose=bool(width % 2))

    assert [line for line in shown if cells(line) > width] == []


@settings(max_examples=60, deadline=None)
@given(talks)
def test_every_tweet_stands_once_and_in_its_order_whatever_the_texts_say(tweets):
    for spat in spats(tweets):
        head = re.compile(r" (?:time unknown|\d\d:\d\d  \d\d:\d\d)  [●◆▲■○?](\d+) ")
        numbers = [
            int(found[1]) for line in drawn([spat]) if (found := head.match(line))
        ]

        assert numbers == [turn.n for turn in spat.turns]
