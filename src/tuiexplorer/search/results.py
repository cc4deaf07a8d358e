"""What a search finds: hits in order of rank, made when they are looked at."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from msgspec import Struct

from tuiexplorer.model import Entry
from tuiexplorer.search import ranking
from tuiexplorer.search.pattern import Found
from tuiexplorer.search.segment import Segment


class Hit(Struct, frozen=True, dict=True):
    """An entry that was found."""

    entry: Entry
    score: float
    """What it is worth, by :mod:`tuiexplorer.search.ranking`; 0 for a query that asks for nothing."""
    _terms: Sequence[Found] = ()
    _by_other_names: bool = True

    @cached_property
    def matches(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """What matched: field names to code-point ranges [start, end) in the field's original text.

        The names are speaker, agency, post, cue, heading, slogan, content, title, subtitle, path and above, the
        outermost heading that the theme's own stands below; the second position's are agency.1 and post.1, and so
        on. A narration's text is its content.
        """
        from tuiexplorer.search.marks import marks

        return marks(self.entry, self._terms, other_names=self._by_other_names) if self._terms else {}


class Hits(Sequence[Hit]):
    """Hits in order of rank."""

    def __init__(
        self,
        keys: Sequence[int],
        segments: Sequence[Segment],
        firsts: Sequence[int],
        terms: Sequence[Found],
    ) -> None:
        self._keys = keys
        self._segments = segments
        self._firsts = firsts
        self._terms = terms
        self._by_other_names = any(segment.has_other_names for segment in segments)

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> "Hits": ...
    def __getitem__(self, index: int | slice) -> "Hit | Hits":
        if isinstance(index, slice):
            return Hits(self._keys[index], self._segments, self._firsts, self._terms)
        return self._hit(int(self._keys[index]))

    def __iter__(self) -> Iterator[Hit]:
        return (self._hit(int(key)) for key in self._keys)

    def entries(self) -> tuple[Entry, ...]:
        """The entries alone, as they were added: faster than to make every hit."""
        keys = sorted(map(int, self._keys), key=ranking.number_of)
        return tuple(entry_at(key, self._segments, self._firsts) for key in keys)

    def matches(self, entry: Entry) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """What matched in one of the entries: see :attr:`Hit.matches`."""
        return Hit(entry, 0, self._terms, self._by_other_names).matches

    def _hit(self, key: int) -> Hit:
        entry = entry_at(key, self._segments, self._firsts)
        return Hit(entry, ranking.worth_of(key), self._terms, self._by_other_names)


NO_HITS = Hits((), (), (), ())


class Results(Struct, frozen=True):
    """The answer to a query."""

    hits: Hits
    total: int
    """How many there are, also where the hits are limited."""
    problems: tuple[str, ...] = ()
    """What of the query could not be read: see :class:`~tuiexplorer.search.query.Query`."""
    suggestion: str | None = None
    """Where there is no hit, a query that has some."""
    overtaken: bool = False
    """The search was cancelled; there are no hits because it was not finished."""


def entry_at(key: int, segments: Sequence[Segment], firsts: Sequence[int]) -> Entry:
    """The entry that a key is of; ``firsts`` are the numbers of the segments' first entries."""
    number = ranking.number_of(key)
    segment = bisect_right(firsts, number) - 1
    return segments[segment].entries[number - firsts[segment]]
