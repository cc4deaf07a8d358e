"""The frame of the explorer: its panes, how they share the room, and the lines around them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.timer import Timer

from tuiexplorer.language import _
from tuiexplorer.tui.actions import Place, bindings, footer_actions
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.key_bar import KeyBar
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.outline import Grouping
from tuiexplorer.tui.outline_pane import OutlinePane
from tuiexplorer.tui.page import Line, line
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.session import Session

NOTE_LASTS = 6.0
"""Seconds for which a note stands in the status line."""
SPLITS = (25, 30, 35, 40, 45, 50, 55, 60, 65, 70)
"""The shares of the room, in percent, that the tree can have."""


class Frame(Screen[None]):
    """Search bar, tree, detail, status line and footer, without what they show."""

    BINDINGS = bindings(Place.EXPLORER)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (60, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (6, "-short"), (16, "-tall")]

    search: SearchBar
    tree_pane: OutlinePane
    detail: DetailPane
    status_line: LineBar
    key_bar: KeyBar

    def __init__(self, session: Session, keys: KeysInOrder) -> None:
        super().__init__()
        self.session = session
        self.keys = keys
        self._note = ""
        self._note_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self.search = SearchBar(_("Search: name, agency, theme, words; pinyin too"), id="search")
        self.tree_pane = OutlinePane(self.session.collection.__contains__, id="tree")
        self.detail = DetailPane(id="detail")
        self.status_line = LineBar(id="status")
        self.key_bar = KeyBar(self.session.keys_of, id="keys")
        yield self.search
        yield Container(self.tree_pane, self.detail, id="panes")
        yield self.status_line
        yield self.key_bar
        too_small = LineBar(id="too-small")
        too_small.put(line((_("too small"), "warning")))
        yield too_small

    def on_mount(self) -> None:
        """Arrange the panes as they were left."""
        self._arrange()
        self.tree_pane.focus()

    # Panes

    def action_search(self) -> None:
        """To the search bar."""
        self._unzoom()
        self.search.focus()

    def action_next_pane(self) -> None:
        """From search to tree to detail and round."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """The other way round."""
        self.focus_previous()

    def action_zoom(self) -> None:
        """The detail alone on the screen, or all panes again."""
        if not self._unzoom():
            self.add_class("-zoomed")
            self.detail.focus()

    def _unzoom(self) -> bool:
        """All panes again; whether they were not."""
        was = self.has_class("-zoomed")
        if was:
            self.remove_class("-zoomed")
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
        self._arrange()

    def _arrange(self) -> None:
        """Give the tree its share: of the width, or of the height where the panes are stacked."""
        stacked = self.app.size.width < 60
        share = f"{self.session.split}%"
        self.tree_pane.styles.width = "100%" if stacked else share
        self.tree_pane.styles.height = share if stacked and self.app.size.height >= 16 else "1fr"

    def on_resize(self) -> None:
        """The share may be of another side now."""
        self._arrange()

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        self.set_class(self.focused is self.detail, "-reading")
        self.offer_keys()

    # The lines around the panes

    def offer_keys(self) -> None:
        """Show in the footer the keys that work where the focus is."""
        self.key_bar.offer(footer_actions(self.places()))

    def places(self) -> tuple[Place, ...]:
        """Whose actions work where the focus is, nearest first."""
        if self.focused is self.search:
            return (Place.SEARCH,)
        return (Place.DETAIL if self.focused is self.detail else Place.TREE, Place.EXPLORER)

    def title_groupings(self, active: Grouping) -> None:
        """Show the groupings, each with its key, on the tree's edge."""
        names = [_("Themes"), _("Agencies"), _("Speakers"), _("Documents")]
        parts: list[tuple[str, str]] = []
        for number, (grouping, name) in enumerate(zip(Grouping, names, strict=True), 1):
            parts += [(f"{number} {name}", "bold reverse" if grouping is active else ""), (" ", "")]
        self.tree_pane.border_title = Content.assemble(*parts[:-1])

    def note(self, text: str) -> None:
        """Say something in the status line, for a while."""
        self._note = text
        if self._note_timer:
            self._note_timer.stop()
        self._note_timer = self.set_timer(NOTE_LASTS, self._forget_note)
        self.update_status()

    def _forget_note(self) -> None:
        self._note = ""
        self.update_status()

    def update_status(self) -> None:
        """Bring the status line up to date."""
        left, right = self.status()
        self.status_line.put(line((self._note, "label")) if self._note else left, right)

    def status(self) -> tuple[Line, Line]:
        """What the status line says, at the left and at the right."""
        raise NotImplementedError
