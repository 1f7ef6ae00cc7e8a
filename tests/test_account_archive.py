"""Account archives: scripts with tweets, the owner beside them, what was deleted."""

import json
import re
import zipfile

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, shared, snowflake, written
from neutral import sample
from shapes import account_archive as sampled

from tweetspat.model import Account, Media, Notice, Owner, Tweet
from tweetspat.problems import Place, Problem
from tweetspat.readers import SKIPPING, account_archive, load
from tweetspat.readers.fields import Fields
from tweetspat.readers.records import records

FIXTURES = sorted(shared("data", "fixtures", "account_archive").glob("*.js"))
TWEETS = "window.YTD.tweets.part0"
OLD = "Grailbird.data.tweets_2010_03"
INFO = {"userName": "me", "accountId": "7", "displayName": "Me"}
ME = {"username": "me", "accountId": "7", "accountDisplayName": "Me"}


def tweet(clock="12:00", text="words", **more):
    id_ = snowflake(at(clock))
    made = {
        "id": id_,
        "id_str": id_,
        "created_at": f"{at(clock):%a %b %d %H:%M:%S +0000 %Y}",
        "full_text": text,
        "truncated": False,
        "entities": {"urls": [], "user_mentions": [], "hashtags": [], "symbols": []},
    }
    return made | more


def read(variable, value):
    (found,) = records(f"{variable} = [{json.dumps(value)}]")
    place = Place("made.js", found.line, found.path)
    record = Fields(found.value, place, [], found.variable)
    return list(account_archive.read(record, None))


def one(value, variable=TWEETS):
    (found,) = read(variable, value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "variable",
    [TWEETS, "window.YTD.tweets.part12", "YTD.tweet.part0", "window.YTD.tweet.part0"],
)
@pytest.mark.parametrize("wrapped", [True, False])
def test_a_tweet_is_read_with_its_wrapper_and_without(variable, wrapped):
    found = one({"tweet": tweet()} if wrapped else tweet(), variable)

    assert (found.text, found.sent, found.state) == ("words", at("12:00"), "present")
    assert found.place.path == ("$[0].tweet" if wrapped else "$[0]")
    assert found.problems == ()


def test_no_author_is_made_up_and_none_is_missed():
    assert one({"tweet": tweet()}).author is None


def test_ids_are_texts_and_tell_the_parent():
    found = one(
        tweet(
            in_reply_to_status_id="12",
            in_reply_to_status_id_str="12",
            in_reply_to_screen_name="other",
        )
    )

    assert (found.reply_to, found.reply_handle) == ("12", "other")


def test_entities_are_undone_once():
    assert one(tweet(text="a &amp;lt; b")).text == "a &lt; b"


@pytest.mark.parametrize(
    ("text", "cut"),
    [("RT @a: words…", True), ("RT @a: words", False), ("and so on…", False)],
)
def test_a_retweet_is_its_text_alone_and_known_to_be_cut(text, cut):
    found = one(tweet(text=text))

    assert (found.text, found.repeats, found.cut) == (text, None, cut)


def test_the_film_of_the_highest_bitrate_is_found_although_it_is_text():
    films = [
        {"bitrate": rate, "content_type": "video/mp4", "url": f"https://v/{rate}"}
        for rate in ("832000", "2176000", "٣")
    ]
    film = {"type": "video", "video_info": {"variants": films}}

    found = one(tweet(extended_entities={"media": [film]}))

    assert found.media == (Media("video", "https://v/2176000"),)


@pytest.mark.parametrize(
    "info",
    [
        {"initial": {"editTweetIds": ["9", "10"]}},
        {"edit": {"editControlInitial": {"editTweetIds": ["9", "10"]}}},
    ],
)
def test_an_edited_tweet_names_its_versions_the_oldest_first(info):
    own = snowflake(at("12:00"))

    assert one(tweet(edit_info=info)).versions == ("9", "10", own)


