"""Words that somebody attributes to an account, matched to what it tweeted."""

import pytest
from inferring import asked, inferred
from make import tweet

from tweetspat.inference.quoted_words import coverage, words_of
from tweetspat.model import Account

WORDS = "50,000 Syrians were deprived of medical services in #ALEPPO"
OTHER = "Nearest target was more than 20 km far from city"
LONG = 50_000


def quoting(text, *originals):
    """Return what a tweet of @w links to, after tweets of @m with some words."""
    before = [
        tweet(str(n), "m", f"12:{n:02}", words) for n, words in enumerate(originals, 1)
    ]
    return inferred(*before, tweet("99", "w", "13:00", text)).get("99")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        (f"RT @m: {WORDS}", "manual_retweet"),
        (f"no! RT @M {WORDS}", "manual_retweet"),
        (f"RT: @m {WORDS}", "manual_retweet"),
        (f"MT @m: {WORDS}", "manual_retweet"),
        (f'"@m: {WORDS}" no', "manual_quote"),
        (f"“@m: {WORDS}” no", "manual_quote"),
        (f"“@m: {WORDS}“", "manual_quote"),
        (f"«@m {WORDS}»", "manual_quote"),
        (f"hear @m: {WORDS}", "manual_quote"),
        (f"{WORDS} via @m", "manual_quote"),
        (f"{WORDS} (h/t @m)", "manual_quote"),
    ],
)
def test_words_are_found_in_what_the_account_tweeted(text, basis):
    link = quoting(text, OTHER, WORDS, "and more")

    assert (link.to, link.relation, link.basis) == ("2", "quoted", basis)
    assert not link.stated
    assert 0.9 < link.confidence < 1
    assert 0.9 < link.confidence_conversation < 1


def test_the_evidence_tells_the_sign_and_the_share_of_the_words():
    assert quoting(f"no! RT @M: {WORDS}", WORDS).evidence == (
        "RT @M, and 100% of the words stand there"
    )


@pytest.mark.parametrize(
    ("quoted", "original"),
    [
        pytest.param("we didn't do it", "We didn’t do it", id="smart-quotes"),
        pytest.param("rus & syr planes hit", "Rus & Syr planes hit", id="ampersand"),
        pytest.param(
            f"{WORDS} https://t.co/aaa", f"{WORDS} https://t.co/bbb", id="short-links"
        ),
        pytest.param(f"{WORDS} http…", f"{WORDS} http://t.co/bbb", id="a-cut-link"),
        pytest.param(f"{WORDS[:40]}…", WORDS, id="cut-inside-a-word"),
        pytest.param(f"{WORDS[:40]}...", WORDS, id="cut-with-three-dots"),
        pytest.param(WORDS.upper(), WORDS, id="case"),
        pytest.param("停火协议已经达成", "停火协议已经达成。", id="without-spaces"),
        pytest.param("Вчера самолёты США", "Вчера самолёты США", id="cyrillic"),
    ],
)
def test_what_copying_changes_does_not_matter(quoted, original):
    link = quoting(f"RT @m: {quoted}", original, OTHER)

    assert link.to == "1"
    assert "% of the words stand there" in link.evidence


def test_words_may_be_followed_by_a_comment_however_long():
    link = quoting(f"RT @m: {WORDS} < so they say, and who believes that now", WORDS)

    assert link.to == "1"
    assert link.evidence == "RT @m, and 100% of its words begin it"


@pytest.mark.parametrize("text", ["RT @m: {}", "“@m: {}” no", "hear @m: {}"])
def test_the_same_words_in_another_order_are_others(text):
    turned = " ".join(reversed(OTHER.split()))

    link = quoting(text.format(turned), OTHER)

    assert link is None or link.basis == "mention"


def test_three_quarters_of_the_words_are_enough_and_fewer_are_not():
    assert quoting("RT @m: one two three other", "one two three four five six")
    assert not quoting("RT @m: one two other more", "one two three four five six")


def test_two_thirds_are_enough_for_an_mt_which_says_itself_that_words_were_changed():
    assert quoting("MT @m: one two other", "one two three four five six")
    assert not quoting("RT @m: one two other", "one two three four five six")


@pytest.mark.parametrize(
    "text", [f"RT @m: {WORDS}", f"MT @m {WORDS}", f'"@m: {WORDS}" no', f"“@m {WORDS}”"]
)
def test_a_quotation_whose_original_is_lost_is_no_answer_to_something_else(text):
    assert quoting(text, OTHER) is None


def test_nor_does_a_numbered_thread_or_a_name_speak_for_it():
    warren = Account("m", "Col. Steve Warren")
    before = tweet("1", None, "12:00", OTHER)._replace(author=warren)
    numbered = tweet("2", "w", "12:01", "1/2 so")
    quote = tweet("3", "w", "12:02", f"2/2 RT @m: Col. Warren: {WORDS}")

    assert "3" not in inferred(before, numbered, quote)


def test_a_colon_after_the_account_that_is_addressed_is_no_lost_quotation():
    link = quoting("@m: you know that this is wrong", OTHER)

    assert (link.to, link.basis) == ("1", "mention")


@pytest.mark.parametrize("text", ["@w: one two three", "one two three via @m"])
def test_without_a_sign_three_words_are_no_quotation(text):
    link = quoting(text, "one two three")

    assert link is None or link.basis == "mention"


