"""The command line speaks Chinese and English; what programs read is the same in both."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Run

pytestmark = pytest.mark.no_cover

COMMANDS = ["", "browse", "find", "export", "check"]

SAME_IN_EVERY_LANGUAGE = re.compile(
    r"""
      \btuiexplorer\b | \bpython\ -X\ dev\ -m | \bpip\ install\b
    | --?[a-z][a-z-]*                         # options
    | \{[a-z,]+\} | '[a-z]+'                  # what they may be set to
    | \b(?:zh|en|text|jsonl?|csv|markdown|utf-8|Markdown|HTML|MB|PATH|FILE|QUERY|TEXT|NAME|BYTES|COMMAND|N|NO_COLOR)\b
    | \b(?:browse|find|export|check)\b
    | [\w/.-]*\.(?:txt|md|markdown|html?|jsonl?|csv|pdf)\b
    | \b(?:news/|quotes\.csv|fagaiwei|fgw)
    """,
    re.VERBOSE,
)


def english_in(text: str) -> list[str]:
    """The English words of a text that are none of the command line's own."""
    return re.findall(r"[A-Za-z]{2,}", SAME_IN_EVERY_LANGUAGE.sub(" ", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_chinese(run: Run, command: str) -> None:
    ran = run(*command.split(), "--lang", "zh", "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("用法: " + f"tuiexplorer {command}".strip())
    assert english_in(ran.out) == []


ERRORS = [
    ["find"],
    ["export", "--nope"],
    ["find", "-企业"],
    ["find", "财政厅", "就业"],
    ["find", "x", "--lang", "fr"],
    ["find", "x", "-n", "0"],
    ["check", "--format"],
    ["check", "--format", "csv"],
    ["export", "--keywords=3"],
    ["no-such.txt"],
    ["fin"],
    [],
    ["-"],
    ["find", "speaker:"],
    ["find", "不在此处"],
    ["find", "支点建设是党"],
    ["export", "-o", "no/such.csv"],
    ["export", "-o", "x.pdf"],
    ["export", "-o", "seed.txt", "seed.txt"],
    ["check", "--max-size", "9", "seed.txt"],
    ["check", "zeros.txt"],
]


@pytest.mark.parametrize("arguments", ERRORS, ids=" ".join)
def test_errors_are_in_chinese(run: Run, tmp_path: Path, seed: Path, arguments: list[str]) -> None:
    shutil.copy(seed, tmp_path / "seed.txt")
    (tmp_path / "zeros.txt").write_bytes(bytes(range(32)) * 9)
    ran = run(*arguments, "--lang=zh", cwd=tmp_path)
    assert ran.err.startswith("tuiexplorer: ")
    assert re.search("[一-鿿]", ran.err)
    assert english_in(ran.err.replace("fin:", "")) == []


def started(*arguments: str, **environment: str) -> Ran:
    """A run that starts by itself: Python asks for these things when it does."""
    done = subprocess.run(
        [sys.executable, "-m", "tuiexplorer", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize(
    ("locale", "asked", "said"),
    [
        ("C", (), "find needs a QUERY"),
        ("C", ("--lang", "zh"), "find 需要搜索词 QUERY"),
        ("POSIX", (), "find needs a QUERY"),
        ("en_GB.UTF-8", (), "find needs a QUERY"),
        ("zh_CN.UTF-8", (), "find 需要搜索词 QUERY"),
        ("zh_CN.UTF-8", ("--lang", "en"), "find needs a QUERY"),
    ],
)
def test_the_language_is_the_locales_unless_another_is_asked_for(
    locale: str, asked: tuple[str, ...], said: str
) -> None:
    assert started("find", *asked, LC_ALL=locale).err.startswith(f"tuiexplorer: {said}")


def test_the_settings_are_asked_before_the_locale(own_home: Path) -> None:
    settings = own_home / ".config" / "tuiexplorer" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('language = "zh"')
    assert started("find", LC_ALL="en_GB.UTF-8").err.startswith("tuiexplorer: find 需要搜索词 QUERY")


@pytest.mark.parametrize(
    "arguments", [["find", "--help"], ["check", "--help", "--lang", "zh"], ["check", "--lang", "zh"]]
)
def test_what_a_terminal_has_no_characters_for_stops_nothing(arguments: list[str]) -> None:
    ran = started(*arguments, PYTHONIOENCODING="latin-1")
    assert (ran.code, ran.err) == (0, "")
    assert "?" in ran.out


def test_the_language_may_stand_before_the_command(run: Run) -> None:
    assert "没有找到" in run("--lang", "zh", "find", "不在此处").err
    assert run("--lang=zh", "--help").out == run("--help", "--lang", "zh").out


def test_a_language_that_there_is_not_is_an_error(run: Run) -> None:
    assert run("find", "x", "--lang", "fr").err.startswith(
        "tuiexplorer: argument --lang: invalid choice: 'fr'"
    )


@pytest.mark.parametrize("asked", [["--lang", "zh", "--lang", "fr"], ["--lang=fr", "--lang=zh"]])
def test_that_it_does_not_speak_one_language_is_told_in_the_other_that_is_asked_for(
    run: Run, asked: list[str]
) -> None:
    ran = run("find", "x", *asked)
    assert ran.code == 2
    assert ran.err.startswith("tuiexplorer: 参数 --lang：没有这一项：'fr'")


def test_a_report_is_in_chinese(run: Run, article: Path) -> None:
    article.write_bytes(article.read_bytes().replace("当天".encode(), b"\xe5\xbd"))
    out = run("check", "--lang", "zh", article.name, article.name, cwd=article.parent).out
    assert "  发言    3（具名 3）\n" in out
    assert "  第 15 行：无法读取：不合任何编码的字节：" in out
    assert english_in(out) == []


MACHINE_READABLE = [
    ["find", "张三", "--format", "jsonl"],
    ["find", "张三", "--format", "csv"],
    ["export"],
    ["export", "--narration", "--format", "csv"],
    ["export", "--format", "markdown"],
    ["check", "--format", "json"],
]


@pytest.mark.parametrize("arguments", MACHINE_READABLE, ids=" ".join)
def test_what_programs_read_is_the_same_in_every_language(
    run: Run, article: Path, arguments: list[str]
) -> None:
    article.write_bytes(article.read_bytes().replace("当天".encode(), b"\xe5\xbd"))
    assert run(*arguments, str(article), "--lang", "zh") == run(*arguments, str(article))


def test_reasons_in_data_are_in_english(run: Run, article: Path) -> None:
    article.write_bytes(article.read_bytes().replace("当天".encode(), b"\xe5\xbd"))
    (report,) = json.loads(run("check", "--format", "json", "--lang", "zh", str(article)).out)
    assert report["doubts"][0]["reason"] == "bytes that fit no encoding"
