"""A scan tells what a load tells, where records of one tweet contradict each other.

Each test is the smallest heap of those, made at random, that the two once told
differently.
"""

import json

import pytest
from make import status
from make_v2 import refers
from scanning import WAYS, as_large, lines, loaded, scanned, with_numpy

from tweetspat.model import Side
from tweetspat.scan import Reading, scan

A, B, C, D = (
    status(f"10:0{number}", name, f"from {name}", last=number)
    for number, name in enumerate(("alice", "bob", "carol", "dave"))
)
LOST = "697721746224054272"


@pytest.fixture(autouse=True, params=WAYS)
def _way(request, monkeypatch):
    with_numpy(monkeypatch, wanted=request.param)


def tweet_v2(of, text="words", **more):
    """Return a status as API v2 has it; by whom, and what it points at, is `more`."""
    kinds = {
        kind: more.pop(kind)
        for kind in ("replied_to", "quoted", "retweeted")
        if kind in more
    }
    return (
        {"id": of["id_str"], "text": text} | more | (refers(**kinds) if kinds else {})
    )


def posts(path, *made):
    """Write a page of API v2 for each tweet."""
    return lines(path, [{"data": [each]} for each in made])


def agreed(paths, folder, join="auto", sides=()):
    """Return what a scan tells, once it was seen that a load tells the same."""
    told = scanned(paths, folder, join, sides)
    names, reading = [*map(str, paths)], Reading(infer="off", sides=tuple(sides))
    found = scan(names, str(folder / "more"), reading, join=join)

    assert told == loaded(paths, join, sides)
    assert [found.spat(number) for number in found.ranked] == told.spats
    return told


# Which copy is the richest.


def test_of_copies_that_tell_the_same_the_longest_words_count_in_every_shape(tmp_path):
    short = tweet_v2(A, text="words", conversation_id="1")
    long = tweet_v2(A, text="more words", conversation_id=LOST)
    quote = tweet_v2(B, quoted=LOST)
    path = posts(tmp_path / "a.jsonl", short, long, quote)

    (summary,) = agreed([path], tmp_path).summaries

    assert summary.tweets == 2


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_repeats_are_told_of_the_file_whose_words_are_fewer(
    tmp_path, monkeypatch, names
):
    as_large(monkeypatch)
    others = [status("11:00", "x", f"{number}", last=number) for number in range(9)]
    longer = A | {"full_text": "one &amp; the other, whole"}
    shorter = A | {"full_text": "one &amp;&amp;&amp;&amp;&amp;&amp;&amp; whole"}
    paths = [
        lines(tmp_path / f"{name}.jsonl", [each, *others[half::2]])
        for half, (name, each) in enumerate(zip(names, (longer, shorter), strict=True))
    ]

    told = agreed(paths, tmp_path)

    (duplicate,) = (each for each in told.problems if each.code == "duplicate")
    assert duplicate.place.file == str(paths[1])


def test_what_the_richest_copy_lacks_is_filled_from_the_next_richest(tmp_path):
    best = tweet_v2(A, text="the longest of all the words")
    little = tweet_v2(A, text="words", conversation_id=C["id_str"])
    more = tweet_v2(A, text="words and words", conversation_id=B["id_str"])
    path = posts(tmp_path / "a.jsonl", tweet_v2(B), tweet_v2(C), best, little, more)

    told = agreed([path], tmp_path)

    assert [each.tweets for each in told.summaries] == [2, 1]
    assert {turn.tweet.id for turn in told.spats[0].turns} == {A["id_str"], B["id_str"]}


def test_an_author_without_an_id_gets_that_of_a_copy_with_the_same_handle(tmp_path):
    bare = A | {"full_text": "longer words", "user": {"screen_name": "Alice"}}
    named = A | {"user": A["user"] | {"screen_name": "alice"}}
    again = C | {"user": A["user"] | {"screen_name": "alice_2"}}
    other = D | {"user": {"id": 7, "id_str": "7", "screen_name": "alice"}}
    thread = [bare, named]
    for each in (again, other, B):
        answers = {"in_reply_to_status_id_str": A["id_str"]}
        thread.append(each | answers)
    path = lines(tmp_path / "a.jsonl", thread)

    (summary,) = agreed([path], tmp_path).summaries

    assert summary.voices == ("Alice", "alice", "bob")


