"""Staff: credits that only their place tells: beside others, and at the end."""

from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.credits import is_staff_beside
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.names import are_names, is_member


def set_staff(drafts: Sequence[Draft]) -> None:
    """Give the role of a byline to a label with names under a byline (统稿人：张三), and to names that end the text.

    And to those of the members of bodies, each over what he says: 柳河代表团 张三.
    """
    members = [
        draft
        for above, draft, below in zip(drafts, drafts[1:], drafts[2:], strict=False)
        if " " in draft.text
        and draft.kind is None
        and above.short
        and is_member(draft.text)
        and not below.short
    ]
    if len(members) > 1:
        for draft in members:
            draft.kind = BlockKind.BYLINE
    credited = False
    for draft in drafts:
        if credited and draft.kind is None and not draft.mark and is_staff_beside(draft.text):
            draft.kind = BlockKind.BYLINE
        credited = draft.kind is BlockKind.BYLINE
    last = next((draft for draft in reversed(drafts) if draft.kind is None), None)
    if (
        last is not None
        and last is not drafts[0]
        and not last.mark
        and " " in last.text
        and are_names(last.text)
    ):
        last.kind = BlockKind.BYLINE
