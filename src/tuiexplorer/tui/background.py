"""The threads: one reads, one searches, one looks for keywords. Each tells the explorer by messages."""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field, structs
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tuiexplorer.language import _
from tuiexplorer.model import Document, Entry
from tuiexplorer.tui import insight
from tuiexplorer.tui.browsing import Found, Trees
from tuiexplorer.tui.library import Library, key_of
from tuiexplorer.tui.messages import Counted, GroupKeywordsFound, KeywordsFound, Read, SearchDone
from tuiexplorer.tui.outline import Node, leaf_of

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded
    from tuiexplorer.search import Index
    from tuiexplorer.tui.frame import Frame

Loader = Callable[[Callable[[], bool]], "Iterator[Loaded]"]
"""Reads everything from the start, until its argument says that nobody wants it any more; called again when the user
asks to read again."""
BATCH_LASTS = 0.1
"""Seconds for which read files are gathered before the explorer is told of them."""
MOST_RELATED = 5
REST = 10
"""While files are read no tree is made, and nothing is searched again, for so many times as long as it took the last
time: that grows with all that was read, and reading must not wait behind it."""


class Background:
    """What runs beside the screen."""

    _index: "Index"
    """Of the reading in force; made by its thread, before it tells of anything that could be asked for."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader
        self._search: Worker[None] | None = None
        self.last_search = 0.0
        """How many seconds the last search took, with what had to be built for it."""
        self.round = 0
        """Which reading is in force; messages of an earlier one are to be dropped."""

    def start_reading(self, screen: "Frame") -> None:
        """Read everything, from the start, and make trees of it in the grouping that is in force by then."""
        self.round += 1
        read = partial(self._read, screen, self.round)
        screen.run_worker(read, name="read", group="read", exclusive=True, thread=True)

    def _read(self, screen: "Frame", number: int) -> None:
        from tuiexplorer.search import Index

        worker = get_current_worker()
        self._index = Index()
        reading = _Reading(screen, self, number, self._index)
        batch: list[Loaded] = []
        told = time.monotonic()
        for loaded in self._loader(lambda: worker.is_cancelled):
            batch.append(loaded)
            if time.monotonic() - told >= BATCH_LASTS:
                reading.tell(batch, finished=False)
                batch, told = [], time.monotonic()
        if worker.is_cancelled:
            return
        reading.tell(batch, finished=True)
        reading.index.prepare()

    def search(self, screen: "Frame", query: str) -> None:
        """Search; a search that still runs is overtaken."""
        index = self._index
        self._search = screen.run_worker(
            lambda: self._search_for(screen, query, index),
            name="search",
            group="search",
            exclusive=True,
            thread=True,
        )

    def cancel_search(self) -> None:
        """No result is wanted any more."""
        if self._search:
            self._search.cancel()

    def _search_for(self, screen: "Frame", query: str, index: "Index") -> None:
        worker = get_current_worker()
        begun = time.monotonic()
        results = index.search(query, cancelled=lambda: worker.is_cancelled)
        self.last_search = time.monotonic() - begun
        if worker.is_cancelled:
            return
        found = Found.of(query, results)
        tree = found.trees.of(screen.session.grouping)
        if results.total:
            leaf_of(tree, results.hits[0].entry)  # makes the branches on the way to it
        if not worker.is_cancelled:
            screen.post_message(SearchDone(found))

    def find_keywords(self, screen: Screen[None], entries: Sequence[Entry]) -> None:
        """Look for the keywords of each entry, and for what speaks of the same."""
        index, number = self._index, self.round

        def find() -> None:
            worker = get_current_worker()
            index.prepare()  # who types meanwhile waits for that, not for the words
            for entry in entries:
                if worker.is_cancelled:
                    return
                words = tuple(insight.keywords(entry.item.content, insight.KEYWORDS))
                related = [one.entry for one in index.related(entry, MOST_RELATED)]
                found = insight.related(_("On the same subject"), related)
                screen.post_message(KeywordsFound(number, key_of(entry), words, found))

        screen.run_worker(find, name="keywords", group="keywords", exclusive=True, thread=True)

    def find_group_keywords(self, screen: Screen[None], node: Node) -> None:
        """Look for the keywords of a group."""
        index, number = self._index, self.round

        def find() -> None:
            index.prepare()
            found = insight.common_words(node.entries)
            screen.post_message(GroupKeywordsFound(number, node.id, found))

        screen.run_worker(find, name="keywords", group="keywords", exclusive=True, thread=True)

    def count(self, screen: Screen[Any], entries: Sequence[Entry]) -> None:
        """Make the statistics; then look for the words that stand out in all that was said."""

        def find() -> None:
            from tuiexplorer.tui import statistics

            counted = statistics.count(entries)
            screen.post_message(Counted(counted))
            words = insight.common_words(entries)
            screen.post_message(Counted(structs.replace(counted, words=words)))

        screen.run_worker(find, name="words", group="words", exclusive=True, thread=True)


class _Reading(Struct):
    """One reading. What grows with all that was read is made here, in its thread: keys do not wait for it."""

    screen: "Frame"
    background: Background
    round: int
    index: "Index"
    _library: Library = field(default_factory=Library)
    _shown: float = 0.0
    """When the last tree was made."""
    _took: float = 0.0
    """How many seconds that took."""

    def tell(self, batch: "list[Loaded]", *, finished: bool) -> None:
        """Take in what was read, and tell the screen."""
        entries = self._library.add(
            loaded.outcome for loaded in batch if isinstance(loaded.outcome, Document)
        )
        self.index.add_entries(entries)
        begun = time.monotonic()
        trees = None
        rest = max(self._took, self.background.last_search) * REST
        if finished or (entries and begun >= self._shown + rest):
            trees = Trees(tuple(self._library.entries))
            trees.of(self.screen.session.grouping)
            self._shown = time.monotonic()
            self._took = self._shown - begun
        self.screen.post_message(Read(tuple(batch), self._library, self.round, finished, trees))
