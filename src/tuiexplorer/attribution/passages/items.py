"""Items: the articles that a day's transcript holds, each under its headline and behind its dateline."""

from collections.abc import Iterable, Mapping

from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.layout import Block, BlockKind

_LEAST = 2
"""So many headlines with a dateline under them make a transcript, and no fewer."""


def right_below(blocks: Iterable[Block]) -> dict[int, int]:
    """The numbers of the paragraphs right below headings, each with the highest level of those above it."""
    below: dict[int, int] = {}
    above: list[int] = []
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.PARAGRAPH:
            if above:
                below[number] = min(above)
                above = []
        elif block.kind is BlockKind.HEADING:
            above.append(block.level)
    return below


def find_items(headed: Iterable[int], paragraphs: Mapping[int, Paragraph]) -> dict[int, str]:
    """The number of the first paragraph of each item to the text of all of its; none in a single article.

    ``headed`` are the numbers of the paragraphs right below a headline, here or elsewhere in the document.
    """
    headed = paragraphs.keys() & headed
    if sum(paragraphs[number].floor > 0 for number in headed) < _LEAST:
        return {}
    texts: dict[int, list[str]] = {}
    first = -1
    for number, paragraph in paragraphs.items():
        if number in headed or first < 0:
            first = number
        texts.setdefault(first, []).append(paragraph.text)
    return {number: "\n".join(text) for number, text in texts.items()}
