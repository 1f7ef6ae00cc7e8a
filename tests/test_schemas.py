"""The published schemas: what programs read keeps to them, member by member."""

import json

import pytest
from batches import folder_of, talk
from jsonschema import Draft202012Validator
from make import SAMPLES, status, written
from members import members_of, objects, without

from tweetspat.batch.manifest import Failure
from tweetspat.batch.schemas import index_schema, manifest_schema
from tweetspat.cli import main
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.list_schema import list_schema
from tweetspat.renderers.schema import schema
from tweetspat.renderers.stats_schema import stats_schema

SCHEMAS = {
    "output": schema(),
    "stats": stats_schema(),
    "list": list_schema(),
    "manifest": manifest_schema(),
    "index": index_schema(),
}
CAST = """
[[sides]]
name = "Moscow"
accounts = ["mod"]
zone = "MSK"
[names]
oir = "Col. Warren"
[zones]
oir = "Baghdad"
"""
FREE = ("$.settings.names", "$.settings.own_zones", "$.settings.views", "$.reports")
"""Objects whose keys are names that the user chose, or formats."""


def crafted(path):
    """Return a manifest and a line of an index in which nothing is empty."""
    folder = folder_of(path / "in", talk(1, 5), talk(2, 2, day=1))
    written(
        folder, "odd.jsonl", f"{json.dumps(status('20:00', 'q', last=9))}\n{{oops\n"
    )
    cast = path / "cast.toml"
    cast.write_text(CAST)
    out = path / "out"
    asked = ["batch", str(folder), "--out", str(out), "--format", ",".join(RENDERERS)]
    asked += ["--cast", str(cast), "--zone", "MSK", "--naive-zone", "UTC", "--top", "9"]
    asked += ["--min-tweets", "1", "--no-basis", "name", "--join", "auto", "-q"]
    asked += ["--infer", "safe", "--theme", "dark", "--without", "ghost"]
    assert main(asked) == 0
    manifest = json.loads((out / "manifest.json").read_text())
    manifest["failed"] = [Failure("1", "html", "no room")._asdict()]
    first = (out / "index.jsonl").read_text().splitlines()[0]
    return {"manifest": manifest, "index": json.loads(first)}


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    return crafted(tmp_path_factory.mktemp("batch"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_of_whole_objects_and_the_command_prints_it(name, told):
    Draft202012Validator.check_schema(SCHEMAS[name])

    code, out, err = told("schema", name)

    assert (code, err) == (0, [])
    assert json.loads(out) == SCHEMAS[name]


def test_without_a_word_it_is_that_of_show(told):
    assert told("schema") == told("schema", "output")


def test_a_wrong_word_is_wrong_usage(told):
    assert told("schema", "graph") == (
        2,
        "",
        ["tweetspat: 'graph' is not one of output, stats, list, manifest, index"],
    )


@pytest.mark.parametrize("name", ["manifest", "index"])
def test_no_member_can_be_missing_or_renamed_unnoticed(documents, name):
    document = documents[name]
    valid = Draft202012Validator(SCHEMAS[name]).is_valid
    assert valid(document)

    unnoticed = [
        (path, key)
        for path, key in members_of(document)
        if not path.startswith(FREE) and any(map(valid, without(document, path, key)))
    ]

    assert unnoticed == []


def test_in_the_crafted_files_every_member_is_seen(documents):
    hollow = [
        f"{path}.{key}"
        for document in documents.values()
        for path, each in objects(document)
        for key, value in each.items()
        if value in (None, [], {})
    ]

    assert set(hollow) <= {
        "$.outputs[].format",  # of the files of all
        "$.outputs[].conversation",
        "$.problems.first[].place.shape",  # of a line that has none
        "$.settings.views.json.theme",
    }


@pytest.mark.parametrize("sample", ["aleppo-2016.json", "synthetic-v1.json"])
def test_lists_of_the_samples_keep_to_theirs(sample, told):
    _, out, _ = told("list", SAMPLES / sample, "--format", "json")
    document = json.loads(out)
    valid = Draft202012Validator(list_schema()).is_valid

    assert valid(document)
    for path, key in members_of(document):
        assert not any(map(valid, without(document, path, key)))


def test_so_do_all_lines_of_an_index(tmp_path):
    shapes = SAMPLES / "shapes"
    out = tmp_path / "out"
    main(["batch", str(shapes), "--out", str(out), "--format", "html,csv,dot", "-q"])

    lines = (out / "index.jsonl").read_text().splitlines()

    assert len(lines) > 3
    for line in lines:
        Draft202012Validator(index_schema()).validate(json.loads(line))
    manifest = json.loads((out / "manifest.json").read_text())
    Draft202012Validator(manifest_schema()).validate(manifest)
