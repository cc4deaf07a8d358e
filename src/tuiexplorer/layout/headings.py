"""Headings: which lines are headings and slogans, and which only look like them."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, islice, takewhile

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.headings_by_form import (
    is_plain,
    is_question,
    set_cries,
    set_introduced,
    set_over_questions,
    set_questions,
)
from tuiexplorer.layout.headlines import mark_headlines
from tuiexplorer.layout.marks import SIGN, is_number, numbered_sentence
from tuiexplorer.layout.names import are_names
from tuiexplorer.layout.noise import is_section_number
from tuiexplorer.layout.signatures import set_signatures
from tuiexplorer.layout.speech import (
    begins_with_official,
    begins_with_speaker,
    has_cue,
    is_person,
    tells_when,
)
from tuiexplorer.layout.stops import ends

_SLOGAN_LINES = 2
_OVER_SLOGANS = frozenset((SIGN, "*", "【"))
"""How the marks begin that slogans may have."""
_LEAST_SIGNED = 3
_CLAUSES = 2
_LONGEST_CRY = 30
_CRY = re.compile("[？?！!][”’]?$")
_INTRODUCING = re.compile("[，？！].*[👇⬇↓▼]️?$")
"""Clauses over what they point at: 代表委员怎么看？一起来听听👇."""
_SPEAKER = re.compile(r"[^，。：:“”]{2,30}[：:]")
_LABEL = re.compile(r"[^，。：:“”\s]{1,6}[：:]")
_BRACKETED = re.compile("【[^【】]{2,16}】.")


def set_headings(drafts: Sequence[Draft]) -> None:
    """Give every draft that has no role yet the one of a heading, a slogan or a paragraph."""
    mark_headlines(drafts)
    _mark_asides(drafts)
    text = [draft for draft in drafts if not draft.is_aside]
    _mark_bulleted(text)
    _mark_dashed(text)
    _set_marked_slogans(text)
    set_signatures(text)
    _set_bracketed(text)
    set_questions(text)
    set_introduced(text)
    set_over_questions(text)
    set_cries(text)
    _set_unindented(text)
    _set_lead(text)
    index = 0
    while index < len(text):
        stop = index
        while stop < len(text) and text[stop].kind is None and _could_head(text[stop], after=stop > index):
            stop += 1
        if stop > index:
            _set_run(text, index, stop)
        elif text[index].kind is None:
            text[index].kind = BlockKind.PARAGRAPH
        index = max(stop, index + 1)


def _could_head(draft: Draft, *, after: bool) -> bool:
    """Whether a line could be a heading, or a slogan ``after`` one, which may also be a question."""
    if draft.mark:
        return draft.mark != "-"
    if draft.short:
        told = begins_with_speaker(draft.text) or tells_when(draft.text) or _INTRODUCING.search(draft.text)
        return len(draft.text) > 1 and not told
    return after and is_question(draft.text)


def _mark_asides(drafts: Sequence[Draft]) -> None:
    """Tell each line of the text of a section's number or a caption right over it, and of a caption under it."""
    for before, draft, after in zip([None, *drafts], drafts, [*drafts[1:], None], strict=False):
        if draft.is_aside:
            continue
        draft.pictured = after is not None and after.kind is BlockKind.CAPTION
        if before is not None:
            numbered = before.kind is BlockKind.NOISE and is_section_number(before.text)
            draft.apart = numbered or before.kind is BlockKind.CAPTION


def _mark_bulleted(drafts: Sequence[Draft]) -> None:
    """Take the items of a list for signed headings if each has a paragraph under it: * 省人社厅——让数据跑路."""
    items = [
        (draft, after)
        for before, draft, after in zip([None, *drafts], drafts, drafts[1:], strict=False)
        if draft.mark == "-" and after.mark != "-" and not (before and before.mark == "-")
    ]
    if len(items) < _CLAUSES or any(after.mark or not ends(after.text) for _, after in items):
        return
    if all(item.short for item, _ in items):
        for item, _ in items:
            item.replace_first(replace(item.lines[0], mark=SIGN + "*"))
        return
    numbered = [numbered_sentence(item.lines[0]) for item, _ in items if len(item.lines) == 1]
    if len(numbered) == len(items) and len({line.mark for line in numbered if line}) == 1 and all(numbered):
        for (item, _), line in zip(items, numbered, strict=True):
            item.replace_first(line or item.lines[0])


