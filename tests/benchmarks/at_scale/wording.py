"""Words for made-up tweets and profiles: mostly English, some Russian, some signs."""

import random
from collections.abc import Iterator

__all__ = ["account_words", "domain", "place", "sentence"]

ENGLISH = """
    runway jets north minister briefing denies photo crater witness radar column claim
    hospital sources transponder drone crossing ceasefire talks envoy footage timestamp
    who said when this never that was it again they you we not a the of on at in for
    with from but so because clearly once more please read show us your maps wrong right
""".split()
RUSSIAN = (
    "опять никто ничего не доказал смотрите карту вылетов за вчерашний день".split()
)
SIGNS = ["🤔", "🙃", "👇", "📍", "🇫🇷", "👩🏽‍🚀"]
PLACES = ["Geneva", "Минск", "Ottawa, ON", "", "Adana", "Leeds"]
LONGEST = 270


def sentence(chance: random.Random) -> str:
    """Return what a tweet says, without mentions and links."""
    words = RUSSIAN if chance.random() < 0.15 else ENGLISH
    text = " ".join(chance.choices(words, k=chance.randint(4, 30)))
    if chance.random() < 0.2:
        text += " " + chance.choice(SIGNS)
    if chance.random() < 0.1:
        text += "\n\n#ceasefire &amp; #maps"
    return text[:LONGEST]


def account_words(
    chance: random.Random, count: int
) -> Iterator[tuple[str, str, str, int]]:
    """Yield handle, name, self-description and a seed for each account."""
    for _ in range(count):
        first, last = chance.choices(ENGLISH, k=2)
        about = " ".join(chance.choices(ENGLISH, k=chance.randint(0, 22)))
        handle = f"{first[:5]}_{last[:4]}"
        yield handle, f"{first} {last}".title(), about, chance.getrandbits(32)


def place(seed: int) -> str:
    """Return where a profile says that its owner lives."""
    return PLACES[seed % len(PLACES)]


def domain(seed: int) -> str:
    """Return an address for a tweet to link to."""
    return f"https://example.org/{ENGLISH[seed % len(ENGLISH)]}/{seed:x}"
