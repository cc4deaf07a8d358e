"""Characters as numbers, sixteen bits each: folding many lines at once, and classes of characters as tables."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from tuiexplorer.giving_way import give_way
from tuiexplorer.search.fold import STAND_INS, fold, fold_table
from tuiexplorer.search.pattern import ANY, SPOKEN

Codes = NDArray[np.uint16]

BREAK = ord("\n")
"""Stands after every line; folded text has none inside."""
BEYOND = 512
"""Breaks after the text: more than a pattern is long, so that whatever looks beyond an end finds one."""
ALL_CODES = 1 << 16

_SPACE = ord(" ")
_GROUP = 1 << 18
"""Characters folded at a time."""
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


@lru_cache(64)  # of 64 KB each
def class_of(chars: str) -> tuple[NDArray[np.int64], NDArray[np.bool_] | None]:
    """The codes of a class, and for more than one a table of which they are."""
    codes = np.frombuffer(chars.encode("utf-16-le", "surrogatepass"), np.uint16).astype(np.int64)
    if len(codes) == 1:
        return codes, None
    table = np.zeros(ALL_CODES, bool)
    table[codes] = True
    return codes, table


def has(codes: Codes, chars: str) -> NDArray[np.bool_]:
    """Which of the codes belong to a class of a pattern."""
    if chars == ANY:
        return np.not_equal(codes, BREAK)
    if chars == SPOKEN:
        return spoken_table()[codes]
    members, table = class_of(chars)
    which: NDArray[np.bool_] = codes == members[0] if table is None else table[codes]
    return which


def folded_lines(texts: Sequence[str]) -> tuple[Codes, NDArray[np.int64]]:
    """All lines folded, a break after each, and where each begins (and where all end)."""
    blocks: list[Codes] = []
    lengths: list[NDArray[np.int64]] = []
    for group in _groups(texts):
        give_way()
        codes = _fold_codes("\n".join([line.replace("\n", " ") for line in group]) + "\n")
        blocks.append(codes)
        lengths.append(np.diff(np.flatnonzero(codes == BREAK), prepend=-1))
    if not blocks:
        return np.full(BEYOND, BREAK, np.uint16), np.zeros(1, np.int64)
    blocks.append(np.full(BEYOND, BREAK, np.uint16))
    return np.concatenate(blocks), np.concatenate([[0], np.cumsum(np.concatenate(lengths))])


def _groups(texts: Sequence[str]) -> Iterable[Sequence[str]]:
    first = size = 0
    for index, text in enumerate(texts):
        size += len(text)
        if size > _GROUP:
            yield texts[first : index + 1]
            first, size = index + 1, 0
    if first < len(texts):
        yield texts[first:]


def _fold_codes(text: str) -> Codes:
    """As :func:`~tuiexplorer.search.fold.fold`, line breaks kept."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) != 2 * len(text):
        data = _ASTRAL.sub(_astral, text).encode("utf-16-le", "surrogatepass")
    codes = _table()[np.frombuffer(data, np.uint16)]
    codes = codes[codes != 0]
    spaces = np.flatnonzero(codes == _SPACE)
    if len(spaces):
        spaces = spaces[np.append(True, np.diff(spaces) > 1)] if len(spaces) > 1 else spaces
        # Runs are one blank; it stays where Latin letters or digits stand on both sides.
        keep = codes != _SPACE
        keep[spaces] = True
        codes = codes[keep]
        spaces = np.flatnonzero(codes == _SPACE)
        latin = latin_table()
        idle = ~(latin[codes[spaces - 1]] & latin[codes[spaces + 1]])
        codes = np.delete(codes, spaces[idle])
    return codes


def _astral(match: re.Match[str]) -> str:
    return fold(match[0])


@cache
def _table() -> Codes:
    table = np.arange(ALL_CODES, dtype=np.uint16)
    for code, to in fold_table().items():
        if code <= 0xFFFF:
            table[code] = ord(to) if to else 0
    table[BREAK] = BREAK
    return table


@cache
def latin_table() -> NDArray[np.bool_]:
    """Which codes are Latin letters (folded) or digits."""
    return has(np.arange(ALL_CODES, dtype=np.uint16), "0123456789abcdefghijklmnopqrstuvwxyz")


@cache
def spoken_table() -> NDArray[np.bool_]:
    """Which codes are letters, Chinese characters or digits: :func:`~tuiexplorer.search.fold.is_spoken` of all."""
    table: NDArray[np.bool_] = np.char.isalnum(np.arange(ALL_CODES, dtype=np.uint32).view("U1"))
    table[STAND_INS.start : STAND_INS.stop] = True
    return table
