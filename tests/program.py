"""The command line as a process with arguments, three streams and an exit code, which does not have to start.

What a test asks of a run is not how it starts: loading the program is nine tenths of a short run. So it is loaded once,
by a process that does nothing else, and each run is a fork of that one. That it starts by itself, from nothing, is
seen where a terminal, a shell or another locale is needed, and in ``tests/packaging``.
"""

import io
import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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
        request = json.dumps([arguments, str(cwd or Path.cwd()), dict(os.environ)]).encode()
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            given.write(stdin)
            given.seek(0)
            socket.send_fds(self.line, [request], [one.fileno() for one in (given, out, err)])
            code = int(self.line.recv(64))
            out.seek(0)
            err.seek(0)
            return Ended(code, out.read(), err.read())


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


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
