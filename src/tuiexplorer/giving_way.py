"""Long work in one thread that lets another go first: a thread that draws, and has keys to answer.

Python runs one thread at a time, and what takes seconds would have every second millisecond of a key's answer. Nothing
is lost by waiting: it could not have run meanwhile.
"""

from collections.abc import Callable
from contextvars import ContextVar

_wait: ContextVar[Callable[[], object]] = ContextVar("wait", default=lambda: None)


def let_first(wait: Callable[[], object]) -> None:
    """Have all long work in this thread, from now on, call ``wait`` every millisecond or so."""
    _wait.set(wait)


def give_way() -> None:
    """Wait, in a thread of which that was asked, until the other has nothing to do."""
    _wait.get()()
