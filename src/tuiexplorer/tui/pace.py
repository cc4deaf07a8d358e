"""How fast the reading goes, and so whether a search had better wait until all is there."""

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded

SOON = 3.0
"""Seconds for which a search waits for the rest. To search what is there meanwhile would hold the rest up for as long:
the index of a part serves once only, and what is not in it is looked for in every other way."""
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
    def is_over_soon(self) -> bool:
        """Whether something is still to come, but all within a moment; so long as nobody knows, it may be."""
        if self._has_ended:
            return False
        taken = time.monotonic() - self._begun
        return taken < TELLS_AFTER or taken * (1 - self._share) < SOON * self._share
