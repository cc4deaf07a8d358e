"""The paragraphs of a page, put together again from the lines into which they were wrapped."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import islice, takewhile

from msgspec import Struct

from tuiexplorer.tui.page import WRAPPED, Line

Place = tuple[int, int, int]
"""A line of the page, and characters [start, end) of it."""


class Stretch(Struct, frozen=True):
    """The part of a paragraph that stands on one line of the page."""

    y: int
    start: int
    """Where it begins in the line, in characters."""
    length: int
    at: int
    """Where it begins in the paragraph."""


class Paragraph(Struct, frozen=True):
    """A text, and the lines of the page on which it stands."""

    text: str
    stretches: tuple[Stretch, ...]

    def lines_of(self, start: int, end: int) -> list[Place]:
        """Where on the page the characters [start, end) of the text stand, line by line."""
        first = bisect_right(self.stretches, start, key=lambda one: one.at + one.length)
        return [
            (
                one.y,
                max(start, one.at) - one.at + one.start,
                min(end, one.at + one.length) - one.at + one.start,
            )
            for one in takewhile(lambda one: one.at < end, islice(self.stretches, first, None))
        ]


def paragraphs_of(lines: Iterable[Line]) -> list[Paragraph]:
    """The paragraphs of a page; a line of its own is one too."""
    found: list[Paragraph] = []
    text, stretches = "", list[Stretch]()
    for y, runs in enumerate(lines):
        margin = next((place for place, run in enumerate(runs) if run.role == WRAPPED), None)
        start = 0 if margin is None else sum(len(run.text) for run in runs[: margin + 1])
        own = "".join(run.text for run in runs)[start:]
        if margin is None and stretches:
            found.append(Paragraph(text, tuple(stretches)))
            text, stretches = "", []
        elif _is_latin(text[-1:]) and _is_latin(own[:1]):
            text += " "  # at which the line was broken
        stretches.append(Stretch(y, start, len(own), len(text)))
        text += own
    return [*found, Paragraph(text, tuple(stretches))] if stretches else found


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
