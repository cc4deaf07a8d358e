"""Processes that read files for this one.

They are started as programs of their own, not forked: what asks may be a screen with threads and a terminal in its
hands. Each is asked by one thread, which waits for its answer.
"""

import os
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress

from tuiexplorer.loading.pipe import receive, send

COMMAND = (sys.executable, "-P", "-m", "tuiexplorer.loading.worker")
"""``-P``: nothing is imported from the folder that one happens to be in."""
MOST_LOST = 3
"""After so many processes that ended or would not start, no more are started."""


class Workers:
    """Processes, started as there is work for them; ``aside``: that have a core only while nothing else wants it."""

    def __init__(self, most: int, *, aside: bool = False) -> None:
        self._aside = aside
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="asks-worker")
        self._own = threading.local()
        self._lock = threading.Lock()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._lost = 0
        self._closed = False

    def ask(self, path: str, data: bytes) -> "Future[bytes]":
        """Have a file read: the sealed document, or nothing where it is better read here."""
        return self._threads.submit(self._ask, path, data)

    def close(self) -> None:
        """End at once, whatever is being read."""
        with self._lock:
            self._closed = True
            for process in self._processes:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            process.communicate()

    def _ask(self, path: str, data: bytes) -> bytes:
        process = getattr(self._own, "process", None) or self._started()
        if process is None or process.stdin is None or process.stdout is None:
            return b""
        try:
            send(process.stdin, os.fsencode(path), b"\0", data)
            return receive(process.stdout)
        except (OSError, EOFError):
            with self._lock:
                self._lost += 1
            self._own.process = None
            return b""

    def _started(self) -> "subprocess.Popen[bytes] | None":
        """A process for this thread; None where there shall be no more, or none can be."""
        with self._lock:
            if self._closed or self._lost >= MOST_LOST:
                return None
            try:
                process = subprocess.Popen(  # noqa: S603 - this program itself
                    COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            except (OSError, ValueError):
                self._lost += 1
                return None
            self._processes.append(process)
        if self._aside:
            _put_aside(process.pid)
        self._own.process = process
        return process


def _put_aside(process: int) -> None:
    """Have any other that wakes run at once: being nice does not do that, it only shares out what both want."""
    with suppress(AttributeError, OSError):  # not on every platform, and not allowed everywhere
        os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0))
