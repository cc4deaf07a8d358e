"""How fast the reading goes, and so whether what takes long had better wait until all is there."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded

SOON = 3.0
"""Seconds for which a search and a tree wait for the rest. What is made of a part serves once only, and would hold the
rest up for as long: what a part does not have is even looked for in every other way."""
TELLS_AFTER = 0.2
"""Seconds of reading that tell how fast it goes."""


class Pace:
    """The pace of one reading. One thread reads, others ask."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._share = 0.0
        self._has_ended = False

    def begin(self) -> None:
        """What is read from now on is read at the pace of the rest."""
        self._begun = time.monotonic()

    def reach(self, loaded: "Loaded") -> None:
        """One more file is through."""
        by_bytes = loaded.bytes_total > 0
        self._share = loaded.bytes_done / loaded.bytes_total if by_bytes else loaded.done / loaded.total

    def end(self) -> None:
        """All is there, and where it is searched."""
        self._has_ended = True

    @property
    def ends_soon(self) -> bool | None:
        """Whether something is still to come, but all within a moment; None so long as nobody knows."""
        if self._has_ended:
            return False
        taken = time.monotonic() - self._begun
        return taken * (1 - self._share) < SOON * self._share if taken >= TELLS_AFTER else None
