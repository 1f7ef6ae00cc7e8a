"""The body of an API v2 tweet: pages, flattened lines and events carry the same.

Accounts and media come from the page that the tweet stands in, or inlined in
the tweet where a tool has flattened it.
"""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Media, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import Sent, check_handle, mentioned, sent_at
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.page_v2 import ALONE, Page, account, looks_like_user, medium
from tweetspat.readers.status_v1 import unescape
from tweetspat.stamps import id_instant, whole_second

__all__ = ["apart", "tweets"]


def apart(item: Fields) -> Fields:
    """Return the object with problems of its own."""
    return Fields(item.value, item.place, [])


def tweets(
    top: Fields, beside: Page, naive: tzinfo | None
) -> Iterator[Tweet | Account | Problem]:
    """Yield a tweet, those inlined in it, and the accounts that they tell of.

    What is no tweet is a Problem, and costs only itself.
    """
    inside: list[tuple[Fields, TweetId | None]] = [(top, None)]
    while inside:
        fields, holder = inside.pop()
        try:
            tweet = _tweet(fields, holder, beside, naive)
        except BadField as error:
            place = fields.place.at(*error.path)
            yield Problem("missing-field", error.message, place)
            yield from fields.problems
            continue
        yield tweet
        if beside is ALONE:
            yield from _accounts(apart(fields))
        inside += [(each, tweet.id) for each in _inlined(fields, tweet.id)]


def _inlined(tweet: Fields, id_: TweetId) -> Iterator[Fields]:
    """Yield the tweets that stand whole where others only name them."""
    for reference in apart(tweet).each("referenced_tweets"):
        if find(reference.value, "text") is not None and reference.id("id") != id_:
            yield apart(reference)


def _tweet(
    tweet: Fields, holder: TweetId | None, beside: Page, naive: tzinfo | None
) -> Tweet:
    id_ = tweet.id("id")
    if id_ is None:
        raise BadField(("id",), "a tweet id was expected; the record is skipped")
    if not (id_.isascii() and id_.isdigit()):
        tweet.odd("odd-id", "this is no status id of the platform's", "id")
    note = tweet.below("note_tweet")
    long = note.text("text") if note else None
    text = long or _text(tweet)
    links = _links(tweet)
    repeats = links.get("retweeted")
    author, author_id = _author(tweet, beside)
    when = _sent(tweet, id_, naive)
    return Tweet(
        id=id_,
        author=author,
        author_id=None if author else author_id,
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=tweet.place,
        reply_to=links.get("replied_to") or tweet.id("in_reply_to_tweet_id"),
        reply_handle=_reply_handle(tweet, beside),
        quotes=None if repeats else links.get("quoted"),
        repeats=repeats,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        urls=_urls(note if note and long else tweet, id_),
        media=_media(tweet, beside),
        cut=not long and _is_cut(tweet, text, id_, repeats),
        nested_in=holder,
        bounds=when.bounds,
        versions=_versions(tweet, id_),
        conversation=tweet.id("conversation_id"),
        mentions=_mentions(note if note and long else tweet, beside),
        problems=tuple(tweet.problems),
        synthetic=tweet.flag("synthetic"),
    )


def _text(tweet: Fields) -> str:
    """Return the text, or where that is empty the title of an article."""
    title = None if find(tweet.value, "text") else tweet.text("article", "title")
    return title or tweet.need("text")


def _is_cut(tweet: Fields, text: str, id_: TweetId, repeats: TweetId | None) -> bool:
    """Tell a retweet's shortened copy, and a long tweet of which a stump came.

    A stump ends with "…" and a link to the tweet itself.
    """
    if repeats:
        return text.rstrip().endswith("…")
    stump, _, link = text.rpartition(" ")
    return stump.endswith("…") and any(
        url.text("url") == link
        and (url.text("expanded_url") or "").endswith(f"/web/status/{id_}")
        for url in apart(tweet).each("entities", "urls")
    )


