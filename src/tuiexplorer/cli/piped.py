"""Browsing what is piped in: it is read to its end first, then standard input is the keyboard, as in pagers."""

import os
import sys
from io import BytesIO, TextIOWrapper

from tuiexplorer.cli.failure import Failure
from tuiexplorer.language import _
from tuiexplorer.output import visible
from tuiexplorer.reading import STDIN, ReadingError, read_bytes

KEYBOARD = "/dev/tty"


class _Piped(TextIOWrapper):
    """What came down the pipe, as standard input: whole each time that it is asked for, to be read again."""

    def __init__(self, data: bytes) -> None:
        super().__init__(BytesIO())
        self._data = data

    @property
    def buffer(self) -> BytesIO:
        return BytesIO(self._data)

    def isatty(self) -> bool:
        """Keys come from a terminal now."""
        return True


def take_piped(most: int) -> None:
    """Read standard input, at most ``most`` bytes, and have the keys come from the terminal in its place.

    Raises:
        Failure: it is the terminal, or cannot be read, or there is no terminal.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        told = _("standard input is for your keys while browsing; pipe something in, or name a file")
        raise Failure(f"{STDIN}: {told}")
    try:
        data = read_bytes(STDIN, most=most)
    except ReadingError as error:
        raise Failure(visible(f"{error.path}: {error.reason}")) from error
    try:
        keyboard = os.open(KEYBOARD, os.O_RDWR)
    except OSError as error:
        told = _("browsing needs a terminal, and there is none; to print instead: tuiexplorer find")
        raise Failure(told) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    sys.stdin = _Piped(data)
