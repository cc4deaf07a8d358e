"""Where a command writes: standard output, or a file that appears whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from tuiexplorer.cli.failure import Failure

STDOUT = "-"


@contextmanager
def standard_output(*, data: bool = True) -> Iterator[TextIO]:
    """Standard output: in UTF-8 and with line ends as written for ``data``, else as the terminal wants it."""
    out = sys.stdout
    if out is None:
        raise Failure("standard output is closed")
    if hasattr(out, "reconfigure"):
        if data:
            out.reconfigure(encoding="utf-8", newline="")
        else:
            out.reconfigure(errors="replace")
    yield out
    out.flush()


@contextmanager
def destination(path: str | None) -> Iterator[TextIO]:
    """The file at ``path``, or standard output.

    The file is written beside its place and takes it at the end, with the rights that one of that name had. A
    device or a pipe is written as it is.
    """
    if path is None or path == STDOUT:
        with standard_output() as out:
            yield out
        return
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        with place.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        new = part.open("x", encoding="utf-8", newline="")
    except OSError as error:
        raise Failure(f"{path}: cannot write it: {error.strerror}") from error
    try:
        with new as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if place.exists():
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
