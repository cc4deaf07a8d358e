"""A source to its blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tuiexplorer.layout.block import Block, BlockKind
from tuiexplorer.layout.continuing import continues, looks_like_heading
from tuiexplorer.layout.line import Line, lines
from tuiexplorer.layout.signs import role
from tuiexplorer.reading import Source, Span


@dataclass(slots=True)
class _Draft:
    kind: BlockKind | None
    lines: list[Line] = field(default_factory=list)
    level: int = 0


def lay_out(source: Source) -> tuple[Block, ...]:
    """The blocks of ``source`` in the order in which they begin.

    Every character that is not white space is in exactly one of them. Never raises, whatever the text.
    """
    drafts = list(_gather(lines(source.text)))
    _opening(drafts)
    _headings(drafts)
    return tuple(_block(draft, source.text) for draft in drafts)


def _gather(found: Iterator[Line]) -> Iterator[_Draft]:
    """Paragraphs with what belongs to them; every other line for itself."""
    drafts: list[_Draft] = []
    last: _Draft | None = None
    for line in found:
        kind = role(line.text)
        if kind is None and last is not None and continues(last.lines[-1].text, line.text):
            last.lines.append(line)
            continue
        draft = _Draft(kind, [line])
        drafts.append(draft)
        if kind is None:
            last = draft
    yield from drafts


def _heading_like(draft: _Draft) -> bool:
    return draft.kind is None and len(draft.lines) == 1 and looks_like_heading(draft.lines[0].text)


def _opening(drafts: list[_Draft]) -> None:
    """Find the title and the subtitle among the lines before the first paragraph."""
    head: list[_Draft] = []
    for draft in drafts:
        if draft.kind is None and not _heading_like(draft):
            break
        if draft.kind is None:
            head.append(draft)
    for index, draft in enumerate(head):
        if index == 0:
            draft.kind = BlockKind.TITLE
        elif draft.lines[0].text.startswith(("——", "—", "--")):
            draft.kind = BlockKind.SUBTITLE


def _headings(drafts: list[_Draft]) -> None:
    """Give every draft that has no role yet one: heading, slogan or paragraph."""
    previous: _Draft | None = None
    splits: list[tuple[int, int]] = []
    index = 0
    while index < len(drafts):
        draft = drafts[index]
        if draft.kind is None:
            if not _heading_like(draft):
                draft.kind = BlockKind.PARAGRAPH
            elif previous is not None and previous.kind is BlockKind.HEADING:
                draft.kind = BlockKind.SLOGAN
            elif previous is not None and previous.kind is BlockKind.SLOGAN:
                previous.lines.extend(draft.lines)
                del drafts[index]
                continue
            else:
                draft.kind, draft.level = BlockKind.HEADING, 1
                line = draft.lines[0]
                at = line.text.find(" ")
                if at >= 4 and len(line.text) - at > 4:
                    draft.lines = [line._replace(end=line.start + at, text=line.text[:at])]
                    rest = line._replace(start=line.start + at + 1, text=line.text[at + 1 :])
                    drafts.insert(index + 1, _Draft(BlockKind.SLOGAN, [rest]))
        if draft.kind is not BlockKind.NOISE:
            previous = draft
        index += 1


def _block(draft: _Draft, text: str) -> Block:
    extent = tuple((line.start, line.end) for line in draft.lines)
    pieces: list[Span] = list(extent)
    if draft.kind is BlockKind.SLOGAN or draft.kind is BlockKind.TITLE:
        pieces = [(pieces[0][0], pieces[-1][1])]
    shown = "".join(text[start:end] for start, end in pieces)
    shown = "".join(" " if character.isspace() else character for character in shown)
    return Block(draft.kind or BlockKind.PARAGRAPH, extent, tuple(pieces), shown, draft.level)
