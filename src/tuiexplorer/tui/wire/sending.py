"""What is sent for a paint: the cells that differ, with as few moves of the cursor and changes of style as it takes."""

import re
from collections.abc import Iterable, Iterator, MutableMapping

from tuiexplorer.tui.wire.cells import SECOND, unsure
from tuiexplorer.tui.wire.pen import PLAIN, change, on_blanks, style_of
from tuiexplorer.tui.wire.row import Row

_DIFFER = re.compile(rb"[^\x00]+(?:\x00{1,3}[^\x00]+)*")
"""Cells that differ. To send a few between them again takes no more than to move the cursor past them."""
_ALIKE = re.compile(r"(.)\1*", re.DOTALL)


class Sending:
    """Finds what has to be sent, and keeps what the terminal then shows."""

    def __init__(self, rows: MutableMapping[int, Row]) -> None:
        self._rows = rows
        self._pieces: list[str] = []
        self._pen = PLAIN
        self._at: tuple[int, int] | None = None
        """Where the cursor is, if every terminal sees it there."""

    def paint(self, y: int, x: int, new: Row) -> None:
        """Have ``new`` shown from column ``x`` of row ``y`` on."""
        width = len(new.cells)
        row = self._rows.get(y, Row())
        old = row.part(x, x + width)
        if old == new:
            return
        stands = unsure(new.cells)
        stood = ((each.start - x, each.stop - x) for each in unsure(row.cells))
        shifted = [*stood, *((each.start, each.end) for each in stands)]
        differ = _differences(old, new, shifted)
        stops = {each.stop for each in stands}
        for start, end in _ranges(differ, new.cells):
            self._put(y, x, new, start, end, stops)
        # Where a stretch that may stand shifted was sent, what it reaches beyond the painted cells is no longer known.
        sent = [(0, width), *(each for each in shifted if any(differ[max(each[0], 0) : max(each[1], 0)]))]
        first, last = min(start for start, _end in sent), max(end for _start, end in sent)
        self._rows[y] = row.with_part(x, new).without(x + first, x).without(x + width, x + last)

    def pass_on(self, y: int, x: int, painted: str) -> None:
        """Send as it is what is not known to take so many cells."""
        self._rows.pop(y, None)
        self._draw_with(PLAIN)
        self._pieces += [_place(y, x), painted]
        self._at = None

    def finished(self, y: int, x: int, *, moves: bool) -> str:
        """All that has to be sent; the cursor is left at ``x``, ``y``. It ``moves`` even if there is nothing else."""
        if self._pieces or moves:
            self._draw_with(PLAIN)
            if self._at != (y, x):
                self._pieces.append(_place(y, x))
        return "".join(self._pieces)

    def _put(self, y: int, x: int, new: Row, start: int, end: int, stops: set[int]) -> None:
        """Send the cells of ``new`` from ``start`` to ``end``, placing the cursor anew where a shift is to end."""
        for stop in sorted({end, *(each for each in stops if start < each < end)}):
            self._move_to(y, x + start)
            self._write(new.part(start, stop))
            self._at = None if stop in stops else (y, x + stop)
            start = stop

    def _move_to(self, y: int, x: int) -> None:
        if self._at == (y, x):
            return
        if self._at and self._at[0] == y and x > self._at[1]:
            ahead = x - self._at[1]
            self._pieces.append(f"\x1b[{ahead}C" if ahead > 1 else "\x1b[C")
        else:
            self._pieces.append(_place(y, x))

    def _write(self, part: Row) -> None:
        for alike in _ALIKE.finditer(part.looks):
            text = part.cells[alike.start() : alike.end()].replace(SECOND, "")
            style = style_of(alike[1])
            if text.strip(" ") or on_blanks(style) != on_blanks(self._pen):
                self._draw_with(style)
            self._pieces.append(text)

    def _draw_with(self, style: str) -> None:
        if style != self._pen:
            self._pieces.append(change(self._pen, style))
            self._pen = style


def _place(y: int, x: int) -> str:
    """The sequence that places the cursor."""
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"


def _differences(old: Row, new: Row, shifted: Iterable[tuple[int, int]]) -> bytes:
    """A byte for each cell, zero where it is as it was. What may stand shifted is sent as a whole or not at all."""
    differ = bytearray(_differing(old.cells, new.cells, old.looks, new.looks))
    width = len(differ)
    for start, end in _merged((max(start, 0), min(end, width)) for start, end in shifted if end > 0):
        if any(differ[start:end]):
            differ[start:end] = b"\x01" * (end - start)
    return bytes(differ)


def _differing(old: str, new: str, *others: str) -> bytes:
    """A byte for each character, zero where the two texts are alike, and so are the pairs that follow.

    Done with numbers as long as the text, which is ten times as fast as one character after the other.
    """
    width, found = len(new), 0
    for one, other in zip((old, *others[::2]), (new, *others[1::2]), strict=True):
        bits = _number(one) ^ _number(other)
        coded = bits.to_bytes(4 * width, "little")
        for part in range(3):  # the fourth byte of a code point is always zero
            found |= int.from_bytes(coded[part::4], "little")
    return found.to_bytes(width, "little")


def _number(text: str) -> int:
    return int.from_bytes(text.encode("utf-32-le", "surrogatepass"), "little")


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those that overlap as one."""
    start = end = 0
    for first, last in sorted(spans):
        if first >= end:
            yield start, end
            start = first
        end = max(end, last)
    yield start, end


def _ranges(differ: bytes, cells: str) -> Iterator[tuple[int, int]]:
    """From where to where cells are to be sent, no wide character cut in two."""
    for found in _DIFFER.finditer(differ):
        start, end = found.span()
        while cells[start] == SECOND:
            start -= 1
        while cells[end : end + 1] == SECOND:
            end += 1
        yield start, end
