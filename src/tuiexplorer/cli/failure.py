"""What goes wrong, told to the user in one line on standard error."""

import sys

from tuiexplorer.output import visible

ERROR = 2
"""The exit code of everything that went wrong, as ``grep`` has it."""


class Failure(Exception):  # noqa: N818 - it is told, not raised at a programmer
    """Something that ends the command: one line saying what, where and what to do."""


def tell(message: str) -> None:
    """One line on standard error, safe to show."""
    if sys.stderr is not None:
        sys.stderr.write(f"tuiexplorer: {visible(message)}\n")
