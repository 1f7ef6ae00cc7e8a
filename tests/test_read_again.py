"""Conversations of a scan, read again and written: short ways give the long ones."""

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import status
from scanning import as_large, lines

from tweetspat.batch.index_lines import line_of
from tweetspat.batch.scanned import ScannedSource
from tweetspat.links import stated_links
from tweetspat.lookalikes import skeleton, skeletons
from tweetspat.model import Link, Tweet
from tweetspat.problems import Place
from tweetspat.renderers import spat_json
from tweetspat.renderers.listing import members_of
from tweetspat.scan import Excerpt, Reading, scan
from tweetspat.summaries import Summary

handles = st.text("IlL1|0OornmvVwW_aéП\n", max_size=8)
instants = st.none() | st.datetimes(timezones=st.just(UTC))


@given(st.lists(handles))
def test_many_handles_look_as_each_of_them_does(written):
    assert skeletons(written) == [skeleton(each) for each in written]


@given(
    st.builds(
        Summary,
        st.text(min_size=1),
        st.none(),
        st.integers(0, 9),
        st.lists(st.text(), max_size=6).map(tuple),
        instants,
        instants,
        st.integers(0, 9),
        st.none() | st.text(),
    ),
    st.dictionaries(st.sampled_from(["html", "json"]), st.text()),
)
def test_a_line_of_the_index_is_what_json_writes_of_its_members(summary, reports):
    told = {"handles": summary.voices[:4], "reports": reports}

    assert line_of(summary, reports) == json.dumps(members_of(summary) | told)


@given(st.lists(st.integers(0, 5)))
def test_what_comes_again_is_written_as_before_however_little_is_kept(values):
    again = spat_json._Again(str, 2)

    assert [again[each] for each in values] == [*map(str, values)]
    assert len(again) <= 2


@pytest.mark.parametrize(
    ("field", "relation", "evidence"),
    [
        ("reply_to", "replied_to", "in_reply_to_status_id_str"),
        ("quotes", "quoted", "quoted_status_id_str"),
        ("answers", "answers", "answers"),
    ],
)
@pytest.mark.parametrize("basis", ["created_at", "id"])
def test_a_link_tells_which_member_of_the_record_states_it(
    field, relation, evidence, basis
):
    told = Tweet("2", None, "x", None, basis, Place("x.jsonl", 1), **{field: "1"})
    link = Link("1", relation, "metadata", True, 1.0, 1.0, evidence)

    assert stated_links({"2": told}, {}) == {"2": (link,)}


def heap_of(tmp_path, monkeypatch):
    """Scan conversations that reply to and quote each other, and retweets of them."""
    made = []
    for number in range(60):
        one = status(
            f"10:{number:02}", f"user{number % 4}", f"words {number}", last=number
        )
        if number % 4:
            one["in_reply_to_status_id"] = made[-1]["id"]
            one["in_reply_to_status_id_str"] = made[-1]["id_str"]
        if number % 5 == 4:
            bare = {key: made[-4][key] for key in made[-4] if key != "quoted_status"}
            one |= {"quoted_status_id_str": bare["id_str"], "quoted_status": bare}
        made.append(one)
    again = status("11:00", "other", "RT", last=60)
    again["retweeted_status"] = made[3]
    as_large(monkeypatch)
    path = lines(tmp_path / "heap.jsonl", [*made[::-1], again, *made[::4]])
    return scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"))


def test_a_portion_is_what_each_of_its_conversations_is_by_itself(
    tmp_path, monkeypatch
):
    heap = heap_of(tmp_path, monkeypatch)
    every = [*heap.ranked]
    assert len(every) > 10

    found = [*ScannedSource(heap).portion(every).spats()]

    assert found == [heap.spat(number) for number in every]


def test_one_that_cannot_be_put_together_costs_no_other_of_its_portion(
    tmp_path, monkeypatch
):
    heap = heap_of(tmp_path, monkeypatch)
    source, every = ScannedSource(heap), [*heap.ranked]
    whole = [*source.portion(every).spats()]
    read = Excerpt.spats

    def odd(excerpt):
        for spat in read(excerpt):
            if spat.id == whole[5].id:
                raise ValueError("odd")
            yield spat

    monkeypatch.setattr(Excerpt, "spats", odd)
    found = [*source.portion(every).spats()]

    assert isinstance(found[5], ValueError)
    assert found[:5] + found[6:] == whole[:5] + whole[6:]


def test_a_conversation_that_nothing_accompanies_lies_where_looking_closer_finds_it(
    tmp_path, monkeypatch
):
    heap = heap_of(tmp_path, monkeypatch)
    places, every = heap.places, [*heap.ranked]
    quick = places.lying(every), [places.standing(number) for number in every]
    assert 0 < sum(places._accompanied) < len(places._accompanied)

    monkeypatch.setattr(places, "_accompanied", b"\1" * len(places._accompanied))

    assert (places.lying(every), [*map(places.standing, every)]) == quick


@pytest.mark.parametrize("texts", [[], ["M1"]])
def test_ids_are_told_as_they_are_written_beside_ids_that_are_no_numbers(
    tmp_path, monkeypatch, texts
):
    heap = heap_of(tmp_path, monkeypatch)
    for text in texts:
        heap.graph.scan.rows.ids.number(text)

    found = heap.places.lying(heap.ranked)

    told = [id_ for part in found.parts for id_ in part.ids]
    assert told == [heap.graph.text(node) for node in found.nodes][: len(told)]
    assert all(type(id_) is str for id_ in told)
