"""`tweetspat batch` from the outside: what it writes, lists, tells and counts."""

import csv
import hashlib
import io
import json
import os
from typing import NamedTuple

import pytest
from batches import folder_of, talk, tree
from jsonschema import Draft202012Validator
from make import SAMPLES, status, written
from shown import run, view

from tweetspat.batch.loaded import LoadedSource
from tweetspat.batch.manifest import Failure
from tweetspat.batch.names import template
from tweetspat.batch.rendering import Drawing, Part, Task, drawn
from tweetspat.batch.run import Outcome
from tweetspat.batch.run import run as run_batch
from tweetspat.batch.schemas import manifest_schema
from tweetspat.batch.wanted import Reading, Wanted
from tweetspat.cli import main
from tweetspat.cli.batch import exit_code, untold
from tweetspat.problems import NothingReadable, UsageError
from tweetspat.readers import load
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.schema import schema

ALEPPO = str(SAMPLES / "aleppo-2016.json")
SYNTHETIC = str(SAMPLES / "synthetic-v1.json")
HOT = talk(1, 5)
COLD = talk(2, 2, day=1)
ALONE = talk(3, 1, day=2)
HOT_ID, COLD_ID, ALONE_ID = (each[0]["id_str"] for each in (HOT, COLD, ALONE))


@pytest.fixture
def told(capsysbinary):
    """Run a batch in this process; return its code and what it said on stderr."""

    def run_here(*arguments):
        code = main(["batch", *map(str, arguments)])
        out, err = capsysbinary.readouterr()
        assert out == b""
        return code, err.decode().splitlines()

    return run_here


@pytest.fixture
def folder(tmp_path):
    return folder_of(tmp_path / "in", HOT, COLD, ALONE)


def index(out):
    return [*map(json.loads, (out / "index.jsonl").read_text("utf-8").splitlines())]


def manifest(out):
    found = json.loads((out / "manifest.json").read_bytes())
    Draft202012Validator(manifest_schema()).validate(found)
    return found


# What is written.


def test_each_conversation_of_two_tweets_or_more_gets_a_report(told, folder, tmp_path):
    out = tmp_path / "out"

    code, err = told(folder, "--out", out)

    assert code == 0
    assert err == [f"tweetspat: 3 conversations, 2 reports in {out}, 1 too small"]
    assert sorted(tree(out)) == sorted(
        (
            f"2016-02-11-mod-vs-oir-{HOT_ID}-{tag(HOT_ID)}.html",
            f"2016-02-11-mod-vs-oir-{COLD_ID}-{tag(COLD_ID)}.html",
            "index.html",
            "index.jsonl",
            "manifest.json",
        )
    )


def tag(id_):
    return hashlib.sha256(id_.encode()).hexdigest()[:12]


def test_a_report_is_what_show_writes_of_that_conversation_alone(told, tmp_path):
    out, alone = tmp_path / "out", tmp_path / "alone"
    alone.mkdir()
    forms = [form for form in RENDERERS if form not in ("json", "jsonl", "csv")]

    told(ALEPPO, "--infer", "off", "--out", out, "--format", ",".join(forms))
    for form in forms:
        path = alone / f"x{RENDERERS[form].endings[0]}"
        main(["show", "--infer", "off", ALEPPO, "--format", form, "-o", str(path)])

    found = {each.suffix: each.read_bytes() for each in out.glob("undated*")}
    assert found == {each.suffix: each.read_bytes() for each in alone.iterdir()}


def test_options_of_show_hold_for_reports(told, tmp_path):
    out, alone = tmp_path / "out", tmp_path / "x.txt"
    options = "--infer off --zone MSK --layout tree --width 60 --events".split()

    told(ALEPPO, "--out", out, "--format", "text", *options)
    main(["show", ALEPPO, "-o", str(alone), *options])

    (report,) = out.glob("*.txt")
    assert report.read_bytes() == alone.read_bytes()


