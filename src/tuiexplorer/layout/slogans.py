"""Slogans: parted from a heading on the same line, joined where they have two lines."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.speech import is_person

_BETWEEN = re.compile(r"\s*[|｜丨]\s*|[：:]\s*|\s*(?:——|--|──)\s*|\s+—\s+|\s+")
_LEAST = 2
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
            for line in draft.lines:
                last.append(line)
            continue
        yield draft
        if not draft.is_aside:
            last = draft


def _parted(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A heading that has a slogan of its own stays whole; so do headlines, where a source holds several reports."""
    several = sum(draft.headline for draft in drafts) > 1
    sloganed = False
    parts: list[list[Draft]] = []
    for draft in reversed(drafts):
        parts.append([draft])
        if draft.kind is BlockKind.HEADING and not sloganed and not _is_headline(draft, several=several):
            parts[-1].extend(_slogan_of(draft))
        if not draft.is_aside:
            sloganed = draft.kind is BlockKind.SLOGAN
    for part in reversed(parts):
        yield from part


def _is_headline(draft: Draft, *, several: bool) -> bool:
    return (
        draft.headline
        or (draft.mark[:3] == "###" and draft.mark[-1] == "#")
        or (several and draft.mark[:1] in ("#", "*"))
    )


def _slogan_of(draft: Draft) -> Iterator[Draft]:
    """The slogan that stands on a heading's line, taken off it."""
    line = draft.lines[0]
    if len(draft.lines) == 1 and not is_person(line.text) and (halves := _label(line) or _halves(line)):
        draft.lines[0], slogan = halves
        yield Draft(BlockKind.SLOGAN, [slogan])


def _label(line: Line) -> tuple[Line, Line] | None:
    """【生态篇】绘就新画卷: what is in the brackets, and what is after."""
    close = line.text.find("】") if line.mark == "【】" else -1
    if close < 0:
        return None
    label, slogan = line.split(close, close + 1)
    return replace(label, text=label.text[1:], pieces=label.part(1, close)), slogan


def _halves(line: Line) -> tuple[Line, Line] | None:
    """What stands before and after the first blank, colon or dash that parts a heading from its slogan."""
    for found in _BETWEEN.finditer(line.text):
        head, rest = line.text[: found.start()], line.text[found.end() :]
        shorter, apart = min(len(head), len(rest)), abs(len(head) - len(rest))
        if shorter < _LEAST or any(head.count(pair[0]) != head.count(pair[1]) for pair in _PAIRS):
            continue
        if found.group().isspace() and ((shorter < _COUPLET and apart < 3) or (head[-1] + rest[0]).isascii()):
            continue
        return line.split(found.start(), found.end())
    return None
