"""What each role looks like, and that it can be read and told apart."""

from itertools import combinations

import pytest
from palettes import BLINDNESSES, contrast, distance, seen

from tweetspat.renderers.palette import GROUND, ROLES, Look, palette

LEAST_CONTRAST = 4.5
"""WCAG 2: of text against its ground."""

LEAST_CONTRAST_OF_LINES = 3
"""WCAG 2: of what is no text."""

LEAST_DISTANCE = 12
"""CIEDE2000 between two sides; 2 is noticed, 10 is a difference at a glance."""

SIDES = [f"side{number}" for number in range(4)]


@pytest.mark.parametrize("theme", GROUND)
@pytest.mark.parametrize("role", [role for role in ROLES if role != "rule"])
def test_words_can_be_read_on_their_ground(theme, role):
    ground, ink = GROUND[theme]

    assert contrast(palette(theme, role).color or ink, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", GROUND)
def test_rules_which_are_no_words_can_be_seen(theme):
    drawn = palette(theme, "rule").color

    assert contrast(drawn, GROUND[theme][0]) >= LEAST_CONTRAST_OF_LINES


@pytest.mark.parametrize("blindness", BLINDNESSES)
@pytest.mark.parametrize("theme", GROUND)
@pytest.mark.parametrize(("one", "other"), [*combinations([*SIDES, "ink"], 2)])
def test_sides_are_told_apart_under_each_colour_blindness(theme, one, other, blindness):
    both = [
        GROUND[theme][1] if role == "ink" else palette(theme, role).color
        for role in (one, other)
    ]

    first, second = (seen(color, blindness) for color in both)
    assert distance(first, second) >= LEAST_DISTANCE


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_distances_are_measured_as_published(one, other, apart):
    assert distance(one, other) == pytest.approx(apart, abs=0.0001)


@pytest.mark.parametrize("theme", GROUND)
def test_a_bystanders_words_are_fainter_than_those_of_the_sides(theme):
    ground, ink = GROUND[theme]
    said = palette(theme, "aside").color

    assert contrast(said, ground) < contrast(ink, ground)


@pytest.mark.parametrize("theme", [*GROUND, "ansi"])
def test_bystanders_are_never_bold_and_sides_are(theme):
    assert not palette(theme, "bystander bold").bold
    assert palette(theme, "side0 bold").bold


@pytest.mark.parametrize("theme", [*GROUND, "ansi"])
def test_every_theme_knows_every_role(theme):
    assert all(palette(theme, role) is not None for role in ROLES)
    assert len({palette(theme, side).color for side in SIDES}) == len(SIDES)


def test_on_an_unknown_ground_a_bystanders_words_have_the_terminals_own_colour():
    assert palette("ansi", "aside") == Look()
    assert palette("ansi", "bystander").dim


def test_the_first_two_sides_have_the_colours_of_okabe_and_ito():
    assert [palette("dark", side).color for side in SIDES[:2]] == ["#56b4e9", "#e69f00"]
    assert [palette("light", side).color for side in SIDES[:2]] == [
        "#0072b2",
        "#a84300",
    ]
