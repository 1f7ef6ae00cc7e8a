"""oEmbed: one answer a tweet; what it says stands in HTML, what it answers nowhere.

It does not answer for native retweets, so there are none here.
"""

import json
import re
from html import escape

CANNOT_TELL = {"reply_to", "quotes", "retweets", "urls"}


def files(tweets):
    return {
        f"{said.id}.json": json.dumps(answer(said)).encode()
        for said in tweets
        if not said.repeats
    }


def answer(said):
    page = f"https://twitter.com/{said.handle}"
    return {
        "url": f"{page}/status/{said.id}",
        "author_name": said.name,
        "author_url": page,
        "html": html(said),
        "width": 550,
        "height": None,
        "type": "rich",
        "cache_age": "3153600000",
        "provider_name": "Twitter",
        "provider_url": "https://twitter.com",
        "version": "1.0",
        "synthetic": True,
    }


def html(said):
    """Return the snippet: links and handles are anchors, line breaks are tags."""
    text = escape(said.text).replace("\n", "<br>")
    text = re.sub(r"(https://t\.co/\w+)", r'<a href="\1">\1</a>', text)
    text = re.sub(
        r"@(\w+)", r'<a href="https://twitter.com/\1?ref_src=twsrc%5Etfw">@\1</a>', text
    )
    page = f"https://twitter.com/{said.handle}/status/{said.id}?ref_src=twsrc%5Etfw"
    day = f"{said.sent:%B} {said.sent.day}, {said.sent.year}"
    name = escape(said.name)
    return (
        f'<blockquote class="twitter-tweet"><p lang="und" dir="ltr">{text}</p>'
        f'&mdash; {name} (@{said.handle}) <a href="{page}">{day}</a></blockquote>\n'
        '<script async src="https://platform.twitter.com/widgets.js" '
        'charset="utf-8"></script>\n\n'
    )
