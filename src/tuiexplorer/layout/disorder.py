"""Disorder: blocks that make no sense as an article, whatever role each has."""

from collections.abc import Sequence

from tuiexplorer.layout.block import Block, BlockKind
from tuiexplorer.layout.stops import ends

_TEXT = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.SLOGAN)
_SHORT = 20
_FEW = 8
_SHARE = 0.5
"""Articles have a third of their text in such lines at most: headings, and lists of who attends."""


def in_disorder(blocks: Sequence[Block]) -> bool:
    """Whether most of a text stands in short lines that end no sentence: its lines were cut, and are not joined."""
    text = [block.text for block in blocks if block.kind in _TEXT]
    short = [len(line) for line in text if len(line) <= _SHORT and not ends(line)]
    return len(short) >= _FEW and sum(short) > _SHARE * sum(map(len, text))
