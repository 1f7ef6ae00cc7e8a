"""Made-up tweets as API v1.1 gave them, one a line, and what goes wrong with dumps."""

import random
from collections.abc import Iterator
from functools import lru_cache
from time import gmtime

from msgspec import Raw
from msgspec.json import encode

from .saying import Account, Named, Status, statuses
from .wording import domain, place

__all__ = ["COPIES", "LOST", "WINDOW", "address", "lines", "stamp", "written"]

LOST = 0.08
"""The share of openings that the dump does not hold."""

COPIES = 0.03
"""The share of lines that stand there twice."""

WINDOW = 5_000
"""How many lines are shuffled together: answers often come before what they answer."""

DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
APP = '<a href="https://mobile.example.org" rel="nofollow">Twitter Web App</a>'
IMAGES = "http://abs.example.org/images/themes/theme"


def lines(tweets: int, seed: int) -> Iterator[bytes]:
    """Yield lines without line ends: some openings lost, some lines twice, shuffled."""
    chance = random.Random(f"lines {seed}")
    waiting: list[bytes] = []
    for status in statuses(tweets, seed):
        opens = status.answers is None and status.repeats is None
        if opens and chance.random() < LOST:
            continue
        line = written(status)
        waiting += [line] * (2 if chance.random() < COPIES else 1)
        while len(waiting) > WINDOW:
            one = chance.randrange(len(waiting))
            waiting[one], waiting[-1] = waiting[-1], waiting[one]
            yield waiting.pop()
    chance.shuffle(waiting)
    yield from waiting


def written(status: Status) -> bytes:
    """Return a tweet as JSON, what it quotes or repeats whole inside it."""
    body = encode(_body(status))
    for member, inner in (
        (b"quoted_status", status.inside),
        (b"retweeted_status", status.repeats),
    ):
        if inner:
            body = b'%s,"%s":%s}' % (body[:-1], member, written(inner))
    return body


def _body(status: Status) -> dict[str, object]:
    """Return the members of a tweet without the tweets inside it."""
    entities, text = _entities(status)
    to, quoted = status.answers, status.quotes
    body: dict[str, object] = {
        "created_at": stamp(status.sent),
        "id": status.id,
        "id_str": str(status.id),
        "full_text": text,
        "truncated": False,
        "display_text_range": [0, len(text)],
        "entities": entities,
        "source": APP,
        "in_reply_to_status_id": to.id if to else None,
        "in_reply_to_status_id_str": str(to.id) if to else None,
        "in_reply_to_user_id": to.author.id if to else None,
        "in_reply_to_user_id_str": str(to.author.id) if to else None,
        "in_reply_to_screen_name": to.author.handle if to else None,
        "user": _profile(status.author),
        "geo": None,
        "coordinates": None,
        "place": None,
        "contributors": None,
        "is_quote_status": quoted is not None,
        "retweet_count": status.seed % 500,
        "favorite_count": status.seed % 900,
        "favorited": False,
        "retweeted": False,
        "possibly_sensitive": False,
        "lang": "en",
    }
    if "media" in entities:
        body["extended_entities"] = {"media": entities["media"]}
    if quoted:
        body |= {
            "quoted_status_id": quoted.id,
            "quoted_status_id_str": str(quoted.id),
            "quoted_status_permalink": {
                "url": text[-23:],
                "expanded": address(quoted),
                "display": address(quoted)[8:34] + "…",
            },
        }
    return body


