"""Copies of one tweet: which is the richest, what it lacks, and what differs."""

import os.path
from collections.abc import Iterator
from datetime import timedelta
from operator import itemgetter

from tweetspat.model import Account, Copy, Kept, Media, State, Tweet
from tweetspat.problems import Problem

__all__ = [
    "FATES",
    "STATED",
    "THERE",
    "gaps_filled",
    "merged_copies",
    "richer",
    "richest_first",
    "say_the_same",
]

_SAID = itemgetter(
    *(
        number
        for number, field in enumerate(Tweet._fields)
        if field not in ("place", "state", "sources", "nested_in")
    )
)
"""What a record says, without where it stands."""

_FILLED_BY_OTHERS = (
    "sent",
    "reply_to",
    "reply_handle",
    "quotes",
    "repeats",
    "answers",
    "zone",
    "bounds",
    "time_as_told",
    "paraphrase",
    "kept",
    "urls",
    "media",
    "conversation",
    "mentions",
    "copied_from",
)

STATED = {
    "reply_to": "it replies to",
    "quotes": "it quotes",
    "repeats": "it retweets",
    "answers": "it answers",
}
"""Where two copies can contradict each other in so many words."""

FATES: tuple[State, ...] = (
    "deleted",
    "suspended",
    "withheld",
    "protected",
    "missing",
)
"""What became of a tweet, the last word first, where several files tell of it."""

THERE = {"present", "recovered"}

_SLACK = timedelta(seconds=60)
"""Stamps that are nearer differ by what a shape rounds away."""

_COMPARED = 100


def say_the_same(one: Tweet, other: Tweet) -> bool:
    """Tell whether two records differ in nothing but where they stand."""
    if one.text != other.text or _SAID(one) != _SAID(other):
        return False
    if one.state != other.state and {one.state, other.state} != THERE:
        return False
    return one.author is not None or (
        os.path.dirname(one.place.file) == os.path.dirname(other.place.file)
    )


def richer(one: Tweet, other: Tweet) -> Tweet:
    """Return the richer of two records that say the same."""
    mine, its = _riches(one), _riches(other)
    if mine == its:
        mine, its = (*mine, repr(one)), (*its, repr(other))  # type: ignore[assignment]
    return one if mine < its else other


def richest_first(tweet: Tweet) -> tuple[object, str]:
    """Sort copies, the richest first, in one order whatever order they came in."""
    return _riches(tweet), repr(tweet)


def _riches(
    tweet: Tweet,
) -> tuple[bool, bool, bool, int, str, int, int, str, str]:
    file, line, path, _ = tweet.record
    text = tweet.text or ""
    nested, lost = tweet.nested_in is not None, tweet.text is None
    # of paths the shorter comes first, as $[2] stands before $[10]
    return nested, lost, tweet.cut, -len(text), file, line, len(path), path, text


def merged_copies(copies: list[Tweet]) -> Tweet:
    """Return one tweet for its copies, of which the first is the richest."""
    best, *others = copies
    filled = gaps_filled(best, others)
    fate = min(copies, key=_fate)
    if _fate(fate) < _fate(best) and best.state in THERE:
        filled["state"] = fate.state
        filled["sources"] = tuple(dict.fromkeys((*best.sources, *fate.sources)))
    media = _media(best, others)
    if media != best.media and "media" not in filled:
        filled["media"] = media
    author = _author(copies)
    if author != best.author:
        filled["author"] = author
    earlier = [copy for copy in others if copy.kept]
    if earlier and not best.kept:
        filled["kept"] = _kept(best, earlier[0])
    problems = [*(odd for each in earlier for odd in each.problems)]
    held = {(each.text, each.author): each for each in best.copies}
    held |= {(each.text, each.author): each for one in earlier for each in one.copies}
    held.pop((best.text, best.author.handle if best.author else None), None)
    for copy, problem in _told_of(
        best, [each for each in others if _differs(best, each)]
    ):
        if (copy.text, copy.author) not in held:
            held[copy.text, copy.author] = copy
            problems.append(problem)
    problems += _contradictions(best, others)
    if len(held) > len(best.copies):
        filled["copies"] = tuple(held.values())
    if problems:
        filled["problems"] = tuple(dict.fromkeys((*best.problems, *problems)))
    return best._replace(**filled) if filled else best  # type: ignore[arg-type]


