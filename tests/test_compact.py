"""Compact: a line or two for each tweet, whatever the layout."""

import pytest
from make import tweet
from shown import SIDES, case_of, drawn, lines, spats, view

from tweetspat.model import Claim
from tweetspat.renderers.view import LAYOUTS

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"
TALK = [
    tweet("1", "mod", "10:00", "#first words"),
    tweet("2", "oirspox", "10:05", LONG, reply_to="1"),
    tweet("3", "mod", "12:00", "line\n\nline", quotes="2"),
]


def compact(tweets, *cases, **more):
    """The lines of the tweets, from their banner on."""
    shown = lines(tweets, *cases, compact=True, **more)
    return shown[next(n for n, line in enumerate(shown) if "╌╌" in line) :]


def test_a_tweet_is_one_line_in_columns_without_a_blank_line():
    assert compact(TALK)[1:] == [
        " 13:00  05:00  ●1  @mod           #first words",
        (
            " 13:05  05:05  ◆2  @oirspox  ↩●1  one two three four five six seven eight "
            "nine…"
        ),
        (
            "       ⋮           ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 1 h 55 m of silence "
            "┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄"
        ),
        " 15:00  07:00  ●3  @mod      ❝◆2  line line",
    ]


def test_where_a_line_has_no_room_for_words_they_have_one_of_their_own():
    shown = compact(TALK, width=44)

    assert shown[1:5] == [
        " 13:00  05:00  ●1  @mod",
        "                   #first words",
        " 13:05  05:05  ◆2  @oirspox  ↩●1",
        "                   one two three four five…",
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("width", [40, 120])
def test_a_text_of_nothing_leaves_no_blank_line(layout, width):
    tweets = [
        tweet("1", "mod", "10:00", ""),
        tweet("2", "oir", "10:01", " ", quotes="1"),
    ]

    shown = drawn(
        spats(tweets, sides=SIDES),
        "text",
        view(layout=layout, width=width, compact=True),
    )

    assert [line.strip(" ┃") for line in shown].count("") == 1
    assert shown[-1].strip()


def test_where_nobody_answers_anybody_there_is_no_column_for_it():
    assert compact(TALK[:1])[1] == " 13:00  05:00  ●1  @mod  #first words"


def test_a_long_handle_is_cut_to_its_column():
    shown = compact([tweet("1", "a" * 70, "10:00", "yes")])

    assert shown[1] == f" 13:00  05:00  ●1  @{'a' * 14}…  yes"


def test_every_doubt_keeps_its_sign():
    tweets = [
        tweet("x", "mod", None),
        tweet("y", "oir", None, ".@mod is wrong"),
        tweet("z", "mod", "10:00", reply_to="9"),
    ]
    claims = (Claim("FP", ("x", "y")), Claim("UPI", ("y", "x")))

    shown = compact(tweets, case_of("x", "y", "z", claims=claims))

    assert " time unknown  ◆2  @oir  ⇅    .@mod is wrong" in shown
    assert " time unknown  ?3  @?         ⌀ lost: not in the data" in shown
    assert " 13:00  05:00  ●4  @mod  ↩?3  words" in shown


def test_a_lost_text_says_what_is_reported_of_it_and_that_there_is_more():
    lost = tweet("1", "a", "10:00", None, state="reported", paraphrase=LONG)

    (line,) = compact([lost])[1:]

    assert line.startswith(" 13:00  05:00  ●1  @a  ⌀ text lost; reported: one two")
    assert line.endswith("…")


def test_a_tree_has_a_line_a_tweet_too():
    shown = lines(TALK, compact=True, layout="tree")

    assert shown[-3:] == [
        "●1 @mod  13:00 MSK / 05:00 EST · Thu 11 Feb 2016  #first words",
        (
            "╰── ◆2 @oirspox  13:05/05:05  one two three four five six seven eight "
            "nine ten…"
        ),
        "    ╘══ ●3 @mod  15:00/07:00  line line",
    ]


def test_in_a_tree_the_other_links_keep_their_signs():
    tweets = [*TALK, tweet("4", "mod", "12:01", "so", reply_to="2", quotes="1")]

    shown = lines(tweets, compact=True, layout="tree")

    assert shown[-1] == "    ╰── ●4 @mod  15:01/07:01  ❝●1  so"


def test_versus_has_two_lines_a_tweet():
    seen = view(layout="versus", width=100, compact=True)
    sides = (SIDES[0], SIDES[1]._replace(accounts=("oirspox",)))

    shown = drawn(spats(TALK[:2], sides=sides), "text", seen)

    assert [line.strip(" ┃") for line in shown[-4:]] == [
        "●1 @mod ──────────────────────────────── 13:00 ┃ 05:00",
        "#first words",
        "13:05 ┃ 05:05 ─┃ ◆2 @oirspox  ↩ replies to ●1",
        "one two three four five six seven eigh…",
    ]
