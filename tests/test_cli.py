"""The command line, from the outside: stdout, stderr, exit codes, files."""

import gzip
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from make import SAMPLES, status, written
from shown import ROOT, environment, run

from tweetspat.cli import COMMANDS

ALEPPO, SYNTHETIC = (
    str(SAMPLES / "aleppo-2016.json"),
    str(SAMPLES / "synthetic-v1.json"),
)

FIRST = status("10:00", "mod_russia")
SECOND = status("10:05", "oirspox", answers=FIRST)
TORN = json.dumps([FIRST, SECOND])[:-30]
BAD_LINE = '{"id": nothing}'


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch):
    for name in (
        *("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"),
        *("COLORFGBG", "COLUMNS", "PYTHONIOENCODING"),
    ):
        monkeypatch.delenv(name, raising=False)


def lines_of(*records):
    return "\n".join(
        each if isinstance(each, str) else json.dumps(each) for each in records
    )


# Exit codes and errors.


def test_0_when_all_is_read_and_nothing_is_said_about_it(told):
    code, out, err = told("show", ALEPPO)

    assert (code, err) == (0, [])
    assert out.startswith("Who bombed Aleppo?")


@pytest.mark.parametrize("command", ["show", "list"])
@pytest.mark.parametrize("nothing", ["", "[]", "\n\n"])
def test_1_when_a_readable_input_holds_no_tweet(told, tmp_path, command, nothing):
    empty = written(tmp_path, "empty.json", nothing)

    code, out, err = told(command, empty)

    assert (code, out) == (1, "")
    assert err == [f"tweetspat: {empty}: there is no tweet in it"]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["shout", ALEPPO], id="unknown-command"),
        pytest.param(["show", "--wide", ALEPPO], id="unknown-option"),
        pytest.param(["show", "--format", "pdf", ALEPPO], id="unknown-format"),
        pytest.param(["show", "--width", "10", ALEPPO], id="too-narrow"),
        pytest.param(["show", "--width", "wide", ALEPPO], id="no-number"),
        pytest.param(["show", "--zone", "Mosco", ALEPPO], id="unknown-zone"),
        pytest.param(
            ["show", "--naive-zone", "Mosco", ALEPPO], id="unknown-naive-zone"
        ),
        pytest.param(
            ["show", "--side", "Moscow", ALEPPO], id="a-side-without-accounts"
        ),
        pytest.param(["show", "--infer", "much", ALEPPO], id="unknown-inference"),
        pytest.param(["show", "--color", "pink", ALEPPO], id="unknown-color"),
        pytest.param(["show", "--theme", "pink", ALEPPO], id="unknown-theme"),
        pytest.param(["show", "-o", "x.pdf", ALEPPO], id="unknown-ending"),
        pytest.param(["list", "--format", "svg", ALEPPO], id="unknown-list-format"),
        pytest.param(["zones", "Mosco"], id="zones-of-an-unknown-word"),
        pytest.param(["zones", "MSK", "--on", "tomorrow"], id="no-day"),
    ],
)
def test_2_when_the_command_is_not_understood(told, arguments):
    code, out, err = told(*arguments)

    assert (code, out) == (2, "")
    assert len(err) == 1
    assert err[0].startswith("tweetspat: ")


def test_a_wrong_word_is_answered_with_those_that_would_do(told):
    assert "did you mean moscow" in told("show", "--zone", "Mosco", ALEPPO)[2][0]
    assert (
        "text, terminal, html, svg, markdown, dot, mermaid, json, jsonl"
        in told("show", "--format", "x", ALEPPO)[2][0]
    )
    assert "auto, always, never" in told("show", "--color", "x", ALEPPO)[2][0]
    assert ".svg" in told("show", "-o", "x.pdf", ALEPPO)[2][0]


@pytest.mark.parametrize("command", ["show", "list", "check"])
@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(None, "it cannot be opened: No such file", id="missing"),
        pytest.param(
            '{"x": 1}', "is no shape of tweets known here", id="unknown-shape"
        ),
        pytest.param(TORN[:100], "breaks off", id="torn-in-its-first-record"),
    ],
)
def test_3_when_nothing_could_be_read(told, tmp_path, command, content, reason):
    path = str(tmp_path / "x.json")
    if content is not None:
        written(tmp_path, "x.json", content)

    code, out, err = told(command, path)

    assert (code, out) == (3, "")
    assert len(err) == 1
    assert err[0].startswith(f"tweetspat: {path}")
    assert reason in err[0]


