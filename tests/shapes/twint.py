"""Twint: one file of JSON lines and one of CSV, saved by two machines.

Its traps: the names of zones, one of them in Swedish with the offset of another
season; blanks put before links; a retweet that holds its original's words where
their author should stand, and one, of an earlier version, the other way round.
"""

import csv
import io
import json
from datetime import timedelta, timezone
from html import escape

from neutral import by_id

CANNOT_TELL = {"reply_to", "synthetic"}

WEST = timezone(timedelta(hours=-4))
NORTH = timezone(timedelta(hours=1))
EARLY = "halab_witness"


def files(tweets):
    known = by_id(tweets)
    lines, rows = [], []
    for said in tweets:
        if said.handle == EARLY and said.repeats:
            lines.append(early(said, known))
        elif said.handle == "moscow_mod":
            zone = NORTH, "Västeuropa, normaltid", "+0200"
            rows.append(record(said, known, *zone))
        else:
            lines.append(record(said, known, WEST, "EDT", "-0400"))
    return {
        "search.json": "".join(
            f"{json.dumps(each, ensure_ascii=False)}\n" for each in lines
        ).encode(),
        "moscow_mod.csv": table(rows).encode(),
    }


def table(rows):
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, [key for key in rows[0] if key != "synthetic"])
    writer.writeheader()
    writer.writerows(
        {key: value for key, value in row.items() if key != "synthetic"} for row in rows
    )
    return written.getvalue()


def record(said, known, zone, name, offset):
    local = said.sent.astimezone(zone)
    quoted, original = known.get(said.quotes), known.get(said.repeats)
    text = escape(said.text, quote=False)
    made = {
        "id": int(said.id),
        "conversation_id": said.conversation,
        "created_at": f"{local:%Y-%m-%d %H:%M:%S} {name}",
        "date": f"{local:%Y-%m-%d}",
        "time": f"{local:%H:%M:%S}",
        "timezone": offset,
        "user_id": int(said.account_id),
        "username": said.handle,
        "name": said.name,
        "place": "",
        "tweet": text.replace("http", " http"),
        "language": "und",
        "mentions": [],
        "urls": [long for _, long in said.urls],
        "photos": [],
        "replies_count": 0,
        "retweets_count": 0,
        "likes_count": 0,
        "hashtags": [],
        "cashtags": [],
        "link": address(said),
        "retweet": bool(original),
        "quote_url": address(quoted) if quoted else "",
        "video": 0,
        "thumbnail": "",
        "near": "",
        "geo": "",
        "source": "",
        "user_rt_id": original.account_id if original else "",
        "user_rt": escape(original.text, quote=False) if original else "",
        "retweet_id": original.id if original else "",
        "reply_to": [],
        "retweet_date": "",
        "translate": "",
        "trans_src": "",
        "trans_dest": "",
        "synthetic": True,
    }
    if said.reply_handle:
        made["reply_to"] = [account(said.reply_handle, known)]
    return made


def account(handle, known):
    name, id_ = next(
        (each.name, each.account_id) for each in known.values() if each.handle == handle
    )
    return {"screen_name": handle, "name": name, "id": id_}


def early(said, known):
    """Return a retweet as a version wrote it that read web pages."""
    original = known[said.repeats]
    made = record(original, known, WEST, "EDT", "EDT")
    return made | {
        "created_at": int(original.sent.timestamp()) * 1000,
        "tweet": original.text,
        "retweet": True,
        "retweet_id": said.id,
        "user_rt_id": said.account_id,
        "user_rt": said.handle,
        "reply_to": [{"user_id": original.account_id, "username": original.handle}],
    }


def address(said):
    return f"https://twitter.com/{said.handle}/status/{said.id}"
