"""Signatures: who is named behind a dash after his own words (——石磨镇村民张三), which is no heading."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.speech import begins_with_surname, ends_in_post
from tuiexplorer.layout.stops import ends
from tuiexplorer.lexicon import grammar

_SIGNED = re.compile("[。！？”’] *(?:——|--) *(?P<who>[^，。：；！？“”—]{4,60})$")
_ALONE = re.compile("(?:——|--|—) *(?P<who>[^，。：；！？“”—]{4,60})")
_POST_IN_BRACKETS = re.compile("[^（）()]{2,12}[（(](?P<post>[^（）()]{2,40})[）)]")
_DASHES = ("—", "-")
_NAME_SIZES = (2, 3, 4)


def set_signatures(drafts: Sequence[Draft]) -> None:
    """Take lines of a dash, a post and a name under whole sentences for paragraphs, as the words over them are."""
    for above, draft in pairwise(drafts):
        if draft.kind is not None or draft.lines[0].text[:1] not in _DASHES:
            continue
        if ends(above.text.rstrip("”’")) and (alone := _ALONE.fullmatch(draft.text)):
            draft.kind = BlockKind.PARAGRAPH if _names_someone(alone["who"]) else None


def ends_signed(text: str) -> bool:
    """Whether a quotation and who is named behind it are the end of a text: “…。”——石磨镇村民张三."""
    signed = _SIGNED.search(text) if "—" in text or "--" in text else None
    return signed is not None and _names_someone(signed["who"])


def _names_someone(who: str) -> bool:
    """Whether it is a post and a name, or a name and a post in brackets, and nothing else."""
    if bracketed := _POST_IN_BRACKETS.fullmatch(who):
        return _is_title(bracketed["post"])
    cuts = (len(who) - size for size in _NAME_SIZES if len(who) > size)
    return any(begins_with_surname(who[cut:]) and _is_title(who[:cut].rstrip()) for cut in cuts)


def _is_title(text: str) -> bool:
    return ends_in_post(text) or text.endswith(grammar.words("posts", "occupations"))
