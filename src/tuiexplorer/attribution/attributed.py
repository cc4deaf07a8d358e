"""What attribution finds in the paragraphs, before the model gives it an id and a place."""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from tuiexplorer.reading import Span


class Kind(StrEnum):
    """Who speaks: a person, an unnamed person of a body, the body itself, or a group of people."""

    NAMED = "named"
    ANONYMOUS = "anonymous"
    INSTITUTION = "institution"
    COLLECTIVE = "collective"


class Position(Struct, frozen=True, gc=False):
    """One post at one agency, both as written in the article; either may be empty."""

    agency: str
    post: str
    canonical: str | None = None
    """The agency's full name where it is known (province resolved), else None."""


class Attributed(Struct, frozen=True, gc=False):
    """A statement found in the paragraphs of a document."""

    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    cue: str
    content: str
    spans: tuple[Span, ...]
    """Source spans of the content, in order, disjoint."""
    attribution: tuple[Span, ...]
    """Source spans of the words that attribute it: titles, name, adverbials and cue (省财政厅厅长吴静说)."""
    blocks: tuple[int, ...]
    """Indices, into the document's blocks, of the paragraphs that the statement stands in."""
    doubt: str | None = None
    """Why the reading is uncertain, or None where the grammar is sure."""


class Reading(Struct, frozen=True, gc=False):
    """What attribution made of a document's paragraphs."""

    statements: tuple[Attributed, ...]
    unattributed: tuple[Span, ...]
    """Source spans of quotations that someone seems to say but no one was found for."""
    unheard: tuple[Span, ...]
    """Source spans of sentences in which someone plainly speaks, without quotation marks, but no one was found."""
    possible: tuple[Span, ...]
    """Source spans of sentences in which someone demands or hopes something, perhaps in words."""


NOT_UNDERSTOOD = ("unreadable", "unattributed")
"""The kinds of doubt about what was not understood; what the others are about is understood, though not surely."""


class Doubt(Struct, frozen=True, gc=False):
    """Something in a document that was not understood, or not surely."""

    kind: Literal["unreadable", "unattributed", "possible", "ambiguous"]
    """Bytes that fit no encoding; words that someone seems to say but no one was found for; what may be someone's words
    and was not taken for any; an uncertain reading."""
    span: Span
    line: int
    reason: str
    """A message id: in English, which is also what data says."""
