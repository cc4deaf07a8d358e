"""Narration of a document that was read before: packed until any of it is looked at.

It is four fifths of what stands in an article, and a second start looks at little of it: the tree shows what is said,
and what is searched is kept as it was built. The digest of the whole was compared before, so none of it is damaged.
"""

from collections.abc import Sequence
from functools import cache
from typing import overload

import msgspec
from msgspec import Struct

from tuiexplorer.loading.words import Words
from tuiexplorer.model import Narration
from tuiexplorer.reading import Span


class _Columns(Struct, frozen=True, array_like=True):
    contents: Words
    spans: Sequence[tuple[Span, ...]]
    lines: Sequence[int]


class PackedNarration:
    """All narration of a document. Any thread may look at it."""

    def __init__(self, packed: bytes, text: str) -> None:
        self._packed: tuple[bytes, str] | None = packed, text
        self._made: Sequence[Narration] = ()

    @classmethod
    def of(cls, narration: Sequence[Narration], text: str) -> bytes:
        """Narration, packed; ``text`` is the source."""
        looked_for = [
            (one.content, *((one.spans[0][0], one.spans[-1][1]) if one.spans else (0, 0)))
            for one in narration
        ]
        return msgspec.msgpack.encode(
            _Columns(
                Words.of(looked_for, text), [one.spans for one in narration], [one.line for one in narration]
            )
        )

    def made(self) -> Sequence[Narration]:
        """What is told, in its order."""
        if packed := self._packed:
            columns, text = _decoder().decode(packed[0]), packed[1]
            self._made = list(map(Narration, columns.contents.read(text), columns.spans, columns.lines))
            self._packed = None
        return self._made


class NarrationOfTheme(Sequence[Narration]):
    """What is told under one theme."""

    __slots__ = ("_all", "_end", "_first")

    def __init__(self, all_of_it: PackedNarration, first: int, end: int) -> None:
        self._all = all_of_it
        self._first = first
        self._end = end

    def __len__(self) -> int:
        return self._end - self._first

    @overload
    def __getitem__(self, index: int) -> Narration: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Narration]: ...
    def __getitem__(self, index: int | slice) -> Narration | Sequence[Narration]:
        places, made = range(self._first, self._end), self._all.made()
        if isinstance(index, slice):
            return [made[place] for place in places[index]]
        return made[places[index]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Columns]":
    return msgspec.msgpack.Decoder(_Columns)
