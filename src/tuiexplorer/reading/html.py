"""HTML to the article's own text.

Trafilatura says where on the page the article is; its text is then taken from the page itself, whole, from the title to
the article's last line. The library alone leaves out what looks like no prose, such as headings in boxes of their own,
and runs together what only line breaks part; nothing that an official said may go missing here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuiexplorer.language import _
from tuiexplorer.reading.errors import ReadingError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Strings, not compiled: what is read from the cache needs neither.
_DECLARATION = r"\s*<\?xml[^>]{0,200}\?>"
_PAGE = r"(?i)\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b"
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "select", "button", "svg", "iframe"))
_INLINE = frozenset(
    [
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
    ]
)
_TELLING = 8
"""A line of so many characters is recognised wherever it stands; shorter ones could be a menu's."""
_SEARCHED = 200_000
"""In an article of more characters, only whole lines are looked for."""
_NAMING = 4
"""A part of so many characters of the title names it."""
_BETWEEN = 12
"""At most so many lines stand between the title and the article's first."""


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, whatever its name says."""
    return bool(re.match(_PAGE, text[:4000]))


def article(path: str, page: str) -> str:
    """The text of the article on ``page``, a line a paragraph, blank lines between; all of it where none is found.

    Raises:
        ReadingError: the library is not installed, or the page holds no text.
    """
    try:
        import logging  # with the rest of what only a page of HTML needs

        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError as error:
        raise ReadingError(
            path, _("to read HTML, install the extra: pip install 'tuiexplorer[html]'")
        ) from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(
            re.sub(_DECLARATION, "", page, count=1).encode("utf-8", "replace"), parser=parser
        )
    except (ParserError, ValueError) as error:
        raise ReadingError(path, _("an HTML page without any text")) from error
    lines = list(_lines(tree))
    found = bare_extraction(tree, favor_recall=True, include_comments=False, with_metadata=True)
    text, title = (found.text, found.title) if isinstance(found, Document) else (None, None)
    return "\n\n".join(_part(lines, title or "", text) if text else (line.text for line in lines))


class _Line(NamedTuple):
    """A line of a page, and whether it is a link, all of it, as in a menu."""

    text: str
    linked: bool


def _part(lines: Sequence[_Line], title: str, text: str) -> Iterator[str]:
    """Those of a page's ``lines`` that the article of this title and text covers, from its title to its last."""
    whole = "".join(text.split())
    known = {"".join(line.split()) for line in text.splitlines()}
    squeezed = ["".join(line.text.split()) for line in lines]
    places = [
        place
        for place, line in enumerate(squeezed)
        if len(line) >= _TELLING
        and not lines[place].linked
        and (line in known or (len(whole) < _SEARCHED and line in whole))
    ]
    first, last = (places[0], places[-1]) if places else (0, len(lines) - 1)
    name = "".join(title.split())
    for place in range(first, max(-1, first - _BETWEEN), -1):
        if len(squeezed[place]) >= _NAMING and (
            squeezed[place] in name or (name and name in squeezed[place])
        ):
            first = place
    return (line.text for line in lines[first : last + 1] if not line.linked or "。" in line.text)


def _lines(tree: "HtmlElement") -> Iterator[_Line]:
    """The lines of text that a page shows: one for each box, and one for each part between line breaks."""
    from lxml.etree import iterwalk

    words: list[tuple[str, bool]] = []
    silent = links = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        if element.tag not in _INLINE:
            yield from _line(words)
            words = []
        step = 1 if event == "start" else -1
        silent += step * (element.tag in _SILENT)
        links += step * (element.tag == "a")
        text = element.text if event == "start" else element.tail
        if text and not silent:
            words.append((text, links > 0))
    yield from _line(words)


def _line(words: Sequence[tuple[str, bool]]) -> Iterator[_Line]:
    if text := " ".join("".join(word for word, _ in words).split()):
        yield _Line(text, all(linked for word, linked in words if word.strip()))
