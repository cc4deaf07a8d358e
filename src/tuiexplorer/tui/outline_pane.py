"""The tree: themes, agencies, speakers or documents, and the statements under them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from textual import events, on
from textual.message import Message

from tuiexplorer.tui import outline
from tuiexplorer.tui.actions import Where, bindings
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.labels import MatchesOf, label, unmarked
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.line_pane import LinePane
from tuiexplorer.tui.outline import Node, NodeId
from tuiexplorer.tui.page import Line

NOWHERE = outline.outline(Grouping.THEMES, ())


class OutlinePane(LinePane):
    """The tree and its cursor. Says which node is selected; knows nothing of who listens."""

    BINDINGS = bindings(Where.TREE)

    @dataclass(repr=False, eq=False)
    class Selected(Message):
        """The cursor stands on another node, or on none."""

        node: Node | None

    @dataclass(repr=False, eq=False)
    class Chosen(Message):
        """Enter was pressed on a statement, or the mouse was."""

        node: Node

    @dataclass(repr=False, eq=False)
    class AllMade(Message):
        """Every branch of a tree is made, and can be opened."""

        root: Node
        opened: set[NodeId]
        nodes: list[Node]

    def __init__(self, in_collection: Callable[[Key], bool], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._in_collection = in_collection
        self._root = NOWHERE
        self._rows: list[Node] = []
        """Of each line its node."""
        self._opened: set[NodeId] = set()
        self._opening: Node | None = None
        """The tree of which every branch is being made."""
        self._matches: MatchesOf = unmarked
        self._totals: Node | None = None

    # What it shows

    @property
    def selected(self) -> Node | None:
        """The node that the cursor stands on."""
        return self._rows[self._cursor] if 0 <= self._cursor < len(self._rows) else None

    @property
    def near(self) -> list[Node]:
        """The selected node and those that one key leads to: below, then above."""
        places = (self._cursor, self._cursor + 1, self._cursor - 1)
        return [self._rows[place] for place in places if 0 <= place < len(self._rows)]

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
        self._root, self._opened, self._opening = root, set(opened), None
        self._matches, self._totals = matches, totals
        wanted = select or ()
        self._opened.update(_above(wanted))
        self._rows = outline.rows(root, self._opened)
        self._select(wanted)

    def select(self, id: NodeId) -> None:
        """Put the cursor on the node ``id``, opening what it stands under; else on its nearest ancestor."""
        for above in _above(id):
            if above not in self._opened and (node := outline.find(self._root, above)):
                self._set_open(self._line_of(above), node, wanted=True)
        self._select(id)

    def _select(self, id: NodeId) -> None:
        self.put_cursor(self._line_of(id))
        self.post_message(self.Selected(self.selected))

    def _line_of(self, id: NodeId) -> int:
        """The line of the node ``id``, or of its nearest ancestor that has one; else the first that there is."""
        y, node = -1, self._root
        for step in id:
            child = node.child(step) if node is self._root or node.id in self._opened else None
            if child is None:
                break
            y, node = self._rows.index(child, y + 1), child
        return y if y >= 0 else min(0, len(self._rows) - 1)

    def redraw(self) -> None:
        """Draw again what may have changed: the collection's marks."""
        self.draw()

    # Drawing

    @property
    def line_count(self) -> int:
        """See :class:`LinePane`."""
        return len(self._rows)

    def line_at(self, y: int) -> Line:
        """See :class:`LinePane`."""
        node = self._rows[y]
        total = None
        if self._totals is not None and not node.is_leaf:
            whole = outline.find(self._totals, node.id)
            total = whole.said if whole else node.said
        return label(
            node,
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
            above = (y for y in range(self._cursor, -1, -1) if self._rows[y].depth < node.depth)
            self._move(next(above, self._cursor))

    def action_open_all(self) -> None:
        """Open every group."""
        self._opening = self._root
        if len(self._root.entries) <= outline.AT_ONCE:
            self._open_all(_all_made(self._root))
            return
        root = self._root

        def make() -> None:  # not a partial: its arguments, all of the tree, would be written out for a log
            self.post_message(_all_made(root))

        self.run_worker(make, name="branches", exclusive=True, thread=True)

    @on(AllMade)
    def _open_all(self, made: AllMade) -> None:
        """Open what was made, unless another tree is shown by now, or all was closed meanwhile."""
        if made.root is self._opening:
            self._opening = None
            self._opened |= made.opened
            self._keep_cursor(made.nodes)

    def action_close_all(self) -> None:
        """Close every group; the cursor goes to the outermost one that it was in."""
        self._opening = None
        self._opened.clear()
        self._keep_cursor(outline.rows(self._root, self._opened))

    def _open(self, node: Node, *, wanted: bool) -> None:
        self._set_open(self._cursor, node, wanted=wanted)
        self.go_to(self._top)

    def _set_open(self, y: int, node: Node, *, wanted: bool) -> None:
        """Open or close the node of line ``y``: no lines but those below it are made, or looked at."""
        if wanted:
            self._opened.add(node.id)
            self._rows[y + 1 : y + 1] = outline.rows(node, self._opened)
        else:
            self._opened.discard(node.id)
            others = (at for at in range(y + 1, len(self._rows)) if self._rows[at].depth <= node.depth)
            del self._rows[y + 1 : next(others, len(self._rows))]

    def _keep_cursor(self, nodes: list[Node]) -> None:
        """Show these lines, with the cursor on the same node, or the nearest that it stands under."""
        before = self.selected
        self._rows = nodes
        self.put_cursor(self._line_of(before.id if before else ()))
        if self.selected is not before:
            self.post_message(self.Selected(self.selected))

    # The mouse, and the size

    def on_click(self, event: events.Click) -> None:
        """Select the line under the mouse, where it stays; on the cursor's own line, do what Enter does."""
        y, top = self.line_under(event), self.top
        if y is None:
            return
        chosen = y == self._cursor or self._rows[y].opens
        self._move(y)
        self.go_to(top)
        if chosen:
            self.action_select()


def _above(id: NodeId) -> Iterator[NodeId]:
    """The groups that a node stands under, the outermost first."""
    return (id[:depth] for depth in range(1, len(id)))


def _all_made(root: Node) -> OutlinePane.AllMade:
    """Every branch of ``root``."""
    opened = {node.id for node in outline.branches(root)}
    return OutlinePane.AllMade(root, opened, outline.rows(root, opened))
