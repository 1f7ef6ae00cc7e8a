"""Measure tweetspat on large inputs, against bare decoding and against its peers.

usage: python tests/benchmarks/large.py [--tweets N] [--runs N] [--only list,batch]
                                        [--growth] [--peers [NAMES]] [--out FILE.md]

Everything that it needs it makes itself, in a folder outside the repository: the
tweets from a seed, and with `--peers` an environment for each peer (pip; ConvoKit and
delab-trees bring 9 GB with them).  Tables go to stdout, and with `--out` to a file
that is written anew after each trial.
"""

import argparse
import compileall
import shlex
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError

from at_scale import agreement, listing, machine, peers, report, rounds
from at_scale.bench import Bench
from at_scale.stored import Folder
from at_scale.trials import TRIALS

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CACHE = Path(tempfile.gettempdir()) / "tweetspat-benchmarks"
ASKED_FOR = ("growth", "peers")
"""Trials that take long or install things, so that they have to be asked for."""
MILLION = 1_000_000
BLOCK = 1 << 20


def main() -> None:
    options = _options()
    bench = _bench(options)
    compileall.compile_dir(REPOSITORY / "tweetspat", quiet=2)  # no run has to do it
    facts = machine.machine(REPOSITORY)
    command = shlex.join(["python", "tests/benchmarks/large.py", *sys.argv[1:]])
    told = list(report.heading(facts, command, options.date))
    print("\n".join(told))
    for part in _parts(options, bench):
        print("\n".join(part), flush=True)
        told += part
        if options.out:
            options.out.write_text("\n".join(told) + "\n", encoding="utf-8")


def _parts(options: argparse.Namespace, bench: Bench) -> Iterator[list[str]]:
    """Yield the lines of each trial, and of the comparison with an own count."""
    for name in options.only:
        for trial in TRIALS[name](bench):
            print(f"{trial.title} ({trial.tweets:,} tweets)", file=sys.stderr)
            for file in {word for each in trial.contestants for word in each.command}:
                _read(Path(file))
            results = rounds.measured(
                trial.contestants,
                trial.runs or bench.runs,
                bench.scratch,
                trial.seconds or bench.seconds,
            )
            yield list(report.table(trial, results))
    yield list(_agreement(bench))


def _agreement(bench: Bench) -> Iterator[str]:
    """Yield whether tweetspat's list is what plain Python counts on the same file."""
    file = bench.heap(min(bench.tweets, bench.peers_tweets))
    with file.path.open("rb") as lines:
        expected = agreement.sizes(lines)
    yield "\n## The same conversations\n"
    try:
        listed = listing.sizes(bench.program, file.path)
    except CalledProcessError as error:
        yield f"`tweetspat list --join all`: exit {error.returncode}"
        return
    same = "Equal" if listed == expected else "NOT equal"
    yield f"{same}: `tweetspat list --join all` and a count in plain Python.\n"
    for name, found in (("tweetspat", listed), ("plain Python", expected)):
        yield f"- {name}: {_told(found)}"


def _told(sizes: Counter[int]) -> str:
    tweets = sum(size * count for size, count in sizes.items())
    return f"{tweets:,} tweets in {sizes.total():,} conversations"


def _read(file: Path) -> None:
    """Read a file once, so that no run waits for the disk."""
    if file.is_file() and file.suffix in {".jsonl", ".gz", ".zst"}:
        with file.open("rb") as source:
            while source.read(BLOCK):
                pass


def _bench(options: argparse.Namespace) -> Bench:
    return Bench(
        Folder(options.data, options.seed),
        options.file,
        options.floor,
        options.tweets,
        options.runs,
        options.timeout,
        REPOSITORY,
        options.peers_env or options.data / "peers",
        tuple(n for n in (MILLION // 10, MILLION, 3 * MILLION) if n <= options.most),
        options.peers_tweets,
        options.slow_peers_tweets,
        tuple(options.peers or ()),
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--tweets", type=int, default=MILLION, metavar="N")
    add("--runs", type=int, default=3, metavar="N", help="rounds [3]")
    add("--only", type=_words, metavar="NAMES", help=f"of {', '.join(TRIALS)}")
    add("--growth", action="store_true", help="also 100k, 1M and 3M tweets")
    add("--most", type=int, default=3 * MILLION, metavar="N", help="in growth [3M]")
    add("--peers", type=_words, nargs="?", const=(), metavar="NAMES")
    add("--peers-tweets", type=int, default=MILLION // 10, metavar="N")
    add("--slow-peers-tweets", type=int, default=MILLION // 100, metavar="N")
    add("--peers-env", type=Path, metavar="DIR", help="environments of the peers")
    add("--data", type=Path, default=CACHE, metavar="DIR", help=f"[{CACHE}]")
    add("--file", type=Path, metavar="PATH", help="measure on this v1.1 file")
    add("--floor", type=Path, default=HERE / "floor.py", metavar="PATH")
    add("--seed", type=int, default=2016, metavar="N")
    add("--timeout", type=float, default=1200, metavar="S", help="a run [1200]")
    add("--date", default=time.strftime("%Y-%m-%d"), help="as the report says [today]")
    add("--out", type=Path, metavar="FILE", help="write the report there too")
    options = parser.parse_args()
    if options.only and (unknown := set(options.only) - set(TRIALS)):
        parser.error(f"no such trial: {', '.join(sorted(unknown))}")
    known = {peers.short(peer) for peer in peers.PEERS}
    if unknown := set(options.peers or ()) - known:
        parser.error(f"no such peer: {', '.join(sorted(unknown))}")
    options.only = options.only or [
        name
        for name in TRIALS
        if name not in ASKED_FOR
        or (name == "growth" and options.growth)
        or (name == "peers" and options.peers is not None)
    ]
    return options


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.lower().replace(" ", "").split(",")))


if __name__ == "__main__":
    main()
