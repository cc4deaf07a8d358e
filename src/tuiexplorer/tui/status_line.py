"""The status line: parts with a dot between them, of which the last give way where there is no room for all."""

from collections.abc import Iterable

from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.page import Line, Run, width_of

_DOT = Run(" · ", "quiet")


def joined(parts: Iterable[Line]) -> Line:
    """The parts that there are, with a dot between them."""
    runs: list[Run] = []
    for part in filter(None, parts):
        runs += [*([_DOT] if runs else []), *part]
    return tuple(runs)


class StatusLine(LineBar):
    """Says only whole parts, as half a number is another number; what warns is rather cut than not said."""

    def runs(self, width: int) -> tuple[Line, Line]:
        """See :class:`LineBar`."""
        left, right = super().runs(width)
        room = width - 1 - (width_of(right) + 2 if right else 0)
        while width_of(left) > room and _DOT in left:
            last = len(left) - 1 - left[::-1].index(_DOT)
            if any(run.role != "quiet" for run in left[last:]):
                break
            left = left[:last]
        return left, right
