"""Who is who: handles are renamed and compare without case, account ids stay."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tweetspat.model import Account, Tweet

__all__ = ["Accounts", "who_is_who"]


class Accounts(NamedTuple):
    """The account ids that a heap tells of.

    Attributes:
        ids: the account id of each handle, lower case; only of handles that
            one account alone has had.
    """

    ids: Mapping[str, str]

    def of(self, account: Account) -> str:
        """Return what an account is compared by: "#id" where known, else its key.

        Two handles of one account give the same; so do spellings of one handle.
        """
        return f"#{account.id}" if account.id else self.named(account.key)

    def named(self, key: str) -> str:
        """Return the same for a handle in lower case, without its "@"."""
        id_ = self.ids.get(key)
        return f"#{id_}" if id_ else key

    def knowing(self, known: Iterable[tuple[str, str | None]]) -> "Accounts":
        """Return what is known together with what other tweets tell.

        Args:
            known: handles in lower case, each with its account id, or None where
                several accounts have had it.
        """
        ids = dict(self.ids) | dict(known)
        return Accounts({handle: id_ for handle, id_ in ids.items() if id_})


def who_is_who(tweets: Iterable[Tweet]) -> Accounts:
    """Return the accounts that tweets are by or mention.

    Cost:
        O(n).
    """
    ids: dict[str, str] = {}
    shared: set[str] = set()
    seen: dict[Account | None, None] = {}
    for tweet in tweets:
        seen[tweet.author] = None
        if tweet.mentions:
            seen.update(dict.fromkeys(tweet.mentions))
    for account in seen:
        if account is None or account.id is None:
            continue
        key = account.handle.lower()
        if ids.setdefault(key, account.id) != account.id:
            shared.add(key)
    for key in shared:
        del ids[key]
    return Accounts(ids)
