"""What an API v2 response delivers beside its tweets: accounts, pictures, films."""

from typing import NamedTuple

from tweetspat.model import Account, Media
from tweetspat.readers.common_fields import best_film
from tweetspat.readers.fields import Fields, Number

__all__ = ["ALONE", "Page", "account", "is_id", "looks_like_user", "medium", "page"]


class Page(NamedTuple):
    """What tweets of one response name by id or key; other responses do not count.

    Attributes:
        users: accounts by their id.
        handles: the same by their handle, lower case.
        media: pictures and films by their key.
    """

    users: dict[str, Account]
    handles: dict[str, Account]
    media: dict[str, Media]


ALONE = Page({}, {}, {})
"""The page of a tweet that stands by itself."""


def is_id(value: object) -> bool:
    """Tell whether a JSON value can be an id: text, or a number in some exports."""
    return isinstance(value, str | Number)


def looks_like_user(value: object) -> bool:
    """Tell whether a JSON value is an account and not only its id."""
    return (
        isinstance(value, dict)
        and is_id(value.get("id"))
        and isinstance(value.get("username"), str)
        and "name" in value
        and "text" not in value
    )


def page(includes: Fields | None) -> Page:
    """Return the users and media of a response, by what tweets name them."""
    if includes is None:
        return ALONE
    told = (account(user) for user in includes.each("users"))
    users = [user for user in told if user and user.id]
    media = ((item.text("media_key"), item) for item in includes.each("media"))
    return Page(
        {user.id: user for user in users if user.id},
        {user.key: user for user in users},
        {key: medium(item) for key, item in media if key},
    )


def account(user: Fields) -> Account | None:
    """Return the account, or None where it has no handle."""
    handle = user.text("username")
    return Account(handle, user.text("name"), user.id("id")) if handle else None


def medium(item: Fields) -> Media:
    """Return a picture, or the film of the highest bitrate, else its still."""
    film = best_film(item, "variants", rate="bit_rate")
    url = film or item.text("url") or item.text("preview_image_url") or None
    return Media(item.text("type") or "media", url, item.text("alt_text"))
