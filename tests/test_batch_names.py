"""What reports are called: safe anywhere, nobody's twice, nowhere else."""

import re
from datetime import UTC, datetime
from string import ascii_letters, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tweetspat.batch.index_lines import INDEX
from tweetspat.batch.index_page import PAGE
from tweetspat.batch.known import is_plain
from tweetspat.batch.manifest import MANIFEST
from tweetspat.batch.names import FIELDS, TEMPLATE, Naming, template
from tweetspat.batch.wanted import TABLES
from tweetspat.problems import UsageError
from tweetspat.summaries import Summary

HOSTILE = (
    *".. . ../../x /tmp/x \\\\host\\x con NUL aux.txt -rf ~root $(id) `id` x:y".split(),
    *".bashrc %2e%2e *? |id index.html manifest.json spats.json é а A a".split(),
    *("a\tb", "a\nb", "\0", "\u202egnp.exe", "", " "),
)
SAFE = frozenset(f"{ascii_letters}{digits}._-")
LISTS = (INDEX, PAGE, MANIFEST)
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)

words = st.text(max_size=300) | st.sampled_from(HOSTILE)


def summary(id_="697700000000000001", voices=("mod_russia", "OIRspox"), **more):
    fields = {
        "title": None,
        "tweets": 9,
        "first": datetime(2016, 2, 11, 23, 30, tzinfo=UTC),
        "last": datetime(2016, 2, 12, tzinfo=UTC),
        "score": 4,
        "words": "words",
    }
    return Summary(id_, voices=voices, **(fields | more))


def named(each, form=TEMPLATE, rank=1):
    naming = Naming(template(form))
    return naming.path(naming.values(each, rank), "html", ".html")


def test_a_report_is_called_by_its_day_its_voices_and_its_id():
    assert named(summary()) == (
        "2016-02-11-mod_russia-vs-OIRspox-697700000000000001-7eb4f98366d6.html"
    )


@pytest.mark.parametrize(
    ("each", "form", "begins"),
    [
        pytest.param(summary(first=None), "{date}", "undated-", id="no-time"),
        pytest.param(
            summary(voices=("mod",)), "{a}-vs-{b}", "mod-vs-nobody-", id="one"
        ),
        pytest.param(summary(voices=()), "{a}", "unknown-", id="nobody-known"),
        pytest.param(summary(), "{n}", "000007-", id="rank"),
        pytest.param(summary(), "{title}", "untitled-", id="no-title"),
        pytest.param(
            summary(title="Who bombed?"), "{title}", "Who-bombed-", id="title"
        ),
        pytest.param(summary(), "{score} of {tweets}", "4-of-9-", id="counts"),
        pytest.param(summary(), "{format}/{date}", "html/2016-02-11-", id="folder"),
        pytest.param(summary(voices=("Éa.b",)), "{a}", "Ea.b-", id="accents"),
        pytest.param(summary(voices=("Минобороны",)), "{a}", "_-", id="no-letters"),
        pytest.param(summary(), "con", "_con-", id="device"),
        pytest.param(summary(), "NUL.x/{n}", "_NUL.x/000007-", id="device-folder"),
        pytest.param(summary(), "index.html/{n}", "index.html_/000007", id="our-own"),
        pytest.param(summary(), ".hidden-{n}", "hidden-", id="no-leading-dot"),
        pytest.param(summary(), "-{n}", "000007-", id="no-leading-hyphen"),
        pytest.param(summary(), "{{{n}}}", "000007-", id="braces"),
    ],
)
def test_fields_say_what_is_known_and_words_become_safe(each, form, begins):
    assert named(each, form, 7).startswith(begins)


def test_a_hash_of_the_id_ends_every_name_and_the_rank_does_not_change_it():
    first, second = (named(summary(), rank=rank) for rank in (1, 900))

    assert first == second
    assert named(summary("2"), "{date}") != named(summary("3"), "{date}")


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (
            "{who}",
            "{who} is no field; there are " + ", ".join(f"{{{f}}}" for f in FIELDS),
        ),
        ("{a.__class__}", "is no field"),
        ("{a!r}", "a field is written as its name alone: {a}"),
        ("{n:06}", "a field is written as its name alone: {n}"),
        ("{}", "is no field"),
        ("{a", "a brace is left open"),
        ("a}", "a brace is left open"),
        ("../{a}", "every folder in it needs a name"),
        ("/tmp/{a}", "every folder in it needs a name"),
        ("{a}/", "every folder in it needs a name"),
        ("a/./{a}", "every folder in it needs a name"),
        ("", "1 to 300 characters"),
        ("x" * 301, "1 to 300 characters"),
    ],
)
def test_what_is_no_template_is_wrong_usage(form, told):
    with pytest.raises(UsageError, match=re.escape(told)):
        template(form)


def usable(form):
    try:
        template(form)
    except UsageError:
        return False
    return True


templates = st.lists(
    words.map(lambda text: text.replace("{", "").replace("}", ""))
    | st.sampled_from([f"{{{field}}}" for field in FIELDS])
    | st.just("/"),
    min_size=1,
    max_size=8,
).map("".join)


@given(
    templates.filter(usable),
    st.lists(st.tuples(words, words, words, words), min_size=1, max_size=8),
)
def test_no_name_leaves_the_folder_and_no_two_are_alike(form, those):
    naming = Naming(template(form))
    paths = []
    for rank, (id_, a, b, title) in enumerate(those, start=1):
        each = summary(id_, (a, b), title=title)
        paths.append(naming.path(naming.values(each, rank), "html", ".html"))

    assert len({path.lower() for path in paths}) == len(those)
    for path in paths:
        assert is_plain(path)
        assert path.endswith(".html")
        assert path.split("/")[0].lower() not in (*TABLES.values(), *LISTS)
        for part in path.split("/"):
            assert set(part) <= SAFE
            assert part[0] not in ".-"
            assert not part.endswith(".")
            assert len(part) < 256
            assert not DEVICES.match(part)


def test_two_conversations_of_one_id_still_have_two_names():
    naming = Naming(template("{id}"))
    values = [naming.values(summary("1"), rank) for rank in (1, 2, 3)]

    assert len({each["tag"] for each in values}) == 3


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a//x",
        "./x",
        ".x",
        "-x",
        "a\\..\\x",
        "a\0",
        "é",
    ],
)
def test_a_manifest_that_tells_of_other_paths_is_not_believed(path):
    assert not is_plain(path)
