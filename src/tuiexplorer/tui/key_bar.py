"""The footer: the keys that work here, the most wanted first, as many as there is room for."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len
from textual import events

from tuiexplorer.language import _
from tuiexplorer.tui.actions import Action
from tuiexplorer.tui.keys import name_of
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import EMPTY, Line, Run

GAP = 2
WAYS_OUT = ("leave", "leave_search")
"""Actions that are offered in however narrow a terminal: who does not know the keys would not find back."""


class KeyBar(LineBar):
    """Keys and what they do; a click on one presses it."""

    def __init__(self, keys_of: Callable[[Action], tuple[str, ...]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys_of = keys_of
        self._actions: list[Action] = []
        self._places: list[tuple[int, int, str]] = []

    def offer(self, actions: Iterable[Action]) -> None:
        """Show these actions, in this order, until the line is full."""
        wanted = list(actions)
        if wanted != self._actions:
            self._actions = wanted
            self.refresh()

    def runs(self, width: int) -> tuple[Line, Line]:
        """See :class:`LineBar`."""
        at, runs = 1, list[Run]()
        self._places = []
        offered = [(action, keys[0]) for action in self._actions if (keys := self._keys_of(action))]
        ahead = sum(_cells(*each) + GAP for each in offered if each[0].id in WAYS_OUT)
        for action, key in offered:
            size = _cells(action, key)
            ahead -= size + GAP if action.id in WAYS_OUT else 0
            if at + size + 1 + ahead > width:
                continue
            self._places.append((at, at + size, key))
            runs += [Run(name_of(key), "key"), Run(f" {_(action.label)}", "quiet"), Run(" " * GAP)]
            at += size + GAP
        return tuple(runs[:-1]), EMPTY

    def on_click(self, event: events.Click) -> None:
        """Press the key under the mouse."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)


def _cells(action: Action, key: str) -> int:
    """How many cells it takes to offer an action."""
    return cell_len(name_of(key)) + 1 + cell_len(_(action.label))
