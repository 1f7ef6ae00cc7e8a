"""Much of everything: what inference costs stays in proportion."""

from inferring import inferred
from make import tweet

from tweetspat.model import TweetId


def test_ten_thousand_mentions_in_each_of_many_tweets_cost_little():
    chain = " ".join(f"@h{n}" for n in range(5_000))
    tweets = [
        tweet(
            str(1000 + n), f"h{n % 7}", f"{n // 60}:{n % 60:02}", f"{chain} no {chain}x"
        )
        for n in range(40)
    ]

    assert len(inferred(*tweets)) <= len(tweets)


def test_texts_of_a_hundred_thousand_characters_cost_little():
    words = " ".join(f"word{n}" for n in range(10_000))
    tweets = [
        tweet(str(1000 + n), "mw"[n % 2], f"{n}:00", f"RT @{'wm'[n % 2]}: {n} {words}")
        for n in range(20)
    ]

    found = inferred(*tweets)

    assert {link.basis for link in found.values()} == {"manual_retweet"}


def test_twenty_thousand_tweets_of_one_author_cost_little():
    tweets = [
        tweet(str(10**6 + n), "m", f"{n // 60}:{n % 60:02}", f"tweet {n} says so again")
        for n in range(20_000)
    ]
    tweets += [
        tweet(
            str(2 * 10**6 + n),
            "w",
            f"{n // 6}:{n % 6}9",
            f"@m no {n}" if n % 2 else f"RT @m: tweet {n} says so again",
        )
        for n in range(2_000)
    ]

    found = inferred(*tweets)

    assert sum(link.basis == "manual_retweet" for link in found.values()) == 1_000
    assert found[TweetId("2001000")].to == "1001000"