def _kept(best: Tweet, earlier: Tweet) -> Kept | None:
    """Return what an earlier output says of a tweet, as far as it fits its words."""
    if earlier.kept is None or earlier.text == best.text:
        return earlier.kept
    return earlier.kept._replace(said_times=None)


def gaps_filled(best: Tweet, others: list[Tweet]) -> dict[str, object]:
    """Return the fields that a record lacks, as the others have them."""
    filled: dict[str, object] = {}
    for field in [each for each in _FILLED_BY_OTHERS if not getattr(best, each)]:
        values = (getattr(other, field) for other in others)
        value = next((value for value in values if value), None)
        if value is not None:
            filled[field] = value
    if "sent" in filled:
        filled["sent_basis"] = next(o.sent_basis for o in others if o.sent is not None)
    if filled.keys() & {"reply_to", "reply_handle"}:  # whose that very tweet is
        to = filled.get("reply_to", best.reply_to)
        named = (other.reply_handle for other in others if other.reply_to == to)
        filled["reply_handle"] = next((handle for handle in named if handle), None)
    return filled


def _fate(tweet: Tweet) -> int:
    """Rank what became of a tweet; that nobody has it says nothing here."""
    told = FATES[:-1]
    return told.index(tweet.state) if tweet.state in told else len(told)


def _media(best: Tweet, others: list[Tweet]) -> tuple[Media, ...]:
    """Gather the media of a tweet that a tool wrote once for each of them."""
    found = dict.fromkeys(best.media)
    for other in others:
        beside = (other.place.file, other.place.shape, other.nested_in, other.text)
        if beside == (best.place.file, best.place.shape, best.nested_in, best.text):
            found.update(dict.fromkeys(other.media))
    return tuple(found)


def _author(copies: list[Tweet]) -> Account | None:
    """Return the author as the best copy has it, its gaps filled from the others."""
    known = [copy.author for copy in copies if copy.author]
    if not known:
        return None
    best = known[0]
    same = [each for each in known if each.key == best.key]
    return best._replace(
        name=next((each.name for each in same if each.name), best.name),
        id=next((each.id for each in same if each.id), best.id),
    )


def _told_of(best: Tweet, differing: list[Tweet]) -> list[tuple[Copy, Problem]]:
    told: dict[tuple[str | None, str | None], tuple[Copy, Problem]] = {}
    for copy in differing:
        author = copy.author.handle if copy.author else None
        message = (
            f"a copy at {copy.place} differs; both are shown, and which one is "
            "true is not known"
        )
        problem = Problem("differing-copy", message, best.place)
        told.setdefault(
            (copy.text, author), (Copy(copy.text, author, copy.place), problem)
        )
    return list(told.values())


def _contradictions(best: Tweet, others: list[Tweet]) -> Iterator[Problem]:
    """Yield where another copy says something else of its time and its links."""
    seen: set[object] = set()
    for other in others:
        for field, verb in STATED.items():
            one, two = getattr(best, field), getattr(other, field)
            if one and two and one != two and (field, two) not in seen:
                seen.add((field, two))
                message = (
                    f"it says that {verb} {one}, and its copy at {other.place} that "
                    f"{verb} {two}; the first is used"
                )
                yield Problem("differing-copy", message, best.place)
        if best.sent and other.sent and abs(best.sent - other.sent) > _SLACK:
            if other.sent in seen:
                continue
            seen.add(other.sent)
            message = (
                f"it is stamped {best.sent:%Y-%m-%d %H:%M:%S} UTC, and its copy at "
                f"{other.place} {other.sent:%Y-%m-%d %H:%M:%S} UTC; the first is used"
            )
            yield Problem("differing-copy", message, best.place)


def _differs(best: Tweet, copy: Tweet) -> bool:
    """Tell whether a copy says something else, not only less of the same."""
    one, other = best.author, copy.author
    if one and other and one.key != other.key and not (one.id and one.id == other.id):
        return True
    if best.text == copy.text or copy.text is None:
        return False
    if copy.cut or best.cut:
        words, whole = _plain(copy.text)[:_COMPARED], _plain(best.text or "")
        return not whole.startswith(words.rsplit(" ", 1)[0])
    return True


def _plain(text: str) -> str:
    """Drop what tools cut or rewrite: links, the end, the handles that lead."""
    words = [word for word in text.rstrip("… ").split() if "://" not in word]
    while words and words[0].startswith("@"):
        del words[0]
    return " ".join(words)
