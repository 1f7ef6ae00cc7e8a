"""Look-alike handles are told of the same however a heap is read: whole or in parts."""

import random

import pytest
from batches import tree
from indexing import indexed
from make import at as instant
from make import snowflake, status, written
from make_v2 import refers
from scanning import WAYS, as_large, lines, loaded, scanned, with_numpy

from tweetspat import scan as scan_module
from tweetspat.batch import scanned as batch_scanned
from tweetspat.cli import main
from tweetspat.heap_index import indexed as index_module
from tweetspat.heap_index import open_index, write_index
from tweetspat.problems import NothingReadable
from tweetspat.scan import Reading, scan
from tweetspat.scan import alike as alike_module

READING = Reading(infer="off")


@pytest.fixture(params=WAYS)
def _ways(request, monkeypatch):
    with_numpy(monkeypatch, wanted=request.param)


pytestmark = pytest.mark.usefixtures("_ways")


def by(clock, handle, text="words", *, id_=None, name=None, answers=None, **more):
    """Return a status by an account; without an account id where that is 0."""
    made = status(clock, handle, text, answers=answers, **more)
    user = made["user"] | ({"name": name} if name else {})
    if id_ == 0:
        user = {key: user[key] for key in ("screen_name", "name")}
    elif id_:
        user |= {"id": id_, "id_str": str(id_)}
    return made | {"user": user}


def told(spats):
    """Return what is told of look-alikes, by tweet, without what tells them apart."""
    return {
        turn.tweet.id: problem.message.split(" (")[0]
        for spat in spats
        for turn in spat.turns
        for problem in turn.problems
        if problem.code == "lookalike-handle"
    }


def agreed(paths, tmp_path, monkeypatch):
    """Return the spats of a heap, once each way to read it gave the same."""
    found = loaded(paths)
    assert scanned(paths, tmp_path) == found
    assert indexed(paths, tmp_path).spats == found.spats
    with monkeypatch.context() as patch:
        patch.setattr(scan_module, "_AT_ONCE", 1)
        patch.setattr(index_module, "_AT_ONCE", 1)
        patch.setattr(alike_module, "_AT_ONCE", 1)
        assert scanned(paths, tmp_path).spats == found.spats
        heap = scan([*map(str, paths)], str(tmp_path / "alone"), READING)
        assert [heap.spat(number) for number in heap.ranked] == found.spats
        index = open_index(str(tmp_path / "heap.tweetspat"), READING)
        assert [index.spat(number) for number in index.ranked] == found.spats
    (_, whole), *_ = heap.excerpts(heap.ranked, 1 << 30)
    alone = [spat for each in whole.single() for spat in each.spats()]
    assert alone == found.spats
    return found.spats


def talk(hour, *handles, **more):
    """Return a thread in which each handle answers the one before it."""
    made = []
    for minute, handle in enumerate(handles):
        answers = made[-1] if made else None
        made.append(by(f"{hour}:{minute:02}", handle, answers=answers, **more))
    return made


def batch(source, out, *more):
    """Write reports; return the exit code."""
    options = ("--infer", "off", "--jobs", "1", "-q", *more)
    return main(["batch", str(source), "--out", str(out), *options])


def id_of(each):
    return each["id_str"]


def test_an_impostor_in_another_conversation_is_told_of_at_its_first_tweet(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)
    own, fake = talk(10, "OIRspox", "bob", "OIRspox"), talk(11, "dave", "OlRspox")
    late = talk(12, "erin", "OlRspox", "OIRspox2")
    path = lines(tmp_path / "a.jsonl", [*late, *fake, *own])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found == {
        id_of(own[0]): "@OIRspox is not @OlRspox",
        id_of(fake[1]): "@OlRspox is not @OIRspox",
    }


def test_two_that_look_alike_are_told_of_wherever_both_speak(tmp_path, monkeypatch):
    first, both = talk(10, "OIRspox", "OlRspox"), talk(11, "OIRspox", "OlRspox")
    path = lines(tmp_path / "a.jsonl", [*both, *first])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found.keys() == {*map(id_of, first), *map(id_of, both)}


