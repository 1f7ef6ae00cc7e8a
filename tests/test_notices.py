"""What a file says of a tweet without having it, and what other records tell."""

import pytest
from make import at, case, snowflake, tweet

from tweetspat.links import fold_retweets, ghosts, stated_links
from tweetspat.merge import Merging
from tweetspat.model import Account, Copy, Heap, Notice, Owner
from tweetspat.problems import Place
from tweetspat.reconstruction import reconstruct

ARCHIVE = "account-archive"


def place(file="made.json", line=1, shape=None):
    return Place(file, line, "$", shape)


def notice(id_, state="deleted", file="stream.jsonl", line=1):
    return Notice(id_, state, "delete event", place(file, line))


def merged(*found):
    merging = Merging()
    for each in found:
        match each:
            case Account():
                merging.account(each)
            case Owner():
                merging.owner(each)
            case Notice():
                merging.notice(each)
            case _:
                merging.add(each)
    return merging.merged()


def spats(*found):
    told = merged(*found)
    heap = Heap((), told.tweets, (), (), notices=told.notices, versions=told.versions)
    return list(reconstruct(heap))


def test_a_lost_parent_is_what_a_file_says_became_of_it():
    (spat,) = spats(tweet("2", reply_to="1"), notice("1", "suspended"))

    ghost, child = spat.turns
    assert (ghost.tweet.id, ghost.tweet.state, ghost.tweet.ghost) == (
        "1",
        "suspended",
        True,
    )
    assert ghost.tweet.sources == ("delete event (stream.jsonl:1: $)",)
    assert child.links[0].to == "1"


def test_a_tweet_that_is_there_and_was_deleted_keeps_its_words():
    tweets = merged(notice("1"), tweet("1", text="we did not")).tweets

    assert (tweets["1"].text, tweets["1"].state) == ("we did not", "deleted")
    assert not tweets["1"].ghost


def test_not_found_says_nothing_of_a_tweet_that_is_there():
    assert merged(tweet("1"), notice("1", "missing")).tweets["1"].state == "present"


@pytest.mark.parametrize("turned", [False, True])
def test_the_last_word_on_a_tweet_wins_wherever_it_stands(turned):
    told = [notice("1", "withheld", "a"), notice("1", "deleted", "b")]

    found = merged(*(reversed(told) if turned else told)).notices["1"]

    assert found.state == "deleted"


def test_what_is_said_of_tweets_that_nobody_names_is_counted():
    problems = merged(
        tweet("9", reply_to="3"), notice("1"), notice("2"), notice("3")
    ).problems

    assert [(each.code, each.place.file) for each in problems] == [
        ("notices", "stream.jsonl")
    ]
    assert "deleted: 2," in problems[0].message


def test_an_account_told_of_elsewhere_names_the_author_known_by_id():
    by_id = tweet("1", author=None, author_id="7")

    found = merged(by_id, Account("mod_russia", "MoD", "7")).tweets["1"]

    assert found.author == Account("mod_russia", "MoD", "7")
    assert found.problems == ()


def test_an_author_whose_account_no_record_tells_of_is_said_to_be_unknown():
    found = merged(tweet("1", author=None, author_id="7")).tweets["1"]

    assert found.author is None
    assert [each.code for each in found.problems] == ["unknown-author"]
    assert "account 7" in found.problems[0].message


@pytest.mark.parametrize("turned", [False, True])
def test_a_renamed_account_is_told_of_and_named_alike_in_every_order(turned):
    accounts = [Account("new_name", None, "7"), Account("old_name", None, "7")]
    by_id = tweet("1", author=None, author_id="7")

    found = merged(by_id, *(reversed(accounts) if turned else accounts))

    assert found.tweets["1"].author.handle == "new_name"
    assert [each.code for each in found.problems] == ["renamed-account"]


def test_an_archive_names_the_author_of_the_tweets_in_its_folder_only():
    mine = tweet("1", author=None, place=place("a/data/tweets.js", shape=ARCHIVE))
    other = tweet("2", author=None, place=place("b/data/tweets.js", shape=ARCHIVE))
    owner = Owner(Account("mod_russia", None, "7"), place("a/data/account.js"))

    found = merged(mine, other, owner)

    assert found.tweets["1"].author.handle == "mod_russia"
    assert found.tweets["2"].author is None
    assert [(each.code, each.place.file) for each in found.problems] == [
        ("unknown-author", "b/data/tweets.js")
    ]


