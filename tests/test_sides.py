"""Sides, as the user, a cast or a case file gives them."""

import pytest
from make import case, heap, turns, tweet

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.model import Account, Side
from tweetspat.problems import UsageError
from tweetspat.reconstruction import reconstruct
from tweetspat.sides import Cast, side_of, side_option, sides_by_account, united

MOSCOW = Side("Moscow", ("mod_russia",), "Europe/Moscow")
NOBODY = Accounts({})


def sides_of(tweets, *cases, **options):
    """Each tweet's side, by id."""
    spats = reconstruct(heap(tweets, *cases), **options)
    return {id_: turn.side for id_, turn in turns(spats).items()}


@pytest.mark.parametrize(
    ("option", "name", "accounts"),
    [
        pytest.param("Moscow=@a,@b", "Moscow", ("a", "b"), id="two-accounts"),
        pytest.param("Moscow=a", "Moscow", ("a",), id="without-at"),
        pytest.param(
            " Moscow = @A , b ,", "Moscow", ("A", "b"), id="blanks-and-commas"
        ),
        pytest.param("The Hague=@a", "The Hague", ("a",), id="name-of-two-words"),
        pytest.param("Moscow=#123", "Moscow", ("#123",), id="an-account-id"),
    ],
)
def test_an_option_names_a_side_and_its_accounts(option, name, accounts):
    assert side_option(option) == Side(name, accounts)


@pytest.mark.parametrize("option", ["", "Moscow", "=@a", " =@a", "Moscow=", "Moscow=,"])
def test_an_option_of_another_form_is_refused_with_the_right_form(option):
    with pytest.raises(UsageError, match="write NAME=@handle,@handle"):
        side_option(option)


def test_an_account_stands_on_its_side_in_whatever_case():
    by_account = sides_by_account([MOSCOW], NOBODY)

    assert side_of(Account("MOD_Russia"), by_account, NOBODY) == MOSCOW


def test_an_account_that_two_sides_name_stands_on_the_first():
    by_account = sides_by_account([MOSCOW, Side("Other", ("Mod_Russia", "b"))], NOBODY)

    assert by_account["mod_russia"].name == "Moscow"
    assert by_account["b"].name == "Other"


@pytest.mark.parametrize(
    "author",
    [pytest.param(Account("bystander"), id="other"), pytest.param(None, id="unknown")],
)
def test_everybody_else_stands_on_no_side(author):
    assert side_of(author, sides_by_account([MOSCOW], NOBODY), NOBODY) is None


def signed(id_, handle, account_id):
    """A tweet whose author's account id is known."""
    made = tweet(id_, handle, f"12:0{id_}")
    return made._replace(author=Account(handle, None, account_id))


RENAMED = (signed("1", "old", "7"), signed("2", "new", "7"))


@pytest.mark.parametrize("written", ["old", "NEW", "#7"])
def test_a_renamed_account_stands_on_its_side_under_both_handles(written):
    given = Side("Moscow", (written,))

    assert sides_of(RENAMED, sides=[given]) == {"1": "Moscow", "2": "Moscow"}


def test_a_handle_that_two_accounts_have_had_means_both():
    tweets = [signed("1", "mod", "7"), signed("2", "mod", "8")]

    given = [Side("Moscow", ("mod",))]
    assert sides_of(tweets, sides=given) == {"1": "Moscow", "2": "Moscow"}
    assert sides_of(tweets, sides=[Side("Moscow", ("#8",))]) == {
        "1": None,
        "2": "Moscow",
    }


def test_sides_are_united_and_an_account_stands_where_it_is_named_first():
    stronger = Side("moscow", ("mod", "mfa"))
    weaker = (
        Side("Moscow", ("MFA", "rt"), "Europe/Moscow"),
        Side("Other", ("mod",)),
        Side("Washington", ("oir", "rt")),
    )

    assert united([stronger, *weaker], NOBODY) == (
        Side("moscow", ("mod", "mfa", "rt"), "Europe/Moscow"),
        Side("Washington", ("oir",)),
    )


def test_a_renamed_account_is_one_when_sides_are_united():
    sides = [Side("Moscow", ("old",)), Side("Other", ("new", "b"))]

    found = united(sides, who_is_who(RENAMED))

    assert found == (Side("Moscow", ("old",)), Side("Other", ("b",)))


def test_a_case_file_says_who_stands_where():
    told = case("1 2", sides=(MOSCOW,))

    (spat,) = reconstruct(heap([tweet("1", "mod_russia"), tweet("2", "b")], told))

    assert spat.sides == (MOSCOW,)
    assert [turn.side for turn in spat.turns] == ["Moscow", None]


def test_what_the_user_gives_beats_the_cast_and_that_the_case_file():
    told = case("1 2 3 4", sides=(Side("Case", ("a", "b", "c")),))
    cast = Cast(sides=(Side("Cast", ("a", "b")),))
    tweets = [
        tweet(str(n), author, f"12:{n:02}") for n, author in enumerate("abcd", start=1)
    ]

    found = sides_of(tweets, told, sides=[Side("Given", ("A",))], cast=cast)

    assert found == {"1": "Given", "2": "Cast", "3": "Case", "4": None}


def test_a_side_that_others_leave_empty_is_not_shown():
    told = case("1", sides=(MOSCOW,))
    given = Side("Kremlin", ("MOD_RUSSIA",))

    (spat,) = reconstruct(heap([tweet("1", "mod_russia")], told), sides=[given])

    assert spat.sides == (given,)
    assert spat.turns[0].side == "Kremlin"


def test_a_side_keeps_the_clock_that_a_weaker_source_tells():
    told = case("1", sides=(MOSCOW,))
    late = tweet("1", "mod_russia", "22:30", "yesterday at 13:55")

    (spat,) = reconstruct(heap([late], told), sides=[Side("Moscow", ("mod_russia",))])

    assert spat.sides == (MOSCOW,)
    assert spat.turns[0].said_times[0].zone == "Europe/Moscow"


def test_the_clock_of_a_side_tells_what_its_yesterday_means():
    given = Side("Moscow", ("m",), "Europe/Moscow")
    late = tweet("1", "m", "22:30", "yesterday at 13:55")  # 12 February in Moscow

    (said,) = turns(reconstruct(heap([late]), sides=[given]))["1"].said_times

    assert said.start.isoformat() == "2016-02-11T10:55:00+00:00"
    assert said.zone == "Europe/Moscow"


def test_the_clock_of_an_account_in_the_cast_beats_that_of_its_side():
    cast = Cast(
        sides=(Side("Moscow", ("m",), "Europe/Moscow"),),
        zones={"m": "Asia/Damascus"},
    )
    early = tweet("1", "m", "12:00", "today at 13:55")

    (said,) = turns(reconstruct(heap([early]), cast=cast))["1"].said_times

    assert said.zone == "Asia/Damascus"
    assert said.basis == "zone that the cast tells"


def test_without_a_side_the_profiles_zone_tells_what_yesterday_means():
    late = tweet("1", "m", "22:30", "yesterday at 13:55", zone="Europe/Moscow")

    (said,) = turns(reconstruct(heap([late])))["1"].said_times

    assert said.start.isoformat() == "2016-02-11T10:55:00+00:00"
    assert said.basis == "zone of the author's profile"
