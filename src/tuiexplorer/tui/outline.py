"""The same statements grouped in four ways, as trees whose branches are made when they are opened."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice

from msgspec import Struct

from tuiexplorer.model import Entry, Narration
from tuiexplorer.tui.groups import (
    BY_MEASURE,
    LEVELS,
    OF_PLACE,
    SHOWN_SINGLY,
    Group,
    Grouping,
    Level,
    NodeKind,
)
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.tally import Tally

NodeId = tuple[str, ...]
"""A node's place in the tree: the ids of the groups from the root down to it. The same on every run."""


class Node(Struct, frozen=True, dict=True):
    """A node of the tree. All texts are as in the file: whoever draws them makes them safe."""

    id: NodeId
    kind: NodeKind
    label: str
    aside: str
    """What stands at the right: the speaker of an agency's only statement, the agency of a speaker."""
    entries: tuple[Entry, ...]
    levels: tuple[Level, ...] = ()
    narrated: bool = False
    """Whether narration has lines of its own below the node."""

    @property
    def entry(self) -> Entry:
        """The node's only, or first, entry."""
        return self.entries[0]

    @property
    def is_leaf(self) -> bool:
        """Whether the node is a single statement or narration."""
        return self.kind in (NodeKind.STATEMENT, NodeKind.NARRATION)

    @cached_property
    def opens(self) -> bool:
        """Whether there are lines below the node."""
        if self.is_leaf:
            return False
        return self.narrated or any(entry.statement for entry in self.entries)

    @cached_property
    def said(self) -> Tally:
        """How much is said under the node."""
        return Tally.of(self.entries)

    @cached_property
    def children(self) -> tuple["Node", ...]:
        """The nodes under this one, made when first asked for."""
        return () if self.is_leaf else tuple(_branches(self, self.entries, self.levels))

    def child(self, id: str) -> "Node | None":
        """The branch called ``id``."""
        return self._by_id.get(id)

    @cached_property
    def _by_id(self) -> Mapping[str, "Node"]:
        return {child.id[-1]: child for child in self.children}


class Row(Struct, frozen=True):
    """A line of the tree as it stands open."""

    node: Node
    depth: int


def outline(grouping: Grouping, entries: Iterable[Entry], *, narrated: bool = False) -> Node:
    """The tree of ``entries``, under a root that is itself not shown.

    With ``narrated``, narration has lines of its own; without, it only keeps alive the theme that it stands under.
    """
    return Node((), NodeKind.DOCUMENT, "", "", tuple(entries), LEVELS[grouping], narrated)


def find(root: Node, id: NodeId) -> Node | None:
    """The node at ``id``, or None where there is none."""
    node: Node | None = root
    for step in id:
        node = node.child(step) if node else None
    return node


def rows(root: Node, opened: frozenset[NodeId] | set[NodeId]) -> Iterator[Row]:
    """The lines of the tree with the nodes in ``opened`` open."""
    stack = [iter(root.children)]
    while stack:
        for node in stack[-1]:
            yield Row(node, len(stack) - 1)
            if node.id in opened and not node.is_leaf:
                stack.append(iter(node.children))
                break
        else:
            stack.pop()


def leaf_of(root: Node, entry: Entry) -> Node | None:
    """The line of an entry, under the first of its groups. Opens no more branches than lead to it."""
    node, key = root, key_of(entry)
    for level in root.levels:
        for group in islice(level(entry), 1):
            child = node.child(group.id)
            if child is None or child.is_leaf:
                return child if child and key_of(child.entry) == key else None
            node = child
    return node.child("/".join(key))


class Spot(Struct, frozen=True):
    """A place in a tree that outlives it: the tree of another search, another grouping, another run."""

    node: NodeId
    key: Key | None
    """The entry, where the place is one's line; None for a group."""


def spot_of(node: Node) -> Spot:
    """The place of ``node``."""
    return Spot(node.id, key_of(node.entry) if node.is_leaf else None)


def locate(root: Node, id: NodeId, entry: Entry | None) -> Node | None:
    """The node at ``id``; where an ``entry`` stood there, its line there or elsewhere."""
    same = find(root, id) if id else None
    if entry is None or (same and same.is_leaf and key_of(same.entry) == key_of(entry)):
        return same
    return leaf_of(root, entry)


def branches(root: Node) -> Iterator[Node]:
    """Every node that can be opened, from the root down."""
    for child in root.children:
        if not child.is_leaf:
            yield child
            yield from branches(child)


def leaves(root: Node) -> Iterator[Node]:
    """Every statement and narration that has a line, in the order of the tree; branches are made as they are met."""
    if root.is_leaf:
        yield root
    for child in root.children:
        yield from leaves(child)


def place_of(root: Node, node: Node) -> tuple[int, int] | None:
    """Which entry ``node`` is, counted from 1, and of how many; None for a group. Makes every branch."""
    if not node.is_leaf:
        return None
    keys = [key_of(leaf.entry) for leaf in leaves(root) if _is_first(root, leaf)]
    return keys.index(key_of(node.entry)) + 1, len(keys)


