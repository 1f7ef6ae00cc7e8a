"""What the options of a selection mean, and what is wrong usage."""

from datetime import UTC, datetime, timedelta

import pytest

from tweetspat.cli.selected import selection_of
from tweetspat.problems import UsageError


def utc(told):
    return datetime.fromisoformat(told).replace(tzinfo=UTC)


def test_nothing_asked_for_is_no_selection():
    assert selection_of() is None
    assert selection_of(by=[], only=[]) is None


@pytest.mark.parametrize(
    "told", [["@a", "#5", "B"], ["@a, #5", "B", "a"], ["a,#5,@B"]], ids=str
)
def test_handles_may_stand_together_or_apart_with_or_without_the_sign(told):
    assert selection_of(by=told).by == ("a", "#5", "B")


def test_a_handle_of_another_server_keeps_its_second_sign():
    assert selection_of(by=["@mod@other.example"]).by == ("mod@other.example",)


@pytest.mark.parametrize(
    ("since", "first"),
    [
        ("2016-02-11", "2016-02-11T00:00"),
        ("2016-02-11 MSK", "2016-02-10T21:00"),
        ("2016-02-11 Washington time", "2016-02-11T05:00"),
        ("2014-02-11 MSK", "2014-02-10T20:00"),
        ("2016-02-11Z", "2016-02-11T00:00"),
        ("2016-02-11 13:55 MSK", "2016-02-11T10:55"),
        ("2016-02-11 13:55 (MSK)", "2016-02-11T10:55"),
        ("2016-02-11T10:12Z", "2016-02-11T10:12"),
        ("2016-02-11T10:12+03:00", "2016-02-11T07:12"),
        (" 2016-02-11 10:12:03 ", "2016-02-11T10:12:03"),
        ("2016-02-11T10:12:03.500Z", "2016-02-11T10:12:03.500"),
        ("Thu Feb 11 10:12:03 +0000 2016", "2016-02-11T10:12:03"),
        ("20160211T1012", "2016-02-11T10:12"),
        ("2016-10-30 02:30 Berlin", "2016-10-30T00:30"),
    ],
)
def test_since_is_the_first_instant_that_is_meant(since, first):
    assert selection_of(since=since).since == utc(first)


@pytest.mark.parametrize(
    ("until", "end"),
    [
        ("2016-02-11", "2016-02-12T00:00"),
        ("2016-02-11 MSK", "2016-02-11T21:00"),
        ("2016-02-11 13:55 MSK", "2016-02-11T10:56"),
        ("2016-02-11T10:12:03Z", "2016-02-11T10:12:04"),
        ("2016-02-11T10:12:03.500Z", "2016-02-11T10:12:03.500001"),
        ("2016-10-30 02:30 Berlin", "2016-10-30T01:31"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.999001"),
    ],
)
def test_until_ends_when_the_day_minute_or_second_does(until, end):
    assert selection_of(until=until).until == utc(end)


def test_the_same_day_for_both_is_that_day():
    asked = selection_of(since="2016-02-11", until="2016-02-11")

    assert asked.until - asked.since == timedelta(days=1)


def test_kinds_may_stand_together_or_apart():
    asked = selection_of(only=["reply, quote", "media"], without=["ghost"])

    assert (asked.only, asked.without) == ({"reply", "quote", "media"}, {"ghost"})


def test_what_was_asked_for_is_told_as_it_can_be_typed():
    asked = selection_of(["@a", "b"], None, "2016-02-11", None, "it's", None, ["ghost"])

    assert asked.words == (
        "--from @a --from b --since 2016-02-11 --grep 'it'\"'\"'s' --without ghost"
    )


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"by": [""]}, "--from names nobody"),
        ({"by": ["@a,,b"]}, "--from names nobody"),
        ({"by": ["#"]}, "--from names nobody"),
        ({"by": ["Col. Warren"]}, "--from names nobody"),
        ({"between": "@a"}, "'@a' is no pair; write @one,@other"),
        ({"between": "@a,@b,@c"}, "is no pair"),
        ({"between": "@a,@A"}, "is no pair"),
        ({"between": ""}, "--between names nobody"),
        ({"since": "nonsense"}, "--since 'nonsense' is no time"),
        ({"since": ""}, "--since '' is no time"),
        ({"until": "2016-02-30"}, "--until '2016-02-30' is no time"),
        ({"until": "2016-02-11 25:00 MSK"}, "is no time"),
        ({"until": "2016-02-11 12:00 Mosco"}, "--until: 'Mosco' is no zone .* moscow"),
        ({"until": "9999-12-31T23:59:59.999999Z"}, "is no time"),
        ({"since": "Mon Feb 11 10:12:03 +0000 2016"}, "it was a Thursday"),
        ({"since": "2016-02-12", "until": "2016-02-11"}, "lies after --until"),
        ({"grep": ""}, "--grep '' finds all that has words; leave it away"),
        ({"grep": "("}, r"--grep '\(' is no regular expression: missing \)"),
        ({"only": ["replies"]}, "'replies' is not one of reply, quote, retweet, ghost"),
        ({"without": [""]}, "'' is not one of"),
        ({"only": ["reply"], "without": ["reply"]}, "both name reply"),
    ],
    ids=str,
)
def test_nonsense_is_a_usage_error(told, why):
    with pytest.raises(UsageError, match=why):
        selection_of(**told)
