"""yt-dlp: one info.json a tweet; `id` is the film's, and the text has no line breaks.

It takes words and author of a retweet from the original, so there are none here.
"""

import json
from html import escape

CANNOT_TELL = {"reply_to", "quotes", "retweets", "urls"}


def files(tweets):
    made = [record(said) for said in tweets if not said.repeats]
    return {
        f"{each['uploader_id']} [{each['id']}].info.json": json.dumps(each).encode()
        for each in made
    }


def record(said):
    film = str(int(said.id) - 4_000_000_000_000)
    page = f"https://twitter.com/i/status/{said.id}"
    address = f"https://video.twimg.com/ext_tw_video/{film}/pu/vid/720x1280/a.mp4"
    text = escape(said.text.replace("\n", " "), quote=False)
    return {
        "id": film,
        "title": f"{said.name} - {text[:72]}",
        "description": text,
        "uploader": said.name,
        "timestamp": int(said.sent.timestamp()),
        "channel_id": said.account_id,
        "uploader_id": said.handle,
        "uploader_url": f"https://twitter.com/{said.handle}",
        "view_count": 1,
        "tags": [],
        "formats": [{"url": address, "format_id": "http-2176", "ext": "mp4"}],
        "subtitles": {},
        "duration": 5.434,
        "display_id": said.id,
        "webpage_url": page,
        "original_url": page,
        "extractor": "twitter",
        "extractor_key": "Twitter",
        "playlist": None,
        "upload_date": f"{said.sent:%Y%m%d}",
        "epoch": 1795348926,
        "url": address,
        "synthetic": True,
        "_type": "video",
    }
