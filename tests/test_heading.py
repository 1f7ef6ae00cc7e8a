"""The heading: title, sides, clocks, counts, and every doubt about the whole."""

import pytest
from make import at, tweet
from shown import SIDES, case_of, spats, view

from tweetspat.model import Account, Bounds, Claim, Side
from tweetspat.renderers.heading import heading, title_of
from tweetspat.renderers.lines import plain
from tweetspat.renderers.view import ASCII, GLYPHS
from tweetspat.renderers.voices import voices_of


def title(tweets, *cases):
    (spat,) = spats(tweets, *cases)
    return title_of(spat, voices_of(spat, GLYPHS))


def head(tweets, *cases, **more):
    (spat,) = spats(tweets, *cases)
    seen = view(**more)
    return [plain(line) for line in heading(spat, voices_of(spat, seen.glyphs), seen)]


def words(*args, **more):
    return " ".join(" ".join(head(*args, **more)).split())


A, B = tweet("1", "mod", "10:00"), tweet("2", "oir", "10:05", reply_to="1")
TWO = [A, B]


def chain(*authors):
    return [
        tweet(str(n), author, f"12:{n:02}", reply_to=str(n - 1) if n > 1 else None)
        for n, author in enumerate(authors, start=1)
    ]


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        (["b"], "@b"),
        (["a", "b", "b"], "@b and @a"),
        (["a", "b", "a", "c"], "@a, @b and 1 other"),
        (["a", "b", "a", "c", "d"], "@a, @b and 2 others"),
    ],
)
def test_a_spat_without_a_title_is_called_after_its_busiest_voices(authors, shown):
    assert title(chain(*authors)) == shown


def test_a_given_title_is_shown_and_nothing_in_it_acts():
    assert title(TWO, case_of("1", "2", title="Who\nbombed\x1b?")) == "Who␊bombed␛?"


def test_a_spat_of_nobody_has_a_title_all_the_same():
    assert title([tweet("1", None)]) == "one tweet"


def test_the_title_and_the_date_share_a_line_that_is_ruled_off():
    first, rule, *_ = head(TWO, case_of("1", "2", title="Who?"))

    assert first == f"{'Who?':<55}Thursday 11 February 2016"
    assert rule == "━" * 80


def test_a_title_too_long_for_that_breaks_and_the_date_follows():
    lines = head(TWO, case_of("1", "2", title="why " * 12), width=40)

    assert lines[:3] == [
        ("why " * 10).strip(),
        "why why",
        "Thursday 11 February 2016",
    ]


def test_the_date_is_that_of_the_first_clock():
    late = [tweet("1", "a", "22:00")]

    assert "Friday 12 February 2016" in words(late, zones=["MSK", "ET"])
    assert "Thursday 11 February 2016" in words(late, zones=["ET", "MSK"])


def test_an_unknown_date_is_said_to_be_unknown():
    assert head([tweet("1", "a", None)])[0].endswith("date unknown")


def test_a_side_is_shown_with_sign_handle_name_zone_offset_and_count():
    author = Account("mod", "Минобороны")
    tweets = [A._replace(author=author), B]

    lines = head(tweets, case_of("1", "2", sides=SIDES))

    assert lines[2].split() == [
        "●",
        "@mod",
        "Минобороны",
        *"Moscow MSK UTC+3 1 tweet".split(),
    ]
    assert lines[3].split() == ["◆", "@oir", *"Washington EST UTC-5 1 tweet".split()]


def test_names_too_long_for_their_column_get_lines_of_their_own():
    tweets = [
        tweet("1")._replace(author=Account("a" * 15, "name " * 9 + "end")),
        tweet("2", "b" * 15, "12:01", reply_to="1"),
    ]

    lines = head(tweets, width=40)

    assert "    name name name name name name name" in lines
    assert "    name name end" in lines


def test_everybody_without_a_sign_is_counted_on_one_line():
    tweets = chain("mod", "oir", "c", "d", "e", "f", "c")

    lines = head(tweets, case_of("1", "2", "3", "4", "5", "6", "7"))

    assert "○ 4 others, 5 tweets" in lines


def test_a_renamed_account_has_one_line_with_both_handles():
    old, new = Account("old", "Ann", "7"), Account("new", "Ann", "7")
    first, answer, last = chain("x", "b", "x")

    lines = head([first._replace(author=old), answer, last._replace(author=new)])

    assert any(line.startswith("● @old = @new  Ann ") for line in lines)


