"""The explorer: search bar, tree, detail, status line and footer, and how they act together."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus
from textual.getters import query_one
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.model import Statement
from tuiexplorer.output import quote, visible
from tuiexplorer.tui import clipboard, insight, outline, status
from tuiexplorer.tui.actions import Place, bindings, footer_actions
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.browsing import Browsing, Found, first_statement
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.key_bar import KeyBar
from tuiexplorer.tui.library import Key, key_of, text_of
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.messages import GroupKeywordsFound, KeywordsFound, Read, SearchDone
from tuiexplorer.tui.outline import Grouping, Node, NodeId
from tuiexplorer.tui.outline_pane import OutlinePane
from tuiexplorer.tui.overview import GroupView, overview
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.typeset import Section, View, typeset

SEARCH_DELAY = 0.03
"""Seconds without a key before a search starts: a phrase from an input method comes as a burst of keys."""
INSIGHT_DELAY = 0.12
"""Seconds that a selection must last before its keywords are looked for."""
NOTE_LASTS = 6.0
SPLITS = (25, 30, 35, 40, 45, 50, 55, 60, 65, 70)
"""The shares of the width, in percent, that the tree can have."""


class Explorer(Screen[None]):
    """The main screen."""

    BINDINGS = bindings(Place.EXPLORER)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]

    search = query_one("#search", SearchBar)
    tree_pane = query_one("#tree", OutlinePane)
    detail = query_one("#detail", DetailPane)
    status_line = query_one("#status", LineBar)
    key_bar = query_one("#keys", KeyBar)

    def __init__(self, session: Session, background: Background) -> None:
        super().__init__()
        self.session = session
        self.background = background
        self.browsing = Browsing(library=session.library, grouping=session.grouping)
        self._history: list[tuple[str, NodeId]] = []
        self._keywords: dict[Key, tuple[tuple[str, ...], tuple[Section, ...]]] = {}
        self._group_keywords: dict[NodeId, tuple[tuple[str, int], ...]] = {}
        self._search_timer: Timer | None = None
        self._insight_timer: Timer | None = None
        self._note_timer: Timer | None = None
        self._note = ""
        self._shown: NodeId | None = None
        self._pending: NodeId | None = None
        self._progress = status.Progress()

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        yield SearchBar(_("Search: name, agency, theme, words; pinyin too"), id="search")
        with Container(id="panes"):
            yield OutlinePane(self.session.collection.__contains__, id="tree")
            yield DetailPane(id="detail")
        yield LineBar(id="status")
        yield KeyBar(self.session.keys_of, id="keys")

    def on_mount(self) -> None:
        """Show the empty frame; reading starts when it is on the screen."""
        self._arrange_split()
        self._update_titles()
        self._show_nothing()
        self.tree_pane.focus()
        if self.session.query:
            self.search.value = self.session.query
        self.call_after_refresh(self.background.start_reading, self)

    # Reading

    @on(Read)
    def _take_in(self, message: Read) -> None:
        """Show what was read, keeping what is selected."""
        if message.round != self.background.round:
            return
        first = not self.browsing.library.documents
        self._progress = self._progress.after(message)
        documents = status.documents(message.loaded)
        self.browsing.library.add(documents)
        if documents:
            wanted = self.session.take_selection() if first else None
            if self.search.value:
                self._start_search()
            else:
                self._rebuild(select=wanted or self._selected_key(), at_first=first)
        self._update_status()
        if message.finished and not self.browsing.library.documents:
            self.app.exit(return_code=2, message=next(iter(self._progress.problems), "") or _("nothing to read"))

    # The tree

    def _rebuild(self, *, select: Key | None = None, node: NodeId | None = None, at_first: bool = False) -> None:
        """Show the tree of what is browsed; the cursor goes to an entry, else to a node, else to where it makes sense."""
        browsing = self.browsing
        tree = browsing.tree()
        leaf = outline.path_to(tree, select) if select else None
        target = leaf.id if leaf else node
        if target is None and (at_first or select is None):
            start = first_statement(tree)
            target = start.id if start else None
        self.tree_pane.show(
            tree,
            browsing.opened_at_first(tree),
            select=target,
            matches=browsing.found.matches if browsing.found else None,
            totals=browsing.whole() if browsing.found else None,
        )
        self._update_titles()

    def _remember_opened(self) -> None:
        if self.browsing.found is None and self.browsing.library.documents:
            self.browsing.opened[self.browsing.grouping] = self.tree_pane.opened

    def _selected_key(self) -> Key | None:
        """The statement that is selected; of a group, the first."""
        node = self.tree_pane.selected
        return key_of(node.entry) if node else None

    def _group(self, grouping: Grouping) -> None:
        """Group in another way; the selected statement stays selected."""
        selected = self._selected_key()
        self._remember_opened()
        self.browsing.grouping = self.session.grouping = grouping
        self._rebuild(select=selected)
        self._update_status()

    def action_group_themes(self) -> None:
        """Group by theme."""
        self._group(Grouping.THEMES)

    def action_group_agencies(self) -> None:
        """Group by agency."""
        self._group(Grouping.AGENCIES)

    def action_group_speakers(self) -> None:
        """Group by speaker."""
        self._group(Grouping.SPEAKERS)

    def action_group_documents(self) -> None:
        """Group by document."""
        self._group(Grouping.DOCUMENTS)

    def action_next_hit(self) -> None:
        """To the next hit, or statement, in the order of the tree."""
        self._go_beside(forward=True)

    def action_previous_hit(self) -> None:
        """To the previous hit, or statement."""
        self._go_beside(forward=False)

    def _go_beside(self, *, forward: bool) -> None:
        node = self.tree_pane.selected
        leaf = outline.leaf_beside(self.tree_pane.root, node.id if node else (), forward=forward)
        if leaf:
            self.tree_pane.select(leaf.id)

    @on(OutlinePane.Selected)
    def _selection_changed(self) -> None:
        self._show_selected()
        self._update_status()

    @on(OutlinePane.Chosen)
    def _statement_chosen(self) -> None:
        self.detail.focus()

    # The detail

    def _show_selected(self, *, more: bool = False) -> None:
        """Show the selected node; ``more``: the same one with what was found out meanwhile."""
        node = self.tree_pane.selected
        if node is None:
            self._show_nothing()
            return
        anew = not more and node.id != self._shown
        self._shown = node.id
        if node.is_leaf:
            view = self._view_of(node)
            self.detail.show(lambda width: typeset(view, width), anew=anew)
        else:
            group = self._group_of(node)
            self.detail.show(lambda width: overview(group, width), anew=anew)
        if not more:
            self._look_into_later()

    def _view_of(self, node: Node) -> View:
        key = key_of(node.entry)
        found = self.browsing.found
        words, related = self._keywords.get(key, ((), ()))
        return View(
            node.entry,
            matches=found.matches.get(key, {}) if found else {},
            keywords=words,
            sections=(*insight.elsewhere(node.entry, self.browsing.library), *related),
            in_collection=key in self.session.collection,
        )

    def _group_of(self, node: Node) -> GroupView:
        """The group as it is without a search: its overview tells of all of it."""
        whole = outline.find(self.browsing.whole(), node.id) or node
        return GroupView(whole, self._group_keywords.get(node.id, ()))

    def _show_nothing(self) -> None:
        self._shown = None
        found, library = self.browsing.found, self.browsing.library
        page = status.empty_page(found, is_reading=not self._progress.finished, is_empty=not library.documents)
        self.detail.show(page)

    def _look_into_later(self) -> None:
        if self._insight_timer:
            self._insight_timer.stop()
        self._insight_timer = self.set_timer(INSIGHT_DELAY, self._look_into)

    def _look_into(self) -> None:
        node = self.tree_pane.selected
        if node is None:
            return
        if not node.is_leaf:
            if node.id not in self._group_keywords:
                self.background.find_group_keywords(self, outline.find(self.browsing.whole(), node.id) or node)
        elif key_of(node.entry) not in self._keywords:
            self.background.find_keywords(self, node.entry)

    @on(KeywordsFound)
    def _keywords_found(self, message: KeywordsFound) -> None:
        self._keywords[message.key] = (message.keywords, message.related)
        node = self.tree_pane.selected
        if node and node.is_leaf and key_of(node.entry) == message.key:
            self._show_selected(more=True)

    @on(GroupKeywordsFound)
    def _group_keywords_found(self, message: GroupKeywordsFound) -> None:
        self._group_keywords[message.node] = message.keywords
        node = self.tree_pane.selected
        if node and node.id == message.node:
            self._show_selected(more=True)

    @on(DetailPane.Followed)
    def _follow(self, message: DetailPane.Followed) -> None:
        """Select what the link leads to; a search that hides it is cleared, and comes back by going back."""
        node = self.tree_pane.selected
        self._history.append((self.search.value, node.id if node else ()))
        if self.browsing.found and message.key not in self.browsing.found.matches:
            self._clear_search()
        self._rebuild(select=message.key)

    def action_back(self) -> None:
        """Back to where the last link was followed."""
        if not self._history:
            return
        query, node = self._history.pop()
        if query != self.search.value:
            self._pending = node
            self.search.value = query
        else:
            self.tree_pane.select(node)

    @on(DetailPane.Left)
    def _back_to_tree(self) -> None:
        if self.has_class("-zoomed"):
            self.action_zoom()
        self.tree_pane.focus()

    # The search

    @on(Input.Changed, "#search")
    def _query_changed(self) -> None:
        if self._search_timer:
            self._search_timer.stop()
        if self.search.value.strip():
            self._search_timer = self.set_timer(SEARCH_DELAY, self._start_search)
        else:
            self._leave_results()

    def _start_search(self) -> None:
        if self.browsing.library.documents and self.search.value.strip():
            self.background.search(self, self.search.value)

    @on(SearchDone)
    def _search_done(self, message: SearchDone) -> None:
        if message.query != self.search.value:
            return
        self._remember_opened()
        self.browsing.found = found = Found.of(message.query, message.results)
        node = self._take_pending()
        self._rebuild(select=None if node else found.best, node=node)
        self._update_status()

    def _leave_results(self) -> None:
        """Show everything again, with the same statement selected."""
        self.background.cancel_search()
        if self.browsing.found is None:
            return
        selected = self._selected_key()
        self.browsing.found = None
        self._rebuild(select=selected, node=self._take_pending())
        self._update_status()

    def _take_pending(self) -> NodeId | None:
        """The node to select once the tree of the query is there."""
        taken, self._pending = self._pending, None
        return taken

    def _clear_search(self) -> None:
        with self.prevent(Input.Changed):
            self.search.value = ""
        self._leave_results()

    def action_search(self) -> None:
        """To the search bar."""
        self.search.focus()

    @on(SearchBar.Submitted)
    def _to_best_hit(self) -> None:
        found = self.browsing.found
        if found and found.best and found.query == self.search.value:
            self._rebuild(select=found.best)
        self.tree_pane.focus()

    @on(SearchBar.Left)
    def _down_to_tree(self) -> None:
        self.tree_pane.focus()

    @on(SearchBar.Cleared)
    def action_leave(self) -> None:
        """Clear the search; where there is none, back to the tree."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif self.search.value:
            self._clear_search()
        else:
            self.tree_pane.focus()

    # Copying

    def action_copy_quote(self) -> None:
        """The words, who said them, and the source."""
        self._copy(lambda node: quote(node.entry), _("quote with source"))

    def action_copy_content(self) -> None:
        """The words alone."""
        self._copy(lambda node: visible(text_of(node.entry), lines=True), _("words"))

    def _copy(self, text: Callable[[Node], str], what: str) -> None:
        node = self.tree_pane.selected
        if node is None or not node.is_leaf:
            self.note(_("Select a statement to copy it"))
            return
        copied = text(node)
        way = clipboard.copy(self.app, copied)
        item = node.entry.item
        who = item.speaker if isinstance(item, Statement) else _("narration")
        self.note(
            _("Copied {what} of {who}: {n} characters, by {way}").format(
                what=what, who=who, n=len(copied), way=_(way)
            )
        )

    # Panes

    def action_next_pane(self) -> None:
        """From search to tree to detail and round."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """The other way round."""
        self.focus_previous()

    def action_zoom(self) -> None:
        """The detail alone on the screen, or all panes again."""
        zoomed = not self.has_class("-zoomed")
        self.set_class(zoomed, "-zoomed")
        (self.detail if zoomed else self.tree_pane).focus()

    def action_wider(self) -> None:
        """More room for the tree."""
        self._split(1)

    def action_narrower(self) -> None:
        """Less room for the tree."""
        self._split(-1)

    def _split(self, step: int) -> None:
        at = min(range(len(SPLITS)), key=lambda place: abs(SPLITS[place] - self.session.split))
        self.session.split = SPLITS[max(0, min(len(SPLITS) - 1, at + step))]
        self._arrange_split()

    def _arrange_split(self) -> None:
        self.tree_pane.styles.width = f"{self.session.split}%"

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        focused = self.focused
        self.set_class(focused is self.detail, "-reading")
        self._offer_keys()

    # The edges of the panes, and the lines below them

    def note(self, text: str) -> None:
        """Say something in the status line, for a while."""
        self._note = text
        if self._note_timer:
            self._note_timer.stop()
        self._note_timer = self.set_timer(NOTE_LASTS, self._forget_note)
        self._update_status()

    def _forget_note(self) -> None:
        self._note = ""
        self._update_status()

    def _update_status(self) -> None:
        node = self.tree_pane.selected
        left, right = status.line_for(self.browsing, self._progress, node, self._note)
        self.status_line.put(left, right)

    def _update_titles(self) -> None:
        names = [_("Themes"), _("Agencies"), _("Speakers"), _("Documents")]
        parts = []
        for number, (grouping, name) in enumerate(zip(Grouping, names, strict=True), 1):
            active = grouping is self.browsing.grouping
            parts.append((f"{number} {name}", "bold reverse" if active else ""))
            parts.append((" ", ""))
        self.tree_pane.border_title = Content.assemble(*parts[:-1])

    def _offer_keys(self) -> None:
        place = {self.search: Place.SEARCH, self.tree_pane: Place.TREE, self.detail: Place.DETAIL}.get(
            self.focused  # type: ignore[call-overload]
        )
        places = [place] if place is Place.SEARCH else [p for p in (place, Place.EXPLORER) if p]
        self.key_bar.offer(footer_actions(places))
