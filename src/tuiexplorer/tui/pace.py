"""How fast the reading goes: whether a search or a tree had better wait until everything is read."""

import time
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded

SOON = 3.0
"""Seconds for which a search and a tree wait for the rest of the files. Those made from a part are soon replaced, and
slow the reading down meanwhile; worst is a search for what that part does not hold, which tries every fuzzy way too."""
TELLS_AFTER = 0.2
"""Seconds of reading before its pace can be told."""


class Pace:
    """The pace of one reading. One thread reads, others ask."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._share = 0.0
        self._ended = Event()

    def begin(self) -> None:
        """Measure from now on: what went before, as imports, does not tell how fast the rest will be."""
        self._begun = time.monotonic()

    def reach(self, loaded: "Loaded") -> None:
        """Take note of how far the reading is."""
        by_bytes = loaded.bytes_total > 0
        self._share = loaded.bytes_done / loaded.bytes_total if by_bytes else loaded.done / loaded.total

    def end(self) -> None:
        """Everything is read and can be searched."""
        self._ended.set()

    def wait_for_end(self, seconds: float) -> None:
        """Wait until everything is read and can be searched, but no longer than that."""
        self._ended.wait(seconds)

    @property
    def ends_soon(self) -> bool | None:
        """Whether files are still to come, but the last of them soon; None while that cannot be told yet."""
        if self._ended.is_set():
            return False
        taken = time.monotonic() - self._begun
        return taken * (1 - self._share) < SOON * self._share if taken >= TELLS_AFTER else None
