"""Links: titles of other articles, listed under the one that is read."""

from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.noise import heads_links
from tuiexplorer.layout.speech import begins_with_speaker

_LONGEST = 60
_MORE = ("[详细]", "【详细】", "[详情]", "[全文]", "[更多]")
"""What ends the first words of another article."""


def set_links(drafts: Sequence[Draft]) -> None:
    """Let titles of other articles at the foot of a page be noise."""
    _set_under_heads(drafts)
    _set_dotted(drafts)


def _set_dotted(drafts: Sequence[Draft]) -> None:
    """Those that stand under dots after the signature: ·柳河大桥合龙."""
    dotted: list[Draft] = []
    for draft in reversed(drafts):
        if draft.kind is None and draft.text[0] == "·" and draft.short:
            dotted.append(draft)
        elif draft.kind is not BlockKind.NOISE:
            if draft.kind is BlockKind.BYLINE and len(dotted) > 1:
                for link in dotted:
                    link.kind = BlockKind.NOISE
            return


def _set_under_heads(drafts: Sequence[Draft]) -> None:
    """Let what stands under the last 相关稿件 be noise, if it is titles down to the end: no full stop, no speaker."""
    below: list[Draft] = []
    for draft in reversed(drafts):
        if draft.kind is None:
            text = draft.text
            if not text.endswith(_MORE) and (
                "。" in text or len(text) > _LONGEST or begins_with_speaker(text)
            ):
                return
            below.append(draft)
        elif below and not draft.mark and draft.kind is BlockKind.NOISE and heads_links(draft.text):
            for link in below:
                link.kind = BlockKind.NOISE
            below.clear()
