"""Where the explorer's documents come from."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # what reads articles takes long to import, and the first frame does not wait for it
    from tuiexplorer.loading import Bounds, Loaded

Loader = Callable[[Callable[[], bool]], "Iterator[Loaded]"]
"""Reads everything from the start, until its argument says that nobody wants it any more; called again when the user
asks to read again."""


def loader(
    paths: Sequence[str], *, bounds: "Bounds | None" = None, cache: bool = True, workers: int | None = None
) -> Loader:
    """A loader of the articles that ``paths`` name; the arguments are those of :func:`tuiexplorer.loading.load`."""

    def read(cancelled: Callable[[], bool]) -> "Iterator[Loaded]":
        from tuiexplorer.loading import Bounds, load

        return load(paths, bounds=bounds or Bounds(), cache=cache, workers=workers, cancelled=cancelled)

    return read
