"""Lists of titles over an article: what else is on its page of the paper, and its own title twice."""

from collections.abc import Container, Sequence
from itertools import islice, takewhile

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import could_be_heading
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.noise import heads_links

FIRST = 40
"""Among how many first lines the list of a page's titles stands."""
_LINES = 12
_LEAST = 3
"""How many titles a line of several has."""
_TITLE = 6


def without_title_lists(lines: list[Line]) -> list[Line]:
    """``lines`` with the titles of others as noise, and its own once."""
    return _once(_without_strip(_without_titles_again(_without_page_list(lines))))


def as_noise(lines: Sequence[Line], which: Container[int]) -> list[Line]:
    """``lines``, those at the places ``which`` as noise if nothing else is known of them."""
    return [
        replace(line, role=line.role or BlockKind.NOISE) if number in which else line
        for number, line in enumerate(lines)
    ]


def _without_page_list(lines: list[Line]) -> list[Line]:
    """``lines`` with the titles of the page as noise, between 上一版 下一版 and 版面导航 of a paper's site."""
    first = lines[:FIRST]
    end = next((number for number, line in enumerate(first) if line.text == "版面导航"), 0)
    turns = next((number for number, line in enumerate(first[:end]) if "上一版" in line.text), end)
    between = first[turns:end]
    if any(line.mark or not (line.role or could_be_heading(line.text)) for line in between):
        return lines
    return as_noise(lines, range(turns, end))


def _without_titles_again(lines: list[Line]) -> list[Line]:
    """``lines`` with the titles under 标题导航 as noise, up to the one among them that comes again: it is the title."""
    first = lines[:FIRST]
    start = next((number for number, line in enumerate(first) if _heads_titles(line)), None)
    if start is None:
        return lines
    listed: set[str] = set()
    for number, line in enumerate(first[start + 1 :], start + 1):
        if line.text in listed:
            return as_noise(lines, range(start, number))
        if line.mark or not (line.role or could_be_heading(line.text)):
            break
        if line.role is None:
            listed.add(line.text)
    return lines


def _without_strip(lines: list[Line]) -> list[Line]:
    """``lines`` with a first line of several titles as noise, and what is between it and the one that stands again."""
    first = lines[:FIRST]
    strip = next((number for number, line in enumerate(first) if line.role is None), len(first))
    words = first[strip].text.split() if strip < len(first) and "。" not in first[strip].text else []
    if len(words) < _LEAST:
        return lines
    listed = {word for word in words if len(word) >= _TITLE}
    for number, line in enumerate(first[strip + 1 :], strip + 1):
        if line.text in listed:
            return as_noise(lines, range(strip, number))
        if line.mark or not (line.role or could_be_heading(line.text)):
            break
    return lines


def _heads_titles(line: Line) -> bool:
    return line.role is BlockKind.NOISE and heads_links(line.text)


def _once(lines: list[Line]) -> list[Line]:
    """``lines`` with a title once that comes again before the text, and the site over it as noise.

    Where it stands under a bullet first, so do the titles of others.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[:FIRST]):
        if line.role is None and (line.mark not in ("", "-") or not could_be_heading(line.text)):
            return lines
        if line.text in seen:
            first = seen[line.text]
            if lines[first].mark:
                return as_noise(lines, range(number))
            if number >= _LINES or line.mark:
                return lines
            same = takewhile(
                lambda pair: pair[0].text == pair[1].text, zip(lines[first:], lines[number:], strict=False)
            )
            again = range(number, number + len(list(islice(same, _LINES))))
            return as_noise(lines, {*range(first), *again})
        if (line.role is None or line.mark == "-") and len(line.text) >= _TITLE:
            seen[line.text] = number
    return lines
