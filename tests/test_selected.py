"""Which tweets meet what is asked for: by whom, between whom, when, words, kinds."""

import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, case, heap, tweet

import tweetspat
from tweetspat.model import Account, Bounds, Copy, Media, Side, Spat, TweetId, Url
from tweetspat.problems import NothingFound, Place, UsageError
from tweetspat.reconstruction import Conversations, reconstruct
from tweetspat.selection import KINDS, Selection, met, select, selected, with_handles

HERE = Place("made.json", 1, "$", "api-v1.1")
SIDES = Side("Moscow", ("mod",)), Side("Washington", ("oir",))


def spat_of(*tweets, infer="off", sides=(), cases=()) -> Spat:
    """Return the one spat of some tweets."""
    (spat,) = reconstruct(heap(tweets, *cases), infer=infer, sides=sides)
    return spat


def by(author, id_, *rest, **more):
    """Return a tweet by an account."""
    return tweet(id_, "a", *rest, **more)._replace(author=author)


def chosen(spat, **asked):
    """Return the ids that are selected, in words; "" for none."""
    part = selected(spat, Selection(**asked))
    turns = part.turns if part else ()
    return " ".join(turn.tweet.id for turn in turns if not turn.context)


def context(spat, **asked):
    """Return the ids that stay for context."""
    part = selected(spat, Selection(**asked))
    return " ".join(turn.tweet.id for turn in part.turns if turn.context)


QUARREL = spat_of(
    tweet("1", "mod", "10:00", "We did not."),
    tweet("2", "oir", "10:05", "You did.", reply_to="1"),
    tweet("3", "mod", "10:20", "No @OIR!", reply_to="2"),
    tweet("4", "by", "10:30", "Oh!", reply_to="1"),
    tweet("5", "oir", "12:30", "Look.", quotes="3"),
    sides=SIDES,
)


# By whom.


def test_handles_compare_without_case_and_any_of_several_is_enough():
    assert chosen(QUARREL, by=("MOD",)) == "1 3"
    assert chosen(QUARREL, by=("@mod", "By")) == "1 3 4"


def test_what_a_selected_tweet_points_at_stays_for_context():
    assert context(QUARREL, by=("by",)) == "1"


def test_numbers_and_the_id_are_those_of_the_whole():
    part = selected(QUARREL, Selection(by=("by",)))

    assert [turn.n for turn in part.turns] == [1, 4]
    assert (part.id, part.whole, part.sides) == (QUARREL.id, 5, SIDES)


def test_where_nothing_is_selected_there_is_no_part():
    assert selected(QUARREL, Selection(by=("nobody",))) is None


def test_where_nothing_is_left_out_the_part_is_the_whole():
    assert selected(QUARREL, Selection(since=at("09:00"), words="--since")) is QUARREL


def test_a_part_tells_in_words_what_was_asked_for():
    assert selected(QUARREL, Selection(by=("by",), words="--from by")).selected == (
        "--from by"
    )


def renamed(*more):
    """Return accounts of which #7 has had two handles."""
    old, new = Account("Old", None, "7"), Account("new", None, "7")
    return [old, new, Account("old"), Account("other", None, "8"), *more]


@pytest.mark.parametrize("written", ["old", "@NEW", "#7"])
def test_a_handle_means_the_account_by_whatever_handle(written):
    first = by(Account("Old", None, "7"), "1")
    second = by(Account("new", None, "7"), "2", reply_to="1")
    third = by(Account("old"), "3", reply_to="1")
    fourth = by(Account("other", None, "8"), "4", reply_to="1")
    spat = spat_of(first, second, third, fourth)

    asked = with_handles(Selection(by=(written,)), renamed())

    part = selected(spat, asked)
    assert [t.tweet.id for t in part.turns if not t.context] == ["1", "2", "3"]


def test_a_handle_that_two_accounts_have_had_means_both_and_no_other_handle():
    asked = with_handles(Selection(by=("old",)), renamed(Account("old", None, "9")))

    assert asked.keys("old") == {"old"}


def test_whom_nobody_is_is_told_with_the_handle_that_may_be_meant():
    with pytest.raises(NothingFound, match=r"by @oldd \(did you mean @old\?\);"):
        met(Selection(by=("oldd",)), set(renamed()))


def test_an_account_id_that_nobody_has_is_told_as_it_stands():
    with pytest.raises(NothingFound, match="no tweet here is by #9;"):
        met(Selection(by=("#9",)), set(renamed()))


def test_of_several_that_are_named_those_who_are_here_are_enough():
    asked, problems = met(Selection(by=("gone", "new")), set(renamed()))

    assert asked.keys("new") == {"new", "old", "#7"}
    (problem,) = problems
    assert problem.code == "unknown-account"
    assert str(problem) == "no tweet here is by @gone; the others are looked for"


