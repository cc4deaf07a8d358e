"""A real terminal for the program to run in."""

import sys

from ptyprocess import PtyProcess


def in_terminal(*arguments: str, size: tuple[int, int] = (24, 80)) -> tuple[int, str]:
    """Run in a pseudo-terminal of ``size`` (rows, columns): the exit code and all that was written."""
    process = PtyProcess.spawn([sys.executable, "-m", "tuiexplorer", *arguments], dimensions=size)
    written = b""
    try:
        while True:
            written += process.read(65536)
    except EOFError:
        return process.wait(), written.decode()