def test_a_handle_with_figures_that_bears_the_same_name_somewhere_is_told_of(
    tmp_path, monkeypatch
):
    own = talk(10, "mod_russia", "bob", name="Ministry")
    fake, renamed = talk(11, "mod_russia1"), talk(12, "mod_russia1", name="ministry ")
    other = talk(13, "mod_russia2", name="Somebody")
    path = lines(tmp_path / "a.jsonl", [*own, *fake, *renamed, *other])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found == {
        id_of(own[0]): "@mod_russia is not @mod_russia1",
        id_of(fake[0]): "@mod_russia1 is not @mod_russia",
    }


def test_an_account_that_was_renamed_is_told_of_under_its_former_handle(
    tmp_path, monkeypatch
):
    before, after = talk(9, "spokesman", id_=7), talk(11, "OIRspox", id_=7)
    fake = talk(10, "OlRspox", id_=8)
    path = lines(tmp_path / "a.jsonl", [*after, *fake, *before])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found.keys() == {id_of(before[0]), id_of(fake[0])}


def test_handles_of_one_account_are_no_look_alikes(tmp_path, monkeypatch):
    one, other = talk(9, "OIRspox", id_=7), talk(10, "OlRspox", id_=7)
    path = lines(tmp_path / "a.jsonl", [*one, *other])

    assert not told(agreed([path], tmp_path, monkeypatch))


def test_a_handle_without_an_account_id_is_that_of_the_account_that_has_it(
    tmp_path, monkeypatch
):
    bare, own = talk(9, "OIRspox", id_=0), talk(11, "OIRspox", id_=7)
    fake = talk(10, "OlRspox", id_=0)
    path = lines(tmp_path / "a.jsonl", [*own, *fake, *bare])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found.keys() == {id_of(bare[0]), id_of(fake[0])}


@pytest.mark.parametrize("kept", ["reply", "retweet"])
def test_the_author_of_a_lost_tweet_looks_alike_too(tmp_path, monkeypatch, kept):
    lost = by("09:00", "OlRspox")
    replies = [by("10:00", "bob", answers=lost), by("10:01", "carol", answers=lost)]
    if kept == "retweet":
        quote = {"quoted_status_id": lost["id"], "quoted_status_id_str": id_of(lost)}
        replies[1] = by("10:01", "carol", **quote)
    own = talk(11, "OIRspox")
    path = lines(tmp_path / "a.jsonl", [*replies, *own])

    found = told(agreed([path], tmp_path, monkeypatch))

    assert found == {
        id_of(lost): "@OlRspox is not @OIRspox",
        id_of(own[0]): "@OIRspox is not @OlRspox",
    }


def test_who_only_retweets_or_is_answered_elsewhere_is_no_look_alike(
    tmp_path, monkeypatch
):
    own = talk(10, "OIRspox", "bob")
    repeat = by("11:00", "OlRspox", retweeted_status=own[1])
    path = lines(tmp_path / "a.jsonl", [*own, repeat])

    assert not told(agreed([path], tmp_path, monkeypatch))


def test_a_name_that_another_record_tells_counts(tmp_path, monkeypatch):
    own = talk(10, "mod_russia", name="Ministry", id_=7)
    fake = talk(11, "mod_russia1", name="Ministry", id_=8)
    bare = {"id": snowflake(instant("09:00")), "text": "words", "author_id": "8"}
    posts = lines(tmp_path / "b.jsonl", [{"data": [bare]}])
    path = lines(tmp_path / "a.jsonl", [*own, *fake])

    found = told(agreed([path, posts], tmp_path, monkeypatch))

    assert found.keys() == {id_of(own[0]), bare["id"]}


@pytest.mark.parametrize("from_index", [False, True], ids=["files", "index"])
def test_a_new_impostor_has_only_the_reports_concerned_made_again(tmp_path, from_index):
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    own, later = talk(10, "OIRspox", "bob"), talk(11, "bob", "OIRspox")
    apart = talk(12, "dave", "erin")
    for name, each in (("own", own), ("later", later), ("apart", apart)):
        written(folder, f"{name}.json", each)

    def made():
        source = folder
        if from_index:
            source = tmp_path / "heap.tweetspat"
            write_index([str(folder)], str(source))
            index_module._OPEN.clear()  # each run is a process of its own
        assert batch(source, out, "--format", "text", "--name", "{id}") == 0
        return {each.name: each.stat().st_ino for each in out.rglob("*.txt")}

    before = made()
    written(folder, "fake.json", fake := talk(13, "zoe", "OlRspox"))
    after = made()

    again = {name.split("-")[0] for name in after if after[name] != before.get(name)}
    assert again == {id_of(own[0]), id_of(fake[0])}
    clean = tmp_path / "clean"
    out, same = clean, tree(tmp_path / "out")
    made()
    assert tree(clean) == same


