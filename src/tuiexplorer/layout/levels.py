"""Levels: how deep each heading stands."""

from collections.abc import Iterable

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.marks import SIGN, is_number, number_rank
from tuiexplorer.layout.noise import is_box

_HEADLINE = "headline"


def set_levels(drafts: Iterable[Draft]) -> None:
    """Give each heading its level: styles nest in the order in which they first come, numbers in an order of their own.

    Headlines and boxes are on the first level, and with them all Markdown headings that are not below one.
    """
    headings = [draft for draft in drafts if draft.kind is BlockKind.HEADING]
    top = max(
        (len(_style(draft.mark)) for draft in headings if draft.headline and draft.mark[:1] == "#"), default=0
    )
    open_styles: list[str] = []
    for draft in headings:
        if is_box(draft.text) and draft.mark[:1] != "#":
            draft.level = 1
            open_styles.clear()
            continue
        style = _style(draft.mark)
        if draft.headline or (style[:1] == "#" and len(style) <= top):
            style = _HEADLINE
            open_styles.clear()
        if style in open_styles:
            del open_styles[open_styles.index(style) + 1 :]
        else:
            while open_styles and _closes(style, open_styles[-1]):
                open_styles.pop()
            open_styles.append(style)
        draft.level = len(open_styles)


def _style(mark: str) -> str:
    """What a mark counts as: all signs as one, Markdown's without the number after it."""
    if mark[:1] == "#":
        return mark[: len(mark) - len(mark.lstrip("#"))]
    return SIGN if mark == "【】" or mark[:1] == SIGN else mark


def _closes(style: str, other: str) -> bool:
    """Whether a heading of ``style`` stands above one of ``other``: both numbers, or both Markdown's."""
    if is_number(style) and is_number(other):
        return number_rank(style) < number_rank(other)
    return style[:1] == other[:1] == "#" and len(style) < len(other)
