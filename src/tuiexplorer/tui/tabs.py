"""The groupings above the tree, each with its key, in the room that there is."""

from collections.abc import Sequence

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import EMPTY, Line, Run, width_of


class TabBar(LineBar):
    """The tabs as a line of the screen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Sequence[str], int, str] = ((), 0, "")

    def show(self, names: Sequence[str], active: int, role: str) -> None:
        """Show these tabs."""
        if (names, active, role) != self._shown:
            self._shown = names, active, role
            self.refresh()

    def runs(self, width: int) -> tuple[Line, Line]:
        """See :class:`LineBar`."""
        return tabs(*self._shown, width - 1), EMPTY


def tabs(names: Sequence[str], active: int, role: str, width: int) -> Line:
    """Numbered tabs, the active one in ``role``: spaced, or close, or only it by name, as ``width`` cells allow."""
    for blank, named in ((" ", True), ("", True), ("", False)):
        line = _tabs(names, active, role, blank, named=named)
        if width_of(line) <= width:
            break
    return line


def _tabs(names: Sequence[str], active: int, role: str, blank: str, *, named: bool) -> Line:
    runs: list[Run] = []
    for place, name in enumerate(names):
        number = f"{place + 1}"
        if runs and not blank:
            runs.append(Run(" "))
        if place == active:
            runs.append(Run(f"{blank}{number}{blank}{name}{blank}", role))
        else:
            runs += [Run(f"{blank}{number}", "key"), Run(f"{blank}{name}{blank}" if named else "", "quiet")]
    return tuple(run for run in runs if run.text)
