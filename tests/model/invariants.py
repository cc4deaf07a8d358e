"""What holds for every document, whatever the text was."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tuiexplorer.layout import Block, BlockKind, lay_out
from tuiexplorer.model import Document, Kind, Statement
from tuiexplorer.reading import Span


def assert_sound(document: Document) -> None:
    """Nothing is lost, nothing comes twice, and every offset is true."""
    blocks = lay_out(document.source)
    assert_every_character_in_one_block(document.text, blocks)
    for block in blocks:
        assert_text_is_what_its_pieces_say(block, document.text)
    statements = [entry.item for entry in document.statements()]
    for statement in statements:
        assert isinstance(statement, Statement)
        assert_spans_give_the_content(statement, document.text)
        assert_says_who(statement)
    ids = [statement.id for statement in statements if isinstance(statement, Statement)]
    assert len(set(ids)) == len(ids), "two statements have one id"
    assert_every_word_is_shown(document, blocks)


def assert_every_character_in_one_block(text: str, blocks: Sequence[Block]) -> None:
    """White space aside."""
    owners = [0] * len(text)
    for block in blocks:
        for start, end in block.extent:
            assert 0 <= start <= end <= len(text)
            for offset in range(start, end):
                owners[offset] += 1
    wrong = [(n, text[n], owners[n]) for n in range(len(text)) if owners[n] != 1 and not text[n].isspace()]
    assert not wrong, f"offset, character, blocks that hold it: {wrong[:5]}"


def assert_text_is_what_its_pieces_say(block: Block, text: str) -> None:
    assert_in_order(block.pieces, len(text))
    slices = "".join(text[start:end] for start, end in block.pieces)
    assert unspaced(block.text) == unspaced(slices)
    assert len(block.text) == len(slices)


def assert_spans_give_the_content(statement: Statement, text: str) -> None:
    assert statement.content.strip()
    assert_in_order(statement.spans, len(text))
    assert unspaced("".join(text[start:end] for start, end in statement.spans)) == unspaced(statement.content)
    assert_in_order(statement.attribution, len(text))
    assert statement.line == len(re.findall(r"\r\n|\r|\n", text[: statement.spans[0][0]])) + 1


def assert_says_who(statement: Statement) -> None:
    """A speaker and a cue; a post or an agency in each position, none of them twice."""
    assert re.match(r"\w", statement.speaker), statement
    positions = [(position.agency, position.post) for position in statement.positions]
    assert len(set(positions)) == len(positions), positions
    assert all(agency or post for agency, post in positions), statement
    if statement.kind is Kind.INSTITUTION:
        assert positions == [(statement.speaker, "")]
    if statement.kind is Kind.ANONYMOUS:
        assert all(post == statement.speaker for _, post in positions), statement


def assert_in_order(spans: tuple[Span, ...], length: int) -> None:
    """In range, in order, disjoint, none of them empty."""
    assert all(0 <= start < end <= length for start, end in spans), spans
    assert all(before[1] <= after[0] for before, after in pairwise(spans)), spans


def assert_every_word_is_shown(document: Document, blocks: Sequence[Block]) -> None:
    """Every word of a paragraph is in what someone says, in how it is attributed, or in the narration."""
    shown = [False] * len(document.text)
    for entry in document.entries():
        item = entry.item
        for start, end in (*item.spans, *(item.attribution if isinstance(item, Statement) else ())):
            shown[start:end] = [True] * (end - start)
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            for start, end in block.pieces:
                lost = [n for n in range(start, end) if not shown[n] and re.match(r"\w", document.text[n])]
                assert not lost, f"words that no one would see: {document.text[lost[0] : lost[-1] + 1]!r}"


def unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)
