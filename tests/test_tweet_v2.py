"""The body of a v2 tweet, wherever it stands."""

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import at, fields, snowflake
from make_v2 import post, refers, user

from tweetspat.model import Account, Media, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers.page_v2 import ALONE, looks_like_user, page
from tweetspat.readers.response_v2 import looks_like_tweet, stands_alone
from tweetspat.readers.tweet_v2 import tweets


def read(made, **includes):
    """Return the first of what a tweet gives, in a page with these includes."""
    beside = page(fields(includes)) if includes else ALONE
    return next(tweets(fields(made), beside, None))


def codes(tweet):
    return [problem.code for problem in tweet.problems]


def without(made, *keys):
    return {key: value for key, value in made.items() if key not in keys}


def test_a_regular_tweet_is_read_whole_and_without_problems():
    made = post("12:00", "no", **refers(replied_to="7"), in_reply_to_user_id="22")

    tweet = read(made, users=[user("11", "mod_russia"), user("22", "oirspox")])

    assert tweet.id == made["id"]
    assert tweet.author == Account("mod_russia", "Mod_Russia", "11")
    assert tweet.author_id is None
    assert tweet.text == "no"
    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "created_at")
    assert (tweet.reply_to, tweet.reply_handle) == ("7", "oirspox")
    assert (tweet.quotes, tweet.repeats, tweet.versions) == (None, None, ())
    assert (tweet.state, tweet.nested_in, tweet.cut) == ("present", None, False)
    assert tweet.problems == ()


def test_an_author_who_is_not_in_the_page_is_named_by_the_id_alone():
    tweet = read(post(author="11"), users=[user("22")])

    assert (tweet.author, tweet.author_id) == (None, "11")
    assert tweet.problems == ()


def test_an_author_of_whom_nothing_is_told_is_a_problem_of_the_tweet():
    tweet = read(post(author=None))

    assert (tweet.author, tweet.author_id) == (None, None)
    assert codes(tweet) == ["missing-field"]


def test_an_account_id_as_a_number_finds_its_user():
    users = [user(1400000000000000001)]

    tweet = read(post(author=1400000000000000001), users=users)

    assert tweet.author.id == "1400000000000000001"


def test_a_look_alike_handle_is_told():
    tweet = read(post(), users=[user("11", "mоd_russia")])

    assert codes(tweet) == ["odd-handle"]


def test_entities_in_the_text_are_undone_once():
    assert read(post(text="a &amp;lt; b &amp; c &gt; d")).text == "a &lt; b & c > d"


@pytest.mark.parametrize(
    ("references", "links"),
    [
        (refers(replied_to="1"), ("1", None, None)),
        (refers(quoted="2"), (None, "2", None)),
        (refers(replied_to="1", quoted="2"), ("1", "2", None)),
        (refers(retweeted="3"), (None, None, "3")),
        (refers(retweeted="3", quoted="2"), (None, None, "3")),
        ({"in_reply_to_tweet_id": "4"}, ("4", None, None)),
        ({"referenced_tweets": []}, (None, None, None)),
    ],
)
def test_references_become_links_by_their_kind(references, links):
    tweet = read(post(**references))

    assert (tweet.reply_to, tweet.quotes, tweet.repeats) == links


def test_a_second_reference_of_a_kind_is_told_and_the_first_is_used():
    references = [{"type": "quoted", "id": "1"}, {"type": "quoted", "id": "2"}]

    tweet = read(post(referenced_tweets=references))

    assert tweet.quotes == "1"
    assert [(each.code, each.place.path) for each in tweet.problems] == [
        ("contradicting-id", "$.referenced_tweets[1].id")
    ]


def test_a_reference_without_id_is_told():
    tweet = read(post(referenced_tweets=[{"type": "quoted"}]))

    assert tweet.quotes is None
    assert codes(tweet) == ["wrong-type"]


def test_who_is_answered_is_known_from_a_mention_too():
    mentions = [{"username": "a", "id": "1"}, {"username": "oirspox", "id": "22"}]

    tweet = read(post(in_reply_to_user_id="22", entities={"mentions": mentions}))

    assert tweet.reply_handle == "oirspox"


def test_who_is_answered_stays_unknown_where_the_page_does_not_tell():
    assert read(post(in_reply_to_user_id="22")).reply_handle is None


def test_a_stamp_that_was_not_asked_for_is_not_missed():
    tweet = read(without(post("12:00"), "created_at"))

    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "id")
    assert tweet.problems == ()


def test_a_stamp_that_cannot_be_read_is_told_and_the_id_tells_the_time():
    tweet = read(post("12:00", created_at="yesterday"))

    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "id")
    assert codes(tweet) == ["bad-stamp"]


def test_a_tweet_without_stamp_and_with_an_old_id_has_no_time():
    tweet = read(without(post(id="20"), "created_at", "edit_history_tweet_ids"))

    assert (tweet.sent, tweet.sent_basis) == (None, None)
    assert codes(tweet) == ["bad-stamp"]


