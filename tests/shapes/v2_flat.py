"""The sample as twarc2 flattens it: one tweet a line, all that it names inlined."""

from shapes.api_v2 import flattened

CANNOT_TELL: set[str] = set()
READS = {"api-v2"}


def files(tweets):
    return flattened(tweets)
