"""Lines that were counted from the start of a stretch, counted from their file's."""

from tweetspat.model import Tweet
from tweetspat.problems import Place, Problem

__all__ = ["further_down", "lowered", "tweet_lowered"]


def further_down(place: Place, lines: int) -> Place:
    """Return a place so many lines further down; that of a whole file stays."""
    return place._replace(line=place.line + lines) if place.line else place


def lowered(problem: Problem, lines: int, file: str) -> Problem:
    """Return a problem in a file so many lines further down; others stay.

    An earlier output tells of problems in the files that it was made of.
    """
    if problem.place is None or problem.place.file != file:
        return problem
    return problem._replace(place=further_down(problem.place, lines))


def tweet_lowered(tweet: Tweet, lines: int) -> Tweet:
    """Return a tweet whose record stands so many lines further down."""
    file, kept = tweet.record.file, tweet.kept

    def down(place: Place) -> Place:
        return further_down(place, lines) if place.file == file else place

    if kept and kept.place:
        kept = kept._replace(place=down(kept.place))
    return tweet._replace(
        place=down(tweet.place),
        problems=tuple(lowered(each, lines, file) for each in tweet.problems),
        copies=tuple(each._replace(place=down(each.place)) for each in tweet.copies),
        kept=kept,
    )
