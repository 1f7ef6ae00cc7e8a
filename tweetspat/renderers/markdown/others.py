"""The other conversations in Markdown: a row for each of them."""

from collections.abc import Iterator, Sequence

from tweetspat.renderers.listing import began, lasted, voices_named
from tweetspat.renderers.markdown.markup import table
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted
from tweetspat.summaries import Summary
from tweetspat.visible import Shown, markdown, one_line, run_on

__all__ = ["others"]

_LONGEST = 120
"""Characters of the first words."""


def others(found: Sequence[Summary], view: View) -> Iterator[str]:
    """Yield a table of conversations that are not shown whole, if there are any."""
    if not found:
        return
    yield from ("", f"# {counted(len(found), 'more conversation')}", "")
    yield from table(
        ("Id", "Tweets", "Began", "Lasted", "Exchanged", "Voices", "First words"),
        [
            (
                markdown(one_line(each.id)),
                f"{each.tweets:,}",
                began(each, view),
                markdown(Shown(lasted(each, roomy=True))),
                f"{each.score:,}" if each.score else "",
                markdown(one_line(voices_named(each))),
                _words(each, view),
            )
            for each in found
        ],
    )


def _words(each: Summary, view: View) -> str:
    told, most = each.words or "", _LONGEST
    if each.title:
        told, most = each.title, len(each.title)
    return markdown(run_on(told, most, view.glyphs.more))
