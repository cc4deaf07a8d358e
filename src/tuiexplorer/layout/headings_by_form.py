"""Headings by their form, where several of it stand over sections: questions, cries, what ends or parts in a colon."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.names import are_names
from tuiexplorer.layout.speech import ends_in_post, is_person
from tuiexplorer.layout.stops import ends
from tuiexplorer.lexicon import grammar

_LONGEST_TITLE = 16
_PARAGRAPH = 40
"""What stands beside a heading that cries has more characters."""
_HEADING_CRY = re.compile(r"[^。！？!?：:“”我你他她它]{4,20}[！？!?]")
_QUESTIONS = 2
"""So many make a transcript."""
_LABEL = re.compile(r"[^，。：:“”\s]{1,6}[：:]")
_ASKED = re.compile("第?[一二三四五六七八九十]问[：:\\s]")
"""What counts questions; over an answer with its label they are no headings."""
_QUESTION = re.compile(
    rf"(?:{_ASKED.pattern}\s?)?"
    r"(?:(?![“\"‘（])|“[^”]{1,12}”(?=[^“”]{2,12}$))[^。，！？!?：:]{3,30}[？?]"
)


def is_question(text: str) -> bool:
    """Whether a line asks as headings do: 新的征程，怎么干？."""
    return text[-1:] in "？?" and bool(_QUESTION.fullmatch(text))


def set_questions(drafts: Sequence[Draft]) -> None:
    """Questions that head sections: at least two in the source, each over what is no question, no one asks them.

    Under what could be a heading itself it rather is its slogan.
    """
    asked = [
        draft
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.kind is None
        and not draft.mark
        and is_question(draft.text)
        and ends(after.text)
        and after.text[-1:] not in "？?"
        and not (_ASKED.match(draft.text) and _LABEL.match(after.text))
        and not (before and (before.text.endswith(("：", ":")) or is_plain(before)))
    ]
    if len(asked) > 1:
        for draft in asked:
            draft.kind = BlockKind.HEADING


def set_introduced(drafts: Sequence[Draft]) -> None:
    """Headings that end in a colon, two at least: 改革之前： over its slogan 谁都管 谁都不管, 省水利厅： over text."""
    found = [
        (draft, below if is_plain(below) else None)
        for before, draft, below, after in zip(
            drafts, drafts[1:], drafts[2:], [*drafts[3:], None], strict=False
        )
        if draft.kind is None
        and draft.lines[-1].text[-1:] in "：:"
        and (ends(before.lines[-1].text) or before.mark not in ("", "-"))
        and _is_title_of_section(draft)
        and (_is_over(below, after) if is_plain(below) else _is_body_over(draft, below))
    ]
    if len({draft.text for draft, _ in found}) > 1:
        for draft, slogan in found:
            draft.kind = BlockKind.HEADING
            if slogan:
                slogan.kind = BlockKind.SLOGAN
            line = draft.lines[0]
            draft.replace_first(replace(line, text=line.text[:-1], pieces=line.part(0, len(line.text) - 1)))


def _is_over(slogan: Draft, after: Draft | None) -> bool:
    return after is not None and len(after.text) > len(slogan.text) and ends(after.text)


def _is_body_over(draft: Draft, below: Draft) -> bool:
    """Whether a body stands before the colon, and what it does is told below: no one's words."""
    told = below.kind is None and not below.mark and ends(below.text) and below.text[0] != "“"
    return told and draft.text[:-1].endswith(grammar.words("signs", "employers"))


def _is_title_of_section(draft: Draft) -> bool:
    """Whether what stands before a colon is no one: 改革之前：, not 县长张三：."""
    text = draft.text[:-1]
    return (
        not draft.mark
        and 1 < len(text) <= _LONGEST_TITLE
        and not (is_person(text) or are_names(text) or ends_in_post(text))
    )


def set_cries(drafts: Sequence[Draft]) -> None:
    """Cries and questions that head sections, where nothing else does: 新的征程，怎么干？, each over a paragraph."""
    if any(draft.kind is None and (draft.mark or draft.short) for draft in drafts):
        return
    cries = [
        draft
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.kind is None
        and _HEADING_CRY.fullmatch(draft.text)
        and (before is None or before.kind or len(before.text) > _PARAGRAPH)
        and after.kind is None
        and len(after.text) > _PARAGRAPH
    ]
    if len(cries) > 1:
        for draft in cries:
            draft.kind = BlockKind.HEADING


_ASKS = re.compile("(?:问|提问|记者|Q)[：:]")
_HEADED = re.compile("(?P<label>[^，。：:“”]{2,12})[：:](?=[^，。：:]{4})")


def set_over_questions(drafts: Sequence[Draft]) -> None:
    """Lines of two parts over the questions of a transcript: 靠得住：储备够不够, over 问：….

    Where no question follows, the first part of such a line may be who speaks.
    """
    if sum(_ASKS.match(draft.text) is not None for draft in drafts) < _QUESTIONS:
        return
    for draft, after in pairwise(drafts):
        told = _HEADED.match(draft.text) if is_plain(draft) and _ASKS.match(after.text) else None
        if told and not (is_person(told["label"]) or are_names(told["label"]) or ends_in_post(told["label"])):
            draft.kind = BlockKind.HEADING


def is_plain(draft: Draft) -> bool:
    """Whether it is a short line without a role and without a mark."""
    return draft.kind is None and not draft.mark and draft.short
