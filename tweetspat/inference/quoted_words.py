"""Whether the words of one text stand in another: what makes a quotation one."""

import re
from collections.abc import Set as AbstractSet
from functools import cache

__all__ = ["coverage", "words_of"]


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    Without case, web addresses, marks and signs; a last word that an ellipsis
    cuts is left out, since it may be half of one.  What is written without
    spaces counts by the sign.
    """
    text = _web().sub(" ", text.lower().replace("’", "'"))
    found = _word().findall(text)
    end = text.rstrip(" \n”\"'»")
    if found and end.endswith(("…", "...")) and end.rstrip("….")[-1:].strip():
        found.pop()
    return found


@cache
def _web() -> re.Pattern[str]:
    """Match web addresses, also one of which a cut text keeps the beginning."""
    return re.compile(
        r"\bhttps?:\S*|\bt\.co/\S*|\bpic\.twitter\.com/\S*|\bht?t?p?s?(?=…|\.\.\.)"
    )


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+(?:'[^\W_]+)*")


def coverage(quoted: AbstractSet[str], original: AbstractSet[str]) -> float:
    """Return the share of the quoted words that the original holds; 0 of none."""
    return len(quoted & original) / len(quoted) if quoted else 0.0
