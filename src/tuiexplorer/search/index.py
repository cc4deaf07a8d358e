"""The index: entries to be searched, and the search."""

from _thread import allocate_lock
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, cast

from tuiexplorer.model import Document, Entry, Statement
from tuiexplorer.search import ranking
from tuiexplorer.search.answer import Answer, united
from tuiexplorer.search.fields import SCOPES, overlap
from tuiexplorer.search.fold import fold
from tuiexplorer.search.parts import one_name
from tuiexplorer.search.pattern import Found
from tuiexplorer.search.query import Query, Term, parse_query
from tuiexplorer.search.results import NO_HITS, Hits, Results, entry_at
from tuiexplorer.search.segment import OvertakenError, Segment

if TYPE_CHECKING:
    from tuiexplorer.search.related import Related
    from tuiexplorer.search.shelf import Shelf

LARGEST_SEGMENT = 12_000_000
"""Characters of text beyond which segments do not grow: one takes about a second to build, 5 ms at most to ask."""

_ORDERED_AS_TYPED = 50
"""The best so many hits are looked at for text that is written exactly as typed."""


class Index:
    """Entries that can be searched while more are added.

    Entries keep the order in which their documents were added. What is built for searching is built by the
    first search (or by :meth:`prepare`), and pinyin by the first query that asks for it. Any thread may add
    and search.
    """

    def __init__(self, shelf: "Shelf | None" = None) -> None:
        """``shelf`` is where what is built may be kept for other runs, and taken from."""
        self._shelf = shelf
        self._segments: tuple[Segment, ...] = ()
        self._adding = allocate_lock()

    def __len__(self) -> int:
        """How many entries there are, statements and narration."""
        return sum(len(segment.entries) for segment in self._segments)

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents after those that are there. Earlier results stay valid."""
        self.add_entries(entry for document in documents for entry in document.entries())

    def add_entries(self, entries: Iterable[Entry]) -> None:
        """Add the entries of documents that the caller has made already, to share them."""
        more = list(self._segments_of(entries))
        with self._adding:
            segments = list(self._segments)
            for segment in more:
                segments.append(segment)
                # Each segment is at least twice as large as the next, so that each entry is moved a few times only.
                while len(segments) > 1 and _should_merge(*segments[-2:]):
                    last, before = segments.pop(), segments.pop()
                    entries, size = [*before.entries, *last.entries], before.size + last.size
                    segments.append(Segment(entries, size, shelf=self._shelf))
            self._segments = tuple(segments)

    def settle(self) -> None:
        """All is added: have as few segments as may be, whatever came with what. Only such are the next run's too."""
        with self._adding:
            if len(self._segments) > 1:
                entries = chain.from_iterable(segment.entries for segment in self._segments)
                self._segments = tuple(self._segments_of(entries))

    def prepare(self) -> None:
        """Build now what the first search would build, and keep it for the next run."""
        for segment in self._segments:
            segment.prepare()

    def search(
        self, query: Query | str, *, limit: int | None = None, cancelled: Callable[[], bool] | None = None
    ) -> Results:
        """Find a query. Never raises, whatever the query.

        Args:
            query: as typed, or as :func:`parse_query` read it. One without terms finds every entry.
            limit: how many hits to return at most; all are counted.
            cancelled: asked every few milliseconds; once it is true the search is dropped.
        """
        asked = parse_query(query) if isinstance(query, str) else query
        try:
            return self._search(asked, limit, cancelled or (lambda: False))
        except OvertakenError:
            return Results(NO_HITS, 0, asked.problems, overtaken=True)

    def related(self, entry: Entry, limit: int = 10) -> "list[Related]":
        """The statements nearest to an entry by what they say, the nearest first."""
        from tuiexplorer.search.related import related_statements

        return related_statements(entry, self._segments, limit)

    def _segments_of(self, entries: Iterable[Entry]) -> Iterator[Segment]:
        """Entries in their order, in segments of whole documents that are hardly larger than they may be."""
        held: list[Entry] = []
        size = 0
        for document, own in groupby(entries, attrgetter("document")):
            held += own
            size += len(document.text)
            if size > LARGEST_SEGMENT:
                yield Segment(held, size, shelf=self._shelf)
                held, size = [], 0
        if held:
            yield Segment(held, size, shelf=self._shelf)

    def _search(self, query: Query, limit: int | None, cancelled: Callable[[], bool]) -> Results:
        segments = self._segments
        if not _may_name_agency(query, segments):
            segments = tuple(segment.without_other_names for segment in segments)
        firsts = [*accumulate((len(segment.entries) for segment in segments), initial=0)]
        groups = [[Answer(term, segments, cancelled) for term in group] for group in query.groups]
        if cancelled():
            raise OvertakenError
        if not segments:
            return Results(NO_HITS, 0, query.problems)
        if not groups:
            every = Hits([ranking.key(0, number) for number in range(firsts[-1])], segments, firsts, ())
            return Results(every[:limit], len(every), query.problems)
        named = [Answer(name, segments, cancelled, guessing=False) for name in one_name(query.groups)]
        keys = _in_order(
            [_keys(segment, number, groups, named, firsts[number]) for number, segment in enumerate(segments)]
        )
        total = len(keys)
        if not total:
            if cancelled():
                raise OvertakenError
            from tuiexplorer.search.suggestion import suggestion

            return Results(NO_HITS, 0, query.problems, suggestion(groups, segments))
        typed = [answer.term.text for group in groups for answer in group if answer.found_as_typed]
        if typed:
            keys = _as_typed_first(keys, typed, segments, firsts)
        terms = [
            words
            for group in groups
            for answer in group
            if not answer.term.negated
            for words in _words(answer)
        ]
        return Results(Hits(keys, segments, firsts, terms)[:limit], total, query.problems)


