"""The program as it is mostly used: on another machine, through ssh."""

import base64
import json
import re
import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT, Terminal, running
from tests.pty.test_program import given_back
from tests.ssh.server import Server, left_behind, needs_ssh, serving, slow_line

SHOWN = "省商务厅 党组书记、厅长"
"""What the detail says of the one who is looked for."""

pytestmark = [pytest.mark.slow, needs_ssh]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def remote(home: Path, *arguments: str) -> str:
    """The command line for the far side: the explorer on the seed, in a home of its own."""
    there = shlex.join([sys.executable, "-m", "tuiexplorer", *arguments])
    return f"cd {shlex.quote(str(ROOT))} && exec env HOME={shlex.quote(str(home))} LANG=zh_CN.UTF-8 {there}"


def copied(terminal: Terminal) -> str:
    terminal.wait_for_bytes(b"\x1b]52;c;")
    terminal.settle()
    (data,) = re.findall(rb"\x1b\]52;c;([^\x07]*)\x07", bytes(terminal.output))
    return base64.b64decode(data, validate=True).decode()


def wait_until_gone(home: Path) -> None:
    until = time.monotonic() + 20
    while left := left_behind(home):
        assert time.monotonic() < until, left
        time.sleep(0.05)


def test_a_quote_arrives_at_the_near_side_byte_for_byte(server: Server, tmp_path: Path) -> None:
    with running(
        home=tmp_path / "near", command=[sys.executable, "-m", "tuiexplorer", "-q", "龙小红"]
    ) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("y")
        here = copied(terminal)
    with running(home=tmp_path, command=server.ssh(remote(tmp_path, "-q", "龙小红"))) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("y")
        assert copied(terminal) == here
        assert "龙小红" in here
        terminal.press("q")
        assert terminal.wait() == 0
        assert given_back(terminal.output)


def test_after_a_dropped_line_no_process_stays_and_the_next_login_goes_on(
    server: Server, tmp_path: Path
) -> None:
    with running(home=tmp_path, command=server.ssh(remote(tmp_path))) as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("3jj")
        terminal.wait_for("省生态环境厅 党组书记、厅长", without="▾")
        assert left_behind(tmp_path)
        terminal.kill(9)
        terminal.process.wait()
    wait_until_gone(tmp_path)
    (state,) = tmp_path.glob(".local/state/tuiexplorer/state-*.json")
    assert json.loads(state.read_text())["grouping"] == "speakers"
    with running(home=tmp_path, command=server.ssh(remote(tmp_path))) as terminal:
        terminal.wait_for("31 条发言", "省生态环境厅 党组书记、厅长", without="▾")
        terminal.press("q")
        assert terminal.wait() == 0
    wait_until_gone(tmp_path)


def test_on_a_slow_line_the_last_result_wins_and_keys_do_not_wait_for_pictures(
    server: Server, tmp_path: Path
) -> None:
    with (
        slow_line(server.port, latency=0.2, rate=10_000) as port,
        running(home=tmp_path, command=server.ssh(remote(tmp_path), port=port)) as terminal,
    ):
        terminal.wait_for("31 条发言")
        terminal.press("/")
        terminal.wait_for("Esc")
        terminal.output.clear()
        for key in "longxiaohong":
            terminal.press(key)
            terminal.read(0.05)
        terminal.wait_for("longxiaohong", SHOWN)
        assert len(terminal.output) < 40_000
        for key in "\x7f" * 12 + "lyq\rq":
            terminal.press(key)
        assert terminal.wait() == 0
    (state,) = tmp_path.glob(".local/state/tuiexplorer/state-*.json")
    assert json.loads(state.read_text())["query"] == "lyq"


def test_a_forced_command_opens_the_explorer_and_nothing_else(tmp_path: Path) -> None:
    """The lines of the README, but for the paths."""
    corpus = ROOT / "seeds"  # which is known: an article that is not needs the grammar loaded for each login
    program = shlex.join([sys.executable, "-m", "tuiexplorer", "--read-only", "--lang", "zh", str(corpus)])
    forced = f'cd {shlex.quote(str(ROOT))} && exec env -i HOME={tmp_path} TERM="$TERM" LANG=C.UTF-8 {program}'
    with serving(tmp_path / "sshd", forced=forced) as server:
        for asked in ("sh", f"; touch {tmp_path}/owned"):
            with running(home=tmp_path, command=server.ssh(asked)) as terminal:
                terminal.wait_for("31 条发言")
                terminal.press("\x1a")
                terminal.wait_for("此处只供阅读")
                terminal.press("q")
                assert terminal.wait() == 0
    assert not (tmp_path / "owned").exists()
    wait_until_gone(tmp_path)
