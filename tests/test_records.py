"""Bytes to JSON records: every container reads alike, damage costs only itself."""

import csv
import io
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tweetspat.readers.fields import Number
from tweetspat.readers.records import (
    DEEPEST,
    Fault,
    Record,
    decode,
    records,
)
from tweetspat.readers.tables import is_table, rows


def values(text):
    return [found.value for found in records(text) if isinstance(found, Record)]


def faults(text):
    return [found for found in records(text) if isinstance(found, Fault)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[{"a": "1"}, {"b": "2"}]', id="array"),
        pytest.param('{"a": "1"}\n{"b": "2"}\n', id="one-a-line"),
        pytest.param('{"a": "1"}\r\n\r\n{"b": "2"}\r\n', id="crlf-and-keep-alives"),
        pytest.param('{"a": "1"}{"b": "2"}', id="back-to-back"),
        pytest.param('{\n "a": "1"\n}\n{\n "b":\n "2"\n}', id="pretty-printed"),
        pytest.param('[{"a": "1"}]\n[{"b": "2"}]', id="two-arrays"),
        pytest.param('[{"a": "1"}]{"b": "2"}', id="array-then-object"),
        pytest.param('[{"a": "1"}, {"b": "2"},]', id="comma-too-many"),
        pytest.param(
            '\ufeff{"a": "1"}\n\ufeff{"b": "2"}', id="concatenated-with-marks"
        ),
    ],
)
def test_every_container_holds_the_same_records_without_a_fault(text):
    assert values(text) == [{"a": "1"}, {"b": "2"}]
    assert faults(text) == []


@pytest.mark.parametrize("text", ["", " \r\n\t", "\ufeff", "[]", " [ ] "])
def test_what_holds_nothing_gives_neither_records_nor_faults(text):
    assert list(records(text)) == []


def test_a_record_stands_at_the_line_and_path_where_it_begins():
    text = '\n[\n {"a":\n  1},\n\n {"b": 2}]\n\n{"c": 3}'

    places = [(found.line, found.path) for found in records(text)]

    assert places == [(3, "$[0]"), (6, "$[1]"), (8, "$")]


@pytest.mark.parametrize(
    "number", ["697751936824246272", "1e400", "-0", "0.10", "NaN", "9" * 5000]
)
def test_a_number_is_kept_as_it_was_written(number):
    assert values(f"[{number}]") == [Number(number)]


def test_a_key_that_stands_twice_is_told_of_and_the_last_one_counts():
    (found,) = records('{"a": "first", "in": {"b": 1, "b": 2}, "a": "last"}')

    assert found.value["a"] == "last"
    assert sorted(found.twice) == ["a", "b"]


def test_keys_that_stood_twice_in_one_record_are_not_held_against_the_next():
    once = list(records('{"a": 1, "a": 2}\n{"a": 3}'))[1]

    assert once.twice == ()


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("{oops", id="no-json"),
        pytest.param('{"a": "no end', id="no-end-of-the-text"),
        pytest.param('{"a": tru}', id="bad-word"),
        pytest.param("hello", id="prose"),
        pytest.param('{"a" 1}', id="no-colon"),
    ],
)
def test_a_bad_line_costs_only_itself(bad):
    text = f'{{"a": "1"}}\n{bad}\n{{"b": "2"}}\n'

    assert values(text) == [{"a": "1"}, {"b": "2"}]
    assert [fault.line for fault in faults(text)] == [2]


def test_a_bad_member_with_a_clear_end_costs_only_itself():
    text = '[{"a": "1"},\n {"x": oops},\n {"b": "2"}]'

    (fault,) = faults(text)

    assert values(text) == [{"a": "1"}, {"b": "2"}]
    assert (fault.code, fault.line, fault.path) == ("bad-json", 2, "$[1]")
    assert not fault.broken


