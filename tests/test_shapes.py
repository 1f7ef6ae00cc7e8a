"""The sample spat gives the same Spat from every shape, but for what it cannot tell."""

from importlib import import_module
from pathlib import Path

import pytest
from make import SAMPLES
from neutral import sample

from tweetspat import load, reconstruct
from tweetspat.readers import READERS, reader

SHAPES = {
    path.stem: import_module(f"shapes.{path.stem}")
    for path in sorted((Path(__file__).parent / "shapes").glob("[a-z]*.py"))
}
SPATS = [name for name, shape in SHAPES.items() if shape.CANNOT_TELL is not None]


def written(shape, folder):
    for name, data in SHAPES[shape].files(sample()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def seen(heap, cannot_tell, id_there=str):
    """Return what can be told of every tweet: in words, links and times."""
    return {
        id_there(turn.tweet.id): told(turn, cannot_tell, id_there)
        for spat in reconstruct(heap, infer="off")
        for turn in spat.turns
    }


def told(turn, cannot_tell, id_there):
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
            (link.relation, id_there(link.to))
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


@pytest.mark.parametrize("shape", SPATS)
def test_the_sample_gives_the_same_spat_from_every_shape(shape, tmp_path):
    cannot_tell = frozenset(SHAPES[shape].CANNOT_TELL)
    id_there = getattr(SHAPES[shape], "id_there", str)
    written(shape, tmp_path)
    expected = seen(load([str(SAMPLES / "synthetic-v1.json")]), cannot_tell, id_there)

    found = seen(load([str(tmp_path)]), cannot_tell)

    if "reply_to" in cannot_tell:  # nobody names the lost tweet then
        expected = {id_: told for id_, told in expected.items() if not told[-1]}
    repeated = {id_ for id_ in found if id_ not in expected}
    if "repeats" in cannot_tell:  # a retweet is then a tweet like others
        found = {id_: told for id_, told in found.items() if id_ in expected}
        assert len(repeated) == 2
    assert found == expected


@pytest.mark.parametrize("shape", SPATS)
def test_the_conversations_that_a_shape_names_are_those_of_the_sample(shape, tmp_path):
    id_there = getattr(SHAPES[shape], "id_there", str)
    written(shape, tmp_path)
    expected = {id_there(each.id): id_there(each.conversation) for each in sample()}

    tweets = load([str(tmp_path)]).tweets.values()

    told = {each.id: each.conversation for each in tweets if each.conversation}
    assert told.items() <= expected.items()


@pytest.mark.parametrize("shape", SHAPES)
def test_the_bundled_sample_is_as_the_shape_is_written(shape):
    for name, data in SHAPES[shape].files(sample()).items():
        assert (SAMPLES / "shapes" / shape / name).read_bytes() == data


@pytest.mark.parametrize("shape", SHAPES)
def test_one_reader_alone_recognises_each_sample(shape, tmp_path):
    written(shape, tmp_path)

    heap = load([str(tmp_path)])

    known = {word for each in heap.inputs for word in (each.shape or "").split(", ")}
    expected = getattr(SHAPES[shape], "READS", None) or {reader(shape).SHAPE}
    assert known - {""} == expected


def test_every_reader_has_a_sample_in_its_shape():
    assert {*READERS} - {"case_file", "own_json", "api_v1"} <= {*SHAPES}


def test_read_beside_the_sample_a_compliance_job_tells_what_became_of_the_lost_tweet():
    heap = load(
        [str(SAMPLES / "synthetic-v1.json"), str(SAMPLES / "shapes" / "compliance_v2")]
    )

    ghosts = [
        turn.tweet
        for spat in reconstruct(heap)
        for turn in spat.turns
        if turn.tweet.ghost
    ]
    assert [each.state for each in ghosts] == ["deleted"]
