"""`tweetspat convert`: what is converted once does not change any more."""

import csv
import io
import json

import pytest
from make import SAMPLES, status, written

from tweetspat.cli import main
from tweetspat.renderers.tweets_csv import COLUMNS


def converted(capsysbinary, path, to="json"):
    assert main(["convert", "-q", "--to", to, str(path)]) == 0
    return capsysbinary.readouterr().out


NO_TWEETS = SAMPLES / "shapes" / "compliance_v2"
INPUTS = sorted({*SAMPLES.glob("*.json"), *SAMPLES.glob("shapes/*")} - {NO_TWEETS})


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
@pytest.mark.parametrize("to", ["json", "jsonl"])
def test_converting_twice_changes_nothing(tmp_path, capsysbinary, path, to):
    once = converted(capsysbinary, path, to)
    again = converted(capsysbinary, written(tmp_path, f"once.{to}", once), to)

    for one, two in zip(documents(once, to), documents(again, to), strict=True):
        assert one["spats"] == two["spats"]
        assert one["problems"] == two["problems"]


def documents(out, to):
    return map(json.loads, out.splitlines() if to == "jsonl" else [out])


def table(out):
    return [*csv.DictReader(io.StringIO(out.decode(), newline=""))]


def test_a_table_has_a_row_for_every_tweet_that_is_there_and_none_for_ghosts(
    capsysbinary,
):
    rows = table(converted(capsysbinary, SAMPLES / "synthetic-v1.json", "csv"))
    spats = json.loads(converted(capsysbinary, SAMPLES / "synthetic-v1.json"))["spats"]

    tweets = {tweet["id"]: tweet for spat in spats for tweet in spat["tweets"]}
    there = {id_ for id_, tweet in tweets.items() if tweet["state"] != "missing"}
    assert {row["id"] for row in rows} == there
    for row in rows:
        tweet = tweets[row["id"]]
        assert tuple(row) == COLUMNS
        assert row["text"].removeprefix("'") == tweet["text"]
        assert row["parent"] == (tweet["links"][0]["to"] if tweet["links"] else "")
        assert json.loads(row["links"] or "[]") == tweet["links"]


@pytest.mark.parametrize("text", ["one\ntwo", "one\n@two", "a, b\n=1+1", "\r\n=1"])
def test_a_text_of_several_lines_stays_in_its_cell(tmp_path, capsysbinary, text):
    path = written(tmp_path, "one.json", [status(text=text), status("12:01", last=1)])

    first, second = table(converted(capsysbinary, path, "csv"))

    assert first["text"].removeprefix("'") == text.replace("\r", "")
    assert second["n"] in {"1", "2"}


@pytest.mark.parametrize("text", ["=1+1", "+7", "-1", "@SUM(A1)", "'=1", " =1", "\t=1"])
def test_no_cell_is_a_formula(tmp_path, capsysbinary, text):
    path = written(tmp_path, "one.json", status(text=text))

    (row,) = table(converted(capsysbinary, path, "csv"))

    assert row["text"].startswith(("'", "␉"))
    assert row["text"].lstrip("'␉") == text.lstrip("'\t")


def test_a_cell_shows_what_would_drive_a_terminal_and_keeps_line_breaks(
    tmp_path, capsysbinary
):
    path = written(tmp_path, "one.json", status(text='one\n\x1b[2Jtwo, "three"'))

    out = converted(capsysbinary, path, "csv")

    assert b"\x1b" not in out
    assert table(out)[0]["text"] == 'one\n␛[2Jtwo, "three"'


def test_convert_infers_nothing(capsysbinary):
    out = converted(capsysbinary, SAMPLES / "synthetic-v1.json")

    links = [
        link
        for spat in json.loads(out)["spats"]
        for tweet in spat["tweets"]
        for link in tweet["links"]
    ]
    assert all(link["stated"] for link in links)
