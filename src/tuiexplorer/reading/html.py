"""HTML to the article's own text.

Trafilatura says where on the page the article is; its text is then taken from the page itself, whole, from the title to
the article's last line. The library alone leaves out what looks like no prose, such as headings in boxes of their own,
and runs together what only line breaks part; nothing that an official said may go missing here.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from tuiexplorer.language import _
from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.page_lines import INLINE, UNSEEN, PageLine, shown_lines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Strings, not compiled: what is read from the cache needs neither.
_DECLARATION = r"\s*<\?xml[^>]{0,200}\?>"
_PAGE = r"(?i)\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b"
_FLAT = r"a|p|br|h[1-6]|html|head|body|title|meta|link|base|script|style|noscript|template"
_NESTING = rf"(?i)</?(?!(?:{_FLAT})\b)([a-z][\w:-]*)[^<>]*>"
_RIGHTS = "版权|转载|著作权|侵权|免责|未经|备案|举报|Copyright"
_SITE = "(?:[网报台站刊]|频道|门户|平台|首页|主页|页面|系统|客户端|正文|内容|详情)$"
_BESIDE_SITE = r"\s*[-_|｜]+\s*"
_STOPS = ("。", "！", "？", "”", "」", "…")
_TELLING = 8
"""A line of so many characters is recognised wherever it stands; shorter ones could be a menu's."""
_SEARCHED = 200_000
"""In an article of more characters, only whole lines are looked for."""
_NAMING = 4
"""A part of so many characters of the title names it."""
_BETWEEN = 12
"""At most so many lines stand between the title and the article's first."""
_NESTED = 32
"""So many boxes around a line are looked at."""
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_ELLIPSES = ("…", "...")
_PROSE = 12
"""A line of so many characters that ends a sentence is a paragraph of some article."""


def is_html(text: str, *, named: bool) -> bool:
    """Whether a text is an HTML page: it begins like one; where it is ``named`` like one, any tag will do."""
    return bool(re.search(r"<[!/?a-zA-Z]|^\s*$", text) if named else re.match(_PAGE, text[:4000]))


class _Known:
    """What the library took for the article, which may have run its lines together."""

    def __init__(self, text: str) -> None:
        self._lines = {_squeezed(line.replace("|", "")) for line in text.splitlines()}
        whole = _squeezed(text.replace("|", ""))
        self._whole = whole if len(whole) < _SEARCHED else ""

    def has(self, line: PageLine) -> bool:
        text = _squeezed(line.text)
        return len(text) >= _TELLING and (text in self._lines or text in self._whole)


class Article(NamedTuple):
    """The text of an article, and the paragraphs of its page that are not in it."""

    text: str
    left_out: tuple[str, ...]


def article(path: str, page: str) -> Article:
    """The article on ``page``, a line a paragraph, blank lines between; all of the page where none is found.

    Raises:
        ReadingError: the library is not installed, or the page holds no text.
    """
    try:
        import logging  # with the rest of what only a page of HTML needs

        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError as error:
        raise ReadingError(
            path, _("to read HTML, install the extra: pip install 'tuiexplorer[html]'")
        ) from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    tree = _tree(re.sub(_DECLARATION, "", page, count=1))
    lines = [] if tree is None else shown_lines(tree)
    if not lines:
        raise ReadingError(path, _("an HTML page without any text"))
    found = bare_extraction(tree, favor_recall=True, include_comments=False, with_metadata=True)
    text, title = (found.text, found.title) if isinstance(found, Document) else (None, None)
    known = _Known(text or "")
    first, last = _part(lines, title or "", known) if text else (0, len(lines) - 1)
    taken = [first <= place <= last and _is_told(lines, place, known) for place in range(len(lines))]
    own = [line.text for line, told in zip(lines, taken, strict=True) if told]
    return Article(
        "\n\n".join([*_in_head_alone(title or "", lines), *own]),
        tuple(line.text for line, told in zip(lines, taken, strict=True) if not told and _is_prose(line)),
    )