def _mark_dashed(drafts: Sequence[Draft]) -> None:
    """Take short sentences behind dashes for headings if each stands over a paragraph: ——守红线，压实责任。."""
    found = [
        (draft, drafts[number + 1] if number + 1 < len(drafts) else None)
        for number, draft in enumerate(drafts)
        if draft.lines[0].text[:2] == "——"
        and draft.kind is None
        and not draft.mark
        and draft.text[-1] == "。"
    ]
    if len(found) < _CLAUSES or not all(after and _is_sentence_over(draft, after) for draft, after in found):
        return
    for draft, _ in found:
        line = draft.lines[0]
        size = len(line.text)
        draft.replace_first(
            replace(line, text=line.text[2:-1], pieces=line.part(2, size - 1), mark=SIGN + "—")
        )


def _is_sentence_over(draft: Draft, after: Draft) -> bool:
    short = len(draft.lines) == 1 and len(draft.text) <= _LONGEST_CRY and "。" not in draft.text[:-1]
    return short and not has_cue(draft.text) and not after.mark and len(after.text) > len(draft.text)


def _set_marked_slogans(drafts: Sequence[Draft]) -> None:
    """Lines under one mark are slogans if each, longer than it, stands between a heading of one other kind and text."""
    found: dict[str, list[tuple[Draft, Draft]]] = {}
    alone: set[str] = set()
    marked = [number for number, draft in enumerate(drafts) if draft.mark[:1] in _OVER_SLOGANS]
    for number in marked if len(marked) > 1 else ():
        draft = drafts[number]
        mark = draft.mark
        if draft.kind is not None or mark in alone:
            continue
        above = drafts[number - 1] if number else None
        below = drafts[number + 1] if number + 1 < len(drafts) else None
        over = (
            above is not None
            and above.kind is None
            and above.mark != mark
            and _could_head(above, after=False)
        )
        if over and above and below and ends(below.text) and len(above.text) < len(draft.text):
            found.setdefault(mark, []).append((above, draft))
        else:
            alone.add(mark)
    for mark in found.keys() - alone:
        if len(found[mark]) > 1 and len({above.mark for above, _ in found[mark]}) == 1:
            for above, draft in found[mark]:
                above.kind, draft.kind = BlockKind.HEADING, BlockKind.SLOGAN


def _set_bracketed(drafts: Sequence[Draft]) -> None:
    """What stands behind brackets as speakers do is told, also where it asks: 【江州日报记者】请问…？."""
    labelled = [draft for draft in drafts if draft.kind is None and _BRACKETED.match(draft.text)]
    if sum(draft.text[-1] == "。" for draft in labelled) * 2 > len(labelled):
        for draft in labelled:
            draft.kind = BlockKind.PARAGRAPH


def _set_unindented(drafts: Sequence[Draft]) -> None:
    """Questions and cries that stand out of a text whose every paragraph is indented: they head sections."""
    if not all(draft.lines[0].indent for draft in drafts if draft.lines[-1].text[-1:] == "。"):
        return
    for before, draft, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if (
            before.lines[0].indent
            and draft.kind is None
            and not draft.mark
            and not draft.lines[0].indent
            and len(draft.text) <= _LONGEST_CRY
            and _CRY.search(draft.text)
            and after.kind is None
            and after.lines[0].indent
        ):
            draft.kind = BlockKind.HEADING


def _set_lead(drafts: Sequence[Draft]) -> None:
    """A first line of clauses above the first heading, where other headings have no line above them, is the lead."""
    first = next(filter(is_plain, drafts), None)
    if first is None or first.text.count("，") < _CLAUSES:
        return
    runs = [list(run) for plain, run in groupby(drafts, is_plain) if plain]
    if len(runs) > _CLAUSES:
        usual = Counter(map(len, runs)).most_common(1)[0][0]
        if len(runs[0]) == usual + 1:
            runs[0][0].kind = BlockKind.PARAGRAPH


