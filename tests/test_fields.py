"""Picking fields: a wrong type is None and a problem with its path."""

import pytest
from make import fields

from tweetspat.readers.fields import BadField, find


def told(record):
    return [(problem.code, problem.place.path) for problem in record.problems]


def test_a_path_is_followed_until_something_is_not_there():
    record = {"a": {"b": "c"}, "d": [{"b": "e"}]}

    assert find(record, "a", "b") == "c"
    assert find(record, "a", "x", "y") is None
    assert find(record, "d", "b") is None


@pytest.mark.parametrize("record", [{}, {"name": None}])
def test_what_is_absent_or_null_is_none_without_a_problem(record):
    picked = fields(record)

    assert picked.text("name") is None
    assert picked.texts("name") == ()
    assert picked.below("name") is None
    assert list(picked.each("name")) == []
    assert picked.id("name") is None
    assert picked.whole("name") is None
    assert picked.share("name") is None
    assert not picked.flag("name")
    assert picked.problems == []


@pytest.mark.parametrize("wrong", [7, True, [], {}, ["text"]])
def test_a_text_of_another_type_is_none_and_told_of(wrong):
    picked = fields({"user": {"name": wrong}})

    assert picked.text("user", "name") is None
    assert told(picked) == [("wrong-type", "$.user.name")]


@pytest.mark.parametrize("wrong", [7, "text", [], True])
def test_an_object_of_another_type_is_none_and_told_of(wrong):
    picked = fields({"user": wrong})

    assert picked.below("user") is None
    assert told(picked) == [("wrong-type", "$.user")]


def test_an_array_gives_its_objects_and_tells_of_other_members():
    picked = fields({"urls": [{"url": "a"}, 7, {"url": "b"}]})

    urls = [url.text("url") for url in picked.each("urls")]

    assert urls == ["a", "b"]
    assert told(picked) == [("wrong-type", "$.urls[1]")]


def test_what_is_odd_inside_an_array_is_told_of_with_its_index():
    picked = fields({"entities": {"urls": [{}, {"url": 7}]}})

    urls = [url.text("url") for url in picked.each("entities", "urls")]

    assert urls == [None, None]
    assert told(picked) == [("wrong-type", "$.entities.urls[1].url")]


@pytest.mark.parametrize("wrong", [{}, "text", 7])
def test_what_should_be_an_array_and_is_none_is_told_of(wrong):
    picked = fields({"a": wrong, "b": wrong})

    assert list(picked.each("a")) == []
    assert picked.texts("b") == ()
    assert told(picked) == [("wrong-type", "$.a"), ("wrong-type", "$.b")]


def test_an_array_of_texts_keeps_its_texts_and_tells_of_the_rest():
    picked = fields({"sources": ["UPI", 7, "CNN"]})

    assert picked.texts("sources") == ("UPI", "CNN")
    assert told(picked) == [("wrong-type", "$.sources[1]")]


def test_half_a_character_becomes_a_replacement_sign_and_is_told_of():
    picked = fields('{"text": "a\\ud83d b \\ud83e\\udda2"}')

    assert picked.text("text") == "a\ufffd b 🦢"
    assert told(picked) == [("lone-surrogate", "$.text")]


@pytest.mark.parametrize("record", [{}, {"text": 7}, {"text": None}])
def test_a_needed_text_that_is_not_there_names_its_path(record):
    with pytest.raises(BadField, match="text was expected") as caught:
        fields(record).need("text")

    assert caught.value.path == ("text",)


def test_an_empty_text_is_a_text():
    assert fields({"text": ""}).need("text") == ""


