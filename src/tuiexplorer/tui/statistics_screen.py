"""The statistics on a screen of their own; the keywords come when they are found."""

from textual import on

from tuiexplorer.language import _
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.messages import CommonWordsFound
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.statistics import statistics_page


class StatisticsScreen(PageScreen):
    """What there is, as pictures."""

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__(_("Statistics"), session, statistics_page(session.library))
        self._background = background

    def on_mount(self) -> None:
        """Look for the keywords."""
        self._background.find_common_words(self, tuple(self.session.library.entries))

    @on(CommonWordsFound)
    def _show_words(self, message: CommonWordsFound) -> None:
        self.pane.show(statistics_page(self.session.library, message.words), anew=False)
