"""Finding patterns in a large text, with numpy: postings of every character, and table look-ups beside them.

A pattern is found from its rarest place: take every position of its characters, and keep those that have the
right neighbours. No text of pinyin is stored, and every form of query costs about the same.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tuiexplorer.search import ranking
from tuiexplorer.search.codes import BREAK, class_of, has, latin_table
from tuiexplorer.search.fields import Field, Scope
from tuiexplorer.search.large_arrays import Arrays
from tuiexplorer.search.pattern import OPEN, Manner, Outcome, Pattern, Probe
from tuiexplorer.search.postings import Places
from tuiexplorer.search.short_fields import ShortFields

Column = NDArray[np.float32]
"""What each entry is worth: 0 where it is no match."""

_BLOCK_BITS = 5
"""Of so many characters, to the power of two, it is known in which line they begin: few lines are shorter."""
_LONGEST_PAIR, _MOST_PAIRED = 30_000, 500_000
"""Positions of a pair of places that are remembered at most, and how many of all pairs before they are forgotten."""
_NOWHERE = np.zeros(0, np.int32)


class LargeText:
    """Folded lines end to end, and the postings of each character."""

    def __init__(self, arrays: Arrays) -> None:
        firsts: list[int] = arrays.firsts.tolist()
        self._firsts = firsts
        self._pairs: dict[tuple[str, str, int], Places] = {}
        self._paired = 0
        self._text, self._starts = arrays.text, arrays.starts
        self._counts = dict.fromkeys(OPEN, len(self._text))
        self._ends = self._starts[1:].astype(np.int32)
        self._line_of_block = self._lines_at_blocks()
        self._short = ShortFields(self._text, self._starts[firsts[: Field.CONTENT + 1]].tolist())
        self._postings = arrays.postings
        self._owners, self._first_owner = arrays.owners, arrays.first_owner
        self._content_owners = arrays.content_owners
        self._is_narration = np.zeros(len(self._content_owners), bool)
        self._is_narration[self._content_owners[firsts[Field.NARRATION] - firsts[Field.CONTENT] :]] = True
        sizes = np.diff(firsts[: Field.CONTENT + 1])
        self._field_of_line = np.repeat(np.arange(Field.CONTENT, dtype=np.uint8), sizes)

    def find(self, probe: Probe) -> Places:
        """Where the pattern begins, ascending, in the fields of the probe's scope."""
        pattern, scope = probe.pattern, probe.scope
        if all(chars in OPEN for chars in pattern.classes):
            return _NOWHERE
        places = [*enumerate(pattern.classes)]
        in_content = scope.last >= Field.CONTENT
        if in_content:
            places.sort(key=lambda place: self._count(place[1]))
        rows = self._short.find(pattern, places, scope)
        if in_content:
            rows.append(self._find_in_content(pattern, places, scope))
        at = np.concatenate(rows) if len(rows) > 1 else rows[0] if rows else _NOWHERE
        return self._words(at, len(pattern)) if pattern.word and len(at) else at

    def read(self, place: int, length: int) -> str:
        """The folded characters that stand at a place."""
        return "".join(map(chr, self._text[place : place + length]))

    def raise_to(self, column: Column, probe: Probe, places: Places) -> Outcome:
        """Raise the owners of the lines in which the places stand to what the match is worth there."""
        content = int(np.searchsorted(places, self._content_start))
        short, name = self._raise_short(column, probe, places[:content]) if content else (False, False)
        if content < len(places):
            owners = self._content_owners[self._content_lines(places[content:])]
            worth = ranking.probe_worth(probe, in_content=True) + ranking.place_worth(
                Field.CONTENT, len(probe.pattern), probe.manner
            )
            column[owners] = np.maximum(column[owners], np.float32(worth))
        return Outcome(short or content < len(places), short, name)

    def usual(self, places: Places, probe: Probe) -> Places:
        """Those of the places at which letters stand for characters that are usually read so."""
        for offset, chars in enumerate(probe.pattern.usual):
            if chars != probe.pattern.classes[offset]:
                places = places[has(self._text[places + offset], chars)]
        return places

    def contents(self, places: Places) -> Places:
        """Those of the ascending places that stand in content."""
        return places[np.searchsorted(places, self._content_start) :]

    def add_nearness(self, column: Column, places: Places, others: Places) -> None:
        """Add to entries what it is worth that two ascending rows of places in content come near each other."""
        if not len(places) or not len(others):
            return
        if len(places) > len(others):
            places, others = others, places
        lines = self._lines(places)
        begin, end = self._starts[lines], self._starts[lines + 1]
        index = np.searchsorted(others, places)
        far = len(self._text)
        distance = np.full(len(places), far)
        for other in (others[np.maximum(index - 1, 0)], others[np.minimum(index, len(others) - 1)]):
            near = np.where((other >= begin) & (other < end), np.abs(other - places), far)
            distance = np.minimum(distance, near)
        together = distance < far
        owners = self._content_owners[lines[together] - self._firsts[Field.CONTENT]]
        worth = np.zeros(len(column), np.float32)
        np.maximum.at(worth, owners, ranking.near_worth(distance[together]).astype(np.float32))
        column += np.where(column > 0, worth, np.float32(0))

    def content_length(self) -> int:
        """Characters of content and narration."""
        return int(self._starts[-1]) - self._content_start - len(self._content_owners)

    def empty(self) -> Column:
        """Nothing matches."""
        return np.zeros(len(self._content_owners), np.float32)

    def best_of(self, columns: Sequence[Column]) -> Column:
        """What is worth most of several."""
        best: Column = np.maximum.reduce(list(columns)) if len(columns) > 1 else columns[0]
        return best

    def all_of(self, columns: Sequence[Column]) -> Column:
        """The sum where all match."""
        total = columns[0].copy()
        for column in columns[1:]:
            total = np.where((total > 0) & (column > 0), total + column, np.float32(0))
        return total

    def none_of(self, column: Column) -> Column:
        """What does not match."""
        return np.where(column > 0, np.float32(0), np.float32(ranking.ABSENT))

    def keys(self, column: Column, first: int) -> NDArray[np.int64]:
        """A :func:`~tuiexplorer.search.ranking.key` for each match; ``first`` is the number of the first entry."""
        numbers = np.flatnonzero(column > 0)
        worths = ranking.hundredths(column[numbers].astype(np.float64), self._is_narration[numbers])
        keys: NDArray[np.int64] = ranking.key(np.rint(worths).astype(np.int64), numbers + first)
        return keys

    def add_relevance(self, column: Column, places: Places, rarity: float, usual_length: float) -> None:
        """Add what a word that stands in content at these ascending places is worth by BM25."""
        lines, times = np.unique(self._lines(places), return_counts=True)
        lengths = (self._starts[lines + 1] - self._starts[lines]) / usual_length
        owners = self._content_owners[lines - self._firsts[Field.CONTENT]]
        column[owners] += ranking.relevance(times, lengths, rarity).astype(np.float32)

    @property
    def _content_start(self) -> int:
        return int(self._starts[self._firsts[Field.CONTENT]])

    def _span(self, scope: Scope) -> tuple[int, int]:
        """Where the fields of a scope begin and end."""
        return int(self._starts[self._firsts[scope.first]]), int(self._starts[self._firsts[scope.last + 1]])

    def _find_in_content(self, pattern: Pattern, places: Sequence[tuple[int, str]], scope: Scope) -> Places:
        """Where the pattern begins in content, ascending; ``places`` are its offsets and classes, the rarest first."""
        text = self._text
        if not self._count(places[0][1]):
            return _NOWHERE
        # The text ends in breaks, so that what looks beyond either end of it finds one of them.
        by_pair = len(places) > 1 and places[1][1] not in OPEN
        at = self._pair(*places[:2]) if by_pair else self._positions(*places[0])
        for offset, chars in places[1 + by_pair :]:
            if not len(at):
                return at
            at = at[has(text[offset:][at], chars)]
        if pattern.head:
            at = at[text[at - 1] == BREAK]
        if pattern.tail:
            at = at[text[at + len(pattern)] == BREAK]
        if not scope.first <= Field.CONTENT <= Field.NARRATION <= scope.last:
            first, end = self._span(scope)
            at = at[np.searchsorted(at, first) : np.searchsorted(at, end)]
        return at

    def _pair(self, rarer: tuple[int, str], other: tuple[int, str]) -> Places:
        """Where a pattern may begin in content that has these two places, each an offset and its characters.

        The variants of a misspelt term, and the keys of one that is typed, share most of their pairs.
        """
        (offset, chars), (other_offset, others) = rarer, other
        key = chars, others, other_offset - offset
        found = self._pairs.get(key)
        if found is None:
            found = self._postings.of(class_of(chars)[0])
            found = found[has(self._text[found + np.int32(key[2])], others)]
            found.sort()
            self._remember(key, found)
        return found - np.int32(offset) if offset else found

    def _remember(self, key: tuple[str, str, int], found: Places) -> None:
        if len(found) <= _LONGEST_PAIR:
            if self._paired > _MOST_PAIRED:
                self._pairs.clear()
                self._paired = 0
            self._pairs[key] = found
            self._paired += len(found)

    def _count(self, chars: str) -> int:
        """How often any of the characters stands in content."""
        count = self._counts.get(chars)
        if count is None:
            count = self._counts[chars] = self._postings.count(class_of(chars)[0])
        return count

    def _positions(self, offset: int, chars: str) -> Places:
        """Where a pattern may begin in content that has this place alone."""
        found = self._postings.of(class_of(chars)[0])
        if len(chars) > 1:
            found.sort()
        if offset:
            found -= np.int32(offset)
        return found

    def _words(self, at: Places, length: int) -> Places:
        """Those of the places at which no Latin word goes on before or after so many characters."""
        text, latin = self._text, latin_table()
        at = at[~(latin[text[at - 1]] & latin[text[at]])]
        return at[~(latin[text[at + length - 1]] & latin[text[at + length]])]

    def _raise_short(self, column: Column, probe: Probe, places: Places) -> tuple[bool, bool]:
        """Raise the owners of lines in short fields. Returns whether any were, and whether by a whole name."""
        pattern, text = probe.pattern, self._text
        lines = self._lines(places)
        fields = self._field_of_line[lines]
        before = text[places - 1]
        last, after = text[places + (len(pattern) - 1)], text[places + len(pattern)]
        heads, tails = before == BREAK, after == BREAK
        is_speaker = fields == Field.SPEAKER
        is_name = bool((heads & tails & is_speaker).any())
        worths = _place_worths(len(pattern), probe.manner)[fields, heads.view(np.uint8), tails.view(np.uint8)]
        worths += np.float32(ranking.probe_worth(probe, in_content=False))
        for index in np.flatnonzero(heads & is_speaker) if pattern.unlikely_heads else ():
            worths[index] += np.float32(ranking.head_worth(pattern, self.read(places[index], 2)))
        inside, behind = map(ord, ranking.DEPARTMENT)
        for index in np.flatnonzero(
            (before == ord(ranking.SUPERLATIVE)) | ((last == inside) & (after == behind))
        ):
            around = chr(before[index]), chr(last[index]) + chr(after[index])
            worths[index] += np.float32(ranking.cut_worth(Field(fields[index]), *around))
        worthy = worths > 0
        if not worthy.all():
            lines, worths = lines[worthy], worths[worthy]
        owners, counts = self._owners_of(lines)
        np.maximum.at(column, owners, np.repeat(worths, counts))
        return bool(len(lines)), is_name

    def _owners_of(self, lines: NDArray[np.int32]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
        """The entries that the lines belong to, one line after the other, and how many each has."""
        firsts = self._first_owner[lines]
        counts = self._first_owner[lines + 1] - firsts
        ends = np.cumsum(counts)
        owners = self._owners[
            np.arange(ends[-1] if len(ends) else 0) + np.repeat(firsts - ends + counts, counts)
        ]
        return owners, counts

    def _content_lines(self, places: Places) -> NDArray[np.int32]:
        """The lines of content in which ascending places stand, each once, counted from the first."""
        lines = self._lines(places)
        keep = np.ones(len(lines), bool)
        np.not_equal(lines[1:], lines[:-1], out=keep[1:])
        return lines[keep] - np.int32(self._firsts[Field.CONTENT])

    def _lines_at_blocks(self) -> NDArray[np.int32]:
        """The line in which each block of the text begins."""
        blocks = np.arange(0, len(self._text), 1 << _BLOCK_BITS)
        return (np.searchsorted(self._starts, blocks, "right") - 1).astype(np.int32)

    def _lines(self, places: Places) -> NDArray[np.int32]:
        """The line in which each place stands: that of its block, or one of the next."""
        lines: NDArray[np.int32] = self._line_of_block[places >> _BLOCK_BITS]
        ahead = self._ends[lines] <= places
        while ahead.any():
            lines += ahead
            ahead = self._ends[lines] <= places
        return lines


@lru_cache(256)
def _place_worths(length: int, manner: Manner) -> NDArray[np.float32]:
    """The worth of where such a match stands: by field, whether at its head, whether at its tail."""
    ends = (False, True)
    return np.array(
        [
            [
                [ranking.place_worth(field, length, manner, at_head=head, at_tail=tail) for tail in ends]
                for head in ends
            ]
            for field in Field
            if field < Field.CONTENT
        ],
        np.float32,
    )


def in_order(keys: Sequence[Sequence[int] | NDArray[np.int64]]) -> NDArray[np.int64]:
    """All keys, the greatest first."""
    together = np.concatenate([np.asarray(part, np.int64) for part in keys])
    if (together[1:] > together[:-1]).any():  # not where all are worth the same
        together = np.sort(together)[::-1]
    return together


def united(places: Sequence[Sequence[int] | Places]) -> Places:
    """Several ascending rows of places as one."""
    together = np.concatenate([np.asarray(row, np.int32) for row in places])
    together.sort(kind="stable")
    return together


def with_head(keys: Sequence[int], head: Sequence[int]) -> NDArray[np.int64]:
    """The keys with other ones for the first."""
    changed = np.array(keys, np.int64)
    changed[: len(head)] = head
    return changed
