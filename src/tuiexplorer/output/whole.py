"""A file that appears whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TextIO

NO_FOLDER = "No such folder"
"""What is said of one that is missing: of a file about to be written, that it is not there says nothing."""


@contextmanager
def whole_file(path: str | os.PathLike[str], *, over: bool = True, mode: int = 0o666) -> Iterator[TextIO]:
    """A stream to the file at ``path``, in UTF-8 and with line ends as they are given.

    The file is written beside its place and takes it at the end, with the rights that one of that name had, else
    with ``mode``. A device or a pipe is written as it is.

    Raises:
        FileNotFoundError: there is no folder to put it into.
        FileExistsError: there is such a file, or has come to be while this one was written, and ``over`` is false.
        OSError: it cannot be written.
    """
    place = Path(os.path.realpath(path))
    if not place.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, NO_FOLDER, str(path))
    if place.exists() and not over:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", errors="backslashreplace", newline="") as out:
            yield out
        return
    part = place.with_name(f".{place.name}.{os.urandom(4).hex()}.part")
    opener = partial(os.open, mode=mode)
    try:
        with open(part, "x", encoding="utf-8", errors="backslashreplace", newline="", opener=opener) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if over:
            if place.exists():
                part.chmod(place.stat().st_mode & 0o777)
            part.replace(place)
        else:
            _take_free_place(part, place)
    finally:
        part.unlink(missing_ok=True)


def _take_free_place(part: Path, place: Path) -> None:
    """Give ``part`` the name ``place`` unless there is a file of that name: one step, so that none comes in between."""
    try:
        place.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: hold the place, then fill it
        place.touch(exist_ok=False)
        part.replace(place)
