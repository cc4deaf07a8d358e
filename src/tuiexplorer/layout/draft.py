"""A draft: lines that belong together, until it is known what they are."""

import re

from msgspec import Struct, field

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.speech import begins_with_official, has_cue, is_dated
from tuiexplorer.layout.stops import ends

LONGEST = 64
"""A heading has at most this many characters."""
USUAL = 40
"""Longer headings are rare: what is longer must not look like the beginning of a paragraph either."""
HANGING = frozenset("，、,（(“‘《「『【—－-·")
"""Nothing ends with one of these; what stands before them goes on."""
_STOP = re.compile(r"[。](?![”’）)]*$)")
_TAIL = 400
_PAIRS = ("“”", "《》", "（）", "()")
_ASIDE = (BlockKind.NOISE, BlockKind.CAPTION, BlockKind.BYLINE)


class Draft(Struct, eq=False):
    """Lines that are one block, and its role as far as it is known."""

    kind: BlockKind | None
    lines: list[Line] = field(default_factory=list)
    level: int = 0
    headline: bool = False
    """Whether it opens a report of its own, with a dateline or a byline."""
    first: bool = False
    """Whether no text stands before it."""
    apart: bool = False
    """Whether a section's number or a caption parts it from the text before."""
    pictured: bool = False
    """Whether a caption stands under it."""
    second: int = 0
    """How many lines stand before the second part of a slogan of two; 0 where there is no such part."""
    _short: bool | None = None

    def append(self, line: Line) -> None:
        """Let ``line`` go on with it."""
        self.lines.append(line)
        self._short = None

    def take_last(self) -> Line:
        """Give up its last line."""
        self._short = None
        return self.lines.pop()

    @property
    def is_aside(self) -> bool:
        """Whether it stands outside the text's order: noise, a caption, a byline."""
        return self.kind in _ASIDE

    @property
    def mark(self) -> str:
        """What marks its first line."""
        return self.lines[0].mark

    @property
    def text(self) -> str:
        """Its text, or the last of it: enough to judge by."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return "".join(line.text for line in self.lines[-20:])

    @property
    def tail(self) -> str:
        """The end of its text, at most a few lines."""
        if len(self.lines) == 1:
            return self.lines[0].text[-_TAIL:]
        return "".join(line.text[-_TAIL:] for line in self.lines[-4:])[-_TAIL:]

    @property
    def short(self) -> bool:
        """Whether it could be a heading without being marked as one."""
        if self._short is None:
            self._short = could_be_heading(self.text)
        return self._short


def is_kicker(text: str) -> bool:
    """Whether a line leads up to the headline under it: 代表委员热议政府工作报告——."""
    return text.endswith("——") and could_be_heading(text.rstrip("—"))


def is_open(text: str) -> bool:
    """Whether a bracket or a quotation mark has been opened in it and not closed."""
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)


def could_be_heading(text: str) -> bool:
    """Whether a text without a mark could be a heading: short, one sentence, no full stop."""
    if len(text) > (2 * USUAL if text.isascii() else LONGEST) or ends(text) or text[-1:] in HANGING:
        return False
    if text[-1:] == "." and text[-2:-1].isdigit() and not text.isascii():
        return False  # a number that was cut
    if _STOP.search(text) or is_lead(text):
        return False
    if len(text) <= USUAL or text.isascii():
        return True
    return not (has_cue(text) or is_dated(text) or begins_with_official(text))
