"""The search index behind a lock: fed by the thread that reads, asked by the thread that searches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Protocol

from tuiexplorer.model import Entry


class Hit(Protocol):
    """An entry that matches, best first, and where."""

    @property
    def entry(self) -> Entry:
        """The entry."""
        ...

    @property
    def matches(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """Field name to the code-point ranges that matched in it."""
        ...


class Results(Protocol):
    """What a search found."""

    @property
    def hits(self) -> Sequence[Hit]:
        """Best first."""
        ...

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the query."""
        ...

    @property
    def suggestion(self) -> str | None:
        """A query that would find something."""
        ...


class Related(Protocol):
    """An entry that speaks of the same."""

    @property
    def entry(self) -> Entry:
        """The entry."""
        ...


class Index(Protocol):
    """What the search must offer; :class:`tuiexplorer.search.Index` does."""

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Take entries in."""

    def prepare(self) -> None:
        """Build now what the first search would build."""

    def search(self, query: str, *, cancelled: Callable[[], bool] | None = None) -> Results:
        """Find what matches the query."""
        ...

    def related(self, entry: Entry, limit: int) -> Sequence[Related]:
        """Find what speaks of the same."""
        ...


def make_index() -> Index:
    """The real index. Imported here, so that the first frame does not wait for it."""
    from tuiexplorer.search import Index as RealIndex

    return RealIndex()


class Searcher:
    """Entries wait here until the index is free; then they are added, and searched."""

    def __init__(self, make: Callable[[], Index] = make_index) -> None:
        self._make = make
        self._index: Index | None = None
        self._lock = Lock()
        self._waiting: list[Entry] = []

    def add(self, entries: Iterable[Entry]) -> None:
        """Take entries in, at no cost yet."""
        self._waiting.extend(entries)

    def warm(self) -> None:
        """Index what waits, so that the next search does not have to."""
        with self._lock:
            self._ready().prepare()

    def search(self, query: str, cancelled: Callable[[], bool]) -> Results | None:
        """What matches, or None if the search was overtaken."""
        with self._lock:
            if cancelled():
                return None
            found = self._ready().search(query, cancelled=cancelled)
        return None if cancelled() else found

    def related(self, entry: Entry, limit: int) -> Sequence[Related]:
        """What speaks of the same."""
        with self._lock:
            return self._ready().related(entry, limit)

    def _ready(self) -> Index:
        if self._index is None:
            self._index = self._make()
        # Swapped for an empty list in one step: the reading thread may be adding.
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._index.add_entries(waiting)
        return self._index
