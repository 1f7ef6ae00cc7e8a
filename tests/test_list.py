"""`tweetspat list`, and `--thread`, `--up`, `--down`, `--join` from the outside."""

import json
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from make import SAMPLES, case, status, tweet, written
from shown import spats, view

from tweetspat.model import Account
from tweetspat.renderers.lines import plain
from tweetspat.renderers.listing import json_of, listing, members_of, plain_listing
from tweetspat.renderers.schema import schema
from tweetspat.renderers.view import ASCII, GLYPHS
from tweetspat.summaries import Summary, summary_of
from tweetspat.zones import zone_or_raise

MOSCOW = zone_or_raise("MSK").rules
SYNTHETIC = str(SAMPLES / "synthetic-v1.json")

FIRST = status("10:00", "mod", "We did not.")
SECOND = status("10:05", "oir", "You did.", answers=FIRST)
THIRD = status("10:20", "mod", "No.", answers=SECOND)
FOURTH = status("12:30", "oir", "Yes.", answers=THIRD)
ASIDE = status("10:30", "by", "Oh!", answers=FIRST)
QUOTE = status(
    "11:00",
    "q",
    "Look.",
    is_quote_status=True,
    quoted_status_id_str=THIRD["id_str"],
)
RETWEET = status("10:40", "fan", "RT", retweeted_status=THIRD)
OTHER = status("09:00", "c", "Lunch?")
HEAP = [FIRST, SECOND, THIRD, FOURTH, ASIDE, QUOTE, RETWEET, OTHER]


@pytest.fixture
def file(tmp_path):
    return written(tmp_path, "heap.json", HEAP)


def listed(*tweets, **more):
    """Return the lines that list the conversations of some tweets."""
    found = map(summary_of, spats(tweets, infer="off"))
    return [plain(line) for line in listing(found, view(**more))]


# The lines.


TALK = (
    tweet("1", "a", "12:00", "first\nwords"),
    tweet("2", "b", "12:40", reply_to="1"),
    tweet("3", "a", "14:10", reply_to="2"),
)


def test_a_line_tells_id_tweets_voices_day_length_score_and_first_words():
    assert listed(*TALK) == [
        "1                        3 by 2    11 Feb 2016  2 h    ⇄2    first words"
    ]
    assert listed(*TALK, glyphs=ASCII) == [
        "1                        3 by 2    11 Feb 2016  2 h    <->2  first words"
    ]


@pytest.mark.parametrize("width", [90, 120])
def test_line_breaks_in_first_words_read_as_spaces_and_controls_stay_marked(width):
    odd = tweet("1", "a", "12:00", "\n one\r\n\t\ttwo   three\x1bfour")

    (line,) = listed(odd, width=width)

    assert line.endswith("  one two three␛four")


def test_a_roomy_line_also_tells_who_and_how_long_to_the_minute():
    (line,) = listed(*TALK, width=120)

    assert line.endswith("  2 h 10 m    ⇄2    @a and @b  first words")


def test_a_conversation_of_seconds_lasted_less_than_a_minute():
    tweets = tweet("1", "a", "12:00"), tweet("2", "a", "12:00:40", reply_to="1")

    assert "  < 1 m  " in listed(*tweets)[0]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
def test_no_line_is_wider_than_the_width(width):
    tweets = [tweet("1" * 30, "a" * 20, text="слово " * 60)]

    assert all(len(line) <= width for line in listed(*tweets, width=width))


def test_what_is_not_known_is_not_made_up():
    tweets = tweet("M1", None, None, None, reply_to="M0"), tweet("2", text=None)

    assert listed(*tweets, width=120) == [
        "M1                       1 by ?    undated",
        "2                        1 by 1    11 Feb 2016                    @a",
    ]


def test_a_title_stands_before_the_words():
    told = spats([tweet("1")], case("1", title="Who\x1b?"))

    (line,) = listing(map(summary_of, told), view())

    assert plain(line).endswith("  Who␛?  words")


def test_an_account_that_was_renamed_is_one_voice():
    tweets = [
        tweet("1")._replace(author=Account("old", None, "7")),
        tweet("2", reply_to="1")._replace(author=Account("new", None, "7")),
    ]

    assert " 2 by 1 " in listed(*tweets)[0]


