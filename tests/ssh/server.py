"""A real sshd on the loopback, with keys made for the run, and a slow line in front of it."""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

SSHD = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PROGRAMS = {"sshd": SSHD, "ssh": shutil.which("ssh"), "ssh-keygen": shutil.which("ssh-keygen")}

needs_ssh = pytest.mark.skipif(
    not all(PROGRAMS.values()),
    reason=f"not installed: {', '.join(name for name, path in PROGRAMS.items() if not path)}",
)


@dataclass(frozen=True)
class Server:
    """Where the server listens, and how to log in."""

    folder: Path
    port: int

    def ssh(self, *command: str, port: int | None = None) -> Sequence[str]:
        """The command line of a client with a terminal, which has ``command`` run."""
        options = (
            "IdentitiesOnly=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
        )
        return (
            str(PROGRAMS["ssh"]), "-tt", "-F", "none", "-i", f"{self.folder}/user", "-p", str(port or self.port),
            *(part for option in options for part in ("-o", option)),
            f"{getpass.getuser()}@127.0.0.1", "--", *command,
        )  # fmt: skip


@contextlib.contextmanager
def serving(folder: Path, *, forced: str = "") -> Iterator[Server]:
    """An sshd that lets in the key ``user`` of ``folder``, and runs ``forced`` whatever is asked for."""
    folder.mkdir(exist_ok=True)
    for name in ("host", "user"):
        if not (folder / name).exists():
            command = [str(PROGRAMS["ssh-keygen"]), "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(command, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/user.pub\n"
        f"PidFile {folder}/pid\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPrintMotd no\n"
        "PermitRootLogin prohibit-password\nAcceptEnv LANG LC_*\nDisableForwarding yes\nPermitUserRC no\n"
        + (f"ForceCommand {forced}\n" if forced else "")
    )
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # which sshd asks for when it is root's
    with (folder / "log").open("w") as log:
        process = subprocess.Popen([str(SSHD), "-D", "-e", "-f", str(folder / "config")], stderr=log)
        try:
            _wait_for(port, process, folder / "log")
            yield Server(folder, port)
        finally:
            process.terminate()
            process.wait()


def _wait_for(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise RuntimeError(f"sshd does not listen: {log.read_text()}")


@contextlib.contextmanager
def slow_line(to: int, *, latency: float, rate: float) -> Iterator[int]:
    """A port of the loopback that leads to port ``to``, ``latency`` seconds later and at ``rate`` bytes a second.

    It can be called once.
    """
    with contextlib.ExitStack() as ends:
        door = ends.enter_context(socket.create_server(("127.0.0.1", 0)))
        far = ends.enter_context(socket.socket())
        threads: list[threading.Thread] = []

        def let_in() -> None:
            with contextlib.suppress(OSError):
                near, _address = door.accept()
                ends.enter_context(near)
                far.connect(("127.0.0.1", to))
                threads.extend(
                    threading.Thread(target=_carry, args=(one, other, latency, rate))
                    for one, other in ((near, far), (far, near))
                )
                for thread in threads[1:]:
                    thread.start()

        threads.append(threading.Thread(target=let_in))
        threads[0].start()
        try:
            yield door.getsockname()[1]
        finally:
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)  # no one called
            for thread in threads:
                thread.join()


def _carry(one: socket.socket, other: socket.socket, latency: float, rate: float) -> None:
    """Hand bytes on in order, each piece when its time has come."""
    waiting: list[tuple[float, bytes]] = []
    ready = threading.Condition()

    def send() -> None:
        while True:
            with ready:
                ready.wait_for(lambda: waiting)
                due, data = waiting.pop(0)
            time.sleep(max(0.0, due - time.monotonic()))
            if not data:
                break
            with contextlib.suppress(OSError):
                other.sendall(data)
            time.sleep(len(data) / rate)
        with contextlib.suppress(OSError):
            other.shutdown(socket.SHUT_WR)

    sender = threading.Thread(target=send)
    sender.start()
    data = b" "
    while data:
        try:
            data = one.recv(1024)
        except OSError:
            data = b""
        with ready:
            waiting.append((time.monotonic() + latency, data))
            ready.notify()
    sender.join()


def left_behind(home: Path) -> list[str]:
    """The processes whose home is ``home``."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"HOME={home}".encode() in (place / "environ").read_bytes().split(b"\0"):
                found.append((place / "cmdline").read_bytes().replace(b"\0", b" ").decode())
    return found
