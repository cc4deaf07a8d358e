"""A segment: some of the entries, and the text in which they are searched, built when it is first needed."""

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock
from typing import Any, Protocol

from tuiexplorer.model import Entry, Statement
from tuiexplorer.search.fields import Field
from tuiexplorer.search.fold import fold
from tuiexplorer.search.lines import lines_of
from tuiexplorer.search.pattern import Probe
from tuiexplorer.search.pinyin import name_sounds

PLAIN_BELOW = 100_000
"""Characters of content below which a segment is searched without numpy."""

Column = Any
"""What each entry is worth: a list or an array, as its text makes them."""
Places = Any
"""Ascending positions in a text: a list or an array."""


class Text(Protocol):
    """Searched lines: what finds patterns in them and reckons with what was found. See ``plain`` and ``arrays``."""

    def find(self, probe: Probe) -> Places: ...
    def raise_to(self, column: Column, probe: Probe, places: Places) -> tuple[bool, bool]: ...
    def usual(self, places: Places, probe: Probe) -> Places: ...
    def contents(self, places: Places) -> Places: ...
    def add_nearness(self, column: Column, places: Places, others: Places) -> None: ...
    def add_relevance(self, column: Column, places: Places, rarity: float, usual_length: float) -> None: ...
    def empty(self) -> Column: ...
    def best_of(self, columns: Sequence[Column]) -> Column: ...
    def all_of(self, columns: Sequence[Column]) -> Column: ...
    def none_of(self, column: Column) -> Column: ...
    def keys(self, column: Column, first: int) -> Sequence[int]: ...


class Overtaken(Exception):
    """The search is no longer wanted."""


class Segment:
    """Entries that are searched together. Immutable, but for what it builds on first need."""

    def __init__(self, entries: Sequence[Entry], size: int | None = None) -> None:
        self.entries = entries
        self.size = sum(map(_length, entries)) if size is None else size
        """Characters of content."""
        self._building = Lock()
        self._built: tuple[Text, dict[Field, Sequence[str]]] | None = None

    @property
    def text(self) -> Text:
        """The searched text."""
        return self._build()[0]

    def prepare(self) -> None:
        """Build now what a search needs."""
        self._build()

    def names(self, field: Field) -> Sequence[str]:
        """The distinct speakers, agencies or headings, as written."""
        return self._build()[1][field]

    @cached_property
    def spoken_names(self) -> Sequence[str]:
        """The letters of the speakers' names in pinyin, in the order of :meth:`names`."""
        return [name_sounds(fold(name)) for name in self.names(Field.SPEAKER)]

    @cached_property
    def statements(self) -> int:
        """How many of the entries are statements."""
        return sum(isinstance(entry.item, Statement) for entry in self.entries)

    def _build(self) -> tuple[Text, dict[Field, Sequence[str]]]:
        with self._building:
            if self._built is None:
                lines = lines_of(self.entries)
                names = {
                    field: lines.texts[lines.firsts[field] : lines.firsts[field + 1]]
                    for field in (Field.SPEAKER, Field.AGENCY, Field.HEADING)
                }
                self._built = _text_class(self.size)(lines, len(self.entries)), names
            return self._built


def _text_class(size: int) -> Callable[..., Text]:
    if size < PLAIN_BELOW:
        from tuiexplorer.search.plain import PlainText

        return PlainText
    from tuiexplorer.search.arrays import ArrayText

    return ArrayText


def _length(entry: Entry) -> int:
    item = entry.item
    return len(item.content) if isinstance(item, Statement) else len(item.text)
