"""What a line says about itself: page noise, credits and bylines, captions, datelines."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.credits import FINIS, is_byline, is_caption, opens_as_caption, signature
from tuiexplorer.layout.datelines import is_dateline, is_dateline_with_subject
from tuiexplorer.layout.dates import has_day
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.marks import SIGN
from tuiexplorer.layout.noise import is_choice, is_noise, is_notice, jump_at_end, jump_at_start
from tuiexplorer.layout.speech import has_cue
from tuiexplorer.layout.stops import ends
from tuiexplorer.lexicon import grammar

_LONGEST = 160
"""No line of these kinds is longer."""
_CLOSED = ("。", "；")
"""What ends a sentence, or an item of a list, is of the text."""
_LABELLED = re.compile(r"\S{2,6}[：:]\S")
_SOURCED = re.compile(r"(?:来源|作者|记者)[：:]\s*\S")
_LABEL = grammar.alternation(
    word for word in grammar.words("signs", "credits", "sources", "labels", "reporters") if len(word) > 1
)
_EMPTY = re.compile(rf"(?:\s+(?:{_LABEL})\s*[：:])+$")
"""Labels without what they label, behind others: 2026-01-20　来源：江州日报　作者：."""
_SPREAD = re.compile(r"^([一-鿿])\s{1,4}([一-鿿])\s*[：:]")
"""A label of two characters, spread: 编　辑：张三."""
_SPREAD_NAME = re.compile(r"(?:[一-鿿]\s{1,3}){2,9}[一-鿿](?!\S)")
_BEFORE_LABEL = re.compile(rf"\s+(?=(?:{_LABEL})\s*[：:/丨|])")
_STRIP = re.compile(r"\s{2,}|\s*[|丨]\s*|\s+·\s*|(?<=[】\]])\s*(?=[【\[])")
_JOINT = re.compile(r"[\s】\]]")
_BLANK = re.compile(r"[\s\[\]]+")
_POINTING = frozenset("👆⬆☝")
"""What points at the picture above."""
_NOTE_LAST = frozenset("）)】版")
_CODED = re.compile(r"[）)]1\d{6}$")
"""The day in the years of the republic, as an agency of Taiwan writes it at the end: （編輯：林小美）1131212."""


def known(line: Line) -> Line:
    """``line`` with its role where its own words tell it, without one where its neighbours must."""
    text = line.text
    if line.role or line.mark[:1] == "#":
        return line
    if line.mark[1:2] in _POINTING and line.mark[:1] == SIGN and not ends(text) and not has_cue(text):
        return replace(line, role=BlockKind.CAPTION)
    if is_notice(text):
        return replace(line, role=BlockKind.NOISE)
    if text[0] == "|" and line.mark == "-":  # a row of a table, whatever figures stand in it
        return line if any(map(str.isalnum, text)) else replace(line, role=BlockKind.NOISE)
    if len(text) > _LONGEST or (text.endswith(_CLOSED) and not opens_as_caption(text)):
        return line
    role = _role(text)
    if role is BlockKind.NOISE and line.mark == "【】" and _LABELLED.match(text) and not is_choice(text):
        return line
    return replace(line, role=role) if role else line


@lru_cache(maxsize=8192)
def _role(text: str) -> BlockKind | None:
    """The role that a line, or each part of a strip, tells by its words: the same on every page of a site."""
    if text[-1] in "：:":
        text = _EMPTY.sub("", text) if text[0].isalnum() else text
    if text[1:2].isspace():
        text = _together(_SPREAD.sub(r"\1\2：", text))
    return _role_of_whole(text) or _of_parts(text)


def _together(text: str) -> str:
    """``text`` without the blanks between the characters of a spread name at its head: 江 州 日 报    第 2 版."""
    found = _SPREAD_NAME.match(text)
    return "".join(found[0].split()) + text[found.end() :] if found else text


def _role_of_whole(text: str) -> BlockKind | None:
    """The role that the words of a line tell."""
    if is_noise(text):
        return BlockKind.BYLINE if _SOURCED.search(text) else BlockKind.NOISE
    if is_caption(text):
        return BlockKind.CAPTION
    if ends(text):
        asks = text[-1] in "？?" and "。" not in text
        introduces = is_dateline_with_subject(text) if asks else text[-1] in "：:" and is_dateline(text)
        return BlockKind.BYLINE if introduces else None
    if is_dateline_with_subject(text) or is_byline(text):
        return BlockKind.BYLINE
    return BlockKind.BYLINE if text[-1] in "）)电讯" and is_dateline(text) else None


def _of_parts(text: str) -> BlockKind | None:
    """The role of a strip whose parts all have one: 2025-12-19 | 来源：江州日报 | 责编：张三."""
    if not _JOINT.search(text):  # spares the search for all of them
        return None
    for joint in (_BEFORE_LABEL, _STRIP, *([_BLANK] if has_day(text) else [])):
        parts = [part for part in joint.split(text) if part.strip()]
        if len(parts) < 2:
            continue
        roles = {_role_of_whole(part.strip()) for part in parts}
        if roles <= {BlockKind.NOISE, BlockKind.BYLINE}:
            return BlockKind.BYLINE if BlockKind.BYLINE in roles else BlockKind.NOISE
    return None


def has_notes(line: Line) -> bool:
    """Whether :func:`notes_off` may find something in it."""
    text = line.text
    return line.role is None and (
        text[-1:] in _NOTE_LAST
        or "上接" in text[:8]
        or (text[-1:].isdecimal() and _CODED.search(text) is not None)
    )


def notes_off(line: Line) -> Iterator[Line]:
    """``line`` in its parts: a jump from or to another page and a signature stand for themselves."""
    if found := jump_at_start(line.text):
        jump, line = line.split(found.end(), found.end())
        yield replace(jump, role=BlockKind.NOISE)
    text = line.text
    tail = max(0, len(text) - _LONGEST)
    for find, role in ((jump_at_end, BlockKind.NOISE), (signature, BlockKind.BYLINE)):
        found = find(text, tail)
        if found and found.start() > 0:
            line, note = line.split(len(text[: found.start()].rstrip()), _ink(text, found.start()))
            yield line
            yield replace(note, role=BlockKind.NOISE if found.groupdict().get("inner") == FINIS else role)
            return
    yield line


def _ink(text: str, offset: int) -> int:
    while text[offset].isspace():
        offset += 1
    return offset
