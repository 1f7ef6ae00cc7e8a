"""`tweetspat check`: every time problem of every record, once each."""

import json

import pytest
from make import SAMPLES, status, written

from tweetspat.cli import main


@pytest.fixture
def check(capsysbinary, tmp_path):
    """Check values, each written to a file; return the code and the lines."""

    def run(*values, options=()):
        files = [written(tmp_path, f"{n}.json", each) for n, each in enumerate(values)]
        code = main(["check", *files, *options])
        out, err = capsysbinary.readouterr()
        assert err == b""
        return code, out.decode().splitlines()

    return run


def codes(lines):
    return [line.partition(":")[0] for line in lines]


FIRST = status("12:00")
SECOND = status("12:05", "OIRspox", answers=FIRST)


def test_what_is_in_order_is_silent(check):
    assert check([FIRST, SECOND]) == (0, [])


@pytest.mark.parametrize(
    ("stamp", "code"),
    [
        pytest.param("noon", "bad-stamp", id="words"),
        pytest.param("Thu Feb 30 12:00:00 +0000 2016", "bad-stamp", id="no-such-day"),
        pytest.param("9" * 30, "bad-stamp", id="figures"),
        pytest.param("Mon Feb 11 12:00:00 +0000 2016", "wrong-weekday", id="weekday"),
        pytest.param(
            "Thu Feb 11 11:59:58 +0000 2016", "forged-stamp", id="two-seconds"
        ),
        pytest.param("2016-02-11T12:02Z", "forged-stamp", id="another-minute"),
    ],
)
def test_an_odd_stamp_has_one_line(check, stamp, code):
    assert codes(check([FIRST | {"created_at": stamp}])[1]) == [code]


def test_both_values_stand_in_the_line(check):
    _, (line,) = check([FIRST | {"created_at": "Thu Feb 11 11:00:00 +0000 2016"}])

    assert "2016-02-11T11:00:00.000Z" in line
    assert "2016-02-11T12:00:00.000Z" in line


def test_a_stamp_from_before_the_platform_has_a_line(check):
    old = FIRST | {"id": 19, "id_str": "19"}

    _, (line,) = check([old | {"created_at": "Fri Feb 11 10:12:03 +0000 2005"}])

    assert line.startswith("before-platform: ")


@pytest.mark.parametrize(
    ("stamp", "code"),
    [("2014-10-26 01:30:00", "fold-hour"), ("2011-03-27 02:30:00", "gap-hour")],
)
def test_an_hour_that_the_naive_zone_had_twice_or_never_has_a_line(check, stamp, code):
    old = FIRST | {"id": 19, "id_str": "19", "created_at": stamp}

    _, lines = check([old], options=["--naive-zone", "MSK"])

    assert codes(lines) == [code]


def test_copies_inside_others_are_looked_at(check):
    odd = FIRST | {"created_at": "noon"}

    _, lines = check([FIRST, status("12:05", "OIRspox", quoted_status=odd)])

    assert codes(lines) == ["bad-stamp"]
    assert "$[1].quoted_status.created_at" in lines[0]


def test_of_two_copies_of_a_record_both_are_told_of(check):
    odd = FIRST | {"created_at": "Mon Feb 11 12:00:00 +0000 2016"}

    _, lines = check([FIRST], [odd], [FIRST | {"created_at": "noon"}])

    assert sorted({*codes(lines)} - {"duplicate"}) == ["bad-stamp", "wrong-weekday"]
    assert len(lines) == len(set(lines))


def test_retweets_are_looked_at(check):
    repeat = status("12:10", "OIRspox", "RT @mod_russia: words", retweeted_status=FIRST)

    _, lines = check([repeat | {"created_at": "Thu Feb 11 11:00:00 +0000 2016"}])

    assert codes(lines) == ["forged-stamp", "older-than-parent"]


def test_a_retweet_whose_stamp_cannot_be_read_has_one_line(check):
    repeat = status("12:10", "OIRspox", "RT @mod_russia: words", retweeted_status=FIRST)

    _, lines = check([repeat | {"created_at": "noon"}])

    assert codes(lines) == ["bad-stamp"]


CASE = {
    "tweetspat": 1,
    "tweets": [{"id": id_, "author": "a", "text": id_} for id_ in ("M1", "M2", "M3")],
}


def orders(*told):
    return [{"source": f"S{n}", "order": each.split()} for n, each in enumerate(told)]


def test_a_case_whose_order_is_told_whole_is_silent(check):
    assert check(CASE | {"orders": orders("M1 M2 M3")}) == (0, [])


def test_an_order_known_in_part_has_a_line_and_the_code_is_1(check):
    code, lines = check(CASE | {"orders": orders("M1 M2")})

    assert (code, codes(lines)) == (1, ["partial-order"])


def test_a_contested_pair_and_a_ring_have_a_line_each(check):
    pair = check(CASE | {"orders": orders("M1 M2 M3", "M2 M1")})
    ring = check(CASE | {"orders": orders("M1 M2", "M2 M3", "M3 M1")})

    assert codes(pair[1]) == codes(ring[1]) == ["contested-order"]
    assert "S0: M1 before M2; S1: M2 before M1" in pair[1][0]
    assert "cycle" in ring[1][0]


def test_bounds_and_stamps_of_a_case_file_are_looked_at(check):
    first = {"id": "M0", "author": "a", "text": "x", "sent": "2005-02-11"}
    then = {
        "id": "M9",
        "author": "a",
        "text": "x",
        "answers": "M0",
        "not_before": "2016-02-12T00:00:00Z",
        "not_after": "2016-02-11T00:00:00Z",
    }

    _, lines = check(CASE | {"tweets": [first, then]})

    assert codes(lines) == ["before-platform", "bad-bounds"]


def test_a_text_whose_time_cannot_be_resolved_is_no_problem(check):
    assert check(
        [FIRST | {"full_text": "Yesterday at 25:61 (MARS), on 31 February"}]
    ) == (
        0,
        [],
    )


def test_the_times_of_an_output_that_is_read_again_are_looked_at(check, capsysbinary):
    main(["show", "--format", "json", str(SAMPLES / "synthetic-v1.json")])
    document = json.loads(capsysbinary.readouterr().out)
    tweets = document["spats"][0]["tweets"]
    tweets[0]["sent"] = "noon"
    tweets[1]["sent"] = None
    tweets[1]["sent_bounds"] = {
        "not_before": "2016-02-11T12:00:00.000Z",
        "not_after": "2016-02-11T11:00:00.000Z",
    }

    _, lines = check(document)

    assert {"bad-stamp", "bad-bounds"} <= {*codes(lines)}
