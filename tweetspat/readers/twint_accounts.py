"""Whom a Twint record answers and mentions: lists that CSV writes as one text."""

import re

from tweetspat.model import Account, TweetId
from tweetspat.readers.cells import listed
from tweetspat.readers.common_fields import any_id, mentioned
from tweetspat.readers.fields import Fields, find

__all__ = ["answered", "first_other", "mentions"]

_ANSWERED = r"""['"](?:screen_name|username)['"]: ['"](\w{1,20})['"]"""
_NAME = r"""['"]name['"]: (?:'([^'\\]*)'|"([^"\\]*)")"""
_ACCOUNT_ID = r"""['"](?:user_)?id['"]: ['"]?([0-9]{1,20})"""


def answered(record: Fields) -> list[str]:
    """Return the handles that it answers, which CSV writes as one text."""
    told = find(record.value, "reply_to")
    if isinstance(told, str):
        return re.findall(_ANSWERED, told)
    found = (
        each.text("screen_name") or each.text("username")
        for each in record.each("reply_to")
    )
    return [each for each in found if each]


def first_other(
    record: Fields, handles: list[str], id_: TweetId, author: Account | None
) -> str | None:
    """Return who is answered; the versions that read pages put the author first."""
    own = author.key if author else None
    others = [handle for handle in handles if handle.lower() != own]
    if others or not handles:
        return next(iter(others), None)
    begun = any_id(record, "conversation_id")
    return handles[0] if begun and begun != id_ else None


def mentions(record: Fields, author: Account | None) -> tuple[Account, ...]:
    """Return who is answered and who else is mentioned, each once.

    The handles that lead a reply stand in `reply_to` alone.
    """
    own = author.key if author else None
    led = [each for each in _accounts(record, "reply_to") if each.key != own]
    found: dict[str, Account] = {}
    for each in (*led, *_accounts(record, "mentions")):
        found.setdefault(each.key, each)
    return tuple(found.values())


def _accounts(record: Fields, key: str) -> tuple[Account, ...]:
    """Return the accounts of a list, which CSV writes as one text."""
    told = find(record.value, key)
    if isinstance(told, str) and "{" not in told:
        told = listed(told)
    if isinstance(told, str):
        entries = list(map(_entry_of_text, re.split(r"\}, ?\{", told)))
    else:
        entries = list(map(_entry, told)) if isinstance(told, list) else []
    return mentioned(Fields({key: entries}, record.place, []), key)


def _entry_of_text(text: str) -> dict[str, object]:
    handle, id_ = re.search(_ANSWERED, text), re.search(_ACCOUNT_ID, text)
    name = re.search(_NAME, text)
    return {
        "screen_name": handle and handle[1],
        "name": name and (name[1] or name[2]),
        "id": id_ and id_[1],
    }


def _entry(told: object) -> dict[str, object]:
    """Return a mention under the names of late versions; early ones list handles."""
    if isinstance(told, str):
        return {"screen_name": told}
    return {
        "screen_name": find(told, "screen_name") or find(told, "username"),
        "name": find(told, "name"),
        "id": find(told, "id") or find(told, "user_id"),
    }