# Whose a lost tweet is.


def test_a_handle_counts_for_the_reply_that_stands_in_the_same_record(tmp_path):
    reply = tweet_v2(A, "longer words", replied_to=LOST)
    mention = A | {"in_reply_to_screen_name": "carol", "full_text": "words"}
    paths = [
        posts(tmp_path / "a.jsonl", reply),
        lines(tmp_path / "b.jsonl", [mention]),
    ]

    (spat,) = agreed(paths, tmp_path).spats

    tweets = {turn.tweet.id: turn.tweet for turn in spat.turns}
    assert tweets[A["id_str"]].reply_to == LOST
    assert tweets[LOST].author is None


def test_an_id_below_zero_is_an_account_of_its_own(tmp_path, monkeypatch):
    as_large(monkeypatch)
    answers = {
        "in_reply_to_status_id_str": B["id_str"],
        "in_reply_to_screen_name": "bob",
    }
    odd = by(D, "bob", "-1")
    path = lines(tmp_path / "a.jsonl", [A | answers, B, C | answers, odd | answers])

    (summary,) = agreed([path], tmp_path).summaries

    assert sorted(summary.voices) == ["alice", "bob", "bob", "carol"]


def test_whom_a_copy_answers_by_name_only_is_kept(tmp_path, monkeypatch):
    as_large(monkeypatch)
    mention = A | {"in_reply_to_screen_name": "carol"}
    path = lines(tmp_path / "a.jsonl", [A, mention, B, C])

    told = agreed([path], tmp_path)

    assert told.spats[0].turns[0].tweet.reply_handle == "carol"


# Accounts that tweets of other conversations tell of.


def by(of, handle, id_, **more):
    """Return a status by an account; without an id where that is None."""
    user = {"screen_name": handle, "name": handle}
    return of | {"user": user | ({"id": int(id_), "id_str": id_} if id_ else {})} | more


def test_an_account_that_was_renamed_elsewhere_stands_on_the_side_of_its_handle(
    tmp_path,
):
    renamed = by(C, "alicia", "1")
    path = lines(tmp_path / "a.jsonl", [by(A, "alice", "1"), B, renamed, D])
    sides = [Side("A", ("alice",)), Side("B", ("bob",))]

    told = agreed([path], tmp_path, sides=sides)

    stand = {turn.tweet.id: turn.side for spat in told.spats for turn in spat.turns}
    assert [stand[each["id_str"]] for each in (A, B, C, D)] == ["A", "B", "A", None]


def test_a_handle_that_two_accounts_had_is_no_ones_where_one_of_them_speaks(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)
    answers = {"in_reply_to_status_id_str": A["id_str"]}
    thread = [by(A, "alice", "1"), by(B, "alice", None, **answers)]
    path = lines(tmp_path / "a.jsonl", [*thread, by(C, "alice", "2"), D])

    summaries = agreed([path], tmp_path).summaries

    assert [each.voices for each in summaries] == [
        ("alice", "alice"),
        ("alice",),
        ("dave",),
    ]


def test_a_handle_that_two_have_by_retweets_only_is_not_one_accounts(tmp_path):
    answers = {"in_reply_to_status_id_str": A["id_str"]}
    thread = [by(A, "alice", "1"), by(B, "alice", None, **answers)]
    repeat = by(C, "alice", "2", retweeted_status=D)
    path = lines(tmp_path / "a.jsonl", [*thread, repeat])

    summaries = agreed([path], tmp_path).summaries

    assert summaries[0].voices == ("alice", "alice")


