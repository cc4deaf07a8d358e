"""The frame of the explorer: its panes, how they share the room, and the lines around them."""

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import DescendantFocus, Paste
from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from tuiexplorer.language import N_, _
from tuiexplorer.tui.actions import Action, Where, footer_actions
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.key_bar import KeyBar
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.outline_pane import OutlinePane
from tuiexplorer.tui.page import Line, line
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.status_line import StatusLine
from tuiexplorer.tui.tabs import TabBar
from tuiexplorer.tui.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmall

NOTE_LASTS = 6.0
"""Seconds for which a note stands in the status line."""
STACKED_BELOW = 60
"""Columns under which the panes stand one above the other."""
SINGLE_BELOW = 16
"""Rows under which there is no room for two panes one above the other."""
_TREE = N_("tree")
"""What Esc does while the detail has the whole screen, whatever is searched for."""
_OF_SELECTED = frozenset(("select", "next_hit", "copy_quote", "show_source", "mark"))
"""Actions on what is selected, or from there."""
SPLITS = (25, 30, 35, 40, 45, 50, 55, 60, 65, 70)
"""The shares of the room, in percent, that the tree can have."""


class Frame(Screen[None]):
    """Search bar, tree, detail, status line and footer, without what they show."""

    COMPONENT_CLASSES = LOOKS
    AUTO_FOCUS = "#tree"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (LEAST_COLUMNS, "-narrow"), (STACKED_BELOW, "-normal")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (LEAST_ROWS, "-tall")]

    # As the framework has it, but the widgets alone draw themselves again when the focus moves, not all of the screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    search: SearchBar
    tree_pane: OutlinePane
    detail: DetailPane
    left_side: Container
    right_side: Container
    tree_title: TabBar
    detail_title: LineBar
    status_line: StatusLine
    key_bar: KeyBar

    def __init__(self, session: Session, keys: KeysInOrder) -> None:
        # As on most terminals, so that the styles are not worked out, and all painted, a second time.
        super().__init__(classes="-normal -tall")
        self.session = session
        self.keys = keys
        self._zoomed = False
        self._arranged = (True, True, 45, 100)  # as in the style sheet
        self._note = ""
        self._note_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self.search = SearchBar(
            _("Search: name, agency, theme, words; pinyin too"),
            _("Search: name, agency, words, pinyin"),
            _("Search"),
            past=self.session.queries,
            id="search",
        )
        self.tree_pane = OutlinePane(self.session.collection.__contains__, id="tree")
        self.detail = DetailPane(id="detail")
        self.status_line = StatusLine(id="status")
        self.key_bar = KeyBar(self.session.keys_of, id="keys")
        yield self.search
        self.tree_title, self.detail_title = TabBar(id="tree-title"), LineBar(id="detail-title")
        self.left_side, self.right_side = Container(id="left"), Container(id="right")
        with Container(id="panes"):
            with self.left_side:
                yield self.tree_title
                yield self.tree_pane
            with self.right_side:
                yield self.detail_title
                yield self.detail
        yield self.status_line
        yield self.key_bar
        yield TooSmall(id="too-small")

    # Panes

    def action_search(self) -> None:
        """To the search bar."""
        self._unzoom()
        self.search.action_select_all()  # so that typing asks anew, and an arrow key goes on with the old query
        self.search.focus()

    def action_next_pane(self) -> None:
        """From search to tree to detail and round."""
        self._to_pane(1)

    def action_previous_pane(self) -> None:
        """The other way round."""
        self._to_pane(-1)

    def _to_pane(self, step: int) -> None:
        """To the pane beside the one that is used, also where there is room for one of them only."""
        panes: tuple[Widget, ...] = (self.search, self.tree_pane, self.detail)
        place = panes.index(self.focused) if self.focused in panes else 0
        self._unzoom()
        panes[(place + step) % len(panes)].focus()

    def on_paste(self, event: Paste) -> None:
        """What is pasted outside of the search bar is looked for, too."""
        self.action_search()
        self.search.on_paste(event)

    def action_zoom(self) -> None:
        """The detail alone on the screen, or all panes again."""
        if not self._unzoom():
            self._zoomed = True
            self.share_room()
            self.detail.focus()

    def _unzoom(self) -> bool:
        """All panes again; whether they were not."""
        was, self._zoomed = self._zoomed, False
        if was:
            self.share_room()
            self.tree_pane.focus()
        return was

    def action_wider(self) -> None:
        """More room for the tree."""
        self._split(1)

    def action_narrower(self) -> None:
        """Less room for the tree."""
        self._split(-1)

    def _split(self, step: int) -> None:
        at = min(range(len(SPLITS)), key=lambda place: abs(SPLITS[place] - self.session.split))
        self.session.split = SPLITS[max(0, min(len(SPLITS) - 1, at + step))]
        self.share_room()

    def share_room(self) -> None:
        """Give the tree its share: of the width, or of the height where the panes are stacked.

        Too low for two panes, one above the other, the one that is used has all the room.
        """
        width, height = self.app.size
        stacked = width < STACKED_BELOW
        single = self._zoomed or (stacked and height < SINGLE_BELOW)
        reading = self._zoomed or self.focused is self.detail
        share = self.session.split
        wanted = (
            not (single and reading),
            not single or reading,
            100 if stacked or single else share,
            share if stacked and not single else 100,
        )
        if wanted == self._arranged:
            return  # what is set again is laid out again, and all of it sent
        self._arranged = wanted
        self.left_side.display, self.right_side.display = wanted[:2]
        self.right_side.set_class(not wanted[0], "-alone")
        self.left_side.styles.width, self.left_side.styles.height = f"{wanted[2]}%", f"{wanted[3]}%"

    def on_resize(self) -> None:
        """The share may be of another side now."""
        self.share_room()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        if self.focused is not self.detail:
            self._zoomed = False  # the keys go to a pane that would not be seen
        self.share_room()
        self.title_panes()
        self.offer_keys()

    # The lines around the panes

    def offer_keys(self) -> None:
        """Show in the footer the keys that work where the focus is."""
        offered = footer_actions(self.places(), self.works)
        self.key_bar.offer(self._called(one) for one in offered)

    def _called(self, action: Action) -> Action:
        """The action, called in the footer what it would do now."""
        return structs.replace(action, label=_TREE) if action.id == "leave" and self._zoomed else action

    def works(self, action: Action) -> bool:
        """Whether an action would do something now; the footer leaves out those that would not."""
        if action.id == "older":
            return bool(self.session.queries)
        if action.id == "follow":
            return self.detail.has_links
        if action.id in _OF_SELECTED:
            return self.tree_pane.selected is not None
        return action.id != "leave" or self._zoomed or bool(self.search.value)

    def places(self) -> tuple[Where, ...]:
        """Whose actions work where the focus is, nearest first."""
        if self.focused is self.search:
            return (Where.SEARCH,)
        return (Where.DETAIL if self.focused is self.detail else Where.TREE, Where.EXPLORER)

    def title_panes(self) -> None:
        """Show the groupings above the tree, each with its key, and above the detail what it shows."""
        active = [*Grouping].index(self.session.grouping)
        names = [_("Themes"), _("Agencies"), _("People"), _("Docs")]
        role = "tab" if self.focused is self.tree_pane else "tab-idle"
        self.tree_title.show(names, active, role)
        role = "tab" if self.focused is self.detail else "title"
        self.detail_title.put(line((f" {self.detail_name()} ", role)))

    def detail_name(self) -> str:
        """What the detail shows, in a word or two."""
        raise NotImplementedError

    def note(self, text: str) -> None:
        """Say something in the status line, for a while."""
        self._note = text
        if self._note_timer:
            self._note_timer.stop()
        self._note_timer = self.set_timer(NOTE_LASTS, self.forget_note)
        self.update_status()

    def forget_note(self) -> None:
        """Say again what there is and what is found."""
        self._note = ""
        self.update_status()

    def update_status(self) -> None:
        """Bring the status line up to date."""
        left, right = self.status()
        self.status_line.put(line((self._note, "label")) if self._note else left, right)
        self.offer_keys()

    def status(self) -> tuple[Line, Line]:
        """What the status line says, at the left and at the right."""
        raise NotImplementedError
