"""The selection on the command line: every command that reads selects alike."""

import csv
import io
import json
from itertools import product

import pytest
from batches import tree
from indexing import FIRST, FOURTH, HEAP, ORPHAN, OTHER, SECOND, THIRD
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator
from make import SAMPLES, status, written
from scanning import as_large, lines

import tweetspat.cli.list
import tweetspat.cli.show
from tweetspat.heap_index import write_index
from tweetspat.renderers.schema import schema
from tweetspat.renderers.view import LAYOUTS
from tweetspat.scan import seeking

ALEPPO, SYNTHETIC = (
    str(SAMPLES / f"{name}.json") for name in ("aleppo-2016", "synthetic-v1")
)
READING = ("show", "list", "stats", "check", "convert", "cast")


@pytest.fixture
def file(tmp_path):
    return written(tmp_path, "heap.json", HEAP)


def ids(out):
    """Return the ids of the tweets in a JSON document, which is valid."""
    document = json.loads(out)
    Draft202012Validator(schema()).validate(document)
    return [tweet["id"] for spat in document["spats"] for tweet in spat["tweets"]]


def those(*statuses):
    return [each["id_str"] for each in statuses]


# What people see.


def test_a_person_sees_what_was_asked_for_and_that_something_is_left_out(told):
    asked = ("--from", "@oirspox", "--grep", "(?i)a-10|bomb")

    code, out, err = told("show", ALEPPO, *asked, "--layout", "timeline")

    assert (code, err) == (0, [])
    assert out == snapshot("""\
Who bombed Aleppo?                                     Thursday 11 February 2016
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
● @mod_russia  Минобороны России  Moscow      MSK UTC+3                 2 tweets
◆ @OIRspox     Col. Steve Warren  Washington  EST UTC-5                  1 tweet
  reconstructed from reports: Foreign Policy, 11 Feb 2016; WTVR/CNN, 12 Feb
  2016; World Bulletin/Anadolu; UPI; Veterans for Liberty (an 11-step list)
  1 of 17 tweets, sent on Thu 11 Feb 2016, clock times unknown, 2 more for
  context · Moscow is 8 h ahead of Washington
  selected: --from @oirspox --grep '(?i)a-10|bomb'
  0 links stated · ≈ 1 inferred
  ⇅ the order is known in part only; the rest stands as the file gives it

 ╌╌ sent on Thu 11 Feb 2016 · clock time unknown ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
 time unknown  ●1  @mod_russia  for context
               ┃   #SYRIA Yesterday, Pentagon official: allegedly Rus bombers
               ┃   attacked 2 hospitals in #ALEPPO;50,000 Syrians were deprived
               ┃   from med services
               ┃   ◷ Yesterday → Wed 10 Feb 2016 (MSK)
               ┃   ◷ time as told: early in the morning Washington, D.C. time
               ┃     (Foreign Policy, of the first ones)
               ┃   ─ told by World Bulletin/Anadolu (verbatim), Foreign Policy
               ┃     (paraphrased)

       ⋮           ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 1 tweet not shown ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄

 time unknown  ●3  @mod_russia  for context
               ┃   Yesterday at 13:55 (MSK), 2 A-10 attack aircraft of US AF
               ┃   entered Syrian airspace from Turkish territory made strikes
               ┃   on objects in city
               ┃   ◷ 13:55 MSK = 05:55 EST, Wed 10 Feb 2016
               ┃   ◷ time as told: early in the morning Washington, D.C. time
               ┃     (Foreign Policy, of the first ones)
               ┃   ─ told by WTVR/CNN (verbatim), UPI (verbatim), Foreign Policy
               ┃     (paraphrased), Veterans for Liberty (paraphrased)

 time unknown  ◆4  @OIRspox  ≈ answers the series ●1 ●3 (by mention)
               ┃   .@MOD_Russia's tweets are wrong. Furthermore their bombing is
               ┃   reckless and indiscriminate and their efforts are
               ┃   strategically short-sighted
               ┃   ─ told by WTVR/CNN (verbatim), World Bulletin/Anadolu
               ┃     (verbatim), UPI (edited), Veterans for Liberty
               ┃     (paraphrased)
""")