@pytest.mark.parametrize("width", [40, 62, 80, 100])
@pytest.mark.parametrize("glyphs", [GLYPHS, ASCII], ids=["signs", "ascii"])
def test_lines_without_roles_are_the_same(width, glyphs):
    began = datetime(2016, 3, 26, 20, 59, 30, tzinfo=UTC)
    told = view(width=width, glyphs=glyphs)
    ids = ["7", "M1", "697721737827057664", "1" * 40]
    times = [
        (None, None),
        (began, None),
        (began, began),
        (began, began + timedelta(seconds=59)),
        (began + timedelta(minutes=1), began + timedelta(days=400, minutes=59)),
        (began.astimezone(MOSCOW), began + timedelta(hours=1)),
    ]
    words = [
        None,
        "",
        "It begins.\nNow",
        "Вчера " * 40,
        "word " * 40,
        "👨\u200d👩" * 60,
    ]
    summaries = [
        Summary(id_, title, tweets, ("a",) * voices, *those, score, said)
        for id_, those, said in product(ids, times, words)
        for title, tweets, voices, score in (
            (None, 3, 2, 0),
            (None, 1_234_567, 0, 12),
            ("Who?", 5, 3, 2),
        )
    ]

    lines = [*plain_listing(summaries, told)]

    assert lines == [plain(line).rstrip(" ") for line in listing(summaries, told)]


@given(st.text(), st.text() | st.none(), st.datetimes() | st.none())
def test_a_line_of_json_is_what_json_dumps_writes(id_, words, sent):
    sent = sent and sent.replace(tzinfo=UTC)
    each = Summary(id_, None, 3, ("a", "b"), None, sent, 2, words)

    assert json_of(each) == json.dumps(members_of(each))


# The command.


def test_json_tells_the_same_with_instants_and_the_score(told, file):
    _, out, _ = told("list", "--format", "json", file)

    first, *others = json.loads(out)["conversations"]
    assert first == {
        "id": FIRST["id_str"],
        "tweets": 6,
        "voices": 4,
        "first": "2016-02-11T10:00:00.000Z",
        "last": "2016-02-11T12:30:00.000Z",
        "score": 2,
        "words": "We did not.",
    }
    assert [each["id"] for each in others] == [OTHER["id_str"]]


def test_list_and_show_all_rank_alike(told):
    _, out, _ = told("list", "--format", "json", SYNTHETIC)
    _, shown, _ = told("show", "--infer", "off", "--format", "json", SYNTHETIC)

    listed_ids = [each["id"] for each in json.loads(out)["conversations"]]
    assert listed_ids == [spat["id"] for spat in json.loads(shown)["spats"]]


def test_nothing_is_inferred_unless_it_is_asked_for(told):
    _, stated, _ = told("list", SYNTHETIC)
    _, inferred, _ = told("list", "--infer", "safe", SYNTHETIC)

    assert len(stated.splitlines()) > len(inferred.splitlines())


def test_sides_that_are_given_count_as_voices(told, tmp_path):
    end = status("12:40", "mod2", "Never.", answers=FOURTH)
    path = written(tmp_path, "x.json", [*HEAP, end])

    _, alone, _ = told("list", "--format", "json", path)
    _, sided, _ = told("list", "--format", "json", path, "--side", "M=@mod,@mod2")

    scores = [json.loads(out)["conversations"][0]["score"] for out in (alone, sided)]
    assert scores == [2, 4]


def test_join_replies_lists_a_quote_by_itself(told, file):
    _, joined, _ = told("list", file)
    _, apart, _ = told("list", "--join", "replies", file)

    assert [len(out.splitlines()) for out in (joined, apart)] == [2, 3]


def test_hostile_words_of_a_conversation_on_one_line_take_the_colour(told, tmp_path):
    hostile = status("09:00", "c", "\x1b[31mred")
    path = written(tmp_path, "x.json", [FIRST, SECOND, hostile])

    _, out, _ = told("show", "--color", "always", path)

    assert "\x1b" not in out
    assert "␛[31mred" in out


@pytest.mark.parametrize("command", ["show", "list"])
def test_a_wrong_word_for_join_is_wrong_usage(told, file, command):
    code, _, err = told(command, "--join", "quotes", file)

    assert code == 2
    assert err == ["tweetspat: 'quotes' is not one of auto, all, replies"]


def shown_ids(out):
    """Return the ids of the tweets in a JSON document, which is valid."""
    document = json.loads(out)
    Draft202012Validator(schema()).validate(document)
    (spat,) = document["spats"]
    return [tweet["id"] for tweet in spat["tweets"]]


def ids(*statuses):
    return [each["id_str"] for each in statuses]


