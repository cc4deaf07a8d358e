"""Source text to blocks: title, headings, slogans, paragraphs, captions, noise; cut paragraphs healed."""

from tuiexplorer.layout.block import Block, BlockKind

__all__ = ["Block", "BlockKind"]
