"""What Textual writes to paint the screen, taken apart into runs of cells.

It places the cursor, and from there on writes text: plain, or between a style and its end.
"""

import re
from functools import lru_cache

from msgspec import Struct

from tuiexplorer.tui.wire.cells import cells_of
from tuiexplorer.tui.wire.pen import PLAIN, look_of, on_blanks
from tuiexplorer.tui.wire.row import Row

_TEXT = r"[^\x00-\x1f\x7f-\x9f]"
_RUN = re.compile(rf"\x1b\[(\d+);(\d+)H((?:{_TEXT}+|\x1b\[[\d;]+m{_TEXT}*\x1b\[0?m)*)\n?")
"""Behind a line feed no text follows before the cursor is placed again."""
_PIECE = re.compile(r"\x1b\[([\d;]+)m([^\x1b]*)\x1b\[0?m|([^\x1b]+)")
_INK = re.compile("[^ ]")


class Run(Struct, frozen=True):
    """What is painted in one go: where, how it came, and its cells; None where nobody knows how many they are."""

    y: int
    x: int
    body: str
    row: Row | None


def runs_of(data: str) -> list[Run] | None:
    """The runs that ``data`` paints, last an empty one where the cursor is left; None: it does not paint."""
    runs, end = [], 0
    for found in _RUN.finditer(data):
        if found.start() != end:
            return None
        row, column, body = found.groups()
        runs.append(Run(int(row) - 1, int(column) - 1, body, _row(body)))
        end = found.end()
    return runs if end == len(data) and runs and not runs[-1].body else None


@lru_cache(256)
def _row(body: str) -> Row | None:
    pieces = [_piece(style or PLAIN, text or plain) for style, text, plain in _PIECE.findall(body)]
    known = [piece for piece in pieces if piece is not None]
    if len(known) < len(pieces):
        return None
    return Row("".join(piece.cells for piece in known), "".join(piece.looks for piece in known))


@lru_cache(2048)
def _piece(style: str, text: str) -> Row | None:
    """Text of one style. A blank has only what is seen of it: not the colour of an ink that is not there."""
    cells = cells_of(text)
    if cells is None:
        return None
    ink, blank = look_of(style), look_of(on_blanks(style))
    return Row(cells, _INK.sub(ink, cells).replace(" ", blank))
