"""A scan tells what a load tells, and reads one conversation at a time."""

import gzip
import json
import pickle
import random
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import SAMPLES, shared, status
from scanning import WAYS, as_large, lines, loaded, scanned, with_numpy

from tweetspat.cli import main
from tweetspat.model import Side
from tweetspat.problems import NothingReadable
from tweetspat.readers import load
from tweetspat.reconstruction import Conversations
from tweetspat.scan import Reading, scan, scanning
from tweetspat.scan.vectors import able
from tweetspat.zones import zone_or_raise

SMALL = sorted(path for name in ("", "shapes") for path in (SAMPLES / name).iterdir())
FIXTURES = sorted(
    path
    for path in (
        *shared("data", "fixtures").rglob("*"),
        *shared("data", "gold", "threads").rglob("*"),
    )
    if path.is_file() and path.suffix != ".md"
)


@pytest.fixture(autouse=True, params=WAYS)
def _way(request, monkeypatch):
    with_numpy(monkeypatch, wanted=request.param)


def named(path):
    return "/".join(path.parts[-2:])


@pytest.mark.parametrize("path", SMALL, ids=named)
def test_a_scan_of_each_sample_tells_what_a_load_tells(path, tmp_path):
    assert scanned([path], tmp_path) == loaded([path])


@pytest.mark.parametrize("path", SMALL, ids=named)
def test_so_it_does_where_the_sample_is_read_as_a_large_file(
    path, tmp_path, monkeypatch
):
    as_large(monkeypatch)

    assert scanned([path], tmp_path) == loaded([path])


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
def test_a_scan_of_each_real_file_tells_what_a_load_tells(tmp_path, monkeypatch):
    as_large(monkeypatch)

    different = [
        named(path)
        for path in FIXTURES
        if scanned([path], tmp_path / path.name) != loaded([path])
    ]

    assert not different


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
def test_all_real_files_in_one_heap_are_scanned_as_they_are_loaded(tmp_path):
    folder = [shared("data", "fixtures"), SAMPLES / "shapes"]

    assert scanned(folder, tmp_path) == loaded(folder)


def heap_of(drawn):
    """Return v1.1 statuses that reply, quote and repeat as was drawn."""
    made = []
    for number, (author, reply, quote, repeat, late) in enumerate(drawn):
        clock = f"{number // 60 % 24:02}:{number % 60:02}"
        if late:
            clock = "23:59"

        def other(where, made=made):
            return made[where % len(made)] if made and where is not None else None

        one = status(clock, f"user{author}", f"words {number}", last=number)
        parent, quoted, repeated = other(reply), other(quote), other(repeat)
        if parent is not None:
            one["in_reply_to_status_id"] = parent["id"]
            one["in_reply_to_status_id_str"] = parent["id_str"]
            one["in_reply_to_screen_name"] = parent["user"]["screen_name"]
        if quoted is not None:
            bare = {key: quoted[key] for key in quoted if not key.endswith("_status")}
            one |= {
                "quoted_status_id": quoted["id"],
                "quoted_status_id_str": quoted["id_str"],
                "quoted_status": bare,
            }
        if repeated is not None:
            bare = {key: repeated[key] for key in repeated if key != "quoted_status"}
            bare.pop("retweeted_status", None)
            one["retweeted_status"] = bare
            if repeated.get("retweeted_status"):
                one["retweeted_status"] = repeated["retweeted_status"]
        made.append(one)
    return made


