"""Finding patterns in a small text, without numpy: the same as ``large_text``, in lists.

numpy takes longer to import than a search of one article by this module.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from tuiexplorer.search import ranking
from tuiexplorer.search.fields import Field, Scope
from tuiexplorer.search.fold import fold, is_spoken
from tuiexplorer.search.pattern import ANY, OPEN, SPOKEN, Outcome, Probe
from tuiexplorer.search.searched_lines import Lines

BREAK = "\n"
"""Stands after every line; folded text has none inside."""

Column = list[float]
"""What each entry is worth: 0 where it is no match."""


class SmallText:
    """Folded lines end to end, and where each character stands."""

    def __init__(self, lines: Lines, size: int) -> None:
        self._owners, self._content_owners, self._firsts = lines.owners, lines.content_owners, lines.firsts
        self._size = size
        told = lines.firsts[Field.NARRATION] - lines.firsts[Field.CONTENT]
        self._narrations = frozenset(lines.content_owners[told:])
        folded = [fold(text) for text in lines.texts]
        self._text = "".join(line + BREAK for line in folded)
        self._starts = list(accumulate((len(line) + 1 for line in folded), initial=0))
        self._chars = frozenset(self._text)
        self._postings: dict[str, list[int]] = {}
        self._known: dict[str, tuple[int, list[str]]] = {}

    def find(self, probe: Probe) -> list[int]:
        """Where the pattern begins, ascending, in the fields of the probe's scope."""
        pattern, text = probe.pattern, self._text
        first, end = self._span(probe.scope)
        places = [(offset, chars) for offset, chars in enumerate(pattern.classes) if chars not in OPEN]
        if not places or end - first < len(pattern):
            return []
        rarest, rare = min(places, key=lambda place: self._present(place[1])[0])
        found = sorted(
            position - rarest
            for char in self._present(rare)[1]
            for position in self._within(char, first + rarest, end - len(pattern) + rarest)
        )
        for offset, chars in places:
            if offset != rarest:
                allowed = _set_of(chars)
                found = [at for at in found if text[at + offset] in allowed]
        for offset, chars in enumerate(pattern.classes):
            if chars == ANY:
                found = [at for at in found if text[at + offset] != BREAK]
            elif chars == SPOKEN:
                found = [at for at in found if is_spoken(text[at + offset])]
        if pattern.head or pattern.tail or pattern.word:
            found = [at for at in found if self._is_bound(probe, at)]
        return found

    def read(self, place: int, length: int) -> str:
        """The folded characters that stand at a place."""
        return self._text[place : place + length]

    def raise_to(self, column: Column, probe: Probe, places: Sequence[int]) -> Outcome:
        """Raise the owners of the lines in which the places stand to what the match is worth there."""
        short = content = name = False
        for line, field, here in self._by_line(places):
            how = ranking.probe_worth(probe, in_content=field >= Field.CONTENT)
            told = here[:1] if field >= Field.CONTENT else here  # there one match is worth as much as another
            worths = [(how + self._place_worth(field, probe, at), at) for at in told]
            worth = max(worth for worth, _ in worths)
            if worth <= 0:
                continue
            if field >= Field.CONTENT:
                content = True
                owners: Sequence[int] = (self._content_owners[line - self._firsts[Field.CONTENT]],)
            else:
                short = True
                name = name or (
                    field is Field.SPEAKER
                    and any(worth > 0 and self._is_whole(at, len(probe.pattern)) for worth, at in worths)
                )
                owners = self._owners[line]
            for owner in owners:
                column[owner] = max(column[owner], worth)
        return Outcome(short or content, short, name)

    def usual(self, places: Sequence[int], probe: Probe) -> list[int]:
        """Those of the places at which letters stand for characters that are usually read so."""
        usual = [(offset, _set_of(chars)) for offset, chars in enumerate(probe.pattern.usual)]
        return [at for at in places if all(self._text[at + offset] in chars for offset, chars in usual)]

    def contents(self, places: Sequence[int]) -> list[int]:
        """Those of the ascending places that stand in content."""
        return list(places[bisect_left(places, self._starts[self._firsts[Field.CONTENT]]) :])

    def add_nearness(self, column: Column, places: Sequence[int], others: Sequence[int]) -> None:
        """Add to entries what it is worth that two ascending rows of places in content come near each other."""
        nearest: dict[int, int] = {}
        for at in places:
            line = bisect_right(self._starts, at) - 1
            index = bisect_left(others, at)
            for other in others[max(0, index - 1) : index + 1]:
                if self._starts[line] <= other < self._starts[line + 1]:
                    nearest[line] = min(nearest.get(line, len(self._text)), abs(other - at))
        for line, distance in nearest.items():
            owner = self._content_owners[line - self._firsts[Field.CONTENT]]
            if column[owner] > 0:
                column[owner] += ranking.near_worth(distance)

    def occurrences(self, probe: Probe) -> dict[int, list[int]]:
        """For each line the offsets in it (folded) at which the pattern begins, as far as that is worth anything."""
        found: dict[int, list[int]] = {}
        for line, field, places in self._by_line(self.find(probe)):
            start, always = self._starts[line], field >= Field.CONTENT
            told = [
                at - start
                for at in places
                if always or self._place_worth(field, probe, at) > ranking.NO_MATCH
            ]
            if told:
                found[line] = told
        return found

    def content_length(self) -> int:
        """Characters of content and narration."""
        return len(self._text) - self._starts[self._firsts[Field.CONTENT]] - len(self._content_owners)

    def empty(self) -> Column:
        """Nothing matches."""
        return [0.0] * self._size

    def best_of(self, columns: Sequence[Column]) -> Column:
        """What is worth most of several."""
        return [max(worths) for worths in zip(*columns, strict=True)]

    def all_of(self, columns: Sequence[Column]) -> Column:
        """The sum where all match."""
        return [sum(worths) if min(worths) > 0 else 0.0 for worths in zip(*columns, strict=True)]

    def none_of(self, column: Column) -> Column:
        """What does not match."""
        return [0.0 if worth > 0 else ranking.ABSENT for worth in column]

    def keys(self, column: Column, first: int) -> list[int]:
        """A :func:`~tuiexplorer.search.ranking.key` for each match; ``first`` is the number of the first entry."""
        return [
            ranking.key(round(ranking.hundredths(worth, number in self._narrations)), first + number)
            for number, worth in enumerate(column)
            if worth > 0
        ]

    def add_relevance(
        self, column: Column, places: Sequence[int], rarity: float, usual_length: float
    ) -> None:
        """Add what a word that stands in content at these ascending places is worth by BM25."""
        for line, _, here in self._by_line(places):
            length = (self._starts[line + 1] - self._starts[line]) / usual_length
            owner = self._content_owners[line - self._firsts[Field.CONTENT]]
            column[owner] += ranking.relevance(len(here), length, rarity)

    def _by_line(self, places: Sequence[int]) -> Iterator[tuple[int, Field, Sequence[int]]]:
        """Ascending places by the line in which they stand, and its field: those of a line are never gone through."""
        begin = 0
        while begin < len(places):
            line = bisect_right(self._starts, places[begin]) - 1
            end = bisect_left(places, self._starts[line + 1], begin)
            yield line, Field(bisect_right(self._firsts, line) - 1), places[begin:end]
            begin = end

    def _span(self, scope: Scope) -> tuple[int, int]:
        """Where the fields of a scope begin and end."""
        return self._starts[self._firsts[scope.first]], self._starts[self._firsts[scope.last + 1]]

    def _present(self, chars: str) -> tuple[int, list[str]]:
        """Which of the characters stand in the text, and how often altogether."""
        if chars not in self._known:
            present = [*(self._chars & _set_of(chars))]
            self._known[chars] = sum(map(self._text.count, present)), present
        return self._known[chars]

    def _within(self, char: str, first: int, last: int) -> list[int]:
        """Where a character stands, of all places from the first to the last."""
        positions = self._positions(char)
        return positions[bisect_left(positions, first) : bisect_right(positions, last)]

    def _positions(self, char: str) -> list[int]:
        """Where a character stands. Most are never asked for."""
        if char not in self._postings:
            self._postings[char] = [match.start() for match in re.finditer(re.escape(char), self._text)]
        return self._postings[char]

    def _is_bound(self, probe: Probe, at: int) -> bool:
        pattern = probe.pattern
        before, after = self._text[at - 1 : at] or BREAK, self._text[at + len(pattern)]
        if (pattern.head and before != BREAK) or (pattern.tail and after != BREAK):
            return False
        first, last = self._text[at], self._text[at + len(pattern) - 1]
        return not pattern.word or not (
            (_is_latin(before) and _is_latin(first)) or (_is_latin(last) and _is_latin(after))
        )

    def _is_whole(self, at: int, length: int) -> bool:
        return (at == 0 or self._text[at - 1] == BREAK) and self._text[at + length] == BREAK

    def _place_worth(self, field: Field, probe: Probe, at: int) -> float:
        pattern = probe.pattern
        at_head = at == 0 or self._text[at - 1] == BREAK
        at_tail = self._text[at + len(pattern)] == BREAK
        worth = ranking.place_worth(field, len(pattern), probe.manner, at_head=at_head, at_tail=at_tail)
        if field is Field.SPEAKER and at_head:
            worth += ranking.head_worth(pattern, self._text[at : at + 2])
        end = at + len(pattern)
        return worth + ranking.cut_worth(field, self._text[at - 1 : at], self._text[end - 1 : end + 1])


@lru_cache(1024)
def _set_of(chars: str) -> frozenset[str]:
    """The characters that a letter or a syllable may stand for: thousands, which are asked for with each short text."""
    return frozenset(chars)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
