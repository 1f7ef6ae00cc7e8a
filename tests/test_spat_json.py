"""JSON and JSON lines: what a program may rely on, and nothing else."""

import copy
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from make import SAMPLES, tweet
from members import first_at, members_of, objects, without
from shown import full_report, sample, spats, texts, view

from tweetspat import load, reconstruct
from tweetspat.renderers import renderer
from tweetspat.renderers.schema import schema
from tweetspat.renderers.spat_json import turn_members
from tweetspat.renderers.view import Report

readable = texts(encodable=True)
"""What a reader can yield: lone surrogates were replaced when they were read."""

VALIDATOR = Draft202012Validator(schema())
RAW = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
"""What no output may hold; the line feeds between tweets are the tool's own."""
ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What JSON could hold as it is, and is escaped all the same."""


def source(report, form="json"):
    return "".join(f"{line}\n" for line in renderer(form).render(report, view()))


def document(report):
    return json.loads(source(report))


def report_of(name):
    heap = load([SAMPLES / name], hashed=True)
    return Report(reconstruct(heap), heap.inputs, heap.problems)


FULL = document(full_report())
DOCUMENTS = {
    "aleppo": document(report_of("aleppo-2016.json")),
    "synthetic": document(report_of("synthetic-v1.json")),
    "full": FULL,
}
MEMBERS = members_of(FULL)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_output_keeps_to_the_schema(name):
    assert [error.message for error in VALIDATOR.iter_errors(DOCUMENTS[name])] == []


def test_the_crafted_output_leaves_nothing_empty():
    hollow = [
        f"{path}.{key}"
        for path, each in objects(FULL)
        for key, value in each.items()
        if value in (None, [], {})
    ]

    assert hollow == []


def test_the_crafted_output_has_every_object_that_the_samples_have():
    real = {
        (path, key)
        for name in ("aleppo", "synthetic")
        for path, each in objects(DOCUMENTS[name])
        for key in each
    }

    assert real <= set(MEMBERS)


@pytest.mark.parametrize(("path", "key"), MEMBERS, ids=map(".".join, MEMBERS))
def test_no_member_can_be_missing_or_renamed_unnoticed(path, key):
    dropped, renamed = without(FULL, path, key)

    assert not VALIDATOR.is_valid(dropped)
    assert not VALIDATOR.is_valid(renamed)


@pytest.mark.parametrize(("path", "key"), MEMBERS, ids=map(".".join, MEMBERS))
def test_no_member_can_change_its_type_unnoticed(path, key):
    changed = copy.deepcopy(FULL)
    each = first_at(changed, path)
    each[key] = 7 if isinstance(each[key], str) else "seven"

    assert not VALIDATOR.is_valid(changed)


@pytest.mark.parametrize("path", sorted({path for path, _ in objects(FULL)}))
def test_no_member_can_be_added_unnoticed(path):
    longer = copy.deepcopy(FULL)
    first_at(longer, path)["more"] = None

    assert not VALIDATOR.is_valid(longer)


@pytest.mark.parametrize("name", ["aleppo", "synthetic"])
def test_the_real_outputs_cannot_lose_a_member_either(name):
    whole = DOCUMENTS[name]
    slim = whole | {
        "spats": [
            spat | {"tweets": [each for each in spat["tweets"] if each["links"]][:1]}
            for spat in whole["spats"]
        ]
    }
    accepted = []
    for path, key in sorted(
        {(path, key) for path, each in objects(slim) for key in each}
    ):
        broken = copy.deepcopy(slim)
        first_at(broken, path).pop(key)
        if VALIDATOR.is_valid(broken):
            accepted.append((path, key))

    assert VALIDATOR.is_valid(slim)
    assert accepted == []


def test_what_is_written_is_what_is_meant():
    spat = FULL["spats"][0]
    first = spat["tweets"][0]

    assert first["sent"] == "2016-02-11T12:00:00.000Z"
    assert first["sent_bounds"] == {
        "not_before": "2016-02-11T11:00:00.000Z",
        "not_after": "2016-02-11T13:00:00.000Z",
    }
    assert first["author"] == {"handle": "mod", "name": "At 13:55 (MSK)", "id": "7"}
    assert (first["said_times"][0]["from"], first["said_times"][0]["to"]) == (0, 9)
    assert first["links"][0]["alternatives"] == [{"to": "2", "confidence": 0.4}]
    assert first["links"][0]["series"] == ["2"]
    assert spat["completeness"] == {"stated": 0, "inferred": 2, "missing": 0}
    assert spat["order"]["contested"] == [
        {
            "pair": ["1", "2"],
            "claims": [{"source": "At 13:55 (MSK)", "order": ["1", "2"]}],
        }
    ]


def test_what_nobody_knows_is_null_and_what_there_is_none_of_is_empty():
    (spat,) = spats([tweet("2", None, None, None, reply_to="1")])
    found = document(Report([spat]))

    ghost, last = found["spats"][0]["tweets"]
    assert ghost["state"] == "missing"
    assert {ghost["text"], ghost["sent"], ghost["author"], ghost["side"]} == {None}
    assert last["said_times"] == last["media"] == last["copies"] == []
    assert found["spats"][0]["completeness"] == {
        "stated": 1,
        "inferred": 0,
        "missing": 1,
    }
    assert VALIDATOR.is_valid(found)


@settings(max_examples=60, deadline=None)
@given(readable)
def test_every_text_comes_back_as_it_was_and_keeps_to_the_schema(text):
    found = document(full_report(text))

    assert found["spats"][0]["tweets"][0]["text"] == text
    assert VALIDATOR.is_valid(found)


@settings(max_examples=60, deadline=None)
@given(readable, st.integers(0, 10_000).map(lambda share: share / 10_000))
def test_it_is_written_in_the_bytes_of_an_encoder(text, share):
    report = full_report(text)
    (spat,) = report.spats
    turns = tuple(
        turn._replace(links=(turn.links[0]._replace(confidence=share),))
        for turn in spat.turns
    )

    assert_encoded(report._replace(spats=[spat._replace(turns=turns)]))


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_the_samples_too_are_written_in_the_bytes_of_an_encoder(name):
    assert_encoded(report_of(name))


def assert_encoded(report):
    """Compare what is written by hand with what the standard library writes."""
    for line in source(report, "jsonl").splitlines():
        plain = json.dumps(json.loads(line), ensure_ascii=False, separators=(",", ":"))
        assert line == ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", plain)


def test_no_sign_that_is_escaped_is_printable():
    assert not any(
        map(str.isprintable, filter(ESCAPED.match, map(chr, range(0x110000))))
    )


def test_a_turn_as_members_is_what_stands_in_the_document():
    report = full_report()

    told = [turn_members(turn) for spat in report.spats for turn in spat.turns]
    assert told == document(report)["spats"][0]["tweets"]


@settings(max_examples=60, deadline=None)
@given(readable, st.sampled_from(["json", "jsonl"]))
def test_nothing_that_acts_on_a_terminal_stands_raw_in_the_bytes(text, form):
    written = source(full_report(text), form)

    assert not RAW.search(written)


@pytest.mark.parametrize(
    "char",
    "\x00\x1b\x7f\x80\x85\x9b\x9f\u061c\u200b\u200e\u2028\u2029\u202a\u202e\u2060\u2069\ufeff",
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_what_acts_is_written_as_an_escape_and_comes_back(char):
    written = source(full_report(f"a{char}b"))

    assert char not in written
    assert json.loads(written)["spats"][0]["tweets"][0]["text"] == f"a{char}b"


def test_letters_of_every_script_stay_readable():
    written = source(full_report("Минобороны حلب 漢字 🦢"))

    assert "Минобороны حلب 漢字 🦢" in written


def test_one_tweet_stands_on_one_line_so_that_it_can_be_searched():
    lines = source(report_of("aleppo-2016.json")).splitlines()

    tweets = [line for line in lines if re.match(r'{"id":"\w+","n":', line)]
    read = [json.JSONDecoder().raw_decode(line)[0] for line in tweets]
    assert [each["n"] for each in read] == [*range(1, 18)]


def test_json_lines_hold_one_document_a_line_each_with_one_spat():
    report = report_of("synthetic-v1.json")
    lines = source(report, "jsonl").splitlines()

    documents = [json.loads(line) for line in lines]
    whole = document(report)
    assert len(documents) == len(whole["spats"]) > 1
    assert all(VALIDATOR.is_valid(each) for each in documents)
    assert [each["spats"] for each in documents] == [[spat] for spat in whole["spats"]]
    assert {each["tool"] for each in documents} == {whole["tool"]}


@settings(max_examples=60, deadline=None)
@given(readable)
def test_a_line_break_in_a_text_breaks_no_line_of_json_lines(text):
    written = source(full_report(f"a\n{text}\r\u2028"), "jsonl")

    assert written.count("\n") == 1
    assert json.loads(written)["spats"]


def test_no_spat_is_an_empty_list():
    found = document(Report([]))

    assert found["spats"] == found["inputs"] == found["problems"] == []
    assert VALIDATOR.is_valid(found)


def test_the_clocks_are_named_as_asked_and_by_their_place():
    assert FULL["zones"] == [
        {"word": "MSK", "name": "Europe/Moscow"},
        {"word": "Washington", "name": "America/New_York"},
    ]


def test_a_sample_is_hashed_when_it_is_asked_for():
    (found,) = DOCUMENTS["aleppo"]["inputs"]

    assert re.fullmatch("[0-9a-f]{64}", found["sha256"])
    assert found["tweets"] == len(sample("aleppo-2016.json")[0].turns)
