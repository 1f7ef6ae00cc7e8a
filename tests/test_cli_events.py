"""`--events`: what is said to have happened when, below the conversation."""

import pytest
from make import SAMPLES, status, written

from tweetspat.cli import main

ALEPPO = str(SAMPLES / "aleppo-2016.json")
TITLE = "What is said to have happened when"


@pytest.fixture
def out(capsysbinary):
    """Run a command in this process and return what it prints."""

    def run_here(*arguments):
        assert main([*map(str, arguments)]) == 0
        return capsysbinary.readouterr().out.decode()

    return run_here


def test_the_section_follows_the_conversation_on_request(out):
    plain, more = out("show", ALEPPO), out("show", ALEPPO, "--events")

    assert TITLE not in plain
    assert more.startswith(plain)
    assert more[len(plain) :].startswith(f"\n\n{TITLE}  ")


def test_the_demo_has_it_too(out):
    assert out("demo", "--events") == out("show", ALEPPO, "--events")


@pytest.mark.parametrize("form", ["text", "terminal", "svg"])
def test_people_get_it_in_every_format(out, form):
    assert TITLE in out("show", ALEPPO, "--events", "--format", form)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_what_machines_get_is_unchanged(out, form):
    asked = ("show", ALEPPO, "--format", form)

    assert out(*asked, "--events") == out(*asked)


def test_it_follows_the_width_and_the_clocks_that_are_asked_for(out):
    shown = out("show", ALEPPO, "--events", "--width", "120", "--zone", "Aleppo")

    assert "◷ 12:55 EET = 13:55 MSK, Wed 10 Feb 2016 ╌" in shown
    assert "● Moscow " in shown.partition(TITLE)[2]


def test_where_no_text_speaks_of_a_time_one_line_says_so(out, tmp_path):
    silent = written(tmp_path, "x.json", status(text="nothing"))

    last = out("show", silent, "--events").splitlines()[-1]

    assert last == "◷ No text here speaks of a time that is understood."


def test_of_a_part_of_a_conversation_only_what_is_selected_makes_claims(out, tmp_path):
    first = status("10:00", "a", "At 13:55 (MSK) they came")
    second = status("10:05", "b", "At 14:55 (MSK) they left", answers=first)
    heap = written(tmp_path, "x.json", [first, second])

    shown = out("show", heap, "--thread", second["id_str"], "--down", "--events")

    assert "1 claim, 1 moment" in shown
    assert "◷ 14:55 MSK" in shown.partition(TITLE)[2]
