"""One source to one document: layout, attribution, themes, ids."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate

from msgspec import Struct, field

from tuiexplorer.attribution import Attributed, Doubt, Position, Reading, attribute
from tuiexplorer.language import N_
from tuiexplorer.layout import Block, BlockKind, lay_out, names_maker
from tuiexplorer.lexicon.agencies import canonical
from tuiexplorer.lexicon.regions import home_of, region_of
from tuiexplorer.model.document import Document, Heading, Narration, Statement, Theme
from tuiexplorer.reading import Source, Span

_WORD = re.compile(r"\w")
_UNREADABLE = re.compile("\ufffd+")
_DASHES = re.compile(r"^[—―－–-]+\s*|\s*[—―－–]+$")
_COLON = re.compile(r"\s*[:：]$")
_BRACKETS = re.compile(r"^[（(\[【〔](.*)[）)\]】〕]$")


def parse(source: Source) -> Document:
    """Read a whole article. Never raises, whatever the text."""
    blocks = lay_out(source)
    lines = _Lines(source.text)
    title = _first(blocks, BlockKind.TITLE)
    bylines = filter(names_maker, _all(blocks, BlockKind.BYLINE))
    makers = (_COLON.sub("", _BRACKETS.sub(r"\1", line)) for line in bylines)
    byline = " ".join(dict.fromkeys(makers)) or None
    reading = attribute(blocks)
    name = _Names(title or "")
    region = (home_of(source.text) or region_of(source.text)) if reading.statements else None
    found = [(one, _statement(one, blocks, lines, name, region)) for one in reading.statements]
    return Document(
        source=source,
        title=title,
        subtitle=_DASHES.sub("", subtitle) if (subtitle := _first(blocks, BlockKind.SUBTITLE)) else None,
        byline=byline,
        themes=tuple(_themes(blocks, found, lines)),
        doubts=tuple(_doubts(source, found, reading, lines)),
    )


class _Lines:
    """Line numbers of offsets."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        self._starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))

    def number(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


class _Names:
    """Ids of one article: from its title, the speaker and the words; the same words said twice are told apart."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._seen: Counter[tuple[str, str]] = Counter()

    def of(self, speaker: str, content: str) -> str:
        key = (speaker, content)
        self._seen[key] += 1
        parts = (self._title, speaker, content, str(self._seen[key]))
        return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _all(blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    return (block.text.strip() for block in blocks if block.kind is kind)


def _first(blocks: Sequence[Block], kind: BlockKind) -> str | None:
    return next(_all(blocks, kind), None)


def _statement(
    one: Attributed, blocks: Sequence[Block], lines: _Lines, name: _Names, region: str | None
) -> Statement:
    return Statement(
        id=name.of(one.speaker, one.content),
        speaker=one.speaker,
        kind=one.kind,
        positions=tuple(_known(position, region) for position in one.positions),
        cue=one.cue,
        content=one.content,
        paragraph="\n".join(blocks[number].text for number in one.blocks),
        spans=one.spans,
        attribution=one.attribution,
        line=lines.number(one.spans[0][0]),
        doubt=one.doubt,
    )


def _known(position: Position, region: str | None) -> Position:
    """The position with its agency's full name, where that is known."""
    return (
        Position(position.agency, position.post, canonical(position.agency, region))
        if position.agency
        else position
    )


class _Section(Struct):
    """A theme being gathered."""

    line: int
    heading: str | None = None
    above: tuple[Heading, ...] = ()
    slogan: str | None = None
    narration: list[Narration] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)


def _themes(
    blocks: Sequence[Block], found: Sequence[tuple[Attributed, Statement]], lines: _Lines
) -> Iterator[Theme]:
    by_block: dict[int, list[tuple[Attributed, Statement]]] = {}
    for one, statement in found:
        for number in one.blocks:
            by_block.setdefault(number, []).append((one, statement))
    section = _Section(line=1)
    sections = [section]
    above: list[tuple[int, Heading]] = []
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            here = by_block.get(number, ())
            section.statements += [statement for one, statement in here if one.blocks[0] == number]
            section.narration += _narration(block, [one for one, _ in here], lines)
        elif block.kind is BlockKind.HEADING:
            while above and above[-1][0] >= block.level:
                above.pop()
            heading = Heading(block.text.strip(), lines.number(block.extent[0][0]))
            section = _Section(heading.line, heading.text, tuple(one for _level, one in above))
            sections.append(section)
            above.append((block.level, heading))
        elif block.kind is BlockKind.SLOGAN and section.slogan is None:
            section.slogan = block.text.strip()
    for section in sections:
        if section.heading is not None or section.statements or section.narration:
            yield Theme(
                section.heading,
                section.slogan,
                tuple(section.narration),
                tuple(section.statements),
                section.line,
                section.above,
            )


def _narration(block: Block, said: Sequence[Attributed], lines: _Lines) -> list[Narration]:
    """What is left of a paragraph when contents and attributions are taken out: nothing is lost."""
    if not said:
        return [_told(block.text, block.pieces, lines)] if _WORD.search(block.text) else []
    taken = sorted(span for one in said for span in (*one.spans, *one.attribution))
    start, stretches = 0, []
    for offset, length in _within(block, taken):
        stretches.append((start, offset))
        start = max(start, offset + length)
    stretches.append((start, len(block.text)))
    return [
        _told(block.text[begin:end], block.spans(begin, end), lines)
        for begin, end in stretches
        if _WORD.search(block.text, begin, end)
    ]


def _told(text: str, spans: tuple[Span, ...], lines: _Lines) -> Narration:
    told = text.lstrip(" ，；：、”。！？").rstrip(
        " ，；：、”"
    )  # the stop of what was said before it is not its own
    return Narration(told, spans, lines.number(spans[0][0]))


def _within(block: Block, taken: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The spans among ``taken`` that lie in the block, as offset and length in its text."""
    base = 0
    for piece_start, piece_end in block.pieces:
        for start, end in taken:
            low, high = max(start, piece_start), min(end, piece_end)
            if low < high:
                yield base + low - piece_start, high - low
        base += piece_end - piece_start


def _doubts(
    source: Source, found: Sequence[tuple[Attributed, Statement]], reading: Reading, lines: _Lines
) -> Iterator[Doubt]:
    for match in _UNREADABLE.finditer(source.text) if "\ufffd" in source.text else ():
        yield Doubt("unreadable", match.span(), lines.number(match.start()), N_("bytes that fit no encoding"))
    for span in reading.unattributed:
        reason = N_("a quotation for which no speaker was found")
        yield Doubt("unattributed", span, lines.number(span[0]), reason)
    for span in reading.unheard:
        reason = N_("a verb of speaking for which no speaker was found")
        yield Doubt("unattributed", span, lines.number(span[0]), reason)
    for span in reading.possible:
        reason = N_("a demand or a hope that may be someone's words")
        yield Doubt("possible", span, lines.number(span[0]), reason)
    for _, statement in found:
        if statement.doubt:
            yield Doubt("ambiguous", statement.spans[0], statement.line, statement.doubt)