def test_of_a_large_side_the_busiest_have_a_line_each_and_the_others_one():
    names = [f"account{n}" for n in range(10)]
    tweets = chain("mod", *names, "account9")
    case = case_of(*(each.id for each in tweets), sides=(Side("Many", tuple(names)),))

    lines = head(tweets, case)

    assert lines[2].startswith("● @account9")
    assert sum("Many" in line for line in lines) == 8
    assert "● @account7 and @account8, 2 tweets" in lines


def test_up_to_three_without_a_sign_are_named():
    tweets = chain("mod", "oir", "c", "d", "c")

    lines = head(tweets, case_of("1", "2", "3", "4", "5"))

    assert "○ @c and @d, 3 tweets" in lines


def test_what_is_made_up_is_said_to_be_so():
    assert "SYNTHETIC: made up to show the tool; no such tweets were sent" in words(
        [A._replace(synthetic=True)]
    )
    assert "SYNTHETIC" not in words([A])


def test_a_reconstruction_names_its_sources():
    told = case_of("1", "2", reconstructed=True, sources=("FP, 11 Feb", "UPI"))

    assert "reconstructed from reports: FP, 11 Feb; UPI" in words(TWO, told)
    assert "reconstructed" not in words(TWO, case_of("1", "2"))


def test_the_counts_tell_how_many_how_long_and_how_sure():
    shown = words(TWO)

    assert "2 tweets in 5 m" in shown
    assert "1 link stated" in shown
    assert "inferred" not in shown
    assert "lost" not in shown


def test_an_inferred_link_and_a_lost_tweet_are_counted():
    tweets = [
        tweet("1", "mod_russia", "10:00", reply_to="0"),
        tweet("2", "b", "10:01", ".@mod_russia tweets are wrong"),
    ]

    assert "1 link stated · ≈ 1 inferred · ⌀ 1 tweet lost" in words(tweets)
    assert "1 link stated - ~ 1 inferred - x 1 tweet lost" in words(
        tweets, glyphs=ASCII
    )


def test_retweets_are_counted_apart_from_tweets():
    tweets = [A, tweet("9", "c", "10:30", "RT", repeats="1")]

    assert "1 tweet · repeated 1 time" in words(tweets)


def test_unknown_times_are_counted():
    tweets = [*TWO, tweet("3", "c", None, reply_to="2")]

    assert "3 tweets in 5 m, 1 time unknown" in words(tweets)


def test_tweets_of_one_known_day_say_so_once():
    day = Bounds(at("00:00"), at("00:00").replace(day=12))
    tweets = [each._replace(sent=None, bounds=day) for each in TWO]

    shown = words(tweets, zones=["UTC"])

    assert "2 tweets, sent on Thu 11 Feb 2016, clock times unknown" in shown


def test_texts_known_from_reports_or_from_copies_only_are_counted():
    tweets = [
        A._replace(state="reported", text=None, paraphrase="says no"),
        B._replace(state="recovered"),
    ]

    shown = words(tweets)

    assert "⌀ 1 text lost, known from reports" in shown
    assert "1 text recovered from copies" in shown


def test_the_clocks_are_named_with_their_offsets_and_their_difference():
    shown = words(TWO)

    assert "Moscow is 8 h ahead of Washington" in shown
    assert "clocks: MSK UTC+3, EST UTC-5" in shown


def test_the_order_of_reports_that_contradict_each_other_is_called_contested():
    tweets = [tweet("x", "mod", None), tweet("y", "oir", None)]
    claims = (Claim("FP", ("x", "y")), Claim("UPI", ("y", "x")))

    shown = words(tweets, case_of("x", "y", claims=claims))

    assert "⇅ the sources contradict each other on the order of one pair" in shown


def test_an_order_that_nobody_tells_is_called_known_in_part():
    tweets = [tweet("x", "mod", None), tweet("y", "oir", None)]

    shown = words(tweets, case_of("x", "y"))

    assert (
        "the order is known in part only; the rest stands as the file gives it" in shown
    )
    assert "the order is known in part only" not in words(TWO)


def test_from_three_tweets_of_two_voices_on_the_strip_closes_the_heading():
    assert "┼" not in "".join(head(TWO))
    assert "┼" in "".join(head(chain("a", "b", "a")))
