"""How many bytes each key sends down the line at 80x24, beside a bare Textual program of the same widgets.

``python -m benchmarks.bytes`` prints a table of medians, and what idling costs (``--idle SECONDS``, 60 unless said).
Bytes are counted at a pseudo-terminal of 256 colours, from the key until nothing has come for a while.
"""

import argparse
import os
import select
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from ptyprocess import PtyProcess

SIZE = (24, 80)
QUIET = 0.4
"""Seconds without a byte after which an answer is taken to be whole."""
PATIENCE = 2.0
"""Seconds to wait for the first byte of an answer."""
NO_FRAME = 1_000
"""Bytes that are sent before the first frame, and more: the modes of the terminal."""
ROWS = 60

PROJECT = Path(__file__).parents[1]
(SEED,) = (PROJECT / "seeds").glob("*.txt")

Keys = Sequence[bytes]
DOWN, PAGE, TAB = b"\x1b[B", b"\x1b[6~", b"\t"

MEASURES: dict[str, tuple[Keys, Keys, Keys, Keys]] = {
    # what is measured: to get there, then the keys to measure; of the bare program, then of the real one
    "a line down": ((TAB,), (DOWN,) * 7, (b"e", b"g", b"j"), (b"j",) * 7),
    "a line down, scrolled": ((TAB, *(DOWN,) * 20), (DOWN,) * 7, (b"e", b"g", *(b"j",) * 20), (b"j",) * 7),
    "a page down": ((TAB,), (PAGE,), (b"e", b"g"), (b"\x06",)),
    "a character typed": (
        (),
        tuple(b"longxiao"[at : at + 1] for at in range(8)),
        (b"/",),
        (b"l", b"o", b"n", b"g"),
    ),
    "a statement in full (z)": ((), (), (b"e", b"g", b"j", b"j"), (b"z",)),
    "back to all panes (Esc)": ((), (), (b"e", b"g", b"j", b"j", b"z"), (b"\x1b",)),
    "the article (o)": ((), (), (b"e", b"g", b"j", b"j"), (b"o",)),
    "the help (?)": ((), (), (), (b"?",)),
}


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--idle", type=float, default=60.0, metavar="SECONDS", help="how long to watch it idle"
    )
    idle = options.parse_args().idle
    bare = (sys.executable, "-m", "benchmarks.bare", str(SEED), str(ROWS))
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment.pop("COLORTERM", None)
        real = (sys.executable, "-m", "tuiexplorer", "--fresh", str(SEED))
        print(f"{'bytes at 80x24':28}{'bare Textual':>14}{'tuiexplorer':>14}")
        print(f"{'the first frame':28}{_first(bare, environment):14,}{_first(real, environment):14,}")
        for name, (to_bare, keys_of_bare, to_real, keys_of_real) in MEASURES.items():
            low = _sent(bare, environment, to_bare, keys_of_bare) if keys_of_bare else None
            high = _sent(real, environment, to_real, keys_of_real)
            print(f"{name:28}{'' if low is None else f'{low:,.0f}':>14}{high:14,.0f}")
        for name, to_bare, to_real in (
            ("idle in the tree", (TAB,), ()),
            ("idle in the search bar", (), (b"/",)),
        ):
            low, low_share = _idle(bare, environment, to_bare, idle)
            high, high_share = _idle(real, environment, to_real, idle)
            print(f"{name + ', bytes':28}{low:14,}{high:14,}")
            print(f"{'   share of a core, %':28}{low_share:14.2f}{high_share:14.2f}")


def _first(command: Keys | Sequence[str], environment: Mapping[str, str]) -> int:
    process = PtyProcess.spawn(list(command), dimensions=SIZE, env=dict(environment), cwd=str(PROJECT))
    try:
        return _frame(process)
    finally:
        process.terminate(force=True)


def _sent(command: Sequence[str], environment: Mapping[str, str], to: Keys, keys: Keys) -> float:
    """Bytes sent for a key, the median over ``keys``."""
    process = _started(command, environment, to)
    try:
        return statistics.median(_answer(process, key) for key in keys)
    finally:
        process.terminate(force=True)


def _idle(
    command: Sequence[str], environment: Mapping[str, str], to: Keys, seconds: float
) -> tuple[int, float]:
    """Bytes sent in ``seconds`` of idling, and the share of a core that they cost, in percent."""
    process = _started(command, environment, to)
    try:
        time.sleep(2.0)  # what is made ready in the background
        _drain(process)
        spent, sent = _cpu(process.pid), 0
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([process.fd], [], [], left)[0]:
                sent += len(process.read(65536))
        return sent, (_cpu(process.pid) - spent) / seconds * 100
    finally:
        process.terminate(force=True)


def _started(command: Sequence[str], environment: Mapping[str, str], to: Keys) -> PtyProcess:
    process = PtyProcess.spawn(list(command), dimensions=SIZE, env=dict(environment), cwd=str(PROJECT))
    _frame(process)
    _drain(process, first=PATIENCE)
    for key in to:
        _answer(process, key)
    return process


def _answer(process: PtyProcess, key: bytes) -> int:
    process.write(key)
    return _drain(process, first=PATIENCE)


def _frame(process: PtyProcess) -> int:
    """Read until a first frame is there; the bytes up to then."""
    sent = 0
    while sent < NO_FRAME:
        sent += _drain(process, first=10.0)
    return sent


def _drain(process: PtyProcess, *, first: float = QUIET) -> int:
    """Read until nothing has come for a while, after waiting ``first`` seconds for anything; how many bytes came."""
    sent, wait = 0, first
    while select.select([process.fd], [], [], wait)[0]:
        sent, wait = sent + len(process.read(65536)), QUIET
    return sent


def _cpu(pid: int) -> float:
    """Seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
