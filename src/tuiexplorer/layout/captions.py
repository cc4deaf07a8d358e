"""Captions that only their place tells: by a picture, over the name of who took it, beside themselves."""

import re
from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.credits import is_picture_credit, opens_as_caption
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.page import Page
from tuiexplorer.layout.speech import has_cue, is_person
from tuiexplorer.layout.stops import ends

_PICTURE = "!["
_ENDS = frozenset("）)】摄")
_LONGEST = 80
_FRAGMENT = re.compile(r"[^。，\s（(]{1,9}[。\s（(]")
_LEAST = 6
_INDENTED = 4
"""An indented text has at least so many paragraphs."""
_SENTENCE = 40
"""A sentence over who took a picture is of it, if it has no more characters."""


def goes_on(caption: Draft, line: Line, page: Page) -> bool:
    """Whether a machine, which broke the page's lines, broke a caption before ``line``."""
    if caption.kind is not BlockKind.CAPTION or line.mark or line.gap > page.gap:
        return False
    if line.role not in (None, BlockKind.CAPTION):
        return False
    text = caption.text
    return page.is_full(caption.lines[-1], line.text) and text[-1] not in _ENDS and not ends(text)


def begins_above(aside: Draft, before: Draft, below: Sequence[Line], page: Page) -> bool:
    """Whether a machine broke a caption over ``aside``: the last line ``before`` it holds together with it.

    What it says is too short for a picture, and what stands ``below`` goes on with the lines above.
    """
    if aside.kind is not BlockKind.CAPTION or not page.is_broken or not below or len(before.lines) == 1:
        return False
    caption, after, last, above = aside.lines[0], below[0], before.lines[-1], before.lines[-2]
    if after.role or after.mark or opens_as_caption(caption.text) or ends(above.text):
        return False
    if not (page.is_full(last, caption.text) and _FRAGMENT.match(caption.text)):
        return False
    return cohesion(above.text[-1], after.text[0]) > 0 and cohesion(last.text[-1], caption.text[0]) > 0


def set_captions(drafts: Sequence[Draft]) -> None:
    """Give the role of a caption to lines that stand where captions do."""
    begun = False
    for above, draft, below in zip([None, *drafts], drafts, [*drafts[1:], None], strict=False):
        begun = begun or (draft.kind is None and not draft.short)
        if draft.kind is None and not draft.mark and len(draft.text) <= _LONGEST:
            again = begun and (_says_again(draft, above) or _says_again(draft, below))
            if again or _is_over_credit(draft, above, below):
                draft.kind = BlockKind.CAPTION
    _set_unindented(drafts)


def _set_unindented(drafts: Sequence[Draft]) -> None:
    """Sentences that stand out of a text whose paragraphs are indented, each by itself between two of them."""
    ended = [draft for draft in drafts if draft.kind is None and draft.lines[-1].text[-1] == "。"]
    alone = [draft for draft in ended if not draft.lines[0].indent]
    if not alone or len(ended) - len(alone) < max(_INDENTED, 2 * len(alone)):
        return
    between = {
        id(draft)
        for above, draft, below in zip(drafts, drafts[1:], drafts[2:], strict=False)
        if draft.kind is None and not draft.lines[0].indent and _is_beside(above) and _is_beside(below)
    }
    if all(
        id(draft) in between and len(draft.text) <= _SENTENCE and _is_one_sentence(draft.text)
        for draft in alone
    ):
        for draft in alone:
            draft.kind = BlockKind.CAPTION


def _is_beside(draft: Draft) -> bool:
    """Whether such a caption may stand beside a line: a paragraph that is indented, or no text."""
    return draft.is_aside or draft.lines[0].indent > 0


def _is_over_credit(draft: Draft, above: Draft | None, below: Draft | None) -> bool:
    """Whether a line stands over who took a picture, under the picture or close to it: 村民在洗菜。 over 张三 摄."""
    if below is None or below.kind is not BlockKind.CAPTION:
        return False
    if above and above.kind is BlockKind.NOISE and above.text.startswith(_PICTURE):
        return True
    if draft.short and is_person(draft.text) and draft.text[-2:] not in below.text:
        return True  # of a picture beside that one, not who speaks below his own
    short = len(draft.text) <= _SENTENCE and _is_one_sentence(draft.text)
    return short and not below.lines[0].gap and is_picture_credit(below.text)


def _is_one_sentence(text: str) -> bool:
    """Whether a short text says one thing, in no one's words."""
    return "。" not in text[:-1] and "“" not in text and not has_cue(text)


def _says_again(draft: Draft, other: Draft | None) -> bool:
    """Whether a line says what the one beside it says, as a picture's title and its caption do."""
    if other is None or other.lines[0].text[:1] != draft.lines[0].text[:1]:  # which spares the rest
        return False
    if other.kind not in (None, BlockKind.CAPTION) or len(draft.text) < _LEAST:
        return False
    if other.kind is None:
        return _solid(draft.text) == _solid(other.text) and _is_one_sentence(draft.text)
    return _solid(other.text).startswith(_solid(draft.text).rstrip("。"))


def _solid(text: str) -> str:
    return "".join(text.split())
