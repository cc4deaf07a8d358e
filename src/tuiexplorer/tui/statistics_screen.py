"""The statistics on a screen of their own; they are counted in the background."""

from textual import on
from textual.getters import query_one

from tuiexplorer.language import _, ngettext
from tuiexplorer.tui.actions import Action, Where
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.browsing import Browsing
from tuiexplorer.tui.messages import Counted
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.statistics import statistics_page
from tuiexplorer.tui.statistics_pane import StatisticsPane
from tuiexplorer.tui.tally import Tally

TOLD_AFTER = 0.3
"""Seconds after which it is said that they are counted: a line that is gone at once would only flicker."""


class StatisticsScreen(PageScreen):
    """What there is, as pictures."""

    PLACES = (Where.STATISTICS, Where.PAGE)

    pane = query_one("#page", StatisticsPane)

    def __init__(self, session: Session, background: Background, browsing: Browsing) -> None:
        entries, found = browsing.entries, browsing.found
        said = ngettext("{n} statement", "{n} statements", n := Tally.of(entries).statements).format(n=n)
        name = _("Statistics")
        heading = f"{name} · {said}"
        if browsing.chosen:
            heading += f" · {browsing.chosen.name}"
        if found:
            heading += _(", found by “{query}”").format(query=found.query)
        super().__init__(heading, session)
        self._background = background
        self._entries = entries

    def new_pane(self) -> StatisticsPane:
        """See :class:`PageScreen`."""
        return StatisticsPane(id="page")

    def on_mount(self) -> None:
        """Have what is found counted, or without a search everything."""
        super().on_mount()
        self._counting = self.set_timer(TOLD_AFTER, lambda: self.note(_("Counting …")))
        self._background.count(self, self._entries)

    @on(Counted)
    def _show_statistics(self, message: Counted) -> None:
        self._counting.stop()
        self.note("")
        self.pane.show(lambda width: statistics_page(message.statistics, width), anew=False)
        self.call_after_refresh(self.pane.to_first_link)

    @on(StatisticsPane.Moved)
    def _moved(self) -> None:
        self.offer_keys()

    def works(self, action: Action) -> bool:
        """See :class:`PageScreen`."""
        if action.id == "next_cell":
            return self.pane.has_cells
        return super().works(action) and (action.id != "follow" or self.pane.link is not None)