index = st.none() | st.integers(0, 40)
drawn = st.lists(
    st.tuples(st.integers(0, 3), index, index, index, st.booleans()), max_size=30
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn, st.randoms(use_true_random=False), st.sampled_from(("auto", "replies")))
def test_any_heap_is_scanned_as_it_is_loaded(tmp_path, monkeypatch, heap, chance, join):
    as_large(monkeypatch, stretch=chance.choice((300, 2_000, 100_000)))
    statuses = heap_of(heap)
    kept = [each for each in statuses if chance.random() < 0.8]
    kept += [chance.choice(kept) for _ in range(len(kept) // 5)]
    chance.shuffle(kept)
    half = len(kept) // 2
    paths = [
        lines(tmp_path / "b.jsonl", kept[:half]),
        lines(tmp_path / "a.jsonl", kept[half:]),
    ]

    assert scanned(paths, tmp_path, join) == loaded(paths, join)


def quarrel(length=60):
    """Return two voices that answer each other, with bystanders."""
    made = [status("00:00", "moscow", "It begins.")]
    for number in range(1, length):
        clock = f"{number // 60:02}:{number % 60:02}"
        author = ("washington", "moscow", "reader")[number % 3]
        answers = made[number - 1] if number % 3 != 2 else made[0]
        made.append(
            status(clock, author, f"Reply {number}", answers=answers, last=number)
        )
    return made


def test_the_result_does_not_depend_on_processes_or_stretches(tmp_path, monkeypatch):
    path = lines(tmp_path / "dump.jsonl", quarrel() * 2)
    monkeypatch.setattr("tweetspat.scan.scanning._WORTH", 1)
    results = []
    for jobs, stretch in ((1, 10_000_000), (1, 700), (2, 700), (3, 5_000)):
        as_large(monkeypatch, stretch=stretch)
        results.append(scanned([path], tmp_path, jobs=jobs))

    assert all(each == results[0] for each in results)
    assert results[0].summaries[0].tweets == 60


def test_a_packed_file_is_scanned_like_the_plain_one(tmp_path, monkeypatch):
    as_large(monkeypatch)
    plain = lines(tmp_path / "dump.jsonl", quarrel())
    packed = tmp_path / "dump.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))

    assert scanned([packed], tmp_path).summaries == scanned([plain], tmp_path).summaries
    assert scanned([packed], tmp_path) == loaded([packed])


def test_odd_lines_cost_only_themselves_and_are_told_of(tmp_path, monkeypatch):
    as_large(monkeypatch)
    made = [json.dumps(each) for each in quarrel()]
    made[7] = '{"id": 12, "id_str": "12", "full_text": "cut off'
    made[20] = "not json at all"
    made[30] = made[30].replace('"created_at": "', '"created_at": "no stamp, ')
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join(made) + "\n")

    told = scanned([path], tmp_path)

    assert told == loaded([path])
    assert [each.place.line for each in told.problems if each.place.line] == [8, 21]


def test_a_record_over_several_lines_is_read_whole(tmp_path, monkeypatch):
    as_large(monkeypatch, stretch=400)
    made = quarrel(12)
    whole = [json.dumps(each) for each in made[:8]]
    broken = [json.dumps(each, indent=1) for each in made[8:]]
    path = tmp_path / "dump.jsonl"
    path.write_text("\n".join([*whole, *broken]) + "\n")

    assert scanned([path], tmp_path) == loaded([path])


def test_sides_that_are_given_rank_and_stand(tmp_path):
    path = lines(tmp_path / "dump.jsonl", quarrel())
    sides = [Side("Both", ("moscow", "washington")), Side("Reader", ("reader",))]

    told = scanned([path], tmp_path, sides=sides)

    assert told == loaded([path], sides=sides)
    alone = scanned([path], tmp_path).summaries[0]
    assert told.summaries[0].score != alone.score


def test_a_status_is_found_by_any_id_that_names_it(tmp_path):
    statuses = quarrel(6)
    repeat = status("09:00", "other", "RT", last=9) | {"retweeted_status": statuses[2]}
    lost = status("08:00", "gone", "lost", last=8)
    reply = status("08:30", "reader", "Why?", answers=lost, last=7)
    path = lines(tmp_path / "dump.jsonl", [*statuses, repeat, reply])
    heap = scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"))
    found = Conversations(load([str(path)]), infer="off")

    for each in (statuses[0], statuses[5], repeat, lost, reply):
        assert heap.holding(each["id_str"]) == found.holding(each["id_str"])
    assert heap.holding("12345") is None


def test_links_are_inferred_inside_a_conversation_only(tmp_path):
    asked = status("10:00", "mod_russia", "Two aircraft bombed the city.")
    told = status("10:20", "warren", ".@mod_russia That is false.", last=1)
    path = lines(tmp_path / "dump.jsonl", [asked, told])

    apart = scan([str(path)], str(tmp_path / "spools"), Reading(infer="safe"))

    assert len(apart) == 2
    assert all(not turn.links for spat in apart.spats() for turn in spat.turns)


def test_an_input_that_changes_after_the_scan_is_told_of(tmp_path, monkeypatch):
    as_large(monkeypatch)
    path = lines(tmp_path / "dump.jsonl", quarrel())
    heap = scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"))
    path.write_text("")

    with pytest.raises(NothingReadable, match=r"dump\.jsonl: it changed while"):
        list(heap.spats())


def test_a_file_that_grows_while_it_is_scanned_gets_no_hash_of_what_it_became(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)
    path = lines(tmp_path / "dump.jsonl", quarrel())
    work = scanning.work

    def and_grows(task):
        found = work(task)
        with path.open("a") as file:
            file.write("{}\n")
        return found

    monkeypatch.setattr(scanning, "work", and_grows)

    with pytest.raises(NothingReadable, match=r"dump\.jsonl: it changed while"):
        scan([str(path)], str(tmp_path / "spools"), hashed=True)


def test_records_that_moved_are_not_taken_for_those_that_were_scanned(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)
    statuses = quarrel()
    path = lines(tmp_path / "dump.jsonl", statuses)
    heap = scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"))
    random.Random(1).shuffle(statuses)
    lines(path, statuses)

    with pytest.raises(NothingReadable, match="is not where it was"):
        list(heap.spats())


def test_a_record_over_several_lines_does_not_shift_whose_other_tweets_are(
    tmp_path, monkeypatch
):
    as_large(monkeypatch, stretch=2_000)
    torn = tmp_path / "a.jsonl"
    strangers = [status("09:00", f"stranger{n}", "Here", last=n) for n in range(20)]
    whole = [json.dumps(each) for each in strangers[:12]]
    torn.write_text("\n".join([*whole, json.dumps(strangers[12], indent=1)]) + "\n")
    paths = [torn, lines(tmp_path / "b.jsonl", quarrel())]

    assert scanned(paths, tmp_path) == loaded(paths)


def test_a_file_of_nothing_but_such_records_is_scanned_too(tmp_path, monkeypatch):
    as_large(monkeypatch, stretch=400, typed_from=2_000)
    made = quarrel(12)
    path = tmp_path / "dump.jsonl"
    whole = json.dumps(made[0])
    broken = [json.dumps(each, indent=1) for each in made[1:]]
    path.write_text("\n".join([whole, *broken]) + "\n")

    assert scanned([path], tmp_path) == loaded([path])


def test_the_id_zero_is_nobody(tmp_path, monkeypatch):
    as_large(monkeypatch)
    made = [
        status("10:00", f"voice{n}", "Hello", last=n)
        | {"in_reply_to_status_id": 0, "in_reply_to_status_id_str": "0"}
        for n in range(5)
    ]
    path = lines(tmp_path / "dump.jsonl", made)

    told = scanned([path], tmp_path)

    assert told == loaded([path])
    assert len(told.summaries) == 5


def test_an_earlier_output_beside_the_file_it_was_made_of(tmp_path, monkeypatch):
    as_large(monkeypatch)
    path = lines(tmp_path / "dump.jsonl", quarrel())
    own = tmp_path / "own.json"
    assert main(["show", str(path), "--format", "json", "-o", str(own)]) == 0

    both = [own, path]

    assert scanned(both, tmp_path).summaries == loaded(both).summaries


def test_a_zone_for_stamps_without_one_reaches_every_process(tmp_path, monkeypatch):
    as_large(monkeypatch, stretch=2_000)
    monkeypatch.setattr("tweetspat.scan.scanning._WORTH", 1)
    path = lines(tmp_path / "dump.jsonl", quarrel())
    naive = zone_or_raise("MSK").rules

    heap = scan([str(path)], str(tmp_path / "spools"), Reading(naive), jobs=2)

    assert heap.tweets == 60
    assert pickle.loads(pickle.dumps(naive)).key == "Europe/Moscow"


def test_a_name_that_means_another_file_later_is_read_anew(tmp_path, monkeypatch):
    as_large(monkeypatch)
    for name in ("moscow", "washington"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        made = [status("10:00", name, f"From {name}", last=n) for n in range(9)]
        lines(tmp_path / name / "dump.jsonl", made)

        assert scanned(["dump.jsonl"], tmp_path) == loaded(["dump.jsonl"])


def test_tweets_that_answer_each_other_in_a_ring_are_scanned_as_they_are_loaded(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)
    ring = [status(f"10:0{n}", "abc"[n], f"{n}", last=n) for n in range(3)]
    for n, each in enumerate(ring):
        answered = ring[(n + 1) % 3]
        each["in_reply_to_status_id"] = answered["id"]
        each["in_reply_to_status_id_str"] = answered["id_str"]
    path = lines(tmp_path / "ring.jsonl", [*ring, *quarrel(20)])

    assert scanned([path], tmp_path) == loaded([path])


@pytest.mark.parametrize("join", ["auto", "all", "replies"])
def test_a_large_tree_with_quotes_is_cut_as_it_is_loaded(tmp_path, monkeypatch, join):
    as_large(monkeypatch, stretch=200_000)
    tree = quarrel(1_100)
    quotes = []
    for n in range(40):
        told = tree[n * 20]
        quote = status("20:00", f"q{n}", f"quotes {n}", last=n)
        quote |= {
            "quoted_status_id": told["id"],
            "quoted_status_id_str": told["id_str"],
        }
        if n % 4 == 0:
            answered = tree[n * 20 + 7]
            quote["in_reply_to_status_id"] = answered["id"]
            quote["in_reply_to_status_id_str"] = answered["id_str"]
        quotes.append(quote)
        quotes.append(status("20:30", f"q{n}", "more", answers=quote, last=n))
    path = lines(tmp_path / "tree.jsonl", tree + quotes)

    assert scanned([path], tmp_path, join) == loaded([path], join)


@pytest.mark.parametrize(
    "stamp",
    [
        "Thu Feb 11 10:12:03 +0000 2016",
        "Mon Feb 29 23:59:59 +0000 2016",
        "Sun Feb 29 23:59:59 +0000 2015",
        "Fri Feb 11 10:12:03 +0000 2016",
        "Thu Feb 11 10:12:03 +0300 2016",
        "Thu Feb 11 24:12:03 +0000 2016",
        "Thu Feb 11 10:12:60 +0000 2016",
        "Thu Feb 00 10:12:03 +0000 2016",
        "Thu Fev 11 10:12:03 +0000 2016",
        "Thu Feb 11 1\u0660:12:03 +0000 2016",
        "Thu Feb 1\x00 10:12:03 +0000 2016",
        "2016-02-11T10:12:03.000Z",
        "Wed Dec 31 23:59:59 +0000 1969",
        "Thu Jan 01 00:00:00 +0000 1970",
        "Fri Dec 31 23:59:59 +0000 9999",
        "Sat Jan 01 00:00:00 +0000 0000",
        "Sun Mar 01 00:00:00 +0000 2400",
        "",
    ],
)
def test_a_stamp_of_any_kind_is_scanned_as_it_is_loaded(tmp_path, monkeypatch, stamp):
    as_large(monkeypatch)
    odd = status("10:30", "odd", "when?", last=1)
    odd["created_at"] = stamp
    path = lines(tmp_path / "odd.jsonl", [*quarrel(10), odd, *quarrel(5)])

    assert scanned([path], tmp_path) == loaded([path])


def test_copies_that_differ_in_one_long_line_are_told_apart_as_they_are_loaded(
    tmp_path,
):
    made = quarrel(12)
    copy = made[2] | {"in_reply_to_status_id": 7, "in_reply_to_status_id_str": "7"}
    path = tmp_path / "array.json"
    path.write_text(json.dumps([*made, copy]))

    assert scanned([path], tmp_path) == loaded([path])


def case_of(path, *tweets):
    """Write a case file that tells of tweets."""
    told = [
        {"author": "moscow", "text": "As the case has it"} | each for each in tweets
    ]
    path.write_text(json.dumps({"tweetspat": 1, "title": "Case", "tweets": told}))
    return path


@pytest.mark.parametrize("join", ["auto", "all", "replies"])
@pytest.mark.parametrize("relation", ["replied_to", "quoted"])
def test_what_a_case_says_of_a_retweet_it_says_of_the_original(
    tmp_path, join, relation
):
    original, other = quarrel(1)[0], status("11:00", "moscow", "So there.", last=5)
    repeat = status("10:30", "fan", "RT", last=6) | {"retweeted_status": original}
    case = case_of(
        tmp_path / "case.json", {"id": other["id_str"], relation: repeat["id_str"]}
    )
    dump = lines(tmp_path / "dump.jsonl", [original, repeat, other])

    told = scanned([case, dump], tmp_path, join)

    assert told == loaded([case, dump], join)
    links = [link for spat in told.spats for turn in spat.turns for link in turn.links]
    assert [link.to for link in links] == [original["id_str"]]
    assert f", which names {repeat['id_str']}, a retweet of" in links[0].evidence


def test_a_case_whose_first_tweet_is_a_retweet_still_has_its_title(tmp_path):
    original, later = quarrel(2)
    repeat = status("10:30", "fan", "RT", last=6) | {"retweeted_status": original}
    told = ({"id": each["id_str"]} for each in (repeat, original, later))
    case = case_of(tmp_path / "case.json", *told)
    dump = lines(tmp_path / "dump.jsonl", [original, later, repeat])

    found = scanned([case, dump], tmp_path)

    assert found == loaded([case, dump])
    assert found.spats[0].title == "Case"


@pytest.mark.parametrize(
    "broken", ["raise ImportError", "raise RuntimeError('no such processor')", ""]
)
def test_a_numpy_that_is_broken_is_none(tmp_path, monkeypatch, broken):
    (tmp_path / "numpy.py").write_text(broken)
    for name in [name for name in sys.modules if name.split(".")[0] == "numpy"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)

    assert not able(1 << 40)
    sys.modules.pop("numpy", None)


@pytest.mark.parametrize("join", ["auto", "all", "replies"])
def test_a_quote_of_a_retweet_of_a_retweet_is_one_of_what_was_first_said(
    tmp_path, join
):
    original = quarrel(1)[0]
    repeat = status("10:30", "fan", "RT", last=6) | {"retweeted_status": original}
    again = status("10:40", "other", "RT", last=7) | {"retweeted_status": repeat}
    named = {"quoted_status_id": again["id"], "quoted_status_id_str": again["id_str"]}
    quote = status("10:50", "late", "Look.", last=8) | named
    path = lines(tmp_path / "dump.jsonl", [quote, again])

    heap = scan([str(path)], str(tmp_path / "spools"), Reading(infer="off"), join=join)

    assert [heap.spat(each) for each in heap.ranked] == loaded([path], join).spats
