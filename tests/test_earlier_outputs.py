"""The tool's own output beside other copies of the same tweets: nothing is lost."""

import json

import indexing
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indexing import indexed
from make import SAMPLES, status, written
from scanning import WAYS, as_large, lines, loaded, scanned, with_numpy

import tweetspat
from tweetspat.cli import main

POINTERS = (
    "in_reply_to_status_id",
    "in_reply_to_status_id_str",
    "in_reply_to_screen_name",
    "quoted_status_id",
    "quoted_status_id_str",
    "quoted_status",
)


@pytest.fixture(autouse=True, params=WAYS)
def _way(request, monkeypatch):
    """Scan without numpy and with it."""
    with_numpy(monkeypatch, wanted=request.param)


def output(paths, to, format_="json"):
    """Write what the tool prints of some files, and return where."""
    asked = ["show", *map(str, paths), "--all", "-q"]
    assert main([*asked, "--format", format_, "-o", str(to)]) == 0
    return to


def quoting(one, other):
    """Return a status that quotes another."""
    return one | {
        "quoted_status_id": other["id"],
        "quoted_status_id_str": other["id_str"],
        "quoted_status": other,
    }


def bare(one):
    """Return a status that points at nothing."""
    return {key: one[key] for key in one if key not in POINTERS}


def told_of(paths, folder):
    """Return what both ways of reading tell, which have to agree."""
    found = scanned(paths, folder)
    assert found == loaded(paths)
    return found


@pytest.fixture
def two(tmp_path):
    """Return two statuses, and an output of them that knows no link."""
    said = status("10:00", "mod_russia", "We did not bomb the city at all.")
    denied = status("12:05", "other", "They are wrong about it, as we know.", last=1)
    path = lines(tmp_path / "bare.jsonl", [said, denied])
    return said, denied, output([path], tmp_path / "own.json")


def test_a_quote_that_only_another_copy_states_counts(two, tmp_path):
    said, denied, own = two
    other = lines(tmp_path / "quoting.jsonl", [quoting(denied, said)])

    (spat,) = told_of([own, other], tmp_path).spats

    (link,) = spat.turns[1].links
    assert (link.to, link.relation, link.stated) == (said["id_str"], "quoted", True)


def test_so_does_a_reply_to_what_is_lost(two, tmp_path):
    _, denied, own = two
    lost = status("09:00", "gone", "lost", last=7)
    reply = status(
        "12:05",
        "other",
        denied["text" if "text" in denied else "full_text"],
        answers=lost,
        last=1,
    )
    other = lines(tmp_path / "replying.jsonl", [reply])

    spats = told_of([own, other], tmp_path).spats

    ghosts = [
        turn.tweet.id for spat in spats for turn in spat.turns if turn.tweet.ghost
    ]
    assert ghosts == [lost["id_str"]]


def test_an_output_beside_the_file_it_was_made_of_doubles_nothing(tmp_path):
    said = status("10:00", "mod_russia", "Two aircraft.")
    denied = status("10:05", "other", "No.", answers=said, last=1)
    repeat = status("10:09", "reader", "RT", last=2) | {"retweeted_status": said}
    path = lines(tmp_path / "dump.jsonl", [said, denied, repeat])
    own = output([path], tmp_path / "own.json")

    (together,) = told_of([own, path], tmp_path).spats
    (alone,) = told_of([path], tmp_path).spats

    assert [turn.retweets for turn in together.turns] == [
        turn.retweets for turn in alone.turns
    ]
    assert [turn.links for turn in together.turns] == [
        turn.links for turn in alone.turns
    ]


@pytest.mark.parametrize("name", ["aaa.json", "zzz.json"])
def test_what_repeats_is_told_under_the_name_of_the_input_that_it_stands_in(
    tmp_path, name
):
    path = lines(tmp_path / "dump.jsonl", [status()])
    own = output([path], tmp_path / name)
    again = output([own], tmp_path / "again.json")

    told = told_of([own, again], tmp_path).problems

    (problem,) = (each for each in told if each.code == "duplicate")
    assert problem.place.file in {str(own), str(again)}


def test_what_an_output_tells_of_a_tweet_stays_where_a_longer_copy_wins(tmp_path):
    forged = status(text="words and mor…", truncated=True) | {
        "created_at": "Thu Feb 11 18:12:03 +0000 2016"
    }
    whole = forged | {"full_text": "words and more of them", "truncated": False}
    own = output([lines(tmp_path / "a.jsonl", [forged])], tmp_path / "own.json")
    other = lines(tmp_path / "b.jsonl", [whole])
    (alone,) = told_of([own], tmp_path).spats

    (spat,) = told_of([own, other], tmp_path).spats

    (turn,) = spat.turns
    assert turn.tweet.text == "words and more of them"
    assert {each.code for each in alone.turns[0].problems} <= {
        each.code for each in turn.problems
    }