def test_both_of_a_pair_have_to_be_here():
    with pytest.raises(NothingFound, match="no tweet here is by @gone"):
        met(Selection(between=("gone", "new")), set(renamed()))


def test_of_many_that_are_not_here_five_are_named():
    asked = Selection(by=tuple(f"nobody{n}" for n in range(7)))

    with pytest.raises(NothingFound, match="@nobody4 and 2 more;"):
        met(asked, set(renamed()))


def test_a_selection_that_names_nobody_needs_no_authors():
    asked = Selection(grep="x")

    assert met(asked, ()) == (asked, [])
    assert with_handles(asked, ()) is asked


# Between whom.


def test_between_two_are_answers_quotes_names_and_what_is_answered():
    assert chosen(QUARREL, between=("mod", "@OIR")) == "1 2 3 5"
    assert chosen(QUARREL, between=("by", "mod")) == "1 4"
    assert chosen(QUARREL, between=("by", "oir")) == ""


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"text": "Hey ＠Mod, no"}, id="mention"),
        pytest.param({"text": ".@mod's words"}, id="dot"),
        pytest.param({"text": "see https://x.com/Mod/status/1?s=2"}, id="status"),
        pytest.param({"text": "m.twitter.com/#!/mod"}, id="profile"),
        pytest.param(
            {"urls": (Url("t.co/1", "https://twitter.com/mod/status/1"),)}, id="url"
        ),
        pytest.param({"mentions": (Account("MOD"),)}, id="record"),
        pytest.param({"reply_handle": "Mod"}, id="reply-to-nothing"),
    ],
)
def test_a_tweet_that_names_the_other_is_between_them(more):
    spat = spat_of(tweet("1", "a"), tweet("2", "oir", reply_to="1", **more))

    assert chosen(spat, between=("mod", "oir")) == "2"
    assert chosen(spat, between=("mod", "a")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "mod",
        "x@mod.ru",
        "@mod_russia",
        "@mod@other.example",
        "netflix.com/mod",
        "@@mod",
    ],
)
def test_what_only_looks_like_a_name_is_none(text):
    spat = spat_of(tweet("1", "oir", text=text))

    assert chosen(spat, between=("mod", "oir")) == ""


def test_an_account_that_is_named_by_its_id_alone_is_named_in_no_text():
    first = by(Account("mod", None, "7"), "1")
    second = tweet("2", "oir", text="@mod", reply_to="1")
    third = tweet("3", "oir", text="@mod", reply_to="2")

    assert chosen(spat_of(first, second, third), between=("#7", "oir")) == "1 2"


def test_each_tweet_of_a_series_that_is_answered_is_between():
    spat = QUARREL
    answer = spat.turns[4]
    series = answer.links[0]._replace(series=(TweetId("1"), TweetId("3")))
    turns = (*spat.turns[:4], answer._replace(links=(series,)))

    assert chosen(spat._replace(turns=turns), between=("oir", "mod")) == "1 2 3 5"


def test_who_is_quoted_in_another_conversation_is_quoted():
    first, *others = QUARREL.turns
    turns = (first._replace(quoted_by=(tweet("9", "far"),)), *others)

    assert chosen(QUARREL._replace(turns=turns), between=("mod", "far")) == "1"


# When.


def test_since_and_until_keep_what_is_not_known_to_lie_outside():
    assert chosen(QUARREL, since=at("10:05")) == "2 3 4 5"
    assert chosen(QUARREL, until=at("10:05")) == "1"
    assert chosen(QUARREL, since=at("10:01"), until=at("10:21")) == "2 3"


@pytest.mark.parametrize(
    ("bounds", "stays"),
    [
        ((None, None), True),
        ((at("09:00"), at("10:00")), False),
        ((at("09:00"), at("10:01")), True),
        ((at("11:00"), at("12:00")), False),
        ((at("10:59"), None), True),
        ((at("11:00"), None), False),
        ((None, at("10:00")), False),
        ((None, at("10:01")), True),
    ],
)
def test_bounds_that_allow_it_keep_a_tweet(bounds, stays):
    spat = spat_of(tweet("1", clock=None, bounds=Bounds(*bounds)))

    assert chosen(spat, since=at("10:00"), until=at("11:00")) == "1" * stays


def test_a_tweet_of_unknown_time_stays():
    spat = spat_of(tweet("M1", clock=None), cases=[case("M1")])

    assert chosen(spat, since=at("10:00"), until=at("10:01")) == "M1"


