"""How far a batch is: one line of a terminal, and nothing anywhere else."""

import io

import pytest

from tweetspat.cli.progress import Progress
from tweetspat.problems import Place, Problem


class Screen(io.StringIO):
    """A terminal that keeps what is drawn."""

    def isatty(self):
        return True

    def looks(self):
        return self.getvalue().split("\r\x1b[K")[1:]


def progress(*seconds, **more):
    """Return progress on a screen whose clock tells one second after another."""
    screen, clock = Screen(), iter(seconds)
    told = {"quiet": False} | more
    return Progress(stream=screen, clock=lambda: next(clock), **told), screen


@pytest.mark.parametrize(
    ("seconds", "done", "line"),
    [
        (1, (100, 500), "100 of 1,000 conversations · 100/s"),
        (10, (100, 500), "100 of 1,000 conversations · 10/s · 1 m 30 s left"),
        (10, (900, 4_990), "900 of 1,000 conversations · 90/s · 0 s left"),
        (4_000, (100, 2_500), "100 of 1,000 conversations · 0/s · 1 h 06 m left"),
    ],
)
def test_it_tells_the_rate_and_the_time_left_by_tweets(seconds, done, line):
    shown, screen = progress(0, 0, seconds)

    shown.begins(1_000, 5_000)
    shown.went_on(*done)

    assert screen.looks() == ["reading …", line]


def test_it_draws_no_more_than_ten_times_a_second():
    shown, screen = progress(0, 0, *(n / 100 for n in range(100)))

    shown.begins(100, 100)
    for _ in range(100):
        shown.went_on(1, 1)

    assert len(screen.looks()) == 1 + 9


def test_nothing_to_do_divides_by_nothing():
    shown, screen = progress(0, 5, 5.0, 5.2)

    shown.begins(0, 0)
    shown.went_on(0, 0)
    shown.went_on(0, 0)

    assert screen.looks()[-1] == "0 of 0 conversations · 0/s"


@pytest.mark.parametrize(
    ("quiet", "stream"), [(True, Screen()), (False, io.StringIO())], ids=["q", "pipe"]
)
def test_it_draws_nothing_where_nobody_looks(quiet, stream, capsys):
    clock = iter((0, 0, 9))
    shown = Progress(quiet=quiet, stream=stream, clock=lambda: next(clock))

    shown.begins(1, 1)
    shown.went_on(1, 1)
    shown.clear()

    assert stream.getvalue() == ""
    assert capsys.readouterr().err == ""


def test_problems_take_the_place_of_the_line(capsys):
    problem = Problem("odd", "it is odd", Place("x.json", 1))
    shown, screen = progress(0, stated=[problem])

    shown.read([problem._replace(message="it is odder")])
    shown.waiting()

    assert screen.looks() == ["reading …", "", ""]
    assert capsys.readouterr().err.splitlines() == [
        "tweetspat: x.json:1: $: it is odd",
        "tweetspat: x.json:1: $: it is odder",
        "tweetspat: another run writes this folder; waiting until it is done",
    ]
