"""The page: what the lines of a source have in common, by which one of them is read."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.signs import ends

_FEW = 3
_SHORTEST = 6
_SLACK = 4
"""The columns of a line that a machine may leave empty: a word or a sign that must not be parted."""
_OVERHANG = 4
"""Those by which closing signs stand over."""
_LONG = 36
"""Lines of so many characters are hardly headings."""


class Page(Struct, frozen=True):
    """How a source is set."""

    gap: int = 0
    """How many blank lines mostly stand between two lines."""
    columns: int = 0
    """The width at which its lines were broken by a machine, a Chinese character being two; 0 where they were not."""
    characters: int = 0
    """The same where the machine counted characters."""
    indented: bool = False
    """Whether its paragraphs begin with white space."""
    spaced: bool = False
    """Whether more space stands between its paragraphs than between their lines."""
    unstopped: bool = False
    """Whether its paragraphs often lack their full stop."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Page":
        """Take the measures of a source's lines."""
        plain = [line for line in lines if line.role is None and not line.mark]
        if len(plain) < _FEW:
            return cls()
        gap = Counter(line.gap for line in plain[1:]).most_common(1)[0][0]
        long = [ends(line.text) for line in plain if len(line.text) > _LONG and not line.text.isascii()]
        page = cls(
            gap,
            columns=_measure(plain, gap, _columns, slack=_SLACK),
            characters=_measure(plain, gap, _characters, slack=1),
            unstopped=len(long) >= _FEW and sum(long) < len(long) * 0.5,
        )
        return replace(
            page,
            indented=any(line.indent for line in plain) and _is_indented(plain, page),
            spaced=page.is_broken and _is_spaced(plain, page),
        )

    @property
    def is_broken(self) -> bool:
        """Whether a machine broke its lines."""
        return self.columns > 0 or self.characters > 0

    def is_full(self, line: Line) -> bool:
        """Whether a machine may have broken the line at its end."""
        return (self.columns > 0 and -_SLACK <= _columns(line) - self.columns <= _OVERHANG) or (
            self.characters > 0 and -1 <= _characters(line) - self.characters <= _OVERHANG
        )

    def reaches(self, line: Line) -> bool:
        """Whether the line is at least as long as those that a machine broke."""
        return (0 < self.columns <= _columns(line) + _SLACK) or (0 < self.characters <= _characters(line) + 1)


def _columns(line: Line) -> int:
    return len(line.text.encode("gb18030", "replace")) + 2 * line.indent


def _characters(line: Line) -> int:
    return len(line.text) + line.indent


def _measure(plain: Sequence[Line], gap: int, size: Callable[[Line], int], *, slack: int) -> int:
    """The size at which lines break in the middle of sentences again and again, if there is one.

    Lines that were broken by a machine are of one size but for a ``slack``, many, and hardly any is much longer; and
    what it parted holds together, as headings and what stands under them do not.
    """
    joints = [
        (before, after)
        for before, after in pairwise(plain)
        if after.gap <= gap
        and after.indent <= before.indent
        and not ends(before.text)
        and len(before.text) > _SHORTEST
    ]
    if len(joints) < max(_FEW, len(plain) * 0.25):
        return 0
    if sum(cohesion(before.text[-1], after.text[0]) for before, after in joints) < 0:
        return 0
    broken = sorted(size(before) for before, _ in joints)
    middle = broken[len(broken) // 2]
    alike = sum(abs(one - middle) <= slack for one in broken)
    longer = sum(size(line) > middle * 1.5 for line in plain)
    return middle if alike > len(broken) * 0.6 and longer <= max(2, len(plain) * 0.04) else 0


def _is_indented(plain: Sequence[Line], page: Page) -> bool:
    """Whether paragraphs begin with white space: what follows a stop that is no line's end by chance does.

    A heading may stand there too, over what is indented.
    """
    starts = [
        start.indent > 0
        for before, start, after in zip(plain, plain[1:], [*plain[2:], plain[-1]], strict=False)
        if start.indent > before.indent
        or (ends(before.text) and not page.is_full(before) and after.indent <= start.indent)
    ]
    return len(starts) > 1 and sum(starts) > len(starts) * 0.6


def _is_spaced(plain: Sequence[Line], page: Page) -> bool:
    """Whether blank lines follow where a paragraph surely ends: at a stop on a line that is not full."""
    after_end = [
        after.gap for before, after in pairwise(plain) if ends(before.text) and not page.is_full(before)
    ]
    return len(after_end) > 1 and sum(gap > page.gap for gap in after_end) > len(after_end) * 0.8