def test_after_a_member_without_a_clear_end_the_next_line_with_a_record_is_read():
    text = '[{"a": "1"},\n{"x": oops,\n{"b": "2"},\n{"c": "3"}]'

    (fault,) = faults(text)

    assert values(text) == [{"a": "1"}, {"b": "2"}, {"c": "3"}]
    assert fault.broken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param('[{"a": "1"}', "cut-off", id="after-a-member"),
        pytest.param('[{"a": "1"},', "cut-off", id="after-a-comma"),
        pytest.param('[{"a": "1"}, {"b": "2', "cut-off", id="inside-a-text"),
        pytest.param('[{"a": "1"}, {"b": ', "cut-off", id="before-a-value"),
        pytest.param('[{"a": "1"} {"b": "2"}]', "bad-json", id="no-comma"),
    ],
)
def test_an_array_that_breaks_off_keeps_what_came_before(text, code):
    (fault,) = faults(text)

    assert values(text) == [{"a": "1"}]
    assert (fault.code, fault.broken) == (code, True)


def test_a_file_that_breaks_off_in_a_record_is_told_from_bad_json():
    (fault,) = records('{"a": "1"')

    assert fault.code == "cut-off"


def test_json_may_nest_as_deep_as_the_limit():
    deep = "[" * DEEPEST + "]" * DEEPEST

    assert faults(f"[{deep}]") == []


@pytest.mark.parametrize("levels", [DEEPEST + 1, 100_000])
@pytest.mark.parametrize(("left", "right"), [("[", "]"), ('{"a":', "}")])
def test_json_nested_too_deep_is_passed_over_and_the_next_record_read(
    levels, left, right
):
    deep = f"{left * levels}1{right * levels}"

    first, then = records(f'{{"deep": {deep}}}\n{{"b": "2"}}')

    assert first.code == "too-deep"
    assert then.value == {"b": "2"}


@pytest.mark.parametrize("opening", ["[", "[1,", '{"a":', '[{"a":'])
def test_brackets_that_open_and_never_close_are_refused_at_once(opening):
    endless = opening * (20_000_000 // len(opening))
    begun = time.process_time()

    found = list(records(f"[{endless}"))

    assert time.process_time() - begun < 2
    assert "too-deep" in {each.code for each in found if isinstance(each, Fault)}


@pytest.mark.parametrize("text", ["", "]", "]}]", '\\"]}'])
def test_where_deep_nesting_ends_the_next_record_begins(text):
    inner = f'{{"a":"{text}"}}'
    deep = f"{'[' * DEEPEST}{inner}{']' * DEEPEST}"

    first, then = records(f'[{deep}, {{"b": "2"}}]')

    assert first.code == "too-deep"
    assert then.value == {"b": "2"}


def test_brackets_inside_texts_do_not_count_as_nesting():
    text = json.dumps({"a": "[{" * 1000})

    assert faults(text) == []


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"],
)
def test_every_utf_is_decoded(encoding):
    text, odd = decode('{"text": "Алеппо 🦢"}'.encode(encoding))

    assert values(text) == [{"text": "Алеппо 🦢"}]
    assert odd == []


def test_bytes_that_are_no_utf_8_are_told_of_with_line_and_column():
    text, (fault,) = decode(b'{}\n{"a": "caf\xe9"}')

    assert (fault.code, fault.line, fault.broken) == ("bad-encoding", 2, False)
    assert "byte 11 of the line" in fault.message
    assert "0xe9" in fault.message
    assert len(values(text)) == 2


JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner)
    ),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=3), JSON, max_size=3), max_size=4)


@given(OBJECTS, st.sampled_from([None, 1]), st.booleans())
@settings(max_examples=100, deadline=None)
def test_objects_read_back_as_written_in_an_array_or_glued(made, indent, in_array):
    text = json.dumps(made, indent=indent)
    if not in_array:
        text = "".join(json.dumps(each, indent=indent) for each in made)

    assert values(text) == made
    assert faults(text) == []


