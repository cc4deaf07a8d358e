"""A process that reads files for another: path and bytes come in on standard input, sealed documents go out.

An empty answer says that the file is better read where it was asked for: there its error is told. So does the end of
this process, whatever ended it.
"""

import gc
import os
import signal
import sys

from tuiexplorer.loading.pipe import receive, send
from tuiexplorer.loading.sealing import seal
from tuiexplorer.model.parsing import parse
from tuiexplorer.reading import ReadingError, source_of

GIVES_WAY = 5
"""How much less than the one who asks, and who may have keys to answer, this process wants of a busy machine."""

COLLECTED_AFTER = 50_000
"""Objects after which garbage is looked for: hardly any of what reading leaves holds itself."""


def main() -> None:
    """Answer until no one asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who asks
    os.nice(GIVES_WAY)
    gc.freeze()  # code and word lists stay as long as this process: no collection need walk them
    gc.set_threshold(COLLECTED_AFTER)
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    try:
        while True:
            path, _, data = receive(questions).partition(b"\0")
            send(answers, _answer(os.fsdecode(path), data))
    except (EOFError, BrokenPipeError):
        pass


def _answer(path: str, data: bytes) -> bytes:
    try:
        return seal(parse(source_of(path, data)), data) or b""
    except ReadingError:
        return b""


if __name__ == "__main__":
    main()
