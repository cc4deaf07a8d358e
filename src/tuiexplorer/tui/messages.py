"""What the background tells the explorer.

No two messages are compared, and none is shown: what is not made for that is milliseconds less of the start.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tuiexplorer.tui.browsing import Found, Trees
from tuiexplorer.tui.library import Key, Library
from tuiexplorer.tui.outline import NodeId
from tuiexplorer.tui.typeset import Section

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded
    from tuiexplorer.tui.statistics import Statistics


@dataclass(repr=False, eq=False)
class Read(Message):
    """Some files were read, and are in the library. ``round`` tells a reading from the one before it."""

    loaded: "tuple[Loaded, ...]"
    library: Library
    round: int
    finished: bool
    trees: Trees | None
    """Those of all that was read, when it is time to show it."""


class TreesMade(Message):
    """The trees are made that were waited for."""


@dataclass(repr=False, eq=False)
class SearchDone(Message):
    """A search ended that was not overtaken."""

    found: Found


@dataclass(repr=False, eq=False)
class KeywordsFound(Message):
    """The keywords of an entry are known, and what speaks of the same."""

    round: int
    key: Key
    keywords: tuple[str, ...]
    related: tuple[Section, ...]


@dataclass(repr=False, eq=False)
class Counted(Message):
    """The statistics are known; the words that stand out come with the second one."""

    statistics: "Statistics"


@dataclass(repr=False, eq=False)
class GroupKeywordsFound(Message):
    """The keywords of a group are known."""

    round: int
    node: NodeId
    keywords: tuple[tuple[str, int], ...]
