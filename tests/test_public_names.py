"""What `import tweetspat` offers."""

import json

import pytest
from make import SAMPLES, status, written

import tweetspat
from tweetspat.renderers import RENDERERS, format_of_ending

BEGINNINGS = {
    "text": "Who bombed Aleppo?",
    "terminal": "\x1b[1mWho bombed Aleppo?",
    "html": "<!DOCTYPE html>",
    "svg": "<svg ",
    "markdown": "# ",
    "dot": "digraph ",
    "mermaid": "flowchart ",
    "json": '{"schema":"tweetspat/1"',
    "jsonl": '{"schema":"tweetspat/1"',
    "csv": "spat,n,id,",
}


def test_the_names_are_sorted():
    assert tweetspat.__all__ == sorted(tweetspat.__all__)


@pytest.mark.parametrize("name", tweetspat.__all__)
def test_every_name_can_be_had_and_is_explained(name):
    found = getattr(tweetspat, name)

    assert found is not None
    assert found.__doc__


def test_every_error_is_a_spat_error_with_its_own_exit_code():
    errors = (tweetspat.NothingFound, tweetspat.UsageError, tweetspat.NothingReadable)

    assert all(issubclass(each, tweetspat.SpatError) for each in errors)
    assert [each.exit_code for each in errors] == [1, 2, 3]


def test_another_name_is_refused_as_pythons_modules_do():
    with pytest.raises(AttributeError, match="'tweetspat' has no attribute 'utils'"):
        _ = tweetspat.utils


@pytest.mark.parametrize("form", RENDERERS)
def test_what_is_loaded_can_be_reconstructed_and_rendered(form):
    heap = tweetspat.load([SAMPLES / "aleppo-2016.json"])
    (spat,) = tweetspat.reconstruct(heap)

    shown = tweetspat.render(spat, form, theme="ansi", heap=heap)

    assert shown.startswith(BEGINNINGS[form])
    assert shown.endswith("\n")
    assert shown == tweetspat.render([spat], form, theme="ansi", heap=heap)


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_what_is_rendered_for_machines_is_loaded_again_as_it_was(tmp_path, form, name):
    heap = tweetspat.load([SAMPLES / name])
    first = tweetspat.render(tweetspat.reconstruct(heap), form)
    again = tweetspat.load([written(tmp_path, "again.json", first)])

    second = tweetspat.render(tweetspat.reconstruct(again), form)

    assert second == first


def test_the_clocks_can_be_words_or_zones():
    from tweetspat.zones import zone_or_raise

    (spat,) = tweetspat.reconstruct(tweetspat.load([SAMPLES / "aleppo-2016.json"]))

    assert tweetspat.render(spat, zones=["MSK"]) == tweetspat.render(
        spat, zones=[zone_or_raise("MSK")]
    )


def test_a_cast_that_is_read_tells_who_stands_where(tmp_path):
    sides = '[[sides]]\nname = "Moscow"\naccounts = ["@mod_russia"]\n'
    cast = tweetspat.read_cast(written(tmp_path, "cast.toml", sides))
    heap = tweetspat.load([written(tmp_path, "x.json", status(author="MOD_Russia"))])

    (spat,) = tweetspat.reconstruct(heap, cast=cast)

    assert isinstance(cast, tweetspat.Cast)
    assert [turn.side for turn in spat.turns] == ["Moscow"]


def test_inferred_links_of_a_basis_can_be_left_out():
    heap = tweetspat.load([SAMPLES / "synthetic-v1.json"])

    found = [
        {link.basis for spat in spats for turn in spat.turns for link in turn.links}
        for spats in (
            tweetspat.reconstruct(heap),
            tweetspat.reconstruct(heap, without=["mention"]),
        )
    ]

    assert found == [{"metadata", "mention"}, {"metadata"}]


@pytest.mark.parametrize(
    ("more", "words"),
    [({"format": "pdf"}, "'pdf' is no format"), ({"zones": ["Mosco"]}, "did you mean")],
    ids=str,
)
def test_what_there_is_not_is_a_usage_error(more, words):
    with pytest.raises(tweetspat.UsageError, match=words):
        tweetspat.render([], **more)


def test_an_input_that_is_not_there_is_an_error_when_it_is_the_only_one(tmp_path):
    there = written(tmp_path, "x.json", status())
    lost = tmp_path / "none.json"

    assert len(tweetspat.load([there, lost]).unread) == 1
    with pytest.raises(tweetspat.NothingReadable, match=r"none\.json"):
        tweetspat.load([lost])


def test_the_hash_of_an_input_is_taken_on_request():
    (plain,) = tweetspat.load([SAMPLES / "aleppo-2016.json"]).inputs
    (hashed,) = tweetspat.load([SAMPLES / "aleppo-2016.json"], hashed=True).inputs

    assert plain.sha256 is None
    assert len(hashed.sha256) == 64


@pytest.mark.parametrize("form", RENDERERS)
def test_every_ending_of_a_format_asks_for_it(form):
    for ending in RENDERERS[form].endings:
        assert format_of_ending(f"a.b{ending}") == form
        assert format_of_ending(f"A{ending.upper()}") == form
    assert format_of_ending("a.pdf") is None


def test_json_carries_where_it_comes_from_when_the_heap_is_given():
    heap = tweetspat.load([SAMPLES / "aleppo-2016.json"])
    spats = tweetspat.reconstruct(heap)

    told = json.loads(tweetspat.render(spats, "json", heap=heap))
    assert told["inputs"][0]["file"].endswith("aleppo-2016.json")
    assert json.loads(tweetspat.render(spats, "json"))["inputs"] == []
