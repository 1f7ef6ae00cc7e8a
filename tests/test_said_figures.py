"""Figures: which clocks and dates they can be, and which are none."""

import pytest

from tweetspat.said_times.figures import Clock, figure, hour_and_minute


def clock(hour, minute=0, second=None, half="", *, sure=True):
    return Clock(hour, minute, second, half, sure)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("13:55", clock(13, 55, sure=False)),
        ("9:30am", clock(9, 30, half="a")),
        ("9:30a.m", clock(9, 30, half="a")),
        ("10.30pm", clock(10, 30, half="p")),
        ("9AM", clock(9, half="a")),
        ("09:40:47", clock(9, 40, 47, sure=False)),
        ("11h30", clock(11, 30)),
        ("13h", clock(13, sure=False)),
        ("15ч", clock(15, sure=False)),
        ("0600Z", clock(6)),
        ("2345Z", clock(23, 45)),
        ("2200hrs", clock(22)),
        ("1400h", clock(14)),
        ("24:00", clock(24, sure=False)),
        ("٣:٣٠", clock(3, 30, sure=False)),
    ],
)
def test_one_clock_is_read_in_every_shape(raw, read):
    found = figure(raw)

    assert found is not None
    assert (found.kind, found.clocks) == ("clock", (read,))


@pytest.mark.parametrize(
    ("raw", "zone"), [("0600Z", "Z"), ("0600C", "C"), ("13:55Z", "Z"), ("13:55", "")]
)
def test_a_letter_behind_a_clock_is_its_zone(raw, zone):
    assert figure(raw).zone == zone


@pytest.mark.parametrize(
    ("raw", "first", "then"),
    [
        ("4pm-6pm", clock(16 - 12, half="p"), clock(6, half="p")),
        ("16:00-18:00", clock(16, sure=False), clock(18, sure=False)),
        ("14h–17h", clock(14, sure=False), clock(17, sure=False)),
        ("0200-0430Z", clock(2), clock(4, 30)),
        ("1700-1830", clock(17, sure=False), clock(18, 30, sure=False)),
    ],
)
def test_two_clocks_are_read_as_the_ends_of_a_stretch(raw, first, then):
    found = figure(raw)

    assert (found.kind, found.clocks) == ("clocks", (first, then))


@pytest.mark.parametrize(
    ("raw", "numbers"),
    [
        ("2016-02-11", (2016, 2, 11)),
        ("2016-02-11T09:12:00+03:00", (2016, 2, 11)),
        ("2022-02-24T03:47:12Z", (2022, 2, 24)),
        ("101055ZFEB16", (2016, 2, 10)),
        ("101055CFEB2016", (2016, 2, 10)),
        ("101055Z", (0, 0, 10)),
    ],
)
def test_dates_are_read_with_year_month_and_day(raw, numbers):
    found = figure(raw)

    assert (found.kind, found.numbers) == ("date", numbers)


@pytest.mark.parametrize(
    ("raw", "parts", "certain"),
    [
        ("8/13", (8, 13, 0), False),
        ("11.02.2016", (11, 2, 2016), True),
        ("3/14/2018", (3, 14, 2018), True),
        ("11-29-12", (11, 29, 2012), True),
        ("30.04", (30, 4, 0), False),
    ],
)
def test_slashed_dates_keep_both_orders_open(raw, parts, certain):
    found = figure(raw)

    assert (found.kind, found.numbers, found.certain) == ("slashed", parts, certain)


@pytest.mark.parametrize(
    ("raw", "kind", "numbers"),
    [
        ("17", "number", (17,)),
        ("1041", "number", (1041,)),
        ("10-16", "pair", (10, 16)),
        ("15th", "ordinal", (15,)),
        ("1er", "ordinal", (1,)),
    ],
)
def test_numbers_wait_for_words_that_make_them_a_time(raw, kind, numbers):
    found = figure(raw)

    assert (found.kind, found.numbers) == (kind, numbers)


@pytest.mark.parametrize(
    "raw",
    [
        "1,593",
        "24/7/365",
        "3:1",
        "13:61",
        "25:10",
        "13pm",
        "0am",
        "40/50",
        "2016-13-01",
        "2016-02-30",
        "2016-02-11T25:00",
        "401055ZFEB16",
        "101055ZFOO16",
        "1.500.000",
        "3-2",
        "1234567",
        "9:5",
        "88mm",
        "4U9525",
        "2500Z",
        "101055ZFEB",
        "101055",
        "14.-12.02.2016",
        "12.-14.13.",
        "9am-25pm",
        "10-12h.5",
    ],
)
def test_other_figures_are_no_time(raw):
    found = figure(raw)

    assert found is None or found.kind in {"pair", "number"}


def test_four_digits_are_a_clock_where_there_is_such_an_hour():
    assert hour_and_minute(1041) == clock(10, 41)
    assert hour_and_minute(2400) == clock(24)
    assert hour_and_minute(2460) is None
    assert hour_and_minute(1299) is None
