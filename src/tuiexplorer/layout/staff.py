"""Staff: credits whose label no list has, told by the credits beside them."""

from collections.abc import Iterable

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.credits import is_staff_beside
from tuiexplorer.layout.draft import Draft


def set_staff(drafts: Iterable[Draft]) -> None:
    """Give the role of a byline to a label with names under a byline: 统稿人：张三."""
    credited = False
    for draft in drafts:
        if credited and draft.kind is None and not draft.mark and is_staff_beside(draft.text):
            draft.kind = BlockKind.BYLINE
        credited = draft.kind is BlockKind.BYLINE
