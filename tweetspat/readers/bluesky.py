"""Bluesky: a thread as `getPostThread` answers, with parents, replies and quotes."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta, tzinfo

from tweetspat.model import Account, Media, Notice, State, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import Sent, sent_at
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.stamps import instant

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "bluesky-thread"
TELLS = (
    "threads of Bluesky as getPostThread gives them; tells replies, quotes, what is "
    "blocked or not found, and stamps by the clock of who wrote"
)
LACKS = ""

_KIND = "app.bsky.feed.defs#"
_POSTS = "/app.bsky.feed.post/"
_LOST: tuple[tuple[str, State, str], ...] = (
    ("notFound", "missing", "not found"),
    ("blocked", "protected", "blocked"),
)
"""Flags of what stands in the place of a post."""

_UNVERIFIED = "handle.invalid"
_APART = timedelta(days=1)
_OWN_WORDS = ("record", "value")
"""Where a post has what its author wrote, and not the server."""


def recognises(record: object) -> bool:
    """Tell the answer by what stands under `thread`."""
    thread = find(record, "thread")
    kind = find(thread, "$type")
    return (
        (isinstance(kind, str) and kind.startswith(_KIND))
        or isinstance(find(thread, "post", "uri"), str)
        or (_lost(thread) is not None and isinstance(find(thread, "uri"), str))
    )


def _lost(view: object) -> tuple[State, str] | None:
    for flag, state, reason in _LOST:
        if find(view, flag) is True:
            return state, reason
    return None


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Notice | Problem]:
    """Yield every post of a thread, and what is told of those that are not there."""
    thread = record.below("thread")
    views = [thread] if thread else []
    known = _accounts(thread) if thread else {}
    while views:
        view = views.pop()
        lost = _lost(view.value)
        post = view.below("post")
        if post is not None:
            yield from _posts(_apart(post), naive, known)
        elif lost is not None:
            yield _notice(view, *lost)
        else:
            message = "a post was expected; what stands here is skipped"
            yield Problem("unknown-shape", message, view.place)
        around = [view.below("parent"), *view.each("replies")]
        views += [each for each in reversed(around) if each is not None]
    yield from record.problems


def _apart(fields: Fields) -> Fields:
    """Return the object with problems of its own."""
    return Fields(fields.value, fields.place, [])


def _notice(view: Fields, state: State, reason: str) -> Notice | Problem:
    uri = view.text("uri")
    if not uri:
        message = "the address of a post was expected; skipped"
        return Problem("missing-field", message, view.place.at("uri"))
    return Notice(TweetId(uri), state, reason, view.place)


def _posts(
    top: Fields, naive: tzinfo | None, known: Mapping[str, Account]
) -> Iterator[Tweet | Notice | Problem]:
    """Yield a post and those quoted in it; what is no post costs only itself."""
    inside: list[tuple[Fields, TweetId | None]] = [(top, None)]
    while inside:
        post, holder = inside.pop()
        lost = _lost(post.value)
        if lost is not None:
            yield _notice(post, *lost)
            continue
        try:
            tweet = _tweet(post, holder, naive, known)
        except BadField as error:
            yield Problem("missing-field", error.message, post.place.at(*error.path))
            yield from post.problems
            continue
        yield tweet
        quoted = _quoted(_apart(post))
        if quoted and quoted.text("uri") != tweet.id and not _is_bare(quoted):
            inside.append((_apart(quoted), tweet.id))


def _is_bare(quoted: Fields) -> bool:
    """Tell an embedded post that is named only, such as a detached one."""
    return _lost(quoted.value) is None and find(quoted.value, "value") is None


def _tweet(
    post: Fields,
    holder: TweetId | None,
    naive: tzinfo | None,
    known: Mapping[str, Account],
) -> Tweet:
    id_ = post.need("uri")
    key = "value" if holder else "record"
    body = post.below(key)
    text = body.text("text") if body else None
    if body is None or text is None:
        raise BadField((key, "text"), "text was expected; the post is skipped")
    when = _sent(post, body, naive)
    author, author_id = _author(post)
    quotes = _quotes(post, body)
    if quotes == id_:
        post.odd("holds-itself", "it quotes itself; ignored", "embed")
        quotes = None
    parent = body.text("reply", "parent", "uri")
    root = body.text("reply", "root", "uri")
    return Tweet(
        id=TweetId(id_),
        author=author,
        author_id=author_id,
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=post.place,
        reply_to=TweetId(parent) if parent else None,
        quotes=quotes,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        urls=_urls(body, text),
        media=tuple(_media(post)),
        nested_in=holder,
        bounds=when.bounds,
        problems=tuple(post.problems),
        synthetic=post.flag("synthetic"),
        conversation=TweetId(root) if root else None,
        mentions=tuple(dict.fromkeys(_mentions(body, known))),
    )


def _embed(post: Fields) -> Fields | None:
    """Return what hangs on a post; quoted posts have it in an array."""
    if isinstance(find(post.value, "embeds"), list):
        return next(post.each("embeds"), None)
    return post.below("embed")


def _quoted(post: Fields) -> Fields | None:
    """Return the post that is quoted, alone or beside pictures, as it is embedded."""
    embed = _embed(post)
    record = embed.below("record") if embed else None
    if record is not None and isinstance(find(record.value, "record"), dict):
        record = record.below("record")
    uri = find(record.value, "uri") if record else None
    return record if isinstance(uri, str) and _POSTS in uri else None


def _quotes(post: Fields, body: Fields) -> TweetId | None:
    """Return the address of the quoted post, as embedded or as the record names it."""
    quoted = _quoted(post) or _quoted(_apart(body))
    uri = quoted.text("uri") if quoted else None
    return TweetId(uri) if uri else None


def _author(post: Fields) -> tuple[Account | None, str | None]:
    author = post.below("author")
    handle = author.text("handle") if author else None
    did = author.text("did") if author else None
    if not author or not handle:
        if not did:
            post.odd("missing-field", "the author is not told", "author", "handle")
        return None, did
    if handle == _UNVERIFIED and did:
        message = "its handle could not be verified; the account's id stands for it"
        post.odd("odd-handle", message, "author", "handle")
        handle = did
    elif not _is_handle(handle):
        message = "this is no handle; it may be made to pass for another (look-alike)"
        post.odd("odd-handle", message, "author", "handle")
    return Account(handle, author.text("displayName"), did), None


def _is_handle(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_.@-]+", text) is not None


def _is_known(account: Account) -> bool:
    return account.handle == account.id or _is_handle(account.handle)


def _accounts(thread: Fields) -> dict[str, Account]:
    """Return who wrote the posts of a thread and those quoted in it, by their ids.

    Posts mention accounts by id alone.  What an author wrote is not believed here:
    a record may hold any members.
    """
    found: dict[str, Account] = {}
    waiting = [thread.value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            post = Fields(value, thread.place, [])
            account, _ = _author(post) if "author" in value else (None, None)
            if account and account.id and _is_known(account):
                found[account.id] = account
            own = _OWN_WORDS if "author" in value else ()
            waiting += [value[key] for key in value if key not in own]
    return found


def _mentions(body: Fields, known: Mapping[str, Account]) -> Iterator[Account]:
    """Yield the accounts that are mentioned and that the thread tells of."""
    quiet = _apart(body)
    for facet in quiet.each("facets"):
        for feature in facet.each("features"):
            account = known.get(feature.text("did") or "")
            if account is not None:
                yield account


def _sent(post: Fields, body: Fields, naive: tzinfo | None) -> Sent:
    """Return when the author's own clock says that it was sent."""
    when = sent_at(body, "createdAt", None, naive)
    sent, indexed = when.sent, instant(post.text("indexedAt") or "")
    if sent and indexed and abs(indexed - sent) > _APART:
        message = (
            f"its author's clock says {sent:%Y-%m-%d %H:%M:%S} UTC, and the server "
            f"that took it in {indexed:%Y-%m-%d %H:%M:%S} UTC; the first is used"
        )
        body.odd("contradicting-stamp", message, "createdAt")
    return when


def _urls(body: Fields, text: str) -> tuple[Url, ...]:
    """Return where the links of a post lead, those of its card too.

    The places in the text are counted in bytes.
    """
    data = text.encode()
    found = []
    for facet in body.each("facets"):
        begin = facet.whole("index", "byteStart") or 0
        end = facet.whole("index", "byteEnd") or 0
        for feature in facet.each("features"):
            uri = feature.text("uri")
            if uri:
                short = data[max(begin, 0) : max(end, 0)].decode(errors="ignore")
                found.append(Url(short or uri, uri))
    for path in (("embed", "external"), ("embed", "media", "external")):
        card = body.text(*path, "uri")
        if card and not any(url.expanded == card for url in found):
            found.append(Url(card, card))
    return tuple(found)


def _media(post: Fields) -> Iterator[Media]:
    embed = _embed(_apart(post))
    if embed is None:
        return
    embed = _apart(embed).below("media") or embed  # pictures beside a quote
    embed = Fields(embed.value, embed.place, post.problems)
    for image in embed.each("images"):
        url = image.text("fullsize") or image.text("thumb")
        yield Media("photo", url, image.text("alt") or None)
    film = embed.text("playlist")
    if film:
        yield Media("video", film, embed.text("alt") or None)
