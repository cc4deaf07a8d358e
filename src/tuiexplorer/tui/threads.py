"""The threads beside the screen: few, long-lived, and nobody waits for them when the reader leaves."""

import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from tuiexplorer.giving_way import let_first

MOST = 4
"""One reads, one looks for keywords, one searches while another has not yet seen that it was overtaken. The memory that
each takes for itself is not given back, and with every thread there is more of it."""


class Threads(ThreadPoolExecutor):
    """Threads that are not waited for: what they do is of no use to anyone any more, and may take seconds to end."""

    def __init__(self, give_way: Callable[[], object] = lambda: None) -> None:
        """``give_way`` waits, as often as long work calls it, until the screen needs this thread's time no longer."""
        super().__init__(MOST, thread_name_prefix="beside", initializer=partial(let_first, give_way))

    def shutdown(self, *_: object, **__: object) -> None:
        """Begin nothing any more."""
        super().shutdown(wait=False, cancel_futures=True)


def end_process(code: int) -> None:
    """End at once where Python would wait for threads, or where the terminal is gone, for which it has its own code.

    All that is to be kept is written by now.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        os._exit(code)
    if any(not each.daemon for each in threading.enumerate() if each is not threading.main_thread()):
        os._exit(code)
