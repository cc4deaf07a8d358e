"""The foot of a site: the bodies and columns that it names over its rights: 江州新闻, 江州市新闻中心."""

import re
from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.noise import is_of_foot

_LONGEST = 20
_STOPS = re.compile("[，。：、“”？！；,:]")


def set_foot(drafts: Sequence[Draft]) -> None:
    """Let short lines between the text and the rights of the site be noise: no heading is there, nothing said."""
    foot = False
    names: list[Draft] = []
    for draft in reversed(drafts):
        if draft.kind is BlockKind.NOISE and not names:
            foot = foot or is_of_foot(draft.text)
        elif draft.kind is None and foot and _is_name(draft):
            names.append(draft)
        else:
            break
    for draft in names:
        draft.kind = BlockKind.NOISE


def _is_name(draft: Draft) -> bool:
    return draft.short and not draft.mark and len(draft.text) <= _LONGEST and not _STOPS.search(draft.text)
