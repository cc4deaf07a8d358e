"""Paths to sources: which files are articles, and what each says."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO

from tuiexplorer.language import N_, _
from tuiexplorer.reading.archives import page_in
from tuiexplorer.reading.decoding import decode
from tuiexplorer.reading.errors import ReadingError
from tuiexplorer.reading.html import article, is_html
from tuiexplorer.reading.source import Format, Source

READ_AS: dict[str, Format] = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".mhtml": "html",
    ".mht": "html",
    ".webarchive": "html",
}
"""What is read below a folder, by the end of its name. A file named outright is read whatever its name."""

STDIN = "-"

MOST = 256 << 20
"""The most bytes that are read of one file, where nothing else is said: far more than any article has."""
_AT_ONCE = 1 << 20


def form_of(path: str) -> Format | None:
    """How the end of a file's name tells that it is read, if it does."""
    return READ_AS.get(os.path.splitext(path)[1].lower())


def read(path: str, *, most: int = MOST) -> Source:
    """Read one file, or standard input for ``-``, of at most ``most`` bytes.

    Raises:
        ReadingError: it cannot be opened, is too large or is not a text.

    """
    return source_of(path, read_bytes(path, most=most))


def read_bytes(path: str, *, most: int = MOST) -> bytes:
    """The bytes of one file, or of standard input for ``-``, at most ``most`` of them.

    Raises:
        ReadingError: it cannot be opened or is too large.

    """
    try:
        data = _standard_input(most) if path == STDIN else _bytes_of(path, most)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        from tuiexplorer.system_errors import in_words

        raise ReadingError(path, in_words(error)) from error
    if len(data) > most:
        told = _("larger than {most} bytes, the most that is read of one file")
        raise ReadingError(path, told.format(most=most))
    return data


_NO_TEXTS = (
    (b"%PDF-", N_("a PDF")),
    (b"PK\x03\x04", N_("a packed file, as those of Word are")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("a file of an old Word")),
    (b"{\\rtf", N_("rich text (RTF)")),
)
"""How files begin in which reporters have texts, too, and what they are."""


def source_of(path: str, data: bytes) -> Source:
    """The source that ``data`` is, under the name ``path``.

    Raises:
        ReadingError: it is not a text, a damaged archive, or HTML without what it takes to read HTML.

    """
    for begin, what in _NO_TEXTS:
        if data.startswith(begin):
            raise ReadingError(path, _("not a text but {what}: save it as text first").format(what=_(what)))
    try:
        page = page_in(data)
    except ValueError as error:
        raise ReadingError(path, _("a web archive that is damaged")) from error
    decoded = decode(data if page is None else page)
    if decoded is None:
        raise ReadingError(path, _("not a text: its bytes fit no encoding"))
    digest, form = sha256(data).hexdigest(), form_of(path) or "text"
    if page is not None or is_html(decoded.text, named=form == "html"):
        found = article(path, decoded.text)
        return Source(path, digest, found.text, "html", decoded.encoding, found.left_out)
    return Source(path, digest, decoded.text, "text" if form == "html" else form, decoded.encoding)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise ReadingError(STDIN, _("standard input is closed"))
    return _up_to(most + 1, sys.stdin.buffer)


def _bytes_of(path: str, most: int) -> bytes:
    # O_NONBLOCK: a pipe without a writer must not stop us; it has no effect on files.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise ReadingError(path, _("not a file; a pipe can be read as -"))
        return _up_to(most + 1, file)


def _up_to(count: int, file: BinaryIO) -> bytes:
    """At most ``count`` bytes of ``file``. Asked for many at once, Python would first set as much memory aside."""
    parts = []
    while part := file.read(min(count, _AT_ONCE)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def is_same_file(path: str, other: str | os.PathLike[str]) -> bool:
    """Whether there is one file to which both paths lead."""
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """The articles that ``paths`` name: a file or ``-`` as it is, a folder's files with all that is below it.

    A folder's entries come in the order of their names; hidden ones, other kinds of files and what is no file at all
    (pipes, devices, sockets) are left out. Links are followed; what is reached twice, by a link or by another name,
    comes once. What cannot be looked into is handed on too, so that :func:`read` says why.
    """
    seen: set[tuple[int, int] | str] = set()
    for path in paths:
        if path == STDIN:
            if path not in seen:
                yield path
            seen.add(path)
        else:
            yield from _below(path, seen)


def _below(named: str, seen: set[tuple[int, int] | str]) -> Iterator[str]:
    """The articles that one path names, but those in ``seen``, to which they are added."""
    pending = [named]
    while pending:
        path = pending.pop()
        try:
            status = os.stat(path)
            identity = (status.st_dev, status.st_ino)
            if identity in seen:
                continue
            if stat.S_ISDIR(status.st_mode):
                seen.add(identity)
                pending.extend(_entries(path))
            elif path == named or stat.S_ISREG(status.st_mode):
                seen.add(identity)
                yield path
        except (OSError, ValueError):
            yield path


def _entries(folder: str) -> list[str]:
    """What may be or hold an article in ``folder``, last name first."""
    with os.scandir(folder) as entries:
        names = [
            entry.name
            for entry in entries
            if not entry.name.startswith(".") and (form_of(entry.name) or _is_folder(entry))
        ]
    return [os.path.join(folder, name) for name in sorted(names, reverse=True)]


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
