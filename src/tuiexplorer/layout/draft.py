"""A draft: lines that belong together, until it is known what they are."""

import re

from msgspec import Struct

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
_LAST = 20
_PAIRS = ("“”", "《》", "（）", "()")
_ASIDE = (BlockKind.NOISE, BlockKind.CAPTION, BlockKind.BYLINE)


class Draft(Struct, eq=False):
    """Lines that are one block, and its role as far as it is known."""

    kind: BlockKind | None
    lines: list[Line]
    text: str = ""
    """Its text, or the last of it: enough to judge by."""
    mark: str = ""
    """What marks its first line."""
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

    def __post_init__(self) -> None:
        """Take text and mark from its line: they are asked again and again."""
        self.text, self.mark = self.lines[0].text, self.lines[0].mark

    def append(self, line: Line) -> None:
        """Let ``line`` go on with it."""
        self.lines.append(line)
        self._read_again()

    def put_before(self, line: Line) -> None:
        """Let it go on with ``line``."""
        self.lines.insert(0, line)
        self._read_again()

    def take_last(self) -> Line:
        """Give up its last line."""
        last = self.lines.pop()
        self._read_again()
        return last

    def replace_first(self, line: Line) -> None:
        """Let ``line`` be its first; it stays as short as it was with all that stood there."""
        self.lines[0] = line
        self._read_again(short=self._short)

    def _read_again(self, *, short: bool | None = None) -> None:
        self.text = "".join([line.text for line in self.lines[-_LAST:]])
        self.mark = self.lines[0].mark
        self._short = short

    @property
    def is_aside(self) -> bool:
        """Whether it stands outside the text's order: noise, a caption, a byline."""
        return self.kind in _ASIDE

    @property
    def tail(self) -> str:
        """The end of its text, at most a few lines."""
        if len(self.lines) == 1:
            return self.text[-_TAIL:]
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