@given(st.text(alphabet='{}[],:"\\ \n1a', max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_gives_only_records_and_faults_in_line_order(text):
    lines = [found.line for found in records(text)]

    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)


@given(OBJECTS, OBJECTS, st.sampled_from(["{oops", '{"a": "', "]", "words", "}"]))
@settings(max_examples=100, deadline=None)
def test_damage_on_one_line_never_costs_the_records_of_the_others(before, after, bad):
    lines = [*map(json.dumps, before), bad, *map(json.dumps, after)]

    text = "\n".join(lines)

    assert values(text) == [*before, *after]


def table(text):
    return list(rows(io.StringIO(text, newline="\n")))


def cells(text):
    return [list(row.value.values()) for row in table(text) if isinstance(row, Record)]


def told(text):
    return [(row.code, row.line) for row in table(text) if isinstance(row, Fault)]


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        pytest.param(b"a,b,c\n1,2,3", True, id="plain"),
        pytest.param(b"\xef\xbb\xbfa,b,c\r\n", True, id="mark-and-crlf"),
        pytest.param(b'"a","b","c"\n', True, id="quoted"),
        pytest.param(b"a,b\n", False, id="two-names"),
        pytest.param(b'{"a": 1, "b": 2, "c": 3}\n', False, id="json"),
        pytest.param(b"a, b and c, or d\n", False, id="prose"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_a_table_is_known_by_its_header(head, is_one):
    assert is_table(head) is is_one


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_rows_are_records_under_the_names_of_the_header(ends):
    text = ends.join(["\ufeffa,b,c", '1,"2, ""two""",', ""])

    assert table(text) == [Record({"a": "1", "b": '2, "two"', "c": ""}, 2, "$[1]")]


def test_a_cell_may_hold_line_breaks_and_the_row_stands_where_it_begins():
    first, then = table('a,b,c\n1,"x\ny\r\nz",3\n\n4,5,6\n')

    assert (first.value["b"], first.line) == ("x\ny\r\nz", 2)
    assert (then.value["b"], then.line) == ("5", 6)


def test_a_nul_in_a_cell_is_kept():
    assert cells("a,b,c\n1,\0,3\n") == [["1", "\0", "3"]]


@pytest.mark.parametrize("bad", ["1,2", "1,2,3,4", '1,"2"2,3', "1,2\r2,3", "1"])
def test_a_bad_row_costs_only_itself(bad):
    text = f"a,b,c\n1,2,3\n{bad}\n4,5,6\n"

    assert cells(text) == [["1", "2", "3"], ["4", "5", "6"]]
    assert told(text) == [("bad-row", 3)]


@pytest.mark.parametrize("last", ["4,5", '4,"five', '4,"five\nand,six\n', '4,5,"'])
def test_a_last_row_that_breaks_off_keeps_what_came_before(last):
    text = f"a,b,c\n1,2,3\n{last}"

    assert cells(text) == [["1", "2", "3"]]
    assert told(text) == [("cut-off", 3)]


@pytest.mark.parametrize("after", ["4,5,6\n", '4,"5",6\n', '4,"5\n5",6\n', "4,5,6"])
def test_quotes_that_are_never_closed_do_not_swallow_the_rows_after(after):
    text = f'a,b,c\n1,"2,3\n1,2,3\n{after}'

    assert [row[0] for row in cells(text)] == ["1", "4"]
    assert [line for _, line in told(text)] == [2]


def test_many_quotes_that_are_never_closed_are_given_up_in_good_time():
    text = "a,b,c\n" + 'a",b,"\n' * 20_000

    (first, *_, last) = table(text)

    assert not first.broken
    assert last.broken


def test_a_header_that_cannot_be_read_ends_the_table():
    assert told('a,b,"c"c\n1,2,3\n') == [("bad-row", 1)]
    assert cells('a,b,"c"c\n1,2,3\n') == []
    assert table("") == []


def test_a_name_that_stands_twice_in_the_header_is_told_of():
    (row,) = table("a,b,a\n1,2,3\n")

    assert (row.value, row.twice) == ({"a": "3", "b": "2"}, ("a",))


CELLS = st.text(alphabet='ab,"\n\r\0 é', max_size=6)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5))
@settings(max_examples=100, deadline=None)
def test_rows_read_back_as_written(made):
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("a", "b", "c"), *made])

    assert cells(written.getvalue()) == [list(row) for row in made]


@given(st.text(alphabet='ab,"\n\r', max_size=40))
@settings(max_examples=200, deadline=None)
def test_damage_gives_only_rows_and_faults_in_line_order(text):
    found = table(f"a,b,c\n{text}\n1,2,3\n")

    assert [row.line for row in found] == sorted(row.line for row in found)
    assert {type(row) for row in found} <= {Record, Fault}


@pytest.mark.parametrize(
    "text",
    ['[2, {"a": 1}]\n[3, "u", {"b": 2}]\n', '[[2, {"a": 1}], [3, "u", {"b": 2}]]'],
)
def test_a_message_of_a_downloader_is_one_record(text):
    values = [each.value for each in records(text)]

    assert [value[-1] for value in values] == [{"a": Number("1")}, {"b": Number("2")}]
