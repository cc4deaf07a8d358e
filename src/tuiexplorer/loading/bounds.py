"""How much is read, and from where: what a shared machine may want to limit."""

import os
from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from tuiexplorer.language import _
from tuiexplorer.reading import MOST, STDIN, ReadingError, find_files

MOST_FILES = 1_000_000
"""The most articles that are read at once, where nothing else is said: all of them are held in memory."""


class Bounds(Struct, frozen=True):
    """The limits of one loading. What lies beyond them is told, never passed over in silence."""

    most_bytes: int = MOST
    """Larger files are not read."""
    most_files: int = MOST_FILES
    """Further files are not read."""
    contained: bool = False
    """Files that lie elsewhere than below the paths that were named, and are reached by links, are not read."""

    def files(self, paths: Iterable[str]) -> tuple[list[str], ReadingError | None]:
        """The articles that ``paths`` name, and what to tell where there are too many."""
        found = list(islice(find_files(paths), self.most_files + 1))
        if len(found) <= self.most_files:
            return found, None
        first = found.pop()
        told = _("this and further files are left out: there are more than {most} (--max-files)")
        return found, ReadingError(first, told.format(most=self.most_files))

    def require_within(self, path: str, paths: Iterable[str]) -> None:
        """Make sure that ``path`` may be read, given the ``paths`` that were named.

        Raises:
            ReadingError: it may not.
        """
        if not self.contained:
            return
        place = os.path.realpath(path)
        if path == STDIN or not any(_lies_below(place, os.path.realpath(each)) for each in paths):
            raise ReadingError(path, _("a link that leads out of what is open to reading here"))


def _lies_below(place: str, folder: str) -> bool:
    return place == folder or place.startswith(folder.rstrip(os.sep) + os.sep)
