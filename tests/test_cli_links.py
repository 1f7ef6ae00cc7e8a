"""What the options say of links and sides, on every command that takes them."""

import json
import subprocess
import sys

import pytest
from make import SAMPLES, status, written
from shown import environment

from tweetspat.model import Basis

SYNTHETIC = str(SAMPLES / "synthetic-v1.json")

WORDS = "There were no flights over the city of Aleppo on this day."
FIRST = status("10:00", "mod_russia", f"1/2 {WORDS}")
NEXT = status("10:01", "mod_russia", "2/2 The map shows what there was instead.")
REPEAT = status("10:30", "fan", f"RT @mod_russia: 1/2 {WORDS}")
REPLY = status("10:40", "oirspox", "@mod_russia There were two.", answers=FIRST)
QUOTE = status(
    "11:00",
    "reader",
    "Look.",
    is_quote_status=True,
    quoted_status_id_str=REPLY["id_str"],
)
HEAP = [FIRST, NEXT, REPEAT, REPLY, QUOTE]

SHOW = ["show", "--format", "json"]
CONVERT = ["convert", "--to", "json", "--infer", "safe"]
LIST = ["list", "--format", "json", "--infer", "safe"]
READING = ["show", "list", "convert", "cast"]


@pytest.fixture
def file(tmp_path):
    return written(tmp_path, "heap.json", HEAP)


def bases(out):
    """Return the bases of the links in a JSON document."""
    return {
        link["basis"]
        for spat in json.loads(out)["spats"]
        for tweet in spat["tweets"]
        for link in tweet["links"]
    }


# Which links are inferred.


@pytest.mark.parametrize("command", [SHOW, CONVERT], ids=["show", "convert"])
@pytest.mark.parametrize(
    ("unwanted", "left"),
    [
        ([], {"metadata", "numbering", "manual_retweet"}),
        (["numbering"], {"metadata", "manual_retweet"}),
        (["numbering", "manual_retweet", "mention"], {"metadata"}),
        (["manual_quote"], {"metadata", "numbering", "manual_retweet"}),
    ],
    ids=["all", "one-less", "three-less", "one-that-is-not-there"],
)
def test_links_of_an_unwanted_basis_are_not_inferred(
    told, file, command, unwanted, left
):
    options = [word for basis in unwanted for word in ("--no-basis", basis)]

    code, out, err = told(*command, *options, file)

    assert (code, err) == (0, [])
    assert bases(out) == left


def test_a_list_is_joined_by_the_wanted_bases_only(told, file):
    _, whole, _ = told(*LIST, file)
    _, less, _ = told(*LIST, "--no-basis", "numbering", file)

    assert [len(json.loads(out)["conversations"]) for out in (whole, less)] == [1, 2]


@pytest.mark.parametrize("command", READING)
def test_a_word_that_is_no_basis_is_answered_with_those_that_are(told, file, command):
    code, out, err = told(command, "--no-basis", "guess", file)

    assert (code, out) == (2, "")
    assert err == [f"tweetspat: 'guess' is not one of {', '.join(Basis.__args__)}"]


def test_stated_links_stay_whatever_basis_is_unwanted_and_that_is_told(told, file):
    unwanted = ["--no-basis", "metadata", "--no-basis", "nested"]

    code, out, err = told(*SHOW, *unwanted, file)

    assert code == 0
    assert "metadata" in bases(out)
    assert err == [
        "tweetspat: --no-basis metadata nested: such links are stated, and always shown"
    ]


def test_what_an_earlier_output_inferred_stays_unless_its_basis_is_unwanted(
    told, file, tmp_path
):
    before = written(tmp_path, "before.json", told(*SHOW, file)[1])

    kept = told(*SHOW, "--infer", "off", before)[1]
    less = told(*SHOW, "--no-basis", "manual_retweet", before)[1]

    assert bases(kept) == {"metadata", "numbering", "manual_retweet"}
    assert bases(less) == {"metadata", "numbering"}


def test_convert_and_list_infer_when_they_are_asked_to(told, file):
    stated = told("convert", "--to", "json", file)[1]
    inferred = told(*CONVERT, file)[1]

    assert bases(stated) == {"metadata"}
    assert bases(inferred) == {"metadata", "numbering", "manual_retweet"}


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("option", ["--infer", "--join"])
def test_a_word_that_an_option_does_not_know_is_wrong_usage(
    told, file, command, option
):
    code, out, err = told(command, option, "much", file)

    assert (code, out) == (2, "")
    assert err[0].startswith("tweetspat: 'much' is not one of ")


@pytest.mark.parametrize("command", [["list"], ["convert"], ["cast", "--infer", "off"]])
def test_where_nothing_is_inferred_nothing_is_loaded_for_it(file, command):
    tell = (
        "import sys; from tweetspat.cli import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", tell, *command, file],
        capture_output=True,
        check=True,
        env=environment(),
    )

    assert b"tweetspat.reconstruction" in done.stderr.split()
    assert b"tweetspat.inference" not in done.stderr.split()


# Conversations and sides.


def test_convert_joins_as_it_is_asked_to(told, file):
    _, joined, _ = told(*CONVERT, file)
    _, apart, _ = told(*CONVERT, "--join", "replies", file)

    assert [len(json.loads(out)["spats"]) for out in (joined, apart)] == [1, 3]


