"""What is inferred where nothing is stated: which evidence counts, and its doubts."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inferring import asked, inferred, shown
from make import at, snowflake, status, tweet, written
from shown import run

from tweetspat.model import Account, Source, Tweet, TweetId

WORDS = "50,000 Syrians were deprived of medical services"
WARREN = Account("OIRspox", "Col. Steve Warren", "5")


EVIDENCE = ("media_source", "status_url", "numbering", "mention", "name")
EVERYTHING = [
    tweet("1", "a", "12:00", "picture"),
    tweet("2", "b", "12:01", "linked"),
    tweet("3", "w", "12:02", "1/2"),
    tweet("4", "m", "12:03", "addressed"),
    tweet("5", None, "12:04", "named")._replace(author=WARREN),
    tweet("6", "x", "12:05", "stated"),
    tweet(
        "7",
        "w",
        "12:06",
        "@m Col. Warren is wrong https://x.com/b/status/2 2/2",
        copied_from=(Source(TweetId("1")),),
    ),
]


@pytest.mark.parametrize(("to", "basis"), [*enumerate(EVIDENCE, 1)])
def test_where_the_stronger_evidence_is_switched_off_the_next_one_speaks(to, basis):
    found = inferred(*EVERYTHING, without=EVIDENCE[: to - 1])

    assert {child: (each.to, each.basis) for child, each in found.items()} == {
        "7": (str(to), basis)
    }


def test_where_all_evidence_is_switched_off_nothing_is_inferred():
    assert inferred(*EVERYTHING, without=EVIDENCE) == {}


def test_quoted_words_are_stronger_than_a_number_and_weaker_than_a_copied_picture():
    tweets = (
        tweet("1", "m", "12:00", "another picture"),
        tweet("2", "m", "12:01", WORDS),
        tweet("3", "w", "12:02", "1/2"),
        tweet(
            "4",
            "w",
            "12:03",
            f"RT @m: {WORDS} 2/2",
            copied_from=(Source(TweetId("1")),),
        ),
    )

    assert inferred(*tweets)["4"].to == "1"
    assert inferred(*tweets, without=["media_source"])["4"].to == "2"
    off = inferred(*tweets, without=["media_source", "manual_retweet"])
    assert off["4"].to == "3"


def test_what_is_stated_is_stronger_than_all_evidence():
    *others, last = EVERYTHING
    tweets = [*others, last._replace(reply_to=TweetId("6"))]

    first, *besides = shown(tweets, infer="wide")[TweetId("7")]

    assert (first.to, first.relation, first.stated) == ("6", "replied_to", True)
    assert [(each.to, each.basis) for each in besides] == [("2", "status_url")]


@pytest.mark.parametrize(
    "tweets",
    [
        EVERYTHING,
        [tweet("1", "m", "12:00", WORDS), tweet("2", "w", "12:01", f"RT @m: {WORDS}")],
        [tweet("1", "m", "12:00"), tweet("2", "w", "12:01", reply_handle="m")],
    ],
    ids=["much", "quotation", "reply-by-name"],
)
def test_with_inference_off_nothing_is_linked_that_is_not_stated(tweets):
    assert any(shown(tweets, infer="wide").values())
    assert not any(shown(tweets, infer="off").values())


def test_a_tweet_that_an_earlier_output_spoke_of_is_as_it_was(tmp_path):
    first = status("12:00")
    heard = status("12:10", "w", f"@mod_russia {WORDS}")
    path = written(tmp_path, "thread.json", [first, heard])
    off = run("show", "--infer", "off", "--format", "json", path).stdout

    again = run("show", "--infer", "wide", "--format", "json", "-", given=off).stdout

    assert b'"mention"' not in again
    wide = run("show", "--infer", "wide", "--format", "json", path).stdout
    assert b'"mention"' in wide


FORMS = (
    "words of nobody",
    "@a no",
    ".@b no",
    "@c @a no",
    "no, @b",
    "@c's claims are wrong",
    "@d who",
    "RT @a: words of nobody",
    "“@b: words of nobody” no",
    "1/2 one",
    "2/2 two",
    "Col. Warren is wrong",
    "https://x.com/a/status/{}",
    "@a https://twitter.com/c/status/{}/photo/1",
)
IDS = [snowflake(at("12:00"), n) for n in range(12)]
NAMES = {"a": "Col. Steve Warren", "b": "Ann", "c": "Bob Carter"}


@st.composite
def heaps(draw: st.DrawFn) -> list[Tweet]:
    """Draw tweets of three accounts that may point at each other in any way."""
    pointers = st.sampled_from([None, None, None, *IDS])
    found = []
    for id_ in draw(st.lists(st.sampled_from(IDS), max_size=9, unique=True)):
        key = draw(st.sampled_from("abc"))
        copied, reply = draw(pointers), draw(pointers)
        made = tweet(
            id_,
            None,
            f"{draw(st.integers(0, 23))}:00",
            draw(st.sampled_from(FORMS)).format(draw(st.sampled_from(IDS))),
            reply_to=reply,
            reply_handle=draw(st.sampled_from([None, "b"])),
            quotes=draw(pointers),
            copied_from=(Source(copied, "1"),) if copied else (),
            mentions=draw(st.sampled_from([(), (Account("a"),), (Account("c"),)])),
        )
        account = Account(key, NAMES[key], draw(st.sampled_from([None, key])))
        found.append(made._replace(author=account))
    return found


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_stated_links_are_the_same_with_and_without_inference(tweets):
    off = shown(tweets, infer="off")

    for infer in ("safe", "wide"):
        for id_, links in shown(tweets, infer=infer).items():
            stated = tuple(link for link in links if link.stated)
            assert [link[:6] for link in stated] == [
                link[:6] for link in off.get(id_, ())
            ]
            assert links[: len(stated)] == stated


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_an_inferred_link_is_told_to_be_one_with_its_doubts(tweets):
    found = shown(tweets, infer="wide")

    for links in found.values():
        for link in links:
            if link.stated:
                continue
            assert link.basis not in {"metadata", "source_claim", "nested"}
            assert 0.7 <= link.confidence < 1
            assert link.confidence <= link.confidence_conversation < 1
            assert link.evidence
            assert len(link.alternatives) <= 3
            assert link.to not in {to for to, _ in link.alternatives}
            assert {to for to, _ in link.alternatives} <= found.keys()
            others = sum(confidence for _, confidence in link.alternatives)
            assert link.confidence + others <= 1.002
            assert link.to == (link.series or (link.to,))[-1]


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_nothing_is_inferred_to_be_an_answer_to_what_comes_later(tweets):
    known = {each.id: each for each in tweets}

    for child, links in shown(tweets, infer="wide").items():
        for link in links:
            if not link.stated and link.to in known:
                assert known[link.to].rank < known[child].rank


@pytest.mark.parametrize(("infer", "least"), [("safe", 0.9), ("wide", 0.7)])
@given(tweets=heaps())
@settings(max_examples=60, deadline=None)
def test_only_links_of_so_much_confidence_are_shown(infer, least, tweets):
    for links in shown(tweets, infer=infer).values():
        assert all(link.confidence >= least for link in links)


@given(heaps(), st.integers())
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_input_does_not_matter(tweets, seed):
    shuffled = tweets.copy()
    Random(seed).shuffle(shuffled)

    assert inferred(*shuffled) == inferred(*tweets)


def test_the_machine_does_not_matter(tmp_path):
    told = [
        status(
            f"{12 + n // 6}:{n % 6}0",
            f"account{n % 5}",
            f"@account{n * 3 % 5} @account{n * 7 % 5} word{n % 4} word{n % 9} again",
        )
        for n in range(30)
    ]
    path = written(tmp_path, "thread.json", told)

    seen = {
        run(
            "show",
            "--infer",
            "wide",
            "--format",
            "json",
            path,
            PYTHONHASHSEED=seed,
            TZ=tz,
        ).stdout
        for seed, tz in (("1", "UTC"), ("2", "Asia/Kathmandu"))
    }

    assert len(seen) == 1
    assert b'"basis":"mention"' in seen.pop().replace(b" ", b"")


def test_tweets_without_times_and_texts_infer_nothing():
    tweets = (
        tweet("1", "m", None, None),
        tweet("2", "w", "12:00", None),
        tweet("3", "m", "12:10", ""),
        tweet("4", "w", None, "@m no"),
    )

    assert asked(*tweets).links == {}
    assert asked().links == {}
