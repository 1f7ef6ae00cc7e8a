"""Asking the terminal for its ground, in a terminal that the test plays."""

import os
import signal
import termios

import pytest
from make import SAMPLES
from palettes import contrast
from played import Terminal

from tweetspat.cli import ground
from tweetspat.cli.ground import theme_of
from tweetspat.renderers.palette import GROUND, ROLES, palette

ALEPPO = str(SAMPLES / "aleppo-2016.json")
QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
SECOND = b"\x1b[?62;22c"
BLACK, WHITE = b"\x1b]11;rgb:0000/0000/0000", b"\x1b]11;rgb:ffff/ffff/ffff"
BLUES = {"dark": b"38;2;86;180;233", "light": b"38;2;0;114;178", "ansi": b"\x1b[1;36m"}
"""The first side's colour in each theme."""

TRUE = {"COLORTERM": "truecolor", "PAGER": "cat"}


def showing(patience, *more):
    """Return what runs `show` with so much patience, whatever the machine's load."""
    code = (
        "import sys, tweetspat.cli.ground as ground; "
        f"ground._PATIENCE = ground._PATIENCE_AFAR = {patience}; "
        "from tweetspat.__main__ import run; run()"
    )
    return ["-c", code, "show", ALEPPO, *more]


def themes(screen):
    return [theme for theme, blue in BLUES.items() if blue in screen]


# What an answer means.


@pytest.mark.parametrize(
    ("color", "theme"),
    [
        (b"rgb:0000/0000/0000", "dark"),
        (b"rgb:1e1e/1e1e/2e2e", "dark"),
        (b"rgb:00/2b/36", "dark"),
        (b"rgb:0/0/8", "dark"),
        (b"RGB:FDFD/F6F6/E3E3", "light"),
        (b"rgb:f/f/f", "light"),
        (b"rgb:fff/fff/fff", "light"),
        (b"rgba:ffff/ffff/ffff/0000", "light"),
        (b"rgb:8080/8080/8080", None),
        (b"rgb:ffff/0000/0000", None),
        (b"rgb:ffff/ffff", None),
        (b"rgb:xxxx/0000/0000", None),
        (b"#ffffff", None),
        (b"", None),
    ],
)
def test_a_ground_is_dark_or_light_or_neither(color, theme):
    assert theme_of(b"\x1b]11;" + color + b"\x1b\\" + SECOND) == theme


