"""A choice of statements: those that a bar or a cell of the statistics counts, shown alone in the tree."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from tuiexplorer.model import Entry
from tuiexplorer.tui.tally import Tally


class Choice(Struct, frozen=True, dict=True):
    """Statements, and what they have in common."""

    name: str
    """What they have in common, in words, by which choices are told apart. Not yet safe to draw."""
    entries: Sequence[Entry]
    word: str = ""
    """A word that all of them use, to be marked."""

    @cached_property
    def said(self) -> Tally:
        """How many they are."""
        return Tally.of(self.entries)

    def in_words(self, total: int) -> str:
        """How many they are of all, and what they have in common."""
        return f"{self.said.of_all(total)} · {self.name}"
