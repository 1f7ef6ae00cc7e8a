"""The nouns: what a reader yields and what a renderer gets.  All frozen.

NamedTuples, because a dataclass costs about 0.7 ms each at start-up and a
`msgspec.Struct` would load msgspec for the smallest input.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Literal, NamedTuple, NewType, TypeAlias

from tweetspat.problems import Place, Problem

__all__ = [
    "LOST",
    "OTHER_PLATFORMS",
    "Account",
    "Bounds",
    "Case",
    "Claim",
    "Contest",
    "Copy",
    "Heap",
    "Input",
    "Kept",
    "Link",
    "Media",
    "Notice",
    "Order",
    "Owner",
    "Retweet",
    "SaidTime",
    "Side",
    "Source",
    "Spat",
    "Turn",
    "Tweet",
    "TweetId",
    "Url",
]

TweetId = NewType("TweetId", str)
"""A status id in decimal text, or whatever text the source gave; a JSON number
loses digits above 2**53, so an id is never one."""

State: TypeAlias = Literal[
    "present",
    "missing",
    "deleted",
    "withheld",
    "suspended",
    "protected",
    "recovered",
    "reported",
]
LOST: frozenset[State] = frozenset(
    ("missing", "deleted", "withheld", "suspended", "protected")
)
"""What can have become of a tweet whose words are not in the data."""

OTHER_PLATFORMS = frozenset(("bluesky-thread", "mastodon"))
"""Shapes of other platforms, whose ids hold no instant."""

Relation: TypeAlias = Literal["replied_to", "quoted", "continues", "answers"]
Basis: TypeAlias = Literal[
    "metadata",
    "nested",
    "conversation",
    "media_source",
    "status_url",
    "manual_quote",
    "manual_retweet",
    "numbering",
    "mention",
    "name",
    "source_claim",
]
SentBasis: TypeAlias = Literal["created_at", "id", "case"]
OrderKind: TypeAlias = Literal["total", "partial", "contested"]
Precision: TypeAlias = Literal[
    "second",
    "minute",
    "hour",
    "hours",
    "part",
    "day",
    "week",
    "month",
    "year",
    "range",
]
"""How exactly a time is said: "hours" is "a few hours ago", "part" part of a day."""


_NEVER = datetime.max.replace(tzinfo=UTC)


class Account(NamedTuple):
    """Who tweeted.

    Attributes:
        handle: the screen name without "@", as its owner wrote it.
        name: the display name, or None where the data has none.
        id: the account id in decimal text, or None.
    """

    handle: str
    name: str | None = None
    id: str | None = None

    @property
    def key(self) -> str:
        """What accounts are compared by: handles compare without case."""
        return self.handle.lower()


class Owner(NamedTuple):
    """Whose account archive it is: archives do not say it in their tweets.

    Attributes:
        place: the file that says so; it speaks for the tweets of its folder.
    """

    account: Account
    place: Place


class Notice(NamedTuple):
    """What a file says of a tweet without having it: deleted, suspended, withheld.

    Attributes:
        state: what became of the tweet, as far as the file tells.
        reason: the file's own word for it, such as "delete event".
    """

    id: TweetId
    state: State
    reason: str
    place: Place


class Bounds(NamedTuple):
    """A half-open stretch of time, UTC: `not_before` <= instant < `not_after`."""

    not_before: datetime | None
    not_after: datetime | None


class Copy(NamedTuple):
    """A copy of a tweet whose words differ from those that are shown."""

    text: str | None
    author: str | None
    place: Place


class Media(NamedTuple):
    """A picture or film that hangs on a tweet."""

    kind: str
    url: str | None = None
    alt: str | None = None


class Url(NamedTuple):
    """A shortened link and where it leads."""

    short: str
    expanded: str | None = None


class Source(NamedTuple):
    """A tweet whose picture or film another carries."""

    tweet: TweetId
    account_id: str | None = None


class Retweet(NamedTuple):
    """A native retweet, folded under the tweet that it repeats."""

    by: str | None
    sent: datetime | None


class SaidTime(NamedTuple):
    """A time that a text speaks of, and what it means.

    Attributes:
        text: the words as they stand in the tweet.
        start_index: where they begin in the text, in characters.
        end_index: where they end, exclusive.
        start: the first instant meant, aware, UTC.
        end: the end of the interval, exclusive, UTC.
        precision: how exactly it was said.
        zone: the IANA name of the zone it was counted in.
        basis: why that zone, in words.
        confidence: the share of such readings that are right.
    """

    text: str
    start_index: int
    end_index: int
    start: datetime
    end: datetime
    precision: Precision
    zone: str
    basis: str
    confidence: float


class Link(NamedTuple):
    """One tweet points at another, and how that is known.

    Attributes:
        to: the tweet pointed at; present, or standing in the spat as a ghost.
        stated: True only for what the platform or the file states.
        confidence: the share of such links that are right; 1.0 when stated.
        confidence_conversation: the same for the conversation it leads into.
        evidence: how it is known, in words.
        alternatives: up to three other candidates with their confidence.
        series: the tweets of a burst that is answered as a whole.
        elsewhere: True when `to` stands in another conversation.
    """

    to: TweetId
    relation: Relation
    basis: Basis
    stated: bool
    confidence: float
    confidence_conversation: float
    evidence: str
    alternatives: tuple[tuple[TweetId, float], ...] = ()
    series: tuple[TweetId, ...] = ()
    elsewhere: bool = False


class Kept(NamedTuple):
    """What an output of this tool already says of a tweet, kept when read again.

    Attributes:
        said_times: None where they were said in other words than the tweet now has.
        place: where in that output it stands.
    """

    links: tuple[Link, ...]
    said_times: tuple[SaidTime, ...] | None
    retweets: tuple[Retweet, ...]
    n: int | None = None
    place: Place | None = None


class Tweet(NamedTuple):
    """One tweet, whatever file it came from.

    Attributes:
        id: the status id.
        author: who sent it; None where the data does not tell.
        text: the words as tweeted; None for ghosts and reports.
        sent: when, aware, UTC; None where nobody knows.
        sent_basis: where `sent` comes from.
        place: where the record stands.
        reply_to: the tweet it says that it replies to.
        reply_handle: the handle it says that it replies to.
        quotes: the tweet it says that it quotes.
        repeats: the tweet that it natively retweets.
        answers: the tweet that a case file says it answers.
        state: present, lost, or known in another way.
        zone: the IANA name of the author's own zone where the profile told it.
        sources: who is the authority for it, in words.
        urls, media: what hangs on it.
        cut: the text is known to be cut short.
        nested_in: the tweet whose record carried this copy; None at top level.
        bounds, time_as_told: what is known of an unknown time.
        paraphrase: what a report says the text was about.
        copies: copies whose words differ.
        problems: what is odd about this record.
        kept: what an earlier output of this tool said of it.
        synthetic: the record says that it is made up.
        author_id: the account id, where the record names its author by that
            alone; `merge` finds the account that some record tells of.
        versions: the ids of an edited tweet's versions, the oldest first, its
            own among them.
        conversation: the conversation that the platform counts it in, named by
            the id of its first tweet.
        mentions: the accounts that the record says it mentions, in its order;
            readers may leave them out of a tweet that states its parent.
        copied_from: the tweets whose pictures or films it carries.
    """

    id: TweetId
    author: Account | None
    text: str | None
    sent: datetime | None
    sent_basis: SentBasis | None
    place: Place
    reply_to: TweetId | None = None
    reply_handle: str | None = None
    quotes: TweetId | None = None
    repeats: TweetId | None = None
    answers: TweetId | None = None
    state: State = "present"
    zone: str | None = None
    sources: tuple[str, ...] = ()
    urls: tuple[Url, ...] = ()
    media: tuple[Media, ...] = ()
    cut: bool = False
    nested_in: TweetId | None = None
    bounds: Bounds | None = None
    time_as_told: str | None = None
    paraphrase: str | None = None
    copies: tuple[Copy, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: Kept | None = None
    synthetic: bool = False
    author_id: str | None = None
    versions: tuple[TweetId, ...] = ()
    conversation: TweetId | None = None
    mentions: tuple[Account, ...] = ()
    copied_from: tuple[Source, ...] = ()

    @property
    def record(self) -> Place:
        """Where its record stands in the inputs; `place` may be of an earlier one."""
        return self.kept.place if self.kept and self.kept.place else self.place

    @property
    def ghost(self) -> bool:
        """Whether it only stands in for a tweet that the data does not hold."""
        return self.text is None and self.state in LOST

    @property
    def rank(self) -> tuple[datetime, int, str]:
        """Sort key of sending order; ids of one second compare as numbers.

        A tweet whose time is not known ranks after all others.
        """
        return self.sent or _NEVER, len(self.id), self.id


class Side(NamedTuple):
    """One side of a spat.

    Attributes:
        name: what it is called, such as "Moscow".
        accounts: the handles that speak for it, as written.
        zone: the IANA name of its clock, or None.
        basis: "given" by the user or file, or "suggested" by the tool.
    """

    name: str
    accounts: tuple[str, ...]
    zone: str | None = None
    basis: str = "given"


class Claim(NamedTuple):
    """The order in which one source tells some tweets."""

    source: str
    order: tuple[TweetId, ...]


class Contest(NamedTuple):
    """Two tweets whose order is contested, and who claims what."""

    pair: tuple[TweetId, TweetId]
    claims: tuple[Claim, ...]


class Order(NamedTuple):
    """How sure the order of a spat is."""

    kind: OrderKind
    contested: tuple[Contest, ...] = ()


class Case(NamedTuple):
    """What a case file (or an earlier output) says of a spat as a whole.

    Attributes:
        tweets: the ids that belong to it; they are one spat whatever their links.
        claims: the orders that its sources tell.
        order: the order's certainty as an earlier output gave it, else None;
            then `tweets` is that output's sequence.
    """

    title: str | None
    synthetic: bool
    reconstructed: bool
    sources: tuple[str, ...]
    sides: tuple[Side, ...]
    tweets: tuple[TweetId, ...]
    claims: tuple[Claim, ...]
    order: Order | None = None


class Input(NamedTuple):
    """One file that was read.

    Attributes:
        file: its name as the user gave it.
        sha256: its hash in hex, or None when nobody asked for it.
        shape: what was recognised in it; several shapes stand joined by ", ".
        tweets: how many tweet records it held.
        problems: how many problems were met in it.
        broken: its JSON breaks off or is damaged, so that what follows is unknown.
    """

    file: str
    sha256: str | None
    shape: str | None
    tweets: int
    problems: int
    broken: bool = False


class Heap(NamedTuple):
    """Everything that was read, one tweet an id.

    Attributes:
        inputs: what was read, in reading order.
        tweets: one a status id, retweets among them, in no order.
        cases: what case files say of whole spats.
        problems: what could not be read, with places.
        unread: the inputs that could not be read at all, each with its reason.
        skipped: how many records were passed over.
        notices: what files say of tweets without having them, by id.
        versions: for the id of each earlier version of an edited tweet, the id
            that stands for it.
    """

    inputs: tuple[Input, ...]
    tweets: Mapping[TweetId, Tweet]
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...] = ()
    skipped: int = 0
    notices: Mapping[TweetId, Notice] = MappingProxyType({})
    versions: Mapping[TweetId, TweetId] = MappingProxyType({})


class Turn(NamedTuple):
    """A tweet in its place in a spat.

    Attributes:
        tweet: the tweet.
        n: its number in the whole spat, from 1.
        side: the name of its side, or None.
        links: where it points, the primary parent first.
        said_times: the times its text speaks of, in reading order.
        retweets: who repeated it, in sending order.
        problems: what a reader should know about it.
        quoted_by: the tweets of other conversations that quote it, by id.
        context: it is not selected, and stays because one that is points at it.
        zone: the IANA name of its author's clock where a cast or its side tells
            it; what a profile tells stands in `tweet.zone`.
    """

    tweet: Tweet
    n: int
    side: str | None
    links: tuple[Link, ...]
    said_times: tuple[SaidTime, ...]
    retweets: tuple[Retweet, ...]
    problems: tuple[Problem, ...]
    quoted_by: tuple[Tweet, ...] = ()
    context: bool = False
    zone: str | None = None


class Spat(NamedTuple):
    """One conversation, in the order in which it is printed.

    Attributes:
        id: that of its earliest present tweet.
        score: how many answers its two hottest voices exchanged in a day.
        whole: how many tweets the conversation has, where this is a part of it.
        selected: how it was asked for, where this is a part of it; may be empty.
    """

    id: TweetId
    title: str | None
    synthetic: bool
    reconstructed: bool
    sources: tuple[str, ...]
    sides: tuple[Side, ...]
    order: Order
    turns: tuple[Turn, ...]
    score: int
    whole: int | None = None
    selected: str = ""
