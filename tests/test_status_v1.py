"""One v1.1 status to its tweet, and those nested in it."""

import pytest
from make import at, fields, status

from tweetspat.model import Account, Media, Url
from tweetspat.readers.fields import BadField
from tweetspat.readers.status_v1 import (
    looks_like_status,
    own_zone,
    statuses,
    unescape,
)


def read(made):
    """Return the tweets of a status; problems of nested ones among them."""
    return list(statuses(fields(made)))


def codes(tweet):
    return [problem.code for problem in tweet.problems]


def without(made, *keys):
    return {key: value for key, value in made.items() if key not in keys}


def test_a_regular_status_is_read_whole_and_without_problems():
    asked = status("11:00", "oirspox")
    made = status("12:00", "mod_russia", "no", answers=asked)

    (tweet,) = read(made)

    assert tweet.id == made["id_str"]
    assert tweet.author == Account("mod_russia", "mod_russia", made["user"]["id_str"])
    assert tweet.text == "no"
    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "created_at")
    assert tweet.reply_to == asked["id_str"]
    assert tweet.reply_handle == "oirspox"
    assert (tweet.state, tweet.nested_in, tweet.cut) == ("present", None, False)
    assert tweet.problems == ()


@pytest.mark.parametrize(
    ("record", "looks"),
    [
        pytest.param({"full_text": "a", "user": {}}, True, id="text-and-user"),
        pytest.param({"text": "a", "created_at": ""}, True, id="text-and-stamp"),
        pytest.param({"user": {}, "created_at": ""}, True, id="user-and-stamp"),
        pytest.param({"text": "a", "id_str": "1"}, False, id="text-alone"),
        pytest.param({"text": "a", "full_text": "a"}, False, id="texts-alone"),
        pytest.param(
            {"text": "a", "created_at": "", "author_id": "1"}, False, id="api-v2"
        ),
        pytest.param({"legacy": {}, "user": {}, "text": ""}, False, id="graphql"),
        pytest.param(
            {"account": {}, "text": "", "created_at": ""}, False, id="mastodon"
        ),
        pytest.param([], False, id="array"),
        pytest.param(None, False, id="null"),
    ],
)
def test_a_status_is_told_by_its_keys(record, looks):
    assert looks_like_status(record) is looks


def test_the_whole_text_of_the_stream_beats_the_cut_one():
    made = without(status(), "full_text") | {
        "text": "The first hundred and forty…",
        "truncated": True,
        "extended_tweet": {"full_text": "The first hundred and forty and the rest"},
    }

    (tweet,) = read(made)

    assert tweet.text == "The first hundred and forty and the rest"
    assert not tweet.cut


def test_a_text_known_to_be_cut_is_marked():
    (tweet,) = read(status(text="The first…", truncated=True))

    assert tweet.cut


def test_extended_mode_beats_compat_mode():
    (tweet,) = read(status(text="whole", full_text="whole") | {"text": "who…"})

    assert tweet.text == "whole"


def test_compat_mode_is_read_where_it_is_all_there_is():
    (tweet,) = read(without(status(), "full_text") | {"text": "short"})

    assert tweet.text == "short"


@pytest.mark.parametrize("missing", ["id", "text"])
def test_a_status_without_id_or_text_is_no_tweet(missing):
    lost = {"id": ("id", "id_str"), "text": ("full_text",)}[missing]

    with pytest.raises(BadField) as caught:
        read(without(status(), *lost))

    assert caught.value.path == {"id": ("id_str",), "text": ("text",)}[missing]


def test_a_status_without_an_author_is_kept_and_told_of():
    (tweet,) = read(without(status(), "user"))

    assert tweet.author is None
    assert codes(tweet) == ["missing-field"]


@pytest.mark.parametrize(
    "user", [{"id": 5}, {"id": 5, "id_str": "5"}, {"id_str": "5", "screen_name": None}]
)
def test_an_author_known_by_the_account_alone_is_left_to_other_records(user):
    (tweet,) = read(status(user=user))

    assert (tweet.author, tweet.author_id) == (None, "5")
    assert codes(tweet) == []


