"""Paths to documents, in the order of the paths."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from tuiexplorer.loading.bounds import Bounds
from tuiexplorer.model import Document
from tuiexplorer.reading import STDIN, ReadingError, read_bytes, source_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tuiexplorer.loading.cache import Cache
    from tuiexplorer.loading.workers import Workers

WORKERS_FROM = 2 << 20
"""Bytes to be read anew from which on it pays to start processes: each needs half a second before it reads."""
AT_ONCE = 256 << 10
"""So many bytes are read here while the processes start, so that the first documents do not wait for them."""
MOST_WAITING = 256
MOST_BYTES_WAITING = 16 << 20
"""How far it is looked ahead of the document that is handed on: what bounds the memory of a stream."""
PATIENCE = 0.1
"""Seconds after which a wait looks up to see whether it was cancelled."""


class Loaded(Struct, frozen=True):
    """What became of one file, and how far the loading is."""

    outcome: Document | ReadingError
    done: int
    """Files that are through, this one included."""
    total: int
    bytes_done: int = 0
    bytes_total: int = 0


def load(
    paths: Iterable[str],
    *,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
    cache: "bool | Cache" = True,
    workers: int | None = None,
    aside: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Loaded]:
    """The documents that ``paths`` name, in their order, each as soon as it and those before it are there.

    No more than a few megabytes are held besides what was handed on. Closing the iterator ends everything at once.

    Args:
        paths: files, folders, ``-`` for standard input.
        bounds: how much is read, and from where.
        cache: whether to use, and to add to, what earlier runs have read. Or the cache itself, as :func:`user_cache`
            opens it, for a caller that may have to flush it before the iteration ends; it is closed at the end.
        workers: how many processes may read; None: one a core that this process may use; 0: only this one.
        aside: whether they have a core only while nothing else wants it, for a caller that has keys to answer.
        cancelled: asked between files and ten times a second; once it is true the iteration ends.
    """
    paths = tuple(paths)
    files, too_many = bounds.files(paths)
    sizes = [_size(path) for path in files]
    every = sum(sizes)
    done = read = 0
    if cache is True:
        cache = any(path != STDIN for path in files) and (user_cache() or False)
    most = _cores() if workers is None else workers
    with _Desk(paths, bounds, cache=cache or None, workers=most, aside=aside) as desk:
        for outcome in desk.outcomes(files, cancelled):
            read += sizes[done]
            done += 1
            # The collector passes over what was read, which holds no cycles: to walk a million objects again and again
            # takes as long as to read them from the cache, and each time no thread answers a key meanwhile.
            gc.freeze()
            yield Loaded(outcome, done, len(files), read, every)
    if too_many and not cancelled():
        yield Loaded(too_many, done, len(files), read, every)


def user_cache() -> "Cache | None":
    """The cache of what this user's earlier runs have read; None where there can be none."""
    with suppress(ImportError):  # a Python without SQLite
        from tuiexplorer.loading.cache import open_cache

        return open_cache()
    return None


class _File(Struct):
    """A file between its bytes and its document."""

    path: str
    data: bytes = b""
    sha256: str = ""
    key: bytes = b""
    sealed: bytes = b""
    """The document as the cache has it."""
    asked: "Future[bytes] | None" = None
    """The document as a worker will hand it on."""
    failed: ReadingError | None = None

    @property
    def is_ready(self) -> bool:
        return bool(self.failed or self.sealed or (self.asked and self.asked.done()))


class _Desk:
    """Where files are taken in, looked up or given to workers, and handed on as documents."""

    def __init__(
        self, paths: Sequence[str], bounds: Bounds, *, cache: "Cache | None", workers: int, aside: bool
    ) -> None:
        self._paths = paths
        self._bounds = bounds
        self._most_workers = workers
        self._aside = aside
        self._waiting: deque[_File] = deque()
        self._bytes_waiting = 0
        self._bytes_unread = 0
        self._workers: Workers | None = None
        self._cache = cache

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._workers:
            self._workers.close()
        if self._cache:
            self._cache.close()

    def outcomes(
        self, paths: Iterable[str], cancelled: Callable[[], bool]
    ) -> Iterator[Document | ReadingError]:
        """What becomes of each path, in order."""
        for path in paths:
            if cancelled():
                return
            self._take(path)
            alone = self._most_workers <= 1
            while self._waiting and (alone or self._waiting[0].is_ready or self._is_full):
                if (outcome := self._hand_on(cancelled)) is None:
                    return
                yield outcome
        while self._waiting:
            if cancelled() or (outcome := self._hand_on(cancelled)) is None:
                return
            yield outcome

    @property
    def _is_full(self) -> bool:
        return len(self._waiting) >= MOST_WAITING or self._bytes_waiting >= MOST_BYTES_WAITING

    def _take(self, path: str) -> None:
        """Look a file up; if it is not known, give it to a worker where there are any or there is enough to do."""
        file = _File(path)
        self._waiting.append(file)
        try:
            self._bounds.require_within(path, self._paths)
            file.data = read_bytes(path, most=self._bounds.most_bytes)
        except ReadingError as error:
            file.failed = error
            return
        self._bytes_waiting += len(file.data)
        if self._cache and path != STDIN:
            from tuiexplorer.loading.cache import key_of

            file.sha256 = sha256(file.data).hexdigest()
            file.key = key_of(path, file.sha256)
            file.sealed = self._cache.get(file.key) or b""
        if not file.sealed:
            self._bytes_unread += len(file.data)
            if self._workers:
                file.asked = self._workers.ask(path, file.data)
            elif self._bytes_unread >= WORKERS_FROM and self._most_workers > 1:
                self._start_workers()

    def _start_workers(self) -> None:
        from tuiexplorer.loading.workers import Workers

        self._workers = Workers(self._most_workers, aside=self._aside)
        here = 0
        for file in self._waiting:
            here += len(file.data)
            if here > AT_ONCE and not file.is_ready:
                file.asked = self._workers.ask(file.path, file.data)

    def _hand_on(self, cancelled: Callable[[], bool]) -> Document | ReadingError | None:
        """What became of the first file that waits; None if it was cancelled."""
        file = self._waiting.popleft()
        self._bytes_waiting -= len(file.data)
        if file.failed:
            return file.failed
        if file.sealed:
            return _opened(file.sealed, file) or self._read(file)
        self._bytes_unread -= len(file.data)
        if file.asked:
            sealed = _answer(file.asked, cancelled)
            if sealed is None:
                return None
            if document := _opened(sealed, file):
                if self._cache and file.key:
                    self._cache.put(file.key, sealed)
                return document
        return self._read(file)

    def _read(self, file: _File) -> Document | ReadingError:
        from tuiexplorer.model import parse

        try:
            document = parse(source_of(file.path, file.data))
        except ReadingError as error:
            return error
        if self._cache and file.key:
            from tuiexplorer.loading.sealing import seal

            if sealed := seal(document, file.data):
                self._cache.put(file.key, sealed)
        return document


def _opened(sealed: bytes, file: _File) -> Document | None:
    """The document in ``sealed``, or None where there is none or it is damaged."""
    from tuiexplorer.loading.sealing import DamagedError, unseal

    try:
        return unseal(sealed, file.path, file.sha256, file.data) if sealed else None
    except DamagedError:
        return None


def _answer(asked: "Future[bytes]", cancelled: Callable[[], bool]) -> bytes | None:
    """What a worker answers, waited for; None if it was cancelled."""
    while True:
        try:
            return asked.result(PATIENCE)
        except TimeoutError:
            if cancelled():
                return None


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