def test_a_pipe_in_the_file_system_is_refused_at_once(told, tmp_path):
    os.mkfifo(tmp_path / "pipe")

    code, _, err = told("show", tmp_path / "pipe")

    assert code == 3
    assert "no regular file" in err[0]


def test_4_when_an_array_breaks_off_and_what_was_read_is_shown(told, tmp_path):
    code, out, err = told("show", written(tmp_path, "torn.json", TORN))

    assert code == 4
    assert "●1  @mod_russia" in out
    assert len(err) == 1
    assert "torn.json:1: $[1]: " in err[0]


@pytest.mark.parametrize("command", ["show", "list"])
def test_4_when_one_of_several_inputs_cannot_be_read(told, tmp_path, command):
    code, out, err = told(command, ALEPPO, tmp_path / "none.json")

    assert code == 4
    assert "Who bombed Aleppo?" in out
    assert [line.partition("none.json")[1] for line in err] == ["none.json"]


def test_a_bad_line_costs_only_itself_and_is_told_of(told, tmp_path):
    path = written(tmp_path, "x.jsonl", lines_of(FIRST, BAD_LINE, SECOND))

    code, out, err = told("show", path)

    assert code == 0
    assert "●1  @mod_russia" in out
    assert "◆2  @oirspox" in out
    assert len(err) == 1
    assert err[0].startswith(f"tweetspat: {path}:2: $: ")


def test_4_for_a_bad_line_when_asked_to_be_strict(told, tmp_path):
    path = written(tmp_path, "x.jsonl", lines_of(FIRST, BAD_LINE, SECOND))

    code, out, _ = told("show", "--strict", path)

    assert code == 4
    assert "◆2  @oirspox" in out
    assert told("show", "--strict", ALEPPO)[0] == 0


@pytest.mark.parametrize(("count", "more"), [(20, None), (21, "1"), (1234, "1,214")])
def test_twenty_problems_are_told_of_and_then_how_many_more(
    told, tmp_path, count, more
):
    path = written(tmp_path, "x.jsonl", lines_of(FIRST, *[BAD_LINE] * count))

    _, _, err = told("show", path)

    assert all(line.startswith(f"tweetspat: {path}:") for line in err[:20])
    assert err[20:] == ([f"tweetspat: … {more} more: tweetspat check"] if more else [])


def test_quiet_says_nothing_of_problems(told, tmp_path):
    path = written(tmp_path, "x.jsonl", lines_of(FIRST, BAD_LINE))

    assert told("show", "-q", path)[2] == []


def test_an_error_is_one_line_whatever_the_file_is_called(told, tmp_path):
    code, _, err = told("show", tmp_path / "a\nb\x1b[31m\u202e.json")

    assert code == 3
    assert len(err) == 1
    assert "a␊b␛[31m<U+202E>.json" in err[0]


@pytest.mark.parametrize(
    "arguments", [["show", "none.json"], ["show", "--zone", "X", "-"]]
)
def test_no_traceback_is_ever_shown(arguments):
    done = run(*arguments)

    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


# Check.


def test_check_finds_nothing_in_what_is_in_order(told, tmp_path):
    path = written(tmp_path, "x.json", [FIRST, SECOND])

    assert told("check", path) == (0, "", [])


def test_check_exits_1_and_names_code_and_place_of_everything_odd(told, tmp_path):
    path = written(tmp_path, "x.jsonl", lines_of(SECOND, BAD_LINE, SECOND))

    code, out, err = told("check", path)

    assert (code, err) == (1, [])
    assert {line.partition(":")[0] for line in out.splitlines()} >= {
        "duplicate",
        "lost-tweet",
    }
    assert f"{path}:2: $: " in out


def test_check_lists_all_the_problems_that_show_cuts_short(told, tmp_path):
    path = written(tmp_path, "x.jsonl", lines_of(FIRST, *[BAD_LINE] * 50))

    assert len(told("check", path)[1].splitlines()) == 50


# Inputs.


def test_standard_input_is_read_for_a_dash_and_where_no_input_is_named():
    given = Path(ALEPPO).read_bytes()

    by_name, by_dash, by_pipe = (
        run("show", ALEPPO),
        run("show", "-", given=given),
        run("show", given=given),
    )

    assert by_name.stdout == by_dash.stdout == by_pipe.stdout != b""
    assert by_dash.returncode == by_pipe.returncode == 0


