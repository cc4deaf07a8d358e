"""The right of way of the thread that draws: what runs beside it waits as long as it has something to do."""

import selectors
from threading import Event

PATIENCE = 0.05
"""Seconds after which what waits goes on all the same: nothing that takes long waits for a key, or for another."""


class RightOfWay(selectors.DefaultSelector):
    """What the event loop of the screen waits by, and by which other threads know whether it does."""

    def __init__(self) -> None:
        super().__init__()
        self._rests = Event()

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for a key, or whatever comes; let others work meanwhile."""
        if timeout is not None and timeout <= 0:
            return super().select(timeout)
        self._rests.set()
        try:
            return super().select(timeout)
        finally:
            self._rests.clear()

    def give_way(self) -> None:
        """Wait, in another thread, until the screen is up to date."""
        if not self._rests.is_set():
            self._rests.wait(PATIENCE)
