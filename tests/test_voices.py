"""Who gets which sign and colour."""

import pytest
from make import tweet
from shown import SIDES, spats

from tweetspat.model import Account, Side
from tweetspat.renderers.view import ASCII, GLYPHS
from tweetspat.renderers.voices import handle_of, voices_of


def one_spat(*tweets, **options):
    (spat,) = spats(tweets, **options)
    return spat


def spoken_by(*authors):
    """A chain of answers, one a minute."""
    return one_spat(
        *(
            tweet(str(n), author, f"12:{n:02}", reply_to=str(n - 1) if n > 1 else None)
            for n, author in enumerate(authors, start=1)
        )
    )


def signs(spat, glyphs=GLYPHS):
    voices = voices_of(spat, glyphs)
    return [voices.of(turn).sign for turn in spat.turns]


def test_without_sides_whoever_speaks_most_comes_first():
    assert signs(spoken_by("b", "a", "b")) == ["●", "◆", "●"]


def test_who_speaks_equally_often_stands_in_the_order_of_the_alphabet():
    assert signs(spoken_by("b", "a")) == ["◆", "●"]


def test_four_accounts_have_a_sign_each():
    assert signs(spoken_by("a", "b", "c", "d")) == ["●", "◆", "▲", "■"]


def test_of_more_than_four_accounts_only_the_two_busiest_have_a_sign():
    assert signs(spoken_by("a", "b", "c", "d", "e", "e", "d")) == [*"○○○●◆◆●"]


def test_a_handle_is_one_voice_in_whatever_case():
    assert signs(spoken_by("Mod", "MOD", "a")) == ["●", "●", "◆"]


def test_given_sides_have_the_signs_and_everybody_else_stands_by():
    tweets = [
        tweet("1", "OIR"),
        tweet("2", "mod", "12:01", reply_to="1"),
        tweet("3", "c", "12:02", reply_to="1"),
    ]

    assert signs(one_spat(*tweets, sides=SIDES)) == ["◆", "●", "○"]


def test_beside_sides_everybody_else_is_drawn_in_a_third_muted_style():
    tweets = [tweet("1", "mod"), tweet("2", "c", "12:01", reply_to="1")]

    sided = voices_of(one_spat(*tweets, sides=SIDES), GLYPHS).bystander
    crowd = voices_of(one_spat(*tweets), GLYPHS).bystander

    assert (sided.role, sided.muted) == ("bystander", True)
    assert (crowd.role, crowd.muted) == ("other", False)


def test_where_nobody_of_the_sides_speaks_the_busiest_have_the_signs():
    tweets = [tweet("1", "b"), tweet("2", "a", "12:01", reply_to="1")]

    assert signs(one_spat(*tweets, sides=SIDES)) == ["◆", "●"]


def test_a_renamed_account_is_one_voice():
    tweets = [
        tweet("1", "x")._replace(author=Account("old", None, "7")),
        tweet("2", "b", "12:01", reply_to="1"),
        tweet("3", "x", "12:02")._replace(author=Account("new", None, "7")),
    ]
    spat = one_spat(*(each._replace(reply_to="1") for each in tweets[1:]), tweets[0])

    voices = voices_of(spat, GLYPHS)

    assert signs(spat) == ["●", "◆", "●"]
    assert voices.counts == {"#7": 2, "b": 1}
    assert voices.by_account["old"] == voices.by_account["new"]


def test_the_accounts_of_one_side_share_its_sign_colour_and_clock():
    side = Side("Moscow", ("mod", "mfa"), "Europe/Moscow")
    spat = one_spat(tweet("1", "mod"), tweet("2", "mfa", reply_to="1"), sides=[side])

    voices = voices_of(spat, GLYPHS)
    first, second = (voices.of(turn) for turn in spat.turns)

    assert first == second
    assert first.role == "side0"
    assert first.clock is not None
    assert first.clock.name == "Europe/Moscow"


def test_a_voice_without_a_side_has_no_clock_of_its_own():
    voices = voices_of(spoken_by("a", "b"), GLYPHS)

    assert [voice.clock for voice in voices.by_account.values()] == [None, None]


def test_a_lost_tweet_is_a_ghost_and_counts_for_nobody():
    spat = one_spat(tweet("2", "a", reply_to="1"))

    voices = voices_of(spat, GLYPHS)

    assert signs(spat) == ["?", "●"]
    assert voices.of(spat.turns[0]).role == "lost"
    assert voices.counts == {"a": 1}


@pytest.mark.parametrize(("glyphs", "sign"), [(GLYPHS, "○"), (ASCII, "o")])
def test_a_tweet_without_an_author_stands_by(glyphs, sign):
    spat = one_spat(tweet("1", None))

    assert signs(spat, glyphs) == [sign]


def test_in_ascii_the_signs_are_letters():
    assert signs(spoken_by("a", "b", "c", "d"), ASCII) == [*"ABCD"]


@pytest.mark.parametrize(
    ("author", "shown"),
    [
        pytest.param("Mod_Russia", "@Mod_Russia", id="as-its-owner-wrote-it"),
        pytest.param("a\nb", "@a␊b", id="nothing-in-it-acts"),
        pytest.param(None, "@?", id="unknown"),
    ],
)
def test_a_handle_is_shown_with_its_at_sign(author, shown):
    assert handle_of(tweet("1", author)) == shown
