"""The web client's GraphQL: results wherever they stand, and what stands instead."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, fields, loaded, shared, snowflake
from neutral import by_id, sample
from shapes import graphql as in_graphql

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import graphql, load

FIXTURES = sorted(shared("data", "fixtures").glob("graphql_*/*.json"))
KNOWN = by_id(sample())
(QUOTE,) = [said for said in KNOWN.values() if said.quotes]
REPEAT = next(said for said in KNOWN.values() if said.repeats)
STAMP = "Thu Feb 11 12:00:00 +0000 2016"
ID, OTHER = snowflake(at("12:00")), snowflake(at("11:00"))


def user(**more):
    made = {"screen_name": "mod_russia", "name": "M"}
    return {"__typename": "User", "rest_id": "7", "core": made} | more


def result(id_=ID, text="words", legacy=None, **more):
    body = {"id_str": id_, "full_text": text, "created_at": STAMP, "user_id_str": "7"}
    return {
        "__typename": "Tweet",
        "rest_id": id_,
        "core": {"user_results": {"result": user()}},
        "legacy": body | (legacy or {}),
    } | more


def tombstone(words):
    return {"__typename": "TweetTombstone", "tombstone": {"text": {"text": words}}}


def entry(inner, name=f"tweet-{ID}"):
    slot = {"tweet_results": {"result": inner}}
    return {"entryId": name, "content": {"itemContent": slot}}


def answer(*entries, root="threaded_conversation_with_injections_v2"):
    instruction = {"type": "TimelineAddEntries", "entries": list(entries)}
    return {"data": {root: {"instructions": [instruction]}}}


def read(value):
    return list(graphql.read(fields(value), None))


def only(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "record",
    [
        answer(),
        {"data": {"user": {"result": {"timeline_v2": {"timeline": answer()["data"]}}}}},
        {"data": {"a_name_of_2031": {"timeline": {"instructions": []}}}},
        {"data": {"tweetResult": {}}},
        {"data": {"tweetResult": [{"result": result()}]}},
        {"data": {"create_tweet": {"tweet_results": {"result": result()}}}},
        entry(result()),
        {"entryId": "a-tweet-1", "item": {"itemContent": {}}},
        result(),
        {"__typename": "Tweet", "rest_id": "1"},
        {"rest_id": "1", "legacy": {"full_text": "words"}},
        {"__typename": "TweetWithVisibilityResults", "tweet": result()},
        {"__typename": "TweetUnavailable", "reason": "Suspended"},
        tombstone("deleted") | {"rest_id": "1"},
    ],
)
def test_answers_entries_and_results_are_recognised(record):
    assert graphql.recognises(fields(record).value)


@pytest.mark.parametrize(
    "record",
    [
        {"data": [{"id": "1", "text": "API v2"}]},
        {"data": {"id": "1", "text": "API v2"}, "includes": {"tweets": []}},
        {"data": {"event_type": "post.create", "payload": {"id": "1"}}},
        {"data": {"a": 1}},
        {"__typename": "Tweet", "id_str": "1", "text": "syndication", "user": {}},
        tombstone("of the syndication"),
        {"__typename": "User", "rest_id": "7", "legacy": {"screen_name": "a"}},
        {"rest_id": "https://t.co/a", "legacy": {"binding_values": []}},
        {"entryId": "tweet-1"},
        [result()],
        "Tweet",
        {},
    ],
)
def test_what_is_of_another_shape_is_not_recognised(record):
    assert not graphql.recognises(record)


def test_a_tweet_is_read_whole_and_without_problems():
    found = only(answer(entry(result(text="a &amp; b &lt;3"))))

    assert found == Tweet(
        id=ID,
        author=Account("mod_russia", "M", "7"),
        text="a & b <3",
        sent=at("12:00"),
        sent_basis="created_at",
        place=found.place,
    )
    assert found.place.path == (
        "$.data.threaded_conversation_with_injections_v2.instructions[0].entries[0]"
        ".content.itemContent.tweet_results.result"
    )


@pytest.mark.parametrize(
    "made",
    [
        user(core={}, legacy={"screen_name": "mod_russia", "name": "M"}),
        user(legacy={"followers_count": 1}),
        user(),
    ],
    ids=["2023", "2025", "2026"],
)
@pytest.mark.parametrize("key", ["user_results", "user_result"])
def test_users_of_every_year_are_read(made, key):
    found = only(result(core={key: {"result": made}}))

    assert found.author == Account("mod_russia", "M", "7")
    assert found.problems == ()


def test_an_author_that_is_told_by_number_only_is_found_elsewhere(tmp_path):
    users = {"user_results": {"result": user()}}

    heap = loaded(tmp_path, answer(users, entry(result(core={}))))

    assert heap.tweets[ID].author == Account("mod_russia", "M", "7")


def test_an_author_that_is_not_told_at_all_is_a_problem_of_the_tweet():
    found = only(result(core={}, legacy={"user_id_str": None}))

    assert (found.author, found.author_id) == (None, None)
    assert codes(found) == ["missing-field"]


def test_a_handle_that_passes_for_another_is_told_of_at_its_place():
    made = user(core={"screen_name": "mоd_russia"})

    found = only(result(core={"user_results": {"result": made}}))

    (problem,) = found.problems
    assert problem.code == "odd-handle"
    assert problem.place.path == "$.core.user_results.result.core.screen_name"


def test_a_long_text_wins_and_is_not_escaped():
    links = {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.example"}]}
    long = {"text": "all & of &lt; it https://t.co/a", "entity_set": links}

    found = only(result(note_tweet={"note_tweet_results": {"result": long}}))

    assert found.text == "all & of &lt; it https://t.co/a"
    assert found.urls == (Url("https://t.co/a", "https://a.example"),)
    assert not found.cut


def test_a_long_tweet_without_its_long_text_is_cut():
    assert only(result(note_tweet={"is_expandable": True})).cut


def test_replies_links_and_films_are_read_from_the_body():
    films = [
        {"content_type": "video/mp4", "bitrate": 1, "url": "https://v/1"},
        {"content_type": "video/mp4", "bitrate": 2, "url": "https://v/2"},
    ]
    film = {"type": "video", "video_info": {"variants": films}}
    url = {"url": "https://t.co/a", "expanded_url": "https://a.example"}
    body = {
        "in_reply_to_status_id_str": OTHER,
        "in_reply_to_screen_name": "b",
        "entities": {"urls": [url], "media": [{"type": "photo"}]},
        "extended_entities": {"media": [film]},
    }

    found = only(result(legacy=body))

    assert (found.reply_to, found.reply_handle) == (OTHER, "b")
    assert found.urls == (Url("https://t.co/a", "https://a.example"),)
    assert found.media == (Media("video", "https://v/2"),)


def test_a_wrapped_tweet_is_read_at_its_place():
    wrapper = {"__typename": "TweetWithVisibilityResults", "tweet": result()}

    assert only(wrapper).place.path == "$.tweet"
    assert only(wrapper).text == "words"


def test_a_quoted_tweet_is_recovered_from_the_one_that_quotes_it():
    inner = result(OTHER, "quoted")
    wrapped = {"__typename": "TweetWithVisibilityResults", "tweet": inner}

    holder, quoted = read(result(quoted_status_result={"result": wrapped}))

    assert holder.quotes == OTHER
    assert (quoted.id, quoted.text, quoted.state) == (OTHER, "quoted", "recovered")
    assert (quoted.nested_in, quoted.sources) == (ID, (f"nested in {ID}",))
    assert quoted.place.path == "$.quoted_status_result.result.tweet"


def test_a_retweet_names_and_holds_what_it_repeats_and_quotes_nothing():
    body = {"retweeted_status_result": {"result": result(OTHER, "whole")}}
    made = result(text="RT @a: who…", legacy=body | {"quoted_status_id_str": "5"})

    holder, repeated = read(made)

    assert (holder.repeats, holder.quotes) == (OTHER, None)
    assert (repeated.text, repeated.nested_in) == ("whole", ID)


def test_a_quoted_tweet_may_be_told_by_its_id_alone():
    reference = {"result": {"__typename": "Tweet", "rest_id": OTHER}}

    assert only(result(quotedRefResult=reference)).quotes == OTHER
    assert only(result(legacy={"quoted_status_id_str": OTHER})).quotes == OTHER


def test_a_quoted_tweet_that_was_not_delivered_is_known_by_its_holder():
    gone = {"result": {"__typename": "TweetUnavailable", "reason": "Suspended"}}
    body = {"quoted_status_id_str": OTHER}

    holder, notice = read(result(quoted_status_result=gone, legacy=body))

    assert holder.quotes == OTHER
    assert notice == Notice(OTHER, "suspended", "Suspended", notice.place)


def test_a_quoted_tweet_is_named_by_its_body_where_nothing_else_does():
    holder, quoted = read(
        result(quoted_status_result={"result": result(OTHER, rest_id=None)})
    )

    assert (holder.quotes, quoted.id) == (OTHER, OTHER)


def test_an_id_that_is_none_of_the_platforms_is_told_of():
    found = only(result("a1"))

    assert found.id == "a1"
    assert codes(found) == ["odd-id", *codes(found)[1:]]


def test_a_tweet_that_holds_itself_is_read_once():
    found = only(result(quoted_status_result={"result": result()}))

    assert found.quotes is None
    assert codes(found) == ["holds-itself"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("This Post was deleted by the Post author. Learn more", "deleted"),
        ("This Tweet was deleted.", "deleted"),
        ("This Post is from a suspended account. Learn more", "suspended"),
        ("… this account owner limits who can view their Posts.", "protected"),
        ("@a's Post has been withheld in Germany", "withheld"),
        ("This Post is from an account that no longer exists.", "missing"),
        ("Dieser Post ist nicht verfügbar.", "missing"),
    ],
)
def test_a_tombstone_tells_by_its_words_what_became_of_the_tweet(words, state):
    found = only(answer(entry(tombstone(words))))

    assert found == Notice(ID, state, words, found.place)


def test_a_tombstone_of_a_module_is_known_by_the_name_of_its_item():
    item = entry(tombstone("deleted"), f"conversationthread-{OTHER}-tweet-{ID}")
    module = {
        "entryId": f"conversationthread-{OTHER}",
        "content": {"items": [{"entryId": item["entryId"], "item": item["content"]}]},
    }

    assert only(answer(module)).id == ID


def test_an_item_is_not_known_by_the_name_of_another_entry():
    cursor = {"entryId": "cursor-1", "content": {"items": [tombstone("deleted")]}}
    outer = {"entryId": f"tweet-{ID}", "content": {"items": [cursor]}}

    assert only(answer(outer)).code == "unavailable"


def test_a_tombstone_of_the_older_kind_has_no_id_and_becomes_a_problem():
    words = {"richText": {"text": "This Tweet was deleted"}}
    item = {"itemType": "TimelineTombstone", "tombstoneInfo": words}
    made = {"entryId": "tombstone-7", "content": {"itemContent": item}}

    problem = only(answer(made))

    assert problem.code == "unavailable"
    assert "This Tweet was deleted" in problem.message


@pytest.mark.parametrize(
    "stub",
    [
        {"__typename": "Tweet", "rest_id": ID},
        {"data": {"tweetResult": {"rest_id": ID}}},
        {"data": {"tweetResult": {"result": {"rest_id": ID}}}},
    ],
)
def test_a_stub_is_a_notice_and_no_tweet(stub):
    found = only(stub)

    assert found == Notice(ID, "missing", "stub without content", found.place)


@pytest.mark.parametrize("empty", [{}, None, {"result": {}}, {"result": None}])
def test_an_entry_with_nothing_in_it_says_that_its_tweet_is_missing(empty):
    made = {"entryId": f"tweet-{ID}", "content": {"i": {"tweet_results": empty}}}

    found = only(answer(made))

    assert (found.id, found.state, found.reason) == (ID, "missing", "empty result")


@pytest.mark.parametrize(
    "slot", [{}, [{}], {"result": {"__typename": "TweetUnavailable"}}]
)
def test_an_answer_without_the_tweet_that_was_asked_for_is_told_of(slot):
    assert only({"data": {"tweetResult": slot}}).code == "unavailable"


@pytest.mark.parametrize("odd", [7, "x", {"result": 7}, {"result": []}])
def test_what_is_no_result_where_a_tweet_is_expected_is_skipped(odd):
    assert only({"data": {"tweetResult": odd}}).code == "missing-field"


@pytest.mark.parametrize(
    ("made", "path"),
    [
        (result(rest_id=None, legacy={"id_str": None}), "$.rest_id"),
        (result(legacy={"full_text": None}), "$.legacy.full_text"),
        (result() | {"legacy": None}, "$.legacy"),
        (result() | {"legacy": []}, "$.legacy"),
    ],
)
def test_a_tweet_that_cannot_be_read_costs_only_itself(made, path):
    problems = read(answer(entry(result("1")), entry(made), entry(result("3"))))

    assert [each.id for each in problems if isinstance(each, Tweet)] == ["1", "3"]
    (lost,) = [
        each for each in problems if getattr(each, "code", "") == "missing-field"
    ]
    assert lost.place.path.endswith(f"tweet_results.result{path[1:]}")


@pytest.mark.parametrize(
    ("legacy", "more"),
    [
        ({"id_str": OTHER}, {}),
        ({"user_id_str": "8"}, {}),
        (
            {"quoted_status_id_str": "5"},
            {"quoted_status_result": {"result": result(OTHER)}},
        ),
    ],
)
def test_ids_that_contradict_each_other_are_told_of(legacy, more):
    found = read(result(legacy=legacy, **more))[0]

    assert codes(found) == ["contradicting-id"]
    assert (found.id, found.author.id) == (ID, "7")


def test_an_older_version_of_a_quoted_tweet_is_no_contradiction():
    versions = {
        "edit_control_initial": {"edit_tweet_ids": [OTHER, "697700000000000001"]}
    }
    quoted = result("697700000000000001", edit_control=versions)
    body = {"quoted_status_id_str": OTHER}

    holder, edited = read(result(legacy=body, quoted_status_result={"result": quoted}))

    assert holder.problems == ()
    assert edited.versions == (OTHER, "697700000000000001")


def test_a_tweet_that_was_never_edited_has_no_versions():
    assert only(result(edit_control={"edit_tweet_ids": [ID]})).versions == ()


def test_a_stamp_that_cannot_be_read_leaves_the_time_to_the_id():
    found = only(result(legacy={"created_at": "yesterday"}))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


def test_a_tweet_that_stands_as_entry_and_as_quote_is_present(tmp_path):
    quoting = result(quoted_status_result={"result": result(OTHER)})

    heap = loaded(tmp_path, answer(entry(quoting), entry(result(OTHER))))

    assert {id_: tweet.state for id_, tweet in heap.tweets.items()} == {
        ID: "present",
        OTHER: "present",
    }


def test_advertisements_are_tweets_and_cursors_are_not():
    made = entry(result(), f"promoted-tweet-{ID}-3a")
    made["content"]["itemContent"]["promotedMetadata"] = {"advertiser_results": {}}
    cursor = {"entryId": "cursor-top-1", "content": {"value": "DAAC"}}

    assert only(answer(made, cursor)).id == ID


def test_deep_nesting_is_read_to_its_end():
    made = result("1")
    for number in range(2, 60):
        made = result(str(number), quoted_status_result={"result": made})

    assert [each.id for each in read(made)] == [str(n) for n in range(59, 0, -1)]


MADE = in_graphql.detail([QUOTE, *[KNOWN[QUOTE.quotes]] * 3], KNOWN)
SEEDS = [
    MADE,
    in_graphql.result(REPEAT, KNOWN),
    answer(entry(tombstone("deleted")), entry(result())),
]


@pytest.mark.parametrize("seed", SEEDS, ids=["thread", "retweet", "tombstone"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_change_to_an_answer_raises(seed, data):
    made = data.draw(damaged(seed))
    graphql.recognises(made)

    found = list(graphql.read(fields(json.dumps([made])), None))

    assert all(isinstance(each, Tweet | Notice | Account | Problem) for each in found)


def objects(value):
    """Yield every object of a document, by a way of its own."""
    if isinstance(value, dict):
        yield value
    for member in value.values() if isinstance(value, dict) else value:
        if isinstance(member, dict | list):
            yield from objects(member)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_answer_gives_the_tweets_that_a_plain_count_finds(path):
    document = json.loads(path.read_text())
    there = list(objects(document))
    bodies = [each["legacy"] for each in there if "full_text" in each.get("legacy", ())]
    gone = [
        each
        for each in there
        if each.get("__typename") in ("TweetTombstone", "TweetUnavailable")
        or each == {"result": {}}
    ]

    found = read(document)

    tweets = [each for each in found if isinstance(each, Tweet)]
    assert sorted(each.id for each in tweets) == sorted(b["id_str"] for b in bodies)
    assert {each.id: (each.reply_to, each.quotes) for each in tweets} == {
        body["id_str"]: (
            body.get("in_reply_to_status_id_str"),
            body.get("quoted_status_id_str"),
        )
        for body in bodies
    }
    assert len(found) - len(tweets) == len(gone)
    assert all(each.author and each.author.id and not each.problems for each in tweets)
    assert {each.sent_basis for each in tweets} <= {"created_at"}


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize(
    "path", [p for p in FIXTURES if "991500" not in p.name], ids=lambda path: path.name
)
def test_every_real_answer_is_taken_by_this_reader_alone(path):
    heap = load([str(path)])

    assert heap.unread == ()
    assert {each.place.shape for each in heap.tweets.values()} <= {"web-graphql"}
    assert heap.tweets or heap.notices
