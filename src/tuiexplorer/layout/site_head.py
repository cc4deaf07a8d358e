"""The head of a site: its name and its menu, over the path to the page: 首页 > 新闻 > 正文."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.draft import could_be_heading, is_kicker
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.names import are_names
from tuiexplorer.layout.noise import is_box, is_menu, is_over_article, is_path
from tuiexplorer.layout.title_lists import FIRST, as_noise, without_title_lists
from tuiexplorer.lexicon import grammar

_LINES = 12
"""A path stands among the first lines of a page."""
_TITLE = 6
_SITE = re.compile(r"\s*[-—–_|丨·]+\s*[^，。]{2,30}")
_OFFICIAL = re.compile(r"官网\s*[-—–_|]")
"""What only the name of a site has: 江州电视台官网-新闻频道."""
_LEAST, _LONGEST = 3, 8
"""How many entries a line of a menu has, and how long each is."""
_MANY, _SHORT = 8, 6
"""The same where they stand close."""
_BULLETS = 2
"""A menu under bullets has at least so many entries."""
_NAME = 4
_SLOGAN = 10
"""The most characters of a site's slogan."""


def without_site_head(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those over the path and those of the menu as noise."""
    found = _without_window_title(_without_lines_over_path(_without_menus(lines)))
    for number, (before, line) in enumerate(pairwise(found[:_LINES]), 1):
        if before.role is BlockKind.NOISE and line.role is None and _is_of_head(line.text):
            found[number] = replace(line, role=BlockKind.NOISE)
        elif line.role is None:
            break
    return without_title_lists(_without_navigation(found))


def _without_menus(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the menus among the first as noise."""
    menus = {
        number
        for number, line in enumerate(lines[:_LINES])
        if is_menu(line.text) or _is_close_menu(line.text) or _is_row_of_columns(line.text)
    }
    menus.update(_bulleted_menu(lines[:FIRST]))
    return as_noise(lines, menus) if menus else list(lines)


def _bulleted_menu(lines: Sequence[Line]) -> range:
    """The places of the first lines, if they are short and under bullets: a menu over the title."""
    head = list(takewhile(lambda line: line.role is not None or len(line.text) <= _SLOGAN, lines))
    bulleted = [number for number, line in enumerate(head) if line.mark == "-" and line.text[0] != "|"]
    if len(bulleted) < _BULLETS or len(head) == len(lines) or lines[len(head)].mark:
        return range(0)
    rest = takewhile(lambda line: line.role is None and not line.gap, head[bulleted[-1] + 1 :])
    return range(bulleted[-1] + 1 + len(list(rest)))


def _without_lines_over_path(lines: list[Line]) -> list[Line]:
    """``lines`` with what stands over the path to the page as noise, if it could be headings."""
    path = next((number for number, line in enumerate(lines[:_LINES]) if _is_path(line)), 0)
    if any(line.mark or not (line.role or could_be_heading(line.text)) for line in lines[:path]):
        return lines
    below = next((line for line in lines[path : path + _LINES] if line.role is None), None)
    titled = any(line.role is None and len(line.text) >= _TITLE for line in lines[:path])
    if titled and below and not below.mark and not _may_be_of_head(below):
        return lines  # the title is over the path, not under it
    return as_noise(lines, range(path)) if path else lines


def _without_window_title(lines: list[Line]) -> list[Line]:
    """``lines`` with a first one that is the title with the name of the site as noise, and what stands between both."""
    first = next((number for number, line in enumerate(lines[:_LINES]) if line.role is None), 0)
    title = next(
        (
            number
            for number, line in enumerate(lines[:_LINES])
            if number > first and _is_window_title(lines[first], line)
        ),
        0,
    )
    if title and all(map(_may_be_of_head, lines[first + 1 : title])):
        return as_noise(lines, range(title))
    return lines


def _without_navigation(lines: list[Line]) -> list[Line]:
    """``lines`` with what stands over 上一版 下一版, 设为首页 and their like as noise, if the title is under them.

    So is a slogan of the site between them and the title, which is longer.
    """
    head = list(takewhile(_may_be_of_head, lines[:FIRST]))
    first = next((number for number, line in enumerate(head) if line.role is None), len(head))
    last = max(
        (
            number
            for number, line in enumerate(head)
            if _is_navigation(line) or (number < first and "版" in line.text)
        ),
        default=-1,
    )
    titles = [number for number, line in enumerate(head) if number > last and line.role is None]
    over = [line.role for line in head[: last + 1]]
    if last < 0 or not titles or BlockKind.BYLINE in over or BlockKind.TITLE in over:
        return lines
    if not any(len(head[number].text) >= _TITLE for number in titles):
        return lines
    slogan = len(titles) > 1 and _is_slogan(head[titles[0]], head[titles[1]])
    return as_noise(lines, {*range(last + 1), *titles[:slogan]})


def _is_slogan(line: Line, title: Line) -> bool:
    """Whether a line is short and stands by itself over a longer one, or is as short as a section's name."""
    size = len(line.text)
    return size <= _SLOGAN and (title.gap > 0 or size <= _NAME) and 3 * size <= 2 * len(title.text)


def _may_be_of_head(line: Line) -> bool:
    """Whether a line may stand over the text: no paragraph, nothing marked, no box."""
    text = line.text
    if line.role is not None:
        return True
    return (
        not line.mark
        and not is_box(text)
        and (could_be_heading(text) or is_kicker(text) or (text[-1:] in "？?！!" and "。" not in text))
    )


def _is_navigation(line: Line) -> bool:
    if line.role is None:
        return bool(_OFFICIAL.search(line.text)) or _is_strip(line.text)
    return line.role is BlockKind.NOISE and (is_over_article(line.text) or is_path(line.text))


def _is_strip(text: str) -> bool:
    """Whether a line is short words far apart of which one only stands over an article: 柳河社区    注册."""
    entries = text.split("  ")
    return len(entries) > 1 and all(len(entry) <= _LONGEST for entry in entries) and is_over_article(text)


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
    return _is_menu(text) or is_menu(text) or (text.isascii() and text.isupper())


def _is_menu(text: str) -> bool:
    """Whether a line is short words far apart: 节目内容    栏目介绍    主创人员."""
    entries = text.split("  ")
    if len(entries) >= _LEAST and all(len(entry.strip()) <= _LONGEST for entry in entries):
        return True
    return _is_close_menu(text)


def _is_row_of_columns(text: str) -> bool:
    """Whether a line is a few columns and no more: 要闻 推荐 视频 本地."""
    words = text.split() if len(text) <= _SLOGAN * 3 else ()
    return len(words) >= _LEAST and grammar.word_set("signs", "menu").issuperset(words)


def _is_close_menu(text: str) -> bool:
    """Whether a line is many short words: 江州新闻 柳河县 白杨县 …."""
    words = text.split()
    return len(words) >= _MANY and max(map(len, words)) <= _SHORT and not are_names(text)