def _set_run(drafts: Sequence[Draft], start: int, stop: int) -> None:
    """Give roles to a run of lines each of which could be a heading: marked ones, each with the plain ones under it."""
    heads = (stop < len(drafts) and drafts[stop].kind is None) or _are_of_pictures(drafts[start:stop])
    start = _after_people(drafts, start, stop)
    index = start
    while index < stop:
        after = index + 1
        while after < stop and not (drafts[after].mark or drafts[after].apart):
            if after - index > _SLOGAN_LINES and _is_signed(*drafts[after : after + 2]):
                break
            after += 1
        group = drafts[index:after]
        if group[0].mark:
            _set_marked(drafts, index, start, stop)
            _set_slogans(group[1:])
        elif (after == stop and not heads) or _is_list(
            drafts[start - 1] if start else None, group, drafts[after] if after < len(drafts) else None
        ):
            for draft in group:
                draft.kind = BlockKind.PARAGRAPH
        else:
            group[0].kind = BlockKind.HEADING
            _set_slogans(group[1:])
        index = after


def _is_signed(draft: Draft, below: Draft | None = None) -> bool:
    """Whether a line under others is the headline over a byline."""
    return draft.headline and below is not None and not is_lead(below.text)


def _are_of_pictures(run: Sequence[Draft]) -> bool:
    """Whether lines each stand over pictures, with no text but the captions: those of a gallery."""
    return run[-1].pictured and any(draft.apart for draft in run[1:])


def _after_people(drafts: Sequence[Draft], start: int, stop: int) -> int:
    """Where a run begins behind the lines that tell who takes part: 嘉宾：柳河县县长 张三."""
    values = (draft.text.rpartition("：")[2] for draft in drafts[start:stop])
    people = list(takewhile(lambda value: " " in value and are_names(value.split()[-1]), values))
    if not 1 < len(people) < stop - start or not any(map(is_person, people)):
        return start
    for draft in drafts[start : start + len(people)]:
        draft.kind = BlockKind.PARAGRAPH
    return start + len(people)


def _is_list(before: Draft | None, group: Sequence[Draft], after: Draft | None) -> bool:
    """Whether lines that could be a heading and its slogan are rather a list, or what one after the other says."""
    introduced = before is not None and before.kind is BlockKind.PARAGRAPH and before.text[-1:] in "：:；;"
    speaking = sum(bool(_SPEAKER.match(draft.text)) for draft in group)
    answered = after is not None and bool(_LABEL.match(group[-1].text) and _LABEL.match(after.text))
    return introduced or len(group) > 1 + _SLOGAN_LINES or speaking > 1 or answered


def _set_marked(drafts: Sequence[Draft], index: int, start: int, stop: int) -> None:
    """A marked line is a heading, an item of a list, or a statement; a bold one under a heading is its slogan."""
    draft = drafts[index]
    before = drafts[index - 1] if index > start else None
    if _is_item(drafts, index, start, stop) or _is_statement(drafts, index):
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


def _is_item(drafts: Sequence[Draft], index: int, start: int, stop: int) -> bool:
    """Whether lines of one mark without text between them are a list: two with numbers, three under one sign."""
    mark = drafts[index].mark
    least = 2 if is_number(mark) else _LEAST_SIGNED if mark[:1] == SIGN else 0
    if not least:
        return False
    near = range(max(start, index - least + 1), min(stop, index + least))
    runs = [len(list(run)) for same, run in groupby(near, lambda at: drafts[at].mark == mark) if same]
    return max(runs) >= least


def _is_statement(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a marked line is what an official says, by name: ◆县长张三：…, over no text of its own."""
    draft = drafts[index]
    if draft.mark[:1] == "#" or not _SPEAKER.match(draft.text):
        return False
    near = [drafts[at] for at in (index - 1, index + 1) if 0 <= at < len(drafts)]
    alike = [other for other in near if other.mark == draft.mark and _SPEAKER.match(other.text)]
    if begins_with_official(draft.text):
        return bool(alike) or index + 1 == len(drafts) or bool(drafts[index + 1].mark)
    return any(begins_with_official(other.text) for other in alike)


def _only_bold(drafts: Sequence[Draft], index: int) -> bool:
    """Whether no other line is bold in the section that the bold line ``index`` opens."""
    section = takewhile(lambda draft: draft.mark[:1] != "#", islice(drafts, index + 1, None))
    return all(draft.mark != "**" for draft in section)


def _set_slogans(group: Sequence[Draft]) -> None:
    """The lines under a heading: its slogan, if they are not too many."""
    slogan = len(group) <= _SLOGAN_LINES and not any(
        is_person(draft.text) or begins_with_official(draft.text) for draft in group
    )
    for draft in group:
        draft.kind = BlockKind.SLOGAN if slogan else BlockKind.PARAGRAPH
