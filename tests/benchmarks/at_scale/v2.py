"""Made-up tweets as pages of API v2, the way twarc kept them: one page a line."""

import random
from collections.abc import Iterator
from time import gmtime, strftime

from msgspec.json import encode

from .saying import Account, Status, statuses
from .v1 import LOST, address
from .wording import domain, place

__all__ = ["PER_PAGE", "pages"]

PER_PAGE = 100
ASKED = "https://api.twitter.com/2/tweets/search/all?max_results=100"
REMEMBERED = 40_000
"""Tweets of the past that a page can still include; older ones are not found."""


def pages(tweets: int, seed: int) -> Iterator[bytes]:
    """Yield pages of a hundred tweets, without line ends, what they name included.

    Some openings are lost, as in `v1.lines`; copies there are none but those
    among the included tweets.
    """
    chance = random.Random(f"pages {seed}")
    past: dict[int, Status] = {}
    page: list[Status] = []
    for status in statuses(tweets, seed):
        past[status.id] = status._replace(inside=None, repeats=None)
        if len(past) > REMEMBERED:
            del past[next(iter(past))]
        opens = status.answers is None and status.repeats is None
        if opens and chance.random() < LOST:
            continue
        page.append(status)
        if len(page) == PER_PAGE:
            yield _page(chance, page, past)
            page = []
    if page:
        yield _page(chance, page, past)


def _page(chance: random.Random, found: list[Status], past: dict[int, Status]) -> bytes:
    ids = [str(status.id) for status in found]
    named = [id_ for status in found for _, id_ in _references(status)]
    told = {id_: past[id_] for id_ in named if id_ in past}
    people = {status.author.id: status.author for status in (*found, *told.values())}
    chance.shuffle(found)
    return encode(
        {
            "data": [_tweet(status) for status in found],
            "includes": {
                "users": [_user(account) for account in people.values()],
                "tweets": [_tweet(status) for status in told.values()],
            },
            "errors": [_lost(id_) for id_ in dict.fromkeys(named) if id_ not in told],
            "meta": {
                "newest_id": max(ids),
                "oldest_id": min(ids),
                "result_count": len(ids),
                "next_token": f"{chance.getrandbits(64):016x}",
            },
            "__twarc": {
                "url": ASKED,
                "version": "2.14.0",
                "retrieved_at": "2022-10-01T00:00:00+00:00",
            },
        }
    )


def _references(status: Status) -> list[tuple[str, int]]:
    found = []
    if status.answers:
        found.append(("replied_to", status.answers.id))
    if status.quotes:
        found.append(("quoted", status.quotes.id))
    if status.repeats:
        found.append(("retweeted", status.repeats.id))
    return found


def _tweet(status: Status) -> dict[str, object]:
    seed = status.seed
    tweet: dict[str, object] = {
        "id": str(status.id),
        "text": status.text,
        "author_id": str(status.author.id),
        "created_at": _stamp(status.sent),
        "conversation_id": str(status.conversation),
        "edit_history_tweet_ids": [str(status.id)],
        "lang": "en",
        "possibly_sensitive": False,
        "reply_settings": "everyone",
        "public_metrics": {
            "retweet_count": seed % 500,
            "reply_count": seed % 30,
            "like_count": seed % 900,
            "quote_count": seed % 20,
            "bookmark_count": 0,
            "impression_count": 0,
        },
        "entities": _entities(status),
    }
    if seed % 3 == 0:
        tweet["context_annotations"] = [_topic()]
    if status.answers:
        tweet["in_reply_to_user_id"] = str(status.answers.author.id)
    if references := _references(status):
        tweet["referenced_tweets"] = [
            {"type": kind, "id": str(id_)} for kind, id_ in references
        ]
    return tweet


def _entities(status: Status) -> dict[str, object]:
    entities: dict[str, object] = {}
    if status.answers:
        to = status.answers.author
        entities["mentions"] = [
            {
                "start": 0,
                "end": len(to.handle) + 1,
                "username": to.handle,
                "id": str(to.id),
            }
        ]
    link = address(status.quotes) if status.quotes else None
    if link is None and status.seed % 5 == 0:
        link = domain(status.seed)
    if link:
        entities["urls"] = [
            {
                "start": len(status.text),
                "end": len(status.text) + 23,
                "url": f"https://t.co/{status.seed % 10**10:010d}",
                "expanded_url": link,
                "display_url": link[8:34] + "…",
                "status": 200,
                "title": "What that page calls itself",
                "description": "and what it says of itself, in some more words",
                "unwound_url": link,
            }
        ]
    return entities


def _topic() -> dict[str, object]:
    return {
        "domain": {
            "id": "30",
            "name": "Entities",
            "description": "Things of all kinds",
        },
        "entity": {"id": "1001", "name": "Maps", "description": "Maps and charts"},
    }


def _user(account: Account) -> dict[str, object]:
    seed = account.seed
    return {
        "id": str(account.id),
        "username": account.handle,
        "name": account.name,
        "created_at": _stamp(1_300_000_000_000 + seed * 20),
        "description": account.about,
        "location": place(seed),
        "protected": False,
        "verified": seed % 50 == 0,
        "profile_image_url": f"https://profiles.example.org/{account.id}/{seed:x}.jpg",
        "public_metrics": {
            "followers_count": seed % 90_000,
            "following_count": seed % 4_000,
            "tweet_count": seed % 200_000,
            "listed_count": seed % 90,
        },
    }


def _lost(id_: int) -> dict[str, object]:
    return {
        "resource_id": str(id_),
        "value": str(id_),
        "parameter": "referenced_tweets.id",
        "resource_type": "tweet",
        "section": "includes",
        "title": "Not Found Error",
        "detail": f"Could not find tweet with referenced_tweets.id: [{id_}].",
        "type": "https://api.twitter.com/2/problems/resource-not-found",
    }


def _stamp(milliseconds: int) -> str:
    at = strftime("%Y-%m-%dT%H:%M:%S", gmtime(milliseconds // 1000))
    return f"{at}.{milliseconds % 1000:03}Z"