def test_only_retweets_are_seen_under_what_they_repeat(told):
    _, out, _ = told("show", SYNTHETIC, "--only", "retweet", "--zone", "UTC")

    assert out == snapshot("""\
@coalition_pao                                              Sunday 13 March 2016
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
◆ @coalition_pao  Col. Invented Example                                  1 tweet
  SYNTHETIC: made up to show the tool; no such tweets were sent
  sides suggested by who answers whom; nobody has stated them
  0 of 5 tweets, 1 more for context · repeated 2 times · clocks: UTC
  selected: --only retweet
  1 link stated

   UTC  ╌╌ Sun 13 Mar 2016 · UTC ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
 07:30  ◆4  @coalition_pao
            for context, ❝ quotes 708898427634712575, which is not selected
        ┃   Geese do not drop leaflets & do not file flight plans.
        ┃   ⟲ repeated by @puzzled_reader and @halab_witness
""")


@pytest.mark.parametrize(
    ("form", "layout"),
    [*product(("text", "html", "svg", "markdown"), LAYOUTS), ("terminal", "timeline")],
)
@pytest.mark.parametrize("kind", ["retweet", "ghost"])
def test_every_picture_of_retweets_or_lost_tweets_alone_can_be_drawn(
    told, file, form, layout, kind
):
    options = ("--format", form, "--layout", layout, "--all", "--only", kind)

    code, out, _ = told("show", file, *options)

    assert code == 0
    assert f"only {kind}" in out


def test_a_line_stands_only_for_conversations_that_hold_something(told, file):
    _, out, _ = told("show", file, "--only", "reply")
    _, whole, _ = told("show", file)

    assert OTHER["id_str"] in whole
    assert OTHER["id_str"] not in out
    assert ORPHAN["full_text"] in out
    assert out.splitlines()[-1] in whole.splitlines()


def test_a_branch_that_is_selected_from_says_both(told, file):
    asked = ("--thread", THIRD["id_str"], "--up", "--from", "mod")

    _, out, _ = told("show", file, *asked)
    _, found, _ = told("show", file, *asked, "--format", "json")

    assert f"selected: --thread {THIRD['id_str']} --up --from mod" in out
    assert ids(found) == those(FIRST, SECOND, THIRD)


def test_a_part_of_a_thread_says_which(told, file):
    _, out, _ = told("show", file, "--thread", THIRD["id_str"], "--down")

    assert f"selected: --thread {THIRD['id_str']} --down" in out


def test_what_a_stranger_types_is_shown_safely(told, file):
    _, out, _ = told("show", file, "--grep", "No|\x1b\u202e")

    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "selected: --grep 'No|␛" in out


# What programs get.


def test_json_holds_all_that_is_selected_with_the_numbers_of_the_whole(told, file):
    _, out, _ = told("show", file, "--format", "json", "--from", "oir")

    assert ids(out) == those(FIRST, SECOND, THIRD, FOURTH)
    numbers = [tweet["n"] for tweet in json.loads(out)["spats"][0]["tweets"]]
    assert numbers == [1, 2, 3, 7]


def test_convert_writes_what_is_selected(told, file):
    _, out, _ = told("convert", file, "--to", "csv", "--until", "2016-02-11 10:05")

    rows = [*csv.DictReader(io.StringIO(out))]
    assert [row["id"] for row in rows] == those(FIRST, SECOND, OTHER)


def test_stats_count_what_is_selected(told, file):
    _, out, _ = told("stats", file, "--format", "json", "--from", "oir,late")
    _, text, _ = told("stats", file, "--from", "oir,late")
    _, one, _ = told("stats", file, "--from", "oir")

    found = json.loads(out)["conversations"]
    assert [(each["tweets"], each["whole"]) for each in found] == [(2, 7), (1, 1)]
    assert "selected: --from oir,late" in text
    assert text.splitlines()[-1] == "1 more conversation: --all counts it"
    assert "more conversation" not in one


def test_a_cast_is_proposed_for_the_likeliest_that_holds_something(told, file):
    _, out, _ = told("cast", file, "--from", "late,c")

    assert f"Made from the conversation {ORPHAN['id_str']}, the likeliest of 2" in out


