"""Whatever articles and their names hold, no command writes anything that a terminal or a spreadsheet would obey."""

import csv
import io
import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.program import Program
from tests.security import hostile
from tuiexplorer.cli import main

pytestmark = pytest.mark.no_cover

OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn")

COMMANDS = {
    "find": ["find", hostile.FOUND_BY],
    "find in colour": ["find", hostile.FOUND_BY, "--color", "always"],
    "find, narration": ["find", "当天下起了小雨", "--narration", "--keywords"],
    "find jsonl": ["find", hostile.FOUND_BY, "--format", "jsonl"],
    "find csv": ["find", hostile.FOUND_BY, "--format", "csv"],
    "find markdown": ["find", hostile.FOUND_BY, "--format", "markdown"],
    "export jsonl": ["export", "--narration"],
    "export json": ["export", "--narration", "--format", "json", "--keywords"],
    "export csv": ["export", "--narration", "--format", "csv"],
    "export markdown": ["export", "--narration", "--format", "markdown"],
    "check": ["check"],
    "check json": ["check", "--format", "json"],
}


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    hostile.write_all(folder)
    return folder


def obeyed(output: bytes, *allowed: str) -> set[str]:
    """The characters in ``output`` that are obeyed rather than seen."""
    text = output.decode()  # that it is UTF-8 at all is half of the promise
    return {one for one in text if unicodedata.category(one) in OBEYED and one not in ("\n", *allowed)}


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_writes_what_a_terminal_would_obey(program: Program, command: str, articles: Path) -> None:
    done = program.run(*COMMANDS[command], ".", cwd=articles)
    out = done.out
    if command == "find in colour":
        out = re.sub(rb"\x1b\[[0-9;]*m", b"", out)
    if "csv" in command:
        out = out.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    assert done.code in (0, 1)
    assert out.count("王小明".encode()) >= len(hostile.TEXTS) or "check" in command or "narration" in command
    assert obeyed(out) == set()
    assert obeyed(done.err) == set()
    assert b"Traceback" not in done.err


def test_a_pile_of_marks_is_cut_down_in_what_a_terminal_shows(program: Program, articles: Path) -> None:
    text = program.run("find", hostile.FOUND_BY, ".", cwd=articles).out.decode()
    assert not re.search("[\u0301\u0316\u0488]{5}", text)


def test_colour_is_all_that_find_asks_of_a_terminal(program: Program, articles: Path) -> None:
    out = program.run("find", hostile.FOUND_BY, "--color", "always", ".", cwd=articles).out
    assert set(re.findall(rb"\x1b[^m]*m", out)) <= {
        b"\x1b[%bm" % code for code in (b"", b"0", b"1", b"2", b"35", b"36", b"1;31")
    }


def test_json_loses_nothing_of_what_it_escapes(program: Program, articles: Path) -> None:
    lines = program.run("export", "--narration", ".", cwd=articles).out.decode().split("\n")[:-1]
    assert len(lines) > 4 * len(hostile.TEXTS)
    for record in map(json.loads, lines):
        source = (articles / record["document"]["path"]).read_bytes().decode()
        said = "".join(source[start:end] for start, end in record["spans"])
        assert "".join(said.split()) == "".join(record["content"].split())


def test_no_cell_is_a_formula(program: Program, articles: Path) -> None:
    out = program.run("export", "--narration", "--format", "csv", ".", cwd=articles).out.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert len(rows) > len(hostile.TEXTS) * 2
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        assert not re.match(r"\s*[=+\-@＝＋－＠\t\r]", cell), cell


@pytest.mark.parametrize("command", ["find markdown", "export markdown"])
def test_markdown_holds_no_link_no_picture_no_html(program: Program, command: str, articles: Path) -> None:
    out = program.run(*COMMANDS[command], ".", cwd=articles).out.decode()
    page = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").render(out)
    assert set(re.findall(r"<(\w+)", page)) <= {"h1", "h2", "blockquote", "p", "strong", "br"}


def test_a_question_that_means_harm_is_only_shown(
    articles: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(articles)
    (article, *_others) = sorted(path.name for path in articles.iterdir())
    for text in hostile.TEXTS.values():
        for query in (text, text + '"', f"{text}:x", f"speaker:{text}", f"'{text}"):
            assert main(["find", query, "--", article]) in (0, 1)
            assert obeyed(capfdbinary.readouterr().err) == set()


def test_names_that_are_no_text_are_told_safely(program: Program, tmp_path: Path) -> None:
    """Unreadable files under such names: the one line that tells of each."""
    for number, text in enumerate(hostile.TEXTS.values()):
        name = text.replace("/", "∕").replace("\x00", "")[:40]
        (tmp_path / f"{name}{number}.txt").write_bytes(bytes(range(256)) * 8)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\x9b\n.txt")).write_bytes(bytes(range(256)) * 8)
    for command in ("find", "export", "check"):
        done = program.run(command, *(["x"] if command == "find" else []), ".", cwd=tmp_path)
        assert done.code == 2
        assert obeyed(done.err) == set()
        assert done.err.count(b"\n") == len(hostile.TEXTS) + 1
