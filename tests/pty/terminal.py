"""The real program in a real pseudo-terminal, with a screen that one can read."""

import contextlib
import os
import re
import select
import signal
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyte
from ptyprocess import PtyProcess

from tests.program import Program, Run

ROOT = Path(__file__).parents[2]
DEADLINE = 120.0
"""Seconds after which a screen that has not come is a failure: far more than it takes on a machine busy with others."""

REST = 0.25
"""Seconds for which a program that rests does nothing: longer than any of its timers but that of notes."""


class Forked:
    """A run of the loaded program, by the names that ptyprocess has for what it has started."""

    exitstatus: int | None = None
    signalstatus: int | None = None

    def __init__(self, run: Run, fd: int) -> None:
        self._run, self.pid, self.fd = run, run.pid, fd

    def isalive(self) -> bool:
        if self._has_status or not self._run.ended:
            return not self._has_status
        self._take_status()
        return False

    def write(self, keys: bytes) -> None:
        while keys:
            keys = keys[os.write(self.fd, keys) :]

    def kill(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError):  # it ended by itself, and is nobody's zombie
            os.kill(self.pid, number)

    def close(self, *, force: bool) -> None:
        os.close(self.fd)
        if force and not self._has_status:
            self._take_status()

    @property
    def _has_status(self) -> bool:
        return self.exitstatus is not None or self.signalstatus is not None

    def _take_status(self) -> None:
        code = self._run.code()
        self.exitstatus, self.signalstatus = (code, None) if code >= 0 else (None, -code)


@dataclass
class Terminal:
    """A running program, all that it has written, and the screen that this makes."""

    process: PtyProcess
    """Or one that is :class:`Forked`."""
    size: tuple[int, int]
    output: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self._screen = pyte.Screen(*self.size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def lines(self) -> list[str]:
        """The screen; pyte keeps an empty cell behind each wide character, which is left out."""
        # pyte's own ``display`` fails on a wide character half of which was just written over.
        buffer, columns = self._screen.buffer, range(self._screen.columns)
        return ["".join(buffer[y][x].data for x in columns).rstrip() for y in range(self._screen.lines)]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def lose(self) -> None:
        """Show nothing more of what was written, as after a switch to the other screen, or when another has written."""
        self._screen.reset()

    def press(self, keys: str | bytes) -> None:
        self.process.write(keys if isinstance(keys, bytes) else keys.encode())

    def read(self, seconds: float) -> bytes:
        """What the program writes within ``seconds``, or until it ends."""
        got = bytearray()
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            ready, _write, _error = select.select([self.process.fd], [], [], left)
            if not ready:
                break
            try:
                chunk = os.read(self.process.fd, 65536)
            except OSError:
                break
            if not chunk:
                break
            got += chunk
            # pyte does not know private modes with intermediate signs, nor the queries; they draw nothing.
            self._stream.feed(re.sub(rb"\x1b\[[?>=<][0-9;]*[$a-zA-Z]|\x1bP[^\x1b]*\x1b\\", b"", chunk))
        self.output += got
        return bytes(got)

    def settle(self) -> bytes:
        """Wait until the program rests: nothing is written for a while, and nothing worked on; what was written."""
        written, until = b"", time.monotonic() + DEADLINE
        while time.monotonic() < until:
            worked = self._worked()
            chunk = self.read(REST)
            if not chunk and worked == self._worked():
                return written
            written += chunk
        raise AssertionError(f"it does not rest:\n{self.text}")

    def _worked(self) -> int:
        """For how long it has worked, in ticks of the system's clock, as far as the system tells."""
        ticks = 0
        with contextlib.suppress(OSError):
            ticks = sum(
                map(int, Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13])
            )
        return ticks

    def wait_for(self, *texts: str, without: str = "") -> str:
        """Wait until the screen shows all of ``texts``; the screen."""
        until = time.monotonic() + DEADLINE
        while time.monotonic() < until:
            self.read(0.05)
            if all(text in self.text for text in texts) and not (without and without in self.text):
                return self.text
        raise AssertionError(f"{texts} not on the screen:\n{self.text}")

    def wait_for_bytes(self, wanted: bytes) -> None:
        until = time.monotonic() + DEADLINE
        while wanted not in self.output:
            assert time.monotonic() < until, f"{wanted!r} was not written"
            self.read(0.05)

    def wait(self) -> int:
        """Wait until the program has ended; its exit code, or minus the signal."""
        until = time.monotonic() + DEADLINE
        while self.process.isalive():
            assert time.monotonic() < until, f"it does not end:\n{self.text}"
            self.read(0.05)
        self.read(0.1)
        if self.process.signalstatus:
            return -int(self.process.signalstatus)
        return int(self.process.exitstatus or 0)

    def kill(self, number: int) -> None:
        os.kill(self.process.pid, number)

    def processes(self) -> list[str]:
        """The command lines of the processes that this terminal has: its program, and what that has started."""
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                session = (place / "stat").read_text().rpartition(")")[2].split()[3]
                if session == str(self.process.pid):
                    found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        return found


class Browse(Protocol):
    """Starts the program with arguments and environment variables, in a home that lasts as long as the test."""

    def __call__(
        self, *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
    ) -> contextlib.AbstractContextManager[Terminal]: ...


@contextlib.contextmanager
def running(
    *arguments: str,
    home: Path,
    size: tuple[int, int] = (80, 24),
    environment: Mapping[str, str] | None = None,
    command: Sequence[str] = (),
    program: Program | None = None,
) -> Iterator[Terminal]:
    """``tuiexplorer`` with ``arguments`` in a terminal of its own, in a home of its own.

    It starts from nothing, as ``command`` where there is one, or goes on from the ``program`` that is loaded.
    """
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "zh_CN.UTF-8",
        "PYTHONWARNINGS": "error::ResourceWarning",
        **(environment or {}),
    }
    process: PtyProcess
    if program:
        process = Forked(*program.start_in_terminal(arguments, env, size[::-1], ROOT))
    else:
        argv = [*(command or [sys.executable, "-m", "tuiexplorer"]), *arguments]
        process = PtyProcess.spawn(argv, cwd=str(ROOT), env=env, dimensions=size[::-1])
    terminal = Terminal(process, size)
    try:
        yield terminal
    finally:
        if process.isalive():
            process.kill(signal.SIGKILL)
        process.close(force=True)
