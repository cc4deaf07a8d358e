"""The whole program in a real terminal: from the first frame to a terminal given back."""

import base64
import contextlib
import json
import os
import re
import signal
import sqlite3
import sys
from pathlib import Path

import pytest

from tests.pty.terminal import ROOT, Browse, running

pytestmark = pytest.mark.slow


def given_back(output: bytes | bytearray) -> bool:
    """Whether the last word on each mode that was changed is the terminal's own."""
    pairs = (
        (b"\x1b[?1049h", b"\x1b[?1049l"),
        (b"\x1b[?1000h", b"\x1b[?1000l"),
        (b"\x1b[?2004h", b"\x1b[?2004l"),
    )
    return all(output.rfind(on) < output.rfind(off) for on, off in pairs if on in output)


def test_the_seed_to_an_official_s_words(browse_anew: Browse, as_shipped: None, own_home: Path) -> None:
    with browse_anew(XDG_CACHE_HOME=str(own_home)) as terminal:
        terminal.wait_for("31 条发言", "鲁宇清")
        terminal.press("/longxiaohong\r")
        terminal.wait_for("龙小红", "省商务厅 党组书记、厅长", "将坚持“新需求引领新供给")
        terminal.press("y")
        terminal.wait_for("已复制龙小红的引文与出处")
        start = terminal.output.index(b"\x1b]52;c;") + 7
        copied = base64.b64decode(terminal.output[start : terminal.output.index(b"\a", start)]).decode()
        assert copied.startswith("将坚持“新需求引领新供给")
        assert "——龙小红（省商务厅党组书记、厅长）" in copied
        terminal.press("q")
        assert terminal.wait() == 0
        assert given_back(terminal.output)


def test_keys_pressed_before_the_first_frame_count_enter_too(browse_anew: Browse) -> None:
    with browse_anew() as terminal:
        terminal.press(
            "/longxiaohong\r"
        )  # the terminal is still the shell's, which makes a line feed of Enter
        terminal.wait_for("龙小红", "1/1", "Enter 阅读")
        terminal.press("q")
        assert terminal.wait() == 0


def test_what_is_piped_in_is_browsed_and_the_keys_come_from_the_terminal(tmp_path: Path) -> None:
    command = f"cat {ROOT}/seeds/*.txt | {sys.executable} -m tuiexplorer -"
    with running(home=tmp_path, command=["sh", "-c", command]) as terminal:
        terminal.wait_for("31 条发言", "-:25")
        terminal.press("jr")
        terminal.wait_for("已重新读取", "-:27")
        terminal.press("q")
        assert terminal.wait() == 0
        assert given_back(terminal.output)


