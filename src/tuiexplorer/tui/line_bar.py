"""One line of the screen made of runs: the status line and the footer are such bars."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tuiexplorer.tui.looks import Looks
from tuiexplorer.tui.page import EMPTY, Line, Run, cut, spread


class LineBar(Widget):
    """Runs at the left, and at the right."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._left = self._right = EMPTY

    def put(self, left: Line, right: Line = EMPTY) -> None:
        """Show other runs; repaints only if they are others."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def runs(self, _width: int) -> tuple[Line, Line]:
        """What is shown in so many cells."""
        return self._left, self._right

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.rich_style)
        left, right = self.runs(width)
        left = (Run(" "), *left)
        right = (*right, Run(" ")) if right else EMPTY
        return drawn(self, spread(left, right, width) if right else cut(left, width))


def drawn(widget: Widget, runs: Line) -> Strip:
    """The runs as a whole line of a widget."""
    looks = Looks(widget)
    base = looks.ground
    segments = [Segment(run.text, looks.of(run.role, base)) for run in runs]
    return Strip(segments).adjust_cell_length(widget.size.width, base).simplify()
