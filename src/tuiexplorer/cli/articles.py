"""Which articles a command works on when no path is named, and what to say when there are none."""

from collections.abc import Sequence
from pathlib import Path

from tuiexplorer.language import _


def seeds() -> str:
    """The folder of the article that ships with the program, relative to here where it is below."""
    package = Path(__file__).parents[1]
    folder = package / "seeds"
    if not folder.is_dir():
        folder = package.parents[1] / "seeds"  # run from the project's own folder
    try:
        here = Path.cwd()
    except FileNotFoundError:  # someone has removed it
        return str(folder)
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def nothing_in(paths: Sequence[str]) -> str:
    """What to tell of folders without an article."""
    told = _("no articles in it; they end in .txt, .md, .markdown, .html or .htm")
    return f"{', '.join(paths)}: {told}"
