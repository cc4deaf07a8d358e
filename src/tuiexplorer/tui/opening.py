"""Opening other screens from the explorer: source, help, palette, statistics; and leaving it."""

from tuiexplorer.language import _
from tuiexplorer.model import Doubt, Entry
from tuiexplorer.tui.actions import Action, Where, actions
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.browsing import Browsing
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.outline import begin_of
from tuiexplorer.tui.page import Target
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.taking import Taking


class Opening(Taking):
    """The explorer's frame, with the ways out of it. Screens are imported when they are opened."""

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, keys)
        self.background = background
        self.browsing = Browsing(session.library, session.grouping, opened=session.opened)

    def action_show_source(self) -> None:
        """The statement in its whole source."""
        if node := self.tree_pane.selected:
            self._show_source(node.entry)

    def _show_source(self, entry: Entry, doubt: Doubt | None = None) -> None:
        from tuiexplorer.tui.source_screen import SourceScreen

        self.app.push_screen(SourceScreen(entry, self.session, doubt), self.back_from_source)

    def action_next_doubt(self) -> None:
        """The next place that was not understood, from what is selected on."""
        self._show_doubt(1)

    def action_previous_doubt(self) -> None:
        """The place before what is selected that was not understood."""
        self._show_doubt(-1)

    def _show_doubt(self, step: int) -> None:
        from tuiexplorer.tui.doubts import beyond

        node = self.tree_pane.selected
        documents = self.browsing.library.documents
        place = beyond(documents, node.entry.document, begin_of(node), step) if node else None
        if place:
            self._show_source(place.entry, place.doubt)
        else:
            self.note(_("Nothing read so far is in doubt"))

    def back_from_source(self, target: Target | None) -> None:
        """Select what was looked at last in the source, if what is searched for allows."""
        raise NotImplementedError

    def action_show_help(self) -> None:
        """Every key of where one is."""
        from tuiexplorer.tui.page_screen import HelpScreen

        self.app.push_screen(HelpScreen([*self.places(), Where.SEARCH], self.session))

    def action_show_palette(self) -> None:
        """Every command by its name."""
        from tuiexplorer.tui.palette import Palette

        offered = [one for place in (Where.EXPLORER, Where.TREE) for one in actions(place) if one.in_palette]
        self.app.push_screen(Palette(offered, self.session.keys_of), self._carry_out)

    def _carry_out(self, action: Action | None) -> None:
        if action is not None:
            target = self.tree_pane if action.place is Where.TREE else self
            self.call_later(getattr(target, f"action_{action.id}"))

    def action_show_statistics(self) -> None:
        """What there is, as pictures."""
        from tuiexplorer.tui.statistics_screen import StatisticsScreen

        self.app.push_screen(StatisticsScreen(self.session, self.background, self.browsing), self.follow)

    async def action_toggle_dark(self) -> None:
        """From dark to light colours, and back."""
        await self.app.run_action("app.next_theme")

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(return_code=0)

    async def action_redraw(self) -> None:
        """Send the whole screen again."""
        await self.app.run_action("app.redraw")

    def action_suspend_process(self) -> None:
        """Back to the shell for a while."""
        self.app.action_suspend_process()
