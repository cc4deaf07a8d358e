"""The application: what holds the screens, the colours and the process together."""

import asyncio
import time
from collections.abc import Callable

from textual import events
from textual.binding import Binding
from textual.driver import Driver

from tuiexplorer.language import _
from tuiexplorer.tui import process, themes
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.explorer import Explorer
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.threads import Threads
from tuiexplorer.tui.wire.driver import sparing
from tuiexplorer.tui.wire.shown import Shown

TWICE = 2.0
"""Seconds within which a second Ctrl-C is taken for one that means it."""


class ExplorerApp(KeysInOrder):
    """The explorer as a program."""

    CSS_PATH = "tuiexplorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "tuiexplorer"
    BINDINGS = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        # On every screen.
        Binding("ctrl+l", "redraw", show=False, id="redraw"),
        Binding("ctrl+z", "suspend_process", show=False, id="suspend_process"),
        Binding("f2", "next_theme", show=False, id="toggle_dark"),
    ]

    def __init__(
        self,
        session: Session,
        background: Background,
        *,
        theme: str | None = None,
        give_way: Callable[[], object] = lambda: None,
    ) -> None:
        """``give_way`` is for what runs beside the screen: it waits until that has nothing to do."""
        self._shown = Shown()
        chosen = themes.first_theme(theme)
        # Said at once: switched to later, the terminal's own colours would come out as black on black.
        super().__init__(ansi_color=True if chosen == themes.WITHOUT_COLOUR else None)
        self.theme = chosen
        self.animation_level = "none"
        self.session = session
        self.explorer = Explorer(session, background, self)
        self._give_way = give_way
        self._interrupted = float("-inf")

    def get_driver_class(self) -> type[Driver]:
        """One that sends down the line only what changes."""
        return sparing(super().get_driver_class(), self._shown)

    def get_default_screen(self) -> Explorer:
        """The explorer is the first screen."""
        return self.explorer

    def on_load(self) -> None:
        """Be ready for the signals that end the process before the terminal is taken; have the threads of a run."""
        process.on_ending(self._leave)
        asyncio.get_running_loop().set_default_executor(Threads(self._give_way))

    def on_mount(self) -> None:
        """Be ready for the reader's own keys, and for one who comes back from the shell."""
        self.app_resume_signal.subscribe(self, lambda _app: self.action_redraw())
        self.set_keymap({name: ",".join(keys) for name, keys in self.session.key_map.items()})

    def on_ready(self) -> None:
        """Go on reading as soon as the first frame is on the screen; the next refresh would only come in its turn."""
        self.explorer.background.go_on()

    def on_resize(self, event: events.Resize) -> None:
        """Nobody knows what a terminal shows whose size has changed."""
        self._shown.resized(*event.size)

    def _leave(self, code: int) -> None:
        self.exit(return_code=code)

    def action_interrupt(self) -> None:
        """Say how to quit; quit when pressed again at once."""
        now = time.monotonic()
        if now - self._interrupted < TWICE:
            self.exit(return_code=130)
            return
        self._interrupted = now
        self._say(_("Ctrl-C again quits; in the tree, q too"))

    def _say(self, text: str) -> None:
        """Say something on the screen that is seen; where it has no line for that, on the one behind it."""
        getattr(self.screen, "note", self.explorer.note)(text)

    def action_redraw(self) -> None:
        """Send the whole screen again: something else has written to the terminal, or may have."""
        self._shown.forget()
        self.screen.refresh()

    def action_suspend_process(self) -> None:
        """Back to the shell for a while, where there may be one."""
        if self.session.read_only:
            self._say(_("Not here: this is open for reading only"))
        else:
            super().action_suspend_process()

    def action_next_theme(self) -> None:
        """Change between dark and light."""
        self.theme = themes.LIGHT if self.current_theme.dark else themes.DARK

    def _handle_exception(self, error: Exception) -> None:
        """Any error that no one foresaw: log it whole, tell it in one line, give the terminal back."""
        super()._handle_exception(error if isinstance(error, process.UnforeseenError) else _crash(error))


def _crash(error: Exception) -> process.UnforeseenError:
    crash = process.UnforeseenError(error)
    crash.__cause__ = error
    return crash
