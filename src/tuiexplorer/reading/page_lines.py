"""What a page of HTML shows, line by line."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SILENT = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "select",
        "button",
        "svg",
        "iframe",
        "textarea",
        "rp",
        "rt",
    )
)
INLINE = frozenset(
    (
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)
"""What stands within a line; every other element begins one."""
_KEEPS = ("pre", "pre-wrap", "pre-line", "break-spaces")
"""Where the style of an element says so of its white space, a line of its source is a line of the page."""
UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\xad"))
"""Characters without width that sites strew between others; what joins the parts of an emoji is none of them."""
_GAP = "    "
_LABEL = ("：", ":")
_ENDS = ("。", "！", "？", "”", "」", "）")
_CELL = 40
"""A cell of more characters is a column of the page."""
_HIDDEN = """
    .//*[@hidden or contains(
        translate(translate(@style, ' \t\r\n', ''), 'DISPLAYNOE', 'displaynoe'), 'display:none')]
"""
_TALK = r"""
    .//*[self::div or self::section or self::ul or self::ol or self::aside][
        re:test(@id, '^(js_cmt.*|comments?([-_]?(list|area|box|section|wrap))?|pinglun.*|disqus.*|respond)$', 'i') or
        re:test(@class, '(^|\s)(comments|comments?[-_]?(list|area|box|section)|discuss_container|pinglun)(\s|$)', 'i')
    ]
"""
"""Where a site's readers talk below an article."""
_REGULAR = {"re": "http://exslt.org/regular-expressions"}


class PageLine(NamedTuple):
    """A line of a page, whether it is a link, all of it, as in a menu, and in which box it stands."""

    text: str
    linked: bool
    box: "HtmlElement"


def shown_lines(tree: "HtmlElement") -> list[PageLine]:
    """The lines of text that a page shows, but what its readers say below the article.

    Where that is the smaller part of the page, nothing is left out: it is shown once a script has run.
    """
    every = _lines(tree, frozenset())
    beside = {element for path in (_HIDDEN, _TALK) for element in tree.xpath(path, namespaces=_REGULAR)}
    if beside:
        shown = _lines(tree, beside)
        if 2 * _length(shown) > _length(every):
            return shown
    return every


def _length(lines: Iterable[PageLine]) -> int:
    return sum(len(line.text) for line in lines)


def _lines(tree: "HtmlElement", beside: Set["HtmlElement"]) -> list[PageLine]:
    """One line for each box, each part between line breaks, each row of short cells; without what is ``beside``."""
    from lxml.etree import iterwalk

    lines: list[PageLine] = []
    words: list[tuple[str, bool]] = []
    boxes = [tree]
    rows: list[list[int]] = []
    silent = links = kept = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        if element.tag not in INLINE:
            lines += _told(words, boxes[-1])
            words = []
            boxes.append(element) if begins else boxes.pop()
            _keep_rows(rows, element.tag, lines, begins=begins)
        step = 1 if begins else -1
        silent += step * (element.tag in _SILENT or element in beside)
        links += step * _is_link(element)
        kept += step * _keeps_lines(element)
        text = element.text if begins else element.tail
        if text and not silent:
            first, *others = text.splitlines() if kept else [text]
            words.append((first, links > 0))
            for other in others:
                lines += _told(words, boxes[-1])
                words = [(other, links > 0)]
    return [*lines, *_told(words, tree)]


def _is_link(element: "HtmlElement") -> bool:
    """Whether an element leads elsewhere, or is to be pressed; what only has a name can be led to."""
    return element.tag == "a" and (element.get("href") is not None or element.get("name") is None)


def _keeps_lines(element: "HtmlElement") -> bool:
    if element.tag == "pre":
        return True
    found = re.search(r"white-space\s*:\s*([a-z-]+)", element.get("style", ""))
    return found is not None and found[1] in _KEEPS


def _told(words: Sequence[tuple[str, bool]], box: "HtmlElement") -> Iterator[PageLine]:
    """The line that ``words`` are; two where a link follows the end of its last sentence: ……。查看更多."""
    own = len(words)
    while own and (words[own - 1][1] or not words[own - 1][0].strip()):
        own -= 1
    if 0 < own < len(words) and words[own - 1][0].rstrip().endswith(_ENDS):
        yield from _line(words[:own], box)
        words = words[own:]
    yield from _line(words, box)


def _line(words: Sequence[tuple[str, bool]], box: "HtmlElement") -> Iterator[PageLine]:
    text = " ".join("".join(word for word, _ in words).translate(UNSEEN).split())
    if text:
        yield PageLine(text, all(linked for word, linked in words if word.strip()), box)


def _keep_rows(rows: list[list[int]], tag: str, lines: list[PageLine], *, begins: bool) -> None:
    """Note at which line each cell of an open row begins; make one line of a row that ends, if its cells are short."""
    if tag == "tr" and begins:
        rows.append([])
    elif tag in ("td", "th") and begins and rows:
        rows[-1].append(len(lines))
    elif tag == "tr" and rows:
        starts = rows.pop()
        if starts and 2 <= len(lines) - starts[0] <= len(starts):
            cells = lines[starts[0] :]
            if all(map(_is_short, cells)) and all(
                end - start <= 1 for start, end in pairwise([*starts, len(lines)])
            ):
                lines[starts[0] :] = [cells[0]._replace(text=_row([cell.text for cell in cells]))]


def _is_short(cell: PageLine) -> bool:
    return len(cell.text) <= _CELL and "。" not in cell.text and not cell.linked


def _row(cells: Sequence[str]) -> str:
    """A row as plain text has it: 文号： 9号    日期： 3月2日; as Markdown has it where nothing is labelled."""
    if any(cell.endswith(_LABEL) for cell in cells):
        return _GAP.join(cells).replace("：" + _GAP, "： ")
    return f"| {' | '.join(cells)} |"
