"""`tuiexplorer export`: every statement, in each format, whole."""

import csv
import io
import json
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_the_seed_is_written_as_lines_when_nothing_is_named(run: Run) -> None:
    ran = run("export")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert sum(record["kind"] != "collective" for record in records) == 31
    assert all(record["content"] for record in records)


def test_json_holds_the_same_as_the_lines(run: Run) -> None:
    lines = [json.loads(line) for line in run("export").out.splitlines()]
    assert json.loads(run("export", "--format", "json").out) == lines


def test_csv_is_a_table_that_excel_takes_for_utf8(run: Run, article: Path) -> None:
    out = run("export", "--format", "csv", str(article)).out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert out.startswith("\ufeffid,speaker,")
    assert out.count("\r\n") == 4
    assert [(row["speaker"], row["agency"], row["post"]) for row in rows] == [
        ("张三", "市民政局", "局长"),
        ("李四", "市教育局", "副局长"),
        ("王五", "应急管理部门", "负责人"),
    ]


def test_markdown_quotes_with_speaker_and_source(run: Run, article: Path) -> None:
    out = run("export", "--format", "markdown", article.name, cwd=article.parent).out
    assert out.startswith(
        "# 小城出台新规\n\n## 便民\n\n> 将简化办事流程，让群众少跑腿\n>\n> —— **张三**（市民政局局长）\n"
    )
    assert r"赵六. 小城出台新规: 各方热议\[N\]. article.txt:7" in out


@pytest.mark.parametrize("name", ["x.pdf", "q.txt"])
def test_an_ending_that_stands_for_no_format_is_an_error(
    run: Run, article: Path, tmp_path: Path, name: str
) -> None:
    ran = run("export", str(article), "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"tuiexplorer: {tmp_path / name}: no format is known by {Path(name).suffix};"
        " end it in .jsonl, .json, .csv or .md, or name a --format\n"
    )
    assert not (tmp_path / name).exists()
    assert run("export", str(article), "--format", "csv", "-o", str(tmp_path / name)).code == 0


def test_narration_comes_when_asked_for(run: Run, article: Path) -> None:
    def kinds(*options: str) -> list[str]:
        return [json.loads(line)["kind"] for line in run("export", *options, str(article)).out.splitlines()]

    assert kinds() == ["named"] * 3
    assert kinds("--narration") == ["named"] * 3 + ["narration"]


def test_keywords_come_when_asked_for(run: Run, article: Path) -> None:
    plain = json.loads(run("export", str(article)).out.splitlines()[0])
    rich = json.loads(run("export", "--keywords", str(article)).out.splitlines()[0])
    assert "keywords" not in plain
    assert "流程" in rich["keywords"]
    assert list(rich)[:-1] == list(plain)


class TestFile:
    @pytest.mark.parametrize(
        ("name", "start"),
        [("q.csv", "\ufeffid,"), ("q.json", "[\n{"), ("q.md", "# "), ("q.jsonl", "{"), ("q", "{")],
    )
    def test_its_ending_names_the_format(self, run: Run, article: Path, name: str, start: str) -> None:
        out = article.with_name("out")
        out.mkdir()
        ran = run("export", "-o", str(out / name), str(article))
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert (out / name).read_bytes().decode().startswith(start)
        assert [path.name for path in out.iterdir()] == [name]

    def test_it_takes_the_place_and_the_rights_of_one_that_was_there(self, run: Run, article: Path) -> None:
        out = article.with_name("q.csv")
        out.write_text("old")
        out.chmod(0o640)
        assert run("export", "-o", str(out), str(article)).code == 0
        assert "张三" in out.read_text()
        assert stat.S_IMODE(out.stat().st_mode) == 0o640

    def test_an_article_is_never_written_over(self, run: Run, article: Path) -> None:
        before = article.read_bytes()
        ran = run("export", "--format", "jsonl", "-o", str(article), str(article.parent))
        assert ran.code == 2
        assert "this is one of the articles" in ran.err
        assert article.read_bytes() == before
        assert list(article.parent.iterdir()) == [article]

    def test_a_place_that_cannot_be_written_is_told(self, run: Run, article: Path) -> None:
        ran = run("export", "-o", "no/such/place.csv", str(article))
        assert (ran.code, ran.err) == (
            2,
            "tuiexplorer: no/such/place.csv: cannot write it: No such folder\n",
        )

    def test_a_full_disk_is_told_with_the_file_that_is_written(self, run: Run, article: Path) -> None:
        ran = run("export", "-o", "/dev/full", str(article))
        assert (ran.code, ran.err) == (
            2,
            "tuiexplorer: /dev/full: cannot write it: No space left on device\n",
        )

    def test_a_device_is_written_as_it_is(self, run: Run, article: Path) -> None:
        assert run("export", "-o", "/dev/null", str(article)).code == 0
        assert run("export", "-o", "-", str(article)).out == run("export", str(article)).out
