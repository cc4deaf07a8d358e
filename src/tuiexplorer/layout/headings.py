"""Headings: which lines are, their slogans, and how deep they stand."""

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.marks import NUMBERS
from tuiexplorer.layout.signs import ends, is_lead

_RANKS = {name: rank for rank, (name, _) in enumerate(NUMBERS)}
_ASIDE = (BlockKind.NOISE, BlockKind.CAPTION, BlockKind.BYLINE)
_SPLIT = re.compile(r"[\s　]+|[：:]\s*|\s*(?:——|--|──)\s*|\s+—\s+|\s*[|｜丨]\s*")
_LEAST = 4
"""With a blank between, a heading and a slogan of about one length have so many characters; shorter, it is a couplet."""
_SPEAKER = re.compile(r"[^，。：:“”]{2,30}[：:]")
_QUESTION = re.compile(r"(?![“\"‘（])[^。！？!?：:]{3,30}[？?]")


def set_headings(drafts: list[Draft]) -> None:
    """Give every draft that has no role yet the one of a heading, a slogan or a paragraph."""
    open_ = [draft for draft in drafts if draft.kind not in _ASIDE]
    _set_questions(open_)
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


def _set_questions(drafts: Sequence[Draft]) -> None:
    """Questions that head sections: at least two in the source, each over a longer paragraph, no one asks them."""
    asked = [
        draft
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.kind is None
        and not draft.mark
        and _QUESTION.fullmatch(draft.text)
        and ends(after.text)
        and after.text[-1:] not in "？?"
        and not (before and before.text.endswith(("：", ":")))
    ]
    if len(asked) > 1:
        for draft in asked:
            draft.kind = BlockKind.HEADING


def _could_head(drafts: Sequence[Draft], index: int) -> bool:
    draft = drafts[index]
    if draft.mark:
        return draft.mark != "-"
    return draft.short and len(draft.text) > 1


def _headlines(drafts: Sequence[Draft]) -> set[int]:
    """The headlines of a source that holds several reports, by identity: what a dateline or a byline follows."""
    found = []
    last: Draft | None = None
    credited = False
    for draft in drafts:
        if draft.kind is BlockKind.BYLINE:
            credited = True
        elif draft.kind is None:
            if (
                last is not None
                and (last.mark[:1] == "#" or (not last.mark and last.short))
                and (is_lead(draft.text) or (credited and not draft.short))
            ):
                found.append(last)
            last, credited = draft, False
    return {id(draft) for draft in found}


def _set_run(drafts: Sequence[Draft], start: int, stop: int, headlines: set[int]) -> None:
    """Give roles to a run of lines each of which could be a heading."""
    heads = stop < len(drafts) and drafts[stop].kind is None
    before = drafts[start - 1] if start else None
    introduced = (
        before is not None
        and before.kind is BlockKind.PARAGRAPH
        and before.text.endswith(("：", ":", "；", ";"))
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
        elif introduced or (after == stop and not heads) or plain > 3 or _is_speech(drafts[index:after]):
            for other in drafts[index:after]:
                other.kind = BlockKind.PARAGRAPH
        else:
            draft.kind = BlockKind.HEADING
            _set_slogans(drafts[index + 1 : after])
        index = after


def _is_speech(drafts: Sequence[Draft]) -> bool:
    """Whether lines that could be a heading and its slogan are rather what one after the other says."""
    return len(drafts) > 1 and sum(bool(_SPEAKER.match(draft.text)) for draft in drafts) > 1


def _set_marked(drafts: Sequence[Draft], index: int, start: int, stop: int) -> None:
    draft = drafts[index]
    listed = draft.mark in _RANKS and any(
        drafts[near].mark == draft.mark for near in (index - 1, index + 1) if start <= near < stop
    )
    before = drafts[index - 1] if index > start else None
    if listed:
        draft.kind = BlockKind.PARAGRAPH
    elif (
        draft.mark == "**"
        and before is not None
        and before.kind is BlockKind.HEADING
        and (before.mark == "**" or (before.mark[:1] == "#" and _only_bold(drafts, index)))
    ):
        draft.kind = BlockKind.SLOGAN
    else:
        draft.kind = BlockKind.HEADING


def _only_bold(drafts: Sequence[Draft], index: int) -> bool:
    """Whether no other line is bold in the section that the bold line ``index`` opens."""
    section = takewhile(lambda draft: draft.mark[:1] != "#", islice(drafts, index + 1, None))
    return all(draft.mark != "**" for draft in section)


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
        if (
            draft.kind is BlockKind.HEADING
            and not (items and draft.mark[:1] == "#")
            and id(draft) not in headlines
        ):
            slogan = _slogan_of(draft)
            if slogan:
                done.append(slogan)
                last = slogan
    drafts[:] = done


def _slogan_of(draft: Draft) -> Draft | None:
    line = draft.lines[-1]
    if len(draft.lines) > 1:
        return None
    if line.mark == "【】" and (close := line.text.find("】")) > 0:
        label, after = line.split(close, close + 1)
        draft.lines[-1] = label._replace(text=label.text[1:], pieces=label.part(1, close))
        return Draft(BlockKind.SLOGAN, [after])
    for found in _SPLIT.finditer(line.text):
        head, rest = line.text[: found.start()], line.text[found.end() :]
        least = min(len(head), len(rest))
        if least < 2 or (found.group().isspace() and least < _LEAST and abs(len(head) - len(rest)) < 3):
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
        mark = "◆" if draft.mark == "【】" else draft.mark
        style = "headline" if id(draft) in headlines or len(mark) <= top and mark[:1] == "#" else mark
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