def test_two_owners_in_one_folder_own_nothing():
    mine = tweet("1", author=None, place=place("a/tweets.js", shape=ARCHIVE))
    owners = [
        Owner(Account(each), place("a/account.js")) for each in ("mod_russia", "other")
    ]

    assert merged(mine, *owners).tweets["1"].author is None


@pytest.mark.parametrize("turned", [False, True])
def test_the_versions_of_an_edited_tweet_are_one_tweet_the_newest_shown(turned):
    old = tweet("10", text="the worse words", versions=("10",))
    new = tweet("11", text="the words", versions=("10", "11"))

    found = merged(*((new, old) if turned else (old, new)))

    assert [*found.tweets] == ["11"]
    newest = found.tweets["11"]
    assert newest.text == "the words"
    assert newest.copies == (Copy("the worse words", "a", old.place),)
    assert [each.code for each in newest.problems] == ["edited"]
    assert found.versions == {"10": "11"}


def test_links_to_any_version_lead_to_the_one_that_is_shown():
    old = tweet("10", versions=("10", "11"))
    new = tweet("11", versions=("10", "11"))
    reply, quote = tweet("20", reply_to="10"), tweet("21", quotes="11")
    repeat = tweet("22", repeats="10", reply_to=None)

    told = merged(old, new, reply, quote, repeat)
    turns, folded, originals = fold_retweets(told.tweets, told.versions)
    links = stated_links(turns, originals, told.versions)

    assert {child: those[0].to for child, those in links.items()} == {
        "20": "11",
        "21": "11",
    }
    assert "another version of 11" in links["20"][0].evidence
    assert [each.id for each in folded["11"]] == ["22"]
    assert ghosts(turns, links, folded) == {}


def test_an_edit_whose_newest_version_is_not_there_stands_by_the_newest_that_is():
    told = merged(tweet("10", versions=("10", "11")), tweet("20", reply_to="11"))

    assert told.versions == {"11": "10"}
    assert {*told.tweets} == {"10", "20"}


def test_copies_that_contradict_each_other_on_a_link_are_told_of_with_both_places():
    one = tweet("9", text="longer words", reply_to="1", place=place("a.json"))
    two = tweet("9", reply_to="2", text="longer words", place=place("b.json"))

    found = merged(two, one).tweets["9"]

    assert found.reply_to == "1"
    (problem,) = found.problems
    assert problem.code == "differing-copy"
    assert problem.place.file == "a.json"
    assert "b.json" in problem.message
    assert "replies to 2" in problem.message


def test_copies_whose_stamps_differ_by_more_than_rounding_are_told_of():
    one = tweet("9", clock="12:00", text="words and more")
    near, far = tweet("9", clock="12:00:59"), tweet("9", clock="13:00")

    assert merged(one, near._replace(text="words and more")).tweets["9"].problems == ()
    (problem,) = merged(one, far._replace(text="words and more")).tweets["9"].problems
    assert "13:00:00 UTC" in problem.message


def test_a_renamed_author_with_one_account_id_is_no_difference():
    one = tweet("9", author=None, place=place("a"))._replace(
        author=Account("old_name", None, "7")
    )
    two = one._replace(author=Account("new_name", None, "7"), place=place("b"))

    found = merged(one, two).tweets["9"]

    assert found.copies == ()
    assert found.author.handle == "old_name"


def test_a_text_that_a_tool_rewrote_gives_way_to_the_words_as_tweeted():
    sent = at("12:00")
    id_ = snowflake(sent)
    whole = tweet(id_, text="@a Look: https://t.co/x and more words")
    rewritten = tweet(
        id_, text="Look: https://example.org/long and more words", cut=True
    )

    found = merged(rewritten, whole).tweets[id_]

    assert found.text == whole.text
    assert found.copies == ()


def test_an_author_known_by_id_is_named_by_another_tweet_of_the_same_account():
    by_id = tweet("1", author=None, author_id="7")
    whole = tweet("2", author=None)._replace(author=Account("mod_russia", None, "7"))

    assert merged(by_id, whole).tweets["1"].author == whole.author


