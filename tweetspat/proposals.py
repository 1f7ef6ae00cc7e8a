"""A cast file to start from: what the data tells of who stands where."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.model import Side, Spat
from tweetspat.sides import answers, sides_by_account
from tweetspat.visible import one_line

__all__ = ["proposed"]

_BUSY = 2
"""Tweets from which on a voice is worth a line of its own."""

_MOST = 40
_MOST_NAMES = 5
_WORDS = 60

_EXAMPLE = """\
# [[sides]]
# name = "Moscow"
# accounts = ["@mod_russia"]
# zone = "MSK"
"""


class _Actor(NamedTuple):
    """What the data tells of an account.

    Attributes:
        written: how a cast file names it: its handles, or "#" and its id; none
            where they are too odd to be named.
        names: its display names.
        zone: the IANA name of the zone in its profile, or None.
        tweets: how many there are of it.
        side: the side that it stands on, or None.
    """

    written: tuple[str, ...]
    names: tuple[str, ...]
    zone: str | None
    tweets: int
    side: Side | None


def proposed(spat: Spat, others: int) -> Iterator[str]:
    """Yield the lines of a cast file for people to edit; `read_cast` reads it.

    Args:
        spat: the conversation that it is made from.
        others: how many more conversations the inputs hold.
    """
    accounts = who_is_who(turn.tweet for turn in spat.turns)
    actors = _actors(spat, accounts)
    yield from _preface(spat, len(actors), others)
    yield from _made_how(spat, actors, accounts)
    for side in spat.sides:
        yield from _side(side, [each for each in actors.values() if each.side == side])
    if not spat.sides:
        yield from _EXAMPLE.splitlines()
        yield ""
    beside = [each for each in actors.values() if not each.side and each.written]
    busy = sorted(
        (each for each in beside if each.tweets >= _BUSY),
        key=lambda actor: -actor.tweets,
    )[:_MOST]
    yield from _beside(busy, len(beside) - len(busy))
    sided = [each for each in actors.values() if each.side]
    yield from _names([*sided, *busy])
    yield from _zones([*sided, *busy])


def _actors(spat: Spat, accounts: Accounts) -> dict[str, _Actor]:
    """Return who speaks, in the order of their first tweets."""
    sides = sides_by_account(spat.sides, accounts)
    handles: dict[str, dict[str, str]] = {}
    names: dict[str, dict[str, None]] = {}
    zones: dict[str, Counter[str]] = {}
    tweets: Counter[str] = Counter()
    stands: dict[str, Side] = {side.name: side for side in reversed(spat.sides)}
    for turn in spat.turns:
        author = turn.tweet.author
        if author is None:
            continue
        key = accounts.of(author)
        plain = accounts.named(author.key) == key and _can_be_written(author.handle)
        written = author.handle if plain else key
        if turn.side in stands:
            sides[key] = stands[turn.side]
        own = handles.setdefault(key, {})
        if plain or (key.startswith("#") and _can_be_written(key[1:])):
            own.setdefault(written.lower(), written)
        if author.name and author.name.strip():
            names.setdefault(key, {})[author.name.strip()] = None
        if turn.tweet.zone:
            zones.setdefault(key, Counter())[turn.tweet.zone] += 1
        tweets[key] += not turn.tweet.ghost
    return {
        key: _Actor(
            written=tuple(own.values()),
            names=tuple(names.get(key, ()))[:_MOST_NAMES],
            zone=min(zones[key], key=lambda name: (-zones[key][name], name))
            if key in zones
            else None,
            tweets=tweets[key],
            side=sides.get(key),
        )
        for key, own in handles.items()
    }


def _can_be_written(bare: str) -> bool:
    """Tell whether a handle or id can stand in a cast file."""
    return not bare.startswith(("@", "#")) and all(
        each.isprintable() and not each.isspace() for each in bare or " "
    )


def _preface(spat: Spat, voices: int, others: int) -> Iterator[str]:
    words = next((turn.tweet.text for turn in spat.turns if turn.tweet.text), "")
    more = f", the likeliest of {others + 1:,}" if others else ""
    begins = words[:_WORDS] + ("..." if words[_WORDS:] else "")
    here = sum(not turn.tweet.ghost for turn in spat.turns)
    yield "# A cast file, proposed by tweetspat: a SUGGESTION to look at and to change."
    yield "# Then: tweetspat show --cast FILE.toml INPUT..."
    yield "#"
    yield f"# Made from the conversation {one_line(spat.id)}{more}:"
    yield f"#     {one_line(begins)}"
    yield f"# Tweets: {here:,}; voices: {voices:,}."
    yield "#"


def _made_how(
    spat: Spat, actors: Mapping[str, _Actor], accounts: Accounts
) -> Iterator[str]:
    """Yield where the sides come from, in words."""
    if not spat.sides:
        yield "# No two voices answer each other here: no sides are suggested."
        yield "# Write them so; a zone may be left out:"
        return
    pair = [side.name for side in spat.sides if side.basis == "suggested"]
    if len(pair) != 2 or len(spat.sides) != 2:  # noqa: PLR2004 - two camps
        yield "# The sides are those that the inputs state."
        yield ""
        return
    links = {turn.tweet.id: turn.links for turn in spat.turns}
    voices = {
        turn.tweet.id: accounts.of(turn.tweet.author)
        for turn in spat.turns
        if turn.tweet.author
    }
    between: Counter[tuple[str, str]] = Counter()
    for (one, other), count in answers(links, voices, links).items():
        sides = actors[one].side, actors[other].side
        if sides[0] and sides[1]:
            between[sides[0].name, sides[1].name] += count
    yield "# The sides are two camps around the two voices that answer each other most;"
    yield "# whoever argues with one camp alone stands opposite it. Tweets that answer:"
    for one, other in (pair, pair[::-1]):
        count = between[one, other]
        yield f"#     {one_line(one)} to {one_line(other)}: {count:,}"
    yield "# Nobody has said that they disagree: read, rename sides, move accounts."
    yield ""


def _side(side: Side, actors: Sequence[_Actor]) -> Iterator[str]:
    spoken = {each.lower() for actor in actors for each in actor.written}
    silent = [
        each
        for each in side.accounts
        if each.lower() not in spoken and _can_be_written(each.removeprefix("#"))
    ]
    if not spoken and not silent:
        yield "# One side more: its handles are too odd to stand in a cast file."
        yield ""
        return
    yield "[[sides]]"
    yield f"name = {_quoted(side.name)}"
    yield "accounts = ["
    for actor in actors:
        for written in actor.written:
            yield f"  {_quoted(_shown(written))},  # {_about(actor)}"
    for written in silent:
        yield f"  {_quoted(_shown(written))},  # does not speak here"
    yield "]"
    zone = _zone(side, actors)
    if zone and side.zone:
        yield f"zone = {_quoted(zone)}"
    elif zone:
        yield f"zone = {_quoted(zone)}  # in the profiles"
    else:
        yield '# zone = "MSK"  # whose clock it is; tweetspat zones lists the words'
    yield ""


def _zone(side: Side, actors: Sequence[_Actor]) -> str | None:
    """Return the clock of a side: as told, else the one of all known profiles."""
    profiles = {actor.zone for actor in actors if actor.zone}
    return side.zone or (min(profiles) if len(profiles) == 1 else None)


def _beside(busy: Sequence[_Actor], others: int) -> Iterator[str]:
    if not busy and not others:
        return
    yield "# On no side:"
    for actor in busy:
        shown = ", ".join(_quoted(_shown(each)) for each in actor.written)
        yield f"#   {shown},  # {_about(actor)}"
    if others:
        yield f"#   others, who speak less: {others:,}"
    yield ""


def _about(actor: _Actor) -> str:
    tweets = f"{actor.tweets:,} tweet" + ("" if actor.tweets == 1 else "s")
    return ", ".join([*map(one_line, actor.names[:1]), tweets])


def _names(actors: Sequence[_Actor]) -> Iterator[str]:
    yield "[names]  # what texts call them: add nicknames"
    for actor in actors:
        if actor.written and actor.names:
            names = ", ".join(map(_quoted, actor.names))
            yield f"{_key(actor.written[0])} = [{names}]"
    yield ""


def _zones(actors: Sequence[_Actor]) -> Iterator[str]:
    """Yield the clocks that the sides do not tell already."""
    yield "[zones]  # clocks of single accounts: these stand in their profiles"
    together = {
        side.name: _zone(side, [each for each in actors if each.side == side])
        for side in dict.fromkeys(each.side for each in actors if each.side)
    }
    for actor in actors:
        told = together[actor.side.name] if actor.side else None
        if actor.written and actor.zone and actor.zone != told:
            yield f"{_key(actor.written[0])} = {_quoted(actor.zone)}"


def _shown(written: str) -> str:
    return written if written.startswith("#") else f"@{written}"


def _key(written: str) -> str:
    """Write an account as a TOML key: bare where it may be."""
    bare = written.isascii() and written.replace("_", "a").replace("-", "a").isalnum()
    return written if bare else _quoted(written)


def _quoted(text: str) -> str:
    """Write a TOML string in which nothing acts and nothing hides."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in {'"', "\\"}:
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - half a sign; TOML has none
        return "\ufffd"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004
