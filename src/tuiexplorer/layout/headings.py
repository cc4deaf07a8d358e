"""Headings: which lines are, their slogans, and how deep they stand."""

import re
from collections.abc import Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.cuts import is_short
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.marks import NUMBERS
from tuiexplorer.layout.signs import is_lead

_RANKS = {name: rank for rank, (name, _) in enumerate(NUMBERS)}
_ASIDE = (BlockKind.NOISE, BlockKind.CAPTION, BlockKind.BYLINE)
_SPLIT = re.compile(r"[\s　]+|[：:]\s*|\s*(?:——|--|──)\s*|\s+—\s+|\s*[|｜丨]\s*")
_LEAST = 4
"""A heading and a slogan on one line have at least so many characters each; shorter ones are one couplet."""
_QUESTION = re.compile(r"(?![“\"‘（])[^。！？!?：]{3,30}[？?！!]")


def set_headings(drafts: list[Draft]) -> None:
    """Give every draft that has no role yet the one of a heading, a slogan or a paragraph."""
    open_ = [draft for draft in drafts if draft.kind not in _ASIDE]
    headlines = _headlines(drafts)
    index = 0
    while index < len(open_):
        draft = open_[index]
        if draft.kind is not None:
            index += 1
        elif not _could_head(open_, index):
            draft.kind = BlockKind.PARAGRAPH
            index += 1
        else:
            stop = index + 1
            while stop < len(open_) and open_[stop].kind is None and _could_head(open_, stop):
                stop += 1
            _set_run(open_, index, stop, headlines)
            index = stop
    _split_slogans(drafts, headlines)
    _set_levels(drafts, headlines)


def _could_head(drafts: Sequence[Draft], index: int) -> bool:
    draft = drafts[index]
    if draft.mark:
        return draft.mark != "-"
    text = draft.text
    if is_short(text):
        return len(text) > 1
    follows = drafts[index + 1] if index + 1 < len(drafts) else None
    return (
        bool(_QUESTION.fullmatch(text))
        and follows is not None
        and len(follows.text) > 60
        and (index == 0 or not drafts[index - 1].text.endswith(("：", ":")))
    )


def _headlines(drafts: Sequence[Draft]) -> set[int]:
    """The headlines of a source that holds several reports, by identity: what a dateline or a byline follows."""
    found = []
    last: Draft | None = None
    credited = False
    for draft in drafts:
        if draft.kind is BlockKind.BYLINE:
            credited = True
        elif draft.kind is None:
            if last is not None and (last.mark[:1] == "#" or (not last.mark and is_short(last.text))) and (
                is_lead(draft.text) or (credited and not is_short(draft.text))
            ):
                found.append(last)
            last, credited = draft, False
    return {id(draft) for draft in found}


def _set_run(drafts: Sequence[Draft], start: int, stop: int, headlines: set[int]) -> None:
    """Give roles to a run of lines each of which could be a heading."""
    heads = stop < len(drafts) and drafts[stop].kind is None
    introduced = start > 0 and drafts[start - 1].kind is None or (
        start > 0 and drafts[start - 1].text.endswith(("：", ":", "；", ";")) and drafts[start - 1].kind is BlockKind.PARAGRAPH
    )
    index = start
    while index < stop:
        draft = drafts[index]
        after = index + 1
        while after < stop and not drafts[after].mark:
            after += 1
        plain = after - index - bool(draft.mark)
        if draft.mark:
            _set_marked(drafts, index, start, stop)
            if plain:
                _set_slogans(drafts[index + 1 : after])
        elif introduced or (after == stop and not heads) or plain > 3:
            for other in drafts[index:after]:
                other.kind = BlockKind.PARAGRAPH
        else:
            draft.kind = BlockKind.HEADING
            _set_slogans(drafts[index + 1 : after])
        index = after


def _set_marked(drafts: Sequence[Draft], index: int, start: int, stop: int) -> None:
    draft = drafts[index]
    listed = draft.mark in _RANKS and any(
        drafts[near].mark == draft.mark for near in (index - 1, index + 1) if start <= near < stop
    )
    before = drafts[index - 1] if index > start else None
    if listed:
        draft.kind = BlockKind.PARAGRAPH
    elif draft.mark == "**" and before is not None and before.kind is BlockKind.HEADING and before.mark == "**":
        draft.kind = BlockKind.SLOGAN
    else:
        draft.kind = BlockKind.HEADING


def _set_slogans(drafts: Sequence[Draft]) -> None:
    """One slogan of one or two lines; more lines are no slogan."""
    for draft in drafts:
        draft.kind = BlockKind.SLOGAN if len(drafts) <= 2 else BlockKind.PARAGRAPH


def _split_slogans(drafts: list[Draft], headlines: set[int]) -> None:
    """Part a heading from the slogan on its own line, and join a slogan of two lines."""
    done: list[Draft] = []
    items = len(headlines) > 1
    last: Draft | None = None
    for draft in drafts:
        if draft.kind is BlockKind.SLOGAN and last is not None and last.kind is BlockKind.SLOGAN:
            last.lines.extend(draft.lines)
            continue
        done.append(draft)
        if draft.kind not in _ASIDE:
            last = draft
        if draft.kind is BlockKind.HEADING and not (items and draft.mark[:1] == "#") and id(draft) not in headlines:
            slogan = _slogan_of(draft)
            if slogan:
                done.append(slogan)
                last = slogan
    drafts[:] = done


def _slogan_of(draft: Draft) -> Draft | None:
    line = draft.lines[-1]
    if len(draft.lines) > 1:
        return None
    for found in _SPLIT.finditer(line.text):
        head, rest = line.text[: found.start()], line.text[found.end() :]
        if len(head) < _LEAST or len(rest) < _LEAST:
            continue
        if any(head.count(a) != head.count(b) for a, b in ("“”", "《》", "（）", "()")):
            continue
        if found.group().isspace() and head[-1].isascii() and rest[0].isascii():
            continue
        draft.lines[-1], after = line.split(found.start(), found.end())
        return Draft(BlockKind.SLOGAN, [after])
    return None


def _set_levels(drafts: Sequence[Draft], headlines: set[int]) -> None:
    """The depth of each heading: styles nest in the order in which they come, numbers in their own."""
    items = {draft.mark for draft in drafts if id(draft) in headlines and draft.kind is BlockKind.HEADING}
    top = max((len(mark) for mark in items if mark[:1] == "#"), default=0)
    open_: list[str] = []
    for draft in drafts:
        if draft.kind is not BlockKind.HEADING:
            continue
        style = "headline" if id(draft) in headlines or len(draft.mark) <= top and draft.mark[:1] == "#" else draft.mark
        if style == "headline":
            open_ = [style]
        elif style in open_:
            del open_[open_.index(style) + 1 :]
        else:
            while open_ and _above(style, open_[-1]):
                open_.pop()
            open_.append(style)
        draft.level = len(open_)


def _above(style: str, other: str) -> bool:
    """Whether a heading of ``style`` closes one of ``other``: both numbers, or both Markdown's."""
    if style in _RANKS and other in _RANKS:
        return _RANKS[style] < _RANKS[other]
    return style[:1] == other[:1] == "#" and len(style) < len(other)
