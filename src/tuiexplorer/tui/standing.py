"""Where one stands in the tree: the place that is kept from one tree to the next, the grouping, the next statement."""

from textual import on

from tuiexplorer.tui import outline
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.browsing import first_statement
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.messages import TreesMade
from tuiexplorer.tui.outline import Node, Spot
from tuiexplorer.tui.outline_pane import OutlinePane
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.showing import Showing
from tuiexplorer.tui.tabs import TabBar


class Standing(Showing):
    """The explorer's frame, with the tree of what is browsed and the place in it."""

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, background, keys)
        self._awaits_tree = False
        """Whether what is shown is not yet what is browsed."""
        self._spot_awaited: Spot | None = None
        """What to select when it is."""

    def rebuild(self, spot: Spot | None = None) -> None:
        """Show the tree of what is browsed, with the cursor at ``spot``, else on the first statement.

        Where there is much to make for that, it is made beside the screen. What is pressed meanwhile is meant for that
        tree, and waits for it.
        """
        browsing, grouping = self.browsing, self.session.grouping
        awaited = browsing.awaited(grouping)
        self._awaits_tree, self._spot_awaited = bool(awaited), spot
        if awaited:
            self.title_panes()
            self.keys.hold_keys()
            self.background.make_trees(self, awaited, grouping)
            return
        browsing.grouping = grouping
        tree = browsing.tree()
        target = self.locate(spot, tree) if spot else None
        if target is None and spot:
            # The entry is gone, as when its file has changed: then what stands in its place.
            target = outline.find(tree, spot.node) if spot.node else None
        target = target or first_statement(tree)
        self.tree_pane.show(
            tree,
            browsing.opened_at_first(tree),
            select=target.id if target else None,
            matches=browsing.matches,
            totals=browsing.whole() if browsing.is_narrowed else None,
        )
        self.title_panes()

    @on(TreesMade)
    async def _trees_made(self) -> None:
        if self._awaits_tree:
            self.rebuild(self._spot_awaited)
            self.update_status()
        if not self._awaits_tree:
            await self.keys.release_keys()

    def locate(self, spot: Spot, tree: Node | None = None) -> Node | None:
        """The node at ``spot`` in ``tree``, else in the tree that is shown; None where it has none."""
        entry = self.browsing.library.find(spot.key) if spot.key else None
        if spot.key and entry is None:
            return None
        return outline.locate(tree or self.browsing.tree(), spot.node, entry)

    def spot(self) -> Spot | None:
        """Where the cursor is."""
        node = self.tree_pane.selected
        return outline.spot_of(node) if node else None

    def remember_opened(self) -> None:
        """Keep which groups stand open, unless they were opened for a search or a choice."""
        if self._awaits_tree or self.browsing.is_narrowed:
            return  # what is open is not of what is browsed
        if self.browsing.library.documents:
            self.browsing.opened[self.browsing.grouping] = self.tree_pane.opened

    def _group(self, grouping: Grouping) -> None:
        """Group in another way; the selected statement (of a group, its first) stays selected."""
        node = self.tree_pane.selected
        self.remember_opened()
        self.session.grouping = grouping
        self.rebuild(Spot((), key_of(node.entry)) if node else None)
        self.update_status()

    @on(TabBar.Chosen)
    def _tab_chosen(self, message: TabBar.Chosen) -> None:
        self._group([*Grouping][message.place])

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
        self.go_beside(forward=True)

    def action_previous_hit(self) -> None:
        """To the previous hit, or statement."""
        self.go_beside(forward=False)

    def go_beside(self, *, forward: bool) -> None:
        """To the statement beside what is selected, in the order of the tree."""
        node = self.tree_pane.selected
        leaf = outline.leaf_beside(self.tree_pane.root, node.id if node else (), forward=forward)
        if leaf:
            self.tree_pane.select(leaf.id)

    @on(OutlinePane.Selected)
    def _selection_changed(self) -> None:
        self.show_selected_later()

    @on(OutlinePane.Chosen)
    def _statement_chosen(self) -> None:
        self.detail.focus()
