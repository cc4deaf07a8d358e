"""Source text to blocks: title, headings, slogans, paragraphs, captions, noise; cut paragraphs healed."""

from tuiexplorer.layout.block import Block, BlockKind
from tuiexplorer.layout.credits import names_maker
from tuiexplorer.layout.disorder import in_disorder
from tuiexplorer.layout.lay_out import lay_out

__all__ = ["Block", "BlockKind", "in_disorder", "lay_out", "names_maker"]
