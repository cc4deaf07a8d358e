"""A terminal to look at, which sees the width of characters as it is told to."""

import re
import unicodedata
from collections.abc import Callable

import pyte
from pyte.screens import Char
from rich.cells import get_character_cell_size

WidthOf = Callable[[str], int]

NOT_KNOWN_TO_PYTE = re.compile(r"\x1b\[[?>=<][0-9;]*\$?[a-zA-Z]|\x1b\][^\a]*\a")
"""Modes, questions and the clipboard, none of which draws anything."""


def textuals(character: str) -> int:
    """Cells as Textual counts them."""
    return get_character_cell_size(character)


def ambiguous_wide(character: str) -> int:
    """Cells as a terminal counts them that is set up for East Asian fonts."""
    return 2 if unicodedata.east_asian_width(character) == "A" else get_character_cell_size(character)


class Emulator(pyte.Screen):
    """As pyte's, but that no line is wrapped, and that half a wide character does not stay when the other goes."""

    def __init__(self, width: int, height: int, width_of: WidthOf = textuals) -> None:
        super().__init__(width, height)
        self._width_of = width_of
        self._stream = pyte.Stream(self)

    def feed(self, data: str) -> None:
        """Obey what is written to the terminal."""
        self._stream.feed(NOT_KNOWN_TO_PYTE.sub("", data))

    def draw(self, data: str) -> None:
        """See pyte."""
        line = self.buffer[self.cursor.y]
        for character in data:
            width = self._width_of(character)
            if width == 0:
                before = max(self.cursor.x - 1, 0)
                line[before] = line[before]._replace(data=line[before].data + character)
                continue
            start = min(self.cursor.x, self.columns - width)
            end = start + width
            if line[start].data == "" and start:
                line[start - 1] = line[start - 1]._replace(data=" ")
            if end < self.columns and line[end].data == "":
                line[end] = line[end]._replace(data=" ")
            line[start] = self.cursor.attrs._replace(data=character)
            if width == 2:
                line[start + 1] = self.cursor.attrs._replace(data="")
            self.cursor.x = end

    @property
    def text(self) -> list[str]:
        """The lines as they are read."""
        return ["".join(cell.data for cell in self._cells(y)).rstrip() for y in range(self.lines)]

    @property
    def seen(self) -> tuple[tuple[int, int], list[list[Char]]]:
        """The cursor, and every cell with all that can be seen of it: of a blank, not the colour of the ink."""
        rows = [[_seen(cell) for cell in self._cells(y)] for y in range(self.lines)]
        return (self.cursor.x, self.cursor.y), rows

    def _cells(self, y: int) -> list[Char]:
        return [self.buffer[y][x] for x in range(self.columns)]


def _seen(cell: Char) -> Char:
    if cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse):
        return cell._replace(fg="default", bold=False, italics=False, blink=False)
    return cell
