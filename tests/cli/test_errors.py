"""What goes wrong is one line on standard error that says what, where and what to do; never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.program import Ended, Program, know_the_seed

COMMANDS = [
    pytest.param(["export"], id="export"),
    pytest.param(["check"], id="check", marks=pytest.mark.no_cover),
    pytest.param(["find", "张三"], id="find", marks=pytest.mark.no_cover),
]


@pytest.mark.parametrize("command", COMMANDS)
class TestArticles:
    def test_a_path_that_is_not_there(self, run: Run, command: list[str]) -> None:
        ran = run(*command, "no-such-file")
        assert (ran.code, ran.err) == (2, "tuiexplorer: no-such-file: No such file or directory\n")

    def test_an_empty_folder(self, run: Run, command: list[str], tmp_path: Path) -> None:
        ran = run(*command, str(tmp_path))
        assert (ran.code, ran.out.strip("[]\n")) == (2, "")
        assert ran.err == (
            f"tuiexplorer: {tmp_path}: no articles in it; they end in .txt .md .markdown .html .htm .shtml .xhtml"
            " .mhtml .mht .webarchive\n"
        )

    def test_a_file_that_is_no_text(self, run: Run, command: list[str]) -> None:
        ran = run(*command, sys.executable)
        assert ran.code == 2
        assert ran.err.startswith(f"tuiexplorer: {sys.executable}: not a text")
        assert ran.err.count("\n") == 1

    def test_the_others_are_read_all_the_same(self, run: Run, command: list[str], article: Path) -> None:
        ran = run(*command, "no-such-file", str(article), sys.executable)
        assert ran.code == 2
        assert article.name in ran.out
        assert ran.err.count("\n") == 2

    def test_standard_input(self, run: Run, command: list[str], article: Path) -> None:
        ran = run(*command, "-", stdin=article.read_bytes())
        assert ran.code == 0
        assert str(article) not in ran.out

    def test_standard_input_that_is_closed(self, command: list[str]) -> None:
        shell = ["sh", "-c", '"$@" <&-', "sh", sys.executable, "-m", "tuiexplorer", *command, "-"]
        ran = subprocess.run(shell, check=False, capture_output=True)
        assert (ran.returncode, ran.stderr) == (2, b"tuiexplorer: -: standard input is closed\n")

    def test_a_folder_with_all_below_it(self, run: Run, command: list[str], article: Path) -> None:
        below = article.parent / "a" / "b"
        below.mkdir(parents=True)
        article.rename(below / "c.txt")
        assert run(*command, str(article.parent)).code == 0

    def test_a_name_that_is_no_text_steers_nothing(self, run: Run, command: list[str]) -> None:
        ran = run(*command, "a\x1b]0;x\x07\nb")
        assert ran.err == "tuiexplorer: a␛]0;x␇␊b: No such file or directory\n"

    def test_output_that_no_one_reads_ends_it_quietly(
        self, program: Program, article: Path, command: list[str]
    ) -> None:
        read, write = os.pipe()
        os.close(read)
        ran = program.run_into(write, *command, str(article))
        os.close(write)
        assert (ran.code, ran.err) == (128 + signal.SIGPIPE, b"")

    def test_a_full_disk_is_told(self, program: Program, article: Path, command: list[str]) -> None:
        with Path("/dev/full").open("w") as full:
            ran = program.run_into(full.fileno(), *command, str(article))
        assert (ran.code, ran.err) == (2, b"tuiexplorer: writing: No space left on device\n")

    def test_closed_output_is_told(self, article: Path, command: list[str]) -> None:
        line = f'exec "{sys.executable}" -m tuiexplorer {" ".join(command)} "{article}" >&-'
        ran = subprocess.run(["/bin/sh", "-c", line], stderr=subprocess.PIPE, check=False)
        assert (ran.returncode, ran.stderr) == (2, b"tuiexplorer: standard output is closed\n")

    def test_the_interrupt_key_ends_it_with_130(self, command: list[str]) -> None:
        # A shell without job control has what it runs in the background ignore the key, and all below that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        process = subprocess.Popen(
            [sys.executable, "-m", "tuiexplorer", *command, "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
        )
        assert process.stdin
        # More than a pipe holds: once it is written, the program reads, so it is past its start.
        process.stdin.write("字".encode() * 100_000)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
        assert (process.returncode, err) == (130, b"")


@pytest.mark.parametrize("asked", ["--help", "--version"])
def test_a_full_disk_is_told_also_by_what_asks_for_no_article(asked: str) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tuiexplorer", asked]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (2, b"tuiexplorer: writing: No space left on device\n")


def test_a_working_folder_that_is_gone_is_no_matter(own_home: Path, tmp_path: Path) -> None:
    know_the_seed(own_home)
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f'rmdir "{gone}" && exec "{sys.executable}" -m tuiexplorer check'
    ran = subprocess.run(["/bin/sh", "-c", line], cwd=gone, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["find"], "find needs a QUERY (see tuiexplorer find --help)"),
        (["export", "--nope"], "unrecognized arguments: --nope (see tuiexplorer export --help)"),
        (["find", "x", "-n", "0"], "argument -n/--limit: not a count: '0' (see tuiexplorer find --help)"),
        (
            ["check", "--max-files", "1" + "0" * 18],
            "argument --max-files: not a count: '1000000000000000000' (see tuiexplorer check --help)",
        ),
        (["check", "--format"], "argument --format: expected one argument (see tuiexplorer check --help)"),
        (["--nope"], "unrecognized arguments: --nope (see tuiexplorer browse --help)"),
        ([""], "a path is empty; name a file, a folder, or - (see tuiexplorer browse --help)"),
        (
            ["find", "x", "--", ""],
            "a path is empty; name a file, a folder, or - (see tuiexplorer find --help)",
        ),
        (
            ["export", "-o", ""],
            "a path is empty; name a file, a folder, or - (see tuiexplorer export --help)",
        ),
    ],
)
def test_arguments_that_make_no_sense(run: Run, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"tuiexplorer: {told}\n")


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [(["find", "-企业"], "find -- '-企业'"), (["check", "-my-news"], "check -- -my-news")],
)
def test_of_what_begins_as_an_option_is_told_how_to_say_that_it_is_none(
    run: Run, arguments: list[str], meant: str
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert (
        f"unrecognized arguments: {arguments[1]}; after -- nothing is an option: tuiexplorer {meant} "
        in ran.err
    )
    assert run("find", "--", "-企业").code == 0


@pytest.mark.parametrize("limit", ["--max-size", "--max-files"])
def test_a_limit_may_be_as_large_as_one_likes(run: Run, article: Path, limit: str) -> None:
    assert run("check", limit, "9" * 18, str(article)).code == 0


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            "MemoryError()",
            "there is not enough memory for this; name fewer or smaller files, or set --max-size",
        ),
        (
            "ValueError('a\\x1b[31m\\nb')",
            "a fault of its own: ValueError: a␛[31m␊b (<string>:2); python -X dev -m tuiexplorer tells more",
        ),
    ],
)
def test_what_no_one_foresaw_is_one_line_too(error: str, told: str) -> None:
    script = f"""if True:
        def fail(_): raise {error}
        import sys
        from tuiexplorer.cli import check, main
        check.check = fail
        sys.exit(main(["check"]))
    """
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"tuiexplorer: {told}\n")


class TestBrowsing:
    def test_without_a_terminal_says_what_to_do_instead(self, run: Run) -> None:
        ran = run()
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == (
            "tuiexplorer: browsing needs a terminal, and standard input is none; "
            "to print instead: tuiexplorer find\n"
        )

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["no-such-file"], "no-such-file: No such file or directory"),
            (["help"], "help: No such file or directory; did you mean --help?"),
            (["findd", "lyq"], "findd: No such file or directory; did you mean the command find?"),
            (
                ["-"],
                "-: standard input is for your keys while browsing; pipe something in, or name a file",
            ),
        ],
    )
    def test_what_cannot_be_browsed_is_told_before_the_screen_opens(
        self, program: Program, arguments: list[str], told: str
    ) -> None:
        ran = program.run_in_terminal(*arguments)
        assert ran == Ended(2, f"tuiexplorer: {told}\r\n".encode(), b"")

    def test_an_empty_folder(self, program: Program, tmp_path: Path) -> None:
        ran = program.run_in_terminal(str(tmp_path))
        assert ran.code == 2
        assert b"no articles in it" in ran.out
        assert b"\x1b" not in ran.out