def test_an_edited_tweet_has_its_versions_the_oldest_first():
    old, own, new = (snowflake(at(clock)) for clock in ("11:58", "12:00", "12:05"))

    tweet = read(post("12:00", edit_history_tweet_ids=[new, old, own]))

    assert tweet.versions == (old, own, new)


def test_a_tweets_own_id_is_among_its_versions_even_where_it_is_left_out():
    older = snowflake(at("11:58"))

    tweet = read(post("12:00", edit_history_tweet_ids=[older]))

    assert tweet.versions == (older, tweet.id)


def test_a_long_text_stands_for_the_preview_with_its_own_links():
    note = {
        "text": "long &amp; whole",
        "entities": {"urls": [{"url": "https://t.co/n"}]},
    }
    preview = {"urls": [{"url": "https://t.co/p"}]}

    tweet = read(post(text="long…", note_tweet=note, entities=preview))

    assert tweet.text == "long & whole"
    assert tweet.urls == (Url("https://t.co/n"),)
    assert not tweet.cut


def test_an_empty_long_text_does_not_stand_for_the_text():
    assert read(post(text="words", note_tweet={"text": ""})).text == "words"


def test_an_article_without_text_is_read_by_its_title():
    assert read(post(text="", article={"title": "On geese"})).text == "On geese"
    assert read(post(text="a", article={"title": "On geese"})).text == "a"
    assert not read(post(text="", article={"title": 7})).text


def test_a_shortened_retweet_is_known_to_be_cut():
    assert read(post(text="RT @a: wo…", **refers(retweeted="1"))).cut
    assert not read(post(text="RT @a: words", **refers(retweeted="1"))).cut
    assert not read(post(text="well…")).cut


def test_a_stump_that_links_to_itself_is_known_to_be_cut():
    def read_with(text, leads_to):
        url = {"url": "https://t.co/x", "expanded_url": leads_to}
        return read(post("12:00", text, entities={"urls": [url]}))

    own = f"https://twitter.com/i/web/status/{snowflake(at('12:00'))}"

    assert read_with("words… https://t.co/x", own).cut
    assert not read_with("words https://t.co/x", own).cut
    assert not read_with("words… https://t.co/x", "https://example.org").cut


def test_links_come_once_and_those_to_its_own_pictures_are_no_links():
    id_ = snowflake(at("12:00"))
    leads_to = [
        "https://example.org",
        "https://example.org",
        f"https://twitter.com/a/status/{id_}/photo/1",
        f"https://twitter.com/a/status/{id_}/video/1",
        "https://twitter.com/b/status/7/video/1",
    ]
    urls = [
        {"url": f"https://t.co/{short}", "expanded_url": expanded}
        for short, expanded in zip("aabcd", leads_to, strict=True)
    ]

    tweet = read(post("12:00", entities={"urls": urls}))

    assert tweet.urls == (
        Url("https://t.co/a", "https://example.org"),
        Url("https://t.co/d", "https://twitter.com/b/status/7/video/1"),
    )


def test_media_are_found_by_their_keys_in_their_order():
    variants = [
        {"bit_rate": 832000, "content_type": "video/mp4", "url": "small"},
        {"bit_rate": 2176000, "content_type": "video/mp4", "url": "large"},
        {"content_type": "application/x-mpegURL", "url": "list"},
    ]
    media = [
        {"media_key": "3_1", "type": "photo", "url": "p", "alt_text": "geese"},
        {"media_key": "7_1", "type": "video", "variants": variants},
        {"media_key": "16_1", "type": "animated_gif", "preview_image_url": "still"},
    ]
    keys = ["16_1", "7_1", "3_1", "3_2"]

    tweet = read(post(attachments={"media_keys": keys}), media=media)

    assert tweet.media == (
        Media("animated_gif", "still"),
        Media("video", "large"),
        Media("photo", "p", "geese"),
        Media("media"),
    )


def test_inlined_media_need_no_page():
    media = [{"media_key": "3_1", "type": "photo", "url": "p"}]

    with_keys = {"media_keys": ["3_1"], "media": media}

    assert read(post(attachments=with_keys)).media == (Media("photo", "p"),)
    assert read(post(attachments={"media": media})).media == (Media("photo", "p"),)


def test_a_flattened_tweet_gives_those_inlined_in_it_and_their_accounts():
    inner = post("10:00", "first", author="22")
    middle = post("11:00", "second", author=None, **refers(quoted=inner))
    middle["author"] = user("22", "oirspox")
    outer = post("12:00", "third", author="11", **refers(replied_to=middle))
    outer["author"] = user("11", "mod_russia")

    found = list(tweets(fields(outer), ALONE, None))
    third, second, first = (each for each in found if isinstance(each, Tweet))

    assert (third.reply_to, second.quotes) == (middle["id"], inner["id"])
    assert (second.nested_in, second.state) == (outer["id"], "recovered")
    assert second.sources == (f"nested in {outer['id']}",)
    assert first.nested_in == middle["id"]
    assert second.author == Account("oirspox", "Oirspox", "22")
    assert (first.author, first.author_id) == (None, "22")
    assert first.place.path == "$.referenced_tweets[0].referenced_tweets[0]"
    assert {each.handle for each in found if isinstance(each, Account)} == {
        "mod_russia",
        "oirspox",
    }