def test_what_is_packed_is_unpacked(told, tmp_path):
    packed = written(tmp_path, "x.json", gzip.compress(Path(ALEPPO).read_bytes()))

    assert told("show", packed) == told("show", ALEPPO)


def test_a_folder_is_all_its_files_but_the_hidden_ones(told, tmp_path):
    written(tmp_path, "a.json", FIRST)
    written(tmp_path, "b.json", SECOND)
    written(tmp_path, ".c.json", "{{{")

    code, out, err = told("show", tmp_path)

    assert (code, err) == (0, [])
    assert "◆2  @oirspox  ↩ replies to ●1" in out


def test_the_order_of_the_inputs_does_not_matter(told, tmp_path):
    one = written(tmp_path, "one.json", FIRST)
    two = written(tmp_path, "two.json", SECOND)

    assert told("show", one, two) == told("show", two, one)


def test_its_own_output_is_an_input_and_shows_the_same(told, tmp_path):
    _, document, _ = told("show", "--format", "json", ALEPPO)
    again = written(tmp_path, "again.json", document)

    assert told("show", again) == told("show", ALEPPO)


# Output.


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.txt", "Who bombed Aleppo?"),
        ("x.ans", "Who bombed Aleppo?"),
        ("x.svg", "<svg "),
        ("x.json", '{"schema":"tweetspat/1"'),
        ("x.JSONL", '{"schema":"tweetspat/1"'),
    ],
)
def test_the_ending_of_a_file_chooses_the_format(told, tmp_path, name, start):
    code, out, err = told("show", ALEPPO, "-o", tmp_path / name)

    shown = (tmp_path / name).read_text("utf-8")
    assert (code, out, err) == (0, "", [])
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown).startswith(start)
    assert shown.endswith("\n")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_format_that_is_named_beats_the_ending(told, tmp_path):
    told("show", ALEPPO, "--format", "json", "-o", tmp_path / "x.txt")

    assert (
        json.loads((tmp_path / "x.txt").read_text("utf-8"))["schema"] == "tweetspat/1"
    )


def test_a_file_is_as_readable_for_others_as_the_mask_allows(told, tmp_path):
    mask = os.umask(0o027)
    try:
        told("show", ALEPPO, "-o", tmp_path / "x.txt")
    finally:
        os.umask(mask)

    assert (tmp_path / "x.txt").stat().st_mode & 0o777 == 0o640


def test_an_output_replaces_an_older_one_whole(told, tmp_path):
    (tmp_path / "x.txt").write_text("old\n" * 10_000)

    told("show", ALEPPO, "-o", tmp_path / "x.txt")

    assert (tmp_path / "x.txt").read_text("utf-8") == told("show", ALEPPO)[1]


def test_an_output_is_not_written_through_a_link(told, tmp_path):
    (tmp_path / "kept").write_text("kept")
    (tmp_path / "x.txt").symlink_to("kept")

    told("show", ALEPPO, "-o", tmp_path / "x.txt")

    assert (tmp_path / "kept").read_text() == "kept"
    assert not (tmp_path / "x.txt").is_symlink()


def test_3_when_the_output_cannot_be_written_and_nothing_is_left(told, tmp_path):
    (tmp_path / "x.txt").mkdir()
    (tmp_path / "x.txt" / "kept").write_text("kept")

    code, _, err = told("show", ALEPPO, "-o", tmp_path / "x.txt")

    assert code == 3
    assert len(err) == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["x.txt", "kept"]


def test_a_write_that_fails_midway_leaves_the_old_file_as_it_was(tmp_path):
    (tmp_path / "x.json").write_text("old")
    limited = (
        "import resource, signal, sys; "
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); "
        "from tweetspat.cli import main; sys.exit(main(sys.argv[1:]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", limited, "show", ALEPPO, "-o", str(tmp_path / "x.json")],
        capture_output=True,
        check=False,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
    )

    assert done.returncode == 3
    assert done.stderr.startswith(b"tweetspat: ")
    assert done.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
    assert (tmp_path / "x.json").read_text() == "old"


