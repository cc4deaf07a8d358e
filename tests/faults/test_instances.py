"""Two programs at once on the same state, and ends at any moment: whole files, no mark lost, nothing left behind."""

import json
import re
import signal
from pathlib import Path

import pytest

from tests.pty.terminal import Browse, running
from tests.pty.test_program import given_back

pytestmark = pytest.mark.slow


def collection(home: Path) -> dict[str, dict[str, str]]:
    (path,) = home.glob(".local/state/tuiexplorer/collection-*.json")
    entries: dict[str, dict[str, str]] = json.loads(path.read_text())["entries"]
    return entries


def test_two_at_once_lose_none_of_each_other_s_marks(browse: Browse, tmp_path: Path) -> None:
    with browse("--fresh") as one, browse("--fresh") as other:
        one.wait_for("31 条发言")
        other.wait_for("31 条发言")
        for turn in range(1, 7):
            marking = (one, other)[turn % 2]
            marking.press("n" * turn + "m")
            marking.wait_for("摘录集中有")
            marking.settle()
        one.press("q")
        other.press("q")
        assert (one.wait(), other.wait()) == (0, 0)
    assert len(collection(tmp_path)) == 6
    state = tmp_path / ".local/state/tuiexplorer"
    assert [json.loads(path.read_text())["version"] for path in state.glob("state-*.json")] == [1]
    assert list(state.glob("*.part")) == []


def test_a_kill_at_any_moment_leaves_whole_files(browse: Browse, tmp_path: Path) -> None:
    for turn in range(3):
        with browse("--fresh") as terminal:
            terminal.wait_for("31 条发言")
            terminal.press("nm" * 6)
            terminal.wait_for("摘录集中有")
            terminal.read(0.03 * turn)
            terminal.kill(signal.SIGKILL)
            assert terminal.wait() == -signal.SIGKILL
        files = list(tmp_path.glob(".local/state/tuiexplorer/*.json"))
        assert files
        for path in files:
            assert json.loads(path.read_text())["version"] == 1
    with browse("--fresh") as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("home", ["/dev/null", "/nowhere"])
def test_no_place_for_the_state_is_no_matter(browse: Browse, home: str) -> None:
    with browse(HOME=home) as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("nm")
        terminal.wait_for("摘录集中有")
        terminal.press("q")
        assert terminal.wait() == 0
        assert given_back(terminal.output)


def test_a_disk_that_is_full_is_no_matter(tmp_path: Path) -> None:
    import sys

    command = ["/bin/sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, "-m", "tuiexplorer"]
    with running(home=tmp_path, command=command, environment={"PYTHONDONTWRITEBYTECODE": "1"}) as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("nm")
        terminal.wait_for("摘录集中有")
        terminal.press("q")
        assert terminal.wait() == 0
        assert given_back(terminal.output)
    assert list(tmp_path.rglob("*.json")) == []


@pytest.mark.parametrize(
    ("started", "keys"),
    [
        ("browse_with_keywords", ""),
        ("browse", "/lyq"),
        ("browse", "o"),
        ("browse_with_keywords", "s"),
        ("browse", "nmx"),
        ("browse", "\x10"),
    ],
)
def test_control_c_ends_every_state_with_the_terminal_given_back(
    request: pytest.FixtureRequest, started: str, keys: str
) -> None:
    browse: Browse = request.getfixturevalue(started)
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        for key in keys:
            terminal.press(key)
            terminal.settle()
        assert terminal.processes()
        terminal.press("\x03")
        terminal.read(0.1)
        terminal.press("\x03")  # at once: what comes seconds later is a first one
        assert terminal.wait() == 130
        assert given_back(terminal.output)
        assert terminal.processes() == []
    assert not re.search("Traceback", bytes(terminal.output).decode())


@pytest.mark.parametrize("language", ["C", "POSIX", "en_US.ISO-8859-1", "zh_CN.GBK"])
def test_a_locale_that_knows_no_chinese(browse_anew: Browse, language: str) -> None:
    with browse_anew(LANG=language, TERM="xterm") as terminal:
        terminal.wait_for("31", "鲁宇清")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_key_right_after_one_that_closes_a_screen_is_answered(browse: Browse) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        for _turn in range(3):
            terminal.press("?")
            terminal.wait_for("按键")
            terminal.press(b"\x1b")
            terminal.wait_for("31 条发言")
            terminal.press("s")
            terminal.wait_for("统计", without="31 条发言 +")
            terminal.press(b"\x1b")
            terminal.wait_for("31 条发言 +")
