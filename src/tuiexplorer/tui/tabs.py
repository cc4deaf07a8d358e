"""The groupings above the tree, each with its key, in the room that there is."""

from collections.abc import Sequence

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import EMPTY, Line, Run, width_of

Room = tuple[str, str, str]
"""What stands around a tab, between its number and its name, and between tabs."""
FAR: Room = (" ", " ", "")
NEAR: Room = ("", " ", " ")
CLOSE: Room = ("", "", " ")


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
    """Numbered tabs, the active one in ``role``: far apart, near, close, or only it named, as ``width`` allows."""
    for room, named in ((FAR, True), (NEAR, True), (CLOSE, True), (CLOSE, False)):
        line = _tabs(names, active, role, room, named=named)
        if width_of(line) <= width:
            break
    return line


def _tabs(names: Sequence[str], active: int, role: str, room: Room, *, named: bool) -> Line:
    around, within, between = room
    runs: list[Run] = []
    for place, name in enumerate(names):
        if runs:
            runs.append(Run(between))
        if place == active:
            runs.append(Run(f"{around}{place + 1}{within}{name}{around}", role))
        else:
            rest = f"{within}{name}{around}" if named else ""
            runs += [Run(f"{around}{place + 1}", "key"), Run(rest, "quiet")]
    return tuple(run for run in runs if run.text)
