"""The threads: one reads, one searches, one looks for keywords. Each tells the explorer by messages."""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from msgspec import structs
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from tuiexplorer.giving_way import give_way
from tuiexplorer.language import _
from tuiexplorer.model import Entry
from tuiexplorer.tui import insight
from tuiexplorer.tui.browsing import Found, Trees
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.intake import Intake
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.messages import Counted, GroupKeywordsFound, KeywordsFound, Read, SearchDone, TreesMade
from tuiexplorer.tui.outline import Node, leaf_of
from tuiexplorer.tui.pace import Pace

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded
    from tuiexplorer.search import Index
    from tuiexplorer.tui.frame import Frame

Loader = Callable[[Callable[[], bool]], "Iterator[Loaded]"]
"""Reads everything from the start, until its argument says that nobody wants it any more; called again when the user
asks to read again."""
BATCH_LASTS = 0.1
"""Seconds for which read files are gathered before the explorer is told of them."""
PATIENCE = 0.1
"""Seconds after which a wait looks up to see whether it was cancelled."""
MOST_RELATED = 5
RESTS_AFTER = 1.0
"""Seconds without a key after which who reads is taken to rest on what is shown."""


class Background:
    """What runs beside the screen."""

    _index: "Future[Index]"
    """Of the reading in force: there as soon as all that was told of by then is in it."""

    def __init__(
        self,
        loader: Loader,
        *,
        keywords: bool = True,
        keeps: bool = False,
        settled: Callable[[], object] = lambda: None,
    ) -> None:
        """Have ``loader`` read.

        Args:
            loader: reads everything.
            keywords: whether what takes a segmenter is looked for, which is another 60 MB.
            keeps: whether what is built for searching may be kept for the next run, and taken from the last.
            settled: called once, when all that comes of the first reading is made.
        """
        self._loader = loader
        self._keywords = keywords
        self._keeps = keeps
        self._settled = settled
        self._search: Worker[None] | None = None
        self._painted = Event()
        self._pace = Pace()
        self.last_search = 0.0
        """How many seconds the last search took, with what had to be built for it."""
        self.round = 0
        """Which reading is in force; messages of an earlier one are to be dropped."""

    def start_reading(self, screen: "Frame") -> "asyncio.Future[Read]":
        """Read everything, from the start, and make trees of it in the grouping that is in force by then.

        The first that is to be told is what is returned; a message, as the rest, where that is cancelled by then.
        """
        self.round += 1
        self._index, self._pace = Future(), Pace()
        loop = asyncio.get_running_loop()
        first: asyncio.Future[Read] = loop.create_future()

        def hand_over(message: Read) -> None:
            if first.cancelled():
                screen.post_message(message)
            else:
                first.set_result(message)

        def tell_first(message: Read) -> None:
            loop.call_soon_threadsafe(hand_over, message)

        intake = Intake(screen, self, self.round, self._pace)
        read = partial(self._read, intake, self._index, tell_first)
        screen.run_worker(read, name="read", group="read", exclusive=True, thread=True)
        return first

    def go_on(self) -> None:
        """The first frame is on the screen: what is done from now on is not in its way."""
        self._painted.set()

    def _read(self, intake: Intake, made: "Future[Index]", tell_first: Callable[[Read], object]) -> None:
        worker = get_current_worker()
        batch: list[Loaded] = []
        told = time.monotonic()
        for loaded in self._loader(lambda: worker.is_cancelled):
            batch.append(loaded)
            intake.pace.reach(loaded)
            give_way()
            if not made.done():
                tell_first(intake.take(batch, finished=loaded.done == loaded.total))
                while not self._painted.wait(PATIENCE) and not worker.is_cancelled:
                    pass
                index = intake.make_index()
                intake.pace.begin()
                made.set_result(index)
            elif time.monotonic() - told >= BATCH_LASTS:
                intake.tell(batch, finished=False)
            else:
                continue
            batch, told = [], time.monotonic()
        if worker.is_cancelled:
            return
        if not made.done():
            tell_first(intake.take(batch, finished=True))
            return
        if batch or not intake.finished:
            intake.tell(batch, finished=True)
        made.result().prepare()
        intake.look_at_narration(lambda: worker.is_cancelled)
        intake.make_trees(lambda: worker.is_cancelled)
        if not worker.is_cancelled:
            # Only once: after another reading there are closed screens, which it would keep for ever.
            settled, self._settled = self._settled, lambda: None
            settled()

    def new_index(self) -> "Index":
        """An empty index."""
        from tuiexplorer.search import Index

        if not self._keeps:
            return Index()
        from tuiexplorer.search.shelf import open_shelf

        return Index(open_shelf())

    def search(self, screen: "Frame", query: str) -> None:
        """Search; a search that still runs is overtaken."""
        self._search = screen.run_worker(
            partial(self._search_for, screen, query, self._index, self._pace),
            name="search",
            group="search",
            exclusive=True,
            thread=True,
        )

    def cancel_search(self) -> None:
        """No result is wanted any more."""
        if self._search:
            self._search.cancel()

    def await_search(self) -> None:
        """Wait until no search is wanted that has not ended."""
        while self._search and not (self._search.is_finished or self._search.is_cancelled):
            time.sleep(PATIENCE)

    def _search_for(self, screen: "Frame", query: str, made: "Future[Index]", pace: Pace) -> None:
        worker = get_current_worker()
        index = _awaited(made, worker)
        if index is None or not _await_all_if_soon(pace, worker):
            return

        def is_overtaken() -> bool:
            give_way()
            return worker.is_cancelled

        begun, searched = time.monotonic(), len(index)
        results = index.search(query, cancelled=is_overtaken)
        self.last_search = time.monotonic() - begun
        if worker.is_cancelled:
            return
        found = Found.of(query, results, searched)
        tree = found.trees.of(screen.session.grouping)
        if results.total:
            leaf_of(tree, results.hits[0].entry)  # makes the branches on the way to it
        if not worker.is_cancelled:
            screen.post_message(SearchDone(found))

    def make_trees(self, screen: "Frame", awaited: Sequence[Trees], grouping: Grouping) -> None:
        """Make trees in one grouping."""

        def make() -> None:
            for trees in awaited:
                trees.of(grouping)
            screen.post_message(TreesMade())

        screen.run_worker(make, name="trees", group="trees", exclusive=True, thread=True)

    def find_keywords(self, screen: "Frame", entries: Sequence[Entry]) -> None:
        """Look for the keywords of each entry, and for what speaks of the same."""
        number = self.round

        def find(index: "Index", worker: "Worker[Any]") -> None:
            for entry in entries:
                if worker.is_cancelled:
                    return
                words = tuple(insight.keywords(entry.item.content, insight.KEYWORDS))
                related = [one.entry for one in index.related(entry, MOST_RELATED)]
                found = insight.related(_("On the same subject"), related)
                screen.post_message(KeywordsFound(number, key_of(entry), words, found))

        self._look_for_words(screen, find)

    def find_group_keywords(self, screen: "Frame", node: Node) -> None:
        """Look for the keywords of a group."""
        number = self.round

        def find(_index: "Index", worker: "Worker[Any]") -> None:
            if worker.is_cancelled:
                return
            found = insight.common_words(node.entries)
            counted = tuple((word, len(users)) for word, users in found.items())
            screen.post_message(GroupKeywordsFound(number, node.id, counted))

        self._look_for_words(screen, find)

    def _look_for_words(self, screen: "Frame", find: Callable[["Index", "Worker[Any]"], None]) -> None:
        """Have ``find`` called in the background, once the index is there and no key is pressed for a while."""
        if not self._keywords:
            return
        made = self._index

        def look() -> None:
            worker = get_current_worker()
            if (index := _awaited(made, worker)) is None:
                return
            index.prepare()  # who types meanwhile waits for that, not for the words
            _await_rest(screen, worker)
            find(index, worker)

        screen.run_worker(look, name="keywords", group="keywords", exclusive=True, thread=True)

    def count(self, screen: Screen[Any], entries: Sequence[Entry]) -> None:
        """Make the statistics; then look for the words that stand out in all that was said."""

        def find() -> None:
            from tuiexplorer.tui import statistics

            counted = statistics.count(entries)
            screen.post_message(Counted(counted))
            if not self._keywords:
                return
            words = insight.common_words(entries)
            screen.post_message(Counted(structs.replace(counted, words=words)))

        screen.run_worker(find, name="words", group="words", exclusive=True, thread=True)


def _await_rest(screen: "Frame", worker: "Worker[Any]") -> None:
    """Load the segmenter, which holds up keys for a tenth of a second, only when none comes for a while."""
    from tuiexplorer.search.words import is_loaded

    while not is_loaded() and not worker.is_cancelled:
        left = screen.keys.pressed + RESTS_AFTER - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, PATIENCE))


def _await_all_if_soon(pace: Pace, worker: "Worker[Any]") -> bool:
    """Wait for the rest of the files if they may be read soon. False where the worker was cancelled meanwhile."""
    while pace.ends_soon is not False and not worker.is_cancelled:
        pace.wait_for_end(PATIENCE)
    return not worker.is_cancelled


def _awaited(made: "Future[Index]", worker: "Worker[Any]") -> "Index | None":
    """The index once it is there; None where nobody waits for it any more."""
    while not worker.is_cancelled:
        with suppress(TimeoutError):
            return made.result(PATIENCE)
    return None
