"""The gate: what it keeps away from the grammar holds no time."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import shared
from test_said_phrases import LABELLED, PHRASES, at

from tweetspat.said_times import OwnZone
from tweetspat.said_times.gate import may_tell
from tweetspat.said_times.languages import LANGUAGES, language, language_of
from tweetspat.said_times.reading import read_tokens
from tweetspat.said_times.tokens import tokens
from tweetspat.zones import zone

MOSCOW = OwnZone(zone("MSK"), "zone of the side")
SENT = datetime(2016, 2, 11, 10, 12, tzinfo=UTC)
GOLD = shared("data", "gold", "threads")


def read(text, own):
    """Return what the grammar reads where no test is before it."""
    found = tokens(text)
    words = {token.word for token in found if token.kind == "word"}
    spoken = language(language_of(text, words))
    return list(read_tokens(text, found, spoken, (SENT, SENT), own))


@pytest.mark.parametrize(
    "text",
    [
        "nothing of the kind here",
        "look https://t.co/513h30",
        "@user_12 and @6pmnews",
        "#tbt #2016",
        "",
        "Ложь и пропаганда",
    ],
)
@pytest.mark.parametrize("zoned", [True, False])
def test_plain_texts_are_left_at_once(text, zoned):
    assert not may_tell(text, zoned=zoned)


@pytest.mark.parametrize("text", ["yesterday", "Вчера", "gestern", "dün", "mañana"])
def test_a_day_word_counts_only_where_a_zone_is_known(text):
    assert may_tell(text, zoned=True)
    assert not may_tell(text, zoned=False)


@pytest.mark.parametrize("phrase", PHRASES + LABELLED, ids=lambda each: each["text"])
def test_no_labelled_phrase_is_kept_from_the_grammar(phrase):
    there = phrase["default_zone"] and zone(phrase["default_zone"])

    if phrase["expected"]:
        assert may_tell(phrase["text"], zoned=bool(there))


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("own", [MOSCOW, None], ids=["own-zone", "no-zone"])
def test_no_entry_of_a_lexicon_that_alone_means_a_time_is_stopped(name, own):
    stopped = []
    for first, entries in language(name).entries.items():
        for entry in entries:
            text = " ".join((first, *entry.rest))
            if read(text, own) and not may_tell(text, zoned=bool(own)):
                stopped.append(text)

    assert stopped == []


COUNTING = {
    "english": ("two hours ago", "three minutes from now"),
    "german": ("vor zwei Stunden", "in zehn Minuten"),
    "french": ("il y a deux heures", "dans dix minutes"),
    "spanish": ("hace dos horas", "dentro de diez minutos"),
    "turkish": ("iki saat önce", "on dakika sonra"),
    "russian": ("два часа назад", "через десять минут"),
    "arabic": ("قبل ساعتين", "بعد عشر دقائق"),
}


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name in LANGUAGES for text in COUNTING[name]]
)
def test_what_counts_from_the_sending_passes_without_a_zone(name, text):
    assert read(text, None)
    assert may_tell(text, zoned=False)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared data are not here")
@pytest.mark.parametrize("own", [MOSCOW, None], ids=["own-zone", "no-zone"])
def test_no_real_tweet_that_speaks_of_a_time_is_stopped(own):
    texts = {
        status.get("full_text") or status["text"]
        for file in sorted(GOLD.glob("*/*.json"))
        for status in json.loads(file.read_bytes())
    }

    stopped = [
        text
        for text in sorted(texts)
        if not may_tell(text, zoned=bool(own)) and read(text, own)
    ]
    assert len(texts) > 2000
    assert stopped == []


@pytest.mark.parametrize(
    "text",
    [
        "yesterday MSK",
        "noon Z",
        "Tuesday night ET",
        "this morning, Moscow time",
        "last night (Kyiv)",
        "Сегодня утром по Киеву",
        "в полночь по Гринвичу",
        "gestern Abend MEZ",
        "hier soir, heure de Paris",
        "anoche, hora de Madrid",
        "dün gece TSİ",
    ],
)
def test_a_day_word_beside_a_zone_passes_without_a_zone_of_the_author(text):
    assert read(text, None)
    assert may_tell(text, zoned=False)


@pytest.mark.parametrize(
    "text",
    [
        "yesterday, US officials say",
        "RT @NYC yesterday",
        "#SYRIA today",
        "Vet yesterday",
    ],
)
def test_other_capitals_and_names_are_no_zone(text):
    assert not may_tell(text, zoned=False)


@pytest.mark.parametrize(
    "text",
    [
        "um halb acht",
        "um acht",
        "half past nine",
        "a quarter to one",
        "a las dos y media",
        "a la una y media",
        "à vingt-trois heures et demie",
        "yedi buçukta",
        "в половине восьмого",
        "без пятнадцати час",
    ],
)
def test_a_clock_in_words_passes_where_a_zone_is_known(text):
    assert may_tell(text, zoned=True)


@pytest.mark.parametrize("text", ["\ud800 noon", "\ud800", "13:55\udfff"])
def test_half_a_surrogate_harms_nothing(text):
    assert may_tell(text, zoned=True) is (text != "\ud800")


WORDS = st.sampled_from(
    "yesterday at noon ago two hours on Tuesday in May since dawn morning MSK "
    "midnight Moscow time the last week gestern hier ayer dün вчера "
    "um halb acht a las dos media yedi buçukta полседьмого по CET Paris (Kyiv) hora de "
    "ET zulu nine past half ten to minuit et demie saat".split()
)


@given(st.lists(WORDS, max_size=7).map(" ".join), st.sampled_from([MOSCOW, None]))
def test_whatever_words_stand_together_the_gate_stops_no_time(text, own):
    if read(text, own):
        assert may_tell(text, zoned=bool(own))


def test_the_phrases_that_are_compared_were_sent_at_known_times():
    assert all(at(each["tweet_utc"]).tzinfo for each in PHRASES)
