"""Lines that were counted from the start of a stretch, counted from their file's."""

from tweetspat.model import Tweet
from tweetspat.problems import Place, Problem

__all__ = ["further_down", "lowered", "tweet_lowered"]


def further_down(place: Place, lines: int) -> Place:
    """Return a place so many lines further down; that of a whole file stays."""
    return place._replace(line=place.line + lines) if place.line else place


def lowered(problem: Problem, lines: int) -> Problem:
    """Return a problem so many lines further down."""
    if problem.place is None:
        return problem
    return problem._replace(place=further_down(problem.place, lines))


def tweet_lowered(tweet: Tweet, lines: int) -> Tweet:
    """Return a tweet whose record stands so many lines further down."""
    return tweet._replace(
        place=further_down(tweet.place, lines),
        problems=tuple(lowered(each, lines) for each in tweet.problems),
        copies=tuple(
            each._replace(place=further_down(each.place, lines))
            for each in tweet.copies
        ),
    )
