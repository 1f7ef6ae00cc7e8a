"""`tweetspat stats` from the outside: text, JSON, CSV, options, exit codes."""

import csv
import io
import json
from datetime import timedelta

import pytest
from counting import heaps, turns_of
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from make import SAMPLES, at, status, tweet, written
from shown import SIDES, spats, view

from tweetspat.cli import main
from tweetspat.model import Account
from tweetspat.renderers import stats_csv, stats_json
from tweetspat.renderers.stats_schema import stats_schema
from tweetspat.stats import stats

ALEPPO, SYNTHETIC = (
    str(SAMPLES / "aleppo-2016.json"),
    str(SAMPLES / "synthetic-v1.json"),
)
VALID = Draft202012Validator(stats_schema())


@pytest.fixture
def told(capsysbinary, monkeypatch):
    """Run a command in this process; return its code, stdout and stderr lines."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)

    def run_here(*arguments):
        code = main([*map(str, arguments)])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode().splitlines()

    return run_here


def document(what, **more):
    """Return the JSON document of some spats, which is valid."""
    found = ((spat, stats(spat)) for spat in what)
    read = json.loads("\n".join(stats_json.render(found, view(**more))))
    VALID.validate(read)
    return read


def rows(text):
    return [*csv.DictReader(io.StringIO(text))]


# JSON.


def test_json_of_the_samples_is_as_the_schema_says(told):
    for sample in (ALEPPO, SYNTHETIC):
        code, out, _ = told("stats", "--format", "json", sample)

        VALID.validate(json.loads(out))
        assert code == 0


def test_json_holds_every_conversation_whole(told):
    _, out, _ = told("stats", "--format", "json", SYNTHETIC)
    _, shown, _ = told("show", "--format", "json", SYNTHETIC)

    ids = [each["id"] for each in json.loads(out)["conversations"]]
    assert ids == [spat["id"] for spat in json.loads(shown)["spats"]]


def test_what_json_says_of_the_synthetic_spat(told):
    _, out, _ = told("stats", "--format", "json", SYNTHETIC)

    found = json.loads(out)["conversations"][0]
    first = found["accounts_answer"][0]
    assert [voice["handle"] for voice in found["voices"]] == [
        "coalition_pao",
        "moscow_mod",
        "halab_witness",
    ]
    assert (first["from"], first["to"]) == ("#90000000002", "#90000000001")
    assert first["quotes"] == {"stated": 1, "inferred": 0}
    assert first["answers"] == {"stated": 0, "inferred": 1}
    assert first["response"]["median"] == 3100
    assert found["longest_silence"]["seconds"] == 4670
    assert found["last_word"]["account"] == "#90000000003"
    assert found["retweets"]["most"] == {"tweet": "708918015034392575", "times": 2}


def test_hours_are_counted_on_the_first_clock_and_days_where_it_lasts_longer():
    late = tweet("2", "a", None, sent=at("22:30") + timedelta(days=9), reply_to="1")
    (short,) = spats((tweet("1", "a", "22:30"),), infer="off")
    (long,) = spats((tweet("1", "a", "22:30"), late), infer="off")

    hours, days = document([short, long])["conversations"]

    assert (hours["period"], hours["clock"]) == ("hour", "Europe/Moscow")
    assert hours["voices"][0]["periods"] == [
        {"start": "2016-02-12T01:00:00+03:00", "tweets": 1}
    ]
    assert days["period"] == "day"
    assert days["voices"][0]["periods"] == [
        {"start": "2016-02-12", "tweets": 1},
        {"start": "2016-02-21", "tweets": 1},
    ]


def test_what_nobody_knows_is_null():
    (spat,) = spats((tweet("1", None, None),), infer="off")

    (found,) = document([spat])["conversations"]

    assert (found["first"], found["period"], found["clock"]) == (None, None, None)
    assert found["longest_silence"] is None
    assert found["last_word"] == {
        "tweet": "1",
        "account": None,
        "sent": None,
        "certain": True,
    }
    assert found["retweets"]["most"] is None


def test_nothing_selected_has_no_last_word():
    (spat,) = spats((tweet("1"),), infer="off")

    (found,) = document([turns_of(spat, t1={"context": True})])["conversations"]

    assert found["last_word"] is None


@settings(deadline=None)
@given(heaps())
def test_json_is_always_as_the_schema_says(tweets):
    assert document(spats(tweets, infer="off", sides=SIDES))
    assert document(spats(tweets, infer="off"), zones=[])


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=".".join(path) or "document")
        for path in (
            (),
            ("zones", "0"),
            ("conversations", "0"),
            *(
                ("conversations", "0", *more)
                for more in (
                    ("voices", "0"),
                    ("voices", "0", "periods", "0"),
                    ("sides", "0"),
                    ("answers",),
                    ("accounts_answer", "0"),
                    ("accounts_answer", "0", "response"),
                    ("longest_silence",),
                    ("last_word",),
                    ("completeness",),
                    ("retweets",),
                )
            ),
        )
    ],
)
def test_a_member_that_is_dropped_or_renamed_is_refused(told, path):
    _, out, _ = told("stats", "--format", "json", SYNTHETIC)
    for name in _at(json.loads(out), path):
        dropped, renamed = json.loads(out), json.loads(out)
        _at(dropped, path).pop(name)
        _at(renamed, path)["x"] = _at(renamed, path).pop(name)

        assert not VALID.is_valid(dropped)
        assert not VALID.is_valid(renamed)


def _at(value, path):
    for key in path:
        value = value[int(key) if isinstance(value, list) else key]
    return value


def test_json_holds_nothing_that_a_terminal_should_not_get():
    author = Account("a", "\x1b\x7f\u202e\ud800")
    (spat,) = spats((tweet("1")._replace(author=author),), infer="off")

    text = "\n".join(stats_json.render([(spat, stats(spat))], view()))

    assert text.isascii()
    assert text.replace("\n", "").isprintable()
    assert json.loads(text)["conversations"][0]["voices"][0]["name"] == author.name


# CSV.


def test_csv_is_the_table_of_voices_unless_another_is_asked_for(told):
    _, out, _ = told("stats", "--format", "csv", SYNTHETIC)
    _, same, _ = told("stats", "--format", "csv", "--table", "voices", SYNTHETIC)

    assert out == same
    first = rows(out)[0]
    assert (first["handle"], first["tweets"]) == ("coalition_pao", "2")
    assert first["first"] == "2016-03-13T06:05:30.000Z"


def test_csv_of_the_matrix_holds_accounts_and_sides(told):
    _, out, _ = told("stats", "--format", "csv", "--table", "matrix", ALEPPO)

    found = {(r["between"], r["from"], r["to"]): r for r in rows(out)}
    assert found["accounts", "oirspox", "mod_russia"]["total"] == "3"
    assert found["sides", "Washington", "Moscow"]["answers_inferred"] == "1"


def test_csv_of_responses_leaves_unknown_lengths_empty(told):
    _, out, _ = told("stats", "--format", "csv", "--table", "responses", ALEPPO)

    first = rows(out)[0]
    assert (first["timed"], first["times_unknown"], first["median"]) == ("0", "3", "")


def test_a_cell_that_a_spreadsheet_would_evaluate_is_disarmed():
    author = Account("a", "=cmd|' /C calc'!A0")
    (spat,) = spats((tweet("1")._replace(author=author),), infer="off")

    _, row = stats_csv.render("voices", [(spat, stats(spat))])

    assert ",'=cmd|' /C calc'!A0," in row


def test_a_voice_without_times_has_empty_cells():
    (spat,) = spats((tweet("1", "a", None),), infer="off")

    (row,) = rows("\n".join(stats_csv.render("voices", [(spat, stats(spat))])))

    assert (row["first"], row["last"], row["times_unknown"]) == ("", "", "1")


@settings(deadline=None)
@given(heaps())
def test_csv_adds_up_as_json_does(tweets):
    found = [(spat, stats(spat)) for spat in spats(tweets, infer="off", sides=SIDES)]
    matrix = rows("\n".join(stats_csv.render("matrix", found)))

    total = sum(int(r["total"]) for r in matrix if r["between"] == "accounts")
    assert total == sum(sum(each.answers) for _, each in found)


# The command.


def test_text_shows_the_likeliest_spat_and_all_each(told):
    _, one, _ = told("stats", SYNTHETIC)
    _, every, _ = told("stats", "--all", SYNTHETIC)

    assert one.count("Who spoke when") == 1
    assert one.splitlines()[-1] == "1 more conversation: --all counts it"
    assert every.count("Who spoke when") == 2


def test_thread_up_and_down_select(told, tmp_path):
    first = status("10:00", "mod")
    second = status("10:05", "oir", answers=first)
    third = status("10:20", "mod", answers=second)
    path = written(tmp_path, "x.json", [first, second, third])
    asked = ["--thread", second["id_str"], "--up", "--format", "json"]

    _, out, _ = told("stats", *asked, path)

    (found,) = json.loads(out)["conversations"]
    assert (found["tweets"], found["whole"]) == (2, 3)


def test_sides_links_and_clocks_are_taken_as_by_the_other_commands(told):
    _, sided, _ = told("stats", "--side", "Skies=@halab_witness", SYNTHETIC)
    _, stated, _ = told("stats", "--infer", "off", "--format", "json", SYNTHETIC)
    _, zoned, _ = told("stats", "--zone", "UTC", "--width", "60", SYNTHETIC)

    assert "Skies" in sided
    assert all(
        each["answers"]["inferred"] == 0 for each in json.loads(stated)["conversations"]
    )
    assert "UTC" in zoned
    assert "MSK" not in zoned
    assert max(map(len, zoned.splitlines())) <= 60


def test_colour_is_asked_for(told):
    _, plain, _ = told("stats", ALEPPO)
    _, coloured, _ = told("stats", "--color", "always", ALEPPO)

    assert "\x1b" not in plain
    assert "\x1b[" in coloured


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "svg"], "'svg' is not one of text, json, csv"),
        (
            ["--table", "matrix"],
            "--table chooses among the tables of csv; add --format csv",
        ),
        (
            ["--format", "csv", "--table", "x"],
            "'x' is not one of voices, matrix, responses",
        ),
        (["--up"], "--up and --down lead away from a status; add --thread ID"),
    ],
)
def test_wrong_usage_is_2(told, arguments, said):
    code, out, err = told("stats", *arguments, ALEPPO)

    assert (code, out) == (2, "")
    assert err == [f"tweetspat: {said}"]


def test_no_tweet_is_1_and_nothing_readable_3(told, tmp_path):
    assert told("stats", written(tmp_path, "x.json", "[]"))[0] == 1
    assert told("stats", tmp_path / "none.json")[0] == 3


def test_a_skipped_record_is_4_under_strict(told, tmp_path):
    path = written(tmp_path, "x.json", [status("10:00"), {"id_str": "x", "text": 1}])

    assert told("stats", "-q", path)[0] == 0
    assert told("stats", "-q", "--strict", path)[0] == 4


def test_the_order_of_the_inputs_does_not_matter(told):
    ways = [
        told("stats", "--all", *files)[1]
        for files in ((ALEPPO, SYNTHETIC), (SYNTHETIC, ALEPPO))
    ]

    assert ways[0] == ways[1]
