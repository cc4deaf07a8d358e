"""What is browsed, without a screen: the library, the grouping, the search, and the trees that come of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui import outline
from tuiexplorer.tui.labels import Matches
from tuiexplorer.tui.library import Key, Library, key_of
from tuiexplorer.tui.outline import Grouping, Node, NodeId

if TYPE_CHECKING:
    from tuiexplorer.search import Hit, Results

ALL_OPEN = 300
"""Up to how many hits every group that has one is opened; beyond, only the way to the best."""


class _MatchesOf(Mapping[Key, Matches]):
    """What matched in each hit, found out when it is asked for: a screen shows few of many."""

    def __init__(self, hits: Mapping[Key, "Hit"]) -> None:
        self._hits = hits

    def __getitem__(self, key: Key) -> Matches:
        return self._hits[key].matches

    def __iter__(self) -> Iterator[Key]:
        return iter(self._hits)

    def __len__(self) -> int:
        return len(self._hits)

    def __contains__(self, key: object) -> bool:
        return key in self._hits


class Found(Struct):
    """The results of the query that is in force."""

    query: str
    results: "Results"
    matches: Mapping[Key, Matches]
    """What matched, by entry, best hit first."""

    @classmethod
    def of(cls, query: str, results: "Results") -> "Found":
        """The results, looked up by entry."""
        return cls(query, results, _MatchesOf({key_of(hit.entry): hit for hit in results.hits}))

    @property
    def best(self) -> Key | None:
        """The best hit."""
        return next(iter(self.matches), None)


class Browsing(Struct):
    """What the explorer browses, and how."""

    library: Library = field(default_factory=Library)
    grouping: Grouping = Grouping.THEMES
    found: Found | None = None
    opened: dict[Grouping, frozenset[NodeId]] = field(default_factory=dict)
    """Which groups stand open, for each grouping that was seen; kept while a search has its own."""
    _entries: Sequence[Entry] = ()
    """Those of which the trees are; more may have been read since."""
    _whole: dict[Grouping, Node] = field(default_factory=dict)

    def begin(self, library: Library) -> None:
        """Browse another reading, of which nothing is shown yet."""
        self.library, self._entries, self._whole = library, (), {}

    def take(self, grouping: Grouping, tree: Node) -> None:
        """Browse what ``tree`` holds; its grouping need no longer be the one in force."""
        self._entries, self._whole = tree.entries, {grouping: tree}

    def catch_up(self) -> None:
        """Browse all that was read by now, without waiting for the next tree."""
        if len(self._entries) != len(self.library.entries):
            self._entries, self._whole = tuple(self.library.entries), {}

    def whole(self) -> Node:
        """The tree of everything, in the grouping in force."""
        if self.grouping not in self._whole:
            self._whole[self.grouping] = outline.outline(self.grouping, self._entries)
        return self._whole[self.grouping]

    def tree(self) -> Node:
        """The tree to show: of the hits while there is a search, else of everything."""
        if self.found is None:
            return self.whole()
        places = map(self.library.place, self.found.matches)
        hits = sorted(place for place in places if place is not None)
        return outline.outline(self.grouping, (self.library.entries[place] for place in hits), narrated=True)

    def opened_at_first(self, tree: Node) -> frozenset[NodeId]:
        """The groups that stand open when ``tree`` is first shown."""
        if self.found is not None:
            if len(self.found.matches) <= ALL_OPEN:
                return frozenset(node.id for node in outline.branches(tree))
            return frozenset()
        if self.grouping in self.opened:
            return self.opened[self.grouping]
        if self.grouping in (Grouping.AGENCIES, Grouping.SPEAKERS):
            return frozenset()
        first = first_statement(tree)
        return frozenset(first.id[:depth] for depth in range(1, len(first.id))) if first else frozenset()


def first_statement(tree: Node) -> Node | None:
    """The first statement under a heading, or without any, the first of all."""
    leaves = (
        leaf
        for node in tree.children
        if node.count
        for leaf in outline.leaves(node)
        if isinstance(leaf.entry.item, Statement)
    )
    first = next(leaves, None)
    if first is None or first.entry.theme.heading:
        return first
    return next((leaf for leaf in leaves if leaf.entry.theme.heading), first)