def test_a_copy_of_itself_inside_it_is_not_followed():
    made = post("12:00")

    found = list(tweets(fields(made | refers(quoted=post("12:00"))), ALONE, None))

    assert len(found) == 1


def test_what_is_wrong_with_an_inlined_tweet_costs_only_that_one():
    made = post(**refers(quoted={"id": None, "text": "words"}))

    tweet, problem = tweets(fields(made), ALONE, None)

    assert isinstance(tweet, Tweet)
    assert (problem.code, problem.place.path) == (
        "missing-field",
        "$.referenced_tweets[0].id",
    )


def test_an_odd_id_is_told_and_kept():
    tweet = read(post(id="tweet-one"))

    assert tweet.id == "tweet-one"
    assert "odd-id" in codes(tweet)


@pytest.mark.parametrize("missing", ["id", "text"])
def test_without_id_or_text_it_is_skipped_with_the_place(missing):
    problem = read(without(post(), missing))

    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.path) == ("missing-field", f"$.{missing}")


def test_a_made_up_tweet_says_so():
    assert read(post(synthetic=True)).synthetic
    assert not read(post()).synthetic


@pytest.mark.parametrize(
    "value",
    [
        post(),
        {"id": "1", "text": "the least that the API gave until 2022"},
        {"id": 1, "text": "a number", "author_id": 2},
        {"id": "1", "note_tweet": {"text": "a"}, "author_id": "2"},
    ],
)
def test_a_tweet_of_a_response_is_known(value):
    assert looks_like_tweet(fields(value).value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"id": "1"},
        {"text": "a"},
        {"id": ["1"], "text": "a"},
        user(),
        {"id": "1", "text": "a", "user": {"screen_name": "a"}},
        {"id": "1", "rest_id": "1", "text": "a"},
        {"id": "1", "text": "a", "permalink": "https://www.threads.net/@a/post/b"},
    ],
)
def test_what_is_no_tweet_of_the_api_is_not_taken_for_one(value):
    assert not looks_like_tweet(value)


def test_a_tweet_that_stands_alone_needs_more_than_its_text():
    assert stands_alone(post(author="1"))
    assert stands_alone(post(author=None))
    assert stands_alone({"id": "1", "text": "a", "author_id": "2"})
    assert not stands_alone({"id": "1", "text": "a"})
    assert not stands_alone({"id": "1", "text": "a", "created_at": "2022-01-01"})


def test_a_row_of_a_table_with_dotted_columns_is_no_flattened_tweet():
    row = {"id": "1", "text": "a", "author_id": "2", "author.username": "a"}

    assert not stands_alone(row)


def test_an_account_is_known_by_its_handle_and_name():
    assert looks_like_user(user())
    assert not looks_like_user({"id": "1", "username": "a"})
    assert not looks_like_user({"id": "1", "username": "a", "name": "A", "text": "b"})


def test_accounts_and_media_without_what_names_them_are_left_out():
    users = [{"id": "1"}, {"username": "a", "name": "A"}, user("2", "b")]
    media = [{"type": "photo"}, {"media_key": "3_1"}]

    beside = page(fields({"users": users, "media": media}))

    assert beside.users == {"2": Account("b", "B", "2")}
    assert beside.media == {"3_1": Media("media")}


WHOLE = post(
    "12:00",
    "words",
    author="11",
    synthetic=True,
    note_tweet={
        "text": "more words",
        "entities": {"urls": [{"url": "https://t.co/a"}]},
    },
    article={"title": "a title"},
    attachments={
        "media_keys": ["3_1"],
        "media": [
            {
                "media_key": "3_1",
                "type": "video",
                "variants": [
                    {"bit_rate": 1, "content_type": "video/mp4", "url": "https://v"}
                ],
            }
        ],
    },
    entities={
        "urls": [{"url": "https://t.co/a", "expanded_url": "https://example.org"}],
        "mentions": [user("22", "oirspox")],
    },
    in_reply_to_user_id="22",
    in_reply_to_user=user("22", "oirspox"),
    **refers(replied_to=post("11:00", **refers(quoted=post("10:00")))),
) | {"author": user("11", "mod_russia")}


@given(damaged(WHOLE))
@settings(max_examples=200, deadline=None)
def test_no_odd_tweet_makes_the_reader_fail(record):
    for found in tweets(fields(record), ALONE, None):
        assert isinstance(found, Tweet | Account | Problem)
