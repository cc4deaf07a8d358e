"""Running heads: short lines that come again and again, and stand where a sentence is cut."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.draft import USUAL
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.stops import ends

_LEAST = 2
_SHARE = 1 / 3
"""Pages end with a sentence too."""
_CUT = 12
"""A line of fewer characters is no part of a sentence that a page cuts."""
_NUMBER = re.compile(r"\W*第?\s*\d{1,4}\s*页?\W*")
_DIGITS = re.compile(r"\d+")


def running_heads(lines: Sequence[Line]) -> frozenset[str]:
    """The texts of lines that belong to the page, not to the article, as :func:`folded` has them."""
    counts = Counter(folded(line.text) for line in lines if _could_be(line))
    often = {text for text, count in counts.items() if count >= _LEAST}
    if not often:
        return frozenset()
    cuts = Counter(text for text, _ in set(_cutting(lines, often)))
    heads = {text for text, count in cuts.items() if count >= max(_LEAST, counts[text] * _SHARE)}
    beside = Counter(_beside_numbers(lines))
    return frozenset(heads.union(text for text in often if beside[text] == counts[text]))


def folded(text: str) -> str:
    """``text`` with every number as 0: page numbers differ from page to page."""
    return _DIGITS.sub("0", text)


def _could_be(line: Line) -> bool:
    short = (
        1 < len(line.text) <= USUAL and line.text[-1] not in "：:，、"
    )  # who speaks next stands before a colon
    return line.role is None and not line.mark and short and not ends(line.text)


def _beside_numbers(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of lines right over or under the number of a page."""
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        if _could_be(line) and any(other and _is_page_number(other) for other in (before, after)):
            yield folded(line.text)


def _is_page_number(line: Line) -> bool:
    return line.role is BlockKind.NOISE and bool(_NUMBER.fullmatch(line.text))


def _cutting(lines: Sequence[Line], often: set[str]) -> Iterator[tuple[str, str]]:
    """The texts of ``often`` that stand between two parts of one sentence, each with the first of them."""
    before = ""
    within: list[str] = []
    for line in lines:
        if line.role is not None or not line.text:
            continue
        if _could_be(line) and (text := folded(line.text)) in often:
            within.append(text)
            continue
        if within and len(before) > _CUT and not ends(before) and cohesion(before[-1], line.text[0]) > 0:
            yield from ((text, before) for text in within)
        before, within = line.text, []