@pytest.mark.parametrize("shape", ["mastodon", "bluesky-thread"])
def test_ids_of_other_platforms_are_not_read_as_times(shape):
    id_ = snowflake(at("09:00"))
    child = tweet("114000000000000000", reply_to=id_, place=place(shape=shape))

    (spat,) = spats(child)

    assert {turn.tweet.id: turn.tweet.sent for turn in spat.turns} == {
        id_: None,
        child.id: at("12:00"),
    }
    assert [turn.problems for turn in spat.turns] == [(), ()]


def test_a_record_that_claims_anothers_tweet_as_its_version_does_not_swallow_it():
    victim = tweet("10", "mod_russia", text="we did not")
    claim = tweet("11", "evil", text="we did", versions=("10", "11"))

    found = merged(victim, claim)

    assert found.tweets["10"] == victim
    assert found.versions == {}
    assert [each.code for each in found.tweets["11"].problems] == [
        "contradicting-versions"
    ]


def test_a_stranger_who_names_a_tweet_as_his_version_swallows_it_nowhere():
    alice, bob = tweet("10", "alice", text="ok"), tweet("12", "bob", text="ok")
    mallory = tweet("11", "mallory", text="ok", versions=("10", "11", "12"))

    found = merged(alice, bob, mallory)

    assert {id_: each.author.handle for id_, each in found.tweets.items()} == {
        "10": "alice",
        "11": "mallory",
        "12": "bob",
    }


def test_what_an_earlier_version_answers_is_not_lost():
    old = tweet("10", reply_to="5", versions=("10", "11"))
    new = tweet("11", text="words, edited", reply_to=None)

    assert merged(old, new).tweets["11"].reply_to == "5"


def test_a_reply_to_ones_own_earlier_version_is_no_answer_to_oneself():
    old = tweet("10", versions=("10", "11"))
    new = tweet("11", text="words, edited", reply_to="10")

    assert merged(old, new).tweets["11"].reply_to is None


def test_a_newest_version_without_words_does_not_stand_for_one_with_words():
    old = tweet("10", text="first words", versions=("10", "11"))
    ghost = tweet("11", author=None, clock=None, text=None, state="missing")

    found = merged(ghost, old)

    assert [each.text for each in found.tweets.values()] == ["first words"]
    assert found.tweets["10"].copies == ()


def test_a_notice_on_any_version_holds_for_the_tweet():
    old = tweet("10", text="first words", versions=("10", "11"))
    new = tweet("11", text="second words", versions=("10", "11"))

    found = merged(old, new, notice("10"))

    assert found.tweets["11"].state == "deleted"
    assert [each.code for each in found.problems] == []


def test_a_case_holds_a_tweet_by_the_id_of_any_version():
    told = merged(
        tweet("10", text="first words", versions=("10", "11")),
        tweet("11", text="second words"),
        tweet("20"),
    )
    held = case("10 20", ("Foreign Policy", "20 10"), title="The spat")
    heap = Heap((), told.tweets, (held,), (), versions=told.versions)

    (spat,) = reconstruct(heap)

    assert {turn.tweet.id for turn in spat.turns} == {"11", "20"}


@pytest.mark.parametrize("turned", [False, True])
def test_what_became_of_a_tweet_is_told_by_any_of_its_copies(turned):
    here = tweet("1")
    gone = tweet("1", state="deleted", sources=("delete event",))

    found = merged(*((gone, here) if turned else (here, gone))).tweets["1"]

    assert (found.state, found.sources) == ("deleted", ("delete event",))


@pytest.mark.parametrize("turned", [False, True])
def test_two_records_of_one_place_are_merged_alike_in_every_order(turned):
    one, other = tweet("1", "alice"), tweet("1", "mallory")

    found = merged(*((other, one) if turned else (one, other))).tweets["1"]

    assert found.author.handle == "alice"
    assert [copy.author for copy in found.copies] == ["mallory"]


def test_one_tweet_in_two_archives_is_claimed_by_both():
    records = [
        tweet("1", author=None, place=place(f"{each}/tweets.js", shape=ARCHIVE))
        for each in "ab"
    ]
    owners = [
        Owner(Account(handle), place(f"{each}/account.js"))
        for each, handle in (("a", "alice"), ("b", "bob"))
    ]

    found = merged(*records, *owners).tweets["1"]

    assert found.author.handle == "alice"
    assert [copy.author for copy in found.copies] == ["bob"]
