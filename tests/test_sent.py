"""When a record was sent: what its stamp tells, and where its id tells more."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from make import at, fields, loaded, snowflake, status, written

from tweetspat import load
from tweetspat.model import Bounds
from tweetspat.readers import TYPED_FROM
from tweetspat.readers.common_fields import Sent, sent_at, shortened
from tweetspat.readers.status_v1 import statuses

NOON = at("12:00:07")
MOSCOW = ZoneInfo("Europe/Moscow")
OLD = "20"
"""An id from before ids told times."""


def sent(stamp, id_=OLD, naive=None):
    """Return what is read of a stamp, and the problems that are noted."""
    record = fields({} if stamp is None else {"created_at": stamp})
    found = sent_at(record, "created_at", id_, naive)
    return found, [(each.code, str(each.place)) for each in record.problems]


def messages(stamp, id_=OLD, naive=None):
    record = fields({"created_at": stamp})
    sent_at(record, "created_at", id_, naive)
    return [each.message for each in record.problems]


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param("Thu Feb 11 12:00:07 +0000 2016", id="text"),
        pytest.param(1455192007, id="number"),
        pytest.param(1455192007000, id="number-of-milliseconds"),
        pytest.param("1455192007", id="figures"),
        pytest.param("1455192007000", id="figures-of-milliseconds"),
        pytest.param(1455192007.0, id="float"),
    ],
)
def test_a_stamp_is_text_or_a_number(stamp):
    assert sent(stamp) == (Sent(NOON, "created_at"), [])


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        pytest.param("yesterday", "'yesterday'", id="words"),
        pytest.param(0, "'0'", id="zero"),
        pytest.param(14551920070, "'14551920070'", id="neither-s-nor-ms"),
        pytest.param("\u202e\x1b[2J", "'\\u202e\\x1b[2J'", id="invisible"),
        pytest.param("9" * 300, f"'{'9' * 40}'...", id="long"),
    ],
)
def test_a_stamp_that_cannot_be_read_is_told_of_with_its_value_and_place(stamp, shown):
    found, problems = sent(stamp)

    assert found == Sent()
    assert problems == [("bad-stamp", "made.json:1: $.created_at")]
    assert messages(stamp) == [f"the stamp {shown} cannot be read; its time is unknown"]


@pytest.mark.parametrize("stamp", ["yesterday", None, ""])
def test_an_id_stands_in_for_a_stamp_that_is_not_there_or_cannot_be_read(stamp):
    found, problems = sent(stamp, snowflake(NOON))

    assert found == Sent(NOON, "id")
    assert [code for code, _ in problems] == ["bad-stamp"]


@pytest.mark.parametrize("stamp", [["x"], {"x": 1}, True])
def test_a_stamp_of_another_type_is_told_of_and_costs_nothing_else(stamp):
    found, problems = sent(stamp, snowflake(NOON))

    assert found == Sent(NOON, "id")
    assert [code for code, _ in problems] == ["wrong-type", "bad-stamp"]


def test_a_stamp_without_a_zone_is_refused_with_the_option_that_helps():
    (message,) = messages("2016-02-11 15:00:07")

    assert "--naive-zone" in message
    assert sent("2016-02-11 15:00:07", naive=MOSCOW) == (Sent(NOON, "created_at"), [])


def test_a_minute_gives_bounds_and_the_id_its_second():
    minute = Bounds(at("12:00"), at("12:01"))

    assert sent("2016-02-11T12:00Z") == (Sent(bounds=minute), [])
    assert sent("2016-02-11T12:00Z", snowflake(NOON)) == (Sent(NOON, "id"), [])
    assert sent("2016-02-11T12:00Z", snowflake(at("13:00"))) == (
        Sent(bounds=minute),
        [],
    )


def test_a_date_gives_bounds_and_the_id_its_second():
    day = Bounds(at("00:00"), at("00:00") + timedelta(days=1))

    assert sent("2016-02-11", naive=UTC) == (Sent(bounds=day), [])
    assert sent("2016-02-11", snowflake(NOON), UTC) == (Sent(NOON, "id"), [])


def test_where_ids_tell_no_times_nothing_stands_in():
    assert sent("2016-02-11T12:00Z", None)[0].bounds == Bounds(at("12:00"), at("12:01"))
    assert sent("yesterday", None)[0] == Sent()


IN_MOSCOW = "2016-02-11 15:00:07"
V1 = status("12:00:07", created_at=IN_MOSCOW, id=20, id_str=OLD)
ARCHIVED = {"tweet": {key: V1[key] for key in V1 if key != "user"}}
LEGACY = {
    "__typename": "Tweet",
    "rest_id": OLD,
    "legacy": {"id_str": OLD, "full_text": "words", "created_at": IN_MOSCOW},
}
SCRAPED = {
    "_type": "snscrape.modules.twitter.Tweet",
    "id": 20,
    "rawContent": "words",
    "date": IN_MOSCOW,
    "user": {"username": "a"},
}
TOOT = {
    "id": OLD,
    "content": "<p>words</p>",
    "account": {"acct": "a", "id": "1"},
    "created_at": IN_MOSCOW,
}


@pytest.mark.parametrize(
    "record",
    [
        pytest.param([V1], id="api-v1.1"),
        pytest.param({"statuses": [V1]}, id="search"),
        pytest.param({"id": {OLD: V1}}, id="lookup"),
        pytest.param({"for_user": 5, "message": V1}, id="stream-envelope"),
        pytest.param(
            {"event": "favorite", "source": {}, "target": {}, "target_object": V1},
            id="stream-event",
        ),
        pytest.param(
            f"window.YTD.tweets.part0 = {json.dumps([ARCHIVED])}", id="account-archive"
        ),
        pytest.param(LEGACY, id="graphql"),
        pytest.param(
            {"data": [{"id": OLD, "text": "a", "created_at": IN_MOSCOW}]}, id="v2"
        ),
        pytest.param(SCRAPED, id="snscrape"),
        pytest.param(TOOT, id="mastodon"),
    ],
)
def test_the_zone_that_the_user_names_is_that_of_stamps_without_one(tmp_path, record):
    file = written(tmp_path, "made.js", record)

    (unread,) = load([file]).tweets.values()
    (read_,) = load([file], naive_zone="MSK").tweets.values()

    assert unread.sent is None
    assert "bad-stamp" in [each.code for each in unread.problems]
    assert (read_.sent, read_.sent_basis) == (NOON, "created_at")


def test_the_zone_that_the_user_names_counts_in_large_files_too(tmp_path):
    line = json.dumps(V1)
    filler = [
        json.dumps(status("12:00:07", text="w " * 300, last=n)) for n in range(1500)
    ]
    file = written(tmp_path, "made.jsonl", "\n".join([*filler, line, *filler[:900]]))

    heap = load([file], naive_zone="MSK")

    assert Path(file).stat().st_size > TYPED_FROM
    assert heap.tweets[OLD].sent == NOON


FIRST = datetime(2014, 10, 25, 21, 30, 7, tzinfo=UTC)


@pytest.mark.parametrize("later", [0, 1])
def test_the_id_tells_which_of_two_readings_is_meant(later):
    meant = FIRST + timedelta(hours=later)

    found = sent("2014-10-26 01:30:07", snowflake(meant, last=9), MOSCOW)

    assert found == (Sent(meant, "created_at"), [])


def test_a_reading_that_no_id_decides_stays_open_and_is_told_of():
    found, problems = sent("2014-10-26 01:30:07", OLD, MOSCOW)

    last = FIRST + timedelta(hours=1, seconds=1)
    assert found == Sent(bounds=Bounds(FIRST, last))
    assert problems == [("fold-hour", "made.json:1: $.created_at")]


def test_an_id_between_the_two_readings_decides_nothing():
    inside = snowflake(FIRST + timedelta(minutes=30))

    _, problems = sent("2014-10-26 01:30:07", inside, MOSCOW)

    assert [code for code, _ in problems] == ["fold-hour"]


def test_a_wrong_weekday_is_told_of_at_its_place():
    assert sent("Mon Feb 11 12:00:07 +0000 2016") == (
        Sent(NOON, "created_at"),
        [("wrong-weekday", "made.json:1: $.created_at")],
    )


def test_a_short_value_is_shown_whole():
    assert shortened("x" * 40) == repr("x" * 40)
    assert shortened("x" * 41) == f"{'x' * 40!r}..."


def read(**more):
    (tweet,) = statuses(fields(status("12:00:07", id=20, id_str=OLD, **more)))
    return tweet, [each.code for each in tweet.problems]


def test_the_milliseconds_of_the_stream_stand_in_for_a_stamp():
    missing, quiet = read(created_at=None, timestamp_ms="1455192007657")
    unread, told = read(created_at="noon", timestamp_ms="1455192007657")

    assert (missing.sent, missing.sent_basis, quiet) == (NOON, "created_at", [])
    assert (unread.sent, told) == (NOON, ["bad-stamp"])
    assert "'noon'" in unread.problems[0].message


def test_the_stamp_beats_the_milliseconds_of_the_stream():
    assert read(timestamp_ms="1455192666657")[0].sent == NOON
    assert read(created_at="x", timestamp_ms="y")[1] == ["bad-stamp"]


@pytest.mark.parametrize("number", ["1455192007657", 1455192007657])
def test_they_may_be_text_or_a_number(number):
    assert read(created_at=None, timestamp_ms=number)[0].sent == NOON


def test_the_odd_stamp_of_a_copy_that_loses_is_told_of_too(tmp_path):
    whole = status("12:00")
    copy = whole | {"created_at": "Mon Feb 11 12:00:00 +0000 2016"}
    holder = status("12:05", "OIRspox", quoted_status=copy)

    heap = loaded(tmp_path, [whole, holder])

    odd = [each for each in heap.problems if each.code == "wrong-weekday"]
    assert [each.place.path for each in odd] == ["$[1].quoted_status.created_at"]
    assert heap.tweets[whole["id_str"]].problems == ()


def test_what_is_told_at_the_tweet_is_not_told_again(tmp_path):
    heap = loaded(tmp_path, [status("12:00", created_at="noon")])

    assert [each.code for each in heap.problems] == []
    assert [each.code for t in heap.tweets.values() for each in t.problems] == [
        "bad-stamp"
    ]
