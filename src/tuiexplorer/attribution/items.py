"""Items: the articles that a day's transcript holds, each under its headline and behind its dateline."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from tuiexplorer.attribution.paragraph import Paragraph
from tuiexplorer.layout import Block, BlockKind

_LEAST = 2
"""So many headlines with a dateline under them make a transcript, and no fewer."""


def headlines(blocks: Sequence[Block]) -> list[int]:
    """The numbers of the headings."""
    return [number for number, block in enumerate(blocks) if block.kind is BlockKind.HEADING]


def right_below(paragraphs: Iterable[int], headings: Iterable[int]) -> set[int]:
    """The numbers of the paragraphs between which and the paragraph before a heading stands."""
    numbers = sorted(paragraphs)
    places = {bisect_right(numbers, heading) for heading in headings}
    return {numbers[place] for place in places if place < len(numbers)}


def find_items(
    blocks: Sequence[Block], headings: Iterable[int], paragraphs: Mapping[int, Paragraph]
) -> dict[int, str]:
    """The number of the first paragraph of each item to the text of all of its; none in a single article."""
    headed = right_below(paragraphs, (number for number in headings if blocks[number].level == 1))
    if sum(paragraphs[number].floor > 0 for number in headed) < _LEAST:
        return {}
    texts: dict[int, list[str]] = {}
    first = -1
    for number, paragraph in paragraphs.items():
        if number in headed or first < 0:
            first = number
        texts.setdefault(first, []).append(paragraph.text)
    return {number: "\n".join(text) for number, text in texts.items()}