@pytest.mark.parametrize("portion", [1, 1 << 30])
def test_a_batch_of_any_portions_is_the_same(tmp_path, monkeypatch, portion):
    as_large(monkeypatch)
    threads = talk(10, "OIRspox", "bob"), talk(11, "bob", "OlRspox", "OIRspox")
    path = lines(tmp_path / "a.jsonl", [each for talk in threads for each in talk])

    def made(name):
        out = tmp_path / name
        assert batch(path, out, "--format", "html,json") == 0
        return tree(out)

    usual = made("usual")
    monkeypatch.setattr(batch_scanned, "_PORTION", portion)

    assert made("other") == usual


def test_a_list_does_not_look_for_them(tmp_path, monkeypatch):
    untimed = status("09:00", "odd", created_at="some day", id=7, id_str="7")
    path = lines(tmp_path / "a.jsonl", [*talk(10, "OIRspox", "OlRspox"), untimed])
    heap = scan([str(path)], str(tmp_path / "spools"), READING)
    monkeypatch.delattr("tweetspat.scan.lying.alike")

    assert len([*heap.summaries()]) == 2


def test_an_input_that_changed_since_is_refused(tmp_path, monkeypatch):
    as_large(monkeypatch)
    others = talk(14, *("bob", "carol") * 10)
    own, fake = talk(10, "mod_russia"), talk(11, "mod_russia1")
    path = lines(tmp_path / "a.jsonl", [*own, *fake, *others])
    heap = scan([str(path)], str(tmp_path / "spools"), READING)
    lines(path, [*talk(12, "mod_russia"), *talk(13, "mod_russia1"), *others])

    with pytest.raises(NothingReadable, match="run this again"):
        heap.standing(0)


HANDLES = ("OIRspox", "OlRspox", "OIRspox1", "oirspox_2", "O1Rspox", "bob", "carol")
NAMES = ("Spokesman", "spokesman", "Bob")


def heap_of(seed):
    """Return random threads of a few that look alike, with all that can be odd."""
    drawn = random.Random(seed)
    made = []
    for number in range(drawn.randrange(3, 25)):
        clock = f"{drawn.randrange(8, 20):02}:{drawn.randrange(60):02}"
        one = by(
            clock,
            drawn.choice(HANDLES),
            id_=drawn.choice((0, 1, 2, 3, 4, None)),
            name=drawn.choice(NAMES),
            last=number,
        )
        kind = drawn.random()
        to = drawn.choice(made) if made and kind < 0.8 else None
        if to and kind < 0.5:
            one |= {
                "in_reply_to_status_id": to["id"],
                "in_reply_to_status_id_str": id_of(to),
                "in_reply_to_screen_name": to["user"]["screen_name"],
            }
        elif to and kind < 0.65:
            one |= {"quoted_status_id": to["id"], "quoted_status_id_str": id_of(to)}
        elif to and kind < 0.8:
            one |= {"retweeted_status": to}
        made.append(one)
    kept = [each for each in made if drawn.random() < 0.8] or made
    posts = []
    for number in range(drawn.randrange(4)):
        one = status(f"{drawn.randrange(8, 20):02}:30", "v2", last=90 + number)
        post = {"id": id_of(one), "text": "words", "author_id": drawn.choice("1234")}
        post |= refers(replied_to=id_of(drawn.choice(made)))
        if posts and drawn.random() < 0.5:
            history = {posts[-1]["id"], post["id"]}
            post["edit_history_tweet_ids"] = sorted(history)
        posts.append(post)
    return kept + drawn.sample(kept, len(kept) // 4), posts


@pytest.mark.parametrize("seed", range(30))
def test_in_any_heap_they_are_the_same_however_it_is_read(tmp_path, monkeypatch, seed):
    if seed % 2:
        as_large(monkeypatch)
    statuses, posts = heap_of(seed)
    paths = [
        lines(tmp_path / "a.jsonl", statuses[::2]),
        lines(tmp_path / "b.jsonl", statuses[1::2] or statuses),
        lines(tmp_path / "c.jsonl", [{"data": [each]} for each in posts] or statuses),
    ]

    assert agreed(paths, tmp_path, monkeypatch)
