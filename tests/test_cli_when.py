"""`tweetspat when`: what one wording means."""

import json

import pytest
from jsonschema import Draft202012Validator
from shown import ROOT, run

from tweetspat.renderers.schema import schema

MOD = "Yesterday at 13:55 (MSK), 2 A-10 attack aircraft"
SENT = ("--sent", "2016-02-11T10:12Z")


EXPLAINED = """\
Yesterday at 13:55 (MSK)
  13:55 MSK = 05:55 EST, Wed 10 Feb 2016
  23 h 17 m before it was said
  from 2016-02-10T10:55:00.000Z to 2016-02-10T10:56:00.000Z, exclusive (minute)
  counted in Europe/Moscow: zone named in the text; right in 99% of such cases
"""


def when(*arguments):
    done = run("when", *arguments)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_wording_is_explained_on_every_shown_clock_with_its_reason():
    code, out, err = when(MOD, *SENT)

    assert (code, err) == (0, "")
    assert out == EXPLAINED


def test_shown_clocks_can_be_chosen():
    _, out, _ = when(MOD, *SENT, "--zone", "Damascus", "--zone", "UTC")

    assert "13:55 MSK = 12:55 EET = 10:55 UTC, Wed 10 Feb 2016" in out


def test_several_times_are_a_paragraph_each():
    _, out, _ = when("At 9 a.m. ET, and at noon Moscow time", *SENT)

    first, then = out.split("\n\n")
    assert first.startswith("9 a.m. ET\n  09:00 EST = 17:00 MSK")
    assert then.startswith("noon Moscow time\n  12:00 MSK = 04:00 EST")


def test_json_has_the_times_as_the_published_schema_has_them():
    code, out, _ = when(MOD, *SENT, "--format", "json")

    told = json.loads(out)
    (said,) = told["said_times"]
    turn = schema()["properties"]["spats"]["items"]["properties"]["tweets"]["items"]
    Draft202012Validator(turn["properties"]["said_times"]).validate([said])
    assert code == 0
    assert list(told) == ["said_times"]
    assert said["text"] == "Yesterday at 13:55 (MSK)"
    assert (said["from"], said["to"]) == (0, 24)
    assert said["start"] == "2016-02-10T10:55:00.000Z"
    assert said["end"] == "2016-02-10T10:56:00.000Z"
    assert said["zone"] == "Europe/Moscow"


def test_what_speaks_of_no_time_says_so():
    assert when("We work 24/7", *SENT)[:2] == (
        0,
        "no time is said here that can be resolved\n",
    )
    assert when("We work 24/7", *SENT, "--format", "json")[:2] == (
        0,
        '{\n  "said_times": []\n}\n',
    )


def test_a_wording_that_waits_for_a_zone_says_so():
    _, bare, _ = when("Yesterday at noon", *SENT)
    _, out, _ = when("Yesterday at noon", *SENT, "--author-zone", "Aleppo")

    assert bare == "whose clock counts is not said; --author-zone ZONE tells it\n"
    assert "12:00 EET" in out
    assert "Asia/Damascus: zone given as the author's" in out.replace("\n  ", " ")


@pytest.mark.parametrize(
    ("sent", "found"),
    [
        ("2016-02-11 13:12", True),
        ("2016-02-11", True),
        ("Thu Feb 11 10:12:03 +0000 2016", True),
        ("9999-12-31", False),
    ],
)
def test_a_stamp_without_a_zone_or_a_date_counts_on_the_authors_clock(sent, found):
    code, out, _ = when(MOD, "--sent", sent, "--author-zone", "MSK")

    assert code == (0 if found else 2)
    assert ("13:55 MSK = 05:55 EST, Wed 10 Feb 2016" in out) is found


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--sent", "soon"), "--sent 'soon' is no stamp with a zone"),
        (("--sent", "2016-02-11"), "is a date, which begins when its clock says"),
        (("--sent", "2016-02-11 13:12"), "--author-zone ZONE"),
        ((*SENT, "--author-zone", "Moskow"), "did you mean moscow"),
        ((*SENT, "--format", "xml"), "'xml' is not one of text, json"),
        ((), "Missing option '--sent'"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_to_do(arguments, message):
    code, out, err = when(MOD, *arguments)

    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert message in err


def test_the_readme_shows_what_is_printed():
    readme = (ROOT / "README.md").read_text("utf-8")

    assert EXPLAINED in readme
