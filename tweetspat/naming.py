"""Whose a tweet is where its record does not say: other records tell."""

import os.path
from collections import defaultdict
from collections.abc import Collection, Mapping

from tweetspat.model import Account, Tweet
from tweetspat.problems import Place, Problem

__all__ = ["Naming", "archived_in"]

_SHAPE_OF_ARCHIVES = "account-archive"


def archived_in(tweet: Tweet) -> str | None:
    """Return the file of an account archive whose owner's a tweet is, else None."""
    own = tweet.place.shape == _SHAPE_OF_ARCHIVES and tweet.nested_in is None
    return tweet.place.file if own else None


class Naming:
    """Finds authors, and keeps in mind what was odd about them."""

    def __init__(
        self,
        accounts: Mapping[str, Collection[Account]],
        owners: Mapping[str, Collection[Account]],
    ) -> None:
        """Take what is known.

        Args:
            accounts: by account id, each handle and name that it is told under.
            owners: by folder, whose archive it is said to be.
        """
        self._accounts = accounts
        self._owners = owners
        self._renamed: dict[str, Problem] = {}
        self._unowned: defaultdict[str, int] = defaultdict(int)

    def author(self, account_id: str | None, archive: str | None) -> Account | None:
        """Return the author of a record that does not tell it, or None.

        Args:
            account_id: by which the record names its author, or None.
            archive: as `archived_in` returns it.
        """
        if account_id is not None:
            known = sorted(
                self._accounts.get(account_id, ()),
                key=lambda each: (each.handle, each.name or ""),
            )
            if len({each.key for each in known}) > 1:
                self._renamed[account_id] = _renamed(account_id, known)
            return known[0] if known else None
        if archive is None:
            return None
        owners = self._owners.get(os.path.dirname(archive), ())
        if len({each.key for each in owners}) == 1:
            return max(owners, key=lambda each: (each.id or "", each.name or ""))
        self._unowned[archive] += 1
        return None

    def problems(self) -> list[Problem]:
        """Return which accounts were renamed, and which archives nobody owns."""
        return [
            *(self._renamed[id_] for id_ in sorted(self._renamed)),
            *(
                Problem(
                    "unknown-author",
                    "its tweets do not tell whose they are; read them together with "
                    "account.js from the same folder of the archive",
                    Place(file, 0),
                )
                for file in sorted(self._unowned)
            ),
        ]


def _renamed(id_: str, known: list[Account]) -> Problem:
    handles = ", ".join(f"@{handle}" for handle in sorted({a.handle for a in known}))
    message = (
        f"account {id_} stands under several handles in the data ({handles}): it was "
        "renamed; the first is shown"
    )
    return Problem("renamed-account", message)
