"""The same input gives the same bytes, whatever machine, locale, seed and order."""

import itertools
import json

import pytest
from make import SAMPLES
from shown import run

ZONES = ("UTC", "Europe/Moscow", "America/New_York")
LANGUAGES = ("C", "ru_RU.UTF-8")
SEEDS = ("0", "4711")
MACHINES = list(itertools.product(ZONES, LANGUAGES, SEEDS))

TEXTS = (
    "Yesterday at 13:55 (MSK) and 9 ET, Tuesday night, since Feb. 4",
    "Вчера в 13:55 мск, в ночь на среду, три часа назад",
    "Heute Nacht um 3 Uhr, am 10. Februar, vor zwei Stunden",
    "Hier soir à 21h20, mardi dernier, il y a deux heures",
    "Dün gece saat 22.30'da, 6 Şubat günü",
    "Ayer por la tarde, a las 15:00 (hora de Madrid), hace dos horas",
    "مساء أمس عند الساعة 18:00 بتوقيت دمشق",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Seven files of one tweet each, one a language, that all speak of times."""
    folder = tmp_path_factory.mktemp("files")
    paths = []
    for number, text in enumerate(TEXTS, start=1):
        path = folder / f"{number}.json"
        status = {
            "id_str": f"69770000000000000{number}",
            "full_text": text,
            "created_at": f"Thu Feb 11 10:1{number}:00 +0000 2016",
            "user": {"id_str": str(number), "screen_name": f"voice{number}"},
            "in_reply_to_status_id_str": "697700000000000001" if number > 1 else None,
        }
        status["user"]["time_zone"] = "Moscow"
        path.write_text(json.dumps(status), "utf-8")
        paths.append(path.name)
    return folder, paths


def shown(files, order=None, **environ):
    folder, paths = files
    return [
        run("show", "--events", *(order or paths), cwd=folder, **environ).stdout,
        run("show", str(SAMPLES / "aleppo-2016.json"), **environ).stdout,
        run(
            "when", "Yesterday at 9 ET", "--sent", "2016-03-13T08:00Z", **environ
        ).stdout,
    ]


@pytest.fixture(scope="module")
def expected(files):
    return shown(files)


@pytest.mark.parametrize(("zone", "language", "seed"), MACHINES)
def test_zone_locale_and_hash_seed_of_the_machine_change_no_byte(
    files, expected, zone, language, seed
):
    machine = {"TZ": zone, "LANG": language, "LC_ALL": language}

    assert shown(files, PYTHONHASHSEED=seed, **machine) == expected


@pytest.mark.parametrize("turn", range(1, len(TEXTS)))
def test_shuffled_inputs_give_the_same_bytes(files, expected, turn):
    _, paths = files
    order = [*reversed(paths[turn:]), *paths[:turn]]

    assert shown(files, order) == expected


def test_what_is_compared_holds_times_in_every_language(expected):
    text = expected[0].decode()

    assert text.count("◷") > len(TEXTS)
    assert all(f"voice{number}" in text for number in range(1, len(TEXTS) + 1))
