"""The tree: every tweet under what it answers, the line to it telling how."""

from datetime import timedelta

import pytest
from make import at, tweet
from shown import case_of, drawn, lines, spats, view

from tweetspat.model import Link, Order, Spat, Turn, TweetId
from tweetspat.renderers.branches import forest_of
from tweetspat.renderers.view import ASCII

LARGE = 5_000
"""Far more than Python lets functions call each other."""


def tree_of(tweets, *cases, **more):
    """The lines of the tree below the heading."""
    shown = lines(tweets, *cases, layout="tree", **more)
    return shown[next(n for n, line in enumerate(shown) if is_root(line)) :]


def is_root(line):
    return line[:1] in {*"●◆▲■○?ABCDo"} and line[1:2].isdigit()


def spat_of(parents, author="ab".__getitem__):
    """A spat of many turns, made at once: `parents` names each turn's, or None."""
    turns = []
    for n, parent in enumerate(parents, start=1):
        made = tweet(str(n), author(n % 2), sent=at("10:00") + timedelta(seconds=n))
        link = Link(
            TweetId(str(parent)), "replied_to", "metadata", True, 1.0, 1.0, "id"
        )
        links = (link,) if parent else ()
        turns.append(Turn(made, n, None, links, (), (), ()))
    return Spat(
        TweetId("1"), None, False, False, (), (), Order("total"), tuple(turns), 1
    )


TALK = [
    tweet("1", "a", "10:00", "first"),
    tweet("2", "b", "10:01", "second", reply_to="1"),
    tweet("3", "a", "10:02", "third", reply_to="2"),
    tweet("4", "b", "10:03", "fourth", reply_to="1"),
]


def test_replies_stand_under_what_they_answer_in_sending_order():
    assert tree_of(TALK) == [
        "●1 @a  13:00 MSK / 05:00 EST · Thu 11 Feb 2016",
        "│   first",
        "├── ◆2 @b  13:01/05:01  ↩ replies to ●1",
        "│   │   second",
        "│   ╰── ●3 @a  13:02/05:02  ↩ replies to ◆2",
        "│           third",
        "╰── ◆4 @b  13:03/05:03  ↩ replies to ●1",
        "        fourth",
    ]


def test_an_inferred_answer_hangs_on_a_dashed_line():
    tweets = [
        tweet("1", "mod_russia", "10:00"),
        tweet("2", "oirspox", "10:05", ".@mod_russia's tweets are wrong"),
    ]

    assert tree_of(tweets)[2].startswith("╰╌╌ ◆2 @oirspox")


def test_a_quotation_hangs_on_a_double_line_and_is_not_repeated():
    tweets = [
        tweet("1", "a", "10:00", "what I said"),
        tweet("2", "b", "10:01", "nonsense", quotes="1"),
        tweet("3", "b", "10:02", "again", quotes="1"),
    ]

    shown = tree_of(tweets)

    assert [line[:5] for line in shown if "quotes" in line] == ["╞══ ●", "╘══ ●"]
    assert sum("what I said" in line for line in shown) == 1


def test_what_a_reply_quotes_besides_is_told_in_words_and_shown():
    tweets = [*TALK, tweet("5", "a", "10:04", "look", reply_to="4", quotes="3")]

    shown = tree_of(tweets)

    assert shown[-4:] == [
        "    ╰── ●5 @a  13:04/05:04  ↩ replies to ◆4, ❝ quotes ●3",
        "            │ ●3 @a",
        "            │ third",
        "            look",
    ]


def test_a_lost_parent_stands_as_a_ghost_with_its_answers_under_it():
    tweets = [
        tweet("5", "a", "10:00", "yes", reply_to="4"),
        tweet("6", "b", "10:01", "no", reply_to="4"),
    ]

    shown = tree_of(tweets)

    assert shown[0] == "?1 @?  time unknown  ⌀ lost: not in the data"
    assert shown[1].startswith("├── ●2 @a  13:00 MSK / 05:00 EST · Thu 11 Feb 2016")
    assert shown[3].startswith("╰── ◆3 @b  13:01 MSK / 05:01 EST · Thu 11 Feb 2016")


