"""A screen of one page: help, statistics, collection, source. Escape leaves it, a link too; / searches it."""

from collections.abc import Iterable

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.events import Paste
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input

from tuiexplorer.language import N_, _
from tuiexplorer.tui.actions import Action, Where, actions, bindings, footer_actions
from tuiexplorer.tui.detail_pane import DetailPane, Typesetter
from tuiexplorer.tui.help_page import help_page
from tuiexplorer.tui.key_bar import KeyBar
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import EMPTY, Line, Page, Target, line
from tuiexplorer.tui.page_search_bar import PageSearchBar
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.searchable_pane import SearchablePane
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.title_bar import TitleBar


class PageScreen(Screen[Target | None]):
    """One page to read; its result is where a link leads that was followed, if any."""

    BINDINGS = bindings(Where.PAGE)
    COMPONENT_CLASSES = LOOKS
    PLACES: Iterable[Where] = (Where.PAGE,)

    pane = query_one("#page", SearchablePane)
    finder = query_one("#find", PageSearchBar)
    status_line = query_one("#status", LineBar)

    def __init__(
        self, heading: str, session: Session, typesetter: Typesetter = lambda _width: Page()
    ) -> None:
        super().__init__()
        self.heading = heading
        self.session = session
        self.typesetter = typesetter
        self._searched_from = 0
        """Where the page was read when its search began."""

    def compose(self) -> ComposeResult:
        """The page, a line for notes or for what is looked for, and the footer."""
        yield TitleBar(self.heading_in, self.aside_in, id="title")
        yield self.new_pane()
        yield LineBar(id="status")
        yield PageSearchBar(_("Search this page; pinyin too"), id="find")
        yield KeyBar(self.session.keys_of, id="keys")

    def heading_in(self, _width: int) -> str:
        """What the page is, in so many cells; what does not fit is left out at the end."""
        return self.heading

    def aside_in(self, _width: int) -> Line:
        """What stands beside the heading: while the page is searched, which match this is of how many."""
        if not self.pane.is_searched:
            return EMPTY
        n, total = self.pane.place
        told = f"{n}/{total}" if total else _("Nothing on this page")
        return line((told, "label" if total else "warning"))

    def new_pane(self) -> SearchablePane:
        """The pane of the page."""
        return SearchablePane(id="page")

    def on_mount(self) -> None:
        """Show the page."""
        self.show_page()
        self.pane.focus()

    def show_page(self, *, anew: bool = True) -> None:
        """Show the page; not ``anew``: from where it was read."""
        self.entitle()
        self.pane.show(self.typesetter, anew=anew)
        self.offer_keys()

    def offer_keys(self) -> None:
        """Show in the footer the keys that work now."""
        self.query_one(KeyBar).offer(self.offered())

    def offered(self) -> list[Action]:
        """The actions for the footer."""
        places = (Where.FIND,) if self.finder.display else (*self.PLACES, Where.DETAIL)
        return [self._called(one) for one in footer_actions(places, self.works)]

    def _called(self, action: Action) -> Action:
        """The action, called in the footer what it would do now."""
        if action.id == "leave" and self.pane.is_searched:
            return structs.replace(action, label=N_("clear"))
        return action

    def works(self, action: Action) -> bool:
        """Whether an action would do something on this page."""
        if action.id in ("next_match", "previous_match"):
            return self.pane.is_searched
        return action.id != "follow" or self.pane.has_links

    def entitle(self) -> None:
        """Say at the top what the page is by now."""
        self.query_one("#title", TitleBar).refresh()

    # The search of the page

    def action_find(self) -> None:
        """Ask what to look for."""
        self._searched_from = self.pane.top
        self._show_finder(shown=True)
        self.finder.action_select_all()
        self.finder.focus()

    def on_paste(self, event: Paste) -> None:
        """What is pasted is looked for."""
        self.action_find()
        self.finder.on_paste(event)

    def _show_finder(self, *, shown: bool) -> None:
        """Show the line to type in in place of the notes, or the notes again."""
        self.finder.display, self.status_line.display = shown, not shown
        self.entitle()
        self.offer_keys()

    @on(Input.Changed, "#find")
    def _look(self) -> None:
        self.pane.look_for(self.finder.value, self._searched_from)
        self.entitle()

    @on(SearchBar.Submitted, "#find")
    def _read_on(self) -> None:
        self._leave_finder()
        self.match_read()

    @on(SearchBar.Cleared)
    def _search_left(self) -> None:
        self._forget_search()
        self.pane.go_to(self._searched_from)
        self._leave_finder()

    def _leave_finder(self) -> None:
        self.pane.focus()
        self._show_finder(shown=False)

    def match_read(self) -> None:
        """The reader has gone to a match: for pages on which something follows from where one reads."""

    def _forget_search(self) -> None:
        with self.prevent(Input.Changed):
            self.finder.value = ""
        self.pane.forget()
        self.entitle()
        self.offer_keys()

    def action_next_match(self) -> None:
        """To the next match."""
        self._go_on(1)

    def action_previous_match(self) -> None:
        """To the match before."""
        self._go_on(-1)

    def _go_on(self, step: int) -> None:
        self.pane.go_on(step)
        self.entitle()
        self.match_read()

    def action_leave(self) -> None:
        """Out of the search; where there is none, back to where one came from."""
        if self.pane.is_searched:
            self._forget_search()
        else:
            self.action_close_page()

    # Other screens

    def note(self, text: str) -> None:
        """Say something below the page."""
        self.status_line.put(line((text, "label")))

    def action_close_page(self) -> None:
        """Back to where one came from."""
        leave(self, self.result_of_leaving())

    def action_show_help(self) -> None:
        """Every key of this page."""
        self.app.push_screen(HelpScreen([*self.PLACES, Where.FIND, Where.DETAIL], self.session))

    def action_show_palette(self) -> None:
        """Every command of this page by its name."""
        from tuiexplorer.tui.palette import Palette

        here = [one for place in self.PLACES for one in actions(place) if one.in_palette and self.works(one)]
        self.app.push_screen(Palette(here, self.session.keys_of), self._carry_out)

    def _carry_out(self, action: Action | None) -> None:
        if action is not None:
            name = f"action_{action.id}"
            self.call_later(getattr(self, name, None) or getattr(self.pane, name))

    def result_of_leaving(self) -> Target | None:
        """Where to go when the page is left without following a link."""
        return None

    @on(DetailPane.Followed)
    def _link_followed(self, message: DetailPane.Followed) -> None:
        leave(self, message.target)

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
