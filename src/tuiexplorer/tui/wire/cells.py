"""Text as the cells that it takes up, one character for each; and where terminals may see them elsewhere.

Not every terminal gives a character the room that Textual does. An ideograph has two cells and a letter has one
everywhere; ``“``, ``…``, ``→`` and the lines of a box have two where East Asian fonts are set up so, an emoji has one
in an old terminal. Behind such a character everything stands shifted, up to where the cursor is placed anew.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import get_character_cell_size

SECOND = "\0"
"""The second cell of a wide character. No text has it, as it is a control character."""

_WIDE = (
    "\u3000-\u3029", "\u3030-\u303e", "\u3041-\u3096", "\u309b-\u30ff", "\u3400-\u4dbf", "\u4e00-\u9fff",
    "\uac00-\ud7a3", "\uf900-\ufa6d", "\ufe30-\ufe4f", "\uff01-\uff60", "\uffe0-\uffe6", "\U00020000-\U0003fffd",
)  # fmt: skip
"""Two cells everywhere: ideographs, kana, hangul, and the punctuation that goes with them."""
_NARROW = ("\1", "!-~", *"▸▾✓")
"""One cell everywhere: ASCII, and those of the program's own signs that no East Asian character set had."""
_DRAWN = ("─-▟",)
"""Lines and blocks of which frames, rules and scroll bars are made."""
_KINDS = (("w", _WIDE), ("n", _NARROW), ("d", _DRAWN), (" ", (" ",)), ("s", (SECOND,)))
_NO_CELL = "\2"

# What is searched is one letter for each character: to compile sets of so many ranges took milliseconds of the start.
_UNSURE = re.compile("[du]")
_PIECE = re.compile("(?P<drawn>d+)|(?P<blanks> +)|[dwu]s?")


class _Kind(dict[int, str]):
    """Of each character, by its code point, a letter; ``u`` where terminals may differ. Known once it was met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kinds = (kind for kind, ranges in _KINDS if any(one[0] <= character <= one[-1] for one in ranges))
        self[code] = kind = next(kinds, "u")
        return kind


class _Cells(dict[int, str]):
    """Of each character, by its code point, its cells. Known once it was met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        width = 1 if character in "\0\1" else get_character_cell_size(character)
        self[code] = cells = character + SECOND * (width - 1) if width else _NO_CELL
        return cells


_kind, _cells = _Kind(), _Cells()


def cells_of(text: str) -> str | None:
    """``text`` with one character for each cell; None when there are some in it that have no cell of their own."""
    if text.isascii():
        return text
    cells = text.translate(_cells)
    return None if _NO_CELL in cells else cells


class Stretch(NamedTuple):
    """Cells of a row in which what is shown may stand shifted."""

    start: int
    stop: int
    """Where the cursor has to be placed anew."""
    end: int
    """Up to where the shift may reach: cells that may be covered by what should stand before ``stop``."""


@lru_cache(256)
def unsure(cells: str) -> Sequence[Stretch]:
    """Where terminals may differ on where the characters of a row stand.

    Blanks end such a stretch, when there are enough of them to take up the shift: the cursor is then placed behind
    them, and no character is lost, whichever way the terminal sees it. So do lines and blocks, which may be covered.
    What none of these end goes on to the end of the row.
    """
    stretches, at = [], 0
    kinds = cells.translate(_kind)
    while begun := _UNSURE.search(kinds, at):
        at, shift = len(cells), 0
        for piece in _PIECE.finditer(kinds, begun.start()):
            taken = len(piece[0])
            if piece["drawn"] and taken >= shift:
                at = piece.end()
                break
            if piece["blanks"] and taken >= shift:
                at = piece.start() + shift
                break
            if piece[0][0] in "du":
                # One of two cells may have one only: no blanks can take that up.
                shift += len(cells) if cells[piece.end() - 1] == SECOND else taken
        stretches.append(Stretch(begun.start(), at, at + shift))
    return stretches
