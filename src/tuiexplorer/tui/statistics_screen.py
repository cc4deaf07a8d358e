"""The statistics on a screen of their own; they are counted in the background."""

from textual import on

from tuiexplorer.language import _
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.messages import Counted
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.statistics import statistics_page


class StatisticsScreen(PageScreen):
    """What there is, as pictures."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(_("Statistics"), session)
        self._background = background

    def on_mount(self) -> None:
        """Have everything counted."""
        self._background.count(self, self.session.library.entries)

    @on(Counted)
    def _show_statistics(self, message: Counted) -> None:
        self.pane.show(lambda width: statistics_page(message.statistics, width), anew=False)
