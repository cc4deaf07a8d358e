"""Lines: the source cut at its line breaks and comments, white space off both ends."""

import re
from collections.abc import Iterator
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.reading import Span

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters of no width that copying leaves behind; no white space, so they belong to a block, but no text."""
_LONGEST_COMMENT = 2000
_COMMENT = re.compile("<!--")


class Line(Struct, frozen=True, gc=False):
    """A line of the source, or the part of one that plays a role of its own."""

    start: int
    end: int
    """What it covers of the source, from its first to its last character that is not white space."""
    text: str
    """What is read of it: without marks and numbers."""
    gap: int = 0
    """How many blank lines stand before it."""
    indent: int = 0
    """How many white-space characters stand before it on its line."""
    pieces: tuple[Span, ...] = ()
    """Where ``text`` stands in the source; empty where it is all of the line."""
    mark: str = ""
    """The style of what marks it: ``#`` to ``######``, with a number ``##1``; ``**``, ``一``, ``◆🔥`` …; ``-`` a list's
    item; else empty."""
    role: BlockKind | None = None
    """Its role where the line itself says it; None for what only its neighbours tell."""
    wide: bool = False
    """Whether what stands before it is as wide as Chinese characters."""
    quoted: bool = False
    """Whether Markdown's ``>`` stands before it."""

    def source(self, offset: int) -> int:
        """Where in the source the character ``text[offset]`` stands."""
        if not self.pieces:
            return self.start + offset
        for low, high in self.pieces:
            if offset < high - low:
                return low + offset
            offset -= high - low
        return self.end

    def part(self, low: int, high: int) -> tuple[Span, ...]:
        """The source spans of ``text[low:high]``."""
        if not self.pieces:
            return ((self.start + low, self.start + high),)
        found, position = [], 0
        for start, end in self.pieces:
            begin, stop = max(low - position, 0), min(high - position, end - start)
            if begin < stop:
                found.append((start + begin, start + stop))
            position += end - start
        return tuple(found)

    def split(self, low: int, high: int) -> tuple[Self, Self]:
        """The line before ``text[low]`` and that from ``text[high]``; what is between goes to the first's extent."""
        start = self.source(high)
        before = len(self.text[:high].rstrip())
        end = self.source(before - 1) + 1
        if start - end > high - before:  # marks stand there that are not in the text
            end = start
        rest = self.text[high:]
        return (
            replace(self, end=end, text=self.text[:low], pieces=self.part(0, low)),
            replace(
                self, start=start, text=rest, gap=0, indent=0, mark="", pieces=self.part(high, len(self.text))
            ),
        )


def lines(text: str, begin: int = 0) -> Iterator[Line]:
    """The lines of ``text`` from ``begin`` that are not blank; a comment of any number of lines is one of noise."""
    for found in _COMMENT.finditer(text):
        end = text.find("-->", found.end(), found.end() + _LONGEST_COMMENT) + 3
        if found.start() >= begin and end > 3:
            yield from _lines(text, begin, found.start())
            yield Line(found.start(), end, "", role=BlockKind.NOISE)
            begin = end
    yield from _lines(text, begin, len(text))


def _lines(text: str, position: int, end: int) -> Iterator[Line]:
    gap = 0
    for raw in text[position:end].splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = raw.index(bare[0])
            start = position + indent
            yield Line(
                start, start + len(bare), bare, gap, indent, wide=indent > 0 and "\u3000" in raw[:indent]
            )
            gap = 0
        else:
            gap += 1
        position += len(raw)
