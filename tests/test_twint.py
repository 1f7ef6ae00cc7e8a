"""Twint: clocks of the saving machine, retweets told two ways, rewritten words."""

import csv
import io
import json
from datetime import UTC, timedelta, timezone

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, fields, shared, snowflake, written
from neutral import by_id, sample
from shapes import twint as sampled

from tweetspat.model import Account, Media, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import SKIPPING, load, twint

FIXTURES = sorted(shared("data", "fixtures", "twint_jsonl").glob("*.jsonl"))
AT_15 = "2016-02-11 15:00:00 "


def record(clock="12:00", text="words", **more):
    made = {
        "id": int(snowflake(at(clock))),
        "conversation_id": snowflake(at(clock)),
        "created_at": f"2016-02-11 {clock}:00 UTC",
        "date": "2016-02-11",
        "time": f"{clock}:00",
        "timezone": "+0000",
        "user_id": 7,
        "username": "me",
        "name": "Me",
        "tweet": text,
        "urls": [],
        "photos": [],
        "video": 0,
        "retweet": False,
        "quote_url": "",
        "reply_to": [],
    }
    return made | more


def read(value, naive=None):
    return list(twint.read(fields([value]), naive))


def tweets(value):
    return [each for each in read(value) if isinstance(each, Tweet)]


def tweet(value, naive=None):
    (found,) = [each for each in read(value, naive) if isinstance(each, Tweet)]
    return found


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_record_tells_words_author_and_time():
    found = tweet(record())

    assert (found.text, found.author) == ("words", Account("me", "Me", "7"))
    assert (found.sent, found.sent_basis) == (at("12:00"), "created_at")
    assert (found.reply_to, found.quotes, found.repeats) == (None, None, None)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("more", "basis"),
    [
        ({"time": "17:30:00", "timezone": "+0530"}, "created_at"),
        ({"time": "15:00:00", "timezone": "MSK", "created_at": AT_15 + "+0300"}, None),
        ({"time": "15:00:00", "timezone": "", "created_at": AT_15 + "+03"}, None),
        ({"created_at": 1455192000000, "timezone": "EDT", "time": "?"}, None),
        ({"created_at": 1455192000, "timezone": "EDT", "time": "?"}, None),
    ],
)
def test_an_offset_in_figures_or_a_count_from_1970_tells_the_instant(more, basis):
    found = tweet(record(**more))

    assert (found.sent, found.sent_basis) == (at("12:00"), basis or "created_at")
    assert found.problems == ()


def test_the_name_of_a_zone_tells_nothing_and_the_id_stands_in():
    found = tweet(record(time="08:00:00", timezone="EDT", created_at="x EDT"))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


def test_a_clock_without_offset_is_read_in_the_zone_that_the_user_names():
    found = tweet(record(time="15:00:00", timezone="MSK"), timezone(timedelta(hours=3)))

    assert (found.sent, found.sent_basis) == (at("12:00"), "created_at")


def test_the_offset_of_another_season_gives_way_to_the_id():
    found = tweet(record(time="14:00:00", timezone="+0100"))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


@pytest.mark.parametrize("clock", ["12:01:00", "13:00:01"])
def test_a_stamp_that_no_shift_of_zones_explains_is_kept(clock):
    found = tweet(record(time=clock))

    assert (f"{found.sent:%H:%M:%S}", found.sent_basis) == (clock, "created_at")


def test_blanks_that_were_put_before_links_are_taken_back():
    found = tweet(
        record(text=" https://t.co/a and  https://t.co/b now  pic.twitter.com/c")
    )

    assert found.text == "https://t.co/a and https://t.co/b now pic.twitter.com/c"
    assert not found.cut


@pytest.mark.parametrize(
    "text", ["see https://t.co/a", "( https://t.co/a", "https://a"]
)
def test_words_in_which_no_blank_was_put_are_left_alone(text):
    assert tweet(record(text=text)).text == text