def _should_merge(before: Segment, last: Segment) -> bool:
    return before.size < 2 * last.size and before.size + last.size <= LARGEST_SEGMENT


def _may_name_agency(query: Query, segments: Sequence[Segment]) -> bool:
    """Whether any term may find an agency by another name; what large segments have already is not asked."""
    if all(segment.without_other_names is segment for segment in segments):
        return True
    return any(_may_be_agency(term, segments) for group in query.groups for term in group)


def _may_be_agency(term: Term, segments: Sequence[Segment]) -> bool:
    """Whether a term may find an agency by another name: the whole name of a person who speaks is none."""
    if term.field and not overlap(SCOPES[term.field], SCOPES["agency"]):
        return False
    name = fold(term.text)
    return not any(name in segment.persons for segment in segments)


def _keys(
    segment: Segment, number: int, groups: Sequence[Sequence[Answer]], named: Sequence[Answer], first: int
) -> Sequence[int]:
    """The keys of the entries in a segment that match every group; those that are ``named`` are worth more."""
    text = segment.text
    columns = [text.best_of([answer.column(number) for answer in group]) for group in groups]
    column = text.all_of(columns)
    if named:
        column = text.best_of([column, *(text.all_of([column, name.column(number)]) for name in named)])
    if len(groups) > 1:
        for one, other in pairwise(_content_places(group, number) for group in groups):
            if len(one) and len(other):
                text.add_nearness(column, one, other)
    keys: Sequence[int] = text.keys(column, first)
    return keys


def _content_places(group: Sequence[Answer], number: int) -> Sequence[int]:
    places: Sequence[int] = united(
        [row for answer in group if not answer.term.negated for row in answer.places(number)]
    )
    return places


def _in_order(keys: Sequence[Sequence[int]]) -> Sequence[int]:
    if all(isinstance(part, list) for part in keys):
        return sorted((key for part in keys for key in part), reverse=True)
    from tuiexplorer.search.large_text import in_order

    return cast("Sequence[int]", in_order(keys))


def _as_typed_first(
    keys: Sequence[int], texts: Sequence[str], segments: Sequence[Segment], firsts: Sequence[int]
) -> Sequence[int]:
    """The keys with the best of them ordered anew, those first whose text is written exactly as typed."""
    best = []
    for key in keys[:_ORDERED_AS_TYPED]:
        written = _written(entry_at(int(key), segments, firsts))
        bonus = sum(any(text in field for field in written) for text in texts)
        best.append((ranking.raised(int(key), bonus * ranking.AS_TYPED), int(key)))
    best.sort(reverse=True)
    ordered = [key for key, _ in best]
    if isinstance(keys, list):
        return ordered + keys[len(ordered) :]
    from tuiexplorer.search.large_text import with_head

    return cast("Sequence[int]", with_head(keys, ordered))


def _written(entry: Entry) -> list[str]:
    """The texts of an entry as written."""
    item, theme = entry.item, entry.theme
    texts = [theme.heading or "", theme.slogan or "", item.content]
    if not isinstance(item, Statement):
        return texts
    positions = [text for position in item.positions for text in (position.agency, position.post)]
    return [item.speaker, *positions, *texts]


def _words(answer: Answer) -> list[Found]:
    """The ways in which a term was found, each by the probes of words that are found together."""
    apart: list[Found] = [[answer.probes]] if answer.probes else []
    return [*apart, [word.probes for word in answer.words]] if answer.words else apart