@pytest.mark.parametrize("value", ["true", 1, "false", None, []])
def test_only_true_is_true(value):
    assert fields({"a": True}).flag("a")
    assert not fields({"a": value}).flag("a")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0", 0),
        ("-12", -12),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("1.0", None),
        ('"1"', None),
        ("true", None),
    ],
)
def test_an_integer_is_read_only_from_an_integer(written, read):
    assert fields(f'{{"a": {written}}}').whole("a") == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0", 0.0),
        ("1", 1.0),
        ("0.25", 0.25),
        ("1e-1", 0.1),
        ("1.01", None),
        ("-0.5", None),
        ("NaN", None),
        ("1e999", None),
        ('"0.5"', None),
    ],
)
def test_a_share_lies_between_0_and_1(written, read):
    assert fields(f'{{"a": {written}}}').share("a") == read


BIG = "697751936824246272"


@pytest.mark.parametrize(
    ("record", "id_"),
    [
        pytest.param(f'{{"id_str": "{BIG}", "id": {BIG}}}', BIG, id="both"),
        pytest.param(f'{{"id_str": "{BIG}"}}', BIG, id="text-alone"),
        pytest.param(f'{{"id": {BIG}}}', BIG, id="number-alone"),
        pytest.param(f'{{"id": "{BIG}"}}', BIG, id="text-under-the-number's-key"),
        pytest.param('{"id": 9007199254740993}', "9007199254740993", id="over-2**53"),
        pytest.param('{"id_str": "M1"}', "M1", id="text-of-any-kind"),
        pytest.param(f'{{"id_str": null, "id": {BIG}}}', BIG, id="text-null"),
        pytest.param(f'{{"id_str": "", "id": {BIG}}}', BIG, id="text-empty"),
        pytest.param('{"id_str": null, "id": null}', None, id="both-null"),
        pytest.param("{}", None, id="absent"),
    ],
)
def test_an_id_comes_whole_from_its_text_or_its_number(record, id_):
    picked = fields(record)

    assert picked.id("id") == id_
    assert picked.problems == []


@pytest.mark.parametrize(
    ("record", "id_", "code"),
    [
        pytest.param(
            f'{{"id_str": "{BIG}", "id": 697751936824246300}}',
            BIG,
            "rounded-id",
            id="number-rounded-by-javascript",
        ),
        pytest.param(
            f'{{"id_str": "{BIG}", "id": 6.977519368242463e17}}',
            BIG,
            "rounded-id",
            id="number-written-as-a-float",
        ),
        pytest.param(
            f'{{"id_str": "{BIG}", "id": 5}}',
            BIG,
            "contradicting-id",
            id="other-number",
        ),
        pytest.param(
            '{"id_str": "12", "id": 13}', "12", "contradicting-id", id="small-is-exact"
        ),
        pytest.param(
            '{"id_str": "M1", "id": 13}', "M1", "contradicting-id", id="text-no-number"
        ),
        pytest.param(
            '{"id_str": "²", "id": 13}', "²", "contradicting-id", id="text-raised-digit"
        ),
        pytest.param(
            '{"id": 6.97751936824246e17}',
            "697751936824246000",
            "rounded-id",
            id="float",
        ),
        pytest.param('{"id": 1.5}', None, "odd-id", id="fraction"),
        pytest.param('{"id": NaN}', None, "odd-id", id="not-a-number"),
        pytest.param('{"id": 1e99999}', None, "odd-id", id="exponent-without-end"),
        pytest.param(f'{{"id": {"9" * 101}}}', None, "odd-id", id="number-too-long"),
        pytest.param(
            f'{{"id_str": "{"9" * 101}"}}', None, "odd-id", id="text-too-long"
        ),
        pytest.param('{"id": [1]}', None, "wrong-type", id="array"),
        pytest.param('{"id": true}', None, "wrong-type", id="word"),
        pytest.param(
            f'{{"id_str": {BIG}, "id": {BIG}}}',
            BIG,
            "wrong-type",
            id="text-is-a-number",
        ),
    ],
)
def test_an_odd_id_is_told_of_and_its_text_wins(record, id_, code):
    picked = fields(record)

    assert picked.id("id") == id_
    assert [problem.code for problem in picked.problems] == [code]
