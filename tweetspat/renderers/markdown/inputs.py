"""Where a report comes from: each file with its hash, and what could not be read."""

from collections.abc import Iterator

from tweetspat.renderers.markdown.markup import item, table
from tweetspat.renderers.view import Report
from tweetspat.version import VERSION
from tweetspat.visible import markdown, one_line

__all__ = ["inputs"]

_MOST_PROBLEMS = 20


def inputs(report: Report) -> Iterator[str]:
    """Yield the chapter on what was read, if it is known."""
    if report.inputs:
        yield from ("", "# Inputs", "", f"Read by tweetspat {VERSION}.", "")
        yield from table(
            ("File", "Shape", "Tweets", "Problems", "SHA-256"),
            [
                (
                    markdown(one_line(each.file)),
                    markdown(one_line(each.shape or "not recognised")),
                    f"{each.tweets:,}",
                    f"{each.problems:,}",
                    f"`{each.sha256}`" if each.sha256 else "",
                )
                for each in report.inputs
            ],
        )
    if report.problems:
        yield from ("", "## What could not be read", "")
        for problem in report.problems[:_MOST_PROBLEMS]:
            yield item(markdown(one_line(str(problem))))
        more = len(report.problems) - _MOST_PROBLEMS
        if more > 0:
            yield item(f"… {more:,} more: `tweetspat check`")
