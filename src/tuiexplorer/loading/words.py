"""Strings of which most stand in a text that is at hand: of those it is enough to say where."""

from collections.abc import Iterable, Sequence
from typing import Self

from msgspec import Struct


class Words(Struct, frozen=True, array_like=True):
    """Strings in their order, without those that stand in the text in one piece."""

    starts: Sequence[int]
    ends: Sequence[int]
    others: dict[int, str]
    """The rest, by their numbers."""

    @classmethod
    def of(cls, strings: Iterable[tuple[str, int, int]], text: str) -> Self:
        """Each string with the offsets in ``text`` between which it is looked for."""
        starts: list[int] = []
        ends: list[int] = []
        others: dict[int, str] = {}
        for number, (string, start, end) in enumerate(strings):
            at = text.find(string, max(0, start), end)
            if at < 0:
                others[number] = string
            starts.append(max(0, at))
            ends.append(at + len(string) if at >= 0 else 0)
        return cls(starts, ends, others)

    def read(self, text: str) -> list[str]:
        """The strings."""
        strings = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        for number, string in self.others.items():
            strings[number] = string
        return strings