def test_where_entities_were_dropped_links_and_media_stand_at_the_top():
    made = without(status(), "entities") | {
        "urls": [{"url": "https://t.co/a", "expanded_url": "https://a.org"}],
        "media": [{"type": "photo", "media_url_https": "p"}],
    }

    (tweet,) = read(made)

    assert tweet.urls == (Url("https://t.co/a", "https://a.org"),)
    assert tweet.media == (Media("photo", "p"),)


def test_where_entities_are_there_nothing_is_taken_from_the_top():
    (tweet,) = read(status(urls=[{"url": "a"}], media=[{"type": "photo"}]))

    assert (tweet.urls, tweet.media) == ((), ())


def test_a_status_from_before_text_ids_is_read():
    made = without(status(id=89497702), "id_str", "full_text", "entities")
    user = {"id": 5, "screen_name": "olterman", "name": "Patrik"}

    (tweet,) = read(made | {"text": "words", "user": user})

    assert (tweet.id, tweet.author.id) == ("89497702", "5")
    assert tweet.problems == ()


@pytest.mark.parametrize("handle", ["mod_russiа", "mod russia", "x" * 21, "a\u200bb"])
def test_a_handle_that_the_platform_cannot_have_given_out_is_told_of(handle):
    (tweet,) = read(status(author=handle))

    assert tweet.author.handle == handle
    assert codes(tweet) == ["odd-handle"]


def test_a_missing_stamp_is_taken_from_the_id_to_the_whole_second():
    made = without(status("12:00:07"), "created_at")

    (tweet,) = read(made)

    assert (tweet.sent, tweet.sent_basis) == (at("12:00:07"), "id")
    assert codes(tweet) == ["bad-stamp"]


@pytest.mark.parametrize("stamp", ["", "yesterday", "Thu Feb 30 10:12:03 +0000 2016"])
def test_a_stamp_that_cannot_be_read_gives_way_to_the_id(stamp):
    (tweet,) = read(status("12:00", created_at=stamp))

    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "id")
    assert codes(tweet) == ["bad-stamp"]


def test_without_stamp_and_snowflake_the_time_stays_unknown():
    made = without(status(), "created_at") | {"id": 20, "id_str": "20"}

    (tweet,) = read(made)

    assert (tweet.sent, tweet.sent_basis) == (None, None)


def test_an_id_that_is_no_number_is_kept_and_told_of():
    (tweet,) = read(status(id=None, id_str="M1"))

    assert tweet.id == "M1"
    assert codes(tweet) == ["odd-id"]


@pytest.mark.parametrize("key", ["quoted_status", "retweeted_status"])
def test_a_nested_status_is_a_tweet_of_its_own_recovered_from_its_holder(key):
    inner = status("11:00", "oirspox", "inner")
    outer = status("12:00", "mod_russia", "outer", **{key: inner})

    first, nested = read(outer)

    assert first.id == outer["id_str"]
    assert (nested.id, nested.text) == (inner["id_str"], "inner")
    assert (nested.state, nested.nested_in) == ("recovered", outer["id_str"])
    assert nested.sources == (f"nested in {outer['id_str']}",)
    assert nested.place.path == f"$.{key}"
    named = {"quoted_status": first.quotes, "retweeted_status": first.repeats}
    assert named[key] == inner["id_str"]


def test_a_retweet_of_a_quote_quotes_nothing_itself():
    quoted = status("10:00", "c", "first")
    quote = status("11:00", "b", "second", quoted_status=quoted)
    made = status(
        "12:00",
        "a",
        "RT",
        retweeted_status=quote,
        quoted_status_id_str=quoted["id_str"],
        quoted_status_id=quoted["id"],
    )

    retweet, original, innermost = read(made)

    assert (retweet.repeats, retweet.quotes) == (quote["id_str"], None)
    assert original.quotes == innermost.id == quoted["id_str"]


def test_a_quote_whose_status_is_lost_still_names_it():
    (tweet,) = read(status(quoted_status_id_str="20", quoted_status_id=20))

    assert tweet.quotes == "20"


def test_a_status_that_holds_itself_is_read_once_and_told_of():
    made = status()

    (tweet,) = read(made | {"quoted_status": made})

    assert tweet.quotes is None
    assert codes(tweet) == ["holds-itself"]


