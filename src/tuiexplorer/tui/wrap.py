"""Line breaking by Chinese rules: which slices of a text stand on which line.

Between two ideographs a line may always break; a word in Latin letters or figures stays whole. No line starts with a
mark that closes (，。、）” …) or ends with one that opens (（“ …): *kinsoku*, as GB/T 15834 asks.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

CLOSING = frozenset("，。、；：？！）」』】》〉”’,.;:?!)]}")
NEVER_FIRST = CLOSING | frozenset("…—～·％℃%")
NEVER_LAST = frozenset("（「『【《〈“‘([{￥$")
_IDEOGRAPHS = re.compile("(?:[、。\u4e00-\u9fff]+|，+)*")
"""Each has two cells: most of a text, which need not be gone through one by one. As one set it would be compiled into
a table of all characters, which takes a millisecond of the start."""


def wrap(text: str, width: int, indent: int = 0) -> tuple[tuple[int, int], ...]:
    """The slices of ``text`` that fit lines of ``width`` cells, the first one ``indent`` cells shorter.

    Offsets count code points. Blanks at which a line breaks belong to no slice; a line feed always breaks. Every
    other character stands in exactly one slice. A stretch that no rule can break is cut where the line is full.
    """
    lines: list[tuple[int, int]] = []
    begin = 0
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(text, begin, begin + len(paragraph), width, indent))
        begin += len(paragraph) + 1
    return tuple(lines)


def ellipsize(text: str, width: int) -> str:
    """``text`` if it fits ``width`` cells, else as much of it as leaves room for an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    room = width - 1
    for index, character in enumerate(text):
        room -= get_character_cell_size(character)
        if room < 0:
            return text[:index].rstrip() + "…"
    return text


def _wrap_paragraph(text: str, begin: int, end: int, width: int, indent: int) -> Iterator[tuple[int, int]]:
    room = max(1, width - indent)
    start = begin
    while True:
        stop = _line_end(text, start, end, max(1, room))
        shown = stop
        while shown > start and stop < end and text[shown - 1] == " ":
            shown -= 1
        yield start, shown
        start = stop
        while start < end and text[start] == " ":
            start += 1
        if start >= end:
            return
        room = width


def _line_end(text: str, start: int, end: int, room: int) -> int:
    """Where the line that starts at ``start`` ends: the last place that fits and may break."""
    used, fit = 0, start
    while fit < end:
        if alike := _IDEOGRAPHS.match(text, fit, min(end, fit + (room - used) // 2)):
            used += 2 * (alike.end() - fit)
            fit = alike.end()
        if fit >= end or (used := used + get_character_cell_size(text[fit])) > room:
            break
        fit += 1
    fit = max(fit, start + 1)
    if fit >= end:
        return end
    at = fit
    while at > start and not _may_break(text, at):
        at -= 1
    return at if at > start else fit


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before ``text[at]``."""
    before, after = text[at - 1], text[at]
    if after == " " or before == " ":
        return after not in NEVER_FIRST
    if after in NEVER_FIRST or before in NEVER_LAST or get_character_cell_size(after) == 0:
        return False
    return not (_is_latin(before) and _is_latin(after))


def _is_latin(character: str) -> bool:
    return (character.isascii() and not character.isspace()) or (character.isalpha() and character < "\u2e80")
