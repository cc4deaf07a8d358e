"""A block: a stretch of the source with one role on the page."""

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from tuiexplorer.reading import Span


class BlockKind(StrEnum):
    """The role of a block on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CAPTION = "caption"
    HEADING = "heading"
    SLOGAN = "slogan"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    NOISE = "noise"


class Block(Struct, frozen=True, dict=True):
    """A stretch of the source with one role.

    ``extent`` holds every character that belongs to the block, marks and numbers included, white space aside: the
    extents of a document's blocks share no character and leave none out. ``pieces`` is the part of it that is read
    as the block's text: without a heading's number, Markdown's marks, the line breaks that cut it. Both are in
    source order (a paragraph that a page number cuts in two has one piece on either side of it).
    """

    kind: BlockKind
    extent: tuple[Span, ...]
    pieces: tuple[Span, ...]
    text: str
    """The slices of ``pieces`` end to end, each white-space character written as one blank: offsets map 1:1."""
    level: int = 0
    """For headings: 1 an item's headline or a top heading, 2 and more below it. 0 for other blocks."""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(end - start for start, end in self.pieces)]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of ``text[start:end]``: one for each piece that it touches."""
        if len(self.pieces) == 1:
            first, last = self.pieces[0]
            low, high = first + max(0, start), min(last, first + end)
            return ((low, high),) if low < high else ()
        found = []
        index = bisect_right(self._starts, start) - 1
        while index < len(self.pieces) and self._starts[index] < end:
            begin, stop = self.pieces[index]
            low = begin + max(0, start - self._starts[index])
            high = min(stop, begin + end - self._starts[index])
            if low < high:
                found.append((low, high))
            index += 1
        return tuple(found)
