"""What the words after an opening handle tell of how it is meant."""

import re
from functools import cache

__all__ = ["speaks_of_several", "subject_of_its_sentence"]


def speaks_of_several(text: str) -> str | None:
    """Return the opening handle of a text that speaks of that account's tweets."""
    found = _several().match(text)
    return found["lead"] if found else None


@cache
def _several() -> re.Pattern[str]:
    return re.compile(
        r"""
        \s* ["“]? (?P<lead> \.? \s? @ [A-Za-z0-9_]{1,20} )
        (?: ['’]s \s (?: \w+ \s ){0,2}
          | [\s,:]+ (?: all \s (?: of \s )? )? your \s (?: \w+ \s )? )
        (?: tweets | claims | statements | posts | accusations | allegations | lies ) \b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def subject_of_its_sentence(text: str) -> bool:
    """Tell whether the opening handle is what the sentence is about: "@x hasn't …".

    A question with the same words in front is put to that account: "@x is this …?"
    """
    return _subject().match(text) is not None and "?" not in text


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(
        r"""
        \s* ["“]? \.? \s? @ [A-Za-z0-9_]{1,20} \s
        (?: ha[sd] | is | was | did | does | will | wo ) (?: n['’]t )? \b
        (?! \s (?: you | u | i | we | it | he | she | they | this | that | there ) \b )
        """,
        re.VERBOSE,
    )