def test_list_tells_of_conversations_that_hold_something_as_of_all(told, file):
    _, whole, _ = told("list", file)
    _, out, _ = told("list", file, "--grep", "You|Lunch")
    _, found, _ = told("list", file, "--grep", "You|Lunch", "--format", "json")

    assert set(out.splitlines()) < set(whole.splitlines())
    assert [each["id"] for each in json.loads(found)["conversations"]] == those(
        FIRST, OTHER
    )


def test_list_tells_of_a_thread_where_it_holds_something(told, file):
    thread = ("list", file, "--thread", THIRD["id_str"], "--up")

    assert told(*thread, "--from", "oir") == told(*thread)
    assert told(*thread, "--from", "late")[0] == 1


# What is odd about what is selected.


ODD = status("15:00", "odd", "Odd.", created_at="Thu Feb 11 11:00:00 +0000 2016")


def checked(told, *arguments):
    code, out, err = told("check", *arguments)
    return code, [line.partition(":")[0] for line in out.splitlines()], err


def test_check_tells_what_is_odd_about_what_is_selected(told, tmp_path):
    path = written(tmp_path, "x.json", [*HEAP, ODD])

    assert checked(told, path) == (1, ["lost-tweet", "forged-stamp"], [])
    assert checked(told, path, "--from", "odd") == (1, ["forged-stamp"], [])
    assert checked(told, path, "--from", "late") == (1, ["lost-tweet"], [])
    assert checked(told, path, "--from", "mod") == (0, [], [])
    thread = checked(told, path, "--thread", ODD["id_str"])
    assert thread == (1, ["forged-stamp"], [])


def test_check_leaves_out_what_is_odd_about_a_record_that_is_not_selected(
    told, tmp_path
):
    twice = FIRST | {"full_text": "We did."}
    path = written(tmp_path, "x.json", [*HEAP, twice, {"id_str": "1"}])
    retweet = status(
        "15:00",
        "fan",
        "RT",
        last=5,
        retweeted_status=FOURTH,
        created_at=ODD["created_at"],
    )
    path2 = written(tmp_path, "y.json", [retweet])

    whole = checked(told, path, path2)[1]
    mod = checked(told, path, path2, "--from", "mod")[1]
    oir = checked(told, path, path2, "--from", "oir")[1]

    assert set(mod) < set(whole)
    assert set(oir) < set(whole)
    assert "unknown-shape" in mod  # it may be one of theirs
    assert "forged-stamp" in oir
    assert "forged-stamp" not in mod


# Where nothing is found.


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("thread", [(), ("--thread", FIRST["id_str"])], ids=len)
def test_nothing_selected_is_one_line_and_exit_code_1(told, file, command, thread):
    code, out, err = told(command, file, "--grep", "nowhere", *thread)

    assert (code, out) == (1, "")
    (line,) = err
    assert line == (
        "tweetspat: nothing here is selected by --grep nowhere; ask for less at once; "
        "--grep minds case, (?i) before the words does not"
    )


def test_who_only_retweets_is_told_how_that_is_selected(told, file):
    _, _, err = told("list", file, "--from", "fan")
    code, out, _ = told("list", file, "--from", "fan", "--only", "retweet")

    assert err[0].endswith("; native retweets are selected by --only retweet")
    assert (code, out.split()[0]) == (0, FIRST["id_str"])


@pytest.mark.parametrize("command", READING)
def test_whom_nobody_is_is_one_line_and_exit_code_1(told, file, command):
    code, out, err = told(command, file, "--from", "@modd")

    assert (code, out, len(err)) == (1, "", 1)
    assert "no tweet here is by @modd (did you mean @mod?)" in err[0]


def test_one_whom_nobody_is_is_told_beside_others(told, file):
    code, _, err = told("list", file, "--from", "nobody", "--from", "mod")
    _, _, quiet = told("list", file, "--from", "nobody", "--from", "mod", "-q")

    assert code == 0
    assert err == ["tweetspat: no tweet here is by @nobody; the others are looked for"]
    assert quiet == []


@pytest.mark.parametrize("command", [*READING, "batch --out x"])
def test_wrong_usage_is_exit_code_2_before_anything_is_read(told, command):
    code, out, err = told(*command.split(), "nowhere.json", "--since", "nonsense")

    assert (code, out, len(err)) == (2, "", 1)
    assert err[0].startswith("tweetspat: --since 'nonsense' is no time; write ")


