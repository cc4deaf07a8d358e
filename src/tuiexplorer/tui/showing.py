"""What the detail shows of the selection, and what is found out about it meanwhile."""

from textual import on
from textual.events import DescendantFocus
from textual.timer import Timer

from tuiexplorer.language import _
from tuiexplorer.tui import insight, outline, status
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.groups import NodeKind
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.messages import GroupKeywordsFound, KeywordsFound
from tuiexplorer.tui.opening import Opening
from tuiexplorer.tui.outline import NodeId
from tuiexplorer.tui.overview import overview
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.typeset import typeset

INSIGHT_DELAY = 0.12
"""Seconds that a selection must last before its keywords are looked for."""


class Showing(Opening):
    """The explorer's frame, with the detail of what is selected in the tree."""

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, background, keys)
        self.insights = insight.Insights()
        self.progress = status.Progress()
        self.insight_waits = False
        """Whether a look into the selection is about to start."""
        self._shown: tuple[NodeId, str, str] | None = None
        """The node in the detail, the query with which it was shown, and the word that was marked."""
        self._insight_timer: Timer | None = None
        self._waits = False
        """Whether what is selected by now is still to be shown."""

    def detail_name(self) -> str:
        """See :class:`Frame`."""
        node = self.tree_pane.selected
        if node is None:
            return "tuiexplorer"
        return {
            NodeKind.DOCUMENT: _("Document"),
            NodeKind.THEME: _("Theme"),
            NodeKind.AGENCY: _("Agency"),
            NodeKind.SPEAKER: _("Speaker"),
            NodeKind.STATEMENT: _("Statement"),
            NodeKind.NARRATION: _("Narration"),
        }[node.kind]

    def show_selected_later(self) -> None:
        """Show what is selected once the cursor is seen to stand there: that is little to paint, a page is much.

        Of keys that come faster than that, only the page of the last is made.
        """
        if not self._waits:
            self._waits = True
            self.call_after_refresh(self._show_what_waits)

    def _show_what_waits(self) -> None:
        if self._waits:
            self.show_selected()
            self.title_panes()
            self.update_status()

    @on(DescendantFocus)
    def _detail_focused(self) -> None:
        """What is pressed next is meant for the page of what is selected."""
        if self.focused is self.detail:
            self._show_what_waits()

    def show_selected(self, *, more: bool = False) -> None:
        """Show the selected node; ``more``: the same one with what was found out meanwhile."""
        self._waits = False
        node = self.tree_pane.selected
        if node is None:
            self.show_nothing()
            return
        # Another search has the same page begin anew: at its match.
        found, chosen = self.browsing.found, self.browsing.chosen
        shown = node.id, found.query if found else "", chosen.word if chosen else ""
        anew = shown != self._shown
        self._shown = shown
        if node.is_leaf:
            matches = self.browsing.matches(node.entry)
            in_collection = key_of(node.entry) in self.session.collection
            view = self.insights.view(node, self.browsing.library, matches, in_collection=in_collection)
            self.detail.show(lambda width: typeset(view, width), anew=anew)
        else:
            # A group's page tells of all of it, also while a search shows only some.
            group = self.insights.group(outline.find(self.browsing.whole(), node.id) or node)
            self.detail.show(lambda width: overview(group, width), anew=anew)
        if not more:
            self._look_into_later()

    def show_nothing(self) -> None:
        """Say why there is nothing, and what to do."""
        self._shown = None
        found, library = self.browsing.found, self.browsing.library
        searching = self.search.has_term
        self.detail.show(status.empty_page(found, library, self.progress, searching=searching))

    def _look_into_later(self) -> None:
        if self._insight_timer:
            self._insight_timer.stop()
        if not self.progress.finished:
            # It would take the core that reads. Once all is read it is shown again, and looked into then.
            return
        self._insight_timer = self.set_timer(INSIGHT_DELAY, self._look_into)
        self.insight_waits = True

    def _look_into(self) -> None:
        self.insight_waits = False
        node = self.tree_pane.selected
        if node is None:
            return
        # Neighbours too: the next key then shows a page that is whole, and need not show it twice.
        near = [one.entry for one in self.tree_pane.near if one.is_leaf and not self.insights.knows(one)]
        if not node.is_leaf and not self.insights.knows(node):
            self.background.find_group_keywords(self, outline.find(self.browsing.whole(), node.id) or node)
        elif near:
            self.background.find_keywords(self, near)

    @on(KeywordsFound)
    def _keywords_found(self, message: KeywordsFound) -> None:
        if message.round != self.background.round:
            return
        self.insights.learn(message.key, message.keywords, message.related)
        node = self.tree_pane.selected
        if node and node.is_leaf and key_of(node.entry) == message.key:
            self.show_selected(more=True)

    @on(GroupKeywordsFound)
    def _group_keywords_found(self, message: GroupKeywordsFound) -> None:
        if message.round != self.background.round:
            return
        self.insights.learn_group(message.node, message.keywords)
        node = self.tree_pane.selected
        if node and node.id == message.node:
            self.show_selected(more=True)

    def marks_changed(self) -> None:
        """See :class:`Taking`."""
        self.show_selected(more=True)
