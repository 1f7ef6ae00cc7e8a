"""Zone words: a word is a place with a history, the same on every machine."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import environment

from tweetspat.cli import main
from tweetspat.problems import UsageError
from tweetspat.renderers.cells import cells
from tweetspat.renderers.wording import clock_label
from tweetspat.zones import (
    AMBIGUOUS,
    WORDS,
    abbreviation,
    meanings,
    military,
    near,
    offset,
    wall,
    zone,
    zone_or_raise,
)
from tweetspat.zones.database import names
from tweetspat.zones.history import history, on_day
from tweetspat.zones.search import TABLES, bare, every_word
from tweetspat.zones.words import by_word

FEB_2014 = datetime(2014, 2, 11, 12, tzinfo=UTC)
FEB_2016 = datetime(2016, 2, 11, 12, tzinfo=UTC)
JUL_2016 = datetime(2016, 7, 11, 12, tzinfo=UTC)
EVERY = sorted(every_word())

PROFILES = """
International Date Line West; Midway Island; American Samoa; Hawaii; Alaska;
Pacific Time (US & Canada); Tijuana; Mountain Time (US & Canada); Arizona; Chihuahua;
Mazatlan; Central Time (US & Canada); Saskatchewan; Guadalajara; Mexico City;
Monterrey; Central America; Eastern Time (US & Canada); Indiana (East); Bogota; Lima;
Quito; Atlantic Time (Canada); Caracas; La Paz; Santiago; Newfoundland; Brasilia;
Buenos Aires; Montevideo; Georgetown; Puerto Rico; Greenland; Mid-Atlantic; Azores;
Cape Verde Is.; Dublin; Edinburgh; Lisbon; London; Casablanca; Monrovia; UTC; Belgrade;
Bratislava; Budapest; Ljubljana; Prague; Sarajevo; Skopje; Warsaw; Zagreb; Brussels;
Copenhagen; Madrid; Paris; Amsterdam; Berlin; Bern; Zurich; Rome; Stockholm; Vienna;
West Central Africa; Bucharest; Cairo; Helsinki; Kyiv; Kyev; Riga; Sofia; Tallinn;
Vilnius; Athens; Istanbul; Minsk; Jerusalem; Harare; Pretoria; Kaliningrad; Moscow;
St. Petersburg; Volgograd; Samara; Kuwait; Riyadh; Nairobi; Baghdad; Tehran; Abu Dhabi;
Muscat; Baku; Tbilisi; Yerevan; Kabul; Ekaterinburg; Islamabad; Karachi; Tashkent;
Chennai; Kolkata; Mumbai; New Delhi; Kathmandu; Astana; Dhaka; Sri Jayawardenepura;
Almaty; Novosibirsk; Rangoon; Bangkok; Hanoi; Jakarta; Krasnoyarsk; Beijing; Chongqing;
Hong Kong; Urumqi; Kuala Lumpur; Singapore; Taipei; Perth; Irkutsk; Ulaanbaatar;
Ulaan Bataar; Seoul; Osaka; Sapporo; Tokyo; Yakutsk; Darwin; Adelaide; Canberra;
Melbourne; Sydney; Brisbane; Hobart; Vladivostok; Guam; Port Moresby; Magadan;
Srednekolymsk; Solomon Is.; New Caledonia; Fiji; Kamchatka; Marshall Is.; Auckland;
Wellington; Nuku'alofa; Tokelau Is.; Chatham Is.; Samoa
"""
"""What a Twitter profile could choose: the names of Ruby on Rails, old and new."""

OFFSETS = """
Abu Dhabi +4; Adelaide +10:30; Alaska -8; Arizona -7; Astana +6; Athens +3;
Atlantic Time (Canada) -3; Beijing +8; Brasilia -2; Buenos Aires -3; Canberra +11;
Caracas -4:30; Casablanca +0; Central America -6; Darwin +9:30; Greenland -2;
Hanoi +7; Harare +2; Hawaii -10; Indiana (East) -4; International Date Line West -11;
Istanbul +3; Kabul +4:30; Kathmandu +5:45; Krasnoyarsk +8; Kyiv +3; La Paz -4;
Mazatlan -7; Mid-Atlantic -2; Midway Island -11; Minsk +3; Moscow +4; Mumbai +5:30;
New Caledonia +11; Nuku'alofa +13; Perth +8; Pretoria +2; Quito -5; Riyadh +3;
Santiago -3; Saskatchewan -6; Tehran +4:30; Tijuana -7; Ulaan Bataar +8; Volgograd +4;
West Central Africa +1; Yakutsk +10
"""
"""Offsets that profiles of 2013 to 2016 told beside the name of their zone."""


@pytest.mark.parametrize("word", EVERY)
def test_every_word_of_every_table_means_a_place_of_the_database(word):
    found = zone(word)

    assert found.name == every_word()[word]
    assert found.name in names().values()
    assert wall(found, FEB_2016) == FEB_2016


@pytest.mark.parametrize("word", EVERY)
def test_every_word_is_understood_in_any_spelling(word):
    name = every_word()[word]

    assert zone(f"({word.upper()})" if "(" not in word else word.upper()).name == name
    assert zone(f"  {word.title()} ").name == name
    assert zone(word.replace(" ", "  ")).name == name


@pytest.mark.parametrize(
    "word", [word for word in EVERY if bare(word) != word and len(bare(word)) > 3]
)
def test_signs_of_a_word_may_be_left_out_unless_another_is_meant_then(word):
    plain = zone(bare(word))

    assert plain.name == every_word().get(bare(word), every_word()[word])


def test_words_are_folded_and_stand_in_one_table_only():
    tables = [WORDS, *map(by_word, TABLES)]
    listed = [word for table in tables for word in table]

    assert [word for word in listed if word != " ".join(word.casefold().split())] == []
    assert len(listed) == len(set(listed)) == len(every_word())
    assert len(listed) == len(WORDS) + sum(
        len(words.split("; ")) for table in TABLES for words in table.values()
    )


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("MSK", "Europe/Moscow"),
        ("(MSK)", "Europe/Moscow"),
        ("Moscow time", "Europe/Moscow"),
        ("Moscow Standard Time", "Europe/Moscow"),
        ("МСК", "Europe/Moscow"),
        ("Washington, D.C.", "America/New_York"),
        ("Washington, D.C. time", "America/New_York"),
        ("Washington D.C. time", "America/New_York"),
        ("D.C. time", "America/New_York"),
        ("E.T.", "America/New_York"),
        ("Eastern Daylight Time", "America/New_York"),
        ("central standard time", "America/Chicago"),
        ("London time", "Europe/London"),
        ("British Summer Time", "Europe/London"),
        ("Damascus local time", "Asia/Damascus"),
        ("Tel-Aviv", "Asia/Jerusalem"),
        ("Zulu time", "UTC"),
        ("Greenwich Mean Time", "UTC"),
        ("Europe/Moscow", "Europe/Moscow"),
        ("europe/moscow", "Europe/Moscow"),
        ("Etc/GMT+3", "Etc/GMT+3"),
        ("EST5EDT", "EST5EDT"),
        ("Moskauer Zeit", "Europe/Moscow"),
        ("Moskauer Ortszeit", "Europe/Moscow"),
        ("MESZ", "Europe/Berlin"),
        ("mitteleuropäische Sommerzeit", "Europe/Berlin"),
        ("heure de Paris", "Europe/Paris"),
        ("heure de Moscou", "Europe/Moscow"),
        ("heure du Caire", "Africa/Cairo"),
        ("heure d’Alep", "Asia/Damascus"),
        ("heure d’Álep", "Asia/Damascus"),
        ("heure locale de Damas", "Asia/Damascus"),
        ("heure de La Mecque", "Asia/Riyadh"),
        ("hora de Moscú", "Europe/Moscow"),
        ("hora de Moscu", "Europe/Moscow"),
        ("hora peninsular", "Europe/Madrid"),
        ("TSİ", "Europe/Istanbul"),
        ("TSI", "Europe/Istanbul"),
        ("Türkiye saati", "Europe/Istanbul"),
        ("TÜRKİYE SAATİ", "Europe/Istanbul"),
        ("turkiye saati ile", "Europe/Istanbul"),
        ("Moskova saatiyle", "Europe/Moscow"),
        ("Şam saati", "Asia/Damascus"),
        ("Sam saati", "Asia/Damascus"),
        ("Halep", "Asia/Damascus"),
        ("мск", "Europe/Moscow"),
        ("по мск", "Europe/Moscow"),
        ("по Москве", "Europe/Moscow"),
        ("по московскому времени", "Europe/Moscow"),
        ("московского времени", "Europe/Moscow"),
        ("время по Москве", "Europe/Moscow"),
        ("по времени Москвы", "Europe/Moscow"),
        ("по Гринвичу", "UTC"),
        ("по Киеву", "Europe/Kyiv"),
        ("по киевскому времени", "Europe/Kyiv"),
        ("за київським часом", "Europe/Kyiv"),
        ("по Дамаску", "Asia/Damascus"),
        ("по сирийскому времени", "Asia/Damascus"),
        ("по Сирии", "Asia/Damascus"),
        ("по Брюсселю", "Europe/Brussels"),
        ("по вашингтонскому времени", "America/New_York"),
        ("بتوقيت دمشق", "Asia/Damascus"),
        ("توقيت حلب", "Asia/Damascus"),
        ("بتوقيت موسكو", "Europe/Moscow"),
        ("بتوقيت غرينتش", "UTC"),
        ("بالتوقيت العالمي", "UTC"),
        ("بتوقيت مكة المكرمة", "Asia/Riyadh"),
        ("بتوقيت مكه المكرمه", "Asia/Riyadh"),
        ("بتوقيت القدس", "Asia/Jerusalem"),
        ("بتوقيت بغداد", "Asia/Baghdad"),
        ("بتوقيت القاهرة", "Africa/Cairo"),
        ("بتوقيت واشنطن", "America/New_York"),
        ("بتوقيت أنقرة", "Europe/Istanbul"),
        ("بتوقيت انقرة", "Europe/Istanbul"),
        ("بتوقيت دِمَشق", "Asia/Damascus"),
        ("بتوقيت عمّان", "Asia/Amman"),
        ("بتوقيت عُمان", "Asia/Muscat"),
    ],
)
def test_words_and_names_mean_places(word, name):
    found = zone(word)

    assert (found.word, found.name, found.rules.key) == (word, name, name)


@pytest.mark.parametrize("word", PROFILES.replace("\n", " ").split(";"))
def test_every_zone_of_a_twitter_profile_is_known(word):
    assert zone(word.strip()) is not None


@pytest.mark.parametrize("told", OFFSETS.replace("\n", " ").split(";"))
def test_a_profiles_place_had_the_offset_that_profiles_told_with_it(told):
    word, _, shift = told.strip().rpartition(" ")
    found = zone(word)

    shown = {
        offset(found, datetime(year, month, 1, tzinfo=UTC))
        for year in range(2013, 2017)
        for month in range(1, 13)
    }

    assert f"UTC{shift}".removesuffix("+0") in shown


@pytest.mark.parametrize(
    ("word", "instant", "shown", "called"),
    [
        pytest.param("MSK", FEB_2014, "UTC+4", "MSK", id="moscow-2014"),
        pytest.param("MSK", FEB_2016, "UTC+3", "MSK", id="moscow-2016"),
        pytest.param("Washington", FEB_2016, "UTC-5", "EST", id="washington-winter"),
        pytest.param("EST", JUL_2016, "UTC-4", "EDT", id="washington-summer"),
        pytest.param("CST", JUL_2016, "UTC-5", "CDT", id="central-summer"),
        pytest.param("UTC", JUL_2016, "UTC", "UTC", id="utc"),
        pytest.param("London", FEB_2016, "UTC", "GMT", id="london-winter"),
        pytest.param("Asia/Kolkata", FEB_2016, "UTC+5:30", "IST", id="half-hours"),
        pytest.param(
            "America/St_Johns", FEB_2016, "UTC-3:30", "NST", id="half-hours-west"
        ),
        pytest.param(
            "Asia/Kathmandu", FEB_2016, "UTC+5:45", "UTC+5:45", id="no-word-of-its-own"
        ),
        pytest.param("Etc/GMT+3", FEB_2016, "UTC-3", "UTC-3", id="turned-sign"),
        pytest.param("GMT+3", FEB_2016, "UTC+3", "UTC+3", id="as-people-read-it"),
    ],
)
def test_a_clock_is_that_of_its_place_on_that_day(word, instant, shown, called):
    found = zone(word)

    assert offset(found, instant) == shown
    assert abbreviation(found, instant) == called


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        ("2011-03-26T23:00:00Z", "UTC+4"),
        ("2011-03-26T22:59:59Z", "UTC+3"),
        ("2014-10-25T21:59:59Z", "UTC+4"),
        ("2014-10-25T22:00:00Z", "UTC+3"),
    ],
)
def test_moscow_stood_at_utc_4_from_march_2011_to_october_2014(instant, shown):
    assert offset(zone("MSK"), datetime.fromisoformat(instant)) == shown


@pytest.mark.parametrize("edge", [datetime.min, datetime.max])
@pytest.mark.parametrize(
    "name", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "MSK", "UTC+5:30", "UTC-9:30"]
)
def test_at_the_edges_of_the_calendar_clocks_stand_still(edge, name):
    instant = edge.replace(tzinfo=UTC)

    shown = wall(zone(name), instant)

    assert shown.year == instant.year
    assert offset(zone(name), instant).startswith("UTC")


@pytest.mark.parametrize(
    ("word", "name", "shown"),
    [
        ("UTC+3", "Etc/GMT-3", "UTC+3"),
        ("utc +3", "Etc/GMT-3", "UTC+3"),
        ("GMT+3", "Etc/GMT-3", "UTC+3"),
        ("(UTC+03:00)", "Etc/GMT-3", "UTC+3"),
        ("UTC+0300", "Etc/GMT-3", "UTC+3"),
        ("+03:00", "Etc/GMT-3", "UTC+3"),
        ("+0300", "Etc/GMT-3", "UTC+3"),
        ("UTC-5", "Etc/GMT+5", "UTC-5"),
        ("UTC\u22125", "Etc/GMT+5", "UTC-5"),
        ("\u221205:00", "Etc/GMT+5", "UTC-5"),
        ("UTC+14", "Etc/GMT-14", "UTC+14"),
        ("UTC-12", "Etc/GMT+12", "UTC-12"),
        ("UTC+5:30", "UTC+5:30", "UTC+5:30"),
        ("GMT+05:45", "UTC+5:45", "UTC+5:45"),
        ("-0330", "UTC-3:30", "UTC-3:30"),
        ("-00:30", "UTC-0:30", "UTC-0:30"),
        ("UTC+0", "UTC", "UTC"),
        ("UTC±0", "UTC", "UTC"),
        ("-00:00", "UTC", "UTC"),
    ],
)
def test_an_offset_has_the_sign_that_people_give_it_and_its_name_means_it_too(
    word, name, shown
):
    found = zone(word)

    assert found.name == name
    assert offset(found, JUL_2016) == offset(found, FEB_2016) == shown
    assert zone(found.name).rules.utcoffset(FEB_2016) == found.rules.utcoffset(FEB_2016)
    assert zone(found.name).name == name


@pytest.mark.parametrize(
    "word",
    [
        *("UTC+15", "UTC-13", "UTC+14:15", "UTC-12:15", "UTC+3:10", "UTC+3:60"),
        *("+3", "-10", "+03", "3", "UTC3", "UTC+", "UTC+3+4", "UTC+003", "UTC+٣"),
        *("+9999", "2016-02", "UTC+3 hours and a half"),
    ],
)
def test_what_no_place_has_or_what_counts_something_else_is_no_offset(word):
    assert zone(word) is None


@given(st.integers(-48, 56))
def test_every_quarter_of_an_hour_that_exists_comes_back_from_its_own_figures(quarters):
    hours, minutes = divmod(abs(quarters) * 15, 60)
    figures = f"{'-' if quarters < 0 else '+'}{hours:02}:{minutes:02}"

    found = zone(figures)

    assert found.rules.utcoffset(FEB_2016) == timedelta(minutes=15 * quarters)
    assert zone(offset(found, FEB_2016)).name == found.name


@pytest.mark.parametrize("letter", "ABCDEFGHIKLMNOPQRSTUVWXYZ")
def test_a_military_letter_is_an_offset_in_whole_hours(letter):
    east, west = " ABCDEFGHIKLM", " NOPQRSTUVWXY"
    hours = max(east.find(letter), 0) - max(west.find(letter), 0)

    found = military(letter)

    assert found.word == letter
    assert found.rules.utcoffset(FEB_2016) == timedelta(hours=hours)
    assert military(letter.lower()).name == found.name == zone(found.name).name


@pytest.mark.parametrize("letter", ["J", "j", "", "AB", "1", "А", "ı", "ſ", "Å", " "])
def test_what_is_no_military_letter_is_no_zone(letter):
    assert military(letter) is None


@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPQRSTUVWXY")
def test_a_letter_other_than_z_is_no_zone_word(letter):
    assert zone(letter) is None
    assert zone("Z").name == "UTC"


@pytest.mark.parametrize(
    ("word", "letter"),
    [("Alpha time", "A"), ("Charlie time", "C"), ("November time", "N")],
)
def test_the_name_of_a_letter_is_a_zone_only_beside_time(word, letter):
    assert zone(word).name == military(letter).name
    assert zone(word.removesuffix(" time")) is None


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_word_has_several_meanings_the_likeliest_is_taken(word):
    found = meanings(word)

    assert len({each.name for each in found}) == len(found) > 1
    assert {each.name for each in found} <= {*names().values()}
    assert found[0] == zone(word)
    assert WORDS[word] == found[0].name


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("IST", ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
        ("(bst)", ["Europe/London", "Asia/Dhaka"]),
        ("Donetsk time", ["Europe/Kyiv", "Europe/Moscow"]),
        ("по Донецку", ["Europe/Kyiv", "Europe/Moscow"]),
        ("بتوقيت القدس", ["Asia/Jerusalem", "Asia/Hebron"]),
        ("MSK", ["Europe/Moscow"]),
        ("Asia/Kolkata", ["Asia/Kolkata"]),
        ("UTC+5:30", ["UTC+5:30"]),
        ("MARS", []),
        ("x" * 100_000, []),
    ],
)
def test_a_word_has_all_its_meanings_in_any_wording(word, places):
    assert [each.name for each in meanings(word)] == places
    assert [each.word for each in meanings(word)] == [word] * len(places)


@pytest.mark.parametrize(
    "word",
    [
        *("MARS", "", " ", "()", "Europe", "../../etc/passwd", "../zones"),
        *("/etc/passwd", "Europe/../Europe/Moscow", "\0", "MSK\0", "\ud800"),
        *("x" * 100_000, "MSK " * 100_000, "+" * 80, "\u0301" * 80, "по " * 26),
        *("local", "local time", "time", "Ortszeit", "heure locale", "hora local"),
        *("yerel saat", "yerel saati", "местное время", "по местному времени"),
        *("по местному", "التوقيت المحلي", "بالتوقيت المحلي", "بتوقيت المغرب"),
        *(
            "Sam",
            "SAM",
            "Sám",
            "tú",
            "ët",
            "bot",
            "AT",
            "LT",
            "Russia",
            "Russian time",
            "November",
        ),
    ],
)
def test_an_unknown_word_is_none_and_nothing_is_opened_for_it(word):
    assert zone(word) is None
    assert meanings(word) == ()


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("Moskow", "moscow"),
        ("Mosco", "moscow"),
        ("Damscus", "damascus"),
        ("Washinton", "washington"),
        ("Washingtn", "washington"),
        ("EDTT", "edt"),
        ("GMTT", "gmt"),
        ("мск времни", "мск"),
        ("Moscow tmie", "moscow"),
        ("Easten time", "eastern"),
        ("Pacfic Time", "pacific time"),
        ("Москав", "москва"),
        ("بتوقيت دمشف", "دمشق"),
        ("Teheren", "teheran"),
        ("New Yrok", "new york"),
        ("Kieev", "kiev"),
        ("Aisa/Damascus", "Asia/Damascus"),
        ("Europe/Mosco", "Europe/Moscow"),
        ("Kolkatta", "kolkata"),
    ],
)
def test_an_unknown_word_names_near_ones_the_nearest_first(word, close):
    assert near(word)[0] == close
    with pytest.raises(UsageError, match=f"did you mean {close}"):
        zone_or_raise(word)


@pytest.mark.parametrize("word", ["MARS", "../../etc/passwd", "x" * 100_000])
def test_a_word_like_no_other_is_refused_in_one_short_line(word):
    with pytest.raises(UsageError, match="is no zone that is known here") as caught:
        zone_or_raise(word)

    assert near(word) == []
    assert len(str(caught.value)) < 200


def test_a_known_word_is_not_refused():
    assert zone_or_raise("MSK") == zone("MSK")


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_word_is_a_zone_or_none(word):
    found = zone(word)

    assert found is None or found.word == word
    close = near(word)
    assert len(close) <= 3
    assert all(zone(each) for each in close)


def test_everyday_words_load_neither_the_other_tables_nor_the_rules_of_a_place():
    tell = (
        "import sys; from tweetspat.zones import WORDS, zone; before = {*sys.modules};"
        "assert all(map(zone, WORDS)); print(*before, '|', *sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", tell],
        capture_output=True,
        check=True,
        text=True,
        env=environment(),
    )

    imported, used = (each.split() for each in done.stdout.split("|"))
    assert "zoneinfo" not in imported
    assert "zoneinfo" in used
    assert not {"tweetspat.zones.search", "tweetspat.zones.places"} & {*used}


def told(capsysbinary, *arguments):
    """Return what `tweetspat zones` writes, line by line; none is too long."""
    assert main(["zones", *arguments]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert [line for line in lines if cells(line) > 80] == []
    return lines


def labels(word):
    found = zone(word)
    return [
        " / ".join(clock_label(found, clock) for clock in each.clocks)
        for each in history(found)
    ]


def test_a_word_alone_tells_the_history_of_its_place(capsysbinary):
    assert told(capsysbinary, "MSK") == [
        "MSK is Europe/Moscow",
        "  MSK UTC+3 / MSD UTC+4, changing twice a year, to 27 Mar 2011",
        "  MSK UTC+4 from 27 Mar 2011 to 26 Oct 2014",
        "  MSK UTC+3 since 26 Oct 2014",
        "--on YYYY-MM-DD tells the clock of a day",
    ]


def test_a_place_that_changes_twice_a_year_has_one_line(capsysbinary):
    assert told(capsysbinary, "Washington") == [
        "Washington is America/New_York",
        "  EST UTC-5 / EDT UTC-4, changing twice a year",
        "--on YYYY-MM-DD tells the clock of a day",
    ]


@pytest.mark.parametrize(
    ("word", "line"),
    [
        ("Dubai", "  UTC+4, no change since 2006"),
        ("Damascus", "  UTC+3 since 28 Oct 2022"),
        ("Cairo", "  EET UTC+2 / EEST UTC+3, in turn, from 16 May 2014 to 25 Sep 2014"),
        ("Apia", "  UTC+13 / UTC+14, in turn, from 31 Dec 2011"),
        ("Zulu", "Zulu is the fixed offset UTC"),
        ("UTC+5:30", "UTC+5:30 is the fixed offset UTC+5:30"),
        (
            "UTC+3",
            "UTC+3 is the fixed offset UTC+3, by its IANA name Etc/GMT-3, where the",
        ),
    ],
)
def test_a_history_names_what_changed_and_when(word, line, capsysbinary):
    assert any(each.startswith(line) for each in told(capsysbinary, word))


def test_summer_time_of_one_year_is_no_yearly_change():
    assert labels("Cairo")[:3] == [
        "EET UTC+2 / EEST UTC+3",
        "EET UTC+2",
        "EET UTC+2 / EEST UTC+3",
    ]
    assert [each.yearly for each in history(zone("Cairo"))][:3] == [False] * 3


def test_an_ambiguous_word_tells_every_meaning_and_which_is_taken(capsysbinary):
    assert told(capsysbinary, "IST") == [
        "IST can mean 3 places; the first is taken where nothing else is known",
        "Asia/Kolkata: IST UTC+5:30, no change since 2006",
        "Asia/Jerusalem: IST UTC+2 / IDT UTC+3, changing twice a year",
        "Europe/Dublin: GMT UTC / IST UTC+1, changing twice a year",
        "--on YYYY-MM-DD tells the clock of a day",
    ]


DAYS = """
MSK 2014-02-11: MSK is Europe/Moscow: MSK UTC+4 on Tue 11 Feb 2014
MSK 2014-10-26: MSK is Europe/Moscow: MSK UTC+4 until 02:00 on Sun 26 Oct 2014, when
  clocks went back to 01:00; then MSK UTC+3
