"""What a small job must not pay for: modules that are loaded only when used."""

import re
import subprocess
import sys

import pytest
from make import SAMPLES
from shown import environment

SPARED = (
    "asyncio",
    "dataclasses",
    "dateutil",
    "gzip",
    "hashlib",
    "http",
    "logging",
    "msgspec",
    "pydantic",
    "rich.console",
    "rich.style",
    "rich.text",
    "ssl",
    "tempfile",
    "termios",
    "tweetspat.cli.ground",
    "tweetspat.cli.pager",
    "tweetspat.renderers.spat_json",
    "tweetspat.renderers.svg",
    "tweetspat.renderers.terminal",
    "tweetspat.renderers.tree",
    "tweetspat.renderers.versus",
    "tweetspat.renderers.compact",
    "tweetspat.renderers.legend",
    "tweetspat.said_times.lexicons.german",
    "tweetspat.zones.search",
)
"""Each costs between 1 and 80 ms, and a picture of 17 tweets needs none."""


TELL = (
    "import sys; from tweetspat.cli import main; code = main(sys.argv[1:]); "
    "print(*sys.modules, file=sys.stderr); sys.exit(code)"
)


def imported(*arguments):
    """Every module that a run into a pipe imports, by its full name.

    `-X importtime` would leave out what `importlib.import_module` loads.
    """
    done = subprocess.run(
        [sys.executable, "-c", TELL, *arguments],
        capture_output=True,
        check=True,
        env=environment(),
    )
    assert done.stdout
    return {*done.stderr.decode().split()}


@pytest.fixture(scope="module")
def small_job():
    return imported("show", str(SAMPLES / "aleppo-2016.json"))


@pytest.mark.parametrize("module", SPARED)
def test_a_small_job_does_not_load(module, small_job):
    assert module not in small_job


def test_a_small_job_loads_no_other_command(small_job):
    commands = {name for name in small_job if re.match(r"tweetspat\.cli\.", name)}

    assert not commands & {
        f"tweetspat.cli.{each}" for each in ("list", "check", "demo")
    }


def test_what_a_job_needs_is_seen_to_be_loaded(small_job):
    coloured = imported("show", "--color", "always", str(SAMPLES / "aleppo-2016.json"))

    assert "tweetspat.renderers.text" in small_job
    assert {"rich.style", "tweetspat.renderers.terminal"} <= coloured


def test_importing_the_package_loads_nothing_but_its_version():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, tweetspat; print(*(m for m in sys.modules if 'spat' in m))",
        ],
        capture_output=True,
        check=True,
        env=environment(),
    )

    assert {*done.stdout.split()} == {b"tweetspat", b"tweetspat.version"}
