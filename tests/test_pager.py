"""The pager: when there is one, which, what it is given, and how it ends."""

import os
import select
import shutil
import signal

import pytest
from make import SAMPLES, status, written
from played import TOO_LONG, Terminal

from tweetspat.cli import pager

ALEPPO = str(SAMPLES / "aleppo-2016.json")
SHOW = ["-m", "tweetspat", "show", "--theme", "dark", ALEPPO]
PLAIN = {"NO_COLOR": "1"}
SAYS = b"paged with"


@pytest.fixture
def told(tmp_path):
    """A pager that says so, tells its environment, and shows what it is given."""
    return program(
        tmp_path / "told", f'echo "{SAYS.decode()} [$LESS] [$LV] [$LESSCHARSET]"; cat'
    )


def program(path, script):
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def shown(arguments=SHOW, script=(), **environ):
    with Terminal() as terminal:
        return terminal.run(arguments, script, **PLAIN | environ)


# Whether there is one.


@pytest.mark.parametrize(
    "command", [["show", ALEPPO], ["list", ALEPPO], ["check", ALEPPO], ["demo"]]
)
def test_what_people_read_on_a_terminal_goes_through_the_pager(told, command):
    done = shown(["-m", "tweetspat", *command], PAGER=told)

    assert SAYS in done.screen
    assert done.stderr == b""


@pytest.mark.parametrize(
    "command", [["show", ALEPPO], ["list", ALEPPO], ["check", ALEPPO], ["demo"]]
)
def test_no_pager_prints_all_at_once(told, command):
    done = shown(["-m", "tweetspat", *command, "--no-pager"], PAGER=told)

    assert SAYS not in done.screen


@pytest.mark.parametrize(
    "arguments",
    [["--format", "json"], ["--format", "svg"], ["-o", "x.txt"]],
    ids=["for-machines", "a-picture", "into-a-file"],
)
def test_nothing_else_goes_through_it(told, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)

    assert SAYS not in shown([*SHOW, *arguments], PAGER=told).screen


def test_nothing_goes_through_it_when_the_output_is_piped(told):
    with Terminal() as terminal:
        done = terminal.run(SHOW, piped=True, PAGER=told)

    assert SAYS not in done.screen + done.stdout
    assert done.stdout.startswith(b"Who bombed Aleppo?")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_move_its_cursor_has_none(told, term):
    assert SAYS not in shown(PAGER=told, TERM=term or "dumb").screen


def test_without_a_keyboard_there_is_none(monkeypatch):
    monkeypatch.setattr(pager, "_has_the_keyboard", lambda: False)

    assert pager.command_of({"TERM": "xterm", "PAGER": "less"}) is None


# Which.


@pytest.fixture
def _keyboard(monkeypatch):
    monkeypatch.setattr(pager, "_has_the_keyboard", lambda: True)


@pytest.mark.usefixtures("_keyboard")
@pytest.mark.parametrize(
    ("environ", "command"),
    [
        ({}, "less -RFX"),
        ({"PAGER": "most"}, "most"),
        ({"PAGER": "most", "TWEETSPAT_PAGER": "less -S"}, "less -S"),
        ({"PAGER": ""}, None),
        ({"PAGER": " "}, None),
        ({"PAGER": "cat"}, None),
        ({"PAGER": "most", "TWEETSPAT_PAGER": ""}, None),
        ({"PAGER": "most", "TWEETSPAT_PAGER": "cat"}, None),
        ({"PAGER": "cat", "TWEETSPAT_PAGER": "most"}, "most"),
    ],
    ids=str,
)
def test_tweetspats_own_pager_comes_first_then_everybodys_then_less(environ, command):
    assert pager.command_of({"TERM": "xterm"} | environ) == command


@pytest.mark.usefixtures("_keyboard")
@pytest.mark.parametrize("environ", [{}, {"TERM": "dumb"}], ids=str)
def test_where_no_terminal_is_named_there_is_none(environ):
    assert pager.command_of(environ) is None


# What it is given.


