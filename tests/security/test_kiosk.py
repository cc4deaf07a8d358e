"""``--read-only``, for a forced command: starts no program, writes nothing but its state, reads nothing else."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.pty.terminal import Browse, Terminal, running

pytestmark = pytest.mark.slow

ARTICLE = "标题\n\n一、题目\n\n甲市科技局局长王小明表示，将加快科技创新。\n"

WITNESS = """\
import os, sys
def note(event, arguments):
    started = event in ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.fork")
    written = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if started or written:
        os.write(log, f"{event} {arguments[0]}\\n".encode())
log = os.open(os.environ["WITNESS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.addaudithook(note)
"""
"""Notes every program that is started and every file that is opened to be written."""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "a.txt").write_text(ARTICLE)
    return folder


@pytest.fixture
def kiosk(tmp_path: Path) -> Browse:
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(WITNESS)
    tmux = tmp_path / "bin" / "tmux"
    tmux.parent.mkdir()
    tmux.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n")
    tmux.chmod(0o755)

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
    ) -> AbstractContextManager[Terminal]:
        return running(
            "--read-only",
            *arguments,
            home=tmp_path,
            size=size,
            environment={
                "PYTHONPATH": str(tmp_path / "hook"),
                "PYTHONDONTWRITEBYTECODE": "1",  # which Python would write, and not the program
                "WITNESS": str(tmp_path / "witness"),
                "PATH": f"{tmp_path}/bin:{os.environ['PATH']}",
                "TMUX": "/nowhere,1,0",
                "EDITOR": "touch",
                **environment,
            },
        )

    return start


def written_here() -> set[Path]:
    """What lies in the current folder, without what measuring coverage puts there."""
    return {path for path in Path.cwd().iterdir() if not path.name.startswith(".coverage")}


def test_every_key_starts_nothing_and_writes_nothing_but_the_state(
    kiosk: Browse, corpus: Path, tmp_path: Path
) -> None:
    before = written_here()
    with kiosk(str(corpus), size=(120, 40)) as terminal:
        terminal.wait_for("王小明")
        terminal.press("jm")
        terminal.wait_for("摘录集中有 1 条")
        terminal.press("y")
        terminal.wait_for_bytes(b"\x1b]52;c;")
        terminal.press("x")
        terminal.wait_for("此处只供阅读")
        terminal.press("\x1a")
        terminal.settle()
        assert terminal.process.isalive()
        for key in [chr(code) for code in range(1, 127) if chr(code) not in "qx\x03\x11\x1a\x1b"]:
            terminal.press(key)
            terminal.read(0.01)
            if key in "/?oMs:\x10":
                terminal.press("\x1b")
                terminal.settle()
        terminal.settle()
        terminal.kill(15)
        assert terminal.wait() == 128 + 15
    assert written_here() == before
    assert not (tmp_path / "started").exists()
    noted = (tmp_path / "witness").read_text().splitlines()
    own = (str(tmp_path / ".local" / "state" / "tuiexplorer"), str(tmp_path / ".cache" / "tuiexplorer"))
    assert [line for line in noted if not line.startswith("open ")] == []
    paths = [line.removeprefix("open ") for line in noted]
    assert [path for path in paths if path.startswith("/") and not path.startswith((*own, "/dev/"))] == []


def test_links_that_lead_out_are_refused_and_told(browse: Browse, corpus: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "s.txt").write_text(ARTICLE.replace("王小明", "钱大光"))
    (corpus / "link.txt").symlink_to(secret / "s.txt")
    (corpus / "folder").symlink_to(secret)
    (corpus / "within.txt").symlink_to("below/a.txt")
    with browse("--read-only", str(corpus), "-q", "科技创新") as terminal:
        terminal.wait_for("王小明", "甲市科技局 局长")
        terminal.settle()
        assert "钱大光" not in terminal.text
        terminal.press("q")
        assert terminal.wait() == 0
    with browse(
        "--read-only", str(corpus / "link.txt"), "-q", "科技创新"
    ) as terminal:  # named outright, it is the corpus
        terminal.wait_for("钱大光")


def test_a_command_given_with_it_is_only_a_path(kiosk: Browse, corpus: Path) -> None:
    """A forced command stands first: what a user may add is no command any more."""
    with kiosk("export", "-o", "x") as terminal:
        assert terminal.wait() == 2
    assert not (corpus / "x").exists()


class TestLimits:
    @pytest.mark.parametrize(
        "command", [["check"], ["export"], ["find", "科技"]], ids=lambda command: command[0]
    )
    def test_what_is_beyond_them_is_told(
        self, command: list[str], corpus: Path, capfd: pytest.CaptureFixture[str]
    ) -> None:
        from tuiexplorer.cli import main

        (corpus / "large.txt").write_text(ARTICLE * 90)
        assert main([*command, str(corpus), "--max-size", "1000"]) == 2
        out, err = capfd.readouterr()
        assert (
            err
            == f"tuiexplorer: {corpus}/large.txt: larger than 1000 bytes, the most that is read of one file\n"
        )
        assert "王小明" in out or command == ["check"]
        assert main([*command, str(corpus), "--max-files", "1"]) == 2
        assert capfd.readouterr().err == (
            f"tuiexplorer: {corpus}/large.txt: this and further files are left out: "
            "there are more than 1 (--max-files)\n"
        )

    def test_they_are_told_on_the_screen_too(self, browse: Browse, corpus: Path) -> None:
        (corpus / "large.txt").write_text(ARTICLE * 90)
        with browse(str(corpus), "--max-size", "1000") as terminal:
            terminal.wait_for("王小明", "1 个文件")
