"""Folding: of a long conversation a terminal shows what the sides say."""

import re
from datetime import timedelta

import pytest
from make import at, status, tweet, written
from played import Terminal
from shown import ROOT, SIDES, case_of, drawn, spats, view

from tweetspat.model import Claim
from tweetspat.renderers.folding import LONG


def crowd(*parents, minutes=1):
    """@mod, then an answer a minute by @u2, @u3 ...; the last by @oir.

    `parents` says what the last ones answer; the others answer the first.
    """
    count = max(LONG, len(parents) + 1)
    above = [*["1"] * (count - 1 - len(parents)), *parents]
    for n, parent in enumerate(above, start=2):
        author = "oir" if n == count else f"u{n}"
        sent = at("10:00") + timedelta(minutes=minutes * n)
        yield tweet(str(n), author, sent=sent, text=f"words {n}", reply_to=parent)
    yield tweet("1", "mod", "10:00", "the first")


def folded(tweets, *cases, layout="timeline", fold=True, sides=SIDES, **more):
    (spat,) = spats(tweets, *cases, **({} if cases else {"sides": sides}))
    return drawn([spat], "text", view(layout=layout, fold=fold, **more))


def numbers(shown):
    """The numbers of the tweets that are shown."""
    return {n for n in range(1, 200) for line in shown if line.endswith(f"words {n}")}


def test_what_bystanders_say_is_one_line():
    shown = folded(crowd())

    assert "       ⋮            … 28 replies by 28 others · ○2–○29" in shown
    assert numbers(shown) == {30}


def test_it_is_said_how_to_see_them():
    assert folded(crowd())[-1] == "… 28 tweets folded: --unfold shows them"


@pytest.mark.parametrize("layout", ["timeline", "versus", "tree"])
@pytest.mark.parametrize("compact", [False, True])
def test_every_layout_folds(layout, compact):
    shown = folded(crowd(), layout=layout, compact=compact, width=120)

    assert any("… 28 replies by 28 others · ○2–○29" in line for line in shown)
    assert numbers(shown) == {30}
    assert shown[-1].endswith("--unfold shows them")


@pytest.mark.parametrize("layout", ["timeline", "versus", "tree"])
def test_nothing_is_folded_unless_the_view_says_so(layout):
    shown = folded(crowd(), layout=layout, fold=False, width=120)

    assert numbers(shown) == {*range(2, 31)}


def test_a_short_conversation_is_never_folded():
    tweets = [each for each in crowd() if each.id != "2"]

    assert numbers(folded(tweets)) == {*range(3, 31)}


@pytest.mark.parametrize("layout", ["timeline", "versus", "tree"])
def test_what_a_side_answers_stays_and_what_that_answers(layout):
    shown = folded(crowd("1", "28", "29"), layout=layout, width=120)

    assert numbers(shown) >= {28, 29}


def test_numbers_stay_those_of_the_whole():
    shown = folded(crowd())

    assert " 13:30  05:30  ◆30  @oir  ↩ replies to ●1" in shown


def test_a_single_one_is_shown():
    assert numbers(folded(crowd("1", "28"))) == {28, 29, 30}


def test_silences_among_them_are_folded_with_them():
    shown = folded(crowd(minutes=120))

    assert any("28 others · ○2–○29 · 2 d 6 h of silence" in line for line in shown)


def test_an_order_that_is_contested_is_not_folded_away():
    tweets = [*crowd()]
    claims = (Claim("FP", ("2", "3")), Claim("UPI", ("3", "2")))
    case = case_of(*(each.id for each in tweets), claims=claims)

    assert numbers(folded(tweets, case)) >= {2, 3}


def test_nobody_stands_by_where_there_are_no_sides():
    tweets = [each._replace(author=None) for each in crowd()]

    assert numbers(folded(tweets, sides=())) == {*range(2, 31)}


def test_of_a_part_that_was_asked_for_nothing_is_folded():
    (spat,) = spats(crowd(), sides=SIDES)

    shown = drawn([spat._replace(whole=400)], "text", view(fold=True))

    assert numbers(shown) == {*range(2, 31)}


def test_lost_tweets_that_only_bystanders_answer_are_folded_with_them():
    tweets = [*crowd(), tweet("50", "u50", "11:00", "words 50", reply_to="49")]
    tweets.append(tweet("51", "u51", "11:01", "words 51", reply_to="50"))
    case = case_of(*(each.id for each in tweets))

    shown = folded(tweets, case)

    assert numbers(shown) == {30}


@pytest.mark.parametrize("layout", ["timeline", "tree"])
def test_what_stands_for_them_is_told_whole_where_it_is_narrow(layout):
    shown = folded(crowd(minutes=120), layout=layout, width=40)

    words = " ".join(re.sub("[⋮│·]", " ", " ".join(shown)).split())
    assert "… 28 replies by 28 others ○2–○29 2 d 6 h of silence" in words


def test_a_terminal_folds_unless_it_is_asked_to_unfold(tmp_path):
    first = status("10:00", "mod_russia")
    others = [
        status(f"10:{n:02}", f"u{n}", f"words {n}", answers=first) for n in range(1, 41)
    ]
    answer = status("10:50", "oirspox", answers=first)
    path = written(tmp_path, "thread.json", [first, *others, answer])
    sides = ("--side", "A=@mod_russia", "--side", "B=@oirspox")
    show = ("-m", "tweetspat", "show", "--no-pager", *sides, path)

    with Terminal() as terminal:
        on_screen = terminal.run(show, PYTHONPATH=str(ROOT)).screen
        unfolded = terminal.run((*show, "--unfold"), PYTHONPATH=str(ROOT)).screen
        piped = terminal.run(show, piped=True, PYTHONPATH=str(ROOT)).stdout

    assert b"40 tweets folded: --unfold shows them" in on_screen
    assert on_screen.count(b"words ") == 0
    assert unfolded.count(b"words ") == piped.count(b"words ") == 40
