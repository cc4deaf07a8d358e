"""`tuiexplorer find`: ranked hits, and grep's exit codes."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.program import Program


def test_a_name_finds_its_speaker_in_the_seed(run: Run) -> None:
    ran = run("find", "鲁宇清")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("鲁宇清  省发改委 · 党组书记\n  坚定不移推动高质量发展  ")
    assert "000_eac445e406787b96.txt:25\n" in ran.out


def test_pinyin_initials_find_the_same_first(run: Run) -> None:
    assert run("find", "lyq").out.splitlines()[0] == run("find", "鲁宇清").out.splitlines()[0]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """An article with a statement of many lines."""
    words = "、".join(f"做好第{number}项工作" for number in range(100))
    path = tmp_path / "long.txt"
    path.write_text(f"会议\n\n一、工作\n\n甲市科技局局长石一山表示，要{words}。\n", encoding="utf-8")
    return path


def test_no_words_are_left_out_of_a_pipe_and_no_line_is_broken(run: Run, long: Path) -> None:
    words = run("find", "石一山", str(long)).out.splitlines()[2]
    assert all(f"第{number}项" in words for number in range(100))


@pytest.mark.parametrize(("options", "whole"), [((), False), (("--full",), True)])
def test_a_terminal_shows_the_words_around_the_match_unless_asked_for_all(
    program: Program, long: Path, options: tuple[str, ...], whole: bool
) -> None:
    screen = program.run_in_terminal("find", *options, "石一山", str(long)).out.decode()
    assert ("第99项" in screen.replace("\r\n  ", "")) is whole
    assert ("…" in screen) is not whole


def test_hits_are_four_lines(run: Run, article: Path) -> None:
    assert run("find", "张三", article.name, cwd=article.parent).out == (
        "张三  市民政局 · 局长\n  便民\n  将简化办事流程，让群众少跑腿\n  article.txt:7\n"
    )


def test_a_field_without_a_word_is_named_as_it_was_typed(run: Run, article: Path) -> None:
    ran = run("find", "speaker: 便民", str(article))
    assert (ran.code, ran.err) == (0, "tuiexplorer: query: speaker: nothing after the sign\n")


def test_a_heading_above_others_is_found_and_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# 发展\n\n## 经济\n\n### 财政\n\n甲市财政局局长石一山表示，将优化支出结构。\n", encoding="utf-8"
    )
    ran = run("find", "theme:经济", "a.md", cwd=tmp_path)
    assert ran.out == "石一山  甲市财政局 · 局长\n  经济 › 财政\n  将优化支出结构\n  a.md:7\n"


def test_no_hit_is_exit_code_one(run: Run, article: Path) -> None:
    ran = run("find", "不在此处", str(article))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("tuiexplorer: nothing found")


def test_narration_is_found_when_asked_for_and_told_of_when_not(run: Run, article: Path) -> None:
    ran = run("find", "小雨", str(article))
    assert (ran.code, ran.out) == (1, "")
    assert "narration" in ran.err
    ran = run("find", "--narration", "小雨", str(article))
    assert ran.code == 0
    assert "当天下起了小雨。" in ran.out


NOTHING = [
    "",
    *(pytest.param(query, marks=pytest.mark.no_cover) for query in (" ", "!", "|", '"', "speaker:", "^")),
]


@pytest.mark.parametrize("query", NOTHING)
def test_a_query_that_asks_for_nothing_is_an_error(run: Run, article: Path, query: str) -> None:
    ran = run("find", query, str(article))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "tuiexplorer: the query is empty; give a word, a name or its pinyin\n"


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("nofield:张三", "nofield: no such field; there are speaker: agency: post: theme: text: doc:"),
        ('张三 "abc', "abc: a quotation mark is not closed"),
        ("张三|", "|: | wants a word on both sides"),
    ],
)
def test_what_is_wrong_with_a_query_is_told(run: Run, article: Path, query: str, told: str) -> None:
    assert f"tuiexplorer: query: {told}\n" in run("find", query, str(article)).err


def test_a_slip_is_answered_with_a_suggestion(run: Run) -> None:
    assert "; did you mean " in run("find", "支点建设是党").err


def test_limit_prints_the_best_only(run: Run) -> None:
    every = run("find", "发展").out.split("\n\n")
    best = run("find", "发展", "-n", "2").out.rstrip("\n").split("\n\n")
    assert len(every) > 2
    assert best == [hit.rstrip("\n") for hit in every[:2]]


def test_lines_have_score_and_matches(run: Run, article: Path) -> None:
    (line,) = run("find", "张三", "--format", "jsonl", str(article)).out.splitlines()
    record = json.loads(line)
    assert list(record)[-2:] == ["score", "matches"]
    assert record["score"] > 0
    assert record["matches"]["speaker"] == [[0, 2]]


def test_csv_and_markdown(run: Run, article: Path) -> None:
    out = run("find", "张三", "--format", "csv", str(article)).out
    (row,) = csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline=""))
    assert (row["speaker"], row["matches"]) == ("张三", "speaker:0-2")
    assert "> —— **张三**（市民政局局长）\n" in run("find", "张三", "--format", "markdown", str(article)).out


class TestColour:
    def test_a_pipe_gets_none(self, run: Run, article: Path) -> None:
        assert "\x1b" not in run("find", "张三", str(article)).out

    def test_it_can_be_asked_for(self, run: Run, article: Path) -> None:
        out = run("find", "张三", "--color", "always", str(article)).out
        assert out.startswith("\x1b[1;31m张三\x1b[0m")
        plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
        assert plain == run("find", "张三", "--color", "never", str(article)).out

    @pytest.mark.parametrize(
        ("environment", "colour"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
    )
    def test_a_terminal_gets_it_unless_it_wants_none(
        self,
        program: Program,
        article: Path,
        monkeypatch: pytest.MonkeyPatch,
        environment: dict[str, str],
        colour: bool,
    ) -> None:
        monkeypatch.setenv("TERM", "xterm-256color")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        ran = program.run_in_terminal("find", "张三", str(article))
        assert ran.code == 0
        assert (b"\x1b[1;31m" in ran.out) is colour


def test_of_a_query_that_is_too_long_is_told_what_is_wrong_and_no_more_of_it_than_is_needed(run: Run) -> None:
    ran = run("find", "支点建设" * 500)
    assert ran.err.splitlines()[0].endswith("…: too long; the rest is left out")
    assert len(ran.err.splitlines()[0]) < 80


def test_of_a_word_outside_of_the_quotation_marks_it_is_told_where_it_belongs(
    run: Run, article: Path
) -> None:
    ran = run("find", "民政局", "便民", article.name, cwd=article.parent)
    assert ran.code == 2
    assert ran.err == (
        "tuiexplorer: 便民: No such file or directory; several words to look for stand in quotation marks:"
        " tuiexplorer find '民政局 便民'\n"
    )
    assert run("find", "民政局 便民", article.name, cwd=article.parent).code == 0