def test_words_with_blanks_for_line_breaks_are_known_to_be_rewritten():
    assert tweet(record(text="one  two")).cut


def test_entities_are_undone_but_in_what_was_read_from_pages():
    assert tweet(record(text="a &amp; b")).text == "a & b"
    assert tweet(record(text="a &amp; b", created_at=1455192000000)).text == "a &amp; b"


@pytest.mark.parametrize(
    ("answered", "handle"),
    [
        ([{"screen_name": "other", "id": "8"}, {"screen_name": "third"}], "other"),
        ([{"username": "ME", "user_id": "7"}, {"username": "other"}], "other"),
        ([{"username": "me", "user_id": "7"}], None),
        ([], None),
    ],
)
def test_who_is_answered_is_the_first_that_is_not_the_author(answered, handle):
    assert tweet(record(reply_to=answered)).reply_handle == handle


def test_an_author_in_a_conversation_of_others_answers_themself():
    answered = [{"username": "me", "user_id": "7"}]

    assert tweet(record(reply_to=answered, conversation_id="1")).reply_handle == "me"


@pytest.mark.parametrize(
    ("url", "id_"),
    [
        ("https://twitter.com/a/status/12", "12"),
        ("https://twitter.com/i/web/status/12", "12"),
        ("https://twitter.com/a/status/12?s=20", "12"),
        ("https://x.com/a/status/12", "12"),
        ("", None),
        (0, None),
    ],
)
def test_the_address_of_the_quoted_tweet_names_it(url, id_):
    assert tweet(record(quote_url=url)).quotes == id_


def test_where_links_lead_is_told_in_their_order():
    found = tweet(record(text="a https://t.co/1 b", urls=["https://example.org"]))

    assert found.urls == (Url("https://t.co/1", "https://example.org"),)


def test_which_link_leads_where_is_not_guessed():
    found = tweet(record(text="https://t.co/1 https://t.co/2", urls=["https://e.org"]))

    assert found.urls == (Url("https://e.org", "https://e.org"),)


@pytest.mark.parametrize(
    ("more", "media"),
    [
        ({"photos": ["https://p/1"], "video": 1}, (Media("photo", "https://p/1"),)),
        ({"video": 1}, (Media("video"),)),
        ({}, ()),
    ],
)
def test_pictures_are_told_and_films_without_address(more, media):
    assert tweet(record(**more)).media == media


ORIGINAL, REPEAT = snowflake(at("11:00")), snowflake(at("13:00"))


def test_a_later_version_gives_the_retweet_and_the_words_of_its_original():
    repeat, original = tweets(
        record(
            "13:00",
            "RT @you: a long on…",
            retweet=True,
            retweet_id=ORIGINAL,
            user_rt="a long one &amp; more",
            user_rt_id="8",
        )
    )

    assert (repeat.id, repeat.author.handle, repeat.repeats) == (REPEAT, "me", ORIGINAL)
    assert repeat.cut
    assert (original.id, original.text) == (ORIGINAL, "a long one & more")
    assert (original.author, original.author_id) == (None, "8")
    assert (original.nested_in, original.state) == (REPEAT, "recovered")


def test_the_author_of_the_original_is_found_by_the_account_id(tmp_path):
    made = record(
        "13:00", retweet=True, retweet_id=ORIGINAL, user_rt="two words", user_rt_id="8"
    )
    other = record("14:00", user_id=8, username="you", name="You")

    heap = load([written(tmp_path, "a.json", [made, other])])

    assert heap.tweets[ORIGINAL].author == Account("you", "You", "8")


def test_an_early_version_gives_the_original_and_who_retweeted_it():
    original, repeat = tweets(
        record("11:00", retweet=True, retweet_id=REPEAT, user_rt="you", user_rt_id="8")
    )

    assert (original.id, original.text, original.repeats) == (ORIGINAL, "words", None)
    assert (repeat.id, repeat.repeats) == (REPEAT, ORIGINAL)
    assert (repeat.author, repeat.text) == (Account("you", None, "8"), None)
    assert repeat.sent == at("13:00")


