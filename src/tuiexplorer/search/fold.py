"""Folding: what is written differently but meant the same becomes the same characters.

Traditional and simplified, full and half width, letter case, accents and dashes are one character each;
quotation marks, title marks, middle dots and invisible signs are nothing; white space counts only between
Latin words. The tables are data: the lexicon's for traditional characters, ``fold.txt`` for the rest. Folded
text holds no character above U+FFFF and no line break.
"""

import os
import re
from collections.abc import Iterator
from functools import cache

from tuiexplorer.lexicon.script import simplified_forms

_SPACE_RUN = re.compile("  +")
_IDLE_SPACE = re.compile("(?<![0-9a-z]) | (?![0-9a-z])")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
STAND_INS = range(0xE000, 0xE000 + 6400)
"""Private code points that stand for characters above U+FFFF."""


@cache
def fold_table() -> dict[int, str]:
    """Code point to what stands for it: one character, or none. Code points that stand for themselves are absent."""
    with open(os.path.join(os.path.dirname(__file__), "fold.txt"), encoding="utf-8") as file:
        _header, _, told = file.read().partition("\n\n")
    dropped, spaces, *rows = told.split("\n")
    others, stands = "".join(rows[0::2]), "".join(rows[1::2])
    table = simplified_forms() | dict(zip(map(ord, others), stands, strict=True))
    return table | dict.fromkeys(_codes(dropped), "") | dict.fromkeys(_codes(spaces), " ")


def _codes(told: str) -> Iterator[int]:
    """Code points and ranges of them, hexadecimal."""
    for part in told.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def fold(text: str) -> str:
    """The text as it is searched. Folding what is folded changes nothing.

    Characters above U+FFFF that the table does not know share 6,400 private code points: two of them may,
    very rarely, be taken for one another.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    folded = text.translate(fold_table())
    if " " in folded:
        folded = _IDLE_SPACE.sub("", _SPACE_RUN.sub(" ", folded))
    return _ASTRAL.sub(_stand_in, folded)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset in ``text`` (code points) that it comes from."""
    folded = fold(text)
    if " " not in folded and len(folded) == len(text):
        return folded, [*range(len(text))]  # nothing is left out: a character stands for each
    table = fold_table()
    chars: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        to = table.get(ord(char), char)
        if to and not (to == " " and chars and chars[-1] == " "):
            chars.append(to)
            offsets.append(offset)
    spaced = "".join(chars)
    idle = {match.start() for match in _IDLE_SPACE.finditer(spaced)}
    kept = [index for index in range(len(spaced)) if index not in idle]
    return folded, [offsets[index] for index in kept]


def is_spoken(char: str) -> bool:
    """Whether a folded character is a letter, a Chinese character or a digit, and not a sign."""
    return char.isalnum() or ord(char) in STAND_INS


def _stand_in(match: re.Match[str]) -> str:
    return chr(STAND_INS[ord(match[0]) % len(STAND_INS)])
