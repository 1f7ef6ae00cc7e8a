"""Handles that look like another account's are told of, and never merged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import heap, loaded, status, tweet, written
from shown import drawn, run

from tweetspat.lookalikes import skeleton
from tweetspat.model import Account
from tweetspat.reconstruction import reconstruct


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("OIRspox", "OlRspox", id="capital-i-and-small-l"),
        pytest.param("OIRspox", "O1Rspox", id="capital-i-and-1"),
        pytest.param("user10", "userl0", id="1-and-small-l"),
        pytest.param("OIRspox", "0IRspox", id="o-and-0"),
        pytest.param("anna1990", "anna199O", id="0-among-figures"),
        pytest.param("mod_russia", "rnod_russia", id="rn-and-m"),
        pytest.param("wave", "vvave", id="vv-and-w"),
        pytest.param("WAVE", "VVAVE", id="capital-vv-and-w"),
        pytest.param("mod_russia", "mod__russia", id="two-underscores"),
        pytest.param("mod_russia", "_mod_russia__", id="underscores-at-the-ends"),
        pytest.param("mod_russia", "mod_russi\u0430", id="cyrillic-a"),
        pytest.param("OIRspox", "\u041eIRsp\u043ex", id="cyrillic-o"),
        pytest.param("nato", "nat\u03bf", id="greek-o"),
        pytest.param("OIRspox", "ＯＩＲspox", id="full-width"),
        pytest.param("mod_russia", "mod\u200b_russia", id="zero-width"),
        pytest.param("mod_russia", "mod\u3164_russia", id="a-filler"),
        pytest.param("nato", "ńato", id="a-mark"),
    ],
)
def test_handles_that_look_alike_have_one_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("bob1", "bob2", id="another-figure"),
        pytest.param("Ian", "Lan", id="capital-i-and-capital-l"),
        pytest.param("ian", "lan", id="small-i-and-small-l"),
        pytest.param("mod_russia", "modrussia", id="an-underscore-inside"),
        pytest.param("clark", "dark", id="cl-and-d"),
        pytest.param("RNA", "MA", id="capital-rn-and-m"),
    ],
)
def test_handles_that_can_be_told_apart_have_two(one, other):
    assert skeleton(one) != skeleton(other)


@given(st.text(max_size=20))
def test_no_handle_does_harm(handle):
    assert skeleton(handle) == skeleton(handle)


def by(id_, handle, account_id=None, name=None, **more):
    """A tweet of an account; the first stands before the second, and so on."""
    made = tweet(str(id_), handle, f"12:{id_:02}", **more)
    return made._replace(author=Account(handle, name, account_id))


def told(tweets, *options):
    """What is told of look-alikes, by id."""
    return {
        turn.tweet.id: problem.message
        for spat in reconstruct(heap(tweets), *options)
        for turn in spat.turns
        for problem in turn.problems
        if problem.code == "lookalike-handle"
    }


def test_both_are_told_of_where_they_first_speak():
    tweets = [
        by(1, "OIRspox"),
        by(2, "OlRspox", reply_to="1"),
        by(3, "OIRspox", reply_to="2"),
        by(4, "OlRspox", reply_to="3"),
    ]

    assert told(tweets) == {
        "1": "@OIRspox is not @OlRspox (character 2 is a capital i, not a small L): "
        "look-alike handles, kept apart",
        "2": "@OlRspox is not @OIRspox (character 2 is a small L, not a capital i): "
        "look-alike handles, kept apart",
    }


def test_they_are_never_merged():
    tweets = [
        by(1, "OIRspox"),
        by(2, "OlRspox", reply_to="1"),
        by(3, "OIRspox", reply_to="2"),
    ]

    (spat,) = reconstruct(heap(tweets))

    assert [side.accounts for side in spat.sides] == [("OIRspox",), ("OlRspox",)]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("mod_russia", "mod_russi\u0430", "(character 10 is U+0430, not a)"),
        ("mod_russia", "rnod_russia", "(11 characters, not 10)"),
        ("Mod_RUS", "m0d_rus", "(character 2 is the figure 0, not a small o)"),
        ("mod_russia", "mod\u200b_russia", "(11 characters, not 10)"),
    ],
)
def test_it_is_said_what_tells_them_apart(one, other, apart):
    message = told([by(1, one), by(2, other, reply_to="1")])["2"]

    assert apart in message
    assert "\u200b" not in message


def test_two_accounts_that_have_had_one_handle_are_told_apart_by_their_ids():
    tweets = [
        by(1, "Alice", "1", "Al"),
        by(2, "alice_2", "1", "Al", reply_to="1"),
        by(3, "alice", "7", "Al", reply_to="1"),
    ]

    assert told(tweets)["3"] == (
        "@alice is not @Alice (which has another id): look-alike handles, kept apart"
    )


def test_one_that_speaks_in_another_conversation_is_told_of_at_its_first_tweet():
    tweets = [by(1, "OIRspox"), by(2, "OlRspox"), by(3, "OlRspox"), by(4, "OIRspox")]

    assert told(tweets).keys() == {"1", "2"}


def test_in_every_conversation_where_both_speak_both_are_told_of():
    tweets = [
        *(by(1, "OIRspox"), by(2, "OlRspox", reply_to="1")),
        *(by(3, "OIRspox"), by(4, "OlRspox", reply_to="3"), by(5, "x", reply_to="3")),
        *(by(6, "OIRspox"), by(7, "x", reply_to="6")),
    ]

    assert told(tweets).keys() == {"1", "2", "3", "4"}


@pytest.mark.parametrize(
    "tweets",
    [
        pytest.param((by(1, "MOD_Russia"), by(2, "mod_russia")), id="case-alone"),
        pytest.param(
            (by(1, "OIRspox", "7"), by(2, "OlRspox", "7")), id="renamed-under-one-id"
        ),
        pytest.param(
            (by(1, "OIRspox", "7"), by(2, "OIRspox", "8")), id="a-handle-passed-on"
        ),
        pytest.param((by(1, "bob1"), by(2, "bob2")), id="other-figures"),
        pytest.param((by(1, "_"), by(2, "___")), id="nothing-to-look-at"),
    ],
)
def test_nothing_is_told_of(tweets):
    assert told(tweets) == {}


@pytest.mark.parametrize(
    ("handle", "name", "alike"),
    [
        pytest.param("MoD_Russia1", "Russian  mod", True, id="with-a-figure"),
        pytest.param("mod_russia_2016", "Russian MoD", True, id="with-a-year"),
        pytest.param("mod_russia1", "Another", False, id="another-name"),
        pytest.param("mod_russia1", None, False, id="no-name"),
        pytest.param("mod_russians", "Russian MoD", False, id="with-letters"),
    ],
)
def test_a_handle_with_figures_after_it_is_told_of_with_the_same_name(
    handle, name, alike
):
    tweets = [by(1, "mod_russia", name="Russian MoD"), by(2, handle, name=name)]

    messages = told(tweets).values()

    assert bool(messages) == alike
    assert all("(which bears the same name)" in each for each in messages)


def test_short_handles_with_figures_are_no_look_alikes():
    assert told([by(1, "bob", name="Bob"), by(2, "bob1", name="Bob")]) == {}


def test_of_many_three_are_named():
    handles = ["user1O", "userlO", "userIO", "user10", "userl0", "userI0"]
    tweets = [
        by(n, handle, reply_to="1" if n > 1 else None)
        for n, handle in enumerate(handles, start=1)
    ]

    messages = told(tweets)

    assert len(messages) == len(handles)
    assert all(message.count("@") == 4 for message in messages.values())


def test_thousands_that_look_alike_are_told_of_in_one_go():
    handles = [f"{n:014b}".replace("1", "O") for n in range(1 << 12)]
    tweets = [
        by(n % 60, handle)._replace(id=str(n), reply_to="0" if n else None)
        for n, handle in enumerate(handles)
    ]

    assert len(told(tweets)) == 1 << 12


def test_people_see_it_where_the_voice_first_appears():
    tweets = [by(1, "OIRspox"), by(2, "OlRspox", reply_to="1")]

    lines = drawn(reconstruct(heap(tweets)))

    (at,) = (n for n, line in enumerate(lines) if "@OlRspox  ↩" in line)
    assert any("⚠ @OlRspox is not @OIRspox" in line for line in lines[at : at + 3])


def test_an_output_that_is_read_again_says_it_once(tmp_path):
    tweets = [by(1, "OIRspox"), by(2, "OlRspox", reply_to="1")]
    document = "\n".join(drawn(reconstruct(heap(tweets)), "json"))

    again = "\n".join(
        drawn(reconstruct(loaded(tmp_path, json.loads(document))), "json")
    )

    assert again == document


def test_check_lists_look_alikes(tmp_path):
    tweets = [status("12:00", "OIRspox"), status("12:01", "OlRspox")]

    done = run("check", written(tmp_path, "x.json", tweets))

    assert done.returncode == 1
    assert done.stdout.decode().count("lookalike-handle: ") == 2


@given(
    st.lists(st.sampled_from(["Io", "lo", "l0", "IO", "io"]), min_size=1), st.randoms()
)
def test_the_order_of_the_input_does_not_matter(handles, random):
    tweets = [by(n, handle) for n, handle in enumerate(handles)]
    shuffled = tweets.copy()
    random.shuffle(shuffled)

    assert told(shuffled) == told(tweets)
