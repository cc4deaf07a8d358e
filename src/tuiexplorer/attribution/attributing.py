"""Attribution: the statements of a document, from its paragraphs.

Paragraph by paragraph: quotations are found, then cues with their subjects (frames); each is given its speaker and
its words. Quotations go on over paragraphs. A long document is looked through in windows of an article's size, so
that the cost grows with its length and not with its square.
"""

from collections.abc import Iterator, Sequence

from tuiexplorer.attribution.attributed import Attributed, Reading
from tuiexplorer.attribution.passages.items import right_below
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.people.memory import Memory
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.reader import Reader
from tuiexplorer.layout import Block, BlockKind
from tuiexplorer.reading import Span

_WINDOW = 40_000
"""How many characters of a document are looked through together for names: a long article."""


def attribute(blocks: Sequence[Block]) -> Reading:
    """The statements of a document, in the order of their cues."""
    people = People()
    memory = Memory(people)
    statements: list[Attributed] = []
    unattributed: list[Span] = []
    unheard: list[Span] = []
    possible: list[Span] = []
    headed = right_below(blocks)
    headlined = [number for number, level in headed.items() if level == 1]
    for numbers in _windows(blocks):
        reader = Reader(Window(blocks, numbers, headed, headlined), people, memory)
        statements += reader.read()
        plain, perhaps = reader.overlooked()
        unattributed += reader.unattributed
        unheard += plain
        possible += perhaps
    return Reading(tuple(statements), tuple(unattributed), tuple(unheard), tuple(possible))


def _windows(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The numbers of the paragraphs, in windows; one ends before a heading where it can."""
    window: list[int] = []
    size = 0
    for number, block in enumerate(blocks):
        if size > _WINDOW and (size > 2 * _WINDOW or block.kind is BlockKind.HEADING):
            yield window
            window, size = [], 0
        if block.kind is BlockKind.PARAGRAPH:
            window.append(number)
            size += len(block.text)
    if window:
        yield window