def test_a_broken_nested_status_costs_only_itself():
    tweet, problem = read(status(quoted_status=without(status("11:00"), "full_text")))

    assert tweet.text == "words"
    assert problem.code == "missing-field"
    assert problem.place.path == "$.quoted_status.text"


def test_statuses_nest_to_any_depth():
    made = status("00:00", last=0)
    for depth in range(1, 60):
        made = status("12:00", last=depth, quoted_status=made)

    assert len(read(made)) == 60


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("geese &amp; leaflets", "geese & leaflets"),
        ("&lt;b&gt; &quot;a&quot; it&#39;s", '<b> "a" it\'s'),
        ("&amp;lt;", "&lt;"),
        ("&amp;amp;", "&amp;"),
        ("&eacute; &", "&eacute; &"),
        ("plain", "plain"),
    ],
)
def test_html_entities_are_undone_exactly_once(written, meant):
    (tweet,) = read(status(text=written))

    assert unescape(written) == meant
    assert tweet.text == meant


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Moscow", "Europe/Moscow"),
        ("London", "Europe/London"),
        ("Atlantis", None),
        ("Moscow" + " " * 60, None),
    ],
)
def test_the_zone_of_a_profile_is_a_place(name, place):
    user = status()["user"] | {"time_zone": name}

    (tweet,) = read(status(user=user))

    assert own_zone(name) == tweet.zone == place


def test_links_are_kept_with_where_they_lead():
    urls = [{"url": "https://t.co/a", "expanded_url": "https://a.org"}, {"url": ""}]
    urls.append({"url": "https://t.co/b"})

    (tweet,) = read(status(entities={"urls": urls}))

    assert tweet.urls == (Url("https://t.co/a", "https://a.org"), Url("https://t.co/b"))


def media(url, **more):
    return {"type": "photo", "media_url_https": url} | more


def test_extended_media_beat_the_single_one_of_the_entities():
    two = [media("https://p/1", ext_alt_text="a map"), media("https://p/2")]
    made = status(
        entities={"media": [media("https://p/1")]}, extended_entities={"media": two}
    )

    (tweet,) = read(made)

    assert tweet.media == (
        Media("photo", "https://p/1", "a map"),
        Media("photo", "https://p/2"),
    )


def test_media_of_the_entities_are_read_where_there_are_no_others():
    (tweet,) = read(status(entities={"media": [{"media_url": "http://p/1"}]}))

    assert tweet.media == (Media("media", "http://p/1"),)


def test_the_links_and_media_of_a_stream_status_stand_beside_its_whole_text():
    long = {
        "full_text": "whole",
        "entities": {"urls": [{"url": "https://t.co/a"}]},
        "extended_entities": {"media": [media("https://p/1")]},
    }

    (tweet,) = read(status(extended_tweet=long))

    assert tweet.urls == (Url("https://t.co/a"),)
    assert tweet.media == (Media("photo", "https://p/1"),)


def test_of_a_film_the_best_mp4_is_shown():
    def film(bitrate, url, kind="video/mp4"):
        return {"bitrate": bitrate, "url": url, "content_type": kind}

    variants = [film(256, "low"), film(2048, "high"), film(9999, "list", "x-mpegURL")]
    made = media("https://still", type="video", video_info={"variants": variants})

    (tweet,) = read(status(extended_entities={"media": [made]}))

    assert tweet.media == (Media("video", "high"),)


def test_members_of_a_wrong_type_are_told_of_and_the_rest_is_read():
    made = status(
        entities={"urls": [7]},
        quoted_status="lost",
        in_reply_to_screen_name=5,
        extended_entities={"media": {}},
    )

    (tweet,) = read(made)

    assert tweet.text == "words"
    assert set(codes(tweet)) == {"wrong-type"}
    assert {problem.place.path for problem in tweet.problems} == {
        "$.entities.urls[0]",
        "$.quoted_status",
        "$.in_reply_to_screen_name",
        "$.extended_entities.media",
    }


def test_a_record_that_says_it_is_made_up_is_marked():
    (marked,) = read(status(synthetic=True))
    (plain,) = read(status(synthetic="true"))

    assert marked.synthetic
    assert not plain.synthetic
