"""How help is set: as wide as the terminal, in cells, so that Chinese is neither cut nor too wide."""

import os
import sys
from argparse import RawDescriptionHelpFormatter

from tuiexplorer.language import N_

_USUAL_COLUMNS = 80

_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What argparse itself may say to who uses this command line; it looks it up by gettext."""


class Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal.

    Every option makes one to check itself; left to find the width, argparse would import ``shutil`` for that, and with
    it four modules for compression.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """As argparse does, which takes every character to be a cell, unless there are others."""
        if text.isascii():
            return super()._split_lines(text, width)
        from tuiexplorer.output.as_text import folded

        return folded(" ".join(text.split()), width)


def _columns() -> int:
    if (told := os.environ.get("COLUMNS", "")).isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL_COLUMNS  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # closed, or no terminal
        return _USUAL_COLUMNS
