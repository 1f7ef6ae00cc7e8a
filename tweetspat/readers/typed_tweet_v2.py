"""The quick way through a tweet of API v2, in a page or flattened.

What is not plainly regular raises `Odd`: the tolerant reader then reads the record.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cached_property, lru_cache, partial
from typing import Annotated, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType

from tweetspat.model import Account, Media, Tweet, TweetId, Url
from tweetspat.problems import Place
from tweetspat.readers.status_v1 import unescape
from tweetspat.readers.typed_entities import Odd
from tweetspat.stamps import id_instant, instant, whole_second
from tweetspat.visible import handle_is_plain

__all__ = [
    "ALONE",
    "Beside",
    "Id",
    "Medium",
    "Person",
    "Post",
    "inside",
    "told_of",
    "tweet",
]

Id: TypeAlias = Annotated[str, Meta(max_length=100)]
"""An id as text; a number goes to the tolerant reader."""

_MOST_ACCOUNTS = 100_000
_MOST_MENTIONED = 20_000
_STAMP = len("2016-02-11T12:00:00.000Z")


class Person(Struct, gc=False):
    """An account that a page includes."""

    username: str
    id: Id
    name: str | None = None
    id_str: None = None


class _Named(Struct, gc=False):
    """An account that a tweet mentions, or that a tool has inlined in it."""

    username: str | None = None
    id: Id | None = None
    name: str | UnsetType | None = UNSET
    id_str: None = None
    text: UnsetType | None = UNSET


class _Link(Struct, gc=False):
    url: str | None = None
    expanded_url: str | None = None


class _Entities(Struct, gc=False):
    mentions: list[_Named] | None = None
    urls: list[_Link] | None = None


class _Note(Struct, gc=False):
    text: str | None = None
    entities: _Entities | None = None


class _Film(Struct, gc=False):
    bit_rate: Annotated[int, Meta(gt=-(10**18), lt=10**18)] | None = None
    url: str | None = None
    content_type: str | None = None


class Medium(Struct, gc=False):
    """A picture or film, which tweets name by its key."""

    media_key: str | None = None
    type: str | None = None
    url: str | None = None
    preview_image_url: str | None = None
    alt_text: str | None = None
    variants: list[_Film] | None = None

    def shown(self) -> Media:
        """Return the picture, or the film of the highest bitrate, else its still."""
        films = [
            (film.bit_rate or 0, film.url or "")
            for film in self.variants or ()
            if film.content_type == "video/mp4"
        ]
        best = max(films, default=(0, ""))[1]
        url = best or self.url or self.preview_image_url or None
        return Media(self.type or "media", url, self.alt_text)


class _Attachments(Struct, gc=False):
    media_keys: list[str] | None = None
    media: list[Medium] | None = None


class Post(Struct, gc=False):
    """A tweet; or what refers to one, which may hold it whole."""

    id: Id
    type: str | None = None
    text: str | None = None
    author_id: Id | None = None
    created_at: str | None = None
    conversation_id: Id | None = None
    in_reply_to_user_id: Id | None = None
    in_reply_to_tweet_id: Id | None = None
    edit_history_tweet_ids: list[str] | None = None
    referenced_tweets: "list[Post] | None" = None
    entities: _Entities | None = None
    note_tweet: _Note | None = None
    attachments: _Attachments | None = None
    author: _Named | None = None
    in_reply_to_user: _Named | None = None
    synthetic: bool | None = None
    id_str: None = None
    author_id_str: None = None
    conversation_id_str: None = None
    in_reply_to_user_id_str: None = None
    in_reply_to_tweet_id_str: None = None


class Beside:
    """What a page tells beside its tweets.

    Attributes:
        users: accounts by their id.
        media: pictures and films by their key.
    """

    def __init__(
        self, people: Sequence[Person] = (), media: Sequence[Medium] = ()
    ) -> None:
        """Take what the page includes.

        Raises:
            Odd: an account has an odd handle or id.
        """
        self._people = people
        self.users: dict[str, Account] = {}
        for each in people:
            id_ = each.id
            known = _accounts.get(id_)
            if (
                known is None
                or known.handle != each.username
                or known.name != each.name
            ):
                known = _remember(each)
            self.users[id_] = known
        self.media = {each.media_key: each.shown() for each in media if each.media_key}

    @cached_property
    def _handles(self) -> dict[str, Account]:
        found = (Account(each.username, each.name, each.id) for each in self._people)
        return {each.key: each for each in found}

    def known(self, mentioned: Account) -> Account:
        """Return a mentioned account with what the page tells beyond its handle."""
        id_ = mentioned.id
        user = self.users.get(id_) if id_ else self._handles.get(mentioned.key)
        if user is None:
            return mentioned
        if mentioned.name is None and mentioned.handle == user.handle:
            return user
        return Account(mentioned.handle, mentioned.name or user.name, user.id)


ALONE = Beside()
"""What stands beside a tweet that is a record by itself."""

_accounts: dict[str, Account] = {}
"""The account last seen under each id: most pages share theirs with others."""


def _remember(person: Person) -> Account:
    if not (handle_is_plain(person.username) and _is_plain(person.id)):
        raise Odd
    made = Account(person.username, person.name, person.id)
    if len(_accounts) > _MOST_ACCOUNTS:
        _accounts.clear()
    _accounts[person.id] = made
    return made


def _is_plain(id_: str) -> bool:
    return id_.isascii() and id_.isalnum()


_new: Callable[[type[Tweet], tuple[object, ...]], Tweet] = tuple.__new__
"""Makes a Tweet from all its fields in their order, in half the time of a call."""


def tweet(post: Post, place: Place, holder: TweetId | None, beside: Beside) -> Tweet:
    """Return the tweet.

    Raises:
        Odd: it is not plainly regular.
    """
    id_ = post.id
    text, entities, note = post.text, post.entities, post.note_tweet
    long = note is not None and note.text
    if note is not None and long:
        text, entities = note.text, note.entities
    if not text or not id_.isdigit() or not id_.isascii():
        raise Odd
    reply_to = quotes = repeats = None
    if post.referenced_tweets:
        reply_to, quotes, repeats = _links(post.referenced_tweets)
    author = None
    author_id = post.author_id
    if post.author is not None:
        author = _author(post.author, author_id)
    elif author_id:
        author = beside.users.get(author_id)
    else:
        raise Odd
    answered, attached = post.in_reply_to_user_id, post.attachments
    history = post.edit_history_tweet_ids
    sent, basis = post.created_at and _sent(post.created_at), "created_at"
    if not sent:
        inside, basis = id_instant(id_), "id"
        if inside is None:
            raise Odd
        sent = whole_second(inside)
    return _new(
        Tweet,
        (
            id_,
            author,
            unescape(text) if "&" in text else text,
            sent,
            basis,
            place,
            reply_to or post.in_reply_to_tweet_id or None,
            _reply_handle(post, answered, beside) if answered else None,
            None if repeats else quotes,
            repeats,
            None,
            "recovered" if holder else "present",
            None,
            (f"nested in {holder}",) if holder else (),
            _urls(entities.urls, id_) if entities and entities.urls else (),
            _media(attached, beside) if attached else (),
            not long and "…" in text and _is_cut(post, text, repeats),
            holder,
            None,
            None,
            None,
            (),
            (),
            None,
            post.synthetic is True,
            None if author else author_id,
            _versions(id_, history) if history and history != [id_] else (),
            post.conversation_id or None,
            _mentions(entities.mentions, beside)
            if entities and entities.mentions
            else (),
            (),
        ),
    )


def _links(
    references: Sequence[Post],
) -> tuple[str | None, str | None, str | None]:
    """Return what is replied to, quoted and repeated."""
    reply_to = quotes = repeats = None
    for each in references:
        kind, to = each.type, each.id
        if not to:
            raise Odd
        if kind == "replied_to" and reply_to is None:
            reply_to = to
        elif kind == "quoted" and quotes is None:
            quotes = to
        elif kind == "retweeted" and repeats is None:
            repeats = to
        else:
            raise Odd
    return reply_to, quotes, repeats


def _author(author: _Named, id_: str | None) -> Account:
    if not author.username:
        raise Odd
    name = None if author.name is UNSET else author.name
    return _signed(author.username, name, author.id or id_ or None)


@lru_cache(_MOST_MENTIONED)
def _signed(handle: str, name: str | None, id_: str | None) -> Account:
    if not handle_is_plain(handle):
        raise Odd
    return Account(handle, name, id_)


def _sent(stamp: str) -> datetime:
    """Read the stamp of API v2; any other shape is left to `stamps`."""
    try:
        if (
            stamp[4] == stamp[7] == "-"
            and stamp[10] == "T"
            and stamp[19] == "."
            and stamp[_STAMP - 1 :] == "Z"
        ):
            return datetime.fromisoformat(stamp)
    except (IndexError, ValueError):
        pass
    sent = _instant(stamp)
    if sent is None:
        raise Odd
    return sent


_instant = lru_cache(4096)(partial(instant, minutes=False))


def _reply_handle(post: Post, id_: str, beside: Beside) -> str | None:
    user = beside.users.get(id_)
    if user is not None:
        return user.handle
    mentioned = (post.entities and post.entities.mentions) or ()
    for each in (post.in_reply_to_user, *mentioned):
        if each is not None and each.id == id_:
            return each.username or None
    return None


def _urls(links: Sequence[_Link], id_: str) -> tuple[Url, ...]:
    """Return the links, each once; those to the tweet's own pictures are media."""
    own = f"/status/{id_}/"
    found: dict[Url, None] = {}
    for each in links:
        expanded = each.expanded_url
        if each.url and not (
            expanded
            and own in expanded
            and (f"{own}photo/" in expanded or f"{own}video/" in expanded)
        ):
            found[Url(each.url, expanded)] = None
    return tuple(found)


