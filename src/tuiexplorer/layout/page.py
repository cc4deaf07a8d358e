"""The page: what the lines of a source have in common, by which one of them is read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuiexplorer.layout.line import Line
from tuiexplorer.layout.signs import ends

_SLACK = 4
"""By how many columns (half the width of a Chinese character) full lines of one measure differ."""

_LONG = 36
"""Lines of so many characters are hardly headings."""


@dataclass(frozen=True, slots=True)
class Page:
    """How a source is set."""

    measure: int
    """The width, in columns, at which its lines were broken by a machine; 0 where a line is a paragraph."""
    gap: int
    """How many blank lines mostly stand between two lines."""
    indented: bool
    """Whether its paragraphs begin with white space."""
    unstopped: bool
    """Whether its paragraphs often lack their full stop."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Page":
        """Take the measures of a source's lines."""
        plain = [line for line in lines if line.role is None and not line.mark]
        if len(plain) < 3:
            return cls(0, 0, indented=False, unstopped=False)
        gap = Counter(line.gap for line in plain[1:]).most_common(1)[0][0]
        starts = [after for before, after in pairwise(plain) if ends(before.text)]
        indented = len(starts) > 1 and sum(line.indent > 0 for line in starts) > len(starts) * 0.6
        long = [ends(line.text) for line in plain if len(line.text) > _LONG and not line.text.isascii()]
        unstopped = len(long) > 2 and sum(long) < len(long) * 0.5
        return cls(_measure(plain, gap), gap, indented, unstopped)

    def is_full(self, line: Line) -> bool:
        """Whether a machine may have broken the line at its end."""
        return bool(self.measure) and width(line) >= self.measure - _SLACK


def width(line: Line) -> int:
    """The width of a line in columns, its indentation counted as full-width blanks."""
    return len(line.text.encode("gb18030", "replace")) + 2 * line.indent


def _measure(plain: Sequence[Line], gap: int) -> int:
    """The width at which lines break in the middle of sentences again and again, if there is one.

    Lines that were broken by a machine are of one width, many, and no line is much longer.
    """
    broken = sorted(
        width(before)
        for before, after in pairwise(plain)
        if after.gap <= gap and not ends(before.text) and len(before.text) > 6
    )
    if len(broken) < max(3, len(plain) * 0.25):
        return 0
    middle = broken[len(broken) // 2]
    alike = sum(abs(columns - middle) <= _SLACK for columns in broken)
    longer = sum(width(line) > middle + _SLACK for line in plain)
    return middle if alike > len(broken) * 0.6 and longer <= len(plain) * 0.04 else 0