@pytest.mark.parametrize(
    ("form", "name"),
    [("json", "spats.json"), ("jsonl", "spats.jsonl"), ("csv", "tweets.csv")],
)
def test_files_for_machines_hold_every_conversation(told, folder, tmp_path, form, name):
    out = tmp_path / "out"

    code, err = told(folder, "--out", out, "--format", form, "--infer", "off")
    shown = run("show", "--infer", "off", "--format", form, str(folder)).stdout

    assert code == 0
    assert err == ["tweetspat: 3 conversations, 3 in files of all"]
    assert sorted(tree(out)) == sorted(
        (name, "index.html", "index.jsonl", "manifest.json")
    )
    if form != "jsonl":
        assert (out / name).read_bytes() == shown


def test_jsonl_tells_of_each_conversation_the_inputs_it_stands_in(
    told, folder, tmp_path
):
    written(folder, "bad.json", '[{"id": 1')
    out = tmp_path / "out"

    told(folder, "--out", out, "--format", "jsonl")

    documents = [*map(json.loads, (out / "spats.jsonl").read_text().splitlines())]
    for each in documents:
        Draft202012Validator(schema()).validate(each)
    assert [each["spats"][0]["id"] for each in documents] == [HOT_ID, COLD_ID, ALONE_ID]
    assert [[i["file"] for i in each["inputs"]] for each in documents] == [
        [str(folder / f"t{n}.json")] for n in range(3)
    ]
    assert all(each["problems"] == [] for each in documents)


def test_json_is_one_document_with_all_inputs_and_problems(told, folder, tmp_path):
    written(folder, "bad.json", [{"id": 1}, status("20:00")])
    out = tmp_path / "out"

    told(folder, "--out", out, "--format", "json")

    document = json.loads((out / "spats.json").read_bytes())
    Draft202012Validator(schema()).validate(document)
    assert len(document["inputs"]) == 4
    assert [each["code"] for each in document["problems"]] == ["unknown-shape"]


def test_formats_stand_in_lists_and_repeat_and_reports_side_by_side(
    told, folder, tmp_path
):
    out = tmp_path / "out"
    formats = ["--format", "html, text", "--format", "csv,html"]

    code, _ = told(folder, "--out", out, *formats)

    assert code == 0
    stem = f"2016-02-11-mod-vs-oir-{HOT_ID}-{tag(HOT_ID)}"
    assert index(out)[0]["reports"] == {"html": f"{stem}.html", "text": f"{stem}.txt"}
    assert {"tweets.csv", f"{stem}.html", f"{stem}.txt"} < {*tree(out)}


def test_csv_has_one_header(told, folder, tmp_path):
    told(folder, "--out", tmp_path / "out", "--format", "csv")

    rows = csv.reader(io.StringIO((tmp_path / "out" / "tweets.csv").read_text()))
    assert [row[0] for row in rows] == ["spat", *[HOT_ID] * 5, *[COLD_ID] * 2, ALONE_ID]


def test_min_tweets_holds_for_everything_when_it_is_given(told, folder, tmp_path):
    out = tmp_path / "out"

    _, err = told(folder, "--out", out, "--format", "html,jsonl", "--min-tweets", 3)

    assert len([*out.glob("2016*")]) == 1
    assert len((out / "spats.jsonl").read_text().splitlines()) == 1
    assert "2 too small" in err[0]
    assert [each["id"] for each in index(out)] == [HOT_ID, COLD_ID, ALONE_ID]


def test_top_and_only_spats_choose_and_the_index_has_all(told, folder, tmp_path):
    top, spats = tmp_path / "top", tmp_path / "spats"

    told(folder, "--out", top, "--top", 1)
    told(folder, "--out", spats, "--only-spats", "--min-tweets", 0)

    assert [bool(each["reports"]) for each in index(top)] == [True, False, False]
    scores = {bool(each["score"]): bool(each["reports"]) for each in index(spats)}
    assert scores == {True: True, False: False}


def test_a_template_makes_names_and_folders(told, folder, tmp_path):
    out = tmp_path / "out"

    told(folder, "--out", out, "--format", "html,text", "--name", "{format}/{n}-{a}")

    assert sorted(path for path in tree(out) if "/" in path) == [
        f"html/000001-mod-{tag(HOT_ID)}.html",
        f"html/000002-mod-{tag(COLD_ID)}.html",
        f"text/000001-mod-{tag(HOT_ID)}.txt",
        f"text/000002-mod-{tag(COLD_ID)}.txt",
    ]


