"""The opening: title and subtitle, above the first paragraph or the first heading."""

from collections.abc import Sequence
from itertools import takewhile

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.signs import is_lead

_ASIDE = (BlockKind.NOISE, BlockKind.CAPTION, BlockKind.BYLINE)
_LONGEST = 60
_DASHES = ("——", "—", "--", "－－", "──")


def set_opening(drafts: Sequence[Draft]) -> None:
    """Give the title and the subtitle their roles; all else keeps the one it has."""
    first = next((index for index, draft in enumerate(drafts) if draft.kind is None), None)
    if first is None or not _is_title(drafts[first]):
        return
    head = list(takewhile(_stands_above, drafts[first:]))
    dashed = next(
        (draft for draft in head[1:] if draft.kind is None and draft.text.startswith(_DASHES)), None
    )
    near = list(takewhile(lambda draft: draft.kind is None, head))
    if dashed in near:
        for draft in near[: near.index(dashed)]:
            draft.kind = BlockKind.SUBTITLE
        near[near.index(dashed) - 1].kind = BlockKind.TITLE
        dashed.kind = BlockKind.SUBTITLE
        return
    drafts[first].kind = BlockKind.TITLE
    if dashed:
        dashed.kind = BlockKind.SUBTITLE
    rest = near[1:]
    if not rest:
        return
    _set_deck(rest, drafts[first + len(head) :], credited=len(near) < len(head))


def _set_deck(rest: Sequence[Draft], below: Sequence[Draft], *, credited: bool) -> None:
    """Tell the lines under the title that belong to it from the first heading."""
    body = [draft for draft in below if draft.kind is None]
    others = any(draft.mark or draft.short for draft in body[1:])
    if credited or not others or not body or body[0].mark or is_lead(body[0].text):
        deck = len(rest)
    elif len(rest) == 1:
        deck = int(rest[0].lines[0].gap == 0)
    else:
        deck = next((index for index, draft in enumerate(rest) if draft.lines[0].gap), len(rest) - 1)
        deck = deck or int(len(rest) > 2)
    for draft in rest[:deck]:
        draft.kind = BlockKind.SUBTITLE


def _is_title(draft: Draft) -> bool:
    text = draft.text
    if draft.mark in ("#", "##", "**", "【】"):
        return True
    return (
        not draft.mark
        and len(text) <= _LONGEST
        and (draft.short or (text[-1] in "？！?!" and "。" not in text))
    )


def _stands_above(draft: Draft) -> bool:
    return (
        draft.kind in _ASIDE
        or draft.kind is None
        and (
            draft.text.startswith(_DASHES)
            or draft.mark in ("#", "")
            and (draft.short or draft.mark == "#")
            or draft.mark in ("**", "【】", "##")
        )
    )
