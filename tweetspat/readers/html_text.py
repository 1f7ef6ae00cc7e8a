"""HTML as platforms write it into posts -> the plain text that was typed."""

import re

__all__ = ["text_of"]

_PARAGRAPHS = r"(?i)</p\s*>\s*<p(?:\s[^<>]*)?>"
_BREAK = r"(?i)<br\s*/?>"
_TAG = (
    r"""</?[A-Za-z](?:[^<>"']|"[^"<]*"|'[^'<]*')*+>|</?[A-Za-z][^<>]*>|<!--[^<>]*-->"""
)
"""Every scan ends at the next "<": a hostile text costs no more than its length."""


def text_of(html: str) -> str:
    """Return what a piece of HTML says, without its tags.

    A paragraph ends with an empty line, `<br>` with a line; entities are undone
    once, and after the tags are gone, so that an escaped tag stays text.
    """
    if "<" in html:
        html = re.sub(_PARAGRAPHS, "\n\n", html)
        html = re.sub(_BREAK, "\n", html)
        html = re.sub(_TAG, "", html)
    if "&" in html:
        from html import unescape

        html = unescape(html)
    return html.strip()
