"""Short cuts that nearly every tweet takes: each gives what the long way gives."""

import os
import signal
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import status
from scanning import WAYS, as_large, lines, with_numpy

from tweetspat import processes
from tweetspat.contradictions import of_stamp
from tweetspat.model import Link, Tweet
from tweetspat.ordering import arrange, arranging
from tweetspat.problems import Place
from tweetspat.processes import in_order, made_ready
from tweetspat.scan import Reading, ranked, scan
from tweetspat.stamps import confirmed_by, rfc3339

moments = st.integers(0, 6).map(
    lambda minutes: datetime(2016, 2, 11, 10, minutes, tzinfo=UTC)
)
instants = st.datetimes(timezones=st.just(UTC))


@given(instants)
def test_an_instant_is_written_with_three_decimals(instant):
    whole = instant.isoformat(timespec="milliseconds")

    assert rfc3339(instant) == whole.replace("+00:00", "Z")


@given(
    st.integers(0, 2**63).map(str) | st.just("M1"),
    st.datetimes(datetime(2005, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.integers(-2_000, 2_000),
    st.booleans(),
)
def test_of_a_stamp_that_the_id_confirms_there_is_nothing_to_tell(
    id_, sent, apart, from_id
):
    if id_.isdigit() and from_id:
        made = (int(id_) >> 22) + 1288834974657 + apart
        sent = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=made)
    told = Tweet(id_, None, "x", sent, "created_at", Place("x.jsonl", 1))

    assert not confirmed_by(id_, sent) or not [*of_stamp(told)]


@settings(max_examples=300, deadline=None)
@given(st.data(), st.lists(st.none() | moments, min_size=2, max_size=8))
def test_tweets_of_instants_of_their_own_stand_as_any_others_would(data, times):
    tweets = {
        str(n): Tweet(str(n), None, "x", sent, "created_at", Place("x.jsonl", n))
        for n, sent in enumerate(times)
    }
    answered = data.draw(
        st.dictionaries(st.sampled_from([*tweets]), st.sampled_from([*tweets]))
    )
    links = {
        child: (Link(to, "replied_to", "metadata", True, 1.0, 1.0, ""),)
        for child, to in answered.items()
    }
    quick = arrange(tweets, links)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arranging, "_apart", lambda _: [])
        assert arrange(tweets, links) == quick


def heap_of(tmp_path):
    """Write conversations that quote each other, retweets and repeated lines."""
    made = []
    for number in range(40):
        one = status(
            f"10:{number:02}", f"user{number % 3}", f"words {number}", last=number
        )
        if number % 7:
            one["in_reply_to_status_id"] = made[-1]["id"]
            one["in_reply_to_status_id_str"] = made[-1]["id_str"]
        if number % 5 == 4:
            bare = {key: made[-4][key] for key in made[-4] if key != "quoted_status"}
            one |= {"quoted_status_id_str": bare["id_str"], "quoted_status": bare}
        made.append(one)
    again = status("11:00", "other", "RT", last=50)
    again["retweeted_status"] = made[3]
    return lines(tmp_path / "heap.jsonl", [*made[::-1], again, *made[::4]])


@pytest.mark.parametrize("numpy", WAYS)
def test_what_marks_a_conversation_does_not_depend_on_how_it_is_scanned(
    tmp_path, monkeypatch, numpy
):
    path = heap_of(tmp_path)
    marks = []
    for wanted, stretch in ((False, 5_000), (numpy, 1_000_000)):
        with_numpy(monkeypatch, wanted=wanted)
        as_large(monkeypatch, stretch=stretch)
        heap = scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"))
        marks.append([heap.standing(number) for number in heap.ranked])

    assert marks[0] == marks[1]
    assert len({mark for _, mark in marks[0]}) == len(marks[0]) > 1


# Work that several processes share.


def doubled(number):
    """Return twice a number."""
    return 2 * number


def doubled_here(told):
    """Return twice a number, and end the process where another one works."""
    number, here = told
    if number == 3 and os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("forks", [True, False])
def test_tasks_are_made_ready_by_what_cannot_be_handed_over(monkeypatch, jobs, forks):
    if not forks:
        monkeypatch.setattr(processes, "_forks", lambda: False)
    held = {n: n + 100 for n in range(20)}

    found = made_ready(doubled, lambda number: held[number], range(20), jobs)

    assert [*found] == [2 * (n + 100) for n in range(20)]
    assert [*in_order(doubled, range(20), jobs)] == [2 * n for n in range(20)]


def test_what_a_killed_process_was_given_is_made_ready_here():
    here = os.getpid()

    found = made_ready(doubled_here, lambda number: (number, here), range(8), 2)

    assert [*found] == [0, 2, 4, 6, 8, 10, 12, 14]


def test_what_making_ready_raises_is_raised_here():
    def ready(number):
        raise ValueError(f"odd {number}")

    with pytest.raises(ValueError, match="odd 0"):
        [*made_ready(doubled, ready, range(3), 2)]


@pytest.mark.parametrize("numpy", WAYS)
def test_a_list_is_the_same_however_many_processes_tell_it(
    tmp_path, monkeypatch, numpy
):
    with_numpy(monkeypatch, wanted=numpy)
    as_large(monkeypatch)
    monkeypatch.setattr(ranked, "_AT_FIRST", 1)
    heap = scan([str(heap_of(tmp_path))], str(tmp_path / "spools"))

    def tell(summaries):
        return (f"{each.id} {each.words}" for each in summaries)

    alone = [*heap.told(tell, 1)]
    assert len(alone) == len(heap) > 1
    assert [*heap.told(tell, 2)] == alone == [*tell(heap.summaries())]
