"""What lasts longer than a screen: the library, the reader's choices, the collection."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tuiexplorer.tui.actions import Action, binding_id
from tuiexplorer.tui.library import Key, Library
from tuiexplorer.tui.outline import Grouping


@dataclass
class Session:
    """The state of one run, part of which is kept for the next."""

    library: Library = field(default_factory=Library)
    query: str = ""
    grouping: Grouping = Grouping.THEMES
    split: int = 45
    """Percent of the width that the tree takes."""
    selection: Key | None = None
    """The entry to select once it is read."""
    collection: dict[Key, None] = field(default_factory=dict)
    key_map: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The reader's own keys, by binding id."""

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the reader's own first."""
        return self.key_map.get(binding_id(action), action.keys)

    def take_selection(self) -> Key | None:
        """The entry to select, asked for once."""
        taken, self.selection = self.selection, None
        return taken