def test_a_retweet_whose_own_id_is_not_told_leaves_its_original():
    found = tweet(record(retweet=True, retweet_id="", user_rt="you"))

    assert (found.text, found.repeats) == ("words", None)
    assert codes(found) == ["missing-field"]


def test_a_table_reads_as_the_same_lines(tmp_path):
    made = [
        record(text="a, b", reply_to=[{"screen_name": "you", "name": "Y", "id": "8"}]),
        record("13:00", photos=["https://p/1", "https://p/2"], video=1),
        record("14:00", created_at=1455199200000),
        record("15:00", retweet=True, retweet_id=ORIGINAL, user_rt="the words"),
    ]
    rows = io.StringIO(newline="")
    writer = csv.DictWriter(rows, made[-1])
    writer.writeheader()
    writer.writerows(made)
    lines = "".join(f"{json.dumps(each)}\n" for each in made)

    table = load([written(tmp_path, "a.csv", rows.getvalue())])
    plain = load([written(tmp_path, "a.json", lines)])

    assert seen(table) == seen(plain)
    assert len(table.tweets) == 5


def seen(heap):
    return {id_: each._replace(place=None) for id_, each in heap.tweets.items()}


@pytest.mark.parametrize(("other", "code"), [("words", ["odd-id"]), (REPEAT, [])])
def test_a_retweet_under_no_id_or_its_own_is_a_tweet(other, code):
    found = tweet(record("13:00", retweet=True, retweet_id=other, user_rt="you"))

    assert (found.repeats, codes(found)) == (None, code)


def test_a_later_retweet_without_the_words_of_its_original_stands_alone():
    found = tweet(record("13:00", retweet=True, retweet_id=ORIGINAL, user_rt="you"))

    assert found.repeats == ORIGINAL


def test_an_address_that_names_no_status_is_told_of():
    found = tweet(record(quote_url="https://example.org/a/status/12"))

    assert (found.quotes, codes(found)) == (None, ["wrong-type"])


@pytest.mark.parametrize("member", ["id", "tweet"])
def test_without_id_or_words_the_record_is_a_problem_at_the_member(member):
    (problem,) = read(record(**{member: None}))

    assert (problem.code, problem.place.path) == ("missing-field", f"$[0].{member}")


def test_without_an_author_none_is_made_up():
    found = tweet(record(username=None))

    assert (found.author, codes(found)) == (None, ["missing-field"])


def test_a_record_is_known_by_the_members_of_all_versions():
    assert twint.recognises(record())
    assert not twint.recognises({"tweet": "words", "id": 1, "date": ""})
    assert not twint.recognises([record()])


KNOWN = by_id(sample())
WHOLE = [
    sampled.record(said, KNOWN, UTC, "UTC", "+0000")
    for said in KNOWN.values()
    if said.repeats or said.urls or said.reply_to
]
WHOLE += [sampled.early(said, KNOWN) for said in KNOWN.values() if said.repeats]


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_any_change_to_any_member_raises_nothing_and_no_loss_is_silent(data):
    made = data.draw(damaged(data.draw(st.sampled_from(WHOLE))))
    twint.recognises(made)

    found = list(twint.read(fields(json.dumps([made])), None))

    assert all(isinstance(each, Tweet | Problem) for each in found)
    assert any(not isinstance(each, Problem) or each.code in SKIPPING for each in found)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_record_is_read_with_whom_it_answers(path):
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    heap = load([str(path)])

    assert (heap.unread, heap.skipped) == ((), 0)
    assert {id_: each.reply_handle for id_, each in heap.tweets.items()} == {
        str(each["id"]): (each["reply_to"] or [{"screen_name": None}])[0]["screen_name"]
        for each in told
    }
    assert [f"{each.sent:%H:%M}" for each in heap.tweets.values()] == [
        "08:53",
        "08:54",
        "09:55",
        "08:56",
    ]
