"""HTML to the article's own text.

Trafilatura says where on the page the article is; its text is then taken from the page itself, whole, from the title to
the article's last line. The library alone leaves out what looks like no prose, such as headings in boxes of their own,
and runs together what only line breaks part; nothing that an official said may go missing here.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tuiexplorer.reading.errors import ReadingError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_SILENT = frozenset(("script", "style", "noscript", "template", "head", "select", "button", "svg", "iframe"))
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del em font i img ins kbd label mark q s samp small span strong sub sup time "
    "tt u var wbr".split()
)
_TELLING = 8
"""A line of so many characters is recognised wherever it stands; shorter ones could be a menu's."""
_NAMING = 4
"""A part of so many characters of the title names it."""
_BETWEEN = 12
"""At most so many lines stand between the title and the article's first."""


def is_html(text: str) -> bool:
    """Whether a text is an HTML page, whatever its name says."""
    return bool(_PAGE.match(text, 0, 4000))


def article(path: str, page: str) -> str:
    """The text of the article on ``page``, a line a paragraph, blank lines between; the whole page's where none is found.

    Raises:
        ReadingError: the library is not installed, or the page holds no text.
    """
    try:
        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring
        from trafilatura import bare_extraction
    except ImportError as error:
        raise ReadingError(
            path, "to read HTML, install the extra: pip install 'tuiexplorer[html]'"
        ) from error
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(
            _DECLARATION.sub("", page, count=1).encode("utf-8", "replace"), parser=parser
        )
    except (ParserError, ValueError) as error:
        raise ReadingError(path, "an HTML page without any text") from error
    lines = list(_lines(tree))
    found = bare_extraction(tree, favor_recall=True, include_comments=False, with_metadata=True)
    if found is None or not found.text:
        return "\n\n".join(lines)
    return "\n\n".join(_part(lines, found.title or "", found.text))


def _part(lines: Sequence[str], title: str, text: str) -> Sequence[str]:
    """Those of a page's ``lines`` that the article of this title and text covers, from its title to its last."""
    whole, position = _squeezed(text), 0
    places = []
    for place, line in enumerate(lines):
        wanted = _squeezed(line)
        if len(wanted) >= _TELLING and (found := whole.find(wanted, position)) >= 0:
            places.append(place)
            position = found + len(wanted)
    if not places:
        return lines
    first = places[0]
    name = _squeezed(title)
    for place in range(first, max(-1, first - _BETWEEN), -1):
        line = _squeezed(lines[place])
        if len(line) >= _NAMING and (line in name or (name and name in line)):
            first = place
    return lines[first : places[-1] + 1]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _lines(tree: "HtmlElement") -> Iterator[str]:
    """The lines of text that a page shows: one for each box, and one for each part between line breaks."""
    from lxml.etree import iterwalk

    words: list[str] = []
    silent = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        breaks = element.tag not in _INLINE
        if breaks and (line := " ".join("".join(words).split())):
            yield line
        if breaks:
            words = []
        if event == "start":
            silent += element.tag in _SILENT
            words.append(element.text or "" if not silent else "")
        else:
            silent -= element.tag in _SILENT
            words.append(element.tail or "" if not silent else "")
    if line := " ".join("".join(words).split()):
        yield line
