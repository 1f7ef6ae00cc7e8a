"""What the v1.1 streams send between the tweets: deletions, gaps, events."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Notice, State, Tweet
from tweetspat.problems import Problem
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import looks_like_status, statuses

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "stream-control"
TELLS = (
    "lines of the v1.1 streams that are no tweets; tells which tweets were deleted or "
    "withheld and how many were not delivered; reads the tweets inside events"
)
LACKS = ""

_OF_USERS = "withheld delete undelete protect unprotect suspend unsuspend".split()
_LINES: dict[str, tuple[str, ...]] = {
    "delete": ("status",),
    "status_withheld": ("id", "id_str"),
    "drop": ("status",),
    "undrop": ("status",),
    "limit": ("track",),
    "warning": ("code", "message"),
    "disconnect": ("code", "reason"),
    "tweet_edit": ("id", "initial_tweet_id"),
    "scrub_geo": ("user_id", "user_id_str"),
    "control": ("control_uri",),
    "direct_message": ("text",),
    **{f"user_{word}": ("id", "id_str") for word in _OF_USERS},
}
"""What a line is called, and what it holds at least one of."""

_LISTS = ("friends", "friends_str")
_GONE: dict[str, State] = {"delete": "deleted", "drop": "missing"}
_LONGEST = 200
_MOST_COUNTRIES = 20


def recognises(record: object) -> bool:
    """Tell a control line by its one word and what stands under it."""
    if not isinstance(record, dict):
        return False
    wrapped = "for_user" in record and isinstance(record.get("message"), dict)
    return wrapped or _word(record) is not None or _is_event(record)


def _word(record: object) -> str | None:
    """Return what a line is called, if its word is one of those known."""
    if not isinstance(record, dict) or len(record) != 1:
        return None
    (word,) = record
    if word in _LISTS:
        return word if isinstance(record[word], list) else None
    if any(find(record, word, key) is not None for key in _LINES.get(word, ())):
        return str(word)
    return None


def _is_event(record: object) -> bool:
    parties = (find(record, "source"), find(record, "target"))
    named = isinstance(find(record, "event"), str)
    return named and all(isinstance(party, dict) for party in parties)


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Notice | Problem]:
    """Yield what a line says of tweets; what it says of accounts is nothing here."""
    line = _unwrapped(record)
    word = _word(line.value)
    if looks_like_status(line.value):
        yield from _tweets(line, naive)
        return
    if word is not None:
        yield from _told(line, word)
    elif _is_event(line.value):
        status = line.below("target_object")
        if status is not None and looks_like_status(status.value):
            yield from _tweets(status, naive)
            return
    else:
        message = "this message of a stream is of no known kind; skipped"
        yield Problem("unknown-shape", message, line.place)
    yield from line.problems


def _unwrapped(record: Fields) -> Fields:
    """Return the message of a stream for many users, without its envelopes."""
    while find(record.value, "for_user") is not None:
        message = record.below("message")
        if message is None:
            break
        record = message
    return record


def _tweets(status: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    try:
        yield from statuses(status, naive)
    except BadField as error:
        place = status.place.at(*error.path)
        yield Problem("missing-field", error.message, place)
        yield from status.problems


def _told(line: Fields, word: str) -> Iterator[Notice | Problem]:
    body = line.below(word) if word in _LINES else None
    if body is None:
        return
    if word in _GONE:
        status = body.below("status")
        if status is not None:
            yield _notice(status, _GONE[word], f"{word} event")
    elif word == "status_withheld":
        yield _notice(body, "withheld", f"withheld{_where(body)}")
    elif word == "tweet_edit":
        yield _edited(body)
    elif word == "limit":
        yield Problem("limit", _left_out(body), body.place)
    elif word in ("warning", "disconnect"):
        what = "warned" if word == "warning" else "was closed by the other side"
        message = f"the stream {what}{_own_words(body)}"
        yield Problem(f"stream-{word}", message, body.place)


def _notice(holder: Fields, state: State, reason: str) -> Notice | Problem:
    id_ = holder.id("id")
    if id_ is None:
        message = "the id of a tweet was expected; the line is skipped"
        return Problem("missing-field", message, holder.place.at("id_str"))
    return Notice(id_, state, reason, holder.place)


def _where(body: Fields) -> str:
    countries = body.texts("withheld_in_countries")
    if not countries:
        return ""
    more = ", ..." if len(countries) > _MOST_COUNTRIES else ""
    named = ", ".join(country[:9] for country in countries[:_MOST_COUNTRIES])
    return f" in {named}{more}"


def _edited(body: Fields) -> Problem:
    first = body.id("initial_tweet_id") or body.id("id")
    ids = ", ".join(body.texts("edit_tweet_ids"))[:_LONGEST]
    message = f"the tweet {first} was edited" + (
        f"; its versions are {ids}" if ids else ""
    )
    return Problem("edited", message, body.place)


def _left_out(body: Fields) -> str:
    count = body.whole("track")
    what = "tweets" if count is None else f"{count} tweets so far"
    return f"the stream did not deliver {what} that matched; they are not in the data"


def _own_words(body: Fields) -> str:
    code = body.whole("code")
    said = [
        str(code) if code is not None else body.text("code"),
        body.text("message") or body.text("reason"),
    ]
    shown = ": ".join(each for each in said if each)[:_LONGEST]
    return f": {shown!r}" if shown else ""
