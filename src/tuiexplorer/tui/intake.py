"""Taking in what is read: library, index and trees grow in the thread that reads."""

import time
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tuiexplorer.giving_way import give_way
from tuiexplorer.model import Document
from tuiexplorer.tui.browsing import Trees
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.library import Library
from tuiexplorer.tui.messages import Read
from tuiexplorer.tui.pace import Pace

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded
    from tuiexplorer.search import Index
    from tuiexplorer.tui.background import Background
    from tuiexplorer.tui.frame import Frame

REST = 10
"""While files are read no tree is made, and nothing is searched again, for so many times as long as it took the last
time: that grows with all that was read, and reading must not wait behind it."""


class Intake(Struct):
    """What one reading has brought so far: whatever grows with that is made here, where no key waits for it."""

    screen: "Frame"
    background: "Background"
    round: int
    pace: Pace
    index: "Index | None" = None
    finished: bool = False
    """Whether the screen was told that nothing more comes."""
    _library: Library = field(default_factory=Library)
    _shown: float = 0.0
    """When the last tree was made."""
    _trees: Trees = field(default_factory=Trees)
    """What was told of last."""
    _took: float = 0.0
    """How many seconds that took."""

    def tell(self, batch: "list[Loaded]", *, finished: bool) -> None:
        """Take in what was read, and tell the screen."""
        self.screen.post_message(self.take(batch, finished=finished))

    def take(self, batch: "list[Loaded]", *, finished: bool) -> Read:
        """Take in what was read; what to tell the screen."""
        entries = self._library.add(
            loaded.outcome for loaded in batch if isinstance(loaded.outcome, Document)
        )
        if self.index is not None:
            self.index.add_entries(entries)
            if finished:
                self.index.settle()
                # Beside the tree: other cores do most of it.
                Thread(target=copy_context().run, args=(self.index.prepare,), daemon=True).start()
        if finished:
            self.pace.end()
            if self.index is not None:
                self.background.await_search()  # whose answer is what is shown, and not the tree of everything
        begun = time.monotonic()
        trees = None
        if finished or (entries and self._is_time(begun)):
            trees = Trees(tuple(self._library.entries))
            trees.of(self.screen.session.grouping)
            self._trees = trees
            self._shown = time.monotonic()
            self._took = self._shown - begun
        self.finished = finished
        return Read(tuple(batch), self._library, self.round, finished, trees)

    def _is_time(self, now: float) -> bool:
        """Whether a tree of what is read so far is worth its time: the first is, others if the rest takes long."""
        rest = max(self._took, self.background.last_search) * REST
        return not self._shown or (now >= self._shown + rest and not self.pace.ends_soon)

    def look_at_narration(self, cancelled: Callable[[], bool]) -> None:
        """Have all of it made that is made when it is looked at: no key is to wait for a thousand documents."""
        for document in self._library.documents:
            give_way()
            if cancelled():
                return
            any(theme.narration[:1] for theme in document.themes)

    def make_trees(self, cancelled: Callable[[], bool]) -> None:
        """Make the trees of the other groupings, so that the key for one waits for nothing."""
        for grouping in Grouping:
            give_way()
            if cancelled():
                return
            self._trees.of(grouping)

    def make_index(self) -> "Index":
        """The index of what was told of so far, to which the rest is added."""
        self.index = self.background.new_index()
        self.index.add_entries(self._library.entries)
        return self.index
