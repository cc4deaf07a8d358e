"""The explorer on the screen. Importing this package loads nothing of Textual; browsing does."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tuiexplorer.loading import Bounds


def browse(
    paths: Sequence[str],
    *,
    query: str | None = None,
    lang: str | None = None,
    theme: str | None = None,
    mouse: bool = True,
    resume: bool = True,
    cache: bool = True,
    bounds: "Bounds | None" = None,
    read_only: bool = False,
) -> int:
    """Browse the articles that ``paths`` name, until the reader quits.

    Args:
        paths: Files and folders.
        query: What to search for at once.
        lang: The language of the interface; None: the settings', else the locale's.
        theme: The colours; None: the settings', else those chosen last.
        mouse: Whether the mouse is listened to.
        resume: Whether to go on where this corpus was left.
        cache: Whether to use what was read in earlier runs.
        bounds: How much is read, and from where.
        read_only: Whether to start no program and write no file but what is remembered.

    Returns:
        The exit code: 0, 2 if nothing could be read or a setting is wrong, 128 and the signal's number where a
        signal ended the program.
    """
    from tuiexplorer.tui.start import Start, StartError, start

    try:
        return start(
            Start(
                paths,
                query,
                lang,
                theme,
                mouse=mouse,
                resume=resume,
                cache=cache,
                bounds=bounds,
                read_only=read_only,
            )
        )
    except StartError as error:
        sys.stderr.write(f"tuiexplorer: {error}\n")
        return 2
