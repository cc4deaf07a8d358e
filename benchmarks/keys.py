"""How long a key waits for its answer while a folder is read: ``python -m benchmarks.keys FOLDER [KEYS]``.

The explorer begins to read the folder anew, without a cache, on all cores; 500 keys unless said go down the tree, and
from its thirtieth row back to the first, and each is timed to the first byte that comes back in a pseudo-terminal of
80x24. No two of them undo each other: both could be answered at once, and that with nothing.
Beside it stands a bare Textual program of the same widgets, which reads nothing, measured before and after.
"""

import os
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ptyprocess import PtyProcess

KEYS = 500
PAUSE = 0.02
"""Seconds of silence before a key, so that what is timed is its own answer; a screen that never rests is not waited for
longer than ten times that."""
PATIENCE = 20.0
PROJECT = Path(__file__).parents[1]
(SEED,) = (PROJECT / "seeds").glob("*.txt")
DOWN, HOME, TAB = b"\x1b[B", b"\x1b[H", b"\t"
ROWS = 30
"""How far down the tree the keys go before they begin anew."""


def main() -> None:
    """Measure and print."""
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        sys.exit("usage: python -m benchmarks.keys FOLDER [KEYS]")
    folder, keys = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else KEYS
    bare = (sys.executable, "-m", "benchmarks.bare", str(SEED), "60")
    real = (sys.executable, "-m", "tuiexplorer", "--fresh", "--no-cache", folder)
    before = answers(bare, keys // 2, TAB)
    reading = answers(real, keys, b"")
    beside = before + answers(bare, keys // 2, TAB)
    print(f"{'key to answer, ms':20}{'bare Textual':>14}{'while reading':>15}")
    for name, share in (("median", 50), ("p99", 99)):
        low, high = (statistics.quantiles(times, n=100)[share - 1] * 1e3 for times in (beside, reading))
        print(f"{name:20}{low:14.1f}{high:15.1f}")


def answers(command: Sequence[str], keys: int, first: bytes) -> list[float]:
    """The seconds from each of so many keys to its answer, from the first row on the screen on."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        process = PtyProcess.spawn(list(command), dimensions=(24, 80), env=environment, cwd=str(PROJECT))
        try:
            written = b""
            while "▸".encode() not in written and "▶".encode() not in written and b"Articles" not in written:
                written += process.read(65536)
            process.write(first)
            rest(process, 1.0)
            return [answer(process, DOWN if number % ROWS else HOME) for number in range(1, keys + 1)]
        finally:
            process.terminate(force=True)


def answer(process: PtyProcess, key: bytes) -> float:
    """The seconds from a key to the first byte of its answer."""
    rest(process, PAUSE)
    pressed = time.perf_counter()
    process.write(key)
    if not select.select([process.fd], [], [], PATIENCE)[0]:
        raise TimeoutError("a key was not answered")
    return time.perf_counter() - pressed


def rest(process: PtyProcess, silence: float) -> None:
    """Take what is written until nothing has come for a while."""
    until = time.perf_counter() + 10 * silence
    while time.perf_counter() < until and select.select([process.fd], [], [], silence)[0]:
        process.read(65536)


if __name__ == "__main__":
    main()
