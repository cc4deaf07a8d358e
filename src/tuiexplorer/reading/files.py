"""Paths to sources: which files are articles, and what each says."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import PurePath

from tuiexplorer.reading.decoding import decode
from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.source import Format, Source

FORMATS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}
"""What is read below a folder, by the end of its name. A file named outright is read whatever its name."""

STDIN = "-"


def read(path: str) -> Source:
    """Read one file, or standard input for ``-``.

    Raises:
        ReadingError: it cannot be opened or is not a text.
    """
    data = sys.stdin.buffer.read() if path == STDIN else _bytes_of(path)
    return source_of(path, data)


def source_of(path: str, data: bytes) -> Source:
    """The source that ``data`` is, under the name ``path``.

    Raises:
        ReadingError: it is not a text, or HTML without what it takes to read HTML.
    """
    format = FORMATS.get(PurePath(path).suffix.lower(), "text")
    decoded = decode(data)
    if decoded is None:
        raise ReadingError(path, "not a text: its bytes fit no encoding")
    text = decoded.text
    return Source(path, sha256(data).hexdigest(), text, format, decoded.encoding)


def _bytes_of(path: str) -> bytes:
    try:
        # O_NONBLOCK: a FIFO without a writer must not stop us; it has no effect on files.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise ReadingError(path, "not a file")
            return file.read()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadingError(path, _reason(error)) from error


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """The articles that ``paths`` name: a file or ``-`` as it is, a folder's files with all that is below it.

    A folder's entries come in the order of their names; hidden ones, other kinds of files and what is no file at all
    (pipes, devices, sockets) are left out. What is reached twice, by a link or by another name, comes once. What
    cannot be looked into is handed on too, so that :func:`read` says why.
    """
    seen: set[tuple[int, int]] = set()
    pending = list(paths)[::-1]
    named = len(pending)
    while pending:
        outright = len(pending) <= named
        named = min(named, len(pending) - 1)
        path = pending.pop()
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            yield path
            continue
        identity = (status.st_dev, status.st_ino)
        if path != STDIN and identity in seen:
            continue
        seen.add(identity)
        if stat.S_ISDIR(status.st_mode):
            try:
                pending.extend(_entries(path))
            except OSError:
                yield path
        elif outright or stat.S_ISREG(status.st_mode):
            yield path


def _entries(folder: str) -> list[str]:
    """What may be or hold an article in ``folder``, last name first."""
    with os.scandir(folder) as entries:
        names = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and (PurePath(entry.name).suffix.lower() in FORMATS or entry.is_dir())
        ]
    return [os.path.join(folder, name) for name in sorted(names, reverse=True)]


def _reason(error: OSError | ValueError) -> str:
    """A few words for a failure of the system."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
