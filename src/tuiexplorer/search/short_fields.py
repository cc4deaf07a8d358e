"""Finding patterns in the short fields of a large text: a bit for each position, by class and field.

The short fields are little text, and most is asked of them: every way to read letters, every guess at a name. Where
the characters of a class stand in a field is one number with a bit for each position, made when it is first needed. A
pattern is found by shifting the numbers of its classes over one another and keeping the bits that all have.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tuiexplorer.search.codes import BREAK, Codes, has
from tuiexplorer.search.fields import Field, Scope
from tuiexplorer.search.pattern import Pattern

_MOST_BYTES = 8_000_000
"""What is remembered is forgotten when it takes more."""
_WORD = 64


class ShortFields:
    """The fields before the content, each a stretch of a text."""

    def __init__(self, text: Codes, starts: Sequence[int]) -> None:
        self._text = text
        self._starts = starts
        """Where each of the fields begins, and where the last ends."""
        self._standing: list[dict[str, int]] = [{} for _ in range(Field.CONTENT)]
        self._bytes = 0
        self._ends = [_bits(self._stretch(field) == BREAK) for field in range(Field.CONTENT)]
        """Where the lines of each field end."""

    def find(
        self, pattern: Pattern, places: Sequence[tuple[int, str]], scope: Scope
    ) -> list[NDArray[np.int32]]:
        """Where the pattern begins, ascending, in each of the fields of the scope that has it.

        ``places`` are its offsets and classes in any order; the sooner the rare ones, the faster.
        """
        found = []
        for field in range(scope.first, min(scope.last + 1, Field.CONTENT)):
            bits = self._matches(pattern, places, field)
            if bits:
                found.append(_positions(bits) + np.int32(self._starts[field]))
        return found

    def _matches(self, pattern: Pattern, places: Sequence[tuple[int, str]], field: int) -> int:
        """The positions in a field at which the pattern begins."""
        standing = self._standing[field]
        bits = -1
        for offset, chars in places:
            where = standing.get(chars)
            bits &= (self._where(chars, field) if where is None else where) >> offset
            if not bits:
                return 0
        if pattern.head:
            bits &= self._ends[field] << 1 | 1
        if pattern.tail:
            bits &= self._ends[field] >> len(pattern.classes)
        return bits

    def _where(self, chars: str, field: int) -> int:
        """The positions in a field at which any of the characters stands, from now on remembered."""
        text = self._stretch(field)
        if self._bytes > _MOST_BYTES:
            for standing in self._standing:
                standing.clear()
            self._bytes = 0
        self._bytes += len(text) // 8
        bits = self._standing[field][chars] = _bits(has(text, chars))
        return bits

    def _stretch(self, field: int) -> Codes:
        return self._text[self._starts[field] : self._starts[field + 1]]


def _bits(flags: NDArray[np.bool_]) -> int:
    """The flags as bits, the first one the lowest."""
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def _positions(bits: int) -> NDArray[np.int32]:
    """Which bits are set, ascending."""
    size = -(-bits.bit_length() // _WORD) * _WORD // 8
    words = np.frombuffer(bits.to_bytes(size, "little"), np.uint64)
    set_words = np.flatnonzero(words)
    row, bit = np.nonzero(
        np.unpackbits(words[set_words].view(np.uint8), bitorder="little").reshape(-1, _WORD)
    )
    return (set_words[row] * _WORD + bit).astype(np.int32)
