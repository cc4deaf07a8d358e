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
    "\u3000-\u3029\u3030-\u303e\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufa6d"
    "\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
)
"""Two cells everywhere: ideographs, kana, hangul, and the punctuation that goes with them."""
_NARROW = " -~▸▾✓"
"""One cell everywhere: ASCII, and those of the program's own signs that no East Asian character set had."""

_DRAWN = "─-▟"
"""Lines and blocks of which frames, rules and scroll bars are made."""

# To compile a set of so many ranges takes milliseconds of the start: there is one of them.
_UNSURE = re.compile(f"[^\\x00\\x01{_NARROW}{_WIDE}]")
_NOT_NARROW = re.compile(f"[^\\x00\\x01{_NARROW}]")
_PIECE = re.compile(rf"(?P<drawn>[{_DRAWN}]+)|(?P<blanks> +)|{_NOT_NARROW.pattern}{SECOND}?")


def cells_of(text: str) -> str | None:
    """``text`` with one character for each cell; None when there are some in it that have no cell of their own."""
    if text.isascii():
        return text
    if not _UNSURE.search(text):
        return _NOT_NARROW.sub(rf"\g<0>{SECOND}", text)
    cells = []
    for character in text:
        width = get_character_cell_size(character)
        if not width:
            return None
        cells.append(character + SECOND * (width - 1))
    return "".join(cells)


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
    while begun := _UNSURE.search(cells, at):
        at, shift = len(cells), 0
        for piece in _PIECE.finditer(cells, begun.start()):
            taken = len(piece[0])
            if piece["drawn"] and taken >= shift:
                at = piece.end()
                break
            if piece["blanks"] and taken >= shift:
                at = piece.start() + shift
                break
            if _UNSURE.match(piece[0]):
                # One of two cells may have one only: no blanks can take that up.
                shift += len(cells) if piece[0][-1] == SECOND else taken
        stretches.append(Stretch(begun.start(), at, at + shift))
    return stretches