# Authors that are named elsewhere.


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_an_author_is_called_what_the_oldest_tweet_under_the_handle_tells(
    tmp_path, names
):
    first, unsigned, last = (
        each | {"user": A["user"] | {"name": name}}
        for each, name in ((A, "Alice"), (C, None), (D, "A former Alice"))
    )
    bare = tweet_v2(unsigned, author_id=A["user"]["id_str"])
    paths = [
        lines(tmp_path / f"{names[0]}.jsonl", [last, first]),
        posts(tmp_path / f"{names[1]}.jsonl", bare),
    ]

    told = agreed(paths, tmp_path)

    turns = {turn.tweet.id: turn for spat in told.spats for turn in spat.turns}
    assert turns[C["id_str"]].tweet.author.name == "Alice"


# Links.


def test_who_quotes_and_answers_one_tweet_quotes_it_once(tmp_path):
    quoted = {"quoted_status_id_str": B["id_str"], "quoted_status": B}
    reply = {"in_reply_to_status_id_str": A["id_str"]}
    told = {"id": C["id_str"], "author": "carol", "text": C["full_text"]}
    case = tmp_path / "case.json"
    case.write_text(
        json.dumps({"tweetspat": 1, "tweets": [told | {"answers": B["id_str"]}]})
    )
    paths = [case, lines(tmp_path / "a.jsonl", [A, C | quoted | reply])]

    found = agreed(paths, tmp_path, "replies")

    quoting = [turn.quoted_by for spat in found.spats for turn in spat.turns]
    assert sorted(map(len, quoting)) == [0, 0, 1]


def test_a_lost_tweet_of_a_case_stays_in_it(tmp_path):
    earlier = {"tweets": [{"id": A["id_str"], "state": "missing"}]}
    own = tmp_path / "own.json"
    own.write_text(json.dumps({"schema": "tweetspat/1", "spats": [earlier]}))
    repeat = tweet_v2(B, retweeted=A["id_str"])
    quote = D | {
        "quoted_status_id_str": B["id_str"],
        "in_reply_to_status_id_str": LOST,
    }
    paths = [
        own,
        posts(tmp_path / "a.jsonl", repeat),
        lines(tmp_path / "b.jsonl", [quote]),
    ]

    assert len(agreed(paths, tmp_path, "all").spats) == 2


@pytest.mark.parametrize("length", [2, 3])
def test_retweets_in_a_ring_are_shown_as_tweets_that_repeat_each_other(
    tmp_path, monkeypatch, length
):
    as_large(monkeypatch)
    those = (A, B, C)[:length]
    ring = [
        each | {"retweeted_status": those[(number + 1) % length]}
        for number, each in enumerate(those)
    ]
    into = D | {"retweeted_status": A}
    path = lines(tmp_path / "a.jsonl", [*ring, into])

    told = agreed([path], tmp_path)

    codes = [[odd.code for odd in t.problems] for s in told.spats for t in s.turns]
    assert len(told.spats) == length + 1
    assert all("loop" in each for each in codes)


# Edits.


def edited(of, *versions, **more):
    """Return a post that names others as versions of it."""
    return tweet_v2(of, edit_history_tweet_ids=[e["id_str"] for e in versions], **more)


def test_a_version_that_only_a_history_names_stands_for_its_conversation(tmp_path):
    newest = edited(B, A, B)
    reply = tweet_v2(C, conversation_id=A["id_str"])
    path = posts(tmp_path / "a.jsonl", newest, reply)

    (summary,) = agreed([path], tmp_path).summaries

    assert summary.tweets == 2


def test_what_an_earlier_version_replies_to_the_newest_does(tmp_path):
    first = edited(A, A, B, replied_to=LOST, conversation_id=C["id_str"])
    path = posts(tmp_path / "a.jsonl", first, edited(B, A, B), tweet_v2(C))

    (spat,) = agreed([path], tmp_path).spats

    assert [turn.tweet.id for turn in spat.turns] == [
        LOST,
        B["id_str"],
        C["id_str"],
    ]


