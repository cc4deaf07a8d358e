"""The head of a site: its name and its menu, over the path to the page: 首页 > 新闻 > 正文."""

import re
from collections.abc import Container, Sequence
from itertools import islice, pairwise, takewhile

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import could_be_heading
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.noise import heads_links, is_path

_LINES = 12
"""A path stands among the first lines of a page."""
_PAGE_LIST = 40
"""Among how many first lines the list of a page's titles stands."""
_TITLE = 6
_SITE = re.compile(r"\s*[-—–_|丨·]+\s*[^，。]{2,30}")
_LEAST, _LONGEST = 3, 8
"""How many entries a line of a menu has, and how long each is."""


def without_site_head(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those over the path and those of the menu as noise."""
    path = next((number for number, line in enumerate(lines[:_LINES]) if _is_path(line)), 0)
    above = lines[:path]
    if any(line.mark or not (line.role or could_be_heading(line.text)) for line in above):
        above = ()
    head = _as_noise(above, range(path))
    rest = list(lines[len(head) :])
    if rest and any(_is_window_title(rest[0], line) for line in rest[1:_LINES]):
        rest[0] = replace(rest[0], role=BlockKind.NOISE)
    for number, (before, line) in enumerate(pairwise(rest[:_LINES]), 1):
        if before.role is BlockKind.NOISE and line.role is None and _is_of_head(line.text):
            rest[number] = replace(line, role=BlockKind.NOISE)
        elif line.role is None:
            break
    return _once(_without_strip(_without_titles_again(_without_page_list(head + rest))))


def _once(lines: list[Line]) -> list[Line]:
    """``lines`` with a title once that comes again before the text, and the site over it as noise."""
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[:_LINES]):
        if line.role is None and (line.mark or not could_be_heading(line.text)):
            return lines
        if line.text in seen:
            first = seen[line.text]
            same = takewhile(
                lambda pair: pair[0].text == pair[1].text, zip(lines[first:], lines[number:], strict=False)
            )
            again = range(number, number + len(list(islice(same, _LINES))))
            return _as_noise(lines, {*range(first), *again})
        if line.role is None and len(line.text) >= _TITLE:
            seen[line.text] = number
    return lines


def _as_noise(lines: Sequence[Line], which: Container[int]) -> list[Line]:
    return [
        replace(line, role=line.role or BlockKind.NOISE) if number in which else line
        for number, line in enumerate(lines)
    ]


def _without_page_list(lines: list[Line]) -> list[Line]:
    """``lines`` with the titles of the page as noise, between 上一版 下一版 and 版面导航 of a paper's site."""
    first = lines[:_PAGE_LIST]
    end = next((number for number, line in enumerate(first) if line.text == "版面导航"), 0)
    turns = next((number for number, line in enumerate(first[:end]) if "上一版" in line.text), end)
    between = first[turns:end]
    if any(line.mark or not (line.role or could_be_heading(line.text)) for line in between):
        return lines
    return _as_noise(lines, range(turns, end))


def _without_titles_again(lines: list[Line]) -> list[Line]:
    """``lines`` with the titles under 标题导航 as noise, up to the one among them that comes again: it is the title."""
    first = lines[:_PAGE_LIST]
    start = next((number for number, line in enumerate(first) if _heads_titles(line)), None)
    if start is None:
        return lines
    listed: set[str] = set()
    for number, line in enumerate(first[start + 1 :], start + 1):
        if line.text in listed:
            return _as_noise(lines, range(start, number))
        if line.mark or not (line.role or could_be_heading(line.text)):
            break
        if line.role is None:
            listed.add(line.text)
    return lines


def _without_strip(lines: list[Line]) -> list[Line]:
    """``lines`` with a first line of several titles as noise, and what is between it and the one that stands again."""
    first = lines[:_PAGE_LIST]
    strip = next((number for number, line in enumerate(first) if line.role is None), len(first))
    words = first[strip].text.split() if strip < len(first) and "。" not in first[strip].text else []
    if len(words) < _LEAST:
        return lines
    listed = {word for word in words if len(word) >= _TITLE}
    for number, line in enumerate(first[strip + 1 :], strip + 1):
        if line.text in listed:
            return _as_noise(lines, range(strip, number))
        if line.mark or not (line.role or could_be_heading(line.text)):
            break
    return lines


def _heads_titles(line: Line) -> bool:
    return line.role is BlockKind.NOISE and heads_links(line.text)


def _is_path(line: Line) -> bool:
    return line.role is BlockKind.NOISE and is_path(line.text)


def _is_window_title(first: Line, title: Line) -> bool:
    """Whether the first line is the title with the name of the site behind it: 柳河办起夜校——江州新闻网."""
    if first.role or title.role or len(title.text) < _TITLE:
        return False
    return is_window_title(first.text, title.text)


def is_window_title(text: str, title: str) -> bool:
    """Whether ``text`` is ``title`` with the name of the site behind it: 柳河办起夜校 - 江州新闻网."""
    return text.startswith(title) and _SITE.fullmatch(text, len(title)) is not None


def _is_of_head(text: str) -> bool:
    """Whether a line under others of the head is of it: a menu, or the name of the paper in capitals."""
    return _is_menu(text) or (text.isascii() and text.isupper())


def _is_menu(text: str) -> bool:
    """Whether a line is short words far apart: 节目内容    栏目介绍    主创人员."""
    entries = text.split("  ")
    return len(entries) >= _LEAST and all(len(entry.strip()) <= _LONGEST for entry in entries)
