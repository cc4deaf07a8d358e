"""Captions that only their place tells: between a picture and the name of who took it."""

from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft

_PICTURE = "!["
_LONGEST = 80


def set_captions(drafts: Sequence[Draft]) -> None:
    """Give the role of a caption to what stands right under a picture of Markdown's and over its credit."""
    for picture, draft, credit in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if (
            draft.kind is None
            and len(draft.text) <= _LONGEST
            and credit.kind is BlockKind.CAPTION
            and picture.kind is BlockKind.NOISE
            and picture.text.startswith(_PICTURE)
        ):
            draft.kind = BlockKind.CAPTION
