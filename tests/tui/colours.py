"""The colours on the screen, and which texts cannot be read in them."""

from collections.abc import Iterator

from rich.color_triplet import ColorTriplet
from rich.segment import Segment

from tests.tui.driving import Driver
from tuiexplorer.tui.contrast import AA, contrast

DRAWN = set("▐─│╭╮╰╯━▁▂▃▄▅▆▇█▀▔▎ ")
"""Frames, bars and scroll bars, which are no text."""


def segments(driver: Driver) -> Iterator[Segment]:
    """All that is on the screen."""
    for strip in driver.app.screen._compositor.render_strips():
        yield from strip


def coloured(driver: Driver) -> Iterator[tuple[str, ColorTriplet, ColorTriplet]]:
    """The texts on the screen that have colours: the text, its own and the one behind it."""
    for text, style, _control in segments(driver):
        if style and style.color and style.bgcolor and not set(text) <= DRAWN:
            yield text.strip(), style.color.get_truecolor(), style.bgcolor.get_truecolor()


def too_faint(driver: Driver) -> dict[str, float]:
    """The texts on the screen that do not stand out, with their contrast."""
    values = [(text, contrast(colour, ground)) for text, colour, ground in coloured(driver)]
    return {text: round(value, 2) for text, value in values if value < AA}
