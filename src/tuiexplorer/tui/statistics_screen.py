"""The statistics on a screen of their own; they are counted in the background."""

from textual import on

from tuiexplorer.language import _, ngettext
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.browsing import Found
from tuiexplorer.tui.messages import Counted
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.statistics import statistics_page
from tuiexplorer.tui.tally import Tally


class StatisticsScreen(PageScreen):
    """What there is, as pictures."""

    def __init__(self, session: Session, background: Background, found: Found | None) -> None:
        entries = found.trees.entries if found else session.library.entries
        said = ngettext("{n} statement", "{n} statements", n := Tally.of(entries).statements).format(n=n)
        name = _("Statistics")
        heading = f"{name} · {said}"
        if found:
            heading += _(", found by “{query}”").format(query=found.query)
        super().__init__(heading, session)
        self._background = background
        self._entries = entries

    def on_mount(self) -> None:
        """Have what is found counted, or without a search everything."""
        super().on_mount()
        self._background.count(self, self._entries)

    @on(Counted)
    def _show_statistics(self, message: Counted) -> None:
        self.pane.show(lambda width: statistics_page(message.statistics, width), anew=False)
