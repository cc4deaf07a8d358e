"""Hits as text: who, in which posts, under which theme, the words around the match or all of them, and where.

Four lines or a few more for each hit, made for 80 columns, or four without end; what matched is coloured as ``grep``
does. Without colour the text is the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO
from unicodedata import category, east_asian_width

from msgspec import Struct

from tuiexplorer.model import Entry, Statement, by_agency, field_name, name_fields
from tuiexplorer.output.citation import place
from tuiexplorer.output.gate import visible
from tuiexplorer.output.records import Item, Matches

Ranges = Sequence[tuple[int, int]]

_INDENT = "  "
_EXCERPT_LINES = 3
_CLOSING = "，。、；：？！）》】”’」』,.;:?!)"

_BOLD, _DIM, _CYAN, _MATCH, _PATH = "1", "2", "36", "1;31", "35"
"""SGR parameters: those of the 16 colours that every terminal has and every user can set."""


class Look(Struct, frozen=True):
    """How wide a line may be, in cells, and whether there is colour."""

    width: int = 80
    color: bool = False
    whole: bool = False
    """Whether all the words are shown, or those around the match."""


def write_text(items: Iterable[Item], out: TextIO, look: Look) -> None:
    """The hits, a blank line between them."""
    between = ""
    for item in items:
        out.write(between + "".join(f"{line}\n" for line in _lines(item, look)))
        between = "\n"


def cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return sum(_cells(character) for character in text)


def folded(text: str, width: int) -> list[str]:
    """``text`` in lines of ``width`` cells at most, none of which begins with a mark that closes."""
    lines: list[str] = []
    begin = 0
    while begin < len(text):
        end = _line_end(text, begin, width)
        lines.append(text[begin:end])
        begin = end
    return lines


def _lines(item: Item, look: Look) -> Iterator[str]:
    entry, said, matches = item.entry, item.entry.item, item.matches or {}
    if isinstance(said, Statement):
        yield "  ".join(
            part for part in (_speaker(said, matches, look), _positions(said, matches, look)) if part
        )
    if theme := _theme(entry, matches, look):
        yield _INDENT + theme
    yield from _excerpt(visible(said.content.replace("\n", " ")), matches.get("content", ()), look)
    if item.keywords:
        yield _INDENT + _painted(visible("、".join(item.keywords)), _DIM, look)
    where = _painted(visible(place(entry)), _PATH, look)
    title = matches.get("title") and entry.document.title
    yield _INDENT + where + (f"  {_marked(title, matches['title'], '', look)}" if title else "")


def _speaker(said: Statement, matches: Matches, look: Look) -> str:
    ranges = next((found for field in name_fields(said) if (found := matches.get(field))), ())
    return _marked(said.speaker, ranges, _BOLD, look)


def _positions(said: Statement, matches: Matches, look: Look) -> str:
    """The positions in order, an agency once before its posts: 省发改委 · 党组书记、主任；某协会 · 会长."""

    def marked(text: str, field: str, number: int) -> str:
        return _marked(text, matches.get(field_name(field, number), ()), _CYAN, look)

    words = []
    for agency, held in by_agency(said.positions):
        told = [(number, position.post) for number, position in held if position.post != said.speaker]
        posts = "、".join(marked(post, "post", number) for number, post in told)
        words.append(" · ".join(part for part in (marked(agency, "agency", held[0][0]), posts) if part))
    return "；".join(words)


def _theme(entry: Entry, matches: Matches, look: Look) -> str:
    theme = entry.theme
    headings = [
        _marked(one.text, matches.get(field_name("above", number), ()), _DIM, look)
        for number, one in enumerate(theme.above)
    ]
    heading = " › ".join([*headings, _marked(theme.heading or "", matches.get("heading", ()), _DIM, look)])
    slogan = _marked(theme.slogan or "", matches.get("slogan", ()), _DIM, look)
    return "  ".join(part for part in (heading, slogan) if part)


def _excerpt(text: str, matches: Ranges, look: Look) -> Iterator[str]:
    """As much of ``text`` around its first match as a few lines hold, ``…`` where it goes on; or all of it."""
    width = max(10, look.width - len(_INDENT))
    room = width * _EXCERPT_LINES - _EXCERPT_LINES
    part, shift = (text, 0) if look.whole else _around(text, matches[0] if matches else (0, 0), room)
    moved = [(max(0, start - shift), end - shift) for start, end in matches if end > shift]
    begin = 0
    while begin < len(part):
        end = _line_end(part, begin, width)
        here = [
            (max(0, low - begin), min(high, end) - begin) for low, high in moved if low < end and high > begin
        ]
        yield _INDENT + _marked(part[begin:end], here, "", look)
        begin = end


def _around(text: str, match: tuple[int, int], room: int) -> tuple[str, int]:
    """A part of ``text`` with ``match`` in it, at most ``room`` cells, and how far offsets move in it."""
    if 2 * len(text) <= room or cells(text) <= room:
        return text, 0
    start = 0
    if cells(text[: match[1]]) > room - 2:
        start, before = match[0], 0
        while before < room // 3:
            start -= 1
            before += _cells(text[start])
    end = start + _fit(text[start:], room - 2)
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else ""), start - (
        1 if start else 0
    )


def _line_end(text: str, begin: int, width: int) -> int:
    """Where a line of ``width`` cells ends, so that the next one starts with no mark that closes."""
    end = begin + max(1, _fit(text[begin:], width))
    if end < len(text) and text[end] in _CLOSING and end - begin > 2:
        end -= 2 if text[end - 1] in _CLOSING else 1
    return end


def _fit(text: str, room: int) -> int:
    """How many characters of ``text`` fit ``room`` cells."""
    if 2 * len(text) <= room:
        return len(text)
    for index, character in enumerate(text):
        room -= _cells(character)
        if room < 0:
            return index
    return len(text)


def _marked(text: str, matches: Ranges, style: str, look: Look) -> str:
    """``text`` through the gate, painted in ``style`` and with its matches standing out."""
    safe = visible(text)
    if not look.color:
        return safe
    painted, at = "", 0
    for start, end in matches:
        painted += _painted(safe[at:start], style, look) + _painted(safe[start:end], _MATCH, look)
        at = end
    return painted + _painted(safe[at:], style, look)


def _painted(safe: str, style: str, look: Look) -> str:
    return f"\x1b[{style}m{safe}\x1b[0m" if look.color and style and safe else safe


def _cells(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me") else 1
