"""The line above a page: what it is, and which match this is while the page is searched."""

from collections.abc import Callable

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import Line, line, width_of


class TitleBar(LineBar):
    """A heading that is asked for in so many cells, and what is put at the right."""

    def __init__(self, heading_in: Callable[[int], str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading_in = heading_in

    def runs(self, width: int) -> tuple[Line, Line]:
        """See :class:`LineBar`."""
        _heading, right = super().runs(width)
        room = width - len("   ") - (width_of(right) + len("  ") if right else 0)
        return line((f" {self._heading_in(room)} ", "tab")), right
