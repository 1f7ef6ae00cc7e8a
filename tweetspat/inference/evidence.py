"""What an inferred link says of how it is known."""

from tweetspat.inference.ledger import Ledger
from tweetspat.inference.mentions import Pick
from tweetspat.inference.names import Named
from tweetspat.model import Link, Tweet

__all__ = ["mention_link", "name_link"]


def mention_link(ledger: Ledger, picked: Pick, version: str) -> Link:
    """Return the link to the likeliest parent, with what speaks for it."""
    tweet = ledger.tweets[picked.number]
    gap = ledger.minutes[picked.of.number] - ledger.minutes[picked.number]
    handle = f"@{tweet.author.handle}" if tweet.author else "an account"
    return Link(
        to=tweet.id,
        relation="answers",
        basis="mention",
        stated=False,
        confidence=round(picked.verdict.parent, 3),
        confidence_conversation=round(picked.verdict.conversation, 3),
        evidence=", ".join(
            [*_for(picked, handle, _opening(ledger, picked), gap), f"weights {version}"]
        ),
        alternatives=tuple(
            (ledger.tweets[number].id, round(chance, 3))
            for number, chance in picked.alternatives
        ),
    )


def _opening(ledger: Ledger, picked: Pick) -> str | None:
    """Return the handle that a text opens with, as written; None where it is hidden."""
    number = picked.of.number
    told = ledger.addresses[number]
    if not told.lead:
        return None
    text = ledger.tweets[number].text or ""
    start = text.lower().index(told.lead[0])
    return f"{'.' if told.dot else ''}@{text[start : start + len(told.lead[0])]}"


def _for(picked: Pick, handle: str, opening: str | None, gap: float) -> list[str]:
    """Return the evidence in words, the strongest first."""
    told = picked.signals
    said = []
    if told["own"]:
        said.append("opens as the author's tweet before it does")
    elif told["first"]:
        shown = opening and opening.lstrip(".").lower()
        if opening is None:
            said.append(f"its record names {handle}")
        elif shown == handle.lower():
            said.append(f"opens with {opening}")
        else:
            said.append(f"opens with {opening}, by its record {handle}")
    else:
        said.append(f"addresses {handle}" if told["later"] else f"mentions {handle}")
    if told["exact and several"]:
        said.append("and then with whom that tweet names")
    if told["its words"] > 0.5:  # noqa: PLR2004 - most of them
        said.append("repeats its words")
    if picked.among == 1:
        said.append(
            f"whose only tweet here in the 14 days before this is ({ago(gap)} before)"
        )
    elif told["newest"]:
        said.append(f"whose newest tweet before it this is ({ago(gap)} before)")
    else:
        said.append(f"{ago(gap)} before")
    if told["addressed the child"]:
        said.append("which addressed this author")
    if picked.among > 1:
        said.append(f"of {picked.among} candidates")
    return said


def ago(minutes: float) -> str:
    """Return a stretch of time in its largest fitting unit."""
    for unit, size in (("d", 24 * 60), ("h", 60), ("min", 1)):
        if minutes >= size:
            return f"{minutes / size:.0f} {unit}"
    return f"{minutes * 60:.0f} s"


def name_link(tweet: Tweet, named: Named, why: str, share: float) -> Link:
    """Return the link to the tweet of an account that is named without handle."""
    handle = f"@{tweet.author.handle}" if tweet.author else named.voice
    evidence = f"names “{named.words}”: {handle} is {named.name}, {why}"
    return Link(tweet.id, "answers", "name", False, share, share, evidence)  # noqa: FBT003
