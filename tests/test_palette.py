"""What each role looks like, and that it can be read."""

import pytest

from tweetspat.renderers.palette import GROUND, Look, palette

LEAST = 4.5
"""WCAG 2: contrast of text against its ground."""


def luminance(color):
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return sum(
        share * each
        for share, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", GROUND)
@pytest.mark.parametrize(
    "role", ["side0", "side1", "bystander", "aside", "other", "dim"]
)
def test_words_can_be_read_on_their_ground(theme, role):
    assert contrast(palette(theme, role).color, GROUND[theme][0]) >= LEAST


@pytest.mark.parametrize("theme", GROUND)
def test_a_bystanders_words_are_fainter_than_those_of_the_sides(theme):
    ground, ink = GROUND[theme]
    said = palette(theme, "aside").color

    assert contrast(said, ground) < contrast(ink, ground)


@pytest.mark.parametrize("theme", [*GROUND, "ansi"])
def test_bystanders_are_never_bold_and_sides_are(theme):
    assert not palette(theme, "bystander bold").bold
    assert palette(theme, "side0 bold").bold


def test_on_an_unknown_ground_a_bystanders_words_have_the_terminals_own_colour():
    assert palette("ansi", "aside") == Look()
    assert palette("ansi", "bystander").dim