def _tree(page: str) -> "HtmlElement | None":
    """The elements of a page; where they nest deeper than the parser goes, as if none stood in another."""
    from lxml.etree import ParserError
    from lxml.html import HTMLParser, document_fromstring

    tree = None
    for flat in (False, True):
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=flat)
        read = _flattened(page) if flat else page
        try:
            tree = document_fromstring(read.encode("utf-8", "replace"), parser=parser)
        except (ParserError, ValueError):
            if flat:
                return None
        if not parser.error_log.filter_from_fatals():
            break
    return tree


def _flattened(page: str) -> str:
    """The same page without what nests: breaks stand for the edges of its boxes."""
    return re.sub(_NESTING, lambda tag: "" if tag[1].lower() in INLINE else "<br>", page)


def _squeezed(text: str) -> str:
    """A text as the library and a page both have it: without blanks, and without what has no width."""
    return "".join(text.translate(UNSEEN).split())


def _is_told(lines: Sequence[PageLine], place: int, known: _Known) -> bool:
    """Whether a line of the article's part of the page is its own: no link, and not the beginning of another article.

    A link has sentences, or is the heading over a paragraph.
    """
    line = lines[place]
    if line.linked:
        below = lines[place + 1] if line.box.tag in _HEADINGS and place + 1 < len(lines) else line
        return "。" in line.text or (not below.linked and known.has(below))
    return not (place and lines[place - 1].linked and line.text.endswith(_ELLIPSES))


def _part(lines: Sequence[PageLine], title: str, known: _Known) -> tuple[int, int]:
    """From which to which of a page's ``lines`` the article reaches, with its title."""
    places = [place for place, line in enumerate(lines) if not line.linked and known.has(line)]
    first, last = (places[0], places[-1]) if places else (0, len(lines) - 1)
    first, last = _reach(lines, first, -1), _reach(lines, last, 1)
    squeezed = [_squeezed(line.text) for line in lines[: first + 1]]
    name = _squeezed(title)
    for place in range(first, max(-1, first - _BETWEEN), -1):
        if len(squeezed[place]) >= _NAMING and (
            squeezed[place] in name or (name and name in squeezed[place])
        ):
            first = place
    return first, last


def _in_head_alone(title: str, lines: Sequence[PageLine]) -> list[str]:
    """The title of a page that shows it as a picture, if it does: no line but a sentence has it, or is a part of it."""
    names = [part.strip() for part in re.split(_BESIDE_SITE, title) if not re.search(_SITE, part.strip())]
    name = _squeezed(names[0]) if names else ""
    if len(name) < _TELLING:
        return []
    shown = (_squeezed(line.text) for line in lines if "。" not in line.text)
    return [] if any(name in text or (len(text) >= _NAMING and text in name) for text in shown) else names[:1]


def _reach(lines: Sequence[PageLine], place: int, step: int) -> int:
    """How far what stands beside the line at ``place`` is set as it is: the paragraphs of the same box."""
    box = lines[place].box
    while 0 <= place + step < len(lines) and any(
        _are_alike(box, other) for other in _with_boxes(lines[place + step].box)
    ):
        place += step
    return place


def _with_boxes(box: "HtmlElement") -> Iterator["HtmlElement"]:
    """A box and those that it stands in, the nearest first."""
    return islice(chain((box,), box.iterancestors()), _NESTED)


def _are_alike(box: "HtmlElement", other: "HtmlElement") -> bool:
    """Whether two boxes are one, or stand side by side and are of one kind."""
    return other is box or (
        other.getparent() is box.getparent()
        and other.tag == box.tag
        and other.get("class") == box.get("class")
    )


def _is_prose(line: PageLine) -> bool:
    """Whether a line could be a paragraph of an article, and says nothing of rights."""
    return (
        len(line.text) >= _PROSE
        and not line.linked
        and line.text.endswith(_STOPS)
        and not re.search(_RIGHTS, line.text)
    )