def test_who_quits_while_files_are_read_keeps_what_was_read(browse_anew: Browse, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    said = "省财政厅厅长吴静表示，今年要办好实事，支持企业。\n\n"
    (news / "0.txt").write_bytes(bytes(range(256)))
    (news / "1.txt").write_text(f"会议召开\n\n一、开放\n\n{said}", encoding="utf-8")
    (news / "2.txt").write_text(f"会议召开\n\n一、开放\n\n{said * 60_000}", encoding="utf-8")
    with browse_anew(str(news), XDG_CACHE_HOME=str(news)) as terminal:
        terminal.wait_for("吴静", "2/3")
        terminal.press("q")
        assert terminal.wait() == 0
        told = f"tuiexplorer: {news}/0.txt: 不是文本"
        assert told.encode() in terminal.output[terminal.output.rindex(b"\x1b[?1049l") :]
    (file,) = news.rglob("documents-*.sqlite3")
    with contextlib.closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(*) FROM document").fetchone()[0] >= 1


def test_it_opens_where_it_was_left(browse_with_keywords: Browse) -> None:
    with browse_with_keywords() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("3jj")
        terminal.wait_for("省生态环境厅 党组书记", "相关发言", without="▾")
        terminal.settle()
        left = terminal.lines
        terminal.press("q")
        assert terminal.wait() == 0
    with browse_with_keywords() as terminal:
        terminal.wait_for(*left, without="▾")
        assert terminal.lines == left
        terminal.press("q")
        terminal.wait()
    with browse_with_keywords("--fresh") as terminal:
        terminal.wait_for("▾ 坚定不移推动高质量发展")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_it_with_the_terminal_given_back_and_the_state_kept(
    browse: Browse, tmp_path: Path, number: signal.Signals
) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("2")
        terminal.wait_for("▾ 省发改委")
        terminal.kill(number)
        assert terminal.wait() == 128 + number
        assert given_back(terminal.output)
    (state,) = tmp_path.glob(".local/state/tuiexplorer/state-*.json")
    assert json.loads(state.read_text())["grouping"] == "agencies"


def test_a_signal_while_it_starts_gives_the_terminal_back_too(browse_anew: Browse, own_home: Path) -> None:
    with browse_anew(XDG_CACHE_HOME=str(own_home)) as terminal:
        terminal.wait_for_bytes(b"\x1b[?1049h")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert given_back(terminal.output)


def test_a_terminal_that_goes_away_leaves_no_process(browse_anew: Browse) -> None:
    with browse_anew() as terminal:
        terminal.wait_for("31 条发言")
        pid = terminal.process.pid
        os.close(os.dup(terminal.process.fd))
        terminal.process.fileobj.close()
        _pid, status = os.waitpid(pid, 0)
        assert os.WIFEXITED(status) or os.WIFSIGNALED(status)
        terminal.process.terminated = True


@pytest.mark.parametrize("shown", [b"\x1b[?1049h", "鲁宇清".encode()], ids=["while it starts", "later"])
def test_a_terminal_that_goes_away_without_a_word_leaves_no_process(
    browse_anew: Browse, own_home: Path, shown: bytes
) -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as under nohup; what is ignored is inherited
    try:
        context = browse_anew(XDG_CACHE_HOME=str(own_home))
        terminal = context.__enter__()
    finally:
        signal.signal(signal.SIGHUP, before)
    with contextlib.ExitStack() as stack:
        stack.push(context)
        terminal.wait_for_bytes(shown)
        terminal.process.fileobj.close()
        _pid, status = os.waitpid(terminal.process.pid, 0)
        terminal.process.terminated = True
        assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP


def test_control_z_goes_back_to_the_shell_and_fg_returns(browse_anew: Browse) -> None:
    with browse_anew() as terminal:
        terminal.wait_for("31 条发言", "湖北省发展和改革委员会")
        for key, shown in (("?", "在目录中"), ("q", "省发改委 党组书记")):
            terminal.press(key)
            terminal.wait_for(shown)
            terminal.settle()
            del terminal.output[:]
            terminal.press(b"\x1a")
            pid, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
            assert os.WIFSTOPPED(status)
            terminal.settle()
            assert given_back(terminal.output)
            before = terminal.lines
            terminal.lose()
            os.kill(pid, signal.SIGCONT)
            terminal.wait_for(*before)
        terminal.press("j")
        terminal.wait_for("黄石市西塞山区 区委书记")
        terminal.press("q")
        assert terminal.wait() == 0


def test_control_l_draws_again_what_others_have_written_over(browse: Browse) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言", "湖北省发展和改革委员会")
        for key, shown, hidden in (("z", "鲁宇清", "2 单位"), ("?", "在正文中", "鲁宇清")):
            terminal.press(key)
            terminal.wait_for(shown, without=hidden)
            terminal.settle()
            before = terminal.lines
            terminal.lose()
            terminal.press(b"\x0c")
            terminal.wait_for(*before)


def test_what_changes_is_sent_and_not_much_more(browse: Browse) -> None:
    def sent(key: str | bytes) -> int:
        terminal.press(key)
        return len(terminal.settle())

    with browse() as terminal:
        terminal.wait_for("31 条发言")
        assert sent("") < 10_000
        sent("e")
        sent("g")
        assert sent("j") < 3_000
        assert sent(b"\x06") < 6_300
        assert sent("j") < 4_251  # a line that scrolls


def test_control_c_says_how_to_quit_and_quits_the_second_time(browse: Browse) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press(b"\x03")
        terminal.wait_for("再按 Ctrl-C 即退出")
        terminal.press(b"\x03")
        assert terminal.wait() == 130
        assert given_back(terminal.output)


def test_control_c_twice_at_once_leaves_nothing_on_the_terminal(browse_anew: Browse) -> None:
    with browse_anew() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press(b"\x03\x03")
        assert terminal.wait() == 130
        assert b"Warning" not in terminal.output


def test_a_crash_gives_the_terminal_back_and_says_where_the_log_is(
    browse_anew: Browse, tmp_path: Path
) -> None:
    hook = tmp_path / "sitecustomize.py"
    hook.write_text(
        "import builtins\n"
        "original = builtins.__import__\n"
        "def failing(name, *rest, **named):\n"
        "    if name == 'tuiexplorer.tui.help_page':\n"
        "        raise RuntimeError('[bold]help[/] is \\x1b[2Jbroken')\n"
        "    return original(name, *rest, **named)\n"
        "builtins.__import__ = failing\n"
    )
    with browse_anew(PYTHONPATH=str(tmp_path)) as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("?")
        assert terminal.wait() == 1
        assert given_back(terminal.output)
        told = terminal.output[terminal.output.rindex(b"\x1b[?1049l") :].decode()
        assert "tuiexplorer: RuntimeError: [bold]help[/] is ␛[2Jbroken" in told.replace("\r\n", "")
        assert "Traceback" not in told
    log = (tmp_path / ".local/state/tuiexplorer/tuiexplorer.log").read_text()
    assert "Traceback" in log
    assert "broken" in log


def test_hostile_text_is_shown_and_never_obeyed(browse_with_keywords: Browse, tmp_path: Path) -> None:
    article = tmp_path / "hostile\x1b[2J[@click=app.quit]x.txt"
    article.write_text(
        "标题[bold]粗[/]\x1b]52;c;aGFjaw==\x07\n\n一、题目\x1b[2J\u202e\u200b\n\n"
        "甲市科技局局长王小明\x9b31m表示，[@click=app.quit]将加快[/]科技创新[/]，建设实验室。\x1bP1;1|x\x1b\\\n",
        encoding="utf-8",
    )
    with browse_with_keywords(str(article)) as terminal:
        terminal.wait_for("1 篇文章", "␛")
        for key in ("h", "o", "?", "4", "s", "M", "z"):
            terminal.press(key)
            terminal.settle()
            terminal.press(b"\x1b")
            terminal.settle()
        for evil in (
            b"\x1b]52;c;aGFjaw==",
            b"\x1b[2J",
            b"\x9b31m".decode("latin-1").encode(),
            b"\x1bP1;1",
            b"\xe2\x80\xae",
        ):
            assert evil not in terminal.output
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("term", ["xterm", "screen", "tmux-256color", "linux", "vt100", "dumb"])
def test_it_works_in_old_terminals(browse: Browse, term: str) -> None:
    with browse(TERM=term) as terminal:
        terminal.wait_for("31 条发言", "鲁宇清")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", ""), ("TERM", "dumb")])
def test_without_colours_only_bold_reverse_and_underline_are_used(
    browse: Browse, name: str, value: str
) -> None:
    with browse(size=(80, 24), **{name: value}) as terminal:
        terminal.wait_for("31 条发言", "鲁宇清")
        terminal.press("/鲁")
        terminal.wait_for("1/1")
        assert re.findall(rb"\x1b\[(?:[\d;]*;)?(?:[34][0-8]|9\d|10\d)[;m]", terminal.output) == []
        terminal.press("\rq")
        assert terminal.wait() == 0


def test_idling_writes_nothing(browse: Browse) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("/")
        assert any(terminal.read(3.0) == b"" for _turn in range(10))


def test_a_file_that_is_no_text_ends_it_with_one_line(browse: Browse, tmp_path: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(bytes(range(256)) * 40)
    with browse(str(path)) as terminal:
        assert terminal.wait() == 2
        assert given_back(terminal.output)
        told = terminal.output[terminal.output.rindex(b"\x1b[?1049l") :].decode()
        assert f"tuiexplorer: {path}: 不是文本" in told


def test_settings_that_mean_nothing_are_told_with_line_and_key(browse: Browse, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "tuiexplorer"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('language = "zh"\nsplitt = 40\n')
    with browse() as terminal:
        assert terminal.wait() == 2
        assert "config.toml:2: splitt: 没有这项设置" in terminal.text.replace("\n", "")


def test_a_key_of_one_s_own(browse: Browse, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "tuiexplorer"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('language = "en"\n[keys]\nquit = "ctrl+x"\n')
    with browse() as terminal:
        terminal.wait_for("31 statements")
        terminal.press("q")
        terminal.settle()
        terminal.press(b"\x18")
        assert terminal.wait() == 0
