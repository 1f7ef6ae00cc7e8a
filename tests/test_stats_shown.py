"""What a person sees of statistics, in text and on a terminal."""

import os
import random
from datetime import timedelta
from pathlib import Path

import pytest
from counting import heaps, shown, turns_of
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import SIDES, sample, spats, view

from tweetspat.model import Account, Order, Retweet
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import plain
from tweetspat.renderers.stats_signs import section
from tweetspat.renderers.stats_text import render
from tweetspat.renderers.view import ASCII
from tweetspat.stats import stats

SNAPSHOTS = Path(__file__).parent / "snapshots_stats"
REWRITE = os.environ.get("TWEETSPAT_REWRITE_SNAPSHOTS") == "1"
DARK = {"theme": "dark", "colors": "truecolor", "isolate": True}

TALK = (
    tweet("1", "mod", "12:00"),
    tweet("2", "oir", "12:10", reply_to="1"),
    tweet("3", "mod", "12:40", reply_to="2"),
)


def crowd(size=24, tweets=300):
    """Return the spat of two sides of two accounts and many bystanders."""
    numbers = random.Random(4)
    voices = ["mod", "mfa", "oir", "centcom", *(f"by_{n}" for n in range(size - 4))]
    weights = [30, 18, 26, 12, *(max(1, 8 - n) for n in range(size - 4))]
    sent, said = at("00:00"), [tweet("1", "mod", "00:00")]
    for number in range(2, tweets + 1):
        sent += timedelta(minutes=numbers.choice([1, 2, 5, 20, 60, 200]))
        (author,) = numbers.choices(voices, weights)
        parent = numbers.choice(said[-20:]).id
        said.append(tweet(str(number), author, None, sent=sent, reply_to=parent))
    sides = (
        SIDES[0]._replace(accounts=("mod", "mfa")),
        SIDES[1]._replace(accounts=("oir", "centcom")),
    )
    return spats(said, infer="off", sides=sides)[0]


SHOWN = {
    "aleppo-80.txt": ("aleppo-2016.json", {}),
    "aleppo-60.txt": ("aleppo-2016.json", {"width": 60}),
    "synthetic-80.txt": ("synthetic-v1.json", {}),
    "synthetic-120.txt": ("synthetic-v1.json", {"width": 120}),
    "synthetic-80-ascii.txt": ("synthetic-v1.json", {"glyphs": ASCII}),
    "synthetic-80-dark.ans": ("synthetic-v1.json", DARK),
    "crowd-40.txt": (None, {"width": 40}),
    "crowd-80.txt": (None, {}),
    "crowd-120.txt": (None, {"width": 120}),
    "crowd-80-ascii.txt": (None, {"glyphs": ASCII}),
}


def drawn(what, **more):
    """Return the lines of the output of some spats."""
    return [*render([(spat, stats(spat)) for spat in what], 0, view(**more))]


@pytest.mark.parametrize("name", SHOWN)
def test_statistics_look_as_they_were_accepted(name):
    source, how = SHOWN[name]
    snapshot = SNAPSHOTS / name

    spat = sample(source)[0] if source else crowd()
    found = "".join(f"{line}\n" for line in drawn([spat], **how))
    if REWRITE:
        snapshot.write_text(found, encoding="utf-8", newline="")

    assert found == snapshot.read_bytes().decode()


def test_every_snapshot_is_one_that_is_compared():
    assert {path.name for path in SNAPSHOTS.iterdir()} == SHOWN.keys()


