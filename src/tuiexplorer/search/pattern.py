"""A pattern: the one form into which everything that can be asked is put.

A pattern is a row of classes of characters, one a place: a character as typed is a class of one, a syllable
the class of all characters read so, an initial a wider class, a wrong character the class of all that can be
read. An extra character is a place left out, a missing one a place of any put in. Whoever can find patterns can
find everything, and sees what matched.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from msgspec import Struct

from tuiexplorer.search.fields import Scope

ANY = ""
"""The class of any character: a place where whatever stands will do."""
SPOKEN = "\0"
"""The class of any letter, character or digit, but no sign."""
OPEN = (ANY, SPOKEN)


class Pattern(Struct, frozen=True):
    """A row of classes, each the string of its folded characters, :data:`ANY` or :data:`SPOKEN`."""

    classes: tuple[str, ...]
    head: bool = False
    """It matches only where a field begins."""
    tail: bool = False
    """It matches only where a field ends."""
    word: bool = False
    """It matches only whole words where it begins or ends with Latin letters or digits."""
    unlikely_heads: frozenset[str] = frozenset()
    """Beginnings of names (one or two characters) that are read otherwise as surnames: weaker matches there."""

    usual: tuple[str, ...] = ()
    """Where letters stand for characters: for each place those of the class that are usually read so."""

    def __len__(self) -> int:
        return len(self.classes)


class Manner(Enum):
    """How a pattern was made from what was typed, best first."""

    EXACT = "exact"
    OTHER_NAME = "other name"
    """Of an agency, or a number in the other script."""
    PINYIN = "pinyin"
    UNFINISHED = "unfinished"
    MIXED = "mixed"
    INITIALS = "initials"
    HOMOPHONE = "homophone"
    FUZZY = "fuzzy"
    INSIDE = "inside"
    EDIT = "edit"
    TWO_EDITS = "two edits"


class Probe(NamedTuple):
    """A pattern to look for in some fields, and what finding it is worth."""

    pattern: Pattern
    manner: Manner
    scope: Scope
    likely: bool = False
    """Better than others made so: letters stand for characters that are usually read so, or a single character
    sounds like what was typed while the others are the same."""

    def at(self, scope: Scope) -> "Probe":
        """The same in other fields."""
        return self._replace(scope=scope)


Found = Sequence[Sequence[Probe]]
"""How a term was found: the words that it was taken for, and the probes of each."""


class Outcome(NamedTuple):
    """What came of looking for something."""

    anything: bool = False
    short: bool = False
    """In a field other than content."""
    name: bool = False
    """The whole name of a speaker."""

    def also(self, other: "Outcome") -> "Outcome":
        """What came of both."""
        return Outcome(self.anything or other.anything, self.short or other.short, self.name or other.name)


def literal(text: str) -> tuple[str, ...]:
    """The classes of a folded text as it stands."""
    return tuple(text)
