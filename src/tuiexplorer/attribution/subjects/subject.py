"""The subject of a cue as the clause tells it, and the stretch of words that it is read from."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.words.adverbials import strip_leading

Mention = Literal["full", "pronoun", "again", "bare", "title-after", "elided"]
"""How a subject is named: in ``full``; by a ``pronoun`` (他); ``again`` (该负责人); by a ``bare`` name; by a name with
its title after it (高明山总书记); not at all, the one before going on (``elided``)."""


class Count(Protocol):
    """What the document tells of a stretch of characters."""

    def __call__(self, stretch: str, /) -> int:
        """How often it stands in the document."""

    def all_of(self, pattern: re.Pattern[str], /) -> frozenset[str]:
        """All different words that a pattern finds in the document."""

    def has_alone(self, name: str, /) -> bool:
        """Whether it stands there as a whole name."""


class Certainty(IntEnum):
    """How sure a reading is that it has found who speaks."""

    IF_INTRODUCED = 1
    """An ordinary word that is a name if someone of that name was introduced (明月说)."""
    POSSIBLE = 2
    """A guess by form: a surname alone, an office that is nobody's."""
    LIKELY = 3
    """A name by its form, or by what stands around it, but not by both."""
    SURE = 4
    """So sure that no other cut is tried."""
    CERTAIN = 5
    """The grammar leaves no choice: title and name."""


class Subject(Struct, frozen=True, gc=False):
    """Who says something, as far as the clause itself tells."""

    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    start: int
    """Offset at which the subject (with its titles) begins."""
    mention: Mention = "full"
    certainty: int = Certainty.CERTAIN
    others: tuple["Subject", ...] = ()
    """The further ones of several who speak together (A、B表示)."""

    @classmethod
    def body(cls, name: str, start: int) -> "Subject":
        """A body that speaks for itself, which is also its own one position."""
        return cls(name, Kind.INSTITUTION, (Position(name, ""),), start, certainty=Certainty.SURE)

    @classmethod
    def crowd(cls, noun: str, start: int) -> "Subject":
        """A group of people."""
        return cls(noun, Kind.COLLECTIVE, (), start, certainty=Certainty.SURE)

    @classmethod
    def unnamed(cls, agency: str, noun: str, start: int) -> "Subject":
        """Someone of a body, by the noun that is his post: 省地质局|有关负责人."""
        return cls(noun, Kind.ANONYMOUS, (Position(agency, noun),), start, certainty=Certainty.SURE)

    @classmethod
    def together(cls, each: Sequence["Subject"]) -> "Subject":
        """Several who speak together, as the first of them with the others."""
        return replace(each[0], others=tuple(each[1:]))


class Words(Struct, frozen=True, gc=False):
    """What stands before a cue when adverbials have been taken off its end."""

    words: str
    bare: str
    """The words without those at their head that belong to the sentence (近日, 对此)."""
    start: int
    """Offset of ``words`` in the paragraph; 0 where they are read by themselves."""

    @classmethod
    def alone(cls, words: str) -> "Words":
        """The words, whatever they stand in."""
        return cls(words, words[strip_leading(words) :], 0)

    def offset(self, tail: str) -> int:
        """Where ``tail``, which closes the words, begins in the text."""
        return self.start + len(self.words) - len(tail)


class Cut(Words, frozen=True, gc=False):
    """Words with all that stands around them."""

    text: str
    """The whole normal paragraph."""
    end: int
    """Offset of the cue in ``text``; adverbials stand between."""
    count: Count

    @classmethod
    def of(cls, words: str, text: str, start: int, end: int, count: Count) -> "Cut":
        """The cut whose words begin at ``start``."""
        return cls(words, words[strip_leading(words) :], start, text, end, count)

    def part(self, start: int, end: int) -> "Cut":
        """A part of the words, by offsets into them."""
        return Cut.of(self.words[start:end], self.text, self.start + start, self.end, self.count)
