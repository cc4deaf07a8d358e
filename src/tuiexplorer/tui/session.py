"""What lasts longer than a screen: the library, the reader's choices, the collection."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from tuiexplorer.tui.actions import Action, binding_id
from tuiexplorer.tui.collection import Collection
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.library import Library
from tuiexplorer.tui.memory import Remembered
from tuiexplorer.tui.outline import NodeId, Spot


class Session(Struct):
    """The state of one run, part of which is kept for the next."""

    library: Library = field(default_factory=Library)
    query: str = ""
    queries: list[str] = field(default_factory=list)
    """What was searched for, the oldest first."""
    grouping: Grouping = Grouping.THEMES
    split: int = 45
    """Percent of the width that the tree takes."""
    spot: Spot | None = None
    """What to select once it is read."""
    opened: dict[Grouping, frozenset[NodeId]] = field(default_factory=dict)
    """Which groups stand open, for each grouping that was seen."""
    collection: Collection = field(default_factory=Collection)
    read_only: bool = False
    """Whether no other program is started and nothing written but what is remembered."""
    key_map: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The reader's own keys, by binding id."""

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action: the reader's own where there are any."""
        return self.key_map.get(binding_id(action), action.keys)

    @classmethod
    def after(cls, left: Remembered, **fields: Any) -> "Session":
        """A session that goes on where one was left."""
        return cls(
            query=left.query,
            grouping=left.grouping,
            split=left.split,
            spot=left.spot,
            opened=dict(left.opened),
            queries=list(left.queries),
            **fields,
        )
