"""A source in numbered lines, with a statement marked in it, and quietly what was not understood."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from tuiexplorer.model import Document, Doubt
from tuiexplorer.tui.doubts import MISSED, sign_of
from tuiexplorer.tui.page import Line, Page, Run, measure, paragraph
from tuiexplorer.tui.text import Ranges

_BLANK = "  "
"""Between a line's number and its text, where the sign of a doubt has its place."""


class SourcePage(Struct, frozen=True):
    """A source set in lines, and with which offset each of them begins."""

    page: Page
    begins: tuple[int, ...]
    margin: int
    """The characters before the text of a line."""

    def at(self, offset: int) -> int:
        """The line of the page on which an offset into the source stands."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def offset(self, y: int, character: int) -> int:
        """The offset into the source of a character of a line, the margin counted."""
        return self.begins[y] + max(0, character - self.margin)


def source_page(document: Document, marks: Ranges, doubts: Sequence[Doubt], width: int) -> SourcePage:
    """The source of ``document`` in lines of ``width`` cells, with ``marks`` marked, and the places of ``doubts``."""
    texts = document.text.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, texts))]
    marked = ("doubt", _by_line((one.span for one in doubts), starts)), ("match", _by_line(marks, starts))
    margin = len(str(len(texts))) + len(_BLANK)
    lines: list[Line] = []
    begins: list[int] = []
    for number, text in enumerate(texts):
        body = paragraph(
            text.rstrip("\r\n"),
            measure(width - margin) + margin,
            margin=margin,
            marks=[(role, parts[number]) for role, parts in marked if number in parts],
        )
        first = body[0][1:] if body else ()
        lines.append((Run(f"{number + 1:>{margin - len(_BLANK)}}{_BLANK}", "number"), *first))
        lines += body[1:]
        begins += (starts[number] + begin for begin in _begins(text, body))
    page = SourcePage(Page(), tuple(begins), margin)
    signs: dict[int, str] = {}
    for doubt in doubts:
        y, sign = page.at(doubt.span[0]), sign_of(doubt)
        if signs.get(y) != MISSED:
            signs[y] = sign
    for y, sign in signs.items():
        lines[y] = _signed(lines[y], sign)
    return SourcePage(Page(tuple(lines)), page.begins, margin)


def _by_line(spans: Iterable[tuple[int, int]], starts: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """The parts of ``spans`` on each line, counted from where the line starts; ``starts`` ends with the end of all."""
    found: dict[int, list[tuple[int, int]]] = {}
    for start, end in spans:
        line = bisect_right(starts, start) - 1
        while line < len(starts) - 1 and starts[line] < end:
            part = max(start, starts[line]) - starts[line], min(end, starts[line + 1]) - starts[line]
            found.setdefault(line, []).append(part)
            line += 1
    return found


def _begins(text: str, body: Sequence[Line]) -> Iterator[int]:
    """With which character of ``text`` each line begins into which it is wrapped."""
    at = 0
    for number, runs in enumerate(body):
        if number:
            at += len(text[at:]) - len(text[at:].lstrip(" "))  # blanks at which a line breaks are not shown
        yield at
        at += sum(len(run.text) for run in runs[1:])


def _signed(runs: Line, sign: str) -> Line:
    """A line with a sign in its margin, which its first run is."""
    margin, *text = runs
    number = Run(margin.text[: -len(_BLANK)], "number")
    return (number, Run(sign, "warning"), Run(_BLANK[len(sign) :], margin.role), *text)
