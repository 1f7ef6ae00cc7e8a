"""Any text is read: nothing is raised, nothing overlaps, and it takes linear time."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tweetspat.model import Bounds
from tweetspat.said_times import OwnZone, said_times
from tweetspat.said_times.languages import LANGUAGES, language
from tweetspat.said_times.lexicons import WORDS
from tweetspat.said_times.meaning.days import part_meant
from tweetspat.said_times.meaning.told import Told
from tweetspat.said_times.phrases import Phrase
from tweetspat.zones import zone

SENT = datetime(2016, 2, 11, 10, 12, tzinfo=UTC)
MOSCOW = OwnZone(zone("MSK"), "zone of the side")
SIGNS = [
    ",",
    ".",
    ":",
    "-",
    "–",
    "/",
    "(",
    ")",
    "\n",
    "'",
    "«",
    "»",
    "!",
    "#",
    "@",
    "…",
]
FIGURES = (
    "3 8 12 15 24 30 2016 1745 0600Z 13:55 9:30am 8pm 13h 18h30 10.02. 10.02.2016 "
    "17.00 15-17 19-30 8/13 3/14/2018 0200-0430Z 210430ZAUG13 2016-02-30 1st 3-го "
    "20min 24:00"
).split()


def words_of(name):
    """Words of time of a language, those that mean each kind as often as others."""
    kinds = {}
    for first, entries in language(name).entries.items():
        for entry in entries:
            kinds.setdefault(entry.kind, []).append(" ".join((first, *entry.rest)))
    return st.one_of([st.sampled_from(those) for those in kinds.values()])


def sentences_of(name):
    """Texts of a language's words of time, figures and signs, as they come."""
    common = st.sampled_from(WORDS.get(name, "и в на").split())
    pieces = st.one_of(
        words_of(name), st.sampled_from(FIGURES), st.sampled_from(SIGNS), common
    )
    return st.lists(pieces, max_size=12).map(" ".join)


TEXTS = st.one_of(st.text(max_size=80), *map(sentences_of, LANGUAGES))
MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(TEXTS, st.sampled_from([MOSCOW, None]), MOMENTS)
def test_any_text_is_read_in_order_and_without_overlap(text, own, sent):
    end = 0
    for said in said_times(text, sent, None, own):
        assert end <= said.start_index < said.end_index <= len(text)
        assert said.text == text[said.start_index : said.end_index]
        assert said.start < said.end
        assert 0 < said.confidence <= 1
        end = said.end_index


@given(TEXTS, MOMENTS, MOMENTS)
def test_what_is_read_between_bounds_is_read_at_both(text, one, other):
    first, last = sorted((one, other))
    bounds = Bounds(first, last)

    for said in said_times(text, None, bounds, MOSCOW):
        assert said.start < said.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "10:00-",
        "yesterday ",
        "(",
        "at ",
        "at the ",
        "in 5 min ",
        "every Monday ",
        "a.",
        "aa.",
        "x@",
        "Monday to ",
        "10 Feb ",
        "rue du ",
        "год ",
        "الساعة ",
    ],
)
def test_a_long_text_is_read_in_linear_time(piece):
    def cost(length):
        text = (piece * length)[:length]
        before = time.process_time()
        said_times(text, SENT, None, MOSCOW)
        return time.process_time() - before

    cost(1000)  # what is loaded once
    assert cost(100_000) < 3


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_part_of_a_day_that_a_lexicon_names_has_its_hours(name):
    entries = [each for those in language(name).entries.values() for each in those]
    parts = {entry.name for entry in entries if entry.kind == "part"}
    parts |= {entry.name for entry in entries if entry.kind == "day"} - {""}
    weekdays = {entry.name for entry in entries if entry.kind == "weekday"}
    parts |= weekdays - {"", "short", "unsure", "noon"}
    told = Told(Phrase(0, 0), MOSCOW.zone, SENT.astimezone(MOSCOW.zone.rules), None)

    assert parts
    for part in parts:
        assert part_meant(part, told.today, told).start < told.now.replace(day=13)
