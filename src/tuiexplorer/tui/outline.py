"""The same statements grouped in four ways, as trees whose branches are made when they are opened."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby, islice
from threading import Lock

from msgspec import Struct
from msgspec.structs import force_setattr

from tuiexplorer.giving_way import give_way
from tuiexplorer.model import Entry, Narration
from tuiexplorer.tui.gist import Gist
from tuiexplorer.tui.groups import LEVELS, OF_PLACE, Group, Grouping, Level, NodeKind
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.tally import Tally

AT_ONCE = 2000
"""Of up to so many entries a tree, or all its branches, are made while a key waits; of more, beside the screen."""

NodeId = tuple[str, ...]
"""A node's place in the tree: the ids of the groups from the root down to it. The same on every run."""


class Node(Struct, frozen=True, eq=False, gc=False):
    """A node of the tree. All texts are as in the file: whoever draws them makes them safe.

    Equal only to itself, so that its line is found fast among very many. What takes long to find out is found out
    when it is first asked for, in whichever thread that is, and kept. No node refers to one that it stands under: there
    are no cycles, for which the garbage collector would hold up keys while it looks through tens of thousands of nodes.
    """

    id: NodeId
    kind: NodeKind
    label: str
    aside: str
    """What stands at the right: the speaker of an agency's only statement, the agency of a speaker."""
    entries: tuple[Entry, ...]
    levels: tuple[Level, ...] = ()
    narrated: bool = False
    """Whether narration has lines of its own below the node."""
    _opens: bool | None = None
    _gist: Gist | None = None
    _children: tuple["Node", ...] | None = None
    _by_id: Mapping[str, "Node"] | None = None

    @property
    def entry(self) -> Entry:
        """The node's only, or first, entry."""
        return self.entries[0]

    @property
    def depth(self) -> int:
        """How many nodes it stands under."""
        return len(self.id) - 1

    @property
    def is_leaf(self) -> bool:
        """Whether the node is a single statement or narration."""
        return self.kind in (NodeKind.STATEMENT, NodeKind.NARRATION)

    @property
    def opens(self) -> bool:
        """Whether there are lines below the node: not where no one speaks, unless narration has lines too."""
        if self._opens is None:
            any_said = self.narrated or any(entry.statement for entry in self.entries)
            force_setattr(self, "_opens", any_said and not self.is_leaf)
        return bool(self._opens)

    @property
    def gist(self) -> Gist:
        """What is told of the node."""
        gist = self._gist or Gist.of(self.entries)
        force_setattr(self, "_gist", gist)
        return gist

    @property
    def said(self) -> Tally:
        """How much is said under the node."""
        return self.gist.said

    @property
    def children(self) -> tuple["Node", ...]:
        """The nodes under this one."""
        if self._children is None:
            shown = self.opens or not self.id
            made = tuple(_branches(self, self.entries, self.levels)) if shown else ()
            with _KEEPING:
                # Another thread may have been first: a node is told from all others, so that all must have the same.
                if self._children is None:
                    force_setattr(self, "_children", made)
        return self._children or ()

    def child(self, id: str) -> "Node | None":
        """The branch called ``id``."""
        if self._by_id is None:
            force_setattr(self, "_by_id", {child.id[-1]: child for child in self.children})
        return self._by_id.get(id) if self._by_id else None


_KEEPING = Lock()
"""Held for a moment only. That of :func:`functools.cached_property` is one for all nodes and held while something is
found out: a key would wait until another thread has made ten thousand branches of quite another node."""


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


def rows(root: Node, opened: Set[NodeId]) -> list[Node]:
    """The nodes that have a line below ``root`` with the nodes in ``opened`` open, from the first line to the last."""
    found: list[Node] = []
    _add_rows(found, root.children, opened)
    return found


def _add_rows(found: list[Node], nodes: Iterable[Node], opened: Set[NodeId]) -> None:
    for node in nodes:
        found.append(node)
        if node.id in opened and node.opens:
            if node.levels:
                _add_rows(found, node.children, opened)
            else:
                found += node.children  # of which none can be open


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


def begin_of(node: Node) -> int:
    """Where in the source what ``node`` is of begins; of what stands in several places or sources, its first entry."""
    if node.kind is NodeKind.DOCUMENT:
        return 0
    if node.kind is not NodeKind.THEME:
        return node.entry.item.spans[0][0]
    said, told = node.entry.theme.statements, node.entry.theme.narration
    return min([one.spans[0][0] for one in said[:1]] + [one.spans[0][0] for one in told[:1]])


def branches(root: Node) -> Iterator[Node]:
    """Every node that can be opened, from the root down."""
    for child in root.children:
        if child.opens:
            yield child
            if child.levels:
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
    if levels and levels[0] in OF_PLACE:
        # Those of one theme, which fall into the same groups of places, are asked for them once.
        runs = [list(alike) for _, alike in groupby(entries, key=lambda entry: id(entry.theme))]
        yield from _places(parent, runs, levels)
    else:
        yield from _sayings(parent, entries, levels)


def _places(parent: Node, runs: Iterable[list[Entry]], levels: tuple[Level, ...]) -> Iterator[Node]:
    """The nodes for entries of a theme each, grouped by where they stand."""
    rest = levels
    while rest and rest[0] in OF_PLACE:
        level, *after = rest
        rest = tuple(after)
        groups: dict[str, Group] = {}
        gathered: dict[str | None, list[list[Entry]]] = {}
        for run in runs:
            give_way()
            name = None
            for group in level(run[0]):
                name = group.id
                groups.setdefault(name, group)
            gathered.setdefault(name, []).append(run)
        if groups:
            break
    else:
        yield from _sayings(parent, chain.from_iterable(runs), rest)
        return
    for name, members in gathered.items():
        if name is None:
            yield from _places(parent, members, rest)
        else:
            entries = tuple(chain.from_iterable(members))
            group, id = groups[name], (*parent.id, name)
            yield Node(id, group.kind, group.label, "", entries, rest, parent.narrated)


def _sayings(parent: Node, entries: Iterable[Entry], levels: tuple[Level, ...]) -> Iterator[Node]:
    """The nodes for entries grouped by who says them or for whom, or each on a line of its own."""
    if not parent.narrated:
        entries = [entry for entry in entries if entry.statement]
    if not levels:
        for entry in entries:
            yield _leaf((*parent.id, "/".join(key_of(entry))), parent.kind, entry)
        return
    groups: dict[str, Group] = {}
    gathered: dict[str | None, list[Entry]] = {}
    for entry in entries:
        own = False
        for group in levels[0](entry):
            own = True
            groups.setdefault(group.id, group)
            gathered.setdefault(group.id, []).append(entry)
        if not own:
            gathered.setdefault(None, []).append(entry)
    for name, members in _ordered(gathered, first=not parent.id):
        if name is None:
            yield from _sayings(parent, members, levels[1:])
            continue
        group, id = groups[name], (*parent.id, name)
        if len(members) == 1:
            yield _leaf(id, group.kind, members[0], group.label)
        else:
            aside = _common_agency(members) if group.kind is NodeKind.SPEAKER else ""
            yield Node(id, group.kind, group.label, aside, tuple(members), levels[1:], parent.narrated)


def _ordered(gathered: dict[str | None, list[Entry]], *, first: bool) -> list[tuple[str | None, list[Entry]]]:
    """In reading order, the ``first`` level of a tree by how much each says; last what has no group."""
    ordered = list(gathered.items())
    ordered.sort(key=lambda pair: (pair[0] is None, -len(pair[1]) if first else 0))
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
