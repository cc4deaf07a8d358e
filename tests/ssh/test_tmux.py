"""The program inside a real tmux, as one has it on a machine that one logs in to."""

import base64
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import running
from tests.ssh.test_ssh import SHOWN, wait_until_gone

TMUX = shutil.which("tmux")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(TMUX is None, reason="not installed: tmux")]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    command = [str(TMUX), "-S", str(tmp_path / "socket"), "kill-server"]
    subprocess.run(command, check=False, stderr=subprocess.DEVNULL)


def inside(home: Path, settings: str) -> list[str]:
    """A tmux of its own with the program in it."""
    (home / "tmux.conf").write_text(f"{settings}\nset -sg escape-time 10\n")
    return [
        str(TMUX), "-u", "-S", str(home / "socket"), "-f", str(home / "tmux.conf"), "new-session",
        sys.executable, "-m", "tuiexplorer",
    ]  # fmt: skip


@pytest.mark.parametrize("settings", ["", "set -g set-clipboard on", "set -g default-terminal screen"])
def test_a_quote_arrives_outside_byte_for_byte(home: Path, settings: str) -> None:
    with running("-q", "龙小红", home=home, command=inside(home, settings)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("y")
        terminal.wait_for_bytes(b"\x1b]52;")
        terminal.settle()
        outside = re.findall(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)", bytes(terminal.output))
        buffer = subprocess.run(
            [str(TMUX), "-S", str(home / "socket"), "show-buffer"], capture_output=True, check=True
        ).stdout
        assert {base64.b64decode(one) for one in outside} == {buffer}
        assert "——龙小红（" in buffer.decode()
        terminal.press("q")
        terminal.wait()


def test_a_tmux_that_is_closed_leaves_no_process_and_the_state(home: Path) -> None:
    with running(home=home, command=inside(home, "")) as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("2")
        terminal.wait_for("▾ 省发改委")
        subprocess.run([str(TMUX), "-S", str(home / "socket"), "kill-server"], check=True)
        terminal.wait()
    wait_until_gone(home)
    (state,) = home.glob(".local/state/tuiexplorer/state-*.json")
    assert '"agencies"' in state.read_text()
