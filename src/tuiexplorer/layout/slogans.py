"""Slogans: parted from a heading on the same line, joined where they have two lines."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.noise import is_box
from tuiexplorer.layout.speech import is_person

_BETWEEN = re.compile(r"\s*[|｜丨]\s*|[：:]\s*|\s*(?:——|--|──)\s*|\s+[—–－/／-]\s+|\s+")
_SHARED = re.compile(r"(?<=[一-鿿”」』])[—–－/／·～~-](?=[一-鿿“「])")
"""What parts them where all headings are so: it may stand within one too."""
_BRACKETED = re.compile("[【〖][^】〗]*[】〗]")
_AFTER_LABEL = re.compile(rf"(?:{_BETWEEN.pattern}|[—–－/／·～~-]\s*)")
"""The same behind a heading in brackets."""
_MARK = re.compile("[|｜丨：:—]|--|──")
_COLON = re.compile("[：:]")
_CLAUSES = re.compile("[，；]")
"""What stands before a colon is no heading if it has clauses of its own."""
_LEAST = 2
_HALVES = 2
_COUPLET = 4
"""Two halves of about one length with a blank between, each shorter than this, are one heading: 抓创新 强产业."""
_PAIRS = ("“”", "‘’", "《》", "（）", "()", "【】")


def part_slogans(drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with each heading that holds its slogan in two, and each slogan of two lines in one."""
    return list(_parted(list(_joined(drafts))))


def _joined(drafts: Sequence[Draft]) -> Iterator[Draft]:
    last: Draft | None = None
    for draft in drafts:
        if draft.kind is BlockKind.SLOGAN and last is not None and last.kind is BlockKind.SLOGAN:
            last.second = len(last.lines)
            for line in draft.lines:
                last.append(line)
            continue
        yield draft
        if not draft.is_aside:
            last = draft


def _parted(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Slogans come off the lines of headings that have none under them, unless all such lines are couplets."""
    heads = list(_without_slogan(drafts))
    parts = {index: halves for index in heads if (halves := _slogan_of(drafts[index]))}
    if not parts:
        parts = _parted_alike(drafts, heads)
    shared = Counter(halves[0].text for halves in parts.values())
    parts = {index: halves for index, halves in parts.items() if shared[halves[0].text] == 1}
    couplets = len(parts) > 1 and all(_is_couplet(drafts[index].text) for index in parts)
    for index, draft in enumerate(drafts):
        yield draft
        if index in parts and not couplets:
            heading, slogan = parts[index]
            draft.replace_first(heading)
            yield Draft(BlockKind.SLOGAN, [slogan])


def _parted_alike(drafts: Sequence[Draft], heads: Sequence[int]) -> dict[int, tuple[Line, Line]]:
    """The halves of headings all of which have one sign, that may stand within one too, between heading and slogan."""
    parts: dict[int, tuple[Line, Line]] = {}
    signs = set()
    for index in heads:
        line = drafts[index].lines[0]
        found = _SHARED.search(line.text)
        if found is None or not _are_halves(line.text, *found.span()) or is_box(line.text):
            return {}
        signs.add(found[0])
        parts[index] = line.split(*found.span())
    return parts if len(parts) > 1 and len(signs) == 1 else {}


def _without_slogan(drafts: Sequence[Draft]) -> Iterator[int]:
    """The places of headings without a slogan under them; no headlines, where a source holds several reports."""
    several = sum(draft.headline for draft in drafts) > 1
    sloganed = False
    for index, draft in reversed(list(enumerate(drafts))):
        if draft.kind is BlockKind.HEADING and not sloganed and not _is_headline(draft, several=several):
            yield index
        if not draft.is_aside:
            sloganed = draft.kind is BlockKind.SLOGAN


def _is_couplet(text: str) -> bool:
    """Whether two halves of one length stand with a blank between: 医生沉下去 本领提上来."""
    halves = text.split()
    return len(halves) == 2 and len(halves[0]) == len(halves[1]) and not _MARK.search(text)


def _is_row(text: str) -> bool:
    """Whether more than two parts of one length stand with blanks between: 强龙头　补链条　聚集群."""
    parts = text.split()
    return len(parts) > _HALVES and len(set(map(len, parts))) == 1 and not _MARK.search(text)


def _is_headline(draft: Draft, *, several: bool) -> bool:
    return (
        draft.headline
        or (draft.mark[:3] == "###" and draft.mark[-1] == "#")
        or (several and draft.mark[:1] in ("#", "*"))
    )


def _slogan_of(draft: Draft) -> tuple[Line, Line] | None:
    """A heading and the slogan that stands on its line."""
    line = draft.lines[0]
    if len(draft.lines) > 1 or is_person(line.text) or _is_row(line.text):
        return None
    return _label(line) or _halves(line)


def _label(line: Line) -> tuple[Line, Line] | None:
    """【生态篇】绘就新画卷: what is in the brackets, and what is after."""
    found = _BRACKETED.match(line.text) if line.mark == "【】" else None
    if found is None:
        return None
    close = found.end() - 1
    joint = _AFTER_LABEL.match(line.text, close + 1)
    label, slogan = line.split(close, joint.end() if joint else close + 1)
    return replace(label, text=label.text[1:], pieces=label.part(1, close)), slogan


def _are_halves(text: str, low: int, high: int) -> bool:
    """Whether neither part of a text is too short, nor cut out of quotation marks or brackets."""
    head = text[:low]
    long = min(low, len(text) - high) >= _LEAST
    return long and all(head.count(pair[0]) == head.count(pair[1]) for pair in _PAIRS)


def _halves(line: Line) -> tuple[Line, Line] | None:
    """What stands before and after the first blank, colon or dash that parts a heading from its slogan."""
    for found in _BETWEEN.finditer(line.text):
        head, rest = line.text[: found.start()], line.text[found.end() :]
        if not _are_halves(line.text, *found.span()):
            continue
        shorter, apart = min(len(head), len(rest)), abs(len(head) - len(rest))
        if _COLON.match(found.group()) and _CLAUSES.search(head):
            continue
        if found.group().isspace() and ((shorter < _COUPLET and apart < 3) or (head[-1] + rest[0]).isascii()):
            continue
        return line.split(found.start(), found.end())
    return None
