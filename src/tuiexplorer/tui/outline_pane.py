"""The tree: themes, agencies, speakers or documents, and the statements under them."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tuiexplorer.tui import outline
from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.groups import Grouping, NodeKind
from tuiexplorer.tui.labels import MatchesOf, label, unmarked
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.line_pane import LinePane
from tuiexplorer.tui.outline import Node, NodeId, Row
from tuiexplorer.tui.page import Line

NOWHERE = outline.outline(Grouping.THEMES, ())


class OutlinePane(LinePane):
    """The tree and its cursor. Says which node is selected; knows nothing of who listens."""

    BINDINGS = bindings(Where.TREE)

    @dataclass
    class Selected(Message):
        """The cursor stands on another node, or on none."""

        node: Node | None

    @dataclass
    class Chosen(Message):
        """Enter was pressed on a statement, or the mouse was."""

        node: Node

    def __init__(self, in_collection: Callable[[Key], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._in_collection = in_collection
        self._root = NOWHERE
        self._rows: list[Row] = []
        self._opened: set[NodeId] = set()
        self._matches: MatchesOf = unmarked
        self._totals: Node | None = None

    # What it shows

    @property
    def selected(self) -> Node | None:
        """The node that the cursor stands on."""
        return self._rows[self._cursor].node if 0 <= self._cursor < len(self._rows) else None

    @property
    def near(self) -> list[Node]:
        """The selected node and those that one key leads to: below, then above."""
        places = (self._cursor, self._cursor + 1, self._cursor - 1)
        return [self._rows[place].node for place in places if 0 <= place < len(self._rows)]

    @property
    def root(self) -> Node:
        """The tree that is shown."""
        return self._root

    @property
    def opened(self) -> frozenset[NodeId]:
        """The nodes that are open, seen or not."""
        return frozenset(self._opened)

    @property
    def row_count(self) -> int:
        """How many lines the tree has as it stands open."""
        return len(self._rows)

    def show(
        self,
        root: Node,
        opened: set[NodeId] | frozenset[NodeId],
        *,
        select: NodeId | None = None,
        matches: MatchesOf = unmarked,
        totals: Node | None = None,
    ) -> None:
        """Show another tree.

        Args:
            root: The tree.
            opened: The nodes that stand open.
            select: The node to put the cursor on; its parents are opened. None, or gone: the first line.
            matches: What a search matched in an entry, to be marked.
            totals: The tree without the search, for the counts.
        """
        self._root, self._opened = root, set(opened)
        self._matches, self._totals = matches, totals
        self._rows, self._cursor = [], -1
        self.select(select or ())

    def select(self, id: NodeId) -> None:
        """Put the cursor on the node ``id``, opening what it stands under; else on its nearest ancestor."""
        for depth in range(1, len(id)):
            self._opened.add(id[:depth])
        self._refill()
        places = {row.node.id: y for y, row in enumerate(self._rows)}
        while id and id not in places:
            id = id[:-1]
        self.put_cursor(places.get(id, 0 if self._rows else -1))
        self.post_message(self.Selected(self.selected))

    def redraw(self) -> None:
        """Draw again what may have changed: the collection's marks."""
        self.draw()

    def _refill(self) -> None:
        narrated = self._root.narrated
        self._rows = [
            row
            for row in outline.rows(self._root, self._opened)
            if narrated or row.node.kind is not NodeKind.NARRATION
        ]
        self.go_to(self._top)

    # Drawing

    @property
    def line_count(self) -> int:
        """See :class:`LinePane`."""
        return len(self._rows)

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`."""
        row = self._rows[y]
        node = row.node
        total = None
        if self._totals is not None and not node.is_leaf:
            whole = outline.find(self._totals, node.id)
            total = whole.said if whole else node.said
        return label(
            row,
            self.room,
            is_open=node.id in self._opened,
            in_collection=node.is_leaf and self._in_collection(key_of(node.entry)),
            matches=self._matches,
            total=total,
        )

    # Moving

    def _move(self, y: int) -> None:
        """Put the cursor on line ``y``, or the nearest there is, and say so."""
        if not self._rows:
            return
        y = max(0, min(y, len(self._rows) - 1))
        if y != self._cursor:
            self.put_cursor(y)
            self.post_message(self.Selected(self.selected))

    def step(self, lines: int) -> None:
        """Move the cursor by ``lines``."""
        self._move(self._cursor + lines)

    def action_cursor_down(self) -> None:
        """A line down."""
        self.step(1)

    def action_cursor_up(self) -> None:
        """A line up."""
        self.step(-1)

    def action_first(self) -> None:
        """To the first line."""
        self._move(0)

    def action_last(self) -> None:
        """To the last line."""
        self._move(len(self._rows) - 1)

    # Opening and closing

    def action_fold(self) -> None:
        """Open the group if it is closed, close it if it is open."""
        node = self.selected
        if node and node.opens:
            self._open(node, wanted=node.id not in self._opened)

    def action_select(self) -> None:
        """Open or close a group; choose what has nothing below it."""
        node = self.selected
        if node and not node.opens:
            self.post_message(self.Chosen(node))
        else:
            self.action_fold()

    def action_open(self) -> None:
        """Open the group; an open one: go to its first line; a statement: choose it."""
        node = self.selected
        if node is None:
            return
        if not node.opens:
            self.post_message(self.Chosen(node))
        elif node.id in self._opened:
            self.step(1)
        else:
            self._open(node, wanted=True)

    def action_close(self) -> None:
        """Close the group; a closed one or a statement: go to its parent."""
        node = self.selected
        if node is None:
            return
        if node.opens and node.id in self._opened:
            self._open(node, wanted=False)
        else:
            depth = self._rows[self._cursor].depth
            above = (y for y in range(self._cursor, -1, -1) if self._rows[y].depth < depth)
            self._move(next(above, self._cursor))

    def action_open_all(self) -> None:
        """Open every group."""
        self._opened.update(node.id for node in outline.branches(self._root))
        self._keep_cursor()

    def action_close_all(self) -> None:
        """Close every group; the cursor goes to the outermost one that it was in."""
        self._opened.clear()
        self._keep_cursor()

    def _open(self, node: Node, *, wanted: bool) -> None:
        (self._opened.add if wanted else self._opened.discard)(node.id)
        self._refill()

    def _keep_cursor(self) -> None:
        node = self.selected
        before = node.id if node else ()
        self._refill()
        places = {row.node.id: y for y, row in enumerate(self._rows)}
        id = before
        while id and id not in places:
            id = id[:-1]
        self._cursor = -1
        self.put_cursor(places.get(id, 0 if self._rows else -1))
        if id != before:
            self.post_message(self.Selected(self.selected))

    # The mouse, and the size

    def on_click(self, event: events.Click) -> None:
        """Select the line under the mouse, where it stays; on the cursor's own line, do what Enter does."""
        y, top = self.line_under(event), self.top
        if y is None:
            return
        chosen = y == self._cursor or self._rows[y].node.opens
        self._move(y)
        self.go_to(top)
        if chosen:
            self.action_select()
