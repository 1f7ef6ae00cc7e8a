"""The files that stand beside the tweets of an annotated thread are no strangers."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import fields, loaded, shared, status

from tweetspat.problems import Problem
from tweetspat.readers import load, thread_structure

FOLDERS = sorted(
    path.parent for path in shared("data", "fixtures").rglob("structure.json")
)
TREE = {"20": {"21": {"22": []}, "23": []}}
ANNOTATION = {
    "is_rumour": "rumour",
    "category": "something happened",
    "misinformation": 0,
    "true": "1",
    "is_turnaround": 0,
    "links": [{"link": "https://example.org", "mediatype": "news"}],
}


@pytest.mark.parametrize("record", [TREE, {"20": []}, ANNOTATION, {"is_rumour": "non"}])
def test_a_tree_of_ids_and_an_annotation_are_known_and_give_nothing(record):
    assert thread_structure.recognises(record)
    assert list(thread_structure.read(fields(record), None)) == []


@pytest.mark.parametrize(
    "record",
    [
        {},
        [],
        {"20": None},
        {"20": [21]},
        {"20": "21"},
        {"20": {"text": "words"}},
        {"id": {"20": []}},
        {"٢٠": []},
        {"is_rumour": True},
        {"is_rumour": "rumour", "text": "words"},
        status(),
    ],
)
def test_other_json_is_not_taken_for_one(record):
    assert not thread_structure.recognises(record)


def test_a_tree_of_any_depth_is_known(tmp_path):
    text = '{"1":' * 240 + "[]" + "}" * 240

    heap = loaded(tmp_path, text, status())

    assert heap.problems == heap.unread == ()
    assert [each.tweets for each in heap.inputs] == [0, 1]


def test_a_key_that_stands_twice_in_a_tree_is_told_of(tmp_path):
    (heap,) = [loaded(tmp_path, '{"1": {"2": [], "2": []}}', status())]

    assert [each.code for each in (*heap.problems, *heap.unread)] == ["duplicate-key"]


@given(damaged([TREE, ANNOTATION]))
@settings(max_examples=80, deadline=None)
def test_whatever_is_wrong_with_such_a_file_raises_nothing(records):
    for record in records:
        if thread_structure.recognises(record):
            found = thread_structure.read(fields(record), None)
            assert all(isinstance(each, Problem) for each in found)


@pytest.mark.skipif(not FOLDERS, reason="the shared data are not here")
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_real_thread_holds_the_links_that_its_tree_shows(folder):
    def links(tree, parent=None):
        for child, below in tree.items():
            yield child, parent
            yield from links(below or {}, child)

    tree = dict(links(json.loads((folder / "structure.json").read_text("utf-8"))))

    heap = load([str(folder)])

    assert heap.unread == ()
    assert not [each for each in heap.problems if each.place]
    assert {*heap.tweets} <= {*tree}
    shown = {id_: heap.tweets[id_].reply_to for id_ in heap.tweets}
    assert sum(shown[id_] == tree[id_] for id_ in shown) >= len(shown) - 1