# The same answer by every way.


SELECTIONS = (
    ("--from", "mod"),
    ("--from", "OLD"),
    ("--from", "gone"),
    ("--between", "@mod,@oir"),
    ("--since", "2016-02-11 10:30", "--until", "2016-02-11 12:30"),
    ("--grep", "No|Lunch"),
    *(("--only", kind) for kind in ("reply", "quote", "retweet", "ghost", "bystander")),
    ("--without", "reply", "--without", "retweet"),
    ("--from", "mod,oir", "--grep", "did", "--thread", THIRD["id_str"]),
    ("--grep", "No", "--thread", THIRD["id_str"], "--down"),
    ("--from", "nobodyy"),
    ("--grep", "nowhere"),
)


def user(id_, handle):
    return {"id": id_, "id_str": str(id_), "screen_name": handle, "name": handle}


@pytest.fixture
def ways(tmp_path, monkeypatch):
    """Inputs that are scanned, their index, and what loads them instead."""
    as_large(monkeypatch)
    monkeypatch.setattr(tweetspat.cli.show, "LARGE", 0)
    monkeypatch.setattr(tweetspat.cli.show, "SEARCHED", 0)
    monkeypatch.setattr(tweetspat.cli.list, "LARGE", 0)
    monkeypatch.setattr(seeking, "WORTH", 0)
    monkeypatch.chdir(tmp_path)
    more = [
        status("16:00", text="I was old.", user=user(77, "Old"), last=1),
        status("17:00", text="I am new.", user=user(77, "new"), last=2),
        status("18:00", text="No id.", user={"screen_name": "new"}, last=3),
        status(
            "13:01",
            "later",
            "Where?",
            last=4,
            in_reply_to_status_id_str="697000000000000000",
            in_reply_to_screen_name="Gone",
        ),
    ]
    lines(tmp_path / "dump.jsonl", [*HEAP, *more])
    write_index(["dump.jsonl"], "heap.tweetspat")

    def load():
        monkeypatch.setattr(tweetspat.cli.show, "LARGE", 1 << 60)
        monkeypatch.setattr(tweetspat.cli.show, "SEARCHED", 1 << 60)
        monkeypatch.setattr(tweetspat.cli.list, "LARGE", 1 << 60)

    return load


@pytest.mark.parametrize("asked", SELECTIONS, ids=" ".join)
@pytest.mark.parametrize(
    "command",
    ["list", "show", "show --all", "show --format jsonl", "convert --to csv"],
)
def test_scanned_loaded_and_indexed_select_the_same(ways, told, command, asked):
    name, *options = command.split()
    infer = ("--infer", "off")
    if name == "convert":
        infer = ()

    scanned = told(name, "dump.jsonl", *options, *infer, *asked)
    indexed = None
    if name != "convert":
        indexed = told(name, "heap.tweetspat", *options, *infer, *asked)
    ways()
    loaded = told(name, "dump.jsonl", *options, *infer, *asked)

    assert scanned == loaded
    assert indexed in (None, loaded)
    assert loaded[0] == int(asked[1] in ("nobodyy", "nowhere"))


@pytest.mark.parametrize("heap", ["dump.jsonl", "heap.tweetspat"])
@pytest.mark.parametrize("command", ["list", "show --format jsonl"])
def test_several_processes_read_what_one_reads(ways, told, monkeypatch, heap, command):
    monkeypatch.setattr("tweetspat.cli.selected._PORTION", 1)
    asked = (*command.split(), heap, "--without", "bystander", "--grep", "[Nn]o|Oh")

    assert told(*asked, "--jobs", "2") == told(*asked, "--jobs", "1")


def test_the_handle_that_an_account_had_elsewhere_finds_it(ways, told):
    _, out, _ = told("show", "dump.jsonl", "--format", "json", "--from", "old")

    assert len(ids(out)) == 3


# Batches.


def batch(told, out, *options):
    return told("batch", *options, "--out", out, "--format", "text,jsonl")


