"""The groups that statements fall into, and what those are called: themes, agencies, speakers, documents."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from tuiexplorer.model import Document, Entry, Heading, Kind, Position, Statement, Theme


class Grouping(StrEnum):
    """What the statements in the tree are grouped by."""

    THEMES = "themes"
    AGENCIES = "agencies"
    SPEAKERS = "speakers"
    DOCUMENTS = "documents"


class NodeKind(StrEnum):
    """What a node of the tree stands for."""

    DOCUMENT = "document"
    THEME = "theme"
    AGENCY = "agency"
    SPEAKER = "speaker"
    STATEMENT = "statement"
    NARRATION = "narration"


class Group(Struct, frozen=True):
    """A group that an entry falls into; entries with the same ``id`` stand together under the first one's label."""

    id: str
    kind: NodeKind
    label: str


Level = Callable[[Entry], Iterable[Group]]
"""The groups of one kind that an entry falls into; none: it stands above them."""


def agency_of(position: Position) -> str:
    """The name under which a position's agency is grouped: the full one where it is known."""
    return position.canonical or position.agency


def _speaker_id(statement: Statement) -> str:
    """Who speaks, so that unnamed speakers of different bodies stay apart."""
    if statement.kind in (Kind.ANONYMOUS, Kind.INSTITUTION) and statement.positions:
        return f"{statement.speaker}@{agency_of(statement.positions[0])}"
    return statement.speaker


def above_label(headings: Iterable[Heading]) -> str:
    """Headings as they stand before one that stands below them."""
    return "".join(f"{heading.text} › " for heading in headings)


def theme_label(document: Document, theme: Theme) -> str:
    """A theme's headings; what stands before the first heading goes by the title of its document."""
    return above_label(theme.above) + (theme.heading or _document_label(document))


def _document_label(document: Document) -> str:
    """A document's title, or its file's name where it has none."""
    return document.title or document.path.rsplit("/", 1)[-1]


def _headings(theme: Theme) -> tuple[Heading, ...]:
    """The headings under which a theme stands in a tree, its own last; of too many the innermost are left out."""
    own = (Heading(theme.heading, theme.line),) if theme.heading else ()
    return (*theme.above[: MOST_NESTED - 1], *own)


def _by_heading(depth: int) -> Level:
    """By the headings of one depth; the same ones of several documents together."""

    def level(entry: Entry) -> Iterator[Group]:
        headings = _headings(entry.theme)
        if depth < len(headings):
            text = headings[depth].text
            yield Group(f"#{text}", NodeKind.THEME, text)
        elif not headings and not depth:
            yield Group(entry.document.path, NodeKind.THEME, _document_label(entry.document))

    return level


def _by_section(depth: int) -> Level:
    """By the headings of one depth in one document."""

    def level(entry: Entry) -> Iterator[Group]:
        for heading in _headings(entry.theme)[depth : depth + 1]:
            yield Group(f"{heading.line}", NodeKind.THEME, heading.text)

    return level


def _by_agency(entry: Entry) -> Iterator[Group]:
    if statement := entry.statement:
        seen = set()
        for position in statement.positions:
            name = agency_of(position)
            if name and name not in seen:
                seen.add(name)
                yield Group(name, NodeKind.AGENCY, position.agency or name)


def _by_speaker(entry: Entry) -> Iterator[Group]:
    if (statement := entry.statement) and statement.kind is not Kind.COLLECTIVE:
        yield Group(_speaker_id(statement), NodeKind.SPEAKER, statement.speaker)


def _by_document(entry: Entry) -> Iterator[Group]:
    yield Group(entry.document.path, NodeKind.DOCUMENT, _document_label(entry.document))


MOST_NESTED = 4
"""How deep headings stand one below the other in a tree."""
_HEADINGS = tuple(map(_by_heading, range(MOST_NESTED)))
_SECTIONS = tuple(map(_by_section, range(MOST_NESTED)))

LEVELS: Mapping[Grouping, tuple[Level, ...]] = {
    Grouping.THEMES: (*_HEADINGS, _by_agency),
    Grouping.AGENCIES: (_by_agency,),
    Grouping.SPEAKERS: (_by_speaker,),
    Grouping.DOCUMENTS: (_by_document, *_SECTIONS, _by_agency),
}

OF_PLACE = (*_HEADINGS, *_SECTIONS, _by_document)
"""Levels that ask only for the theme and document of an entry. The others ask who says it, or for whom: there a group
of one statement is that statement's own line, and where they are the first of a tree, who says most comes first."""
