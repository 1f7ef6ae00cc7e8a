"""The sample spat gives the same Spat from every shape, but for what it cannot tell."""

from importlib import import_module
from pathlib import Path

import pytest
from make import SAMPLES
from neutral import sample

from tweetspat import load, reconstruct
from tweetspat.readers import READERS, reader

SHAPES = sorted(
    path.stem
    for path in (Path(__file__).parent / "shapes").glob("*.py")
    if path.stem != "__init__"
)


def written(shape, folder):
    for name, data in import_module(f"shapes.{shape}").files(sample()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def seen(heap, cannot_tell):
    """Return what can be told of every tweet: in words, links and times."""
    return {
        turn.tweet.id: told(turn, cannot_tell)
        for spat in reconstruct(heap, infer="off")
        for turn in spat.turns
    }


def told(turn, cannot_tell):
    tweet = turn.tweet
    sent, author = tweet.sent, tweet.author
    if sent and "seconds" in cannot_tell:
        sent = sent.replace(second=0)
    if tweet.ghost and "lost_times" in cannot_tell:
        sent = None
    if "author" in cannot_tell or (tweet.ghost and "lost_authors" in cannot_tell):
        author = None
    return (
        None if "text" in cannot_tell else tweet.text,
        author and author.handle,
        author and "name" not in cannot_tell and author.name,
        sent,
        {
            (link.relation, link.to)
            for link in turn.links
            if link.stated and named(link.relation) not in cannot_tell
        },
        None
        if {"repeats", "retweets"} & cannot_tell
        else [retweet.by for retweet in turn.retweets],
        None if "urls" in cannot_tell else tweet.urls,
        tweet.state == "missing",
    )


def named(relation):
    return {"replied_to": "reply_to", "quoted": "quotes"}.get(relation, relation)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_sample_gives_the_same_spat_from_every_shape(shape, tmp_path):
    cannot_tell = frozenset(import_module(f"shapes.{shape}").CANNOT_TELL)
    written(shape, tmp_path)
    expected = seen(load([str(SAMPLES / "synthetic-v1.json")]), cannot_tell)

    found = seen(load([str(tmp_path)]), cannot_tell)

    if "reply_to" in cannot_tell:  # nobody names the lost tweet then
        expected = {id_: told for id_, told in expected.items() if not told[-1]}
    repeated = {id_ for id_ in found if id_ not in expected}
    if "repeats" in cannot_tell:  # a retweet is then a tweet like others
        found = {id_: told for id_, told in found.items() if id_ in expected}
        assert len(repeated) == 2
    assert found == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_the_bundled_sample_is_as_the_shape_is_written(shape):
    for name, data in import_module(f"shapes.{shape}").files(sample()).items():
        assert (SAMPLES / "shapes" / shape / name).read_bytes() == data


@pytest.mark.parametrize("shape", SHAPES)
def test_one_reader_alone_recognises_each_sample(shape, tmp_path):
    written(shape, tmp_path)

    heap = load([str(tmp_path)])

    shapes = {each.shape for each in heap.inputs if each.tweets}
    assert shapes == {reader(shape).SHAPE}


def test_every_reader_of_tweets_has_a_sample_in_its_shape():
    assert {*READERS} - {"case_file", "own_json", "api_v1"} - {*SHAPES} == WITHOUT


WITHOUT: set[str] = {
    "compliance_v2",
    "stream_control",
    "thread_structure",
    "bluesky",  # its ids are addresses; see test_bluesky
}
"""Readers of what is no tweet by itself: control lines, notices, structures."""
