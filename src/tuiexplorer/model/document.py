"""Documents, their themes, and the statements and narration under them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tuiexplorer.attribution import Doubt, Kind, Position
from tuiexplorer.reading import Source, Span


class Statement(Struct, frozen=True, gc=False):
    """What one speaker says in one go."""

    id: str
    """The same for the same words of the same speaker in the same article, on every run and machine."""
    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    cue: str
    content: str
    paragraph: str
    """The whole paragraph (or paragraphs, a line each) that it stands in, line breaks healed."""
    spans: tuple[Span, ...]
    """Source spans of the content: their slices, end to end, give it (white space aside)."""
    attribution: tuple[Span, ...]
    """Source spans of the words that attribute it: titles, name, adverbials and cue."""
    line: int
    """1-based line of the source in which the content begins."""
    doubt: str | None = None


class Narration(Struct, frozen=True, gc=False):
    """A paragraph in which no one speaks, or what is left of one around its statements."""

    content: str
    spans: tuple[Span, ...]
    line: int


class Heading(Struct, frozen=True, gc=False):
    """A heading below which other headings stand."""

    text: str
    line: int


class Theme(Struct, frozen=True, gc=False):
    """A section of the article; ``heading`` is None for what stands before the first heading."""

    heading: str | None
    slogan: str | None
    narration: Sequence[Narration]
    """Four fifths of all that stands in an article, and seldom looked at: it may be made only then."""
    statements: tuple[Statement, ...]
    line: int
    above: tuple[Heading, ...] = ()
    """The headings that its own stands below, the outermost first."""


class Document(Struct, frozen=True, gc=False):
    """An article as parsed. The blocks are not held: :func:`tuiexplorer.layout.lay_out` gives them again."""

    source: Source
    title: str | None
    subtitle: str | None
    byline: str | None
    themes: tuple[Theme, ...]
    doubts: tuple[Doubt, ...]

    @property
    def path(self) -> str:
        """The path of the source, as the user named it."""
        return self.source.path

    @property
    def sha256(self) -> str:
        """The digest of the source's bytes."""
        return self.source.sha256

    @property
    def text(self) -> str:
        """The decoded source, which all spans count."""
        return self.source.text

    def entries(self) -> Iterator["Entry"]:
        """Every statement and every narration with its place, in document order within each theme."""
        for theme in self.themes:
            for number in range(len(theme.statements) + len(theme.narration)):
                yield Entry(self, theme, number)

    def statements(self) -> Iterator["Entry"]:
        """Every statement with its place, in document order."""
        for theme in self.themes:
            for number in range(len(theme.statements)):
                yield Entry(self, theme, number)


class Entry(Struct, frozen=True, gc=False):
    """A statement or a narration together with the theme and document it belongs to."""

    document: Document
    theme: Theme
    number: int
    """Which it is in its theme: first its statements count, then its narration."""

    @property
    def statement(self) -> Statement | None:
        """What is said; None for a narration, which need not be made to tell that."""
        said = self.theme.statements
        return said[self.number] if self.number < len(said) else None

    @property
    def item(self) -> Statement | Narration:
        """What is said or told."""
        said = self.theme.statements
        return said[self.number] if self.number < len(said) else self.theme.narration[self.number - len(said)]
