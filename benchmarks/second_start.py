"""How soon a folder that was read before can be searched: ``python -m benchmarks.second_start FOLDER``.

The explorer reads the folder once, in a home of its own. Then it is started again, five times: as soon as the first
frame is there, a name is typed that the last article speaks of, and the time is taken until all that is found of it
is counted. Beside it stands the processor time of all threads: other work on the cores lengthens only the first.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ptyprocess import PtyProcess

from tests.pty.terminal import Terminal
from tuiexplorer.loading import load
from tuiexplorer.model import Document
from tuiexplorer.search import Index
from tuiexplorer.tui.browsing import Found
from tuiexplorer.tui.library import Library

ROUNDS = 5
PATIENCE = 600.0
READ_FOR = 0.005
"""Seconds between two looks at the screen."""
PROJECT = Path(__file__).parents[1]


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: python -m benchmarks.second_start FOLDER")
    folder = sys.argv[1]
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"HOME": home, "XDG_CACHE_HOME": home}
        library = Library()
        library.add(one.outcome for one in load([folder]) if isinstance(one.outcome, Document))
        name, told = asked_and_told(library)
        answer(folder, name, told, kept=Path(home))
        found = [answer(folder, name, told) for _ in range(ROUNDS)]
    print(f"from the first frame until {told} are found, s")
    for label, times in zip(("on the clock", "processor"), zip(*found, strict=True), strict=True):
        print(f"{label:14} least {min(times):.2f}   median {statistics.median(times):.2f}")


def asked_and_told(library: Library) -> tuple[str, str]:
    """A name that is said last, and what the status line tells of it once all is searched."""
    name = next(reversed(library.speakers))
    index = Index()
    index.add_entries(library.entries)
    found = Found.of(name, index.search(name), len(index))
    return name, f"{found.said.statements} of {library.tally.statements} statements"


def answer(folder: str, name: str, told: str, kept: Path | None = None) -> tuple[float, float]:
    """The seconds from the first frame to the answer, on the clock and of the processor.

    With ``kept`` it goes on until the index is kept there.
    """
    command = [sys.executable, "-m", "tuiexplorer", "--fresh", "--lang", "en", folder]
    environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    process = PtyProcess.spawn(command, dimensions=(24, 80), env=environment, cwd=str(PROJECT))
    terminal = Terminal(process, (80, 24))
    try:
        read_until(terminal, lambda: "Search" in terminal.text)
        framed, spent = time.perf_counter(), processor(process)
        terminal.press(f"/{name}")
        read_until(terminal, lambda: told in terminal.text)
        taken = time.perf_counter() - framed, processor(process) - spent
        if kept:
            read_until(terminal, lambda: any(kept.rglob("segment-*.arrays")))
    finally:
        process.terminate(force=True)
    return taken


def read_until(terminal: Terminal, come: Callable[[], bool]) -> None:
    """Read the screen, of which only what changes is written, until ``come`` says that it is there."""
    until = time.perf_counter() + PATIENCE
    while not come():
        if time.perf_counter() > until:
            raise TimeoutError(terminal.text)
        terminal.read(READ_FOR)


def processor(process: PtyProcess) -> float:
    """The seconds that the processor has worked for a process."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
