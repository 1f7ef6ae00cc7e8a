"""Tweets that are named by their ids: status URLs, and pictures that were copied."""

from random import Random

import pytest
from inferring import asked, inferred
from make import at, heap, snowflake, turns, tweet

from tweetspat.inference.pointers import status_urls
from tweetspat.model import Account, Source, Url
from tweetspat.reconstruction import reconstruct

FIRST, LOST, LAST = (snowflake(at(clock)) for clock in ("12:00", "12:10", "12:20"))
MOD = "https://twitter.com/MOD_Russia/status/"
LONG = 20_000


def linking(text, *urls, **more):
    """Return what a tweet of @w links to, by the ids that its URLs name."""
    links = tuple(Url("https://t.co/a", url) for url in urls)
    return [*status_urls(tweet("9", "w", "12:30", text, urls=links, **more))]


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/m/status/1",
        "http://twitter.com/m/status/1",
        "https://www.twitter.com/m/status/1",
        "https://mobile.twitter.com/m/status/1",
        "https://m.twitter.com/m/status/1",
        "https://x.com/m/status/1",
        "https://mobile.x.com/m/status/1",
        "https://X.com/M/status/1",
        "https://twitter.com/m/statuses/1",
        "https://twitter.com/statuses/1",
        "https://twitter.com/#!/m/status/1",
        "https://twitter.com/i/web/status/1",
        "https://x.com/i/status/1",
        "https://twitter.com/m/status/1?s=20&t=abc",
        "https://twitter.com/m/status/1#more",
        "https://twitter.com/m/status/1/",
        "https://twitter.com/m/status/1/photo/1",
        "https://twitter.com/m/status/1/video/1",
        "https://nitter.net/m/status/1#m",
        "https://nitter.example.org/m/status/1",
        "https://my-nitter.example.org/m/status/1",
        "https://fxtwitter.com/m/status/1",
        "https://vxtwitter.com/m/status/1",
        "https://fixupx.com/m/status/1",
        "https://xcancel.com/m/status/1",
        "https://web.archive.org/web/20160211/https://twitter.com/m/status/1",
        "twitter.com/m/status/1",
        "x.com/m/status/1",
    ],
)
def test_a_status_url_names_a_tweet_whatever_site_shows_it(url):
    (short,) = linking("look https://t.co/a", url)
    (written,) = linking(f"look ({url}), wrong")

    assert short.id == written.id == "1"
    assert (short.handle or "m").lower() == "m"
    assert (short.handle is None) == ("/i/" in url or ".com/statuses" in url)


@pytest.mark.parametrize(
    "url",
    [
        "https://twitter.com/m",
        "https://twitter.com/m/status/",
        "https://twitter.com/m/status/abc",
        "https://twitter.com/m/status/12345678901234567890",
        "https://twitter.com/m/lists/status/1",
        "https://example.com/m/status/1",
        "https://netflix.com/m/status/1",
        "https://evil-x.com/m/status/1",
        "https://nottwitter.com/m/status/1",
        "https://twitter.com.example.org/m/status/1",
        "https://api.twitter.com/m/status/1",
        "https://knitter.example.org/m/status/1",
        "https://t.co/status/1",
    ],
)
def test_other_addresses_name_no_tweet(url):
    assert linking(f"look {url}", url) == []


def test_every_tweet_is_named_once_and_never_itself():
    url = "https://x.com/m/status/{}".format
    own = "https://twitter.com/w/status/9/photo/1"

    found = linking(f"{url(1)} {url(2)}", url(2), own, url(1), url(3))

    assert [each.id for each in found] == ["2", "1", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "https://x.com/" * LONG,
        "https://x.com/a/status/" * LONG,
        "x.com/" * LONG,
        "nitter." * LONG,
        "nitter-" * LONG,
        "www." * LONG,
        "a/" * LONG,
        "https://" * LONG,
        "-" * LONG,
    ],
    ids=range(9),
)
def test_the_addresses_of_a_long_text_are_found_in_one_go(text):
    assert linking(text + "/status/") == []


def test_a_link_to_a_status_quotes_it():
    tweets = (
        tweet(FIRST, "m", "12:00"),
        tweet("9" * 18, "w", "12:30", f"wrong {MOD}{FIRST}"),
    )

    link = inferred(*tweets)["9" * 18]

    assert (link.to, link.relation, link.basis) == (FIRST, "quoted", "status_url")
    assert link.evidence == f"links to {MOD}{FIRST}"
    assert not link.stated
    assert 0.9 <= link.confidence < 1


def test_a_link_to_a_status_that_came_later_quotes_nothing():
    tweets = (
        tweet(FIRST, "w", "12:00", f"{MOD}{LAST} {MOD}{LOST}"),
        tweet(LOST, "m", "12:10"),
    )

    assert inferred(*tweets) == {}


def test_where_stamps_and_ids_contradict_the_stamps_tell_what_came_later():
    tweets = (
        tweet(FIRST, "m", "13:00"),
        tweet(LAST, "w", "12:20", f"{MOD}{FIRST}"),
    )

    assert inferred(*tweets) == {}


def test_a_status_that_is_lost_becomes_a_ghost_of_the_author_that_the_url_tells():
    tweets = [tweet(LAST, "w", "12:20", "wrong", urls=(Url("t", f"{MOD}{LOST}"),))]

    found = turns(reconstruct(heap(tweets)))

    ghost = found[LOST].tweet
    assert found[LAST].links[0].to == LOST
    assert (ghost.state, ghost.author) == ("missing", Account("MOD_Russia"))
    assert (ghost.sent, ghost.sent_basis) == (at("12:10"), "id")