def test_words_that_only_an_output_still_has_are_not_lost(tmp_path):
    paths = [
        written(tmp_path, "a.json", status(text="We did not bomb.")),
        written(tmp_path, "b.json", status(text="We bombed.")),
    ]
    own = output(paths, tmp_path / "own.json")
    longer = written(tmp_path, "c.json", status(text="We did not bomb any of them."))

    (spat,) = told_of([own, longer], tmp_path).spats

    (turn,) = spat.turns
    assert turn.tweet.text == "We did not bomb any of them."
    assert {copy.text for copy in turn.tweet.copies} == {
        "We bombed.",
        "We did not bomb.",
    }


def test_times_are_read_anew_where_the_words_are_others(tmp_path):
    cut = status(text="Yesterday at 13:5…", truncated=True)
    whole = cut | {"full_text": "So: yesterday at 13:55 (MSK)", "truncated": False}
    own = output([lines(tmp_path / "a.jsonl", [cut])], tmp_path / "own.json")
    other = lines(tmp_path / "b.jsonl", [whole])

    (spat,) = told_of([own, other], tmp_path).spats

    (turn,) = spat.turns
    assert [said.text for said in turn.said_times] == ["yesterday at 13:55 (MSK)"]


def test_places_in_other_files_stay_where_they_are(tmp_path, monkeypatch):
    as_large(monkeypatch, stretch=30_000, typed_from=60_000)
    made = []
    for number in range(40):
        asked = status("10:00", f"voice{number}", "Why?", last=number)
        made.append(asked)
        made += (
            status(f"11:0{n}", f"other{n}", "So.", answers=asked, last=100 * number + n)
            for n in range(6)
        )
    torn = tmp_path / "dump.jsonl"
    lines(torn, made)
    torn.write_text(torn.read_text() + "{oops\n")
    own = output([torn], tmp_path / "own.jsonl", "jsonl")

    assert scanned([own], tmp_path) == loaded([own])
    assert scanned([own, torn], tmp_path) == loaded([own, torn])


@pytest.mark.parametrize("own_name", ["aaa.json", "zzz.json"])
@pytest.mark.parametrize("infer", ["off", "wide"])
def test_a_case_file_beside_its_output_is_read_alike(tmp_path, own_name, infer):
    sample = SAMPLES / "aleppo-2016.json"
    own = tmp_path / own_name
    asked = ["show", str(sample), "--infer", infer, "--format", "json", "-o", str(own)]
    assert main([*asked, "-q"]) == 0

    assert scanned([own, sample], tmp_path) == loaded([own, sample])


def test_an_answer_that_an_output_says_is_elsewhere_may_be_nowhere(two, tmp_path):
    _, _, own = two
    document = json.loads(own.read_text())
    link = {"to": "5", "relation": "answers", "basis": "source_claim", "stated": True}
    document["spats"][0]["tweets"][0]["links"] = [link | {"elsewhere": True}]
    own.write_text(json.dumps(document))

    beside = [own, tmp_path / "bare.jsonl"]
    assert scanned([own], tmp_path) == loaded([own])
    assert scanned(beside, tmp_path) == loaded(beside)


index = st.none() | st.integers(0, 20)
drawn = st.lists(
    st.tuples(st.integers(0, 3), index, index, index, *[st.booleans()] * 4),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn, st.booleans())
def test_any_output_beside_any_copies_is_scanned_as_it_is_loaded(
    tmp_path, drawn, first
):
    made, known, other = [], [], []
    for number, (author, reply, quote, repeat, *where) in enumerate(drawn):
        in_output, in_other, told_there, told_here = where
        answers = made[reply % len(made)] if made and reply is not None else None
        one = status(
            f"10:{number:02}", f"user{author}", "words", answers=answers, last=number
        )
        if made and quote is not None:
            one = quoting(one, bare(made[quote % len(made)]))
        if made and repeat is not None:
            one["retweeted_status"] = bare(made[repeat % len(made)])
        made.append(one)
        known += [one if told_there else bare(one)] if in_output else []
        other += [one if told_here else bare(one)] if in_other else []
    paths = []
    if known:
        dump = lines(tmp_path / "known.jsonl", known)
        paths.append(output([dump], tmp_path / ("a.json" if first else "z.json")))
    if other:
        paths.append(lines(tmp_path / "other.jsonl", other))
    if paths:
        assert scanned(paths, tmp_path) == loaded(paths)


def test_an_index_of_an_output_beside_its_file_tells_what_a_scan_tells(two, tmp_path):
    said, denied, own = two
    other = lines(tmp_path / "quoting.jsonl", [quoting(denied, said), said])

    paths = [own, other, tmp_path / "bare.jsonl"]

    assert indexed(paths, tmp_path) == indexing.scanned(paths, tmp_path)


def test_the_json_of_a_heap_read_again_with_its_file_is_the_same(tmp_path):
    said = status("10:00", "mod_russia", "Two aircraft.")
    path = lines(tmp_path / "dump.jsonl", [said, status(answers=said, last=1)])
    own = output([path], tmp_path / "own.json")

    both = tweetspat.reconstruct(tweetspat.load([str(own), str(path)]))

    once = json.loads(own.read_text())["spats"]
    assert json.loads(tweetspat.render(both, "json"))["spats"] == once
