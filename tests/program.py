"""The command line as a process with arguments, three streams and an exit code, which does not have to start.

What a test asks of a run is not how it starts: loading the program is nine tenths of a short run. So it is loaded once,
by a process that does nothing else, and each run is a fork of that one. That it starts by itself, from nothing, is
seen where it is browsed, where a shell or another locale is needed, and in ``tests/packaging``. There a home that
knows the seed spares loading the grammar.
"""

import io
import json
import os
import socket
import subprocess
import sys
import tempfile
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal, TextIO

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
            self._start(arguments, cwd, given.fileno(), out, err.fileno())
            code = self._code()
            err.seek(0)
            return Ended(code, b"", err.read())

    def run_in_terminal(self, *arguments: str, size: tuple[int, int] = (24, 80)) -> Ended:
        """Run it in a pseudo-terminal of ``size`` (rows, columns): all that is written there is output."""
        near, far = os.openpty()
        termios.tcsetwinsize(far, size)
        self._start(arguments, None, far, far, far)
        os.close(far)
        written = b""
        with suppress(OSError), open(near, "rb", buffering=0) as screen:  # an error is the end
            while piece := screen.read(65536):
                written += piece
        return Ended(self._code(), written, b"")

    def _start(self, arguments: Sequence[str], cwd: Path | None, *streams: int) -> None:
        request = json.dumps([arguments, str(cwd or Path.cwd()), dict(os.environ)]).encode()
        socket.send_fds(self.line, [request], streams)

    def _code(self) -> int:
        return int(self.line.recv(64))


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
            process = subprocess.Popen(command, cwd=ROOT, pass_fds=[far.fileno()])
        yield Program(near)
    process.wait()


def _serve(line: socket.socket) -> None:
    from tuiexplorer.cli import main

    _warm_up()
    while True:
        request, descriptors, _flags, _address = socket.recv_fds(line, MOST, 3)
        if not request:
            return
        child = os.fork()
        if not child:
            line.close()
            arguments, cwd, environment = json.loads(request)
            _become(descriptors, cwd, environment)
            sys.exit(main(arguments))
        for one in descriptors:
            os.close(one)
        _pid, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def _warm_up() -> None:
    """Load what runs of the commands load, also to suggest something where nothing is found."""
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
