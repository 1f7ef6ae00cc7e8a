"""Tables of what was measured, in Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from .bench import FLOOR, Trial
from .rounds import Result

__all__ = ["heading", "table"]

MB = 1 << 20
HOW = """\
Every figure is seen from outside: CPU is user and system time of a command and all its
processes, from the kernel. The contestants of a table ran side by side, each once a
round; a ratio is taken within its round, and the median of all rounds is told, with the
smallest and the largest in brackets. `floor` decodes, with msgspec, the fields that are
needed, line by line, and keeps nothing. Output went to files; the inputs had been read
once before. Memory is the highest seen in any run, over the whole tree of processes,
looked at every 50 ms or rarer: "own" is what no file backs, shared pages shared out
(7 MB of it are the bare interpreter's); "with files" adds pages of mapped files (input,
libraries), likewise shared out; "largest process" is the kernel's own highest resident
set of any single process.\
"""


def heading(facts: Iterable[tuple[str, str]], command: str, date: str) -> Iterator[str]:
    """Yield what stands above the tables."""
    yield "# Benchmarks\n"
    yield f"Written by `{command}` on {date}.\n"
    yield "| | |\n|---|---|"
    for name, value in facts:
        yield f"| {name} | {value} |"
    yield f"\n{HOW}"


def table(trial: Trial, results: Sequence[Result]) -> Iterator[str]:
    """Yield one trial: its title, a row for each contestant, and who is not there."""
    units = [
        result
        for name in trial.units
        for result in results
        if result.contestant.name == name
    ]
    rounds = max((len(result.runs) for result in results), default=0)
    size = f"{trial.tweets:,} tweets, {trial.size / 1e6:,.0f} MB"
    yield f"\n## {trial.title[0].upper()}{trial.title[1:]}\n"
    if results:
        yield f"{size}; {rounds} rounds.\n" if rounds != 1 else f"{size}; one round.\n"
        columns = ["", "CPU s", *(f"x {unit.contestant.name}" for unit in units)]
        columns += ["wall s", f"wall x {units[0].contestant.name}"] if units else []
        columns += (
            ["own MB", "own bytes a tweet"] if FLOOR in trial.units else ["own MB"]
        )
        columns += ["with files MB", "largest process MB", "did", "found"]
        yield _row(columns)
        yield _row(["---", *["---:"] * (len(columns) - 3), "---", "---"])
        for result in results:
            yield _row(_cells(trial, result, units, len(columns)))
    if results and trial.left_out:
        yield ""
    for each in trial.left_out:
        yield f"Left out: {each}."


def _cells(
    trial: Trial, result: Result, units: Sequence[Result], columns: int
) -> list[str]:
    name, does = result.contestant.name, result.contestant.does
    if not result.runs:
        return [name, *["-"] * (columns - 3), does, result.failed]
    cells = [name, _seconds(result.middle("cpu"))]
    cells += [_ratio(result, unit, "cpu") for unit in units]
    cells.append(_seconds(result.middle("wall")))
    cells += [_ratio(result, unit, "wall") for unit in units[:1]]
    own = result.peak("own")
    cells.append(_many(own / MB))
    if FLOOR in trial.units:
        cells.append(_many(own / trial.tweets))
    cells += [_many(result.peak(which) / MB) for which in ("pss", "largest")]
    return [*cells, does, result.found or result.failed]


def _ratio(result: Result, unit: Result, what: str) -> str:
    if result is unit:
        return "1"
    ratios = result.ratios(unit, what)
    if not ratios:
        return "-"
    middle = f"{median(ratios):,.2f}"
    spread = f"{ratios[0]:,.2f}-{ratios[-1]:,.2f}"
    return f"{middle} ({spread})" if len(ratios) > 1 else middle


def _many(number: float) -> str:
    """Return a number, or a dash where a run was over before it was looked at."""
    return f"{number:,.0f}" if number else "-"


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds >= 1 else f"{seconds:.3f}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
