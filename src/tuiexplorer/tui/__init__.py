"""The explorer on the screen. Importing this package loads nothing of Textual; browsing does."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tuiexplorer.loading import Bounds


class Start(Struct, frozen=True):
    """What is asked for when the program starts."""

    paths: Sequence[str]
    """Files and folders."""
    query: str | None = None
    """What to search for at once."""
    theme: str | None = None
    """The colours; None: the settings', else those chosen last."""
    mouse: bool = True
    """Whether the mouse is listened to."""
    resume: bool = True
    """Whether to go on where this corpus was left."""
    cache: bool = True
    """Whether to use what was read in earlier runs."""
    bounds: "Bounds | None" = None
    """How much is read, and from where."""
    read_only: bool = False
    """Whether to start no program and write no file but what is remembered."""


def browse(wanted: Start) -> int:
    """Browse articles until the reader quits.

    Returns:
        The exit code: 0, 2 if nothing could be read or a setting is wrong, 128 and the signal's number where a
        signal ended the program.
    """
    from tuiexplorer.tui.garbage import collect_later

    collect_later()  # nor while all of the screen is imported, which leaves none
    from tuiexplorer.tui.start import StartError, start
    from tuiexplorer.tui.threads import end_process

    try:
        code = start(wanted)
    except StartError as error:
        sys.stderr.write(f"tuiexplorer: {error}\n")
        code = 2
    end_process(code)
    return code