@pytest.mark.parametrize(
    "arguments",
    [["show", ALEPPO], ["list", ALEPPO], ["schema"], ["formats"], ["zones"], ["demo"]],
    ids=" ".join,
)
def test_3_when_the_disk_is_full(arguments):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tweetspat", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )

    assert done.returncode == 3
    assert done.stderr == (
        b"tweetspat: the output cannot be written: No space left on device\n"
    )


def test_3_when_stdout_is_closed():
    done = subprocess.run(
        [
            "/bin/sh",
            "-c",
            'exec "$0" -m tweetspat show "$1" >&-',
            sys.executable,
            ALEPPO,
        ],
        stderr=subprocess.PIPE,
        check=False,
        env=environment(),
    )

    assert done.returncode == 3
    assert done.stderr == (
        b"tweetspat: the output cannot be written: standard output is closed\n"
    )


def test_141_in_silence_when_nobody_reads_the_output():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "tweetspat", "list", ALEPPO],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        env=environment(),
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_a_signal_ends_it_at_once_and_in_silence(number, code):
    running = subprocess.Popen(
        [sys.executable, "-m", "tweetspat", "show", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # What a shell starts with "&" ignores SIGINT, and so do its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    # A pipe holds 64 KB: once more is taken the program is up and reads.
    running.stdin.write(b" " * (1 << 20))
    running.stdin.flush()

    running.send_signal(number)
    out, err = running.communicate(timeout=30)

    assert (running.returncode, out, err) == (code, b"", b"")


# Encodings, colours, and the same bytes everywhere.


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "ascii:strict"])
def test_an_encoding_without_the_signs_gets_ascii_ones(encoding):
    done = run("show", SYNTHETIC, PYTHONIOENCODING=encoding)

    shown = done.stdout.decode(encoding.partition(":")[0])
    assert (done.returncode, done.stderr) == (0, b"")
    assert " 08:40  00:40  A1  @moscow_mod" in shown
    assert r"\u0412\u0447\u0435\u0440\u0430" in shown


def test_machines_get_utf_8_in_every_encoding():
    plain = run("show", "--format", "json", SYNTHETIC)

    assert run(
        "show", "--format", "json", SYNTHETIC, PYTHONIOENCODING="ascii"
    ).stdout == (plain.stdout)


def test_an_error_in_an_encoding_without_its_letters_is_still_told():
    done = run("show", "нет.json", PYTHONIOENCODING="ascii")

    assert done.returncode == 3
    assert done.stderr.startswith(rb"tweetspat: \u043d\u0435\u0442.json: ")


@pytest.mark.parametrize(
    ("environ", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"CLICOLOR_FORCE": "1"}, True),
    ],
    ids=str,
)
def test_the_environment_decides_on_colour(told, monkeypatch, environ, coloured):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in told("show", ALEPPO)[1]) is coloured