def test_a_tweet_that_was_not_edited_has_no_versions():
    info = {"initial": {"editTweetIds": [snowflake(at("12:00"))]}}

    assert one(tweet(edit_info=info)).versions == ()


@pytest.mark.parametrize(
    ("variable", "more"),
    [
        ("window.YTD.deleted_tweets.part0", {}),
        (TWEETS, {"deleted_at": "2016-02-12T00:00:00.000Z"}),
    ],
)
def test_a_deleted_tweet_keeps_its_text(variable, more):
    found = one({"tweet": tweet(**more)}, variable)

    assert (found.state, found.text) == ("deleted", "words")


def test_the_head_of_a_deleted_tweet_is_a_notice():
    head = {"tweet": {"tweet_id": "12", "user_id": "7", "created_at": "?"}}

    found = one(head, "window.YTD.deleted_tweet_headers.part0")

    assert (type(found), found.id, found.state) == (Notice, "12", "deleted")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("window.YTD.account.part0", {"account": ME}),
        (
            "window.__THAR_CONFIG",
            {"userInfo": INFO},
        ),
        ("var user_details", {"screen_name": "me", "full_name": "Me", "id": "7"}),
    ],
)
def test_the_owner_is_told_in_a_script_of_its_own(variable, value):
    found = one(value, variable)

    assert isinstance(found, Owner)
    assert found.account == Account("me", "Me", "7")


def test_an_owner_without_a_handle_is_none():
    (problem,) = read("window.YTD.account.part0", {"account": {"accountId": "7"}})

    assert (problem.code, problem.place.path) == (
        "missing-field",
        "$[0].account.username",
    )


@pytest.mark.parametrize(
    "variable",
    [
        "window.YTD.like.part0",
        "window.YTD.tweet_headers.part0",
        "window.YTD.direct_messages.part0",
        "window.YTD.note_tweet.part0",
        "var payload_details",
        "var tweet_index",
    ],
)
def test_other_kinds_of_data_hold_no_tweets_and_are_no_problem(variable):
    assert read(variable, {"tweet": {"tweet_id": "1"}, "tweetId": "1"}) == []


@pytest.mark.parametrize("member", ["id", "full_text"])
def test_what_is_no_tweet_is_skipped_with_its_place(member):
    made = tweet()
    del made[member]
    made.pop("id_str")

    (problem,) = [
        each
        for each in read(TWEETS, {"tweet": made | {"id": None}})
        if each.code in SKIPPING
    ]

    assert problem.place.path.startswith("$[0].tweet.")


def month(stamp, id_="10000000000"):
    user = {"screen_name": "me", "name": "Me", "id_str": "7", "id": 7}
    return {
        "id_str": id_,
        "id": int(id_),
        "created_at": stamp,
        "text": "words",
        "user": user,
        "geo": {},
    }


def test_a_monthly_script_tells_the_author_and_its_own_kind_of_stamp():
    found = one(month("2010-03-04 05:06:07 +0000"), OLD)

    assert found.author == Account("me", "Me", "7")
    assert f"{found.sent:%d %H:%M:%S}" == "04 05:06:07"


def test_a_midnight_of_the_time_before_ids_told_times_is_a_day_alone():
    found = one(month("2010-03-04 00:00:00 +0000"), OLD)

    assert (found.sent, found.sent_basis) == (None, None)
    assert [f"{edge:%d %H:%M}" for edge in found.bounds] == ["04 00:00", "05 00:00"]


def test_a_midnight_after_which_no_day_begins_is_left_alone():
    found = one(month("9999-12-31 00:00:00 +0000"), OLD)

    assert (f"{found.sent:%Y}", found.bounds) == ("9999", None)


def test_a_later_midnight_is_a_midnight():
    id_ = snowflake(at("00:00"))

    assert one(month("2016-02-11 00:00:00 +0000", id_), OLD).sent == at("00:00")


