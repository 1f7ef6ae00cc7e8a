"""Links that one piece of evidence is enough for, the strongest first."""

from collections.abc import Mapping
from typing import NamedTuple

from tweetspat.inference.ledger import Ledger
from tweetspat.inference.numbering import numbered, predecessor
from tweetspat.inference.pointers import StatusUrl, older, status_urls
from tweetspat.inference.quotations import Quotations, quoted
from tweetspat.inference.wording import speaks_of_several, subject_of_its_sentence
from tweetspat.model import Basis, Link, Relation, Tweet, TweetId

__all__ = ["Ruled", "Rules"]

_SIX_HOURS = 6 * 60.0
_TWICE_SAID = 0.5


class Ruled(NamedTuple):
    """What the rules say of a tweet.

    Attributes:
        link: where it points, or None.
        silent: weaker evidence must not speak: the tweet names something that
            the heap does not hold.
    """

    link: Link | None
    silent: bool = False


_NOTHING = Ruled(None)


class Rules:
    """The rules over one ledger.

    Attributes:
        shares: for each rule the share of its links that were right.
        standing: for the id of a retweet or of an earlier version the tweet
            that stands for it.
        handles: whose the tweets are that only URLs name, as those say.
    """

    def __init__(
        self,
        ledger: Ledger,
        shares: Mapping[str, float],
        standing: Mapping[TweetId, TweetId],
        without: frozenset[Basis] = frozenset(),
    ) -> None:
        self.ledger = ledger
        self.shares = shares
        self.standing = standing
        self.without = without
        self.handles: dict[TweetId, str] = {}
        self._quotations = Quotations(ledger)

    def of(self, number: int) -> Ruled:
        """Return what the rules say of a tweet that states no parent."""
        for basis, rule in (
            ("media_source", self._copied),
            ("status_url", self._url),
            ("manual_quote", self._quotation),
            ("numbering", self._numbering),
            ("mention", self._series),
        ):
            if basis in self.without and basis != "manual_quote":
                continue
            found = rule(number)
            if found.link or found.silent:
                return found
        return _NOTHING

    def _copied(self, number: int) -> Ruled:
        """A picture that was copied names the tweet that it was taken from.

        Where words are cited, only a picture of who is cited counts.  A tweet
        that is lost must be of that account, and not be where the one that is
        quoted has its picture from, too.
        """
        ledger, tweet = self.ledger, self.ledger.tweets[number]
        if not tweet.copied_from:
            return _NOTHING
        cited = quoted(ledger, number)
        voice = ledger.accounts.named(cited.handle) if cited else None
        for source in tweet.copied_from:
            id_ = self.standing.get(source.tweet, source.tweet)
            there = ledger.numbers.get(id_)
            if there is None or there >= number:
                continue
            by = ledger.voices[there]
            if by != ledger.voices[number] and voice in {None, by}:
                return Ruled(
                    self._link(id_, "media_source", "its picture is from there")
                )
        if cited is None:
            return _NOTHING
        carried = {
            source.tweet
            for original in self._quotations.find(number, cited).originals
            for source in ledger.tweets[original].copied_from
        }
        for source in tweet.copied_from:
            lost = source.tweet not in ledger.numbers and source.tweet not in carried
            if lost and voice == f"#{source.account_id}":
                self._say_whose(source.tweet, cited.handle)
                evidence = f"its picture is from there, and it cites @{cited.handle}"
                return Ruled(self._link(source.tweet, "media_source", evidence))
        return _NOTHING

    def _url(self, number: int) -> Ruled:
        """A link to a status quotes it, unless it stands in words that are cited."""
        ledger, tweet = self.ledger, self.ledger.tweets[number]
        if not tweet.urls and "/status" not in (tweet.text or ""):
            return _NOTHING
        if quoted(ledger, number):
            return _NOTHING
        lead = ledger.leads[number]
        for each in status_urls(tweet):
            link = self._by_url(tweet, each)
            answered = not lead or (
                each.handle is not None
                and ledger.accounts.named(each.handle.lower()) in lead
            )
            if link and (answered or link.to in ledger.numbers):
                return Ruled(link)
        return _NOTHING

    def _by_url(self, tweet: Tweet, each: StatusUrl) -> Link | None:
        """Return the link that a status URL makes; None for one to a later tweet."""
        id_ = self.standing.get(each.id, each.id)
        there = self.ledger.numbers.get(id_)
        known = {} if there is None else {id_: self.ledger.tweets[there]}
        if not older(id_, tweet, known):
            return None
        if there is None and each.handle:
            self._say_whose(id_, each.handle)
        return self._link(id_, "status_url", f"links to {each.url}")

    def _say_whose(self, id_: TweetId, handle: str) -> None:
        """Note whose a lost tweet is; of several handles always the same counts."""
        self.handles[id_] = min(handle, self.handles.get(id_, handle))

    def _quotation(self, number: int) -> Ruled:
        """Words that are attributed to an account, and stand in a tweet of its."""
        cited = quoted(self.ledger, number)
        if cited is None:
            return _NOTHING
        hand = cited.how in {"retweet", "modified"}
        basis: Basis = "manual_retweet" if hand else "manual_quote"
        marked = cited.how not in {"colon", "via"}
        if basis in self.without:
            return _NOTHING
        found = self._quotations.find(number, cited)
        if not found.originals:
            return Ruled(None, silent=marked)
        first, *others = found.originals
        tweets = self.ledger.tweets
        held = (
            "of its words begin it" if found.commented else "of the words stand there"
        )
        evidence = f"{cited.sign}, and {found.share:.0%} {held}"
        link = self._link(tweets[first].id, basis, evidence)
        if others:
            link = link._replace(
                evidence=f"{evidence}; tweeted {len(found.originals)} times",
                confidence=_TWICE_SAID,
                alternatives=tuple(
                    (tweets[other].id, _TWICE_SAID / len(others))
                    for other in others[:3]
                ),
            )
        return Ruled(link)

    def _numbering(self, number: int) -> Ruled:
        """A numbered tweet continues the one before it in its series."""
        told = numbered(self.ledger.tweets[number].text or "")
        before = predecessor(self.ledger, number, told) if told else None
        if told is None or before is None:
            return _NOTHING
        evidence = f"{told.sign} of the same author, within the hour"
        id_ = self.ledger.tweets[before].id
        return Ruled(self._link(id_, "numbering", evidence, "continues"))

    def _series(self, number: int) -> Ruled:
        """An opening that speaks of somebody's tweets answers all the latest.

        One that speaks about that account itself may address nobody.
        """
        text = self.ledger.tweets[number].text or ""
        if "@" in text[:4] and subject_of_its_sentence(text):
            return Ruled(None, silent=True)
        many = speaks_of_several(text) if "@" in text[:4] else None
        lead = self.ledger.leads[number]
        if many is None or not lead or lead[0] != self._voice(many):
            return _NOTHING
        minutes = self.ledger.minutes
        burst = [
            each
            for each in self.ledger.before(lead[0], number, 12)
            if minutes[number] - minutes[each] <= _SIX_HOURS
        ]
        if not burst:
            return Ruled(None, silent=True)
        if len(burst) == 1:
            return _NOTHING
        ids = tuple(self.ledger.tweets[each].id for each in burst)
        evidence = (
            f"opens with {many} and speaks of several tweets: "
            "those in the 6 hours before"
        )
        link = self._link(ids[-1], "mention", evidence, "answers", "series")
        return Ruled(link._replace(series=ids))

    def _voice(self, opening: str) -> str:
        return self.ledger.accounts.named(opening.rpartition("@")[2].lower())

    def _link(
        self,
        to: TweetId,
        basis: Basis,
        evidence: str,
        relation: Relation = "quoted",
        rule: str | None = None,
    ) -> Link:
        share = self.shares[rule or basis]
        return Link(to, relation, basis, False, share, share, evidence)  # noqa: FBT003