MSK 2014-10-25T22:00:00Z: MSK is Europe/Moscow: MSK UTC+3 on Sun 26 Oct 2014, 01:00
Aleppo 2017-03-31: Aleppo is Asia/Damascus: EET UTC+2 until 00:00 on Fri 31 Mar 2017,
  when clocks went forward to 01:00; then EEST UTC+3
Aleppo 2017-10-26: Aleppo is Asia/Damascus: EEST UTC+3 until 24:00 on Thu 26 Oct 2017,
  when clocks went back to 23:00; then EET UTC+2
Aleppo 2017-10-27: Aleppo is Asia/Damascus: EET UTC+2 on Fri 27 Oct 2017
Aleppo 2022-10-28: Aleppo is Asia/Damascus: EEST UTC+3 until 00:00 on Fri 28 Oct 2022;
  then UTC+3
Apia 2011-12-30: Apia is Pacific/Apia: there was no Fri 30 Dec 2011; clocks went on to
  Sat 31 Dec 2011
BST 2016-07-01: BST is Europe/London: BST UTC+1 on Fri 1 Jul 2016
  It can also be Asia/Dhaka: UTC+6 on Fri 1 Jul 2016
"""


@pytest.mark.parametrize("row", re.split(r"\n(?! )", DAYS.strip()))
def test_a_day_is_told_with_what_happened_on_it(row, capsysbinary):
    asked, _, expected = row.partition(": ")
    word, on = asked.split()

    shown = told(capsysbinary, word, "--on", on)

    assert " ".join(" ".join(shown).split()) == " ".join(expected.split())


@pytest.mark.parametrize(
    "on", ["tomorrow", "2014-02-30", "2014-10-25T22:00", "0001-01-01"]
)
def test_what_is_no_day_is_wrong_usage(on, capsysbinary):
    assert main(["zones", "MSK", "--on", on]) == 2
    assert on.encode() in capsysbinary.readouterr().err


@pytest.mark.parametrize("name", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "MSK"])
@pytest.mark.parametrize("day", [date(2, 1, 1), date(9998, 12, 31)])
def test_a_day_near_the_end_of_the_calendar_has_its_clock(name, day):
    found = on_day(zone(name), day)

    assert found.changes == ()
    assert wall(zone(name), found.first).date() == day


def test_all_words_stand_in_the_list_whole_and_ambiguous_ones_are_marked(capsysbinary):
    lines = told(capsysbinary)

    listed = "\n".join(lines)
    assert [word for word in every_word() if word not in listed] == []
    assert [word for word in AMBIGUOUS if f"{word}*" not in listed] == []
    assert "ist                   Asia/Kolkata; Asia/Jerusalem; Europe/Dublin" in lines
