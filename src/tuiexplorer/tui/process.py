"""The edges of the process: signals that end it, and the log of a crash."""

import asyncio
import os
import select
import signal
import threading
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.text import Text

from tuiexplorer.folders import state_folder
from tuiexplorer.language import _
from tuiexplorer.output import visible

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)
"""Signals that by default would leave the terminal in the program's hands, or end it as if all were well."""

MOST_LOGGED = 256 * 1024
"""Bytes after which the log is begun anew."""


GRACE = 3.0
"""Seconds in which the program may end by itself once its terminal is gone."""


def on_ending(leave: Callable[[int], None]) -> None:
    """Have ``leave`` called with the exit code when a signal asks the process to end. Call within the event loop."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        loop.add_signal_handler(number, leave, 128 + number)


def on_terminal_lost(keep: Callable[[], object]) -> None:
    """See to it that the process ends when its terminal is gone, having called ``keep``, whatever else happens.

    Not everyone who loses a terminal is sent a signal. And what is left to be written to it blocks the event loop: in
    Textual (as of 8.2) the thread that writes has then ended, and soon its queue is full.
    """

    def watch() -> None:
        terminal = select.poll()
        terminal.register(0, 0)  # nothing but its end is of interest
        if not any(event & (select.POLLHUP | select.POLLERR) for _descriptor, event in terminal.poll()):
            return
        os.kill(os.getpid(), signal.SIGHUP)
        time.sleep(GRACE)
        keep()
        os._exit(128 + signal.SIGHUP)

    threading.Thread(target=watch, name="terminal", daemon=True).start()


class UnforeseenError(Exception):
    """An error that no one foresaw, as it is told to the user: one line, and where the rest is."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(f"{type(error).__name__}: {error}")
        log = _log_crash(error)
        where = _("details in {path}").format(path=log) if log else _("the log could not be written")
        reason = f"{type(error).__name__}: {error}".splitlines()[0][:200]
        self.line = visible(f"tuiexplorer: {reason} ({where})")

    def __rich__(self) -> Text:
        """The line, with nothing in it taken for markup."""
        return Text(self.line, no_wrap=True, overflow="ignore")


def _log_crash(error: BaseException) -> Path | None:
    """Add the traceback to the log; where it stands, or None where it cannot be written."""
    return log("".join(traceback.format_exception(error)))


def log(text: str) -> Path | None:
    """Add ``text`` to the log; where it stands, or None where it cannot be written."""
    try:
        path = Path(state_folder(), "tuiexplorer.log")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > MOST_LOGGED
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {text.rstrip()}\n")
    except OSError:
        return None
    return path
