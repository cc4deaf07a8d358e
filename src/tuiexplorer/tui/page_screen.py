"""A screen of one page: help, statistics, collection, source. Escape leaves it, a link too; ? tells its keys."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import Screen

from tuiexplorer.language import _
from tuiexplorer.tui.actions import Action, Where, bindings, footer_actions
from tuiexplorer.tui.detail_pane import DetailPane, Typesetter
from tuiexplorer.tui.help_page import help_page
from tuiexplorer.tui.key_bar import KeyBar
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.library import Key
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import Page, line
from tuiexplorer.tui.session import Session


class PageScreen(Screen[Key | None]):
    """One page to read; its result is the entry that was chosen, if any."""

    BINDINGS = bindings(Where.PAGE)
    COMPONENT_CLASSES = LOOKS
    PLACES: Iterable[Where] = (Where.PAGE,)

    pane = query_one("#page", DetailPane)
    status_line = query_one("#status", LineBar)

    def __init__(
        self, heading: str, session: Session, typesetter: Typesetter = lambda _width: Page()
    ) -> None:
        super().__init__()
        self.heading = heading
        self.session = session
        self.typesetter = typesetter

    def compose(self) -> ComposeResult:
        """The page, a line for notes, and the footer."""
        yield LineBar(id="title")
        yield DetailPane(id="page")
        yield LineBar(id="status")
        yield KeyBar(self.session.keys_of, id="keys")

    def on_mount(self) -> None:
        """Show the page."""
        self.show_page()
        self.pane.focus()

    def show_page(self, *, anew: bool = True) -> None:
        """Show the page; not ``anew``: from where it was read."""
        self.query_one("#title", LineBar).put(line((f" {self.heading} ", "tab")))
        self.pane.show(self.typesetter, anew=anew)
        self.query_one(KeyBar).offer(self.offered())

    def offered(self) -> list[Action]:
        """The actions for the footer."""
        return footer_actions((*self.PLACES, Where.DETAIL), self.works)

    def works(self, action: Action) -> bool:
        """Whether an action would do something on this page."""
        return action.id != "follow" or self.pane.has_links

    def note(self, text: str) -> None:
        """Say something below the page."""
        self.status_line.put(line((text, "label")))

    def action_close_page(self) -> None:
        """Back to where one came from."""
        leave(self, self.result_of_leaving())

    def action_show_help(self) -> None:
        """Every key of this page."""
        self.app.push_screen(HelpScreen([*self.PLACES, Where.DETAIL], self.session))

    def result_of_leaving(self) -> Key | None:
        """The entry to select when the page is left without choosing one."""
        return None

    @on(DetailPane.Followed)
    def _chosen(self, message: DetailPane.Followed) -> None:
        leave(self, message.key)

    @on(DetailPane.Left)
    def _left(self) -> None:
        self.action_close_page()


class HelpScreen(PageScreen):
    """Every key of some places."""

    def __init__(self, places: Iterable[Where], session: Session) -> None:
        super().__init__(_("Keys"), session, help_page(places, session.keys_of))

    def action_show_help(self) -> None:
        """Back: the key that opens it closes it."""
        self.action_close_page()

    def works(self, action: Action) -> bool:
        """See :class:`PageScreen`."""
        return action.id != "show_help" and super().works(action)