def test_a_url_that_tells_no_author_leaves_the_ghosts_author_open():
    url = f"https://twitter.com/i/web/status/{LOST}"

    found = turns(reconstruct(heap([tweet(LAST, "w", "12:20", url)])))

    assert found[LOST].tweet.author is None


@pytest.mark.parametrize("seed", range(4))
def test_where_urls_tell_several_authors_the_order_of_the_input_does_not_choose(seed):
    said = [f"https://x.com/{by}/status/{LOST}" for by in "mxa"]
    tweets = [tweet(f"{LAST}{n}", f"w{n}", "12:20", url) for n, url in enumerate(said)]
    Random(seed).shuffle(tweets)

    found = turns(reconstruct(heap(tweets)))

    assert found[LOST].tweet.author == Account("a")


def test_a_reply_that_links_to_a_status_quotes_it_besides():
    tweets = [
        tweet(FIRST, "m", "12:00"),
        tweet(LOST, "x", "12:10"),
        tweet(LAST, "w", "12:20", f"{MOD}{LOST}", reply_to=FIRST),
    ]

    stated, besides = turns(reconstruct(heap(tweets)))[LAST].links

    assert (stated.to, stated.relation, stated.stated) == (FIRST, "replied_to", True)
    assert (besides.to, besides.basis, besides.stated) == (LOST, "status_url", False)


def test_a_quote_that_the_record_states_is_not_told_twice():
    tweets = [
        tweet(FIRST, "m", "12:00"),
        tweet(LAST, "w", "12:20", f"{MOD}{FIRST}", quotes=FIRST),
    ]

    (link,) = turns(reconstruct(heap(tweets)))[LAST].links

    assert (link.basis, link.stated) == ("metadata", True)


def test_a_link_to_a_retweet_leads_to_what_it_repeats():
    tweets = [
        tweet(FIRST, "m", "12:00"),
        tweet(LOST, "x", "12:10", repeats=FIRST),
        tweet(LAST, "w", "12:20", f"https://x.com/x/status/{LOST}"),
    ]

    (link,) = turns(reconstruct(heap(tweets)))[LAST].links

    assert link.to == FIRST


def test_a_url_inside_words_that_are_cited_is_not_the_quoters():
    words = f"they said something else before {MOD}{FIRST}"
    tweets = (
        tweet(FIRST, "m", "12:00"),
        tweet(LOST, "x", "12:10", words),
        tweet(LAST, "w", "12:20", f"RT @x: {words}"),
    )

    found = inferred(*tweets)

    assert found[LOST].to == FIRST
    assert (found[LAST].to, found[LAST].basis) == (LOST, "manual_retweet")


def test_a_url_counts_more_than_whom_the_text_addresses():
    tweets = (
        tweet(FIRST, "m", "12:00"),
        tweet(LOST, "m", "12:10"),
        tweet(LAST, "w", "12:20", f"@m wrong {MOD}{FIRST}"),
    )

    assert inferred(*tweets)[LAST].to == FIRST


def test_a_copied_picture_answers_the_tweet_that_it_was_taken_from():
    tweets = (
        tweet(FIRST, "m", "12:00"),
        tweet(LAST, "w", "12:20", "wrong", copied_from=(Source(FIRST),)),
    )

    link = inferred(*tweets)[LAST]

    assert (link.to, link.relation, link.basis) == (FIRST, "quoted", "media_source")
    assert link.evidence == "its picture is from there"
    assert 0.9 <= link.confidence < 1


@pytest.mark.parametrize("author", ["w", "x"])
def test_a_picture_of_ones_own_or_of_a_later_tweet_answers_nothing(author):
    clock = "12:00" if author == "w" else "12:25"
    tweets = (
        tweet(FIRST, author, clock),
        tweet(LAST, "w", "12:20", "wrong", copied_from=(Source(FIRST),)),
    )

    assert inferred(*tweets) == {}


def test_where_words_are_cited_only_a_picture_of_who_is_cited_counts():
    words = "satellite picture of the hospital that was hit"
    tweets = (
        tweet(FIRST, "x", "12:00", "our picture"),
        tweet(LOST, "m", "12:10", words, copied_from=(Source(FIRST),)),
        tweet(LAST, "w", "12:20", f"RT @m: {words}", copied_from=(Source(FIRST),)),
    )

    found = inferred(*tweets)

    assert (found[LOST].to, found[LOST].basis) == (FIRST, "media_source")
    assert (found[LAST].to, found[LAST].basis) == (LOST, "manual_retweet")


def test_a_lost_picture_of_who_is_cited_is_the_lost_tweet_that_is_quoted():
    mod = Account("MOD_Russia", None, "7")
    tweets = [
        tweet(FIRST, None, "12:00", "something else")._replace(author=mod),
        tweet(
            LAST,
            "w",
            "12:20",
            "RT @MOD_Russia: satellite picture of it",
            copied_from=(Source(LOST, "7"),),
        ),
    ]

    found = turns(reconstruct(heap(tweets)))

    assert found[LAST].links[0].to == LOST
    assert "it cites @mod_russia" in found[LAST].links[0].evidence
    assert found[LOST].tweet.state == "missing"


def test_a_lost_picture_of_anybody_else_makes_no_ghost():
    tweets = tweet(LAST, "w", "12:20", "wrong", copied_from=(Source(LOST, "7"),))

    assert asked(tweets).links == {}


@pytest.mark.parametrize("basis", ["media_source", "status_url"])
def test_each_can_be_switched_off(basis):
    tweets = (
        tweet("1", "m", "12:00"),
        tweet("2", "w", "12:10", "a", copied_from=(Source("1"),)),
        tweet("3", "x", "12:20", "https://x.com/m/status/1"),
    )

    found = inferred(*tweets, without=[basis])

    assert len(found) == 1
    assert basis not in {link.basis for link in found.values()}
