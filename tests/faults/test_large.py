"""Articles larger than any: a line of ten megabytes, headings without end. They are read, shown and left again."""

import json
from pathlib import Path

import pytest

from tests.pty.terminal import Browse
from tuiexplorer.cli import main

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

WORDS = "我们将加快科技创新，建设实验室，"


def line(characters: int) -> str:
    """An article whose one statement is as long."""
    return f"标题\n\n一、题目\n\n甲市科技局局长王小明表示，{WORDS * (characters // len(WORDS))}好。\n"


def test_a_line_of_ten_megabytes(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(line(3_500_000))
    assert path.stat().st_size > 10_000_000
    assert main(["export", "--no-cache", str(path)]) == 0
    (record,) = map(json.loads, capfd.readouterr().out.splitlines())
    assert len(record["content"]) > 3_400_000
    assert main(["find", "--no-cache", "实验室", str(path)]) == 0
    assert len(capfd.readouterr().out) < len(record["content"]) + 2000  # whole, in a pipe, and once


def test_a_long_line_on_the_screen(tmp_path: Path, browse: Browse) -> None:
    path = tmp_path / "a.txt"
    path.write_text(line(200_000))
    with browse(str(path)) as terminal:
        terminal.wait_for("甲市科技局 局长", "我们将加快科技创新")
        terminal.press("q")
        assert terminal.wait() == 0


def test_headings_without_end(tmp_path: Path, capfd: pytest.CaptureFixture[str], browse: Browse) -> None:
    path = tmp_path / "a.txt"
    path.write_text("".join(f"一、第{number}题\n\n甲市局长王小明表示，好。\n\n" for number in range(5000)))
    assert main(["check", "--no-cache", "--format", "json", str(path)]) in (0, 1)
    (report,) = json.loads(capfd.readouterr().out)
    assert report["uncovered"] == 0
    assert report["statements"]["named"] == 5000
    with browse(str(path)) as terminal:
        terminal.wait_for("5000 条发言")
        terminal.press("eGq")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    "words", ["表示，", "他说，", "甲市局长王小明表示，", "“好。”他说，", "）表示，", "“", "”", "《", "（"]
)
def test_words_that_mean_speech_and_marks_without_end(
    words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(words * (12_000 // len(words)))
    assert main(["check", "--no-cache", "--format", "json", str(path)]) in (0, 1)
    assert json.loads(capfd.readouterr().out)[0]["uncovered"] == 0
