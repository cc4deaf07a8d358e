"""The groupings above the tree, each with its key, in the room that there is; a click chooses one."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from textual import events
from textual.message import Message

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import EMPTY, Line, Run, width_of

Room = tuple[str, str, str]
"""What stands around a tab, between its number and its name, and between tabs."""
FAR: Room = (" ", " ", "")
NEAR: Room = ("", " ", " ")
CLOSE: Room = ("", "", " ")


class TabBar(LineBar):
    """The tabs as a line of the screen."""

    @dataclass(repr=False, eq=False)
    class Chosen(Message):
        """The tab at this place among all was chosen with the mouse."""

        place: int

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
        return (*chain(*tabs(*self._shown, width - 1)),), EMPTY

    def on_click(self, event: events.Click) -> None:
        """Choose the tab under the mouse."""
        ends = accumulate(map(width_of, tabs(*self._shown, self.size.width - 1)), initial=1)
        place = bisect_right([*ends], event.x) - 1
        if 0 <= place < len(self._shown[0]):
            self.post_message(self.Chosen(place))


def tabs(names: Sequence[str], active: int, role: str, width: int) -> list[Line]:
    """Numbered tabs, the active one in ``role``: far apart, near, close, or only it named, as ``width`` allows."""
    for room, named in ((FAR, True), (NEAR, True), (CLOSE, True), (NEAR, False), (CLOSE, False)):
        lines = [
            _tab(place, name, role if place == active else None, room, named=named)
            for place, name in enumerate(names)
        ]
        if sum(map(width_of, lines)) <= width:
            break
    return lines


def _tab(place: int, name: str, role: str | None, room: Room, *, named: bool) -> Line:
    """One tab, and what stands between it and the one before; ``role`` is that of the active one."""
    around, within, between = room
    before = Run(between if place else "")
    if role:
        runs: Line = (before, Run(f"{around}{place + 1}{within}{name}{around}", role))
    else:
        rest = f"{within}{name}{around}" if named else ""
        runs = (before, Run(f"{around}{place + 1}", "key"), Run(rest, "quiet"))
    return tuple(run for run in runs if run.text)
