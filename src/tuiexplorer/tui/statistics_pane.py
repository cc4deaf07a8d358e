"""The page of statistics: each bar, and each cell of the heat map, leads to the statements that it counts."""

from rich.cells import cell_len
from textual.message import Message

from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.detail_pane import PAD
from tuiexplorer.tui.page import Cell, Line, Run, Target
from tuiexplorer.tui.searchable_pane import SearchablePane

CHOSEN = "▸"
"""Stands before the cell that Enter leads to: it is told apart without colours."""


class StatisticsPane(SearchablePane):
    """A page on whose lines with several cells one of them is chosen."""

    BINDINGS = bindings(Where.STATISTICS)

    class Moved(Message):
        """The cursor is on another line, where other keys may work."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._x = 0
        """Near where on the line the chosen cell is: it stays there as one goes from line to line."""

    @property
    def link(self) -> Target | None:
        """See :class:`DetailPane`."""
        cell = self._cell()
        return cell.target if cell else super().link

    @property
    def has_cells(self) -> bool:
        """Whether there are several links on the cursor's line."""
        return bool(self._cells())

    def _cells(self) -> tuple[Cell, ...]:
        """Those of the cursor's line."""
        return self._page.cells.get(self._cursor, ())

    def _cell(self) -> Cell | None:
        return min(self._cells(), key=lambda cell: abs(cell.start - self._x), default=None)

    def put_cursor(self, y: int) -> None:
        """See :class:`LinePane`."""
        super().put_cursor(y)
        self.post_message(self.Moved())

    def to_first_link(self) -> None:
        """Begin where something can be followed at once."""
        if self._cursor < 0 and self._page.links:
            self.put_cursor(min(self._page.links))

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`; with the chosen cell marked."""
        runs = super().line_at(y)
        cell = self._cell() if y == self._cursor else None
        if cell is None:
            return runs
        marked, at = list[Run](), -PAD
        for run in runs:
            if at == cell.start:
                marked.append(Run(CHOSEN, "match"))
            else:
                marked.append(Run(run.text, "match") if cell.start < at < cell.end else run)
            at += cell_len(run.text)
        return tuple(marked)

    def action_next_cell(self) -> None:
        """To the next cell of the line; where it has but one link, follow that."""
        if self._cells():
            self._go_beside(1)
        else:
            self.action_follow()

    def action_previous_cell(self) -> None:
        """To the cell before; where there are no cells, back."""
        if self._cells():
            self._go_beside(-1)
        else:
            self.action_close()

    def _go_beside(self, step: int) -> None:
        cells, cell = self._cells(), self._cell()
        place = cells.index(cell) + step if cell else 0
        self._x = cells[max(0, min(place, len(cells) - 1))].start
        self.draw()

    def target_at(self, y: int, x: int) -> Target | None:
        """See :class:`DetailPane`."""
        if y in self._page.cells:
            return next((cell.target for cell in self._page.cells[y] if cell.start <= x < cell.end), None)
        return super().target_at(y, x)
