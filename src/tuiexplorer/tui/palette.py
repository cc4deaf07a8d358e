"""The palette: every command by its name, in Chinese also by pinyin."""

from collections.abc import Callable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.tui.actions import Action
from tuiexplorer.tui.keys import name_of
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.line_pane import LinePane
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import Line, Run, line, spread
from tuiexplorer.tui.search_bar import SearchBar

Readings = Mapping[str, Sequence[str]]
"""The ways in which a character is read, without tones."""


def readings() -> Readings:
    """The real readings. Imported here: only a palette in use needs them."""
    from tuiexplorer.search.pinyin import readings as real

    return real()


def matches(query: str, name: str, readings: Callable[[], Readings] = readings) -> bool:
    """Whether ``name`` holds ``query``: its letters, its characters, or the beginnings of how they are read."""
    query, name = query.lower().replace(" ", ""), name.lower().replace(" ", "")
    if query in name:
        return True
    if not query.isascii() or name.isascii():
        return False
    table = readings()
    return any(_reads(query, name[start:], table) for start in range(len(name)))


def _reads(query: str, name: str, readings: Readings) -> bool:
    if not query:
        return True
    if not name:
        return False
    for sound in (name[0], *readings.get(name[0], ())):
        for length in range(len(sound), 0, -1):
            if query.startswith(sound[:length]) and _reads(query[length:], name[1:], readings):
                return True
    return False


class CommandList(LinePane):
    """The commands that match, one of them chosen."""

    def __init__(self, keys_of: Callable[[Action], tuple[str, ...]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys_of = keys_of
        self._actions: Sequence[Action] = ()
        self.can_focus = False

    @property
    def chosen(self) -> Action | None:
        """The command under the cursor."""
        return self._actions[self._cursor] if 0 <= self._cursor < len(self._actions) else None

    @property
    def is_used(self) -> bool:
        """Always: it has its keys from the line above."""
        return True

    def show(self, actions: Sequence[Action]) -> None:
        """Show these commands; the first one is chosen."""
        self._actions = actions
        self._cursor = 0 if actions else -1
        self.go_to(0)

    def step(self, lines: int) -> None:
        """Choose another command."""
        if self._actions:
            self.put_cursor(max(0, min(self._cursor + lines, len(self._actions) - 1)))

    @property
    def line_count(self) -> int:
        """See :class:`LinePane`."""
        return len(self._actions) or 1

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`."""
        if not self._actions:
            return line(" ", (_("There is no such command"), "quiet"))
        action = self._actions[y]
        keys = self._keys_of(action)
        name = (Run(" "), *line((_(action.help), "body")))
        return spread(name, line((name_of(keys[0]) if keys else "", "key"), " "), self.room)


class Palette(ModalScreen[Action | None]):
    """Type a part of a command's name, press Enter."""

    COMPONENT_CLASSES = LOOKS

    BINDINGS = [
        ("escape", "close", ""),
        ("ctrl+p", "close", ""),
        ("down", "step(1)", ""),
        ("up", "step(-1)", ""),
        ("ctrl+n", "step(1)", ""),
    ]

    search = query_one("#command", Input)
    found = query_one("#commands", CommandList)

    def __init__(self, actions: Sequence[Action], keys_of: Callable[[Action], tuple[str, ...]]) -> None:
        super().__init__()
        self._actions = actions
        self._keys_of = keys_of

    def compose(self) -> ComposeResult:
        """A line to type in, and the commands."""
        yield PaletteInput(_("A command, by name or pinyin"), id="command")
        yield CommandList(self._keys_of, id="commands")

    def on_mount(self) -> None:
        """Show every command."""
        self.found.show(self._actions)
        self.search.focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        query = self.search.value
        self.found.show([one for one in self._actions if any(matches(query, name) for name in _names(one))])

    @on(Input.Submitted)
    def _submitted(self) -> None:
        leave(self, self.found.chosen)

    def action_step(self, lines: int) -> None:
        """Choose another command."""
        self.found.step(lines)

    def action_close(self) -> None:
        """Leave without a command."""
        leave(self, None)


class PaletteInput(SearchBar, inherit_bindings=False):
    """The search bar's cursor, without its keys."""

    BINDINGS = Input.BINDINGS


def _names(action: Action) -> tuple[str, ...]:
    """What a command can be found by: its names in the language in use, and its own."""
    return _(action.help), _(action.label), action.id.replace("_", " ")
