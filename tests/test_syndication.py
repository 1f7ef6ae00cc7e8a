"""The syndication: a tweet with the answered and the quoted one inside it."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, fields, shared, snowflake, written

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import NothingReadable, Problem
from tweetspat.readers import load, syndication

FIXTURES = sorted(shared("data", "fixtures", "syndication_tweet_result").glob("*.json"))
ID, OTHER = snowflake(at("12:00")), snowflake(at("11:00"))
TOMBSTONE = {
    "__typename": "TweetTombstone",
    "tombstone": {"text": {"text": "This Post was deleted by the Post author."}},
}


def body(id_=ID, text="words", **more):
    return {
        "id_str": id_,
        "text": text,
        "created_at": "2016-02-11T12:00:00.000Z",
        "user": {"id_str": "7", "name": "M", "screen_name": "mod_russia"},
        "entities": {"urls": [], "user_mentions": []},
    } | more


def answer(**more):
    return {"__typename": "Tweet"} | body(**more)


def read(value):
    return list(syndication.read(fields(value), None))


def only(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "record", [answer(), TOMBSTONE, {"__typename": "TweetTombstone", "tombstone": {}}]
)
def test_tweets_and_tombstones_are_recognised(record):
    assert syndication.recognises(record)


@pytest.mark.parametrize(
    "record",
    [
        {},
        body(),
        {"__typename": "Tweet", "rest_id": "1", "legacy": {}},
        {"__typename": "Tweet"},
        TOMBSTONE | {"rest_id": "1"},
        {"__typename": "User", "id_str": "1"},
        [answer()],
    ],
)
def test_what_is_of_another_shape_is_not_recognised(record):
    assert not syndication.recognises(record)


def test_a_tweet_is_read_whole_and_without_problems():
    found = only(answer(text="a &amp; b"))

    assert found == Tweet(
        id=ID,
        author=Account("mod_russia", "M", "7"),
        text="a & b",
        sent=at("12:00"),
        sent_basis="created_at",
        place=found.place,
    )


def test_the_answered_tweet_is_recovered_from_its_answer():
    made = answer(
        in_reply_to_status_id_str=OTHER,
        in_reply_to_screen_name="b",
        parent=body(OTHER, "parent"),
    )

    reply, parent = read(made)

    assert (reply.reply_to, reply.reply_handle) == (OTHER, "b")
    assert (parent.id, parent.text, parent.state) == (OTHER, "parent", "recovered")
    assert (parent.nested_in, parent.place.path) == (ID, "$.parent")
    assert parent.sources == (f"nested in {ID}",)


def test_the_quoted_tweet_is_recovered_from_the_one_that_quotes_it():
    holder, quoted = read(answer(quoted_tweet=body(OTHER, "quoted")))

    assert holder.quotes == OTHER
    assert (quoted.text, quoted.nested_in) == ("quoted", ID)


def test_an_answered_tweet_that_is_gone_is_known_by_its_answer():
    reply, notice = read(answer(in_reply_to_status_id_str=OTHER, parent=TOMBSTONE))

    said = TOMBSTONE["tombstone"]["text"]["text"]
    assert reply.reply_to == OTHER
    assert notice == Notice(OTHER, "deleted", said, notice.place)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (TOMBSTONE, "This Post was deleted by the Post author."),
        ({"__typename": "TweetTombstone", "tombstone": {}}, "no reason is given"),
    ],
)
def test_a_tombstone_alone_has_no_id_and_becomes_a_problem(record, words):
    problem = only(record)

    assert problem.code == "unavailable"
    assert words in problem.message


def test_an_empty_answer_is_of_no_known_shape(tmp_path):
    with pytest.raises(NothingReadable, match="empty object"):
        load([written(tmp_path, "a.json", {})])


def test_a_parent_that_is_another_tweet_than_the_one_named_is_told_of():
    made = answer(in_reply_to_status_id_str="5", parent=body(OTHER))

    reply, _ = read(made)

    assert reply.reply_to == "5"
    assert codes(reply) == ["contradicting-id"]


def test_an_edited_parent_is_no_contradiction():
    edited = {"edit_tweet_ids": [OTHER, "697700000000000001"]}
    parent = body("697700000000000001", edit_control=edited)

    reply, newer = read(answer(in_reply_to_status_id_str=OTHER, parent=parent))

    assert reply.problems == ()
    assert newer.versions == (OTHER, "697700000000000001")


@pytest.mark.parametrize("key", ["parent", "quoted_tweet"])
def test_a_tweet_that_holds_itself_is_read_once(key):
    found = only(answer(**{key: body()}))

    assert (found.reply_to, found.quotes) == (None, None)
    assert codes(found) == ["holds-itself"]


def test_a_long_tweet_is_cut():
    assert only(answer(note_tweet={"id": "Tm90ZVR3ZWV0OjE="})).cut
    assert not only(answer()).cut


def test_links_and_media_are_read():
    films = [
        {"content_type": "application/x-mpegURL", "url": "https://v/0"},
        {"content_type": "video/mp4", "bitrate": 1, "url": "https://v/1"},
    ]
    link = {"url": "https://t.co/a", "expanded_url": "https://a.example"}
    found = only(
        answer(
            entities={"urls": [link]},
            mediaDetails=[
                {
                    "type": "photo",
                    "media_url_https": "https://p/1",
                    "ext_alt_text": "A",
                },
                {"type": "video", "video_info": {"variants": films}},
            ],
            photos=[{"url": "https://p/1"}],
        )
    )

    assert found.urls == (Url("https://t.co/a", "https://a.example"),)
    assert found.media == (
        Media("photo", "https://p/1", "A"),
        Media("video", "https://v/1"),
    )


def test_without_details_pictures_and_film_are_read_where_they_stand_apart():
    variants = [
        {"type": "application/x-mpegURL", "src": "https://v/0"},
        {"type": "video/mp4", "src": "https://v/1"},
    ]

    found = only(answer(photos=[{"url": "https://p/1"}], video={"variants": variants}))
    still = only(answer(video={"poster": "https://p/2"}))

    assert found.media == (Media("photo", "https://p/1"), Media("video", "https://v/1"))
    assert still.media == (Media("video", "https://p/2"),)


def test_an_author_without_a_handle_is_known_by_number_or_not_at_all():
    numbered, nobody = only(answer(user={"id_str": "7"})), only(answer(user=None))

    assert (numbered.author, numbered.author_id) == (None, "7")
    assert numbered.problems == ()
    assert (nobody.author, codes(nobody)) == (None, ["missing-field"])


def test_a_stamp_that_cannot_be_read_leaves_the_time_to_the_id():
    found = only(answer(created_at="today"))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


@pytest.mark.parametrize(("key", "path"), [("id_str", "$.id"), ("text", "$.text")])
def test_without_id_or_words_the_record_is_a_problem(key, path):
    problem = only(answer() | {key: None})

    assert (problem.code, problem.place.path) == ("missing-field", path)


def test_a_broken_parent_costs_only_itself():
    reply, problem = read(answer(parent=body(OTHER, text=None)))

    assert reply.reply_to == OTHER
    assert (problem.code, problem.place.path) == ("missing-field", "$.parent.text")


WHOLE = answer(
    in_reply_to_status_id_str=OTHER,
    parent=body(OTHER),
    quoted_tweet=body("5", mediaDetails=[{"type": "photo"}]),
    edit_control={"edit_tweet_ids": [OTHER, ID]},
    video={"variants": [{"type": "video/mp4", "src": "https://v/1"}]},
)


@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_no_change_to_an_answer_raises(data):
    made = data.draw(damaged(WHOLE))
    syndication.recognises(made)

    found = list(syndication.read(fields(json.dumps([made])), None))

    assert found
    assert all(isinstance(each, Tweet | Notice | Problem) for each in found)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_file_of_the_fixtures_gives_its_tweets_or_says_why_not(path):
    document = json.loads(path.read_text())
    inside = [document.get(key) for key in ("parent", "quoted_tweet")]
    bodies = [each for each in [document, *inside] if each and "id_str" in each]

    found = read(document)

    assert syndication.recognises(document)
    tweets = {each.id: each.text for each in found if isinstance(each, Tweet)}
    assert tweets == {each["id_str"]: each["text"] for each in bodies}
    assert len(found) == max(1, len(bodies))
