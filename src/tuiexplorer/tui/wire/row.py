"""What a row of the terminal shows."""

from msgspec import Struct

UNKNOWN = "\x01"
"""A cell of which it is not known what it shows."""


class Row(Struct, frozen=True):
    """Two strings, which compare fast: a character for each cell, and one that stands for how it looks."""

    cells: str = ""
    looks: str = ""

    def part(self, start: int, end: int) -> "Row":
        """Some of its cells; those behind its end are unknown."""
        width = len(self.cells)
        if start == 0 and end == width:
            return self
        missing = UNKNOWN * (end - width)  # none, if that is less than zero
        return Row((self.cells + missing)[start:end], (self.looks + missing)[start:end])

    def with_part(self, start: int, new: "Row") -> "Row":
        """The same with other cells from ``start`` on."""
        if start == 0 and len(new.cells) >= len(self.cells):
            return new
        before, end = self.part(0, start), start + len(new.cells)
        return Row(before.cells + new.cells + self.cells[end:], before.looks + new.looks + self.looks[end:])

    def without(self, start: int, end: int) -> "Row":
        """The same, but that some cells, as far as there are any, are no longer known."""
        unknown = max(0, min(end, len(self.cells)) - start) * UNKNOWN
        return self.with_part(start, Row(unknown, unknown)) if unknown else self
