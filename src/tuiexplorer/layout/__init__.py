"""Source text to blocks: title, headings, slogans, paragraphs, captions, noise; cut paragraphs healed."""

from tuiexplorer.layout.block import Block, BlockKind
from tuiexplorer.layout.lay_out import lay_out

__all__ = ["Block", "BlockKind", "lay_out"]