@pytest.mark.parametrize(
    "word",
    [
        pytest.param(SECOND["id_str"], id="id"),
        pytest.param(f"https://x.com/oir/status/{SECOND['id_str']}?s=20", id="url"),
        pytest.param(RETWEET["id_str"], id="retweet"),
    ],
)
def test_thread_shows_the_conversation_of_a_status_whole(told, file, word):
    _, out, _ = told("show", "--thread", word, "--format", "json", file)

    assert shown_ids(out) == ids(FIRST, SECOND, THIRD, ASIDE, QUOTE, FOURTH)


@pytest.mark.parametrize(
    ("ways", "shown"),
    [
        (["--up"], [FIRST, SECOND, THIRD]),
        (["--down"], [SECOND, THIRD, QUOTE, FOURTH]),
        (["--up", "--down"], [FIRST, SECOND, THIRD, QUOTE, FOURTH]),
    ],
    ids=["up", "down", "both"],
)
@pytest.mark.parametrize("command", ["show --format json", "convert --to json"])
def test_up_and_down_lead_from_the_status(told, file, command, ways, shown):
    arguments = command.split()
    _, out, _ = told(*arguments, "--thread", THIRD["id_str"], *ways, file)

    assert shown_ids(out) == ids(*shown)


def test_of_a_thread_only_its_conversation_is_listed(told, file):
    _, whole, _ = told("list", "--thread", ASIDE["id_str"], file)
    _, part, _ = told("list", "--thread", THIRD["id_str"], "--up", file)

    assert [line.split()[1:4] for line in whole.splitlines()] == [["6", "by", "4"]]
    assert [line.split()[:4] for line in part.splitlines()] == [
        [FIRST["id_str"], "3", "by", "2"]
    ]


def test_a_part_says_that_it_is_one_and_dims_what_stays_for_context(told, file):
    thread = ["--thread", THIRD["id_str"], "--down", file]

    _, plainly, _ = told("show", *thread)
    _, coloured, _ = told("show", "--color", "always", "--theme", "ansi", *thread)

    assert "3 of 6 tweets in 2 h 10 m, 1 more for context" in plainly
    assert (
        f"◆2 @oir for context, ↩ replies to {FIRST['id_str']}, which is not selected"
        in " ".join(plainly.split())
    )
    assert "1 tweet not shown" in plainly
    (head,) = (line for line in coloured.splitlines() if "for context, " in line)
    assert {code.split("m")[0] for code in head.split("\x1b[")[1:]} == {"0", "2"}


def test_a_part_that_is_read_again_keeps_its_numbers(told, file, tmp_path):
    asked = ["--thread", FOURTH["id_str"], "--up", "--format", "json"]
    _, out, _ = told("show", *asked, file)
    _, again, _ = told("show", "--format", "json", written(tmp_path, "part.json", out))

    numbers = [
        [tweet["n"] for tweet in json.loads(each)["spats"][0]["tweets"]]
        for each in (out, again)
    ]
    assert numbers == [[1, 2, 3, 6]] * 2


@pytest.mark.parametrize("command", ["show", "list", "convert"])
def test_a_thread_that_stands_nowhere_is_nothing_found(told, file, command):
    code, out, err = told(command, "--thread", "123", file)

    assert (code, out) == (1, "")
    assert err == [
        "tweetspat: 123: no tweet here has or names this id; tweetspat list tells ids"
    ]


@pytest.mark.parametrize("command", ["show", "list", "convert"])
@pytest.mark.parametrize("way", ["--up", "--down"])
def test_up_and_down_without_a_thread_are_wrong_usage(told, file, command, way):
    code, out, err = told(command, way, file)

    assert (code, out) == (2, "")
    assert "add --thread ID" in err[0]


def test_up_from_a_conversation_whose_first_tweet_is_lost_is_nothing_found(
    told, tmp_path
):
    user = {"id": "1", "username": "a", "name": "a"}
    reply = {
        "id": SECOND["id_str"],
        "author_id": "1",
        "text": "words",
        "created_at": "2016-02-11T10:05:00.000Z",
        "conversation_id": FIRST["id_str"],
    }
    path = written(tmp_path, "x.json", {"data": [reply], "includes": {"users": [user]}})

    whole = told("show", "--thread", FIRST["id_str"], path)
    up = told("show", "--thread", FIRST["id_str"], "--up", path)

    assert whole[0] == 0
    assert "@a" in whole[1]
    assert up[0] == 1
    assert "its first tweet is not here" in up[2][0]