def _is_first(root: Node, leaf: Node) -> bool:
    """Whether a leaf stands under the first of its entry's groups: an entry is counted and visited there only."""
    place = 0
    for level in root.levels:
        for group in islice(level(leaf.entry), 1):
            if leaf.id[place] != group.id:
                return False
            place += 1
    return True


def leaf_beside(root: Node, id: NodeId, *, forward: bool) -> Node | None:
    """The leaf after the node ``id`` (for a group: its first), or the one before it; round at the ends.

    Of the leaves of one entry only that under its first group. Opens no more branches than lie between.
    """
    way = [root]
    while len(way) <= len(id) and (below := way[-1].child(id[len(way) - 1])):
        way.append(below)
    if (
        forward
        and len(way) > 1
        and not way[-1].is_leaf
        and (inside := _outermost(root, (way[-1],), first=True))
    ):
        return inside
    for parent, child in zip(way[-2::-1], way[:0:-1], strict=True):
        at = next(place for place, one in enumerate(parent.children) if one is child)
        beside = parent.children[at + 1 :] if forward else parent.children[:at]
        if found := _outermost(root, beside, first=forward):
            return found
    return _outermost(root, root.children, first=forward)


def _outermost(root: Node, nodes: Sequence[Node], *, first: bool) -> Node | None:
    """The first, or the last, leaf under ``nodes`` that is the first of its entry."""
    for node in nodes if first else reversed(nodes):
        if node.is_leaf:
            if _is_first(root, node):
                return node
        elif leaf := _outermost(root, node.children, first=first):
            return leaf
    return None


def _branches(parent: Node, entries: Iterable[Entry], levels: tuple[Level, ...]) -> Iterator[Node]:
    """The nodes for ``entries``, grouped by the first of ``levels``, in the order in which they first occur."""
    if not levels:
        for entry in entries:
            if parent.narrated or entry.statement:
                yield _leaf((*parent.id, "/".join(key_of(entry))), parent.kind, entry)
        return
    groups: dict[str, Group] = {}
    gathered: dict[str | None, list[Entry]] = {}
    for alike in _alike(entries, levels[0]):
        own = False
        for group in levels[0](alike[0]):
            own = True
            groups.setdefault(group.id, group)
            gathered.setdefault(group.id, []).extend(alike)
        if not own:
            gathered.setdefault(None, []).extend(alike)
    for name, members in _ordered(gathered, parent, levels[0]):
        if name is None:
            yield from _branches(parent, members, levels[1:])
            continue
        group, id = groups[name], (*parent.id, name)
        if len(members) == 1 and group.kind in SHOWN_SINGLY:
            yield _leaf(id, group.kind, members[0], group.label)
        else:
            aside = _common_agency(members) if group.kind is NodeKind.SPEAKER else ""
            yield Node(id, group.kind, group.label, aside, tuple(members), levels[1:], parent.narrated)


def _alike(entries: Iterable[Entry], level: Level) -> Iterator[list[Entry]]:
    """Entries after one another that fall into the same groups: those of one theme, where nothing else is asked."""
    if level in OF_PLACE:
        return (list(alike) for _, alike in groupby(entries, key=lambda entry: id(entry.theme)))
    return ([entry] for entry in entries)


def _ordered(
    gathered: dict[str | None, list[Entry]], parent: Node, level: Level
) -> list[tuple[str | None, list[Entry]]]:
    """In reading order; agencies and speakers of the whole corpus by how much they say; last what has no group."""
    ordered = list(gathered.items())
    if level in BY_MEASURE:
        ordered.sort(key=lambda pair: pair[0] is None)
        if not parent.id:
            ordered.sort(key=lambda pair: (pair[0] is None, -len(pair[1])))
    return ordered


def _leaf(id: NodeId, parent: NodeKind, entry: Entry, label: str | None = None) -> Node:
    """The line of one entry. What its parent or its own group says already is not said again."""
    item = entry.item
    if isinstance(item, Narration):
        return Node(id, NodeKind.NARRATION, item.content, "", (entry,))
    agency = item.positions[0].agency if item.positions else ""
    if parent is NodeKind.SPEAKER and label is None:
        return Node(id, NodeKind.STATEMENT, entry.item.content, "", (entry,))
    if parent is NodeKind.SPEAKER:
        return Node(id, NodeKind.STATEMENT, item.speaker, agency if agency != item.speaker else "", (entry,))
    if label is not None:
        return Node(id, NodeKind.STATEMENT, label, item.speaker if item.speaker != label else "", (entry,))
    return Node(id, NodeKind.STATEMENT, entry.item.content, item.speaker, (entry,))


def _common_agency(members: Iterable[Entry]) -> str:
    """The agency for which all the statements were made, or nothing where there are several."""
    names = {
        statement.positions[0].agency if statement.positions else ""
        for entry in members
        if (statement := entry.statement)
    }
    return names.pop() if len(names) == 1 else ""