def _media(attached: _Attachments, beside: Beside) -> tuple[Media, ...]:
    """Return what hangs on the tweet, as inlined or as the page tells."""
    inlined = [(each.media_key, each.shown()) for each in attached.media or ()]
    if not attached.media_keys:
        return tuple([found for _, found in inlined])
    own = {key: found for key, found in inlined if key}
    return tuple(
        [
            own.get(key) or beside.media.get(key) or Media("media")
            for key in attached.media_keys
        ]
    )


def _is_cut(post: Post, text: str, repeats: str | None) -> bool:
    """Tell a retweet's shortened copy, and a long tweet of which a stump came."""
    if repeats:
        return text.rstrip().endswith("…")
    stump, _, link = text.rpartition(" ")
    links = (post.entities and post.entities.urls) or ()
    return stump.endswith("…") and any(
        each.url == link
        and (each.expanded_url or "").endswith(f"/web/status/{post.id}")
        for each in links
    )


def _versions(id_: str, history: Sequence[str]) -> tuple[str, ...]:
    """Return the versions of an edited tweet, the oldest first."""
    ids = {id_, *filter(None, history)}
    if len(ids) == 1:
        return ()
    return tuple(sorted(ids, key=lambda each: (len(each), each)))


def _mentions(named: Sequence[_Named], beside: Beside) -> tuple[Account, ...]:
    """Return who is mentioned, each once, with what the page tells of them."""
    if len(named) == 1:
        (one,) = named
        user = beside.users.get(one.id) if one.id and not one.name else None
        if user is not None and user.handle == one.username:
            return (user,)
    found = [_mentioned(each.username, each.name or None, each.id) for each in named]
    return tuple([beside.known(each) for each in dict.fromkeys(found) if each])


@lru_cache(_MOST_MENTIONED)
def _mentioned(handle: str | None, name: str | None, id_: str | None) -> Account | None:
    if not handle or not handle_is_plain(handle):
        return None
    return Account(handle, name, id_ if id_ and _is_plain(id_) else None)


def inside(post: Post, place: Place) -> Iterator[tuple[Post, Place]]:
    """Yield the tweets that stand whole where others only name them."""
    for number, each in enumerate(post.referenced_tweets or ()):
        if each.text is not None and each.id != post.id:
            path = f"{place.path}.referenced_tweets[{number}]"
            yield each, Place(place.file, place.line, path, place.shape)


def told_of(post: Post) -> Iterator[Account]:
    """Yield the accounts that a flattened tweet tells of inside it."""
    mentioned = (post.entities and post.entities.mentions) or ()
    for each in (post.author, post.in_reply_to_user, *mentioned):
        if (
            each is not None
            and each.username
            and each.id is not None
            and each.name is not UNSET
            and each.text is UNSET
        ):
            yield Account(each.username, each.name, each.id or None)
