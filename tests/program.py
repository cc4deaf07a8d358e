"""The command line as a process with arguments, three streams and an exit code, which does not have to start.

What a test asks of a run is not how it starts: loading the program is nine tenths of a short run. So it is loaded once,
by a process that does nothing else, and each run is a fork of that one. That it starts by itself, from nothing, is
seen in ``tests/packaging`` and ``tests/ssh``, and wherever the start matters, or a shell, another locale or what a
process leaves behind. There a home that knows the seed spares loading the grammar.
"""

import atexit
import fcntl
import gc
import io
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import termios
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, NoReturn, TextIO

from tuiexplorer.loading import load
from tuiexplorer.loading.cache import FILE, Cache

ROOT = Path(__file__).parents[1]
MOST = 1 << 20
"""Bytes of a request."""


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it wrote."""

    code: int
    out: bytes
    err: bytes


@dataclass(frozen=True)
class Run:
    """A run that was started."""

    line: socket.socket
    pid: int

    @property
    def ended(self) -> bool:
        return bool(select.select([self.line], [], [], 0)[0])

    def code(self) -> int:
        """Wait until it has ended; its exit code, or minus the signal. To be asked once."""
        with self.line:
            return int(self.line.recv(64))


@dataclass(frozen=True)
class Program:
    """The program, loaded."""

    line: socket.socket

    def run(self, *arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> Ended:
        """Run it in the environment that the test is in now."""
        with tempfile.TemporaryFile() as out:
            ended = self.run_into(out.fileno(), *arguments, stdin=stdin, cwd=cwd)
            out.seek(0)
            return replace(ended, out=out.read())

    def run_into(self, out: int, *arguments: str, stdin: bytes = b"", cwd: Path | None = None) -> Ended:
        """Run it with its output where the descriptor ``out`` leads."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            code = self._start(arguments, os.environ, [given.fileno(), out, err.fileno()], cwd).code()
            err.seek(0)
            return Ended(code, b"", err.read())

    def run_in_terminal(self, *arguments: str, size: tuple[int, int] = (24, 80)) -> Ended:
        """Run it in a pseudo-terminal of ``size`` (rows, columns): all that is written there is output."""
        run, near = self.start_in_terminal(arguments, os.environ, size)
        written = b""
        with suppress(OSError), open(near, "rb", buffering=0) as screen:  # an error is the end
            while piece := screen.read(65536):
                written += piece
        return Ended(run.code(), written, b"")

    def start_in_terminal(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        size: tuple[int, int],
        cwd: Path | None = None,
    ) -> tuple[Run, int]:
        """Start it in a pseudo-terminal that is its own; the run, and the near end of its terminal."""
        near, far = os.openpty()
        termios.tcsetwinsize(far, size)
        run = self._start(arguments, environment, [far], cwd)
        os.close(far)
        return run, near

    def _start(
        self, arguments: Sequence[str], environment: Mapping[str, str], streams: list[int], cwd: Path | None
    ) -> Run:
        """Start it with three streams, or with one that is the terminal of all three."""
        request = json.dumps([arguments, str(cwd or Path.cwd()), dict(environment)]).encode()
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with far:
            socket.send_fds(self.line, [request], [far.fileno(), *streams])
        return Run(near, int(near.recv(64)))


def know_the_seed(home: Path) -> None:
    """Put into a home what it has after the seed was read there once."""
    folder = home / ".cache" / "tuiexplorer"
    folder.mkdir(parents=True, mode=0o700)
    (folder / FILE).write_bytes(_seed_known())


@cache
def _seed_known() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, FILE)
        for _document in load([str(ROOT / "seeds")], cache=Cache(file), workers=0):
            pass
        return file.read_bytes()


@contextmanager
def loaded() -> Iterator[Program]:
    """The program, as long as one needs it."""
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with near:
        with far:
            command = [sys.executable, "-m", "tests.program", str(far.fileno())]
            strict = {**os.environ, "PYTHONWARNINGS": "error::ResourceWarning"}
            process = subprocess.Popen(command, cwd=ROOT, env=strict, pass_fds=[far.fileno()])
        yield Program(near)
    process.wait()


def _serve(line: socket.socket) -> None:
    """Start a run for each request, and tell who asked for it when it has ended."""
    _warm_up()
    gc.freeze()  # what is shared with all runs is not to be looked through, and so copied, in each
    ended, waker = socket.socketpair()
    waker.setblocking(False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker.fileno())
    runs: dict[int, socket.socket] = {}
    while True:
        ready, _write, _error = select.select([line, ended], [], [])
        if ended in ready:
            ended.recv(4096)
            _tell_of_ends(runs)
        if line not in ready:
            continue
        request, descriptors, _flags, _address = socket.recv_fds(line, MOST, 4)
        if not request:
            break
        asking, *streams = descriptors
        child = os.fork()
        if not child:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(asking)
            for other in (line, ended, waker, *runs.values()):
                other.close()
            _run(streams, *json.loads(request))
        runs[child] = socket.socket(fileno=asking)
        runs[child].send(str(child).encode())
        for one in streams:
            os.close(one)
    signal.set_wakeup_fd(-1)
    for end in (line, ended, waker):
        end.close()


def _tell_of_ends(runs: dict[int, socket.socket]) -> None:
    for child in list(runs):
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            with runs.pop(child) as asking, suppress(BrokenPipeError):
                asking.send(str(os.waitstatus_to_exitcode(status)).encode())


def _run(streams: list[int], arguments: list[str], cwd: str, environment: Mapping[str, str]) -> NoReturn:
    """Be a run, from beginning to end."""
    from tuiexplorer.cli import main

    if len(streams) == 1:
        os.setsid()
        fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
        streams = [streams[0], os.dup(streams[0]), os.dup(streams[0])]
    _become(streams, cwd, environment)
    code = main(arguments)
    # From here on as Python does it, but that it does not free each object, which took as long as a short run.
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _warm_up() -> None:
    """Load what runs of the commands load, also to suggest something where nothing is found, and what browsing does."""
    import tuiexplorer.tui.start  # noqa: F401
    from tuiexplorer.cli import main

    streams, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), io.StringIO(), io.StringIO()
    for arguments in (["export"], ["check"], ["find", "支点建设是党"]):
        main([*arguments, "--no-cache", "seeds"])
    sys.stdout, sys.stderr = streams


def _become(descriptors: list[int], cwd: str, environment: Mapping[str, str]) -> None:
    """A process in another environment, with streams of its own."""
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(environment)
    for place, descriptor in enumerate(descriptors):
        os.dup2(descriptor, place)
        os.close(descriptor)
    # Whether a stream is a terminal, and whether it can seek, Python asks once.
    sys.stdin, sys.stdout, sys.stderr = (
        _opened(sys.stdin, "r"),
        _opened(sys.stdout, "w"),
        _opened(sys.stderr, "w", 1),
    )


def _opened(old: TextIO, mode: Literal["r", "w"], buffering: int = -1) -> TextIO:
    return os.fdopen(old.fileno(), mode, buffering, encoding=old.encoding, errors=old.errors, closefd=False)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