def test_an_answer_to_another_question_tells_nothing():
    assert theme_of(b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\") is None


@pytest.mark.parametrize("theme", GROUND)
def test_on_every_ground_that_gets_a_theme_its_words_can_be_made_out(theme):
    """3:1 is what WCAG 2 asks for large text; on its own ground it is 4.5:1."""
    greys = [b"%02x" % grey for grey in range(256)]
    grounds = [
        f"#{grey.decode() * 3}"
        for grey in greys
        if theme_of(b"\x1b]11;rgb:" + b"/".join([grey] * 3)) == theme
    ]
    worst = max(grounds) if theme == "dark" else min(grounds)
    colors = [palette(theme, role).color for role in ROLES if role != "rule"]

    assert all(contrast(color, worst) >= 3 for color in colors if color)


# A terminal that answers.


@pytest.mark.parametrize("end", [b"\x1b\\", b"\x07", b"\x9c"], ids=["st", "bel", "c1"])
@pytest.mark.parametrize(("answer", "theme"), [(BLACK, "dark"), (WHITE, "light")])
def test_the_terminals_answer_chooses_the_theme(answer, theme, end):
    with Terminal() as terminal:
        script = [(QUESTION, answer + end + SECOND)]

        done = terminal.run(showing(60), script, **TRUE)

        assert (done.code, done.stderr, themes(done.screen)) == (0, b"", [theme])
        assert terminal.left() == b""
        assert termios.tcgetattr(terminal.slave) == terminal.modes


def test_an_answer_beats_what_the_environment_says():
    with Terminal() as terminal:
        script = [(QUESTION, WHITE + b"\x07" + SECOND)]

        done = terminal.run(showing(60), script, COLORFGBG="15;0", **TRUE)

    assert themes(done.screen) == ["light"]


def test_one_that_answers_the_second_question_only_is_not_waited_for():
    with Terminal() as terminal:
        done = terminal.run(showing(60), [(QUESTION, SECOND)], **TRUE)

        assert themes(done.screen) == ["ansi"]
        assert terminal.left() == b""


def test_then_the_environment_tells_the_ground():
    with Terminal() as terminal:
        script = [(QUESTION, SECOND)]

        done = terminal.run(showing(60), script, COLORFGBG="15;0", **TRUE)

    assert themes(done.screen) == ["dark"]


def test_an_answer_in_pieces_is_put_together():
    with Terminal() as terminal:
        pieces = [BLACK[:9], BLACK[9:], b"\x1b", b"\\" + SECOND[:3], SECOND[3:]]

        def answer():
            for piece in pieces:
                terminal.type(piece)

        done = terminal.run(showing(60), [(QUESTION, answer)], **TRUE)

    assert themes(done.screen) == ["dark"]


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x1b]11;rgb:zz/zz/zz\x07" + SECOND,
        b"\xff\xfe\x00garbage" + SECOND,
        b"\x1b]11;?\x07" + SECOND,
        b"x" * 2000,
        b"\x1b]11;rgb:",
    ],
    ids=["no-figures", "bytes", "echo", "flood", "breaks-off"],
)
def test_garbage_is_no_answer_and_does_not_stay(garbage):
    with Terminal() as terminal:
        patience = 60 if SECOND in garbage or len(garbage) > 1024 else 0.05

        done = terminal.run(showing(patience), [(QUESTION, garbage)], **TRUE)

        assert (done.code, themes(done.screen)) == (0, ["ansi"])
        assert terminal.left() == b""
        assert termios.tcgetattr(terminal.slave) == terminal.modes


def test_one_that_never_answers_gets_its_own_colours():
    with Terminal() as terminal:
        done = terminal.run(showing(0), **TRUE)

        assert (done.code, done.stderr, themes(done.screen)) == (0, b"", ["ansi"])
        assert termios.tcgetattr(terminal.slave) == terminal.modes


# One that answers too late.

LATE = """
import os
from tweetspat.cli import ground, screen
assert ground.ask("/dev/tty", 0) == b""
os.write(1, b"gave up.")
os.read(WAITS, 99)
os.write(1, b"went on.")
screen.discard_late_answers()
"""


def test_a_late_answer_is_not_left_for_the_next_program():
    with Terminal() as terminal:
        reading, writing = os.pipe()
        # The terminal's echo shows that the answer has arrived; a pipe says so.
        script = [
            (b"gave up.", BLACK + b"\x07" + SECOND),
            (b"]11;rgb", lambda: os.write(writing, b"it has come\n")),
        ]
        code = LATE.replace("WAITS", str(reading))

        done = terminal.run(["-c", code], script, passed=(reading,))
        os.close(reading)
        os.close(writing)

        assert (done.code, done.stderr) == (0, b"")
        assert b"went on." in done.screen
        assert terminal.left() == b""


def test_a_terminal_that_has_gone_owes_nothing(monkeypatch):
    monkeypatch.setattr(ground, "_LATE", ["/nonexistent/tty"])

    ground.discard_late_answers()

    assert ground._LATE == []


# When it is not asked.


