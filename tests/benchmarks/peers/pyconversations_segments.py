"""PyConversations: its own parser, then `segment()` and `time_order()`.

Its parser stops at any member that it does not know, retweets among them, so these
are taken out first and what is repeated is added as an answer.
"""

import json

from pyconversations.convo import Conversation
from pyconversations.message import Tweet
from rows import Row, done, files, listed, told

UNKNOWN = ("retweeted_status", "timestamp_ms")


def main() -> None:
    source, target = files()
    heap = Conversation()
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            add(heap, json.loads(line))
    count = largest = reached = 0
    with open(target, "w", encoding="utf-8") as lines:
        for conversation in heap.segment():
            turns = conversation.time_order()
            count += 1
            reached += len(turns)
            largest = max(largest, len(turns))
            lines.write(listed([as_row(conversation.posts[uid]) for uid in turns]))
    told(reached, count, largest)
    done()


def add(heap: Conversation, status: dict) -> None:
    original = status.get("retweeted_status")
    if original:
        add(heap, original)
    known = {name: value for name, value in status.items() if name not in UNKNOWN}
    known = {
        name: value
        for name, value in known.items()
        if value is not None or not name.endswith("status_id")
    }
    for post in Tweet.parse_raw(known):
        if original and post.uid == status["id"]:
            post.add_reply_to(original["id"])
        heap.add_post(post)


def as_row(post: Tweet) -> Row:
    return Row(post.uid, None, post.author, str(post.created_at), post.text)


if __name__ == "__main__":
    main()