def test_an_option_on_colour_beats_the_environment(told, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" in told("show", "--color", "always", ALEPPO)[1]

    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in told("show", "--color", "never", ALEPPO)[1]


@pytest.mark.parametrize(
    ("arguments", "environ"),
    [
        ([], {"NO_COLOR": "1"}),
        (["--color", "never"], {}),
        (["--color", "never"], {"FORCE_COLOR": "1"}),
    ],
    ids=str,
)
def test_where_no_colour_is_wanted_the_terminals_format_has_none(
    told, monkeypatch, arguments, environ
):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    _, out, _ = told("show", "--format", "terminal", *arguments, ALEPPO)

    assert "\x1b" not in out
    assert out == told("show", "--format", "text", ALEPPO)[1]


@pytest.mark.parametrize(("theme", "ink"), [("light", "#fdfdfb"), ("dark", "#14161a")])
def test_a_picture_has_the_theme_that_is_asked_for(told, tmp_path, theme, ink):
    asked = ("show", ALEPPO, "--theme", theme)

    _, piped, _ = told(*asked, "--format", "svg")
    told(*asked, "-o", tmp_path / "x.svg")

    assert f'rx="8" fill="{ink}"' in piped
    assert (tmp_path / "x.svg").read_text("utf-8") == piped


@pytest.mark.parametrize(
    ("theme", "blue"), [("light", "38;2;0;114;178"), ("dark", "38;2;86;180;233")]
)
def test_a_coloured_file_has_the_theme_that_is_asked_for(told, tmp_path, theme, blue):
    told("show", ALEPPO, "--theme", theme, "-o", tmp_path / "x.ans")

    assert blue in (tmp_path / "x.ans").read_text("utf-8")


def test_a_file_of_text_stays_plain_whatever_the_theme(told, tmp_path):
    told("show", ALEPPO, "--theme", "dark", "-o", tmp_path / "x.txt")

    assert (tmp_path / "x.txt").read_text("utf-8") == told("show", ALEPPO)[1]


def test_piped_bytes_are_the_same_on_every_machine():
    machines = [
        {},
        {"TZ": "Asia/Kathmandu", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LANG": "ru_RU.UTF-8", "PYTHONHASHSEED": "2"},
        {"COLUMNS": "200", "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        {"COLUMNS": "20", "TERM": "dumb", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ]

    for form in ("text", "json"):
        shown = {
            run("show", SYNTHETIC, ALEPPO, "--format", form, **machine).stdout
            for machine in machines
        }
        assert len(shown) == 1


# The commands.


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_begins_with_how_to_use_it(told, command):
    code, out, err = told(command, "--help")

    assert (code, err) == (0, [])
    assert out.startswith(f"Usage: tweetspat {command}")
    assert len(out.splitlines()[2].split()) > 3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_readme(command):
    readme = (ROOT / "README.md").read_text("utf-8")

    assert f"tweetspat {command}" in readme


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command(told, option):
    code, out, err = told(option)

    assert (code, err) == (0, [])
    assert [
        name for name in COMMANDS if not re.search(rf"(?m)^  {name} +\w", out)
    ] == []


def test_the_version_is_one_line(told):
    from tweetspat import __version__

    assert told("--version") == (0, f"tweetspat {__version__}\n", [])


def test_demo_shows_the_bundled_spat_from_any_folder(tmp_path):
    done = run("demo", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == run("show", ALEPPO).stdout


def test_list_has_one_line_a_conversation_the_likeliest_first(told):
    code, out, err = told("list", SYNTHETIC)

    lines = out.splitlines()
    assert (code, err) == (0, [])
    assert [line.split()[1] for line in lines] == ["4", "3", "1"]
    assert "Вчера в городе" in lines[2]


def test_list_as_json_tells_the_same(told):
    _, out, _ = told("list", "--format", "json", SYNTHETIC)

    found = json.loads(out)["conversations"]
    assert [each["tweets"] for each in found] == [4, 3, 1]
    assert found[0].keys() == {
        "id",
        "tweets",
        "voices",
        "first",
        "last",
        "score",
        "words",
    }
    assert found[2]["first"] == found[2]["last"] == "2016-03-13T05:40:00.000Z"


def test_formats_names_every_output_and_shape(told):
    from tweetspat.readers import shapes
    from tweetspat.renderers import RENDERERS

    _, out, _ = told("formats")

    named = {line.split()[0] for line in out.splitlines() if re.match(r"  \S", line)}
    assert named == {*RENDERERS, *(reader.SHAPE for reader in shapes())}


@pytest.mark.parametrize(
    ("day", "told_of"),
    [
        ("2013-02-11", "MSK UTC+4 on Mon 11 Feb 2013"),
        ("2016-02-11", "MSK UTC+3 on Thu"),
    ],
)
def test_zones_tells_the_offset_of_a_word_on_a_day(told, day, told_of):
    code, out, _ = told("zones", "MSK", "--on", day)

    assert code == 0
    assert out.startswith(f"MSK is Europe/Moscow: {told_of}")


def test_zones_alone_lists_every_word(told):
    from tweetspat.zones import WORDS

    _, out, _ = told("zones")

    assert [word for word in WORDS if word not in out] == []


def test_show_takes_clocks_sides_and_a_width(told):
    _, out, _ = told(
        *("show", SYNTHETIC, "--width", "60", "--zone", "UTC"),
        *("--side", "Moscow=@moscow_mod", "--side", "Coalition=@coalition_pao"),
    )

    assert " 05:40  ●1  @moscow_mod" in out
    assert max(map(len, out.splitlines())) == 60
    assert re.search("◆ @coalition_pao .* Coalition", out)


def test_without_inference_only_stated_links_are_shown(told):
    assert "≈ answers" in told("show", SYNTHETIC)[1]
    assert "≈" not in told("show", "--infer", "off", SYNTHETIC)[1]


def test_all_shows_every_conversation_whole(told):
    assert "more conversation" in told("show", SYNTHETIC)[1]
    assert "more conversation" not in told("show", "--all", SYNTHETIC)[1]