def test_links_are_inferred_over_all_inputs_only_when_asked(told, tmp_path):
    told(SYNTHETIC, "--out", tmp_path / "off")
    told(SYNTHETIC, "--out", tmp_path / "safe", "--infer", "safe")

    assert len(index(tmp_path / "off")) > len(index(tmp_path / "safe"))


# The lists.


def test_the_index_tells_what_list_tells_and_where_reports_are(
    told, folder, tmp_path, capsysbinary
):
    out = tmp_path / "out"
    told(folder, "--out", out)
    main(["list", "--format", "json", str(folder)])

    rows = json.loads(capsysbinary.readouterr().out)["conversations"]
    assert [
        {key: value for key, value in each.items() if key not in ("handles", "reports")}
        for each in index(out)
    ] == rows
    assert [each["handles"] for each in index(out)] == [["mod", "oir"]] * 2 + [["mod"]]
    for each in index(out):
        assert all((out / path).is_file() for path in each["reports"].values())


def test_the_page_links_to_reports_and_shows_hostile_words(told, tmp_path):
    hostile = talk(1, 3, a='"><script>x', b="\u202egnp")
    hostile[0]["full_text"] = "<img src=x onerror=alert(1)> \x1b[31m"
    out = tmp_path / "out"
    told(written(tmp_path, "x.json", [*hostile, *ALONE]), "--out", out)

    page = (out / "index.html").read_text("utf-8")
    (report,) = index(out)[0]["reports"].values()
    assert f'href="{report}"' in page
    assert "<script" not in page
    assert "<img" not in page
    assert "\x1b" not in page
    assert "&lt;U+202E&gt;gnp" in page
    assert "default-src &#39;none&#39;" in page
    assert page.count("<li") == 2 + 1  # and one input


def test_on_the_page_line_breaks_read_as_spaces_and_other_controls_are_drawn(
    told, tmp_path
):
    said = status(text="Who bombed\r\n\tAleppo?\n\nNot\x07 us.\u2028Them.")
    out = tmp_path / "out"

    told(written(tmp_path, "x.json", [said]), "--out", out)

    page = (out / "index.html").read_text("utf-8")
    assert "Who bombed Aleppo? Not␇ us.&lt;U+2028&gt;Them." in page


def test_the_page_of_many_conversations_says_where_all_of_them_are(told, tmp_path):
    many = [status("10:00", f"a{n}", f"word{n}", last=n) for n in range(1_003)]
    out = tmp_path / "out"

    told(written(tmp_path, "x.json", many), "--out", out)

    page = (out / "index.html").read_text("utf-8")
    assert "<h1>1,003 conversations</h1>" in page
    assert page.count("<li") == 1_000 + 1
    assert "… 3 more conversations, all of them in " in page
    assert len(index(out)) == 1_003


def test_the_manifest_tells_inputs_outputs_and_counts_that_can_be_checked(
    told, folder, tmp_path
):
    written(folder, "bad.json", '{"x": ')
    out = tmp_path / "out"

    code, _ = told(folder, "--out", out, "--format", "html,jsonl")

    found = manifest(out)
    assert code == 4
    hashes = {each["path"]: each["sha256"] for each in found["outputs"]}
    assert hashes | {"manifest.json": tree(out)["manifest.json"]} == tree(out)
    assert {each["file"]: each["sha256"] for each in found["inputs"]} == {
        str(folder / name): value
        for name, value in tree(folder).items()
        if name != "bad.json"
    }
    assert found["counts"] == {
        "conversations": 3,
        "tweets": 8,
        "reported": 2,
        "reports": 2,
        "listed": 3,
        "too_small": 1,
        "failed": 0,
    }
    assert found["settings"]["formats"] == ["html", "jsonl"]
    assert found["problems"]["count"] == len(found["problems"]["first"]) == 1


def test_of_many_problems_the_manifest_holds_the_first_and_counts_all(told, tmp_path):
    odd = [{"id_str": str(n)} for n in range(1, 1_200)]
    out = tmp_path / "out"

    code, err = told(written(tmp_path, "x.json", [*odd, *HOT]), "--out", out)

    found = manifest(out)
    assert code == 0
    assert len(err) == 22
    assert found["problems"]["count"] == 1_199
    assert len(found["problems"]["first"]) == 1_000


