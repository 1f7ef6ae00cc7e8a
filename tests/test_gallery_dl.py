"""gallery-dl: 0 for no id, authors of originals, texts with links written out."""

import json

import pytest
from make import at, fields, loaded, shared, snowflake

from tweetspat.model import Account, Media
from tweetspat.readers import gallery_dl, load

FIXTURES = [
    path
    for path in sorted(shared("data", "fixtures", "gallery_dl").glob("*.jsonl"))
    if path.stat().st_size
]
THEM = {"id": 7, "name": "mod_russia", "nick": "M"}
US = {"id": 8, "name": "reader", "nick": "R"}


def record(clock="12:00", text="words", **more):
    made = {
        "tweet_id": int(snowflake(at(clock))),
        "retweet_id": 0,
        "quote_id": 0,
        "quoted_id": 0,
        "reply_id": 0,
        "date": f"{at(clock):%Y-%m-%d %H:%M:%S}",
        "author": THEM,
        "user": THEM,
        "content": text,
        "count": 0,
    }
    return made | more


def read(value):
    return list(gallery_dl.read(fields([value]), None))


def tweet(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


def test_the_name_is_the_handle_and_the_nick_the_display_name():
    assert tweet(record()).author == Account("mod_russia", "M", "7")


def test_the_user_whose_timeline_was_read_is_not_the_author():
    assert tweet(record(user=US)).author.handle == "mod_russia"


def test_0_is_no_parent_and_nothing_quoted():
    found = tweet(record())

    assert (found.reply_to, found.quotes, found.repeats) == (None, None, None)
    assert found.problems == ()


def test_parent_and_quoted_tweet_are_told():
    found = tweet(record(reply_id=12, reply_to="other", quoted_id=13))

    assert (found.reply_to, found.reply_handle, found.quotes) == ("12", "other", "13")


def test_the_tweet_that_quotes_this_one_is_not_quoted_by_it():
    later = int(snowflake(at("13:00")))

    assert tweet(record(quote_id=later)).quotes is None
    old = record(quote_id=later)
    del old["quoted_id"]
    assert tweet(old).quotes is None


def test_before_there_was_quoted_id_an_older_quote_id_is_the_quoted_tweet():
    old = record(quote_id=int(snowflake(at("11:00"))))
    del old["quoted_id"]

    assert tweet(old).quotes == snowflake(at("11:00"))


def test_a_stamp_without_zone_is_utc_and_the_time_is_the_ids():
    found = tweet(record())

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")


def test_a_stamp_that_the_id_does_not_tell_is_its_own_authority():
    found = tweet(record(date="2016-02-11 12:30:00"))

    assert (found.sent, found.sent_basis) == (at("12:30"), "created_at")


def test_without_a_stamp_the_id_tells_the_time():
    found = tweet(record(date=None))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


def test_words_are_not_unescaped_a_second_time():
    assert tweet(record(text="a &amp; b")).text == "a &amp; b"


@pytest.mark.parametrize(
    ("more", "cut"),
    [
        ({}, False),
        ({"text": "see https://t.co/x"}, False),
        ({"text": "see https://example.org"}, True),
        ({"count": 1}, True),
        ({"num": 1, "type": "photo"}, True),
        ({"retweet_id": 12, "user": US}, True),
    ],
)
def test_words_are_called_rewritten_where_the_tool_is_known_to_have_done_so(more, cut):
    assert tweet(record(**more)).cut is cut


def test_a_retweet_is_by_whose_timeline_it_stands_on():
    found = tweet(record(retweet_id=12, user=US, quoted_id=13))

    assert found.author == Account("reader", "R", "8")
    assert (found.repeats, found.quotes) == ("12", None)


def test_a_retweet_that_was_found_on_no_timeline_has_no_author():
    found = tweet(record(retweet_id=12))

    assert found.author is None
    assert codes(found) == ["missing-field"]


def test_an_original_that_stands_for_its_retweet_is_itself():
    made = record(text="RT @mod_russia: words", user=US)

    found = tweet(made | {"retweet_id": made["tweet_id"]})

    assert (found.text, found.author.handle) == ("words", "mod_russia")
    assert found.repeats is None


def test_a_message_of_the_dump_gives_the_tweet_at_its_place():
    found = tweet([2, record()])

    assert found.place.path == "$[0][1]"
    assert found.media == ()


def test_a_message_of_a_file_gives_the_file():
    made = record(num=1, type="photo", description="a goose")

    found = tweet([3, "https://pbs.twimg.com/media/x", made])

    assert found.media == (Media("photo", "https://pbs.twimg.com/media/x", "a goose"),)
    assert found.place.path == "$[0][2]"


def test_an_object_beside_a_file_tells_its_kind_only():
    assert tweet(record(num=1, type="video")).media == (Media("video"),)


def test_a_tweet_with_several_files_is_one_tweet(tmp_path):
    first, second = (record(num=n, type="photo") for n in (1, 2))
    dump = [[2, record(count=2)], [3, "https://p/1", first], [3, "https://p/2", second]]

    heap = loaded(tmp_path, dump)

    (found,) = heap.tweets.values()
    assert found.copies == ()
    assert heap.skipped == 0
    assert {problem.code for problem in heap.problems} == {"duplicate", "shape-lacks"}


@pytest.mark.parametrize("member", ["tweet_id", "content"])
def test_without_id_or_text_the_record_is_a_problem_at_the_member(member):
    (problem,) = read([2, record(**{member: None})])

    assert (problem.code, problem.place.path) == ("missing-field", f"$[0][1].{member}")


def test_an_author_that_is_private_is_not_made_up():
    found = tweet(record(author={}))

    assert found.author is None
    assert codes(found) == ["missing-field"]


def test_metadata_of_other_sites_is_not_taken():
    assert not gallery_dl.recognises({"id": 1, "author": {}, "date": "", "content": ""})
    assert not gallery_dl.recognises([3, "https://p/1", {"category": "pixiv"}])
    assert not gallery_dl.recognises([2, record(), 3, 4])


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_tweet_is_read_with_its_parent(path):
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    heap = load([str(path)])

    assert (heap.unread, codes(heap), heap.skipped) == ((), ["shape-lacks"], 0)
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        str(each["tweet_id"]): str(each["reply_id"]) if each["reply_id"] else None
        for each in told
    }
    assert all(each.problems == () for each in heap.tweets.values())
