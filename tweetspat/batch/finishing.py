"""The end of a run: the lists of what there is, and the manifest, which comes last."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tweetspat.batch.folder import digest_of
from tweetspat.batch.index_lines import INDEX, without
from tweetspat.batch.index_page import PAGE, Contents, Row, page_of
from tweetspat.batch.known import Output
from tweetspat.batch.manifest import MANIFEST, Failure, Manifest, lines_of
from tweetspat.batch.planning import Plan
from tweetspat.batch.source import Source
from tweetspat.batch.tree import Tree
from tweetspat.batch.writing import write_whole
from tweetspat.problems import Problem

__all__ = ["Findings", "finish"]

_FIXED = "fixed"
"""The key of files that are made anew in every run."""


class Findings(NamedTuple):
    """What is to be told of a run beside its conversations."""

    source: Source
    settings: Mapping[str, object]
    problems: Sequence[Problem]
    failures: Sequence[tuple[int, Failure]]


def finish(tree: Tree, plan: Plan, found: Findings) -> tuple[Mapping[str, int], int]:
    """Name the lists and the manifest; return the counts, and what was removed.

    Args:
        tree: in which all reports stand.
        plan: its index stands unfinished in the folder.
        found: what else there is to tell.

    Raises:
        OSError: the folder cannot be written.
    """
    failed: dict[int, set[str]] = {}
    for rank, failure in found.failures:
        failed.setdefault(rank, set()).add(failure.format)
    counts = _counts(tree, plan, found)
    _index(tree, failed)
    page = page_of(_contents(plan, found, failed, counts))
    _name(tree, PAGE, page)
    removed = tree.remove_others()
    manifest = Manifest(
        settings=found.settings,
        inputs=found.source.inputs,
        counts=counts,
        outputs=_outputs(tree, plan),
        failures=[failure for _, failure in found.failures],
        problems=found.problems,
    )
    _name(tree, MANIFEST, lines_of(manifest))
    tree.close()
    tree.folder.finish()
    return counts, removed


def _name(tree: Tree, name: str, lines: Iterator[str]) -> None:
    digest = write_whole(tree.folder.work(name), lines)
    tree.name_alone(name, Output(name, _FIXED, *digest))


def _index(tree: Tree, failed: Mapping[int, set[str]]) -> None:
    """Name the index, without the reports that could not be made."""
    name, planned = INDEX, tree.folder.work(INDEX)
    digest = None if failed else digest_of(planned)
    if digest is None:
        name = f"{INDEX}.kept"
        with open(planned, "rb") as lines:
            digest = write_whole(tree.folder.work(name), without(lines, failed))
    tree.name_alone(name, Output(INDEX, _FIXED, *digest))


def _counts(tree: Tree, plan: Plan, found: Findings) -> dict[str, int]:
    reported = [
        sum(path in tree.outputs for _, path, _ in each.reports) for each in plan.those
    ]
    return {
        "conversations": plan.conversations,
        "tweets": plan.tweets,
        "reported": sum(map(bool, reported)),
        "reports": sum(reported),
        "listed": sum(each.listed for each in plan.those),
        "too_small": plan.too_small,
        "failed": len(found.failures),
    }


def _contents(
    plan: Plan,
    found: Findings,
    failed: Mapping[int, set[str]],
    counts: Mapping[str, int],
) -> Contents:
    rows = [
        Row(summary, {form: path for form, path in reports.items() if form not in lost})
        for rank, (summary, reports) in enumerate(plan.rows)
        for lost in [failed.get(rank, ())]
    ]
    return Contents(
        rows=rows,
        whole=plan.conversations,
        tweets=plan.tweets,
        reported=counts["reported"],
        tables=[name for name, _ in plan.tables.values()],
        inputs=found.source.inputs,
        problems=len(found.problems),
        failed=counts["failed"],
        selected=str(found.settings["selection"] or ""),
    )


def _outputs(tree: Tree, plan: Plan) -> Iterator[tuple[Output, str | None, str | None]]:
    """Yield each output, reports first, in the order of their conversations."""
    for each in plan.those:
        for form, path, _ in each.reports:
            if path in tree.outputs:
                yield tree.outputs[path], each.id, form
    for form, (name, _) in plan.tables.items():
        yield tree.outputs[name], None, form
    for name in (INDEX, PAGE):
        yield tree.outputs[name], None, None
