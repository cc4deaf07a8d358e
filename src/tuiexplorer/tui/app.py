"""The application: what holds the screens, the colours and the process together."""

from textual.app import App

from tuiexplorer.tui.background import Background
from tuiexplorer.tui.explorer import Explorer
from tuiexplorer.tui.session import Session


class ExplorerApp(App[int]):
    """The explorer as a program."""

    CSS_PATH = "tuiexplorer.tcss"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "tuiexplorer"

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__()
        self.session = session
        self.background = background
        self.animation_level = "none"

    def get_default_screen(self) -> Explorer:
        """The explorer is the first screen."""
        return Explorer(self.session, self.background)