def _entities(status: Status) -> tuple[dict[str, list[object]], str]:
    """Return what is marked in a text, and the text with its links."""
    entities: dict[str, list[object]] = {
        "hashtags": [{"text": "maps", "indices": [0, 5]}]
        if status.seed % 3 == 0
        else [],
        "symbols": [],
        "user_mentions": [],
        "urls": [],
    }
    text = status.text
    if status.answers:
        to = status.answers.author
        entities["user_mentions"].append(
            {
                "screen_name": to.handle,
                "name": to.name,
                "id": to.id,
                "id_str": str(to.id),
                "indices": [0, len(to.handle) + 1],
            }
        )
    link = address(status.quotes) if status.quotes else None
    if link is None and status.seed % 5 == 0:
        link = domain(status.seed)
    if status.seed % 8 == 1:
        entities["media"] = [_picture(status)]
    if link:
        short = f"https://t.co/{status.seed % 10**10:010d}"
        begin = len(text) + 1
        text = f"{text} {short}"
        entities["urls"].append(
            {
                "url": short,
                "expanded_url": link,
                "display_url": link[8:34] + "…",
                "indices": [begin, len(text)],
            }
        )
    return entities, text


def _picture(status: Status) -> dict[str, object]:
    file = f"media.example.org/{status.seed:x}.jpg"
    return {
        "id": status.id + 1,
        "id_str": str(status.id + 1),
        "indices": [0, 23],
        "media_url": f"http://{file}",
        "media_url_https": f"https://{file}",
        "url": f"https://t.co/{status.seed % 10**10:010d}",
        "display_url": f"pic.example.org/{status.seed:x}",
        "expanded_url": f"{address(status)}/photo/1",
        "type": "photo",
        "sizes": {
            name: {"w": width, "h": width, "resize": "crop" if width < 200 else "fit"}
            for name, width in zip(
                ("thumb", "small", "medium", "large"),
                (150, 680, 1200, 2048),
                strict=True,
            )
        },
    }


def address(status: Status | Named) -> str:
    """Return where a tweet stands on the web."""
    return f"https://twitter.com/{status.author.handle}/status/{status.id}"


@lru_cache(1 << 16)
def _profile(account: Account) -> Raw:
    """Return an account as each of its tweets carries it, encoded once."""
    seed = account.seed
    colour = f"{seed % (1 << 24):06X}"
    picture = f"profiles.example.org/{account.id}/{seed:x}_normal.jpg"
    profile = {
        "id": account.id,
        "id_str": str(account.id),
        "name": account.name,
        "screen_name": account.handle,
        "location": place(seed),
        "description": account.about,
        "url": f"https://t.co/{seed % 10**10:010d}",
        "protected": False,
        "followers_count": seed % 90_000,
        "friends_count": seed % 4_000,
        "listed_count": seed % 90,
        "created_at": stamp(1_300_000_000_000 + seed * 20),
        "favourites_count": seed % 30_000,
        "utc_offset": None,
        "time_zone": None,
        "geo_enabled": seed % 3 == 0,
        "verified": seed % 50 == 0,
        "statuses_count": seed % 200_000,
        "lang": None,
        "contributors_enabled": False,
        "is_translator": False,
        "translator_type": "none",
        "profile_background_color": colour,
        "profile_background_image_url": f"{IMAGES}1/bg.png",
        "profile_background_image_url_https": f"{IMAGES}1/bg.png",
        "profile_background_tile": False,
        "profile_image_url": f"http://{picture}",
        "profile_image_url_https": f"https://{picture}",
        "profile_banner_url": f"https://banners.example.org/{account.id}/{seed}",
        "profile_link_color": colour,
        "profile_sidebar_border_color": colour,
        "profile_sidebar_fill_color": colour,
        "profile_text_color": colour,
        "profile_use_background_image": True,
        "default_profile": seed % 2 == 0,
        "default_profile_image": False,
        "following": None,
        "follow_request_sent": None,
        "notifications": None,
    }
    return Raw(encode(profile))


def stamp(milliseconds: int) -> str:
    """Return an instant as v1.1 wrote it, whatever the locale."""
    at = gmtime(milliseconds // 1000)
    clock = f"{at.tm_hour:02}:{at.tm_min:02}:{at.tm_sec:02}"
    day = f"{DAYS[at.tm_wday]} {MONTHS[at.tm_mon - 1]} {at.tm_mday:02}"
    return f"{day} {clock} +0000 {at.tm_year}"