def test_it_is_given_what_would_have_been_printed(told):
    plain, paged = shown(PAGER="cat"), shown(PAGER=told)

    assert paged.screen.partition(b"\n")[2] == plain.screen
    assert plain.screen.startswith(b"Who bombed Aleppo?")


def test_the_width_is_that_of_the_terminal(told):
    lines = shown(PAGER=told).screen.decode().splitlines()

    assert "━" * 100 in lines


def test_it_gets_the_options_that_git_gives_it(told):
    assert b"[FRX] [-c] [utf-8]" in shown(PAGER=told).screen


def test_what_the_user_has_set_stays(told):
    done = shown(PAGER=told, LESS="-i", LV="", LESSCHARSET="latin1")

    assert b"[-i] [] [latin1]" in done.screen


def test_less_is_always_asked_to_pass_colours_on(tmp_path):
    less = program(tmp_path / "less", 'echo "options: $@"; cat >/dev/null')

    assert b"options: -R -S" in shown(PAGER=f"{less} -S").screen


def test_a_command_may_be_a_pipe(tmp_path):
    done = shown(PAGER="LC_ALL=C tr a-z A-Z | head -n 1; echo 'at the end'")

    assert done.screen.startswith(b"WHO BOMBED ALEPPO?")
    assert b"at the end" in done.screen


def test_a_program_may_have_spaces_in_its_name(tmp_path):
    spaced = program(tmp_path / "my pager", "echo mine; cat")

    assert shown(PAGER=f"'{spaced}'").screen.startswith(b"mine")


@pytest.mark.parametrize("missing", ["/nonexistent/pager", "no-such-pager-here -x"])
def test_without_the_program_all_is_printed(missing):
    done = shown(PAGER=missing)

    assert (done.code, done.stderr) == (0, b"")
    assert done.screen == shown(PAGER="cat").screen


def test_a_quote_that_is_not_closed_is_told_of_by_the_shell():
    assert shown(PAGER="less '").code == 0


# Links.


@pytest.mark.parametrize(
    ("name", "version", "follows"),
    [
        ("less", "less 590 (GNU regular expressions)", True),
        ("less", "less 568", True),
        ("less", "less 551 (PCRE)", False),
        ("less", "BusyBox v1.36", False),
        ("less", "", False),
        ("most", "less 590", False),
    ],
)
def test_links_are_written_only_for_a_less_that_passes_them_on(
    tmp_path, name, version, follows
):
    command = program(tmp_path / name, f"echo '{version}'")

    assert pager.follows_links(command) is follows
    assert pager.follows_links(f"{command} | cat") is False


def test_a_less_that_is_not_there_passes_nothing_on():
    assert pager.follows_links("/nonexistent/less") is False


LINKED = b"\x1b]8;id="


@pytest.mark.parametrize(
    ("environ", "linked"),
    [
        ({"PAGER": "cat"}, True),
        ({"PAGER": "cat", "TERM": "dumb"}, False),
        ({"PAGER": "cat", "NO_COLOR": "1"}, False),
        ({"PAGER": "cat", "TERM": "dumb", "FORCE_COLOR": "1"}, False),
        ({"PAGER": "more-or-less"}, False),
    ],
    ids=str,
)
def test_a_terminal_gets_links_when_all_on_the_way_take_them(tmp_path, environ, linked):
    path = written(tmp_path, "x.json", [status()])
    command = ["-m", "tweetspat", "show", "--theme", "dark", path]
    with Terminal() as terminal:
        assert (LINKED in terminal.run(command, **environ).screen) is linked


@pytest.mark.parametrize(
    "arguments",
    [["--color", "never"], ["--format", "text"], ["--format", "svg"]],
    ids=" ".join,
)
def test_without_colour_there_is_no_link(tmp_path, arguments):
    path = written(tmp_path, "x.json", [status()])
    with Terminal() as terminal:
        done = terminal.run(["-m", "tweetspat", "show", path, *arguments], PAGER="cat")

    assert b"\x1b" not in done.screen


