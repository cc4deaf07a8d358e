"""Which articles a command works on when no path is named, and what to say when there are none."""

import os
from collections.abc import Sequence

from tuiexplorer.language import _
from tuiexplorer.reading import READ_AS


def seeds() -> str:
    """The folder of the article that ships with the program, relative to here where it is below."""
    package = os.path.dirname(os.path.dirname(__file__))
    folder = os.path.join(package, "seeds")
    if not os.path.isdir(folder):  # run from the project's own folder
        folder = os.path.join(os.path.dirname(os.path.dirname(package)), "seeds")
    try:
        here = os.path.join(os.getcwd(), "")
    except FileNotFoundError:  # someone has removed it
        return folder
    return os.path.relpath(folder, here) if os.path.join(folder, "").startswith(here) else folder


def nothing_in(paths: Sequence[str]) -> str:
    """What to tell of folders without an article."""
    told = _("no articles in it; they end in {endings}").format(endings=" ".join(READ_AS))
    return f"{', '.join(paths)}: {told}"