# Words.


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("did", "1 2"),
        ("You", "2"),
        ("you", ""),
        ("(?i)you", "2"),
        (r"^\w+!$", "4"),
        ("Look|Oh", "4 5"),
    ],
)
def test_a_regular_expression_is_found_anywhere_and_case_matters(pattern, found):
    assert chosen(QUARREL, grep=pattern) == found


def test_reports_and_copies_that_differ_are_searched_too():
    spat = spat_of(
        tweet("1", text=None, state="reported", paraphrase="He denied it."),
        tweet("2", copies=(Copy("He denied.", None, HERE), Copy(None, None, HERE))),
        tweet("3", reply_to="0"),
        cases=[case("1 2 3")],
    )

    assert chosen(spat, grep="denied") == "1 2"


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("(", "missing"),
        ("x{99999999999}", "too large"),
        ("(" * 9000 + ")" * 9000, "nests too deep|too many|regular"),
    ],
    ids=["open", "count", "deep"],
)
def test_a_broken_pattern_is_a_usage_error(pattern, why):
    with pytest.raises(UsageError, match=why):
        selected(QUARREL, Selection(grep=pattern))


def test_a_pattern_that_python_may_read_otherwise_one_day_warns_nobody():
    assert chosen(QUARREL, grep="[[x]Oh") == ""


# Kinds.


KINDLY = spat_of(
    tweet("1", "mod", "10:00", "Yesterday at 13:55 (MSK) we did not."),
    tweet("2", "oir", "10:05", "You did.", reply_to="1", media=(Media("photo"),)),
    tweet("3", "mod", "10:10", "Look.", quotes="2"),
    tweet("4", "by", "10:20", "RT @mod: Look.", reply_to="3"),
    tweet("5", "oir", "10:30", "What?", reply_to="3", quotes="0"),
    tweet("8", "fan", "10:40", repeats="2"),
    tweet("9", "mod", "10:50", repeats="2"),
    sides=SIDES,
)


@pytest.mark.parametrize(
    ("kind", "those"),
    [
        ("reply", "2 4 5"),
        ("quote", "3 5"),
        ("retweet", "4"),
        ("ghost", "0"),
        ("said-time", "1"),
        ("media", "2"),
        ("bystander", "4"),
    ],
)
def test_each_kind_is_what_it_is_called(kind, those):
    others = [i for i in "0 1 2 3 4 5".split() if i not in those.split()]

    assert chosen(KINDLY, only=frozenset((kind,))) == those
    assert set(chosen(KINDLY, without=frozenset((kind,))).split()) == set(others)


def test_every_kind_is_known():
    assert len(KINDS) == 7


def test_of_several_kinds_any_is_enough_and_none_may_be():
    assert chosen(KINDLY, only=frozenset(("media", "quote"))) == "2 3 5"
    assert chosen(KINDLY, without=frozenset(("media", "quote", "ghost"))) == "1 4"


def test_a_lost_tweet_is_found_by_its_author_where_replies_tell_whose_it_is():
    spat = spat_of(tweet("2", "a", reply_to="1", reply_handle="Gone"))

    assert chosen(spat, by=("gone",)) == "1"


def test_who_is_not_known_is_no_bystander_and_without_sides_nobody_is():
    spat = spat_of(tweet("2", "a", reply_to="1"), sides=SIDES)
    alone = spat_of(tweet("2", "a"))

    assert chosen(spat, only=frozenset(("bystander",))) == "2"
    assert chosen(alone, only=frozenset(("bystander",))) == ""
    assert chosen(alone, without=frozenset(("bystander",))) == "2"


def test_an_inferred_answer_that_is_shown_is_a_reply():
    tweets = tweet("1", "mod", "10:00"), tweet("2", "oir", "10:01", "@mod words")

    assert chosen(spat_of(*tweets, infer="safe"), only=frozenset(("reply",))) == "2"
    assert (
        chosen(spat_of(*tweets, cases=[case("1 2")]), only=frozenset(("reply",))) == ""
    )


def test_a_retweet_by_hand_is_one_be_its_original_here_or_not_and_no_quote():
    words = "These are words long enough to be known again."
    tweets = (
        tweet("1", "mod", "10:00", words),
        tweet("2", "by", text=f"RT @mod: {words}"),
    )

    linked = spat_of(*tweets, infer="safe")

    assert chosen(linked, only=frozenset(("retweet",))) == "2"
    assert chosen(linked, only=frozenset(("quote",))) == ""
    assert chosen(spat_of(tweets[1]), only=frozenset(("retweet",))) == "2"


def retweets(part):
    return {t.tweet.id: [each.by for each in t.retweets] for t in part.turns}


