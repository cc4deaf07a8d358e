"""Where each character stands in a text: the positions of all characters, those of one character together."""

from typing import Self

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tuiexplorer.giving_way import give_way
from tuiexplorer.search.codes import ALL_CODES, BEYOND, BREAK, Codes

Places = NDArray[np.int32]

_LOW = 16
_BLOCK = 1 << _LOW
"""Characters sorted at a time: what fits the processor's cache, and the high part of positions is the same in."""
_COUNTED = 1 << 20
"""Characters counted at a time: they are widened for that."""


class Postings(Struct, frozen=True):
    """Positions in a text, in two parts to take three bytes each while the text has less than 2**24 characters."""

    begins: NDArray[np.int64]
    """Where the positions of each character begin, and at the end how many there are."""
    low: NDArray[np.uint16]
    high: NDArray[np.uint8 | np.uint16]

    @classmethod
    def made(cls, text: Codes, first: int) -> Self:
        """Of the characters from the position ``first`` on; breaks are not worth having."""
        end = len(text) - BEYOND
        begins = np.zeros(ALL_CODES + 1, np.int64)
        for start in range(first, end, _COUNTED):
            begins[1:] += np.bincount(text[start : min(start + _COUNTED, end)], minlength=ALL_CODES)
        begins[: BREAK + 2] = 0
        np.cumsum(begins, out=begins)
        low = np.empty(begins[-1], np.uint16)
        high = np.empty(begins[-1], np.uint8 if len(text) <= 1 << 24 else np.uint16)
        free = begins[:-1].copy()
        for block in range(first >> _LOW, (end - 1 >> _LOW) + 1):
            give_way()
            start, stop = max(first, block << _LOW), min(end, (block + 1) << _LOW)
            keys = text[start:stop].astype(np.uint32) << _LOW
            keys |= np.arange(start & _BLOCK - 1, (stop - 1 & _BLOCK - 1) + 1, dtype=np.uint32)
            keys.sort()
            keys = keys[np.searchsorted(keys, BREAK + 1 << _LOW) :]
            if not len(keys):
                continue
            codes = (keys >> _LOW).astype(np.uint16)
            runs = np.concatenate([[0], np.flatnonzero(codes[1:] != codes[:-1]) + 1, [len(codes)]])
            sizes, runs = np.diff(runs), runs[:-1]
            present = codes[runs]
            into = np.repeat(free[present] - runs, sizes) + np.arange(len(keys))
            low[into] = keys.astype(np.uint16)
            high[into] = block
            free[present] += sizes
        return cls(begins, low, high)

    def count(self, codes: NDArray[np.int64]) -> int:
        """How often any of the characters stands in the text."""
        return int((self.begins[codes + 1] - self.begins[codes]).sum())

    def of(self, codes: NDArray[np.int64]) -> Places:
        """Where the characters stand: ascending for each, one after the other."""
        starts, stops = self.begins[codes], self.begins[codes + 1]
        runs = [slice(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]
        if not runs:
            return np.zeros(0, np.int32)
        if len(runs) == 1:
            low, high = self.low[runs[0]], self.high[runs[0]]
        else:
            low = np.concatenate([self.low[run] for run in runs])
            high = np.concatenate([self.high[run] for run in runs])
        places = high.astype(np.int32)
        places <<= _LOW
        places |= low
        return places