@pytest.mark.parametrize("asked", SELECTIONS, ids=" ".join)
def test_a_batch_writes_what_is_selected_of_each_conversation(
    ways, told, tmp_path, asked
):
    if "--thread" in asked:  # one conversation is what show -o writes
        asked = asked[: asked.index("--thread")]
    out, indexed = tmp_path / "out", tmp_path / "indexed"
    shown = told("show", "dump.jsonl", "--format", "jsonl", *asked)
    listed = told("list", "dump.jsonl", "--format", "json", *asked)

    done = batch(told, out, "dump.jsonl", *asked)
    again = batch(told, indexed, "heap.tweetspat", *asked)

    assert done[0] == again[0] == shown[0]
    if done[0]:
        assert done[2] == again[2] == shown[2]
        return
    made = (out / "spats.jsonl").read_text()
    assert [*map(spats_of, made.splitlines())] == [
        *map(spats_of, shown[1].splitlines())
    ]
    index = [
        json.loads(each) for each in (out / "index.jsonl").read_text().splitlines()
    ]
    assert [each["id"] for each in index] == [
        each["id"] for each in json.loads(listed[1])["conversations"]
    ]
    assert (indexed / "spats.jsonl").read_text() == made
    report = next(out.glob("2016*"), None)
    assert report is None or "selected: " + " ".join(asked)[:6] in report.read_text()


def spats_of(line):
    return json.loads(line)["spats"]


def test_a_batch_with_inference_over_all_selects_too(ways, told, tmp_path):
    done = batch(told, tmp_path / "out", "dump.jsonl", "--infer", "safe", "--from", "c")

    assert done[0] == 0
    index = [
        json.loads(each)
        for each in (tmp_path / "out" / "index.jsonl").read_text().splitlines()
    ]
    assert [each["id"] for each in index] == those(OTHER)


def test_small_is_what_the_conversation_is_not_what_is_selected(ways, told, tmp_path):
    out = tmp_path / "out"

    batch(told, out, "dump.jsonl", "--grep", "Oh!|Lunch")

    index = [
        json.loads(each) for each in (out / "index.jsonl").read_text().splitlines()
    ]
    assert [(each["id"], bool(each["reports"])) for each in index] == [
        (FIRST["id_str"], True),
        (OTHER["id_str"], False),
    ]


def test_another_selection_draws_anew_and_the_same_one_does_not(ways, told, tmp_path):
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    batch(told, out, "dump.jsonl")

    changed = batch(told, out, "dump.jsonl", "--from", "mod")
    same = batch(told, out, "dump.jsonl", "--from", "mod")
    batch(told, fresh, "dump.jsonl", "--from", "mod")

    assert "already there" not in changed[2][-1]
    assert "2 files already there" in same[2][-1]
    assert tree(out) == tree(fresh)
    manifest = json.loads((out / "manifest.json").read_text())
    assert manifest["settings"]["selection"] == "--from mod"
    assert "in which is selected: --from mod<" in (out / "index.html").read_text()


def test_a_handle_that_turns_out_to_be_another_account_draws_anew(ways, told, tmp_path):
    pair = [
        status("16:00", text="Old.", user=user(77, "Old"), last=1),
    ]
    pair.append(
        status("16:01", text="Me.", user=user(78, "x"), answers=pair[0], last=2)
    )
    lines(tmp_path / "a.jsonl", pair)
    lines(tmp_path / "b.jsonl", [status("19:00", user=user(77, "newest"), last=5)])
    out = tmp_path / "out"
    asked = ("--from", "newest,x")

    batch(told, out, "a.jsonl", *asked)
    first = (out / "spats.jsonl").read_text()
    batch(told, out, "a.jsonl", "b.jsonl", *asked)

    (report,) = out.glob("2016*.txt")
    assert "1 of 2 tweets" not in report.read_text()
    assert first != (out / "spats.jsonl").read_text()


def test_several_processes_select_the_same(ways, told, tmp_path, monkeypatch):
    monkeypatch.setattr("tweetspat.batch.scanned._PORTION", 1)
    one, more = tmp_path / "one", tmp_path / "more"

    batch(told, one, "dump.jsonl", "--only", "reply", "--jobs", "1")
    batch(told, more, "dump.jsonl", "--only", "reply", "--jobs", "2")

    assert tree(one) == tree(more)
