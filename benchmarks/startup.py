"""How long the program takes to start, beside the least that any such program takes on the same machine.

Two comparisons, each in turn in one run so that both sides meet the same machine, medians of 15:

* to the first frame with text in it and to the answer to a first key, in a pseudo-terminal of 80x24: the
  explorer on the article that ships with it, and a bare Textual app of the same widgets (``bare.py``);
* the whole of ``find NAME`` on that article, and a Python that imports the library it searches with.

Run ``make benchmark``. The milliseconds are this machine's; only the ratios say something of the program.
"""

import os
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ptyprocess import PtyProcess

from tuiexplorer.model import Kind, parse
from tuiexplorer.reading import read

ROUNDS = 15
SIZE = (24, 80)
PATIENCE = 20.0
"""Seconds after which a program that shows nothing is taken for broken."""

PROJECT = Path(__file__).parents[1]
(SEED,) = (PROJECT / "seeds").glob("*.txt")


@dataclass(frozen=True)
class Start:
    """One start: milliseconds to the first frame and from a key to its answer, bytes until all is still."""

    frame: float
    key: float
    sent: int


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        sys.exit("usage: python -m benchmarks.startup")
    document = parse(read(str(SEED)))
    heading = next(theme.heading for theme in document.themes if theme.heading)
    said = (statement for theme in document.themes for statement in theme.statements)
    speaker = next(statement.speaker for statement in said if statement.kind is Kind.NAMED)
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both sides are compiled, as after any first run
        _compare_frames(heading[:4], environment)
        _compare_find(speaker, environment)


def _compare_frames(shown: str, environment: dict[str, str]) -> None:
    bare = (sys.executable, "-m", "benchmarks.bare", str(SEED))
    real = (sys.executable, "-m", "tuiexplorer", str(SEED))
    first_line = SEED.read_text(encoding="utf-8").split()[0]
    _start(bare, first_line, environment), _start(real, shown, environment)  # files into the page cache
    bares, reals = [], []
    for _ in range(ROUNDS):
        bares.append(_start(bare, first_line, environment))
        reals.append(_start(real, shown, environment))
    print(f"{'median of ' + str(ROUNDS):24}{'bare Textual':>14}{'tuiexplorer':>14}{'ratio':>8}")
    for label, name in (
        ("first frame, ms", "frame"),
        ("key to answer, ms", "key"),
        ("bytes until still", "sent"),
    ):
        low = statistics.median(getattr(start, name) for start in bares)
        high = statistics.median(getattr(start, name) for start in reals)
        print(f"{label:24}{low:14.0f}{high:14.0f}{high / low:8.2f}")


def _compare_find(speaker: str, environment: dict[str, str]) -> None:
    library = (sys.executable, "-c", "import rapidfuzz.process")
    find = (sys.executable, "-m", "tuiexplorer", "find", speaker)
    _whole(library, environment), _whole(find, environment)
    libraries, finds = [], []
    for _ in range(ROUNDS):
        libraries.append(_whole(library, environment))
        finds.append(_whole(find, environment))
    low, high = statistics.median(libraries), statistics.median(finds)
    print(f"\n{'':24}{'rapidfuzz':>14}{'find NAME':>14}{'ratio':>8}")
    print(f"{'whole process, ms':24}{low:14.0f}{high:14.0f}{high / low:8.2f}")


def _start(command: Sequence[str], shown: str, environment: dict[str, str]) -> Start:
    """Start ``command``, wait until it shows ``shown``, press a key, wait for the answer, and end it."""
    begun = time.perf_counter()
    process = PtyProcess.spawn(list(command), dimensions=SIZE, env=environment)
    try:
        sent = _read_until(process, shown.encode())
        frame = time.perf_counter()
        sent += _drain(process)
        pressed = time.perf_counter()
        process.write(b"j")
        process.read(1)
        answered = time.perf_counter()
    finally:
        process.terminate(force=True)
    return Start((frame - begun) * 1e3, (answered - pressed) * 1e3, sent)


def _read_until(process: PtyProcess, wanted: bytes) -> int:
    """Read until ``wanted`` was written; how many bytes were."""
    written = b""
    until = time.perf_counter() + PATIENCE
    while wanted not in written:
        if time.perf_counter() > until:
            raise TimeoutError(f"nothing like {wanted.decode()!r} in {written!r}")
        written += process.read(65536)
    return len(written)


def _drain(process: PtyProcess, quiet: float = 0.3) -> int:
    """Read what still comes until nothing has come for ``quiet`` seconds; how many bytes came."""
    sent = 0
    while select.select([process.fd], [], [], quiet)[0]:
        sent += len(process.read(65536))
    return sent


def _whole(command: Sequence[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=environment, cwd=PROJECT, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - begun) * 1e3


if __name__ == "__main__":
    main()