def test_a_pipe_gets_no_link_also_in_colour(tmp_path):
    path = written(tmp_path, "x.json", [status()])
    command = ["-m", "tweetspat", "show", "--color", "always", path]
    with Terminal() as terminal:
        done = terminal.run(command, piped=True)

    assert b"\x1b[" in done.stdout
    assert LINKED not in done.stdout


# How it ends.


def test_leaving_it_early_is_no_error(tmp_path):
    clocks = (f"{n // 60:02}:{n % 60:02}" for n in range(1_000))
    long = written(tmp_path, "x.json", [status(c, text="word " * 50) for c in clocks])

    done = shown(["-m", "tweetspat", "show", long], PAGER="head -n 1")

    assert (done.code, done.stderr) == (0, b"")
    assert done.screen.count(b"\n") == 1


def test_the_programs_exit_code_is_kept_whatever_the_pagers(tmp_path):
    torn = written(tmp_path, "torn.json", b'[{"id": 1}, ')
    command = ["-m", "tweetspat", "show", ALEPPO, torn]

    done = shown(command, PAGER="sh -c 'cat; exit 7'")

    assert done.code == 4
    assert b"torn.json" in done.stderr


def test_what_is_wrong_is_told_after_the_pager_has_ended():
    def lines():
        yield b"first\n"
        raise OSError(5, "it broke")

    with pytest.raises(OSError, match="it broke"):
        pager.page(lines(), "cat >/dev/null", os.environ)
    assert pager.RUNNING == []


def test_its_handler_of_ctrl_c_is_put_back():
    before = signal.getsignal(signal.SIGINT)

    assert pager.page([b"x"], "cat >/dev/null", os.environ)
    assert not pager.page([b"x"], "/nonexistent/pager", os.environ)
    assert signal.getsignal(signal.SIGINT) is before


def test_ctrl_c_is_the_pagers(tmp_path):
    reading = (
        "exec </dev/tty; trap 'echo heard' INT; echo ready; until read key; do :; done"
    )
    command = program(tmp_path / "reading", f"cat >/dev/null\n{reading}\necho left")

    done = shown(script=[(b"ready", b"\x03"), (b"heard", b"\n")], PAGER=command)

    assert (done.code, done.stderr) == (0, b"")
    assert done.screen.endswith(b"left\r\n")


@pytest.mark.parametrize("name", ["TERM", "HUP"])
def test_a_signal_that_ends_the_program_ends_the_pager_too(tmp_path, name):
    number = signal.Signals[f"SIG{name}"]
    os.mkfifo(tmp_path / "end")
    end = os.open(tmp_path / "end", os.O_RDONLY | os.O_NONBLOCK)
    heard = f"trap '' HUP; trap 'echo ended by {name} >{tmp_path}/end; exit' {name}"
    waiting = f"cat >/dev/null; exec </dev/tty\n{heard}\necho ready; read key"
    command = program(tmp_path / "waiting", waiting)
    with Terminal() as terminal:
        script = [(b"ready", lambda: os.kill(terminal.pid, number))]

        done = terminal.run(SHOW, script, PAGER=command, **PLAIN)

        assert select.select([end], [], [], TOO_LONG)[0]
        assert os.read(end, 99).decode() == f"ended by {name}\n"
    os.close(end)
    assert done.code == 128 + number


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less here")
def test_less_shows_a_screen_leafs_and_leaves():
    done = shown(script=[(b"\n:", b" "), (b"\n:", b"q")])

    assert (done.code, done.stderr) == (0, b"")
    assert b"Who bombed Aleppo?" in done.screen
    assert b"took place" not in done.screen


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less here")
def test_less_leaves_what_fits_one_screen_at_once(tmp_path):
    path = written(tmp_path, "x.json", [status(text="رأينا طائرتين")])
    with Terminal() as terminal:
        done = terminal.run(["-m", "tweetspat", "show", "--theme", "dark", path])

    assert done.code == 0
    assert "\u2068رأينا طائرتين\u2069".encode() in done.screen
