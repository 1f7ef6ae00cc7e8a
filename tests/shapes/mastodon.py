"""The sample as a server of Mastodon would give it: a context, and statuses alone.

Its traps: the status that the context was asked for is not in it, texts are HTML,
a boost has no text of its own, and half of an address is hidden in a span.
"""

import json
import re
from html import escape

from neutral import by_id

CANNOT_TELL = {"urls", "lost_times"}


def files(tweets):
    known = by_id(tweets)
    posts = [each for each in tweets if not each.repeats]
    asked = min(posts, key=lambda each: each.sent)
    context = {
        "ancestors": [],
        "descendants": [status(each, known) for each in posts if each is not asked],
    }
    boosts = [status(each, known) for each in tweets if each.repeats]
    return {
        "context.json": _json(context),
        "status.json": _json(status(asked, known)),
        "boosts.json": _json(boosts),
    }


def _json(value):
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def status(said, known):
    """Return one status with the members of a real one."""
    replied = next(
        (each for each in known.values() if each.handle == said.reply_handle), None
    )
    made = {
        "id": said.id,
        "synthetic": True,
        "created_at": f"{said.sent:%Y-%m-%dT%H:%M:%S}.000Z",
        "in_reply_to_id": said.reply_to,
        "in_reply_to_account_id": replied and replied.account_id,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": None,
        "uri": f"https://example.social/users/{said.handle}/statuses/{said.id}",
        "url": f"https://example.social/@{said.handle}/{said.id}",
        "replies_count": 0,
        "reblogs_count": 0,
        "edited_at": None,
        "content": "" if said.repeats else _html(said.text),
        "reblog": status(known[said.repeats], known) if said.repeats else None,
        "application": {"name": "Web", "website": None},
        "account": {
            "id": said.account_id,
            "username": said.handle,
            "acct": said.handle,
            "display_name": said.name,
            "bot": False,
            "created_at": "2016-03-01T00:00:00.000Z",
            "note": "<p></p>",
            "url": f"https://example.social/@{said.handle}",
            "fields": [],
        },
        "media_attachments": [],
        "mentions": [_mention(replied)] if replied else [],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
        "quote": None,
    }
    if said.quotes:
        quoted = status(known[said.quotes], known)
        made["quote"] = {"state": "accepted", "quoted_status": quoted}
    return made


def _mention(said):
    return {
        "id": said.account_id,
        "username": said.handle,
        "acct": said.handle,
        "url": f"https://example.social/@{said.handle}",
    }


def _html(text):
    html = re.sub(
        r"https://(\S+)",
        r'<a href="https://\1" rel="nofollow noopener" target="_blank"><span '
        r'class="invisible">https://</span><span class="">\1</span></a>',
        escape(text, quote=False),
    )
    html = re.sub(
        r"@(\w+)",
        r'<span class="h-card" translate="no"><a href="https://example.social/@\1" '
        r'class="u-url mention">@<span>\1</span></a></span>',
        html,
    )
    return f"<p>{html}</p>"
