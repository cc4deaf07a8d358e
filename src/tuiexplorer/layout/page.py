"""The page: what the lines of a source have in common, by which one of them is read."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.line import Line
from tuiexplorer.layout.speech import is_body
from tuiexplorer.layout.stops import ends

_FEW = 3
_SHORTEST = 6
_SLACK = 4
"""The columns of a line that a machine may leave empty: a word or a sign that must not be parted."""
_OVERHANG = 4
"""Those by which closing signs stand over."""
_TOGETHER = re.compile(
    r"[“‘（《〈【「『(]*(?:[A-Za-z\d.·]{1,12}|—+|…+|.)[，。、；：！？”’）》〉】」』,;:!?)%％℃—…]*"
)
_STOP_WITHIN = re.compile("[。！？][”’）]*(?=.)")
_LABEL = re.compile(r"([^，。：:“”\s]{1,8})[：:]")
_BROKEN = 0.12
"""The least share of lines that are cut within a sentence, on a page whose lines a machine broke."""
_MOSTLY = 0.85
_NEARLY = 0.7
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
    ragged: bool = False
    """Whether the machine left lines shorter than it had to."""
    indented: bool = False
    """Whether its paragraphs begin with white space."""
    spaced: bool = False
    """Whether more space stands between its paragraphs than between their lines."""
    flow: float = 0
    """How much commoner stops within paragraphs are than at their ends: a logarithm, where a machine broke lines."""
    bare: float = 0
    """How much commoner ends of paragraphs are than lines like headings: a logarithm, where a machine broke lines."""
    unstopped: bool = False
    """Whether its paragraphs often lack their full stop."""
    whole: bool = False
    """Whether every long paragraph ends in a full stop; the last may have been cut off by who saved the page."""
    one_body: bool = False
    """Whether its first line is a body and nothing else, and no other line is."""
    labels: frozenset[str] = frozenset()
    """What stands before a colon at the beginning of lines again and again: 记者, 张三."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Page":
        """Take the measures of a source's lines."""
        plain = [line for line in lines if line.role is None and not line.mark]
        if len(plain) < _FEW:
            return cls()
        gap = Counter(line.gap for line in plain[1:]).most_common(1)[0][0]
        long = [ends(line.text) for line in plain if len(line.text) > _LONG and not line.text.isascii()]
        joints = _joints(plain, gap)
        page = cls(
            gap,
            columns=_measure(plain, joints, _columns, slack=_SLACK),
            characters=_measure(plain, joints, _characters, slack=1),
            unstopped=len(long) >= _FEW and sum(long) < len(long) * 0.5,
            one_body=[number for number, line in enumerate(plain) if is_body(line.text)] == [0],
            whole=len(long) >= _FEW and all(long[:-1]),
        )
        if page.is_broken:
            page = replace(page, ragged=_is_ragged(plain, page))
            page = replace(page, labels=_labels(plain), **_shares(plain, page))
        return replace(
            page,
            indented=any(line.indent for line in plain) and _is_indented(plain, page),
            spaced=page.is_broken and _is_spaced(plain, page),
        )

    @property
    def is_broken(self) -> bool:
        """Whether a machine broke its lines."""
        return self.columns > 0 or self.characters > 0

    def is_full(self, line: Line, after: str = "") -> bool:
        """Whether a machine may have broken the line at its end: what begins the line ``after`` had no room in it."""
        due = "" if self.ragged or not after else _together(after)
        if self.columns and -_OVERHANG <= self.columns - _columns(line) < (
            _width(due) if due else _SLACK + 1
        ):
            return True
        return self.characters > 0 and -_OVERHANG <= self.characters - _characters(line) < (len(due) or 2)

    def is_labelled(self, text: str) -> bool:
        """Whether a line begins with one of its labels."""
        return bool(self.labels) and (found := _LABEL.match(text)) is not None and found[1] in self.labels

    def reaches(self, line: Line) -> bool:
        """Whether the line is at least as long as those that a machine broke."""
        return (0 < self.columns <= _columns(line) + _SLACK) or (0 < self.characters <= _characters(line) + 1)

    def nearly_full(self, line: Line) -> bool:
        """Whether the line is about as long as those that a machine broke."""
        return self.columns * _NEARLY <= _columns(line) and self.characters * _NEARLY <= _characters(line)

    def exceeds(self, line: Line) -> bool:
        """Whether the line is longer than those that a machine broke."""
        return 0 < self.columns < _columns(line) - _OVERHANG


def _columns(line: Line) -> int:
    return _width(line.text) + (line.indent << line.wide)


def _width(text: str) -> int:
    return len(text.encode("gb18030", "replace"))


def _together(text: str) -> str:
    """What must not be parted at the beginning of a line: a word or a character, with the signs that cling to it."""
    found = _TOGETHER.match(text)
    return found[0] if found else text[0]


def _characters(line: Line) -> int:
    return len(line.text) + line.indent


def _joints(plain: Sequence[Line], gap: int) -> list[tuple[Line, bool]]:
    """Lines that end no sentence, and of each whether it holds together with the one under it.

    None if too few do to have been broken by a machine.
    """
    joints = [
        (before, after.text.isascii() or cohesion(before.text[-1], after.text[0]) > 0)
        for before, after in pairwise(plain)
        if after.gap <= gap
        and after.indent <= before.indent
        and not ends(before.text)
        and len(before.text) > _SHORTEST
    ]
    few = sum(holds for _, holds in joints) < max(_FEW, len(plain) * _BROKEN)
    return [] if few else joints


def _measure(
    plain: Sequence[Line], joints: Sequence[tuple[Line, bool]], size: Callable[[Line], int], *, slack: int
) -> int:
    """The size at which lines break in the middle of sentences again and again, if there is one.

    Lines that were broken by a machine are of one size but for a ``slack``, many, and hardly any is much longer; and
    what it parted holds together, as headings and what stands under them do not.
    """
    if not joints:
        return 0
    broken = sorted(size(line) for line, holds in joints if holds)
    middle = broken[len(broken) // 2]
    usual = Counter(one for one in broken if abs(one - middle) <= slack)
    alike = usual.total()
    apart = sum(abs(size(line) - middle) <= slack for line, holds in joints if not holds)
    longer = sum(size(line) > middle * 1.5 for line in plain)
    if alike <= len(broken) * 0.6 or alike < apart or longer > max(2, len(plain) * 0.04):
        return 0
    return max(usual, key=lambda one: (usual[one], one))


def _is_ragged(plain: Sequence[Line], page: Page) -> bool:
    """Whether lines that are nearly full often had room for what begins the next."""
    near = [
        page.is_full(before, after.text)
        for before, after in pairwise(plain)
        if after.gap <= page.gap and not ends(before.text) and page.is_full(before)
    ]
    return sum(near) < len(near) * _MOSTLY


def _shares(plain: Sequence[Line], page: Page) -> dict[str, float]:
    """Stops within lines are within paragraphs; of the lines that are not full, some end them, the others head them."""
    within = sum(len(_STOP_WITHIN.findall(line.text)) for line in plain)
    short = [before for before, after in pairwise(plain) if not page.is_full(before, after.text)]
    last = sum(ends(line.text) for line in short)
    heads = sum(not ends(line.text) and page.nearly_full(line) for line in short)
    return {"flow": log((within + 1) / (last + 1)), "bare": log((last + 1) / (heads + 1))}


def _labels(plain: Sequence[Line]) -> frozenset[str]:
    labels = Counter(found[1] for line in plain if (found := _LABEL.match(line.text)))
    return frozenset(label for label, count in labels.items() if count > 1)


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