def test_native_retweets_are_selected_with_their_original_for_context():
    part = selected(KINDLY, Selection(only=frozenset(("retweet",))))

    assert retweets(part) == {"2": ["fan", "mod"], "3": [], "4": []}
    assert context(KINDLY, only=frozenset(("retweet",))) == "2 3"


@pytest.mark.parametrize(
    ("more", "who"),
    [
        ({"by": ("fan",)}, ["fan"]),
        ({"between": ("mod", "oir")}, ["mod"]),
        ({"until": at("10:45"), "since": at("10:35")}, ["fan"]),
        ({"grep": "You did"}, ["fan", "mod"]),
        ({"without": frozenset(("bystander",))}, ["mod"]),
        ({"without": frozenset(("media",))}, ["fan", "mod"]),
    ],
    ids=str,
)
def test_a_native_retweet_meets_all_that_is_asked_for(more, who):
    part = selected(KINDLY, Selection(only=frozenset(("retweet",)), **more))

    assert retweets(part)["2"] == who


def test_a_native_retweet_whose_words_or_sender_do_not_fit_is_left_out():
    asked = {"only": frozenset(("retweet",))}

    assert selected(KINDLY, Selection(by=("oir",), **asked)) is None
    assert selected(KINDLY, Selection(grep="nowhere", **asked)) is None


def test_without_retweets_the_part_says_that_it_is_one():
    part = selected(KINDLY, Selection(without=frozenset(("retweet",)), by=("oir",)))
    quiet = spat_of(tweet("1"))

    assert retweets(part) == {"0": [], "1": [], "2": [], "3": [], "5": []}
    assert selected(quiet, Selection(without=frozenset(("retweet",)))) is quiet


def test_where_only_retweets_are_left_out_the_tweets_are_all_of_them():
    spat = spat_of(tweet("1"), tweet("2", "b", repeats="1"))

    part = selected(spat, Selection(without=frozenset(("retweet",)), words="w"))

    assert (part.whole, len(part.turns), part.selected) == (1, 1, "w")


def test_else_they_go_with_what_they_repeat():
    assert retweets(selected(KINDLY, Selection(by=("oir",))))["2"] == ["fan", "mod"]


# All together.


def test_everything_that_is_asked_for_has_to_be_met():
    assert chosen(QUARREL, by=("mod", "by"), since=at("10:10"), grep="!") == "3 4"


def test_it_is_looked_for_in_a_part():
    part = selected(QUARREL, Selection(by=("oir",)), {"1", "2"})

    assert [(t.tweet.id, t.context) for t in part.turns] == [("1", True), ("2", False)]


def test_a_selection_that_knows_its_accounts_can_be_handed_to_a_process():
    asked = with_handles(Selection(by=("old",), grep="x"), renamed())

    assert pickle.loads(pickle.dumps(asked)) == asked


IDS = [str(n) for n in range(8)]


@st.composite
def spats(draw: st.DrawFn) -> Spat:
    anything = st.sampled_from([None, *IDS])
    tweets = [
        tweet(i, draw(st.sampled_from("ab")), reply_to=draw(anything)) for i in IDS
    ]
    return max(reconstruct(heap(tweets)), key=lambda spat: len(spat.turns))


KIND_SETS = st.frozensets(st.sampled_from(KINDS), max_size=2)
ASKED = st.tuples(
    st.sampled_from([(), ("a",)]),
    st.sampled_from([None, ("a", "b")]),
    st.none(),
    st.none(),
    st.none(),
    KIND_SETS,
    KIND_SETS,
).map(lambda those: Selection(*those))


@given(spats(), ASKED)
@settings(max_examples=100, deadline=None)
def test_a_part_is_what_select_makes_of_the_ids(spat, asked):
    part = selected(spat, asked)

    ids = [t.tweet.id for t in part.turns if not t.context] if part else []
    assert part is None or part == select(spat, ids)


# The library.


def test_reconstruct_returns_the_selected_parts():
    told = heap([tweet("1"), tweet("2", "b", reply_to="1"), tweet("3", "c")])

    spats = tweetspat.reconstruct(told, selection=tweetspat.Selection(by=("B",)))

    assert [spat.id for spat in spats] == ["1"]
    assert [turn.context for turn in spats[0].turns] == [True, False]
    assert (
        tweetspat.reconstruct(
            told, selection=Selection(since=datetime(2017, 1, 1, tzinfo=UTC))
        )
        == []
    )


def test_authors_are_those_of_tweets_retweets_and_lost_ones():
    told = heap(
        [
            tweet("2", "a", reply_to="1", reply_handle="gone"),
            tweet("3", "fan", repeats="2"),
            tweet("4", None),
        ]
    )

    handles = {each.handle for each in Conversations(told).authors()}

    assert handles == {"a", "fan", "gone"}