@settings(deadline=None)
@given(heaps(), st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_width(tweets, width):
    for spat in spats(tweets, infer="off"):
        for more in ({}, {"glyphs": ASCII}, {"zones": []}):
            assert all(
                cells(line) <= width for line in shown(spat, width=width, **more)
            )


@pytest.mark.parametrize("width", [40, 52, 60, 72, 80, 100, 120])
def test_no_line_of_a_crowd_is_wider_than_the_width(width):
    assert all(cells(line) <= width for line in shown(crowd(), width=width))


def test_voices_beyond_ten_are_counted_as_others():
    assert "○ 13 others, 38 tweets" in shown(crowd())


def test_one_voice_too_many_is_one_other():
    tweets = [tweet(str(n), f"v{n}", reply_to="1") for n in range(2, 12)]

    (spat,) = spats((tweet("1", "v1", "11:00"), *tweets), infer="off")

    assert "○ 1 other, 1 tweet" in shown(spat)


def test_a_median_of_nothing_is_said_to_be_unknown():
    (spat,) = spats((TALK[0], tweet("2", "oir", None, reply_to="1")), infer="off")

    lines = shown(spat)

    assert "◆ @oir → ● @mod        1    unknown" in "\n".join(lines)
    assert "  1 reply · 1 time unknown" in lines
    assert "longest silence  unknown, no two times are known" in lines


def test_seconds_are_told_below_a_minute():
    tweets = TALK[0], tweet("2", "oir", "12:00:40", reply_to="1")

    assert "  40 s" in "\n".join(shown(spats(tweets, infer="off")[0]))


def test_an_answer_older_than_its_parent_is_told_of():
    tweets = TALK[0], tweet("2", "oir", "11:00", reply_to="1")

    lines = shown(spats(tweets, infer="off")[0])

    assert "  1 reply · 1 older than what it answers" in lines


def test_what_lies_between_unknown_times_is_no_silence_for_sure():
    tweets = (*TALK, tweet("4", "by", None, reply_to="1"))

    text = " ".join("\n".join(shown(spats(tweets, infer="off")[0])).split())

    assert "30 m from ◆3 @oir, Thu 11 Feb 2016, 15:10 MSK = 07:10 EST" in text
    assert "(1 tweet of unknown time may lie between)" in text


def test_another_day_on_another_clock_is_told():
    tweets = tweet("1", "a", "01:00"), tweet("2", "b", "02:00", reply_to="1")

    text = "\n".join(shown(spats(tweets, infer="off")[0]))

    assert "Thu 11 Feb 2016, 05:00 MSK = Wed 10 Feb 2016, 21:00 EST" in text
    assert "MSK  11 Feb 04:00" in text


def test_years_are_told_where_there_are_several():
    late = tweet("2", "b", None, sent=at("02:00") + timedelta(days=700), reply_to="1")

    lines = shown(spats((tweet("1", "a", "02:00"), late), infer="off")[0])

    assert any("11 Jan 2018 05:00" in line for line in lines)
    assert "a cell is 7" not in lines[4]


def test_a_lost_tweet_that_is_answered_is_a_column_and_no_row_of_those_who_spoke():
    answer = tweet("2", "a", "12:10", reply_to="1", reply_handle="gone")

    lines = shown(spats((answer,), infer="off")[0])

    when = lines.index(next(each for each in lines if each.startswith("Who spoke")))
    whom = lines.index(next(each for each in lines if each.startswith("Who answers")))
    assert not any("@gone" in line for line in lines[when:whom])
    assert any("┌ ? @gone" in line for line in lines[whom:])


def test_what_leads_out_of_what_is_counted_is_told_of():
    (spat,) = spats(TALK, infer="off")
    (link,) = spat.turns[1].links
    away = {"links": (link._replace(elsewhere=True),)}

    lines = shown(turns_of(spat, t2=away))

    assert "1 answer · 1 to tweets that are not here" in lines


def test_a_time_that_is_longer_than_any_axis_has_no_sparkline():
    late = tweet("2", "b", None, sent=at("02:00").replace(year=9999), reply_to="1")
    early = tweet("1", "a", None, sent=at("02:00").replace(year=2))

    lines = shown(spats((early, late), infer="off")[0])

    assert "Who spoke when " + "─" * 65 in lines


def test_where_there_is_no_room_for_a_note_the_heading_stands_alone():
    line = section("Who spoke when", "x" * 26, view(width=40))

    assert plain(line) == "Who spoke when " + "─" * 25


def test_nobody_answers_anybody():
    lines = shown(spats((tweet("1", "a"),), infer="off")[0])

    assert "Nobody answers anybody else, as far as is known." in lines
    assert not any(line.startswith("How fast") for line in lines)


def test_tweets_by_nobody_knows_whom_are_told_of():
    tweets = tweet("1", None), tweet("2", "a", "12:01", reply_to="1")

    lines = shown(spats(tweets, infer="off")[0])

    assert "? 1 tweet, nobody knows by whom" in lines
    assert "1 by or to nobody knows whom" in lines


def test_without_clocks_nothing_is_told_on_them():
    lines = shown(spats(TALK, infer="off")[0], zones=[])

    assert "last word        ●3 @mod" in lines
    assert not any("MSK" in line for line in lines)


def test_retweets_are_told_with_who_was_repeated_most():
    (spat,) = spats(TALK, infer="off")
    repeats = (Retweet("fan", None), Retweet(None, None))

    text = " ".join("\n".join(shown(turns_of(spat, t1={"retweets": repeats}))).split())

    assert "repeated 2 times by 1 account, 1 by nobody knows whom" in text
    assert "most often ●1 @mod, 2 times" in text


def test_retweets_by_nobody_knows_whom_are_no_account():
    (spat,) = spats(TALK, infer="off")

    lines = shown(turns_of(spat, t1={"retweets": (Retweet(None, None),)}))

    assert lines[-1].startswith("repeated         1 time, 1 by nobody knows whom ·")


def test_the_last_word_of_a_contested_order_is_no_sure_one():
    (spat,) = spats(TALK, infer="off")

    text = "\n".join(shown(spat._replace(order=Order("partial"))))

    assert "(as far as the order is known)" in text
    assert "as far as the order is known" not in "\n".join(shown(spat))


def test_nothing_selected_is_nobodys_last_word():
    (spat,) = spats(TALK, infer="off")
    context = {f"t{n}": {"context": True} for n in range(1, 4)}

    lines = shown(turns_of(spat, **context))

    assert "last word        nobody's: no tweet is here" in lines


def test_in_ascii_a_cell_is_a_figure_and_more_than_nine_a_plus():
    many = [tweet(str(n), "b", f"12:00:{n:02}", reply_to="1") for n in range(2, 30)]
    end = tweet("99", "a", "23:00", reply_to="2")

    lines = shown(spats((tweet("1", "a"), *many, end), infer="off")[0], glyphs=ASCII)

    assert any("+---" in line for line in lines)
    assert "".join(lines).isascii()


def test_a_name_that_drives_terminals_takes_the_colour():
    author = Account("a", "\x1b[31mred")

    lines = drawn(spats((tweet("1")._replace(author=author),)), **DARK)

    assert not any("\x1b" in line for line in lines)
    assert lines[-1].startswith("Shown without colour: a name holds control")


def test_names_from_right_to_left_are_kept_apart_on_a_terminal():
    author = Account("a", "شاهد من حلب")

    (line,) = (
        line
        for line in drawn(spats((tweet("1")._replace(author=author),)), isolate=True)
        if "شاهد" in line
    )

    assert line.index("\u2068") < line.index("شاهد") < line.index("\u2069")
    assert line.index("\u2069") < line.index("EST")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (1, "1 more conversation: --all counts it"),
        (2, "2 more conversations: --all counts each"),
    ],
)
@pytest.mark.parametrize("theme", [None, "ansi"])
def test_conversations_that_are_left_out_are_counted(more, said, theme):
    (spat,) = spats(TALK, infer="off")

    *_, last = render([(spat, stats(spat))], more, view(theme=theme))

    assert said in last


@pytest.mark.parametrize("theme", [None, "ansi"])
def test_of_several_conversations_each_has_a_block(theme):
    (spat,) = spats(TALK, infer="off")

    lines = drawn([spat, spat], theme=theme)

    assert sum("Who spoke when" in line for line in lines) == 2
