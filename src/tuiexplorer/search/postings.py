"""Where each character stands in a text: the positions of all characters, those of one character together."""

import numpy as np
from numpy.typing import NDArray

from tuiexplorer.search.codes import ALL_CODES, BEYOND, BREAK, Codes

Places = NDArray[np.int32]

_BLOCK = 1 << 18
"""Characters sorted at a time: what fits the processor's cache is sorted several times faster."""
_LOW = 16


class Postings:
    """Positions in a text, in two parts to take three bytes each while the text has less than 2**24 characters."""

    def __init__(self, text: Codes, first: int) -> None:
        """Of the characters from the position ``first`` on."""
        blocks = range(first, len(text) - BEYOND, _BLOCK)
        self._firsts = np.zeros(ALL_CODES + 1, np.int64)
        for start in blocks:
            self._firsts[1:] += _counts(text[start : start + _BLOCK])
        np.cumsum(self._firsts, out=self._firsts)
        self._low = np.empty(self._firsts[-1], np.uint16)
        self._high = np.empty(self._firsts[-1], np.uint8 if len(text) <= 1 << 24 else np.uint16)
        ends = self._firsts[:-1].copy()
        for start in blocks:
            block = text[start : start + _BLOCK]
            order = np.argsort(block, kind="stable")
            order = order[np.searchsorted(block[order], BREAK, "right") :]
            count = _counts(block)
            present = np.flatnonzero(count)
            shifts = (ends - np.cumsum(count) + count)[present]
            into = np.repeat(shifts, count[present]) + np.arange(len(order))
            order += start
            self._low[into] = order & 0xFFFF
            self._high[into] = order >> _LOW
            ends += count

    def count(self, codes: NDArray[np.int64]) -> int:
        """How often any of the characters stands in the text."""
        return int((self._firsts[codes + 1] - self._firsts[codes]).sum())

    def of(self, codes: NDArray[np.int64]) -> Places:
        """Where the characters stand: ascending for each, one after the other."""
        starts, stops = self._firsts[codes], self._firsts[codes + 1]
        runs = [slice(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]
        if not runs:
            return np.zeros(0, np.int32)
        if len(runs) == 1:
            low, high = self._low[runs[0]], self._high[runs[0]]
        else:
            low = np.concatenate([self._low[run] for run in runs])
            high = np.concatenate([self._high[run] for run in runs])
        places = high.astype(np.int32)
        places <<= _LOW
        places |= low
        return places


def _counts(block: Codes) -> NDArray[np.int64]:
    """How often each character stands in a block; breaks are not worth having."""
    count = np.bincount(block, minlength=ALL_CODES)
    count[: BREAK + 1] = 0
    return count
