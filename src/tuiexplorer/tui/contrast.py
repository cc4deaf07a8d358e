"""Colours that can be read, whatever the theme: text is brought to the contrast that WCAG 2 asks for (level AA)."""

from functools import lru_cache

from rich.color import Color, ColorType
from rich.color_triplet import ColorTriplet
from rich.style import Style

AA = 4.5
"""Contrast of text with what is behind it, from 1 (the same) to 21 (black on white)."""

STEPS = 20
"""In how many steps a colour is brought to black or white at most."""


def contrast(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast of two colours, by WCAG 2's definition."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def legible(style: Style) -> Style:
    """``style``, its text as far towards black or white as it must go to be read.

    The terminal's own colours are left as they are: what they look like is the terminal's choice.
    """
    if not style.color or not style.bgcolor:
        return style
    if ColorType.TRUECOLOR not in (style.color.type, style.bgcolor.type):
        return style
    text, ground = style.color.get_truecolor(), style.bgcolor.get_truecolor()
    if contrast(text, ground) >= AA:
        return style
    goal = max((ColorTriplet(0, 0, 0), ColorTriplet(255, 255, 255)), key=lambda end: contrast(end, ground))
    for step in range(1, STEPS + 1):
        mixed = _mixed(text, goal, step / STEPS)
        if contrast(mixed, ground) >= AA:
            break
    return style + Style(color=Color.from_triplet(mixed))


def _mixed(one: ColorTriplet, other: ColorTriplet, share: float) -> ColorTriplet:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return ColorTriplet(red, green, blue)


def _luminance(colour: ColorTriplet) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