def test_a_monthly_script_holds_what_was_retweeted():
    inner = month("2010-03-04 05:06:07 +0000")
    outer = month("2010-03-05 05:06:07 +0000", "10000000001")

    repeat, original = read(OLD, outer | {"retweeted_status": inner})

    assert (repeat.repeats, original.nested_in) == (original.id, repeat.id)


def test_a_tweet_whose_script_was_stripped_is_known_by_its_wrapper():
    assert account_archive.recognises({"tweet": tweet()})
    assert account_archive.recognises({"account": ME})
    assert account_archive.recognises({"userInfo": INFO, "archiveInfo": {}})
    assert not account_archive.recognises({"userInfo": INFO, "items": []})
    assert not account_archive.recognises(tweet())
    assert not account_archive.recognises({"tweet": "words", "id": "1"})
    assert not account_archive.recognises({"tweet": {"tweet_id": "1"}})
    assert not account_archive.recognises({"account": {"id": "1", "acct": "a"}})


def test_the_owner_speaks_for_the_tweets_of_the_same_folder_only(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    one, other = tweet(), tweet("13:00")
    written(tmp_path / "a", "account.js", f"window.YTD.account.part0 = [{script(ME)}]")
    written(tmp_path / "a", "tweets.js", f"{TWEETS} = [{json.dumps({'tweet': one})}]")
    written(tmp_path / "b", "tweets.js", f"{TWEETS} = [{json.dumps({'tweet': other})}]")

    heap = load([str(tmp_path)])

    assert heap.tweets[one["id"]].author.handle == "me"
    assert heap.tweets[other["id"]].author is None
    assert "unknown-author" in [problem.code for problem in heap.problems]


def script(account):
    return json.dumps({"account": account})


def test_a_zipped_archive_reads_as_the_same_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "twitter-archive.zip", "w") as archive:
        for name, data in sampled.files(sample()).items():
            if name.startswith("moscow_mod/"):
                archive.writestr(name.removeprefix("moscow_mod/"), data)

    heap = load([str(tmp_path)])

    assert {each.author.handle for each in heap.tweets.values()} == {"moscow_mod"}
    assert len(heap.tweets) == sum(said.handle == "moscow_mod" for said in sample())


FULL = sampled.status(next(said for said in sample() if said.urls)) | {
    "in_reply_to_status_id_str": "1",
    "extended_entities": {"media": [{"type": "video", "video_info": {"variants": []}}]},
}
WHOLE = {
    TWEETS: {"tweet": FULL},
    "window.YTD.deleted_tweet_headers.part0": {"tweet": {"tweet_id": "1"}},
    "window.YTD.account.part0": {"account": ME},
    OLD: month("2010-03-04 00:00:00 +0000") | {"retweeted_status": month("?", "9")},
}


@pytest.mark.parametrize("variable", WHOLE)
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_any_change_to_any_member_raises_nothing_and_no_loss_is_silent(variable, data):
    made = data.draw(damaged(WHOLE[variable]))
    account_archive.recognises(made)

    found = read(variable, made)

    assert all(isinstance(each, Tweet | Owner | Notice | Problem) for each in found)
    assert any(not isinstance(each, Problem) or each.code in SKIPPING for each in found)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_file_gives_its_tweets_with_their_parents(path):
    text = path.read_text("utf-8")
    told = json.loads(text[re.search(r"=\s*\[", text).end() - 1 :])
    told = [each.get("tweet", each) for each in told if "account" not in each]

    heap = load([str(path)])

    assert (heap.unread, heap.skipped) == ((), 0)
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        each["id_str"]: each.get("in_reply_to_status_id_str") for each in told
    }
    assert all(each.sent and not each.problems for each in heap.tweets.values())


def test_the_real_zip_gives_its_tweets_under_their_owner():
    path = shared(
        "data", "fixtures", "account_archive", "handmade_twitter-2025-12-07.zip"
    )
    if not path.exists():
        pytest.skip("the shared data are not here")

    heap = load([str(path)])

    assert [each.author.handle for each in heap.tweets.values()] == ["aaa"] * 3
