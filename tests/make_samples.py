"""Make the synthetic samples: a spat that says openly that it is made up.

`samples/synthetic-v1.json` and, in every other shape, `samples/shapes/`.

usage: python tests/make_samples.py

The ids carry the last sequence number of the last machine of the last data
centre, which no real tweet has had, so that none of them is a real tweet's.
The night is that of 12 to 13 March 2016, when Washington changed to summer time.
"""

import json
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples"
EPOCH_MS = 1288834974657

MOSCOW = {
    "id": 90000000001,
    "id_str": "90000000001",
    "screen_name": "moscow_mod",
    "name": "Министерство (вымышленное)",
    "time_zone": "Moscow",
    "utc_offset": 10800,
}
COALITION = {
    "id": 90000000002,
    "id_str": "90000000002",
    "screen_name": "coalition_pao",
    "name": "Col. Invented Example",
    "time_zone": "Eastern Time (US & Canada)",
    "utc_offset": -18000,
}
WITNESS = {
    "id": 90000000003,
    "id_str": "90000000003",
    "screen_name": "halab_witness",
    "name": "شاهد من حلب",
    "time_zone": None,
    "utc_offset": None,
}
READER = {
    "id": 90000000004,
    "id_str": "90000000004",
    "screen_name": "puzzled_reader",
    "name": "Puzzled Reader 🤔",
    "time_zone": None,
    "utc_offset": None,
}


def status(clock: str, user: dict, text: str, **more: object) -> dict:
    """Return one v1.1 status of extended mode, sent at "DD HH:MM:SS" UTC."""
    sent = datetime.strptime(f"2016 03 {clock} +0000", "%Y %m %d %H:%M:%S %z")
    milliseconds = int(sent.timestamp() * 1000) + 500
    number = ((milliseconds - EPOCH_MS) << 22) | 0x3FFFFF
    answered = more.pop("answers", None)
    made = {
        "created_at": f"{sent.astimezone(UTC):%a %b %d %H:%M:%S +0000 %Y}",
        "id": number,
        "id_str": str(number),
        "synthetic": True,
        "full_text": text,
        "truncated": False,
        "display_text_range": [0, len(text)],
        "entities": {"hashtags": [], "symbols": [], "urls": [], "user_mentions": []},
        "in_reply_to_status_id": answered and answered["id"],
        "in_reply_to_status_id_str": answered and answered["id_str"],
        "in_reply_to_screen_name": answered and answered["user"]["screen_name"],
        "user": user,
        "is_quote_status": "quoted_status" in more,
        "lang": "und",
    }
    return made | more


def spat() -> list[dict]:
    """Return the statuses, not in their order, as dumps have them."""
    one = status(
        "13 05:40:00",
        MOSCOW,
        "Вчера в городе не было ни одного вылета. Смотрите карту: "
        "https://t.co/invented01",
        entities={
            "urls": [
                {
                    "url": "https://t.co/invented01",
                    "expanded_url": "https://example.org/map",
                    "display_url": "example.org/map",
                    "indices": [57, 80],
                }
            ]
        },
    )
    two = status(
        "13 06:05:30",
        COALITION,
        ".@moscow_mod There were two. Yesterday at 23:10 (MSK) our radar saw both.",
    )
    three = status(
        "13 06:12:10",
        MOSCOW,
        "@coalition_pao Your radar saw geese. 🦢🦢",
        answers=two,
    )
    four = status(
        "13 07:30:00",
        COALITION,
        "Geese do not drop leaflets &amp; do not file flight plans.",
        quoted_status_id=three["id"],
        quoted_status_id_str=three["id_str"],
        quoted_status=three,
    )
    five = status(
        "13 07:41:00",
        WITNESS,
        "@coalition_pao @moscow_mod رأينا طائرتين فوق حلب أمس، ولم نر أي إوز",
        answers=four,
    )
    lost = status("13 07:50:00", MOSCOW, "this one was deleted before it was saved")
    six = status(
        "13 07:58:00",
        COALITION,
        "@moscow_mod You deleted that one quickly.",
        answers=lost,
    )
    seven = status(
        "13 08:01:00", READER, "@moscow_mod I saw it too, bring it back", answers=lost
    )
    eight = status(
        "13 09:20:00",
        MOSCOW,
        "@coalition_pao Nothing was deleted. 👩‍✈️ Next briefing at 14:00 (MSK).",
        answers=six,
    )
    repeat = status(
        "13 08:30:00",
        READER,
        "RT @coalition_pao: Geese do not drop leaflets &amp; do not file flight plans.",
        retweeted_status=four,
    )
    again = status(
        "13 08:31:00",
        WITNESS,
        "RT @coalition_pao: Geese do not drop leaflets &amp; do not file flight plans.",
        retweeted_status=four,
    )
    return [eight, two, one, repeat, four, seven, three, six, again, five]


def main() -> None:
    """Write the sample in every shape."""
    from neutral import sample

    text = json.dumps(spat(), ensure_ascii=False, indent=1)
    (SAMPLES / "synthetic-v1.json").write_text(f"{text}\n", encoding="utf-8")
    for module in sorted((Path(__file__).parent / "shapes").glob("[a-z]*.py")):
        made = import_module(f"shapes.{module.stem}").files(sample())
        for name, data in made.items():
            path = SAMPLES / "shapes" / module.stem / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


if __name__ == "__main__":
    main()
