"""Documents as bytes: MessagePack of columns, decoded with type checks, without what stands in the file anyway.

The file is at hand wherever a document is unpacked, and the words of statements and narration stand in it: for most
it is enough to say where. Columns, a list for each field of all statements, are decoded in half the time of records.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from itertools import accumulate, islice
from typing import Self

import msgspec
from msgspec import Raw, Struct

from tuiexplorer.loading.narration import NarrationOfTheme, PackedNarration
from tuiexplorer.loading.words import Words
from tuiexplorer.model import Document, Doubt, Heading, Kind, Position, Statement, Theme
from tuiexplorer.reading import Format, Source, Span

_Spans = tuple[Span, ...]


class _Themes(Struct, frozen=True, array_like=True):
    """The themes of a document, with how many statements and how much narration each has."""

    headings: Sequence[str | None]
    slogans: Sequence[str | None]
    lines: Sequence[int]
    above: Sequence[tuple[Heading, ...]]
    said: Sequence[int]
    told: Sequence[int]

    @classmethod
    def of(cls, themes: Sequence[Theme]) -> Self:
        return cls(
            [one.heading for one in themes],
            [one.slogan for one in themes],
            [one.line for one in themes],
            [one.above for one in themes],
            [len(one.statements) for one in themes],
            [len(one.narration) for one in themes],
        )

    def made(self, statements: Iterable[Statement], narration: PackedNarration) -> Iterable[Theme]:
        said = iter(statements)
        return map(
            Theme,
            self.headings,
            self.slogans,
            [
                NarrationOfTheme(narration, end - count, end) if count else ()
                for count, end in zip(self.told, accumulate(self.told), strict=True)
            ],
            [tuple(islice(said, count)) for count in self.said],
            self.lines,
            self.above,
        )


class _Statements(Struct, frozen=True, array_like=True):
    """All statements of a document; several may stand in one paragraph."""

    ids: Sequence[str]
    speakers: Sequence[str]
    kinds: Sequence[Kind]
    positions: Sequence[tuple[Position, ...]]
    cues: Sequence[str]
    contents: Words
    paragraphs: Words
    """Each once."""
    paragraph_numbers: Sequence[int]
    spans: Sequence[_Spans]
    attributions: Sequence[_Spans]
    lines: Sequence[int]
    doubts: Sequence[str | None]

    @classmethod
    def of(cls, statements: Sequence[Statement], text: str) -> Self:
        paragraphs = {one.paragraph: one.spans for one in statements}
        numbers = {paragraph: number for number, paragraph in enumerate(paragraphs)}
        return cls(
            [one.id for one in statements],
            [one.speaker for one in statements],
            [one.kind for one in statements],
            [one.positions for one in statements],
            [one.cue for one in statements],
            Words.of([(one.content, *_extent(one.spans)) for one in statements], text),
            Words.of(
                [
                    (paragraph, _extent(spans)[0] - len(paragraph), _extent(spans)[0] + len(paragraph))
                    for paragraph, spans in paragraphs.items()
                ],
                text,
            ),
            [numbers[one.paragraph] for one in statements],
            [one.spans for one in statements],
            [one.attribution for one in statements],
            [one.line for one in statements],
            [one.doubt for one in statements],
        )

    def made(self, text: str) -> Iterable[Statement]:
        paragraphs = self.paragraphs.read(text)
        return map(
            Statement,
            self.ids,
            self.speakers,
            self.kinds,
            self.positions,
            self.cues,
            self.contents.read(text),
            [paragraphs[number] for number in self.paragraph_numbers],
            self.spans,
            self.attributions,
            self.lines,
            self.doubts,
        )


class _Packed(Struct, frozen=True, array_like=True):
    """A document beside its file."""

    text: str | None
    """None where it is the file's bytes in UTF-8."""
    format: Format
    encoding: str
    left_out: tuple[str, ...]
    title: str | None
    subtitle: str | None
    byline: str | None
    doubts: tuple[Doubt, ...]
    themes: _Themes
    statements: _Statements
    narration: Raw


def pack(document: Document, data: bytes) -> bytes:
    """A document that was read from ``data``.

    Raises:
        UnicodeEncodeError: it holds what cannot be written (lone surrogates).
    """
    source, text = document.source, document.text
    return msgspec.msgpack.encode(
        _Packed(
            None if text.encode() == data else text,
            source.format,
            source.encoding,
            source.left_out,
            document.title,
            document.subtitle,
            document.byline,
            document.doubts,
            _Themes.of(document.themes),
            _Statements.of([one for theme in document.themes for one in theme.statements], text),
            Raw(PackedNarration.of([one for theme in document.themes for one in theme.narration], text)),
        )
    )


def unpack(packed: bytes, path: str, digest: str, data: bytes) -> Document:
    """The document that was packed, as read from ``path``, where ``data`` stands; ``digest`` is its SHA-256 if known.

    Raises:
        ValueError: it is none, or was read from other data.
    """
    found = _decoder().decode(packed)
    text = data.decode() if found.text is None else found.text
    themes = found.themes.made(found.statements.made(text), PackedNarration(bytes(found.narration), text))
    return Document(
        Source(path, digest or sha256(data).hexdigest(), text, found.format, found.encoding, found.left_out),
        found.title,
        found.subtitle,
        found.byline,
        tuple(themes),
        found.doubts,
    )


def _extent(spans: _Spans) -> Span:
    """From where to where they reach."""
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


@cache
def _decoder() -> "msgspec.msgpack.Decoder[_Packed]":
    return msgspec.msgpack.Decoder(_Packed)
