"""Items: the articles that a day's transcript holds, each under its headline and behind its dateline."""

from collections.abc import Mapping, Sequence

from tuiexplorer.attribution.paragraph import Paragraph
from tuiexplorer.layout import Block, BlockKind

_LEAST = 2
"""So many headlines with a dateline under them make a transcript, and no fewer."""


def find_items(blocks: Sequence[Block], paragraphs: Mapping[int, Paragraph]) -> dict[int, str]:
    """The number of the first paragraph of each item to the text of all of its; none in a single article."""
    headed = {
        number
        for number, before in zip(paragraphs, (-1, *paragraphs), strict=False)
        if any(block.kind is BlockKind.HEADING and block.level == 1 for block in blocks[before + 1 : number])
    }
    if sum(paragraphs[number].floor > 0 for number in headed) < _LEAST:
        return {}
    texts: dict[int, list[str]] = {}
    first = -1
    for number, paragraph in paragraphs.items():
        if number in headed or first < 0:
            first = number
        texts.setdefault(first, []).append(paragraph.text)
    return {number: "\n".join(text) for number, text in texts.items()}
