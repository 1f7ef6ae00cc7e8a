"""Numpy ranks and sums up conversations as the loops do."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import SAMPLES, status
from scanning import as_large, lines, loaded

from tweetspat.model import Side
from tweetspat.scan import Reading, ScannedHeap, ranked, words
from tweetspat.scan.cutting import cut
from tweetspat.scan.graph import Graph
from tweetspat.scan.ranked import Ranked
from tweetspat.scan.scanning import scan_inputs
from tweetspat.summaries import Summary

pytest.importorskip("numpy")


@pytest.fixture
def few(monkeypatch):
    """Let few conversations take the ways of many."""
    as_large(monkeypatch, typed_from=600)
    monkeypatch.setattr(ranked, "_AT_FIRST", 2)
    monkeypatch.setattr(ranked, "_AT_ONCE", 4)
    monkeypatch.setattr(words, "_MANY", 1)


def graph_of(paths, folder, reading):
    """Scan inputs and link what they hold."""
    names = [str(path) for path in paths]
    return Graph(scan_inputs(names, str(folder), naive=None, jobs=1), reading)


def summaries(found, start=0):
    """Return what is told of every conversation from the n-th on."""
    return [
        each for places in found.portions(start) for each in found.summaries(places)
    ]


def both(paths, folder, *, sides=(), join="auto", inferred=False):
    """Return what the loops and what numpy tell of one scan."""
    reading = Reading(infer="off", sides=tuple(sides))
    graph = graph_of(paths, folder, reading)
    scan, groups = graph.scan, cut(graph, join)
    told = []
    for vectors in (False, True):
        scan.vectors = vectors
        found = Ranked(graph, groups, inferred=inferred)
        order = list(found.order)
        told.append(
            (
                order,
                [found.score(number) for number in order],
                summaries(found),
                [found.summary(number) for number in order],
                summaries(found, 3),
            )
        )
    return told


def of(*statuses):
    """Return statuses as lines."""
    return "".join(f"{json.dumps(each)}\n" for each in statuses)


def same(text, folder, **more):
    """Return what both ways tell of lines, once they were seen to tell the same."""
    path = folder / "dump.jsonl"
    path.write_text(text)
    loops, numpy = both([path], folder, **more)

    assert numpy == loops
    return numpy


# Any heap.

NAMES = ("alice", "Alice_2", "bob", "carol", "Carlos_the_first", "carlos_the_second")
index = st.none() | st.integers(0, 40)
drawn = st.lists(
    st.tuples(
        st.integers(0, len(NAMES) - 1),
        index,  # replies to
        index,  # quotes
        index,  # repeats
        st.sampled_from((0, 0, 1, 2)),  # seconds after the one before
        st.sampled_from((True, True, True, False)),  # whether it is there
        st.sampled_from((None, None, None, "a new name", "copy", "other words")),
    ),
    min_size=1,
    max_size=40,
)


def heap_of(drawn):
    """Return statuses as they were drawn, some of whose parents are not there."""
    made, there, second = [], [], 0
    for number, each in enumerate(drawn):
        author, reply, quote, repeat, later, kept, odd = each
        second += later
        clock = f"10:{second // 60:02}:{second % 60:02}"
        one = status(clock, NAMES[author], f"“words” &amp; {number} \n", last=number)

        def other(where, made=made):
            return made[where % len(made)] if made and where is not None else None

        parent, quoted, repeated = other(reply), other(quote), other(repeat)
        if parent:
            one["in_reply_to_status_id"] = parent["id"]
            one["in_reply_to_status_id_str"] = parent["id_str"]
            one["in_reply_to_screen_name"] = parent["user"]["screen_name"]
        if quoted:
            bare = {key: quoted[key] for key in quoted if not key.endswith("_status")}
            one["quoted_status_id"] = quoted["id"]
            one["quoted_status_id_str"] = quoted["id_str"]
            one["quoted_status"] = bare
        if repeated and number % 3 == 0:
            one["retweeted_status"] = {
                key: repeated[key] for key in repeated if not key.endswith("_status")
            }
        made.append(one)
        if odd == "a new name":
            one["user"] = {**one["user"], "screen_name": f"{NAMES[author]}_new"}
        if kept or number == 0:
            there.append(one)
        if odd == "copy":
            there.append(one)
        if odd == "other words":
            there.append({**one, "full_text": f"“other” {number}"})
    return there


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    drawn,
    st.sampled_from(("auto", "replies")),
    st.booleans(),
    st.sampled_from(((), (Side("A", ("alice", "bob")), Side("C", ("carol",))))),
)
@pytest.mark.usefixtures("few")
def test_any_heap_is_ranked_and_summed_up_the_same_in_both_ways(
    tmp_path, heap, join, inferred, sides
):
    path = lines(tmp_path / "dump.jsonl", heap_of(heap))

    loops, numpy = both([path], tmp_path, join=join, inferred=inferred, sides=sides)

    assert numpy == loops


@pytest.mark.usefixtures("few")
def test_so_is_all_that_there_is_of_samples_at_once(tmp_path):
    loops, numpy = both([SAMPLES], tmp_path)

    assert numpy == loops
    assert any(isinstance(each, int) for each in numpy[2])  # case files


# What is odd.


def test_where_no_conversation_is_there_is_nothing_to_rank(tmp_path):
    assert same('{"delete":{"status":{"id":1,"id_str":"1"}}}\n', tmp_path)[0] == []


def test_one_tweet_is_one_conversation(tmp_path, few):
    (summary,) = same(of(status("10:00", "bob", "Hello")), tmp_path)[2]

    assert (summary.tweets, summary.voices, summary.words) == (1, ("bob",), "Hello")


def test_who_is_as_busy_comes_by_handle_however_alike_handles_begin(tmp_path, few):
    first = status("10:00", "Zoe", "It begins")
    names = ("carlos_the_2nd", "Carlos_the_1st", "Bob", "alice", "bob2", "ALICE_x")
    replies = [
        status(f"10:{minute:02}", name, answers=first, last=minute)
        for minute, name in enumerate(names * 2, 1)
    ]

    (summary,) = same(of(first, *replies), tmp_path)[2]

    assert summary.voices == (*sorted(names, key=str.lower), "Zoe")


def test_an_account_with_two_handles_is_one_voice(tmp_path, few):
    first = status("10:00", "old", "It begins")
    second = status("10:01", "new", "It goes on", answers=first)
    second["user"] = {**first["user"], "screen_name": "new"}

    (summary,) = same(of(first, second), tmp_path)[2]

    assert summary.voices == ("new",)


def test_who_answered_back_a_lost_tweet_is_hot_whoever_replies_say_it_was(
    tmp_path, few
):
    lost = status("10:00", "zoe", "lost")
    renamed = {**lost, "user": {**lost["user"], "screen_name": "alice"}}
    reply = status("10:01", "bob", "Why?", answers=lost, last=1)
    other = status("10:02", "carol", "Yes, why?", answers=renamed, last=2)
    back = status("10:03", "alice", "Because", answers=reply, last=3)

    told = same(of(reply, other, back), tmp_path)

    assert told[1] == [2]


def test_hot_conversations_come_first(tmp_path, few):
    made = []
    for number in range(9):
        minute = f"{number:02}"
        first = status(f"09:{minute}", "moscow", "It begins", last=number)
        reply = status(f"10:{minute}", "washington", answers=first, last=number)
        made += [first, reply]
        if number % 3 == 0:
            back = status(f"11:{minute}", "moscow", answers=reply, last=number)
            made.append(back)

    told = same(of(*made), tmp_path)

    assert told[1] == [2] * 3 + [0] * 6
    assert [each.tweets for each in told[2]] == [3] * 3 + [2] * 6


def test_of_tweets_of_one_second_the_smaller_id_was_first(tmp_path, few):
    first = status("10:00", "alice", "First", last=1)
    second = status("10:00", "bob", "Second", answers=first, last=2)
    path = tmp_path / "dump.jsonl"
    path.write_text(of(second, first))

    (summary,) = same(of(second, first), tmp_path)[2]

    assert isinstance(summary, Summary)
    assert [summary] == loaded([path]).summaries
    assert summary.words == "First"


@pytest.mark.parametrize("inferred", [False, True])
def test_where_more_than_ids_tells_which_was_first_it_is_read(tmp_path, few, inferred):
    first = status("10:00", "alice", "First", last=9)
    second = status("10:00", "bob", "Second", answers=first, last=2)

    told = same(of(second, first), tmp_path, inferred=inferred)[2]

    assert told == [0]


def test_where_links_are_inferred_so_it_is(tmp_path, few):
    first = status("10:00", "alice", "First", last=1)
    second = status("10:00", "bob", "Second", answers=first, last=2)

    assert same(of(second, first), tmp_path, inferred=True)[2] == [0]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn)
@pytest.mark.usefixtures("few")
def test_summaries_without_a_reading_are_those_of_a_reading(tmp_path, heap):
    path = lines(tmp_path / "dump.jsonl", heap_of(heap))
    reading = Reading(infer="off")
    scanned = ScannedHeap(graph_of([path], tmp_path, reading), "auto", reading)

    assert list(scanned.summaries()) == loaded([path]).summaries


def test_the_few_who_are_no_numbers_are_counted_like_the_others(tmp_path, few):
    toots = SAMPLES / "shapes" / "mastodon"
    dump = lines(
        tmp_path / "dump.jsonl", [status("10:00", f"a{n}", last=n) for n in range(9)]
    )

    loops, numpy = both([toots, dump], tmp_path)

    assert numpy == loops


def test_the_largest_plain_id_is_an_id_like_any_other(tmp_path, few):
    largest = status("10:00", "zoe", "The last") | {
        "id": None,
        "id_str": f"{2**63 - 1}",
    }
    plain = [status(f"10:0{n}", "bob", "Hello", last=n) for n in range(3)]
    odd = status("10:09", "carol", "No number") | {"id": None, "id_str": "007"}

    assert len(same(of(largest, *plain), tmp_path)[0]) == 4
    assert len(same(of(largest, *plain, odd), tmp_path)[0]) == 5
