"""The table of links: a row a link, whatever is known of it, formulas disarmed."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from make import SAMPLES, tweet
from shown import drawn, run, sample, spats, texts, view

from tweetspat.cli import main
from tweetspat.model import Account, TweetId
from tweetspat.renderers.edges_csv import COLUMNS


def edges(found):
    text = "".join(f"{line}\n" for line in drawn(found, "csv", view(edges=True)))
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_every_link_has_a_row_with_what_json_says_of_it(name):
    found = sample(name)

    rows = edges(found)

    document = json.loads("\n".join(drawn(found, "json")))
    told = [
        (spat["id"], tweet, link)
        for spat in document["spats"]
        for tweet in spat["tweets"]
        for link in tweet["links"]
    ]
    for row, (spat, child, link) in zip(rows, told, strict=True):
        assert tuple(row) == COLUMNS
        assert row["spat"] == spat
        assert (row["child"], int(row["child_n"])) == (child["id"], child["n"])
        assert row["child_author"] == child["author"]["handle"]
        assert row["child_sent"] == (child["sent"] or "")
        assert row["parent"] == link["to"]
        for column in ("relation", "basis", "evidence"):
            assert row[column] == link[column]
        assert json.loads(row["stated"]) is link["stated"]
        assert float(row["confidence"]) == link["confidence"]
        assert float(row["confidence_conversation"]) == link["confidence_conversation"]
        assert json.loads(row["series"] or "[]") == link["series"]


def test_of_a_lost_parent_its_state_is_told():
    rows = edges(sample("synthetic-v1.json"))

    assert {row["parent_state"] for row in rows} == {"present", "missing"}


def test_of_a_parent_elsewhere_only_its_id_is_known():
    (spat,) = spats([tweet("1", "b"), tweet("2", "b", "12:30", reply_to=TweetId("1"))])
    first, turn = spat.turns
    away = turn._replace(links=(turn.links[0]._replace(elsewhere=True),))

    (row,) = edges([spat._replace(turns=(first, away))])

    assert row["elsewhere"] == "true"
    assert row["parent"] == "1"
    assert row["parent_n"] == row["parent_author"] == row["parent_sent"] == ""


def test_of_an_author_or_a_time_that_nobody_knows_nothing_is_told():
    answer = tweet("2", "b", "12:30", reply_to=TweetId("1"))._replace(author=None)
    (spat,) = spats([tweet("1"), answer])
    turns = [t._replace(tweet=t.tweet._replace(sent=None)) for t in spat.turns]

    (row,) = edges([spat._replace(turns=tuple(turns))])

    assert row["child_author"] == row["child_sent"] == row["parent_sent"] == ""


@settings(max_examples=100, deadline=None)
@given(texts(20))
def test_no_cell_is_a_formula(text):
    first = tweet("1")._replace(author=Account(text))
    rows = edges(spats([first, tweet("2", "b", "12:30", reply_to=TweetId("1"))]))

    for row in rows:
        for value in row.values():
            assert not value.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("convert", "--to", "csv", "--edges"),
        ("show", "--infer", "off", "--format", "csv", "--edges"),
    ],
)
def test_both_commands_write_it(capsysbinary, arguments):
    assert main([*arguments, "-q", str(SAMPLES / "synthetic-v1.json")]) == 0

    out = capsysbinary.readouterr().out.decode()
    assert out.splitlines()[0] == ",".join(COLUMNS)
    assert len(out.splitlines()) == 7


def test_the_ending_of_a_file_is_enough(tmp_path):
    out = tmp_path / "links.csv"

    done = run("show", "samples/synthetic-v1.json", "--edges", "-o", str(out))

    assert done.returncode == 0
    assert out.read_text().startswith("spat,child,parent,")


@pytest.mark.parametrize("more", [(), ("--format", "json")])
def test_only_a_table_can_be_one_of_links(more):
    done = run("show", "samples/synthetic-v1.json", "--edges", *more)

    assert done.returncode == 2
    assert b"--edges is a table of links; add --format csv" in done.stderr
