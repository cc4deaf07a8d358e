"""Reading the documents, one after the other, where nobody waits for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tuiexplorer.model import Document
from tuiexplorer.reading import ReadingError


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one file, and how far the reading is."""

    outcome: Document | ReadingError
    done: int
    total: int


Loader = Callable[[], Iterator[Loaded]]
"""Reads everything from the start; called again when the user asks to read again."""


def loader(paths: Sequence[str]) -> Loader:
    """A loader of the articles that ``paths`` name."""

    def load() -> Iterator[Loaded]:
        from tuiexplorer.model import parse
        from tuiexplorer.reading import find_files, read

        files = list(find_files(paths))
        for done, path in enumerate(files, 1):
            outcome: Document | ReadingError
            try:
                outcome = parse(read(path))
            except ReadingError as error:
                outcome = error
            yield Loaded(outcome, done, len(files))

    return load
