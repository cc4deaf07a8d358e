"""Where a command writes: standard output or a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from tuiexplorer.cli.failure import Failure
from tuiexplorer.language import _
from tuiexplorer.system_errors import in_words

STDOUT = "-"


@contextmanager
def standard_output(*, data: bool = True) -> Iterator[TextIO]:
    """Standard output: in UTF-8 and with line ends as written for ``data``, else as the terminal wants it."""
    out = sys.stdout
    if out is None:
        raise Failure(_("standard output is closed"))
    if hasattr(out, "reconfigure"):
        if data:
            out.reconfigure(encoding="utf-8", newline="")
        else:
            out.reconfigure(errors="replace")
    yield out
    out.flush()


@contextmanager
def destination(path: str | None) -> Iterator[TextIO]:
    """The file at ``path``, which appears whole or not at all, or standard output."""
    from tuiexplorer.output.whole import whole_file  # what prints to standard output does not pay for it

    if path is None or path == STDOUT:
        with standard_output() as out:
            yield out
        return
    begun = False
    try:
        with whole_file(path) as out:
            begun = True
            yield out
    except OSError as error:
        if begun and error.filename:
            raise  # of a source that is read meanwhile; what fails in writing has no name (a full disk)
        told = _("cannot write it: {reason}").format(reason=in_words(error))
        raise Failure(f"{path}: {told}") from error