def test_the_date_is_told_again_where_it_is_another_on_any_clock():
    tweets = [
        tweet("1", "a", "20:59"),
        tweet("2", "b", "21:00", reply_to="1"),
    ]

    assert tree_of(tweets)[2] == (
        "╰── ◆2 @b  00:00 MSK Fri 12 Feb / 16:00 EST Thu 11 Feb  ↩ replies to ●1"
    )


def test_in_ascii_its_lines_are_drawn_with_other_signs():
    shown = tree_of(TALK, glyphs=ASCII)

    assert all(line.isascii() for line in shown)
    assert [line[:8] for line in shown if "<-" in line] == [
        "|-- B2 @",
        "|   `-- ",
        "`-- B4 @",
    ]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_words_have_thirty_cells_however_deep_they_stand(width):
    chain = [None, *range(1, 60)]

    shown = drawn([spat_of(chain)], "text", view(layout="tree", width=width))

    indents = [len(line) - len("words") for line in shown if line.endswith("   words")]
    assert len(indents) == 60
    assert max(indents) <= width - 30


def test_what_is_too_deep_is_counted_and_continued_below():
    chain = [None, *range(1, 16)]

    shown = drawn([spat_of(chain)], "text", view(layout="tree"))

    at_count = next(n for n, line in enumerate(shown) if "deeper" in line)
    assert shown[at_count].strip() == "╰── … 4 deeper"
    assert shown[at_count + 1 : at_count + 4] == [
        "",
        "… continued from ●12 @a",
        "╰── ◆13 @b  13:00/05:00  ↩ replies to ●12",
    ]


@pytest.mark.parametrize(
    "parents",
    [
        pytest.param([None, *range(1, LARGE)], id="chain"),
        pytest.param([None, *[1] * (LARGE - 1)], id="star"),
    ],
)
def test_a_chain_and_a_star_may_be_as_large_as_they_like(parents):
    spat = spat_of(parents)

    shown = drawn([spat], "text", view(layout="tree", compact=True))

    heads = [line for line in shown if line.endswith("  words")]
    assert len(heads) == LARGE


def test_of_a_chain_of_a_hundred_thousand_it_is_known_how_many_stand_below():
    forest = forest_of(spat_of([None, *range(1, 100_000)]))

    assert forest.sizes[TweetId("1")] == 99_999


def test_claims_that_make_a_ring_do_not_make_the_tree_one():
    tweets = [
        tweet("1", "a", "10:00", "one", reply_to="3"),
        tweet("2", "b", "10:01", "two", reply_to="1"),
        tweet("3", "a", "10:02", "three", reply_to="2"),
    ]

    shown = tree_of(tweets)

    words = [line.strip(" │") for line in shown]
    assert all(words.count(word) == 1 for word in ("one", "two", "three"))
    assert any(line.endswith("replies to ●3") for line in shown)


def test_a_case_whose_tweets_answer_nothing_is_a_row_of_roots():
    tweets = [tweet("x", "mod", None), tweet("y", "oir", None)]

    shown = tree_of(tweets, case_of("x", "y"))

    assert [line for line in shown if is_root(line)] == [
        "●1 @mod  time unknown",
        "◆2 @oir  time unknown",
    ]


def test_an_answer_to_a_series_stands_under_its_last_and_names_all():
    tweets = [
        tweet("1", "mod_russia", "10:00"),
        tweet("2", "mod_russia", "10:05", reply_to="1"),
        tweet("3", "oirspox", "10:20", ".@mod_russia's tweets are wrong"),
    ]
    shown = tree_of(tweets)

    assert shown[-2].strip() == (
        "╰╌╌ ◆3 @oirspox  13:20/05:20  ≈ answers the series ●1 ●2 (by mention)"
    )


def test_a_tree_of_one_tweet_is_that_tweet():
    (spat,) = spats([tweet("1", text="alone")])

    assert drawn([spat], "text", view(layout="tree"))[-2:] == [
        "●1 @a  15:00 MSK / 07:00 EST · Thu 11 Feb 2016",
        "    alone",
    ]
