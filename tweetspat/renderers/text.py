"""Text: the timeline without colour, for pipes, reports and mail."""

from collections.abc import Iterator

from tweetspat.renderers.layout import laid_out
from tweetspat.renderers.lines import plain
from tweetspat.renderers.view import Report, View

__all__ = ["render"]


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the lines without line ends, none wider than `view.width` cells."""
    return map(plain, laid_out(report, view._replace(theme=None)))
