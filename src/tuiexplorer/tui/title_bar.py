"""The line above a page: what it is, and at the right something about it."""

from collections.abc import Callable

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import Line, line, width_of


class TitleBar(LineBar):
    """A heading, and what stands beside it; both are asked for when it is drawn, in so many cells."""

    def __init__(
        self, heading_in: Callable[[int], str], aside_in: Callable[[int], Line], *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._heading_in = heading_in
        self._aside_in = aside_in

    def runs(self, width: int) -> tuple[Line, Line]:
        """See :class:`LineBar`."""
        aside = self._aside_in(width)
        room = width - len("   ") - (width_of(aside) + len("  ") if aside else 0)
        return line((f" {self._heading_in(room)} ", "tab")), aside
