"""The articles that a command works on, one after the other."""

from collections.abc import Callable, Iterator, Sequence

from tuiexplorer.cli.articles import nothing_in, seeds
from tuiexplorer.cli.failure import Failure, tell
from tuiexplorer.language import _
from tuiexplorer.loading import Bounds, load
from tuiexplorer.model import Document
from tuiexplorer.reading import ReadingError, find_files, is_same_file


class Documents:
    """The documents that ``paths`` name, each read a little before it is asked for, and not kept.

    A file that cannot be read is told on standard error and counted in ``failed``; the others still come.
    """

    def __init__(
        self,
        paths: Sequence[str],
        *,
        bounds: Bounds,
        cache: bool = True,
        spare: str | None = None,
        hint: Callable[[str], str] = lambda _path: "",
    ) -> None:
        """``spare`` is a file about to be written, which must not be one of those read.

        ``hint`` says what to add of a path that cannot be read.
        """
        self._paths = list(paths) or [seeds()]
        self._bounds = bounds
        self._cache = cache
        self._spare = spare
        self._hint = hint
        self.count = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        if self._spare is not None and any(
            is_same_file(path, self._spare) for path in find_files(self._paths)
        ):
            told = _("this is one of the articles; choose another file to write")
            raise Failure(f"{self._spare}: {told}")
        for loaded in load(self._paths, bounds=self._bounds, cache=self._cache):
            if isinstance(loaded.outcome, ReadingError):
                tell(f"{loaded.outcome}{self._hint(loaded.outcome.path)}")
                self.failed += 1
            else:
                self.count += 1
                yield loaded.outcome
        if not self.count and not self.failed:
            raise Failure(nothing_in(self._paths))