@pytest.mark.parametrize("beside", ["quoted", "replied_to"])
def test_a_history_that_names_anothers_tweet_is_told_wherever_that_stands(
    tmp_path, beside
):
    """In another conversation it takes reading both to see whose they are."""
    forged = edited(A, A, B, author_id="1")
    other = tweet_v2(B, author_id="2")
    also = edited(C, B, C, author_id="1")
    pointing = tweet_v2(D, **{beside: A["id_str"]})
    path = posts(tmp_path / "a.jsonl", forged, other, also, pointing)

    told = agreed([path], tmp_path, "replies")

    codes = [odd.code for spat in told.spats for t in spat.turns for odd in t.problems]
    assert codes.count("contradicting-versions") == 2


def test_versions_by_an_account_that_is_named_elsewhere_are_one_tweet(tmp_path):
    first = tweet_v2(A, author_id=C["user"]["id_str"])
    newest = edited(B, A, B, author={"username": "carol"})
    paths = [
        posts(tmp_path / "a.jsonl", first, newest),
        lines(tmp_path / "b.jsonl", [C]),
    ]

    summaries = agreed(paths, tmp_path).summaries

    assert [each.voices for each in summaries] == [("carol",), ("carol",)]


def test_an_odd_stamp_of_an_earlier_version_is_told(tmp_path):
    first = tweet_v2(A, created_at="at noon", author_id="1")
    path = posts(tmp_path / "a.jsonl", first, edited(B, A, B, author_id="1"))

    told = agreed([path], tmp_path)

    assert "bad-stamp" in {each.code for each in told.problems}


# Notices.


def test_a_notice_of_a_tweet_that_any_record_names_is_not_counted(
    tmp_path, monkeypatch
):
    as_large(monkeypatch)

    def deleted(id_):
        one = {"id": int(id_), "id_str": id_, "user_id": 2, "user_id_str": "2"}
        return {"delete": {"status": one, "timestamp_ms": "1457848801000"}}

    by_two = [
        C | {"in_reply_to_status_id_str": id_, "full_text": words}
        for id_, words in (("111", "longer words"), ("222", "words"))
    ]
    notices = map(deleted, ("111", "222", "333", "444"))
    far = {"to": "444", "relation": "quoted", "basis": "metadata", "elsewhere": True}
    own = tmp_path / "own.json"
    tweet = {"id": D["id_str"], "text": "words", "links": [far]}
    own.write_text(
        json.dumps({"schema": "tweetspat/1", "spats": [{"tweets": [tweet]}]})
    )

    told = agreed([own, lines(tmp_path / "a.jsonl", [*by_two, *notices])], tmp_path)

    (count,) = (each for each in told.problems if each.code == "notices")
    assert "deleted: 1," in count.message


# Voices.


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("handles", [("Eve", "eve"), ("eve", "Eve")])
def test_voices_whose_handles_differ_in_case_only_stand_in_one_order(
    tmp_path, handles, turned
):
    thread = [A]
    for number, handle in enumerate(handles):
        user = {"id": number + 7, "id_str": f"{number + 7}", "screen_name": handle}
        answers = {"in_reply_to_status_id_str": A["id_str"]}
        thread.append((B, C)[number] | {"user": user} | answers)
    path = lines(tmp_path / "a.jsonl", thread[::-1] if turned else thread)

    (summary,) = agreed([path], tmp_path).summaries

    assert summary.voices == ("alice", "Eve", "eve")


@pytest.mark.parametrize("turned", [False, True])
def test_what_histories_contradict_is_told_in_one_order(tmp_path, turned):
    forged = [edited(B, A, B, author_id="1"), edited(B, B, C, author_id="1")]
    others = [tweet_v2(A, author_id="2"), tweet_v2(C, author_id="2")]
    path = posts(tmp_path / "a.jsonl", *(forged[::-1] if turned else forged), *others)

    told = agreed([path], tmp_path)

    named = [
        (A["id_str"] in odd.message, C["id_str"] in odd.message)
        for spat in told.spats
        for turn in spat.turns
        for odd in turn.problems
        if odd.code == "contradicting-versions"
    ]
    assert named == [(True, False), (False, True)]