def assert_not_asked(done):
    assert b"\x1b]11" not in done.screen + done.stdout + done.stderr
    assert done.code == 0


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [
        pytest.param([], {"TERM": "dumb"}, id="dumb"),
        pytest.param([], {"TERM": "xterm", "COLORTERM": ""}, id="few-colours"),
        pytest.param([], {"NO_COLOR": "1"}, id="no-color"),
        pytest.param(["--color", "never"], {}, id="never"),
        pytest.param(["--theme", "light"], {}, id="the-theme-is-named"),
        pytest.param(["--format", "json"], {}, id="for-machines"),
        pytest.param(["--format", "text"], {}, id="plain-text"),
        pytest.param(["--format", "svg"], {}, id="a-picture"),
        pytest.param(["-o", "x.ans"], {}, id="into-a-file"),
    ],
)
def test_it_is_asked_only_where_the_answer_matters(
    tmp_path, monkeypatch, arguments, environ
):
    monkeypatch.chdir(tmp_path)
    with Terminal() as terminal:
        done = terminal.run(showing(60, *arguments), **TRUE | environ)

    assert_not_asked(done)


def test_it_is_not_asked_when_the_output_is_piped():
    with Terminal() as terminal:
        done = terminal.run(showing(60), piped=True, **TRUE | {"FORCE_COLOR": "1"})

    assert_not_asked(done)
    assert themes(done.stdout) == ["ansi"]


def test_it_is_asked_when_only_the_input_is_piped():
    given = (SAMPLES / "aleppo-2016.json").read_bytes()
    with Terminal() as terminal:
        script = [(QUESTION, WHITE + b"\x07" + SECOND)]
        arguments = [*showing(60)[:-1], "-"]

        done = terminal.run(arguments, script, given=given, **TRUE)

    assert themes(done.screen) == ["light"]


def test_what_is_typed_ahead_is_neither_read_nor_lost():
    with Terminal() as terminal:
        terminal.type(b"ls -l\n")

        done = terminal.run(showing(60), **TRUE)

        assert_not_asked(done)
        assert terminal.left() == b"ls -l\n"


BEHIND = """
import os
from tweetspat.cli import ground
child = os.fork()
if not child:
    os.setpgid(0, 0)
    print(ground.asked({}))
    os._exit(0)
os.waitpid(child, 0)
"""


def test_it_is_not_asked_from_the_background():
    with Terminal() as terminal:
        done = terminal.run(["-u", "-c", BEHIND], piped=True)

    assert_not_asked(done)
    assert done.stdout == b"None\n"


def test_without_a_terminal_nobody_is_asked():
    assert ground.asked({}, "/nonexistent/tty") is None
    assert ground.asked({}, os.devnull) is None


# Whatever happens.

INTERRUPTED = """
import signal
from tweetspat.cli import ground
ground._PATIENCE = 60
told = []
signal.signal(signal.SIGTERM, lambda *_: told.append("told"))
print(ground.asked({}), told)
"""


def test_a_signal_meanwhile_waits_until_the_terminal_is_restored():
    with Terminal() as terminal:

        def interrupt():
            os.kill(terminal.pid, signal.SIGTERM)
            terminal.type(WHITE + b"\x07" + SECOND)

        done = terminal.run(["-c", INTERRUPTED], [(QUESTION, interrupt)], piped=True)

        assert done.stdout == b"light ['told']\n"
        assert termios.tcgetattr(terminal.slave) == terminal.modes


def test_ctrl_c_meanwhile_ends_it_with_the_terminal_restored():
    with Terminal() as terminal:
        script = [(QUESTION, lambda: os.kill(terminal.pid, signal.SIGINT))]

        done = terminal.run(showing(0.2), script, **TRUE)

        assert done.code == 130
        assert termios.tcgetattr(terminal.slave) == terminal.modes


BROKEN = """
from tweetspat.cli import ground
def broken(*_):
    raise RuntimeError("broken")
ground._answer = broken
try:
    ground.ask("/dev/tty", 1)
except RuntimeError as error:
    print(error)
"""


def test_an_error_meanwhile_leaves_the_terminal_restored():
    with Terminal() as terminal:
        done = terminal.run(["-c", BROKEN], piped=True)

        assert done.stdout == b"broken\n"
        assert termios.tcgetattr(terminal.slave) == terminal.modes