def test_a_report_tells_that_its_input_had_problems(told, tmp_path):
    path = written(tmp_path, "x.json", [{"id_str": "1"}, *HOT])

    told(path, "--out", tmp_path / "out", "--format", "html,markdown")

    for each in (tmp_path / "out").glob("2016*"):
        assert "1 problem met here" in each.read_text("utf-8").replace("&#39;", "'")


# The same input, the same bytes.


def test_processes_hash_seeds_and_the_order_of_inputs_change_nothing(tmp_path):
    folder = folder_of(tmp_path / "in", *(talk(n, 4) for n in range(20)))
    files = sorted(map(str, folder.iterdir()))
    formats = ["--format", "html,json,jsonl,csv"]

    for name, given, jobs, seed in (
        ("a", files, "1", "1"),
        ("b", files, "2", "2"),
    ):
        out = str(tmp_path / name)
        done = run(
            "batch", *given, *formats, "--out", out, "--jobs", jobs, PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr

    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_another_file_changes_only_the_reports_that_it_concerns(told, folder, tmp_path):
    out = tmp_path / "out"
    told(folder, "--out", out)
    before = tree(out)

    reply = status("11:30", "by", "Oh!", answers=COLD[-1])
    written(folder, "more.json", [reply])
    told(folder, "--out", out)

    changed = {name for name, value in tree(out).items() if before.get(name) != value}
    assert changed == {
        "index.html",
        "index.jsonl",
        "manifest.json",
        f"2016-02-11-by-vs-mod-{COLD_ID}-{tag(COLD_ID)}.html",
    }


# What is said, and exit codes.


def test_quiet_says_nothing(told, folder, tmp_path):
    written(folder, "bad.json", '{"x": ')

    assert told(folder, "--out", tmp_path / "out", "-q") == (4, [])


@pytest.mark.parametrize(
    ("arguments", "told_of"),
    [
        pytest.param(["--format", "docx"], "'docx' is not one of", id="format"),
        pytest.param(["--format", ""], "'' is not one of", id="no-format"),
        pytest.param(["--name", "{who}"], "is no field; there are {date}", id="name"),
        pytest.param(["--zone", "Mars"], "'Mars' is no zone", id="zone"),
        pytest.param(["--infer", "on"], "'on' is not one of", id="infer"),
        pytest.param(["--layout", "heap"], "'heap' is not one of", id="layout"),
        pytest.param(["--jobs", "0"], "jobs", id="jobs"),
        pytest.param(["--top", "0"], "top", id="top"),
    ],
)
def test_what_is_not_understood_is_wrong_usage(
    told, folder, tmp_path, arguments, told_of
):
    code, (line,) = told(folder, "--out", tmp_path / "out", *arguments)

    assert code == 2
    assert told_of in line
    assert not (tmp_path / "out").exists()


def test_without_a_folder_to_write_it_is_wrong_usage(told, folder):
    assert told(folder) == (
        2,
        ["tweetspat: --out DIR is missing: name the folder to write"],
    )


def test_inputs_without_tweets_are_nothing_found_and_leave_no_folder(told, tmp_path):
    path = written(tmp_path, "x.json", [])

    code, err = told(path, "--out", tmp_path / "a" / "out")

    assert (code, err) == (1, [f"tweetspat: {path}: there is no tweet in it"])
    assert not (tmp_path / "a").exists()


def test_inputs_that_cannot_be_read_leave_an_earlier_batch_as_it_was(
    told, folder, tmp_path
):
    out = tmp_path / "out"
    told(folder, "--out", out)
    before = tree(out)

    code, err = told(tmp_path / "nothing.json", "--out", out)

    assert code == 3
    assert "it cannot be opened" in err[0]
    assert tree(out) == before


def test_records_that_are_skipped_count_when_strict(told, tmp_path):
    path = written(tmp_path, "x.json", [{"id_str": "1"}, *HOT])

    assert told(path, "--out", tmp_path / "a")[0] == 0
    assert told(path, "--out", tmp_path / "b", "--strict")[0] == 4


def test_standard_input_is_an_input(tmp_path):
    out = tmp_path / "out"

    done = run("batch", "--out", str(out), given=json.dumps(HOT).encode())

    assert done.returncode == 0
    assert manifest(out)["inputs"][0]["file"] == "-"


class Odd(LoadedSource):
    """A source of which one conversation cannot be put together."""

    def portions(self, numbers):
        self._spats[0] = ValueError("odd <object at 0x7f1234>")
        return super().portions(numbers)


class Silent:
    """Nobody is told how a run goes."""

    def waiting(self):
        pass

    def read(self, problems):
        pass

    def begins(self, conversations, tweets):
        pass

    def went_on(self, conversations, tweets):
        pass


def test_a_conversation_that_cannot_be_drawn_costs_only_itself(folder, tmp_path):
    out = tmp_path / "out"
    forms = ("html", "json", "jsonl", "csv")
    wanted = Wanted(forms, template("{id}"), dict.fromkeys(forms, view(zones=())))

    for jobs in (1, 2):  # the second run finds what the first one left
        outcome = run_batch(
            [str(folder)],
            str(out),
            wanted._replace(jobs=jobs),
            Reading(),
            Silent(),
            lambda paths, reading, _: Odd(load(paths, hashed=True), reading),
        )

        failed = manifest(out)["failed"]
        assert len(outcome.failures) == 4
        assert sorted(each["format"] for each in failed) == sorted(forms)
        assert {each["message"] for each in failed} == {
            "ValueError: odd <object at 0x>"
        }
        assert [each["reports"] for each in index(out)] == [
            {},
            {"html": f"{COLD_ID}-{tag(COLD_ID)}.html"},
            {},
        ]
        (spats,) = (json.loads((out / "spats.json").read_bytes())["spats"],)
        assert [each["id"] for each in spats] == [COLD_ID, ALONE_ID]
        assert len((out / "spats.jsonl").read_text().splitlines()) == 2
        assert len((out / "tweets.csv").read_text().splitlines()) == 4
    assert outcome.reused == 1


def test_what_could_not_be_made_is_told_and_the_exit_code_says_so():
    failures = [(0, Failure("1", "html", "ValueError: odd"))]
    counts = {
        "conversations": 2,
        "reports": 1,
        "listed": 0,
        "too_small": 0,
        "failed": 1,
    }
    outcome = Outcome(counts, 0, 0, failures, 0, partly=False, skipped=0)

    assert exit_code(outcome, strict=False) == 4
    assert [*map(str, untold(outcome))] == ["1: no html could be made: ValueError: odd"]


def test_a_name_that_is_a_folder_cannot_be_had(told, folder, tmp_path):
    out = tmp_path / "out"
    blocked = out / f"2016-02-11-mod-vs-oir-{HOT_ID}-{tag(HOT_ID)}.html"
    blocked.mkdir(parents=True)

    code, (line,) = told(folder, "--out", out)

    assert code == 3
    assert line == f"tweetspat: {out}: the output cannot be written: Is a directory"
    assert os.listdir(blocked) == []


class Gone(NamedTuple):
    """A portion whose input is not what it was."""

    error: Exception

    def spats(self):
        raise self.error
        yield


@pytest.mark.parametrize(
    ("error", "told_of"),
    [
        (
            FileNotFoundError(2, "No such file", "x.json"),
            "x.json: it cannot be read again",
        ),
        (UsageError("x.json: it has changed"), "x.json: it has changed"),
    ],
)
def test_an_input_that_is_gone_stops_the_run(tmp_path, error, told_of):
    part = Part((), ("html",), listed=True)
    task = Task(0, [0], (part,), (), {}), Gone(error)
    drawing = Drawing(str(tmp_path), {"html": view(zones=())}, (), ())

    with pytest.raises(NothingReadable, match=told_of):
        drawn(drawing, task)


def test_what_is_odd_in_a_portion_is_told_of_all_that_are_left_of_it(tmp_path):
    part = Part((), ("html",), listed=False)
    task = Task(0, [0, 1], (part, part), (), {}), Gone(ValueError("odd"))
    drawing = Drawing(str(tmp_path), {"html": view(zones=())}, (), ())

    result = drawn(drawing, task)

    assert [each.message for each in result.failed] == ["ValueError: odd"] * 2
