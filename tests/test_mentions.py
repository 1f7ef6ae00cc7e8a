"""Whom a record mentions, which conversation it names, whose pictures it carries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import heap, loaded, status, tweet
from mentioning import (
    BEGUN,
    COPIED,
    GALLERY,
    ID,
    IN_TWINT,
    LEGACY,
    MENTIONED,
    OWNER,
    POST_V2,
    RESULT,
    SOURCE,
    STAMP,
    TELL_CONVERSATIONS,
    TELL_MENTIONS,
    TELL_SOURCES,
    TWINT,
    V1,
    V2_USERS,
)

from tweetspat.merge import merge
from tweetspat.model import Account, Source, TweetId


def shapes(names=TELL_MENTIONS):
    return pytest.mark.parametrize(
        "shape", [name for name in TELL_MENTIONS if name in names]
    )


def only(folder, value):
    return loaded(folder, value).tweets[ID]


@shapes()
def test_each_shape_tells_who_is_mentioned_in_the_order_of_the_record(shape, tmp_path):
    found = only(tmp_path, TELL_MENTIONS[shape])

    assert found.mentions == MENTIONED
    assert {each.code for each in found.problems} <= {"unknown-author"}


@shapes(TELL_CONVERSATIONS)
def test_the_conversation_that_the_platform_counts_a_tweet_in_is_told(shape, tmp_path):
    assert only(tmp_path, TELL_MENTIONS[shape]).conversation == BEGUN


@shapes({*TELL_MENTIONS} - TELL_CONVERSATIONS)
def test_no_conversation_is_made_up_where_none_is_told(shape, tmp_path):
    assert only(tmp_path, TELL_MENTIONS[shape]).conversation is None


@shapes(TELL_SOURCES)
def test_a_tweet_names_the_tweets_whose_pictures_it_carries_once_and_never_itself(
    shape, tmp_path
):
    found = only(tmp_path, TELL_MENTIONS[shape])

    assert found.copied_from == (Source(SOURCE, OWNER),)


@pytest.mark.parametrize(
    "odd",
    [
        *(None, 0, -1, 1.5, 10**200, True, [5], {}, "", "0", "²", "не число"),
        *("9" * 101, {"rest_id": "9"}),
    ],
    ids=str,
)
@pytest.mark.parametrize("key", ["source_user_id", "source_user_id_str"])
def test_a_source_whose_account_cannot_be_one_is_told_without_it(key, odd, tmp_path):
    media = [{"source_status_id_str": SOURCE, key: odd}]

    found = only(tmp_path, status(entities={"media": media}))

    assert found.copied_from == (Source(SOURCE),)
    assert found.problems == ()


@pytest.mark.parametrize(
    "odd",
    [*(None, 7, "9", [OWNER]), {}, {"user_results": {"result": {"rest_id": [OWNER]}}}],
    ids=str,
)
def test_a_film_whose_account_is_not_told_names_its_tweet_alone(odd, tmp_path):
    film = COPIED[0] | {"additional_media_info": {"source_user": odd}}
    legacy = LEGACY | {"extended_entities": {"media": [film]}}

    found = only(tmp_path, RESULT | {"legacy": legacy})

    assert found.copied_from == (Source(SOURCE),)
    assert {each.code for each in found.problems} <= {"unknown-author"}


@pytest.mark.parametrize("odd", [None, 7, "RT_com", [], {}, {"id": 0}], ids=str)
def test_a_file_whose_account_is_not_told_names_its_tweet_alone(odd, tmp_path):
    found = only(tmp_path, GALLERY | {"source_user": odd})

    assert found.copied_from == (Source(SOURCE),)
    assert found.problems == ()


def test_of_the_accounts_that_a_source_is_said_to_be_of_the_first_is_told(tmp_path):
    media = [
        {"source_status_id_str": id_, "source_user_id_str": account}
        for id_, account in (("21", "9"), ("22", "8"), ("21", "7"))
    ]

    found = only(tmp_path, status(entities={"media": media}))

    assert found.copied_from == (Source("21", "9"), Source("22", "8"))


@pytest.mark.parametrize(
    "more",
    [
        {"answers": status("11:00", "oirspox")},
        {"retweeted_status": status("11:00", "oirspox")},
    ],
    ids=["reply", "retweet"],
)
def test_a_status_that_states_its_parent_leaves_the_mentions_out(more, tmp_path):
    found = only(tmp_path, status(entities={"user_mentions": V1}, **more))

    assert found.mentions == ()


def test_a_status_that_answers_an_account_alone_says_whom_it_mentions(tmp_path):
    made = status(entities={"user_mentions": V1}, in_reply_to_screen_name="OIRspox")

    found = only(tmp_path, made)

    assert (found.reply_to, found.reply_handle) == (None, "OIRspox")
    assert found.mentions == MENTIONED


def test_whom_a_v2_tweet_without_a_parent_answers_is_found_by_the_account_id(tmp_path):
    made = POST_V2 | {"in_reply_to_user_id": "7", "entities": {}}

    found = only(tmp_path, {"data": [made], "includes": {"users": V2_USERS}})

    assert (found.reply_to, found.reply_handle) == (None, "Pentagon")


def test_a_mention_keeps_the_handle_of_the_text_where_the_account_was_renamed(tmp_path):
    users = [{"username": "CJTFOIR", "id": "5", "name": "Coalition"}]

    found = only(tmp_path, {"data": [POST_V2], "includes": {"users": users}})

    assert found.mentions[0] == Account("OIRspox", "Coalition", "5")


@pytest.mark.parametrize(
    "odd",
    [
        *(None, 7, "OIRspox", [], {}, {"screen_name": None}, {"screen_name": ""}),
        *({"screen_name": "mod_russiа"}, {"screen_name": "x" * 21}, V1[0]),
    ],
    ids=str,
)
def test_a_mention_that_names_nobody_or_somebody_again_is_passed_over(odd, tmp_path):
    found = only(tmp_path, status(entities={"user_mentions": [V1[0], odd, V1[1]]}))

    assert found.mentions == MENTIONED
    assert found.problems == ()


@pytest.mark.parametrize("odd", [-1, 1.5, 10**200, True, [5], {}, "не число"])
def test_a_mention_whose_id_cannot_be_one_goes_by_its_handle(odd, tmp_path):
    mention = {"screen_name": "OIRspox", "id": odd}

    found = only(tmp_path, status(entities={"user_mentions": [mention]}))

    assert found.mentions == (Account("OIRspox"),)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        *("screen_name", "id", "id_str"),
                        *("source_status_id", "source_user_id"),
                    ]
                ),
                inner,
                max_size=3,
            )
        ),
    )
)
@settings(deadline=None, max_examples=200)
def test_no_odd_mention_or_source_takes_the_tweet_away(tmp_path_factory, odd):
    folder = tmp_path_factory.mktemp("odd")
    made = status(entities={"user_mentions": [odd, *V1], "media": [odd, *COPIED]})

    found = only(folder, made)

    assert found.text == "words"
    assert {*MENTIONED} <= {*found.mentions}
    assert Source(SOURCE, OWNER) in found.copied_from
    assert ID not in {source.tweet for source in found.copied_from}


def account_of(handle, id_, **more):
    return {"user_id": id_, "username": handle} | more


def answering(*reply_to, mentions=(), author="me"):
    made = TWINT | {"username": author, "mentions": [*mentions]}
    return made | {"reply_to": [*reply_to]}


@pytest.mark.parametrize("written", [list, str], ids=["lines", "table"])
def test_twint_has_whom_a_reply_answers_before_whom_it_mentions(written, tmp_path):
    made = answering(IN_TWINT[1], mentions=[IN_TWINT[0]])
    made |= {key: written(made[key]) for key in ("reply_to", "mentions")}

    assert only(tmp_path, made).mentions == MENTIONED[::-1]


def test_of_whom_twint_says_a_tweet_answers_its_author_and_repeats_are_left_out(
    tmp_path,
):
    made = answering(
        account_of("Me", "1"),
        account_of("OIRspox", "5"),
        mentions=["oirspox", "pentagon"],
    )

    assert only(tmp_path, made).mentions == (
        Account("OIRspox", None, "5"),
        Account("pentagon"),
    )


@pytest.mark.parametrize(
    "name", ["O'Neil", 'the "Don"', "}, {", "'id': '9'", "{'screen_name': 'x'}", "[]"]
)
def test_a_name_in_a_table_of_twint_does_not_take_the_account_away(name, tmp_path):
    told = [{"screen_name": "OIRspox", "name": name, "id": "5"}]

    found = only(tmp_path, TWINT | {"mentions": str(told)})

    assert found.mentions[0].handle == "OIRspox"


MASTODON = {
    "id": ID,
    "content": "<p>words</p>",
    "account": {"id": "1", "acct": "me"},
    "created_at": STAMP,
}


def test_mastodon_mentions_accounts_of_other_servers_too(tmp_path):
    mentions = [{"id": "5", "acct": "a"}, {"id": "7", "acct": "b@example.org"}]

    found = only(tmp_path, MASTODON | {"mentions": mentions})

    assert found.mentions == (
        Account("a", None, "5"),
        Account("b@example.org", None, "7"),
    )


def post(key, author, text="words", **more):
    uri = f"at://{author}/app.bsky.feed.post/{key}"
    record = {"text": text, "createdAt": STAMP}
    who = {"did": f"did:plc:{author}", "handle": f"{author}.example.org"}
    return {"uri": uri, "author": who, "record": record | more, "indexedAt": STAMP}


def facet(did):
    feature = {"$type": "app.bsky.richtext.facet#mention", "did": did}
    return {"index": {"byteStart": 0, "byteEnd": 3}, "features": [feature]}


def in_thread(folder, asked, *replies):
    views = [{"post": each, "replies": []} for each in replies]
    kind = "app.bsky.feed.defs#threadViewPost"
    found = loaded(folder, {"thread": {"$type": kind, "post": asked, "replies": views}})
    return found.tweets


def test_bluesky_mentions_by_id_get_the_handle_that_the_thread_tells(tmp_path):
    first, second = post("1", "anna"), post("2", "bert", facets=[facet("did:plc:anna")])

    found = in_thread(tmp_path, first, second)

    assert found[second["uri"]].mentions == (
        Account("anna.example.org", None, "did:plc:anna"),
    )


def test_bluesky_mentions_of_an_account_whose_handle_nothing_tells_are_left_out(
    tmp_path,
):
    forged = {"author": {"did": "did:plc:carl", "handle": "anna.example.org"}}
    made = post("1", "anna", facets=[facet("did:plc:carl")], embed=forged)

    found = in_thread(tmp_path, made)

    assert found[made["uri"]].mentions == ()


def test_a_bluesky_reply_names_the_post_that_its_thread_began_with(tmp_path):
    first = post("1", "anna")
    told = {"root": {"uri": first["uri"]}, "parent": {"uri": "at://x"}}
    second = post("2", "bert", reply=told)

    found = in_thread(tmp_path, first, second)

    assert found[second["uri"]].conversation == first["uri"]


def test_what_one_copy_leaves_out_is_filled_from_another():
    told = {
        "conversation": TweetId(BEGUN),
        "mentions": MENTIONED,
        "copied_from": (Source(TweetId(SOURCE), OWNER),),
    }
    bare, rich = tweet("30", text="more words"), tweet("30", text="words", **told)

    for copies in ([bare, rich], [rich, bare]):
        found = merge(copies)[0]["30"]

        assert found.text == "more words"
        assert {field: getattr(found, field) for field in told} == told


def test_what_the_richest_copy_says_itself_is_not_mixed_with_others():
    one = tweet("30", text="more words", mentions=MENTIONED[:1])
    other = tweet("30", text="words", mentions=MENTIONED)

    assert heap([one, other]).tweets["30"].mentions == MENTIONED[:1]
