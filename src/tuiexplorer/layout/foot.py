"""The foot of a site: the bodies and columns that it names over its rights: 江州新闻, 江州市新闻中心."""

import re
from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.noise import is_of_foot

_LONGEST = 20
_STRIP = re.compile(r"(?:[^|]{1,20}\|){3}|】.?【|电话[：:]\s*\d")
"""What parts the words of a strip: 关于我们 | 广告服务 | …."""
_STOPS = re.compile("[，。：、“”？！；,:]")


def set_foot(drafts: Sequence[Draft]) -> None:
    """Let short lines between the text and the rights of the site be noise: no heading is there, nothing said."""
    foot = False
    names: list[Draft] = []
    for draft in reversed(drafts):
        if draft.kind is BlockKind.NOISE:
            foot = foot or is_of_foot(draft.text)
        elif draft.kind is None and foot and _is_name(draft):
            names.append(draft)
        else:
            break
    for draft in names:
        draft.kind = BlockKind.NOISE


def _is_name(draft: Draft) -> bool:
    text = draft.text
    if not draft.short or draft.mark:
        return False
    return (len(text) <= _LONGEST and not _STOPS.search(text)) or bool(_STRIP.search(text))
