"""What eyes make of colours: contrast, distance, and the three colour blindnesses."""

import math

BLINDNESSES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1.0, for linear sRGB."""


def linear(color):
    """The three parts of "#rrggbb" without their gamma."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def contrast(one, other):
    """WCAG 2: from 1 to 21."""
    weights = (0.2126, 0.7152, 0.0722)
    dark, light = sorted(
        sum(w * c for w, c in zip(weights, linear(color), strict=True))
        for color in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def seen(color, blindness):
    """CIE Lab of a colour as such an eye sees it."""
    parts = linear(color)
    red, green, blue = (
        min(1, max(0, sum(w * c for w, c in zip(row, parts, strict=True))))
        for row in BLINDNESSES[blindness]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (x, y, z)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one, other):
    """CIEDE2000 between two Lab colours; about 2 is the least that one notices.

    Source: Sharma, Wu, Dalal 2005, whose test pairs the tests check.
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * _chroma_share(mean)
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 and c2 else 0
    hue = (h1 + turn / 2) % 360 if c1 and c2 else h1 + h2
    c, lightness = (c1 + c2) / 2, (l1 + l2) / 2 - 50
    t = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    dl = (l2 - l1) / (1 + 0.015 * lightness**2 / math.sqrt(20 + lightness**2))
    dc = (c2 - c1) / (1 + 0.045 * c)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * c * t)
    bend = math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2)))
    rotation = -2 * _chroma_share(c) * math.sin(bend)
    return math.sqrt(dl**2 + dc**2 + dh**2 + rotation * dc * dh)


def _chroma_share(chroma):
    return math.sqrt(chroma**7 / (chroma**7 + 25**7))
