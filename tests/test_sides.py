"""Sides, as the user or a case file gives them."""

import pytest
from make import case, heap, turns, tweet

from tweetspat.model import Side
from tweetspat.problems import UsageError
from tweetspat.reconstruction import reconstruct
from tweetspat.sides import side_of, side_option, sides_by_handle

MOSCOW = Side("Moscow", ("mod_russia",), "Europe/Moscow")


@pytest.mark.parametrize(
    ("option", "name", "accounts"),
    [
        pytest.param("Moscow=@a,@b", "Moscow", ("a", "b"), id="two-accounts"),
        pytest.param("Moscow=a", "Moscow", ("a",), id="without-at"),
        pytest.param(
            " Moscow = @A , b ,", "Moscow", ("A", "b"), id="blanks-and-commas"
        ),
        pytest.param("The Hague=@a", "The Hague", ("a",), id="name-of-two-words"),
    ],
)
def test_an_option_names_a_side_and_its_accounts(option, name, accounts):
    assert side_option(option) == Side(name, accounts)


@pytest.mark.parametrize("option", ["", "Moscow", "=@a", " =@a", "Moscow=", "Moscow=,"])
def test_an_option_of_another_form_is_refused_with_the_right_form(option):
    with pytest.raises(UsageError, match="write NAME=@handle,@handle"):
        side_option(option)


def test_an_account_stands_on_its_side_in_whatever_case():
    by_handle = sides_by_handle([MOSCOW])

    assert side_of(tweet("1", "MOD_Russia"), by_handle) == MOSCOW


def test_an_account_that_two_sides_name_stands_on_the_first():
    by_handle = sides_by_handle([MOSCOW, Side("Other", ("Mod_Russia", "b"))])

    assert by_handle["mod_russia"].name == "Moscow"
    assert by_handle["b"].name == "Other"


@pytest.mark.parametrize(
    "author", [pytest.param("bystander", id="other"), pytest.param(None, id="unknown")]
)
def test_everybody_else_stands_on_no_side(author):
    assert side_of(tweet("1", author), sides_by_handle([MOSCOW])) is None


def test_a_case_file_says_who_stands_where():
    told = case("1 2", sides=(MOSCOW,))

    (spat,) = reconstruct(heap([tweet("1", "mod_russia"), tweet("2", "b")], told))

    assert spat.sides == (MOSCOW,)
    assert [turn.side for turn in spat.turns] == ["Moscow", None]


def test_sides_that_the_user_gives_come_before_those_of_a_case_file():
    told = case("1", sides=(MOSCOW,))
    given = Side("Kremlin", ("MOD_RUSSIA",))

    spats = reconstruct(heap([tweet("1", "mod_russia")], told), sides=[given])

    assert turns(spats)["1"].side == "Kremlin"


def test_the_clock_of_a_side_tells_what_its_yesterday_means():
    given = Side("Moscow", ("m",), "Europe/Moscow")
    late = tweet("1", "m", "22:30", "yesterday at 13:55")  # 12 February in Moscow

    (said,) = turns(reconstruct(heap([late]), sides=[given]))["1"].said_times

    assert said.start.isoformat() == "2016-02-11T10:55:00+00:00"
    assert said.zone == "Europe/Moscow"


def test_without_a_side_the_profiles_zone_tells_what_yesterday_means():
    late = tweet("1", "m", "22:30", "yesterday at 13:55", zone="Europe/Moscow")

    (said,) = turns(reconstruct(heap([late])))["1"].said_times

    assert said.start.isoformat() == "2016-02-11T10:55:00+00:00"
    assert said.basis == "zone of the author's profile"
