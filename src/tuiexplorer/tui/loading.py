"""Where the explorer's documents come from."""

from collections.abc import Callable, Iterator, Sequence

from tuiexplorer.loading import Loaded, load

__all__ = ["Loaded", "Loader", "loader"]

Loader = Callable[[Callable[[], bool]], Iterator[Loaded]]
"""Reads everything from the start, until its argument says that nobody wants it any more; called again when the user
asks to read again."""


def loader(paths: Sequence[str], *, cache: bool = True) -> Loader:
    """A loader of the articles that ``paths`` name."""
    return lambda cancelled: load(paths, cache=cache, cancelled=cancelled)
