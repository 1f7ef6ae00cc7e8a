"""The unit of all speeds: decode, with msgspec, the fields that tweetspat needs.

usage: python tests/benchmarks/floor.py FILE.jsonl

Each line, a v1.1 status or a v2 page, becomes Structs of the fields that linking and
showing need, and is dropped.  The number of tweets is printed; the time is taken from
outside, with that of the program that it is compared with.
"""

import sys

from msgspec import Struct, ValidationError
from msgspec.json import Decoder


class User(Struct, gc=False):
    id_str: str
    screen_name: str
    name: str


class Mention(Struct, gc=False):
    screen_name: str
    id_str: str | None = None


class Url(Struct, gc=False):
    expanded_url: str | None = None


class Medium(Struct, gc=False):
    media_url_https: str | None = None
    source_status_id_str: str | None = None


class Entities(Struct, gc=False):
    user_mentions: list[Mention] = []
    urls: list[Url] = []
    media: list[Medium] = []


class Status(Struct, gc=False):
    id_str: str
    created_at: str
    user: User
    full_text: str | None = None
    text: str | None = None
    entities: Entities | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    quoted_status_id_str: str | None = None
    quoted_status: "Status | None" = None
    retweeted_status: "Status | None" = None


class Reference(Struct, gc=False):
    type: str
    id: str


class Named(Struct, gc=False):
    id: str | None = None
    username: str | None = None


class Link(Struct, gc=False):
    expanded_url: str | None = None


class Marked(Struct, gc=False):
    mentions: list[Named] = []
    urls: list[Link] = []


class Tweet(Struct, gc=False):
    id: str
    text: str
    author_id: str | None = None
    created_at: str | None = None
    conversation_id: str | None = None
    in_reply_to_user_id: str | None = None
    referenced_tweets: list[Reference] = []
    entities: Marked | None = None


class Person(Struct, gc=False):
    id: str
    username: str
    name: str


class Included(Struct, gc=False):
    users: list[Person] = []
    tweets: list[Tweet] = []


class Lost(Struct, gc=False):
    resource_id: str | None = None
    title: str | None = None


class Page(Struct, gc=False):
    data: list[Tweet] = []
    includes: Included | None = None
    errors: list[Lost] = []


def main(file: str) -> None:
    with open(file, "rb") as lines:
        paged = lines.readline().startswith(b'{"data"')
        lines.seek(0)
        print(tweets_of_pages(lines) if paged else statuses(lines))


def statuses(lines) -> int:
    decode, count = Decoder(Status).decode, 0
    for line in lines:
        try:
            decode(line)
            count += 1
        except (ValidationError, ValueError):
            pass  # the floor does not recover what is odd
    return count


def tweets_of_pages(lines) -> int:
    decode, count = Decoder(Page).decode, 0
    for line in lines:
        count += len(decode(line).data)
    return count


if __name__ == "__main__":
    main(*sys.argv[1:])
