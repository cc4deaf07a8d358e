"""Lines: the source cut at its line breaks, white space off both ends, marks off the text."""

from collections.abc import Iterator
from typing import NamedTuple

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.reading import Span


class Line(NamedTuple):
    """A line of the source, or the part of one that plays a role of its own."""

    start: int
    end: int
    """What it covers of the source, from its first to its last character that is not white space."""
    text: str
    """What is read of it: without marks and numbers."""
    gap: int
    """How many blank lines stand before it."""
    indent: int
    """How many white-space characters stand before it on its line."""
    pieces: tuple[Span, ...] = ()
    """Where ``text`` stands in the source; empty for all of it."""
    mark: str = ""
    """The style of what marked it as a heading: ``#`` to ``######``, ``**``, ``一、``, ``◆`` …; empty where nothing did."""
    role: BlockKind | None = None
    """Its role where the line itself says it; None for what only its neighbours tell."""


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank."""
    position = gap = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = raw.index(bare[0])
            start = position + indent
            yield Line(start, start + len(bare), bare, gap, indent)
            gap = 0
        else:
            gap += 1
        position += len(raw)
