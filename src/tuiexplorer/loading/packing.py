"""Documents as bytes: MessagePack of columns, decoded with type checks, without what stands in the file anyway.

The file is at hand wherever a document is unpacked, and the words of statements and narration stand in it: for most
it is enough to say where. Columns, a list for each field of all statements, are decoded in half the time of records.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from itertools import islice
from typing import Self

import msgspec
from msgspec import Struct

from tuiexplorer.model import Document, Doubt, Heading, Kind, Narration, Position, Statement, Theme
from tuiexplorer.reading import Format, Source, Span

_Spans = tuple[Span, ...]


class _Words(Struct, frozen=True, array_like=True):
    """Strings, of which those that stand in a text in one piece are only pointed at."""

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
        """The strings, in their order."""
        strings = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        for number, string in self.others.items():
            strings[number] = string
        return strings


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

    def made(self, statements: Iterable[Statement], narration: Iterable[Narration]) -> Iterable[Theme]:
        said, told = iter(statements), iter(narration)
        return map(
            Theme,
            self.headings,
            self.slogans,
            [tuple(islice(told, count)) for count in self.told],
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
    contents: _Words
    paragraphs: _Words
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
            _Words.of([(one.content, *_extent(one.spans)) for one in statements], text),
            _Words.of(
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


class _Narration(Struct, frozen=True, array_like=True):
    """All narration of a document."""

    contents: _Words
    spans: Sequence[_Spans]
    lines: Sequence[int]

    @classmethod
    def of(cls, narration: Sequence[Narration], text: str) -> Self:
        return cls(
            _Words.of([(one.content, *_extent(one.spans)) for one in narration], text),
            [one.spans for one in narration],
            [one.line for one in narration],
        )

    def made(self, text: str) -> Iterable[Narration]:
        return map(Narration, self.contents.read(text), self.spans, self.lines)


class _Packed(Struct, frozen=True, array_like=True):
    """A document beside its file."""

    text: str | None
    """None where it is the file's bytes in UTF-8."""
    format: Format
    encoding: str
    title: str | None
    subtitle: str | None
    byline: str | None
    doubts: tuple[Doubt, ...]
    themes: _Themes
    statements: _Statements
    narration: _Narration


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
            document.title,
            document.subtitle,
            document.byline,
            document.doubts,
            _Themes.of(document.themes),
            _Statements.of([one for theme in document.themes for one in theme.statements], text),
            _Narration.of([one for theme in document.themes for one in theme.narration], text),
        )
    )


def unpack(packed: bytes, path: str, digest: str, data: bytes) -> Document:
    """The document that was packed, as read from ``path``, where ``data`` stands; ``digest`` is its SHA-256 if known.

    Raises:
        ValueError: it is none, or was read from other data.
    """
    found = _decoder().decode(packed)
    text = data.decode() if found.text is None else found.text
    themes = found.themes.made(found.statements.made(text), found.narration.made(text))
    return Document(
        Source(path, digest or sha256(data).hexdigest(), text, found.format, found.encoding),
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