def _links(tweet: Fields) -> dict[str, TweetId]:
    """Return the tweets that are referred to, by the kind of reference."""
    found: dict[str, TweetId] = {}
    for reference in tweet.each("referenced_tweets"):
        kind, id_ = reference.text("type"), reference.id("id")
        if kind is None or id_ is None:
            reference.odd("wrong-type", "a type and an id were expected; ignored")
        elif found.setdefault(kind, id_) != id_:
            message = f"a second tweet is named as {kind[:20]!r}; the first is used"
            reference.odd("contradicting-id", message, "id")
    return found


def _accounts(tweet: Fields) -> Iterator[Account]:
    """Yield the accounts that a flattened tweet tells of inside it."""
    inlined = [tweet.below("author"), tweet.below("in_reply_to_user")]
    for user in (*inlined, *tweet.each("entities", "mentions")):
        found = account(user) if user and looks_like_user(user.value) else None
        if found is not None:
            yield found


def _author(tweet: Fields, beside: Page) -> tuple[Account | None, str | None]:
    """Return the author as inlined or as the page tells, and the account's id."""
    inlined = tweet.below("author")
    id_ = tweet.id("author_id") or (inlined.id("id") if inlined else None)
    found = account(inlined) if inlined else None
    if found is None:
        found = beside.users.get(id_) if id_ else None
    if found is None:
        if id_ is None:
            tweet.odd("missing-field", "the author is not told", "author_id")
        return None, id_
    check_handle(tweet, found.handle, "author_id")
    return found._replace(id=found.id or id_), id_


def _reply_handle(tweet: Fields, beside: Page) -> str | None:
    """Return the handle of the account that is answered, where the page knows it."""
    id_ = tweet.id("in_reply_to_user_id")
    if id_ is None:
        return None
    if id_ in beside.users:
        return beside.users[id_].handle
    quiet = apart(tweet)
    for user in (quiet.below("in_reply_to_user"), *quiet.each("entities", "mentions")):
        if user is not None and user.id("id") == id_:
            return user.text("username") or None
    return None


def _mentions(body: Fields, beside: Page) -> tuple[Account, ...]:
    """Return who is mentioned, with what the page tells of them beyond a handle."""
    found = mentioned(body, "entities", "mentions", handle="username")
    return tuple(_known(each, beside) for each in found)


def _known(account: Account, beside: Page) -> Account:
    user = beside.users.get(account.id) if account.id else None
    if account.id is None:
        user = beside.handles.get(account.key)
    if user is None:
        return account
    return account._replace(name=account.name or user.name, id=user.id)


def _sent(tweet: Fields, id_: TweetId, naive: tzinfo | None) -> Sent:
    """Return the stamp; one that was not asked for is not there, and not missed."""
    inside = id_instant(id_)
    if inside and find(tweet.value, "created_at") in (None, ""):
        return Sent(whole_second(inside), "id")
    return sent_at(tweet, "created_at", id_, naive)


def _urls(body: Fields, id_: TweetId) -> tuple[Url, ...]:
    """Return the links, each once; those to the tweet's own pictures are media."""
    found: dict[Url, None] = {}
    for url in body.each("entities", "urls"):
        short, expanded = url.text("url"), url.text("expanded_url")
        own = f"/status/{id_}/"
        pictures = (f"{own}photo/", f"{own}video/")
        if short and not any(each in (expanded or "") for each in pictures):
            found[Url(short, expanded)] = None
    return tuple(found)


def _media(tweet: Fields, beside: Page) -> tuple[Media, ...]:
    """Return what hangs on the tweet, as inlined or as the page tells."""
    inlined = [
        (item.text("media_key"), medium(item))
        for item in tweet.each("attachments", "media")
    ]
    own = {key: found for key, found in inlined if key}
    keys = tweet.texts("attachments", "media_keys")
    if keys:
        return tuple(
            own.get(key) or beside.media.get(key) or Media("media") for key in keys
        )
    return tuple(found for _, found in inlined)


def _versions(tweet: Fields, id_: TweetId) -> tuple[TweetId, ...]:
    """Return the versions of an edited tweet, the oldest first."""
    told = filter(None, tweet.texts("edit_history_tweet_ids"))
    ids = {id_, *map(TweetId, told)}
    if len(ids) == 1:
        return ()
    return tuple(sorted(ids, key=lambda each: (len(each), each)))
