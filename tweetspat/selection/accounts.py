"""Whom a selection names: handles are renamed, account ids stay."""

from collections.abc import Collection, Iterable

from tweetspat.model import Account
from tweetspat.problems import NothingFound, Problem
from tweetspat.selection.asked import Selection, account_key
from tweetspat.visible import handle

__all__ = ["met", "with_handles"]

_MOST_TOLD = 5
_LENGTHS = 2
_ALIKE = 0.75


def with_handles(asked: Selection, authors: Iterable[Account]) -> Selection:
    """Return a selection that knows the other handles of those whom it names.

    The account id beats the name: a handle means its account, whatever that is or
    was called.  One that several accounts have had means each of them, and by that
    handle only.

    Args:
        asked: what is asked for.
        authors: those of all tweets, retweets and ghosts among them.

    Cost:
        O(n) in the authors.
    """
    if not asked.accounts:
        return asked
    ids: dict[str, set[str]] = {}
    handles: dict[str, set[str]] = {}
    for author in authors:
        if author.id:
            ids.setdefault(author.key, set()).add(author.id)
            handles.setdefault(author.id, set()).add(author.key)

    def keys(written: str) -> frozenset[str]:
        key = account_key(written)
        own = {key[1:]} if key.startswith("#") else ids.get(key, set())
        if len(own) != 1:
            return frozenset((key,))
        (id_,) = own
        also = (each for each in handles.get(id_, ()) if len(ids[each]) == 1)
        return frozenset((key, f"#{id_}", *also))

    return asked._replace(known_as=tuple((a, keys(a)) for a in asked.accounts))


def met(
    asked: Selection, authors: Collection[Account]
) -> tuple[Selection, list[Problem]]:
    """Return a selection that knows whom it names, and who of them is not here.

    Args:
        asked: what is asked for.
        authors: see `with_handles`.

    Returns:
        The selection, and a problem where no tweet is by some whom it names.

    Raises:
        NothingFound: no tweet is by any of those whose tweets are asked for, or by
            one of the two between whom they are to be.

    Cost:
        O(n) in the authors; each that is not here is compared with all handles of
        about its length.
    """
    if not asked.accounts:
        return asked, []
    asked = with_handles(asked, authors)
    here = {author.key for author in authors}
    here |= {f"#{author.id}" for author in authors if author.id}
    unknown = [each for each in asked.accounts if here.isdisjoint(asked.keys(each))]
    if not unknown:
        return asked, []
    told = dict.fromkeys(_called(account_key(each), here) for each in unknown)
    message = f"no tweet here is by {', '.join([*told][:_MOST_TOLD])}"
    more = len(told) - _MOST_TOLD
    message += f" and {more:,} more" if more > 0 else ""
    if not set(unknown).isdisjoint(asked.between or ()) or set(asked.by) <= {*unknown}:
        raise NothingFound(f"{message}; tweetspat stats tells who speaks")
    return asked, [Problem("unknown-account", f"{message}; the others are looked for")]


def _called(key: str, here: Iterable[str]) -> str:
    """Name an account that is not here, and the one that may be meant."""
    if key.startswith("#"):
        return handle(key)
    from difflib import get_close_matches

    near = sorted(
        each
        for each in here
        if abs(len(each) - len(key)) <= _LENGTHS and not each.startswith("#")
    )
    close = get_close_matches(key, near, 1, _ALIKE)
    meant = f" (did you mean @{handle(close[0])}?)" if close else ""
    return f"@{handle(key)}{meant}"
