"""What is browsed, without a screen: the library, the grouping, the search, and the trees that come of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tuiexplorer.giving_way import give_way
from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui import outline
from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.labels import Matches, unmarked
from tuiexplorer.tui.library import Key, Library, key_of
from tuiexplorer.tui.outline import Node, NodeId
from tuiexplorer.tui.tally import Tally
from tuiexplorer.tui.typeset import keyword_ranges

if TYPE_CHECKING:
    from tuiexplorer.search import Results

ALL_OPEN = 300
"""Up to how many hits every group that has one is opened; beyond, only the way to the best."""


MANY = 200
"""Of a group of more entries what is told of it is found out when the tree is made: no key waits for it."""


class Trees(Struct):
    """The trees of some entries, each made when it is first asked for."""

    entries: tuple[Entry, ...] = ()
    narrated: bool = False
    _made: dict[Grouping, Node] = field(default_factory=dict)

    def of(self, grouping: Grouping) -> Node:
        """The tree in one grouping, with its first branches."""
        if grouping not in self._made:
            tree = outline.outline(grouping, self.entries, narrated=self.narrated)
            for node in tree.children:  # made when first asked for: here, not in the thread that draws
                if len(node.entries) > MANY:
                    give_way()
                    _gist = node.gist
            self._made.setdefault(grouping, tree)
        return self._made[grouping]

    def takes_long(self, grouping: Grouping) -> bool:
        """Whether the tree in that grouping is still to be made, and is not made in the time of a key."""
        return grouping not in self._made and len(self.entries) > outline.AT_ONCE


class Found(Struct):
    """The results of a query. Made beside the screen, for they may be many."""

    query: str
    results: "Results"
    trees: Trees
    said: Tally
    """How many of the hits are statements."""
    searched: int
    """How many entries were searched."""
    _matches: dict[Key, Matches] = field(default_factory=dict)

    @classmethod
    def of(cls, query: str, results: "Results", searched: int) -> "Found":
        """The results of ``query`` in so many entries, counted."""
        entries = results.hits.entries()
        return cls(query, results, Trees(entries, narrated=True), Tally.of(entries), searched)

    @property
    def best(self) -> Key | None:
        """The best hit."""
        return key_of(self.results.hits[0].entry) if self.results.total else None

    def matches(self, entry: Entry) -> Matches:
        """What matched in a hit, found out when it is asked for: a screen shows few of many."""
        key = key_of(entry)
        if key not in self._matches:
            self._matches[key] = self.results.hits.matches(entry)
        return self._matches[key]


class Browsing(Struct):
    """What the explorer browses, and how."""

    library: Library = field(default_factory=Library)
    grouping: Grouping = Grouping.THEMES
    found: Found | None = None
    chosen: Choice | None = None
    """Statements that are shown alone: some of those found, or of all."""
    opened: dict[Grouping, frozenset[NodeId]] = field(default_factory=dict)
    """Which groups stand open, for each grouping that was seen; kept while a search has its own."""
    _whole: Trees = field(default_factory=Trees)
    """Of what was read when they were made; more may have been read since."""
    _of_choice: Trees = field(default_factory=Trees)

    def begin(self, library: Library) -> None:
        """Browse another reading, of which nothing is shown yet."""
        self.library, self._whole, self.chosen = library, Trees(), None

    def take(self, trees: Trees) -> None:
        """Browse what ``trees`` are of."""
        self._whole = trees

    def catch_up(self) -> None:
        """Browse all that was read by now, without waiting for the next trees."""
        if len(self._whole.entries) != len(self.library.entries):
            self._whole = Trees(tuple(self.library.entries))

    def choose(self, choice: Choice | None) -> None:
        """Show these statements alone, or with None again all that there are to show."""
        self.chosen = choice
        self._of_choice = Trees(tuple(choice.entries)) if choice else Trees()

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries that the tree shows: those chosen, else those found, else all."""
        if self.chosen:
            return self.chosen.entries
        return self.found.trees.entries if self.found else self.library.entries

    @property
    def is_narrowed(self) -> bool:
        """Whether not everything is shown."""
        return self.chosen is not None or self.found is not None

    @property
    def is_small(self) -> bool:
        """Whether so little is shown that every group may stand open, and each line be counted."""
        return self.is_narrowed and len(self.entries) <= ALL_OPEN

    def matches(self, entry: Entry) -> Matches:
        """What the search matched in an entry, and where it uses the word for which it was chosen."""
        found = self.found.matches(entry) if self.found else unmarked(entry)
        if not self.chosen or not self.chosen.word:
            return found
        used = keyword_ranges(entry.item.content, [self.chosen.word])
        return {**found, "content": [*found.get("content", ()), *used]}

    def awaited(self, grouping: Grouping) -> list[Trees]:
        """Of which entries a tree in that grouping has to be made beside the screen before all can be shown in it."""
        shown = self._of_choice if self.chosen else self.found.trees if self.found else self._whole
        return [trees for trees in (self._whole, shown) if trees.takes_long(grouping)]

    def whole(self) -> Node:
        """The tree of everything, in the grouping in force."""
        return self._whole.of(self.grouping)

    def tree(self) -> Node:
        """The tree to show: of what was chosen, of the hits while there is a search, else of everything."""
        if self.chosen:
            return self._of_choice.of(self.grouping)
        return self.found.trees.of(self.grouping) if self.found else self.whole()

    def opened_at_first(self, tree: Node) -> frozenset[NodeId]:
        """The groups that stand open when ``tree`` is first shown."""
        if self.is_narrowed:
            return frozenset(node.id for node in outline.branches(tree)) if self.is_small else frozenset()
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
        if node.said.statements
        for leaf in outline.leaves(node)
        if isinstance(leaf.entry.item, Statement)
    )
    first = next(leaves, None)
    if first is None or first.entry.theme.heading:
        return first
    return next((leaf for leaf in leaves if leaf.entry.theme.heading), first)
