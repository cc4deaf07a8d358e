"""Random keys for as long as one likes: ``python -m benchmarks.soak [KEYS [SEED [PATH ...]]]``, 20,000 unless said.

The program runs in a pseudo-terminal. What it loads on first need is asked for once, so that it is there by the first
thousand keys whatever these are; every thousand its memory is printed. At the end it is asked to quit, and
the log must hold no exception.
"""

import os
import random
import select
import sys
import tempfile
import time
from pathlib import Path

from ptyprocess import PtyProcess

EVERY = 1000
KEYS = [
    *"jjjkkkhlgGeEnN1234z+-ommMs?/rS",
    *(
        b"\x1b[A",
        b"\x1b[B",
        b"\x1b[C",
        b"\x1b[D",
        b"\x04",
        b"\x15",
        b"\x06",
        b"\x02",
        b"\t",
        b"\r",
        b"\x1b",
        b"\x1b",
    ),
    *"鲁宇清发改委",
    *"luykai ^$|!\"'",
    *(b"\x7f", b" ", b"y", b"Y"),
]
"""What is pressed: what moves and opens most often, everything else too, but nothing that quits or writes files."""

FIRST = ["s", "\x1b", "o", "\x1b", "?", "\x1b", *"/发鲁发鲁", "\x1b"]
"""Statistics, source, help, and a search that finds nothing."""


def main() -> int:
    """Press, and tell."""
    if not all(number.isdecimal() for number in sys.argv[1:3]):
        sys.exit("usage: python -m benchmarks.soak [KEYS [SEED [PATH ...]]]")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    choose = random.Random(seed)
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "TERM": "xterm-256color",
            "LANG": "zh_CN.UTF-8",
        }
        command = [sys.executable, "-m", "tuiexplorer", *sys.argv[3:]]
        process = PtyProcess.spawn(command, dimensions=(24, 80), env=environment)
        _read(process, 3.0)
        for first in FIRST:
            process.write(first.encode())
            _read(process, 1.0)
        for number in range(1, count + 1):
            key = choose.choice(KEYS)
            process.write(key if isinstance(key, bytes) else key.encode())
            _read(process, 0.13 if key == b"\x1b" else 0.004)
            if not process.isalive():
                print(f"it ended at key {number:,}, {key!r}", flush=True)
                break
            if number % EVERY == 0:
                _read(process, 1.0)
                print(f"{number:7,} keys  {_resident(process.pid):7.1f} MB", flush=True)
        code = _quit(process)
        log = Path(home, ".local/state/tuiexplorer/tuiexplorer.log")
        told = log.read_text() if log.exists() else ""
    print(f"exit code {code}; the log: {told or 'empty'}")
    return 1 if code or number < count or "Traceback" in told else 0


def _quit(process: PtyProcess) -> int:
    until = time.monotonic() + 60
    while process.isalive() and time.monotonic() < until:
        for key in (b"\x1b", b"\x1b", b"q"):
            process.write(key)
            _read(process, 0.5)
    if process.isalive():
        process.terminate(force=True)
        return -1
    return -process.signalstatus if process.signalstatus else int(process.exitstatus or 0)


def _read(process: PtyProcess, seconds: float) -> None:
    """Take what is written, until nothing has come for ``seconds``."""
    while select.select([process.fd], [], [], seconds)[0]:
        try:
            if not os.read(process.fd, 65536):
                return
        except OSError:
            return


def _resident(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    (line,) = (
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
