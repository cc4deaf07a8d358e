"""A segment: some of the entries, and the text in which they are searched, built when it is first needed."""

from _thread import allocate_lock
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from tuiexplorer.model import Entry, Kind
from tuiexplorer.search.fields import Field
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pattern import Outcome, Probe
from tuiexplorer.search.searched_lines import Lines, lines_of

if TYPE_CHECKING:
    from tuiexplorer.search.large_arrays import Arrays
    from tuiexplorer.search.shelf import Shelf

SMALL_BELOW = 100_000
"""Characters of text below which a segment is searched without numpy."""

Column = Any
"""What each entry is worth: a list or an array, as its text makes them."""
Places = Any
"""Ascending positions in a text: a list or an array."""

Names = Mapping[Field, Sequence[str]]
"""The distinct speakers, agencies and headings."""

Keys = Any
"""Keys of :mod:`~tuiexplorer.search.ranking`: a list or an array."""


class Text(Protocol):
    """Searched lines: what finds patterns in them and reckons with what was found.

    See ``small_text`` and ``large_text``.
    """

    def find(self, probe: Probe) -> Places:
        """Where the pattern begins, ascending, in the fields of the probe's scope."""

    def read(self, place: int, length: int) -> str:
        """The folded characters that stand at a place."""

    def raise_to(self, column: Column, probe: Probe, places: Places) -> Outcome:
        """Raise entries to what the match is worth at the places."""

    def usual(self, places: Places, probe: Probe) -> Places:
        """The places at which letters stand for characters usually read so."""

    def contents(self, places: Places) -> Places:
        """The places in content."""

    def add_nearness(self, column: Column, places: Places, others: Places) -> None:
        """Add what it is worth that two rows of places come near each other."""

    def add_relevance(self, column: Column, places: Places, rarity: float, usual_length: float) -> None:
        """Add what a word at the places is worth by BM25."""

    def content_length(self) -> int:
        """Characters of content and narration."""

    def empty(self) -> Column:
        """Nothing matches."""

    def best_of(self, columns: Sequence[Column]) -> Column:
        """What is worth most."""

    def all_of(self, columns: Sequence[Column]) -> Column:
        """The sum where all match."""

    def none_of(self, column: Column) -> Column:
        """What does not match."""

    def keys(self, column: Column, first: int) -> Keys:
        """A :func:`~tuiexplorer.search.ranking.key` for each match."""


class OvertakenError(Exception):
    """The search is no longer wanted."""


class Segment:
    """Entries that are searched together. Immutable, but for what it builds on first need."""

    def __init__(
        self, entries: Sequence[Entry], size: int, *, other_names: bool = True, shelf: "Shelf | None" = None
    ) -> None:
        self.entries = entries
        self.size = size
        """Characters of the documents."""
        self._shelf = shelf
        self.has_other_names = other_names
        """Whether agencies are found by other names than those in the articles."""
        self._building = allocate_lock()
        self._folded: dict[Field, Sequence[str]] = {}
        self._spoken: dict[Field, Sequence[str]] = {}
        self._built: tuple[Text, Names] | None = None
        self._to_be_kept: Arrays | None = None

    @cached_property
    def without_other_names(self) -> "Segment":
        """The same without the other names of agencies, where it is so small that making those takes longest."""
        small = self.size < SMALL_BELOW
        return Segment(self.entries, self.size, other_names=False) if small else self

    @cached_property
    def persons(self) -> frozenset[str]:
        """The persons who speak, folded."""
        said = filter(None, (entry.statement for entry in self.entries))
        named = {statement.speaker for statement in said if statement.kind is Kind.NAMED}
        return frozenset(map(fold, named))

    @property
    def text(self) -> Text:
        """The searched text."""
        return self._build()[0]

    def prepare(self) -> None:
        """Build now what a search needs, and keep it for the next run."""
        _text, names = self._build()
        made, self._to_be_kept = self._to_be_kept, None
        if made and self._shelf:
            self._shelf.keep(self.entries, made, names)

    def names(self, field: Field) -> Sequence[str]:
        """The distinct speakers, agencies or headings, as written."""
        return self._build()[1][field]

    def folded_names(self, field: Field) -> Sequence[str]:
        """The same folded."""
        if field not in self._folded:
            self._folded[field] = [fold(name) for name in self.names(field)]
        return self._folded[field]

    def spoken_names(self, field: Field) -> Sequence[str]:
        """The letters of the same in pinyin."""
        if field not in self._spoken:
            from tuiexplorer.search.pinyin import name_sounds

            self._spoken[field] = [name_sounds(name) for name in self.folded_names(field)]
        return self._spoken[field]

    @cached_property
    def statements(self) -> int:
        """How many of the entries are statements."""
        return sum(entry.statement is not None for entry in self.entries)

    def _build(self) -> tuple[Text, Names]:
        with self._building:
            if self._built is None:
                self._built = self._small() if self.size < SMALL_BELOW else self._large()
            return self._built

    def _small(self) -> tuple[Text, Names]:
        from tuiexplorer.search.small_text import SmallText

        lines = lines_of(self.entries, other_names=self.has_other_names)
        return SmallText(lines, len(self.entries)), _names(lines)

    def _large(self) -> tuple[Text, Names]:
        from tuiexplorer.search.large_arrays import Arrays
        from tuiexplorer.search.large_text import LargeText

        if self._shelf and (kept := self._shelf.recall(self.entries)):
            arrays, names = kept
            return LargeText(arrays), names
        lines = lines_of(self.entries, other_names=self.has_other_names)
        self._to_be_kept = arrays = Arrays.made(lines)
        return LargeText(arrays), _names(lines)


def _names(lines: Lines) -> Names:
    return {
        field: lines.texts[lines.firsts[field] : lines.firsts[field + 1]]
        for field in (Field.SPEAKER, Field.AGENCY, Field.HEADING)
    }
