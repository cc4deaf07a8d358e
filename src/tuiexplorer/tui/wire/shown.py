"""What the terminal shows, remembered, so that it is sent only what changes.

Textual paints whole rows of widgets, each piece of text with its whole style, also where nothing changes: half of what
it writes is styles, a third is shown already. Here the cells of the screen are kept as they were sent last, and of what
is painted those go out that differ.

What is not understood goes out as it is, and nothing is known of the screen after it.
"""

import re

from tuiexplorer.tui.wire.painted import Run, runs_of
from tuiexplorer.tui.wire.row import Row
from tuiexplorer.tui.wire.sending import Sending

_HARMLESS = re.compile(
    r"""(?:
      \x1b\[\?(?:7|25|100[0-6]|101[56]|2004|2026|2048)[hl]  # modes that leave alone what is shown
    | \x1b\[\?\d+\$p                                        # questions
    | \x1b\](?:52;c;[A-Za-z0-9+/=]*|22;[a-z-]*)\a           # the clipboard, and the pointer's shape
    | \a
    )*""",
    re.VERBOSE,
)


class Shown:
    """The screen as the terminal has it."""

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._cursor: tuple[int, int] | None = None
        self._size: tuple[int, int] | None = None

    def forget(self) -> None:
        """Nothing is known any more of what the terminal shows."""
        # Another dictionary: a signal may come in the middle of :meth:`changes`, and what that still learns is void.
        self._rows = {}
        self._cursor = None

    def resized(self, width: int, height: int) -> None:
        """The terminal has another size."""
        self.forget()
        self._size = width, height

    def changes(self, data: str) -> str:
        """What of ``data``, which is meant for the terminal, has to be sent to it."""
        if _HARMLESS.fullmatch(data):
            return data
        rows, runs = self._rows, runs_of(data)
        if runs is None or not all(map(self._fits, runs)):
            self.forget()
            return data
        sending = Sending(rows)
        for run in runs:
            if run.row is None:
                sending.pass_on(run.y, run.x, run.body)
            else:
                sending.paint(run.y, run.x, run.row)
        cursor = runs[-1].y, runs[-1].x
        sent = sending.finished(*cursor, moves=cursor != self._cursor)
        if rows is self._rows:
            self._cursor = cursor
        return sent

    def _fits(self, run: Run) -> bool:
        """Whether it is within the terminal: what is not would land elsewhere."""
        if self._size is None:
            return True
        width, height = self._size
        return run.y < height and run.x + (len(run.row.cells) if run.row else 0) <= width