def test_one_word_is_no_quotation():
    link = quoting("RT @m: Wrong", "Wrong", "Wrong again")

    assert link is None or link.basis == "mention"


def test_words_tweeted_twice_are_not_surely_those_of_one():
    link = quoting(f"RT @m: {WORDS}", WORDS, OTHER, WORDS)

    assert link.to == "3"
    assert link.alternatives == (("1", 0.5),)
    assert link.confidence < 0.7
    assert link.confidence_conversation > 0.9
    assert link.evidence.endswith("; tweeted 2 times")


def test_of_words_tweeted_many_times_three_others_are_told():
    link = quoting(f"RT @m: {WORDS}", *[WORDS] * 9)

    assert link.to == "9"
    assert [to for to, _ in link.alternatives] == ["8", "7", "6"]
    assert sum(confidence for _, confidence in link.alternatives) <= 0.5


def test_a_tweet_of_just_these_words_beats_one_that_holds_them_among_others():
    link = quoting(
        "RT @m: yes they did it again", "they did it again", "yes they did it again"
    )

    assert (link.to, link.alternatives) == ("2", ())


def test_the_outermost_quotation_is_what_a_tweet_quotes():
    tweets = (
        tweet("1", "a", "12:00", WORDS),
        tweet("2", "b", "12:10", f"look RT @a: {WORDS}"),
        tweet("3", "w", "12:20", f"no RT @b: look RT @a: {WORDS}"),
        tweet("4", "x", "12:30", f"RT @a: {WORDS}"),
    )

    found = inferred(*tweets)

    assert {child: link.to for child, link in found.items()} == {
        "2": "1",
        "3": "2",
        "4": "1",
    }


def test_who_quotes_themselves_inside_is_passed_over():
    tweets = (
        tweet("1", "w", "12:00", OTHER),
        tweet("2", "m", "12:10", WORDS),
        tweet("3", "w", "12:20", f"RT @w: {OTHER} RT @m: {WORDS}"),
    )

    assert inferred(*tweets)["3"].to == "2"


def test_a_tweet_that_came_later_is_not_quoted():
    tweets = (
        tweet("1", "w", "12:00", f"RT @m: {WORDS}"),
        tweet("2", "m", "12:01", WORDS),
    )

    assert inferred(*tweets) == {}


def test_the_same_words_of_another_account_are_not_quoted():
    tweets = (
        tweet("1", "x", "12:00", WORDS),
        tweet("2", "m", "12:01", OTHER),
        tweet("3", "w", "12:02", f"RT @m: {WORDS}"),
    )

    assert inferred(*tweets) == {}


def test_an_old_tweet_is_found_by_the_words_that_it_begins_with():
    tweets = [tweet("1", "m", "12:00", WORDS)]
    tweets += [tweet(str(n), "m", "13:00", f"tweet {n}") for n in range(100, 200)]
    tweets += [tweet("999", "w", "14:00", f"no RT @m: {WORDS}")]

    assert inferred(*tweets)["999"].to == "1"


def test_a_renamed_account_is_quoted_by_its_former_handle():
    before, since = Account("old", None, "5"), Account("new", None, "5")
    tweets = (
        tweet("1", None, "12:00", OTHER)._replace(author=before),
        tweet("2", None, "12:10", WORDS)._replace(author=since),
        tweet("3", "w", "12:20", f"RT @old: {WORDS}"),
    )

    assert inferred(*tweets)["3"].to == "2"


@pytest.mark.parametrize(
    ("text", "basis", "other"),
    [
        (f"no RT @m: {WORDS}", "manual_retweet", "manual_quote"),
        (f"no “@m: {WORDS}”", "manual_quote", "manual_retweet"),
    ],
)
def test_each_kind_of_quotation_can_be_switched_off(text, basis, other):
    tweets = tweet("1", "m", "12:00", WORDS), tweet("2", "w", "12:10", text)

    off = asked(*tweets, without=[basis, "mention"])
    on = asked(*tweets, without=[other, "mention"])

    assert off.links == {}
    assert [link.basis for link in on.links["2"]] == [basis]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The “Col.” said: NO!", ["the", "col", "said", "no"]),
        ("didn’t don't o'clock", ["didn't", "don't", "o'clock"]),
        ("see https://t.co/a pic.twitter.com/b t.co/c now", ["see", "now"]),
        ("#ALEPPO @MOD_Russia", ["aleppo", "mod", "russia"]),
        ("half a wor…", ["half", "a"]),
        ("half a wor...”", ["half", "a"]),
        ("half ht…", ["half"]),
        ("停火 now", ["停", "火", "now"]),
        ("", []),
        ("… !?", []),
    ],
)
def test_words_are_compared_without_case_marks_and_addresses(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    "text",
    ["'" * LONG, "a'" * LONG, "http" * LONG, "http:" * LONG, "…" * LONG, "a b " * LONG],
)
def test_the_words_of_a_long_text_are_found_in_one_go(text):
    assert len(words_of(text)) <= len(text)


def test_coverage_is_the_share_of_the_quoted_words_that_the_original_holds():
    assert coverage({"a", "b", "c", "d"}, {"a", "b", "c", "x", "y"}) == 0.75
    assert coverage(set(), {"a"}) == 0
