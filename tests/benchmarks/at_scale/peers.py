"""The peers: what they are installed from, and which script does the job with them."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import NamedTuple

from .findings import printed_lines, told
from .rounds import Contestant

__all__ = ["PEERS", "Peer", "contestant", "installed", "short"]

SCRIPTS = Path(__file__).parents[1] / "peers"


class Peer(NamedTuple):
    """Another program for the same job, or for a part of it.

    Attributes:
        packages: what pip installs; the first is the peer itself.
        does: what its script does with it.
        slow: measured on the smaller file.
        pages: reads pages of API v2.
    """

    name: str
    packages: tuple[str, ...]
    script: str
    does: str
    slow: bool = False
    pages: bool = False


SAME = "one line a conversation, not ranked; retweets count"
PEERS = (
    Peer("DuckDB", ("duckdb",), "duckdb_sql.py", SAME),
    Peer("Polars", ("polars",), "polars_frames.py", SAME),
    Peer("sqlite-utils", ("sqlite-utils",), "sqlite_query.py", SAME),
    Peer("networkx", ("networkx",), "networkx_json.py", SAME),
    Peer(
        "PyConversations",
        ("pyconversations",),
        "pyconversations_segments.py",
        "as networkx, but every reply and quote joins",
    ),
    Peer(
        "ConvoKit",
        ("convokit",),
        "convokit_corpus.py",
        "as networkx, but a lost tweet cuts its conversation",
    ),
    Peer(
        "delab-trees",
        ("delab-trees", "tqdm"),  # tqdm it imports without asking for it
        "delab_tree_manager.py",
        "as networkx, but a lost tweet cuts its conversation",
        slow=True,
    ),
    Peer(
        "twarc flatten",
        ("twarc",),
        "twarc_flatten.py",
        "flattens pages; no conversations",
        pages=True,
    ),
    Peer("jq", (), "fields.jq", "prints four fields; no conversations"),
)


def short(peer: Peer) -> str:
    """Return what a peer is called on the command line."""
    return peer.name.lower().split()[0]


def installed(peer: Peer, environments: Path) -> str:
    """Install a peer where it is not yet; return its version, "" where it cannot be."""
    if not peer.packages:
        program = which("jq")
        return _said(program, "--version").strip() if program else ""
    root = environments / peer.packages[0]
    python = root / "bin" / "python"
    if not python.exists():
        print(f"installing {' '.join(peer.packages)} in {root}", file=sys.stderr)
        _said(sys.executable, "-m", "venv", str(root))
    names = _names(python)
    if peer.packages[0] not in names:
        _said(str(python), "-m", "pip", "install", "--quiet", *peer.packages)
        names = _names(python)
    return names.get(peer.packages[0], "")


def contestant(peer: Peer, version: str, environments: Path, file: Path) -> Contestant:
    """Return how a peer is run on a file."""
    name = f"{peer.name} {version}"
    script = str(SCRIPTS / peer.script)
    if not peer.packages:
        command = ("jq", "-r", "-f", script, str(file))
        return Contestant(version, command, peer.does, printed_lines)
    python = str(environments / peer.packages[0] / "bin" / "python")
    command = (python, script, str(file), "{out}")
    return Contestant(name, command, peer.does, told, environments / "home")


def _names(python: Path) -> dict[str, str]:
    listed = _said(str(python), "-m", "pip", "list", "--format=json")
    return {
        each["name"].lower(): each["version"] for each in json.loads(listed or "[]")
    }


def _said(*command: str) -> str:
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    if run.returncode:
        print(run.stderr.strip()[-400:], file=sys.stderr)
    return run.stdout