def test_convert_tells_the_sides_that_are_given(told, file, tmp_path):
    sides = '[[sides]]\nname = "W"\naccounts = ["oirspox"]\nzone = "Washington"\n'
    cast = written(tmp_path, "cast.toml", sides)

    _, out, _ = told(*CONVERT, "--side", "M=@mod_russia", "--cast", cast, file)

    found = json.loads(out)
    (spat,) = found["spats"]
    assert [(side["name"], side["accounts"]) for side in spat["sides"]] == [
        ("M", ["mod_russia"]),
        ("W", ["oirspox"]),
    ]
    assert [tweet["side"] for tweet in spat["tweets"]] == ["M", "M", None, "W", None]
    assert [zone["name"] for zone in found["zones"]] == ["America/New_York"]


def test_a_cast_is_proposed_from_the_conversation_that_is_asked_for(told):
    ids = [line.split()[0] for line in told("list", SYNTHETIC)[1].splitlines()]

    proposed = [
        told("cast", "--infer", "off", "--thread", id_, SYNTHETIC)[1] for id_ in ids
    ]

    for id_, lines in zip(ids, proposed, strict=True):
        assert f"# Made from the conversation {id_}" in lines
        assert "the likeliest of" not in lines


def test_a_cast_is_proposed_from_the_links_that_are_wanted(told, file):
    likeliest = "likeliest of 3:"

    assert likeliest not in told("cast", file)[1]
    assert likeliest in told("cast", "--infer", "off", file)[1]
    assert likeliest in told("cast", "--join", "replies", file)[1]
    assert "likeliest of 2:" in told("cast", "--no-basis", "numbering", file)[1]


def test_a_thread_that_stands_nowhere_has_no_cast(told, file):
    code, out, _ = told("cast", "--thread", "123", file)

    assert (code, out) == (1, "")


# Accounts that nobody is.


@pytest.mark.parametrize("command", ["show", "list", "convert"])
def test_a_mistyped_handle_is_told_once_and_is_no_error(told, file, tmp_path, command):
    names = '[names]\nOIRspax = "Col. Warren"\n[zones]\noirspax = "Baghdad"\n'
    cast = written(tmp_path, "cast.toml", names)
    given = ["--side", "W=@OIRspax,@mod_russia", "--cast", cast]

    code, out, err = told(command, *given, file)

    assert code == 0
    assert out
    (line,) = err
    assert line.startswith(
        "tweetspat: nobody here is @OIRspax (did you mean @oirspox?)"
    )
    assert line.endswith("; correct the side or the cast")


def test_quiet_says_nothing_of_a_mistyped_handle(told, file):
    assert told("show", "-q", "--side", "W=@OIRspax", file)[2] == []


NAMES_MENTIONED = {
    "hashtags": [],
    "urls": [],
    "user_mentions": [{"screen_name": "Pentagon", "id_str": "7", "name": "DoD"}],
}


@pytest.mark.parametrize(
    "account",
    [
        pytest.param("MOD_Russia", id="in-another-case"),
        pytest.param(f"#{FIRST['user']['id_str']}", id="by-its-id"),
        pytest.param("pentagon", id="only-mentioned"),
        pytest.param("#7", id="only-mentioned-by-its-id"),
        pytest.param("lost_one", id="only-answered"),
        pytest.param("repeater", id="only-retweeting"),
        pytest.param("quoted_one", id="only-linked-to"),
    ],
)
def test_whoever_a_record_names_is_somebody(told, tmp_path, account):
    lost = status("09:00", "lost_one")
    older = status("09:10")["id_str"]
    link = f"https://twitter.com/quoted_one/status/{older} says it all"
    statuses = [
        FIRST,
        status("12:00", "b", "words", entities=NAMES_MENTIONED),
        status("12:10", "b", "words", answers=lost),
        status("12:20", "repeater", "RT", retweeted_status=FIRST),
        status("12:30", "b", link),
    ]

    _, _, err = told(
        "show", "--side", f"M={account}", written(tmp_path, "x.json", statuses)
    )

    assert err == []


def test_an_id_that_nobody_has_is_told_without_a_guess(told, file):
    _, _, err = told("show", "--side", "M=#12345,@mod_russia", file)

    assert err == ["tweetspat: nobody here is #12345; correct the side or the cast"]


def test_of_many_unknown_accounts_the_first_few_are_named(told, file):
    accounts = ",".join(f"@nobody_at_all_{number}" for number in range(8))

    _, _, err = told("show", "--side", f"M={accounts}", file)

    (line,) = err
    assert line.count("@nobody_at_all_") == 5
    assert "@nobody_at_all_4 and 3 more; " in line


def test_what_is_written_to_drive_a_terminal_is_shown(told, file):
    _, _, err = told("show", "--side", "M=\x1b[2Jmod", file)

    (line,) = err
    assert "\x1b" not in line
    assert "@␛[2Jmod" in line


def test_where_there_is_no_tweet_nobody_is_missed(told, tmp_path):
    code, _, err = told("show", "--side", "M=@x", written(tmp_path, "x.json", "[]"))

    assert code == 1
    assert len(err) == 1
