"""`tuiexplorer check`: what was understood, and an exit code that says whether all was."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_seed_is_understood_in_full(run: Run) -> None:
    ran = run("check")
    assert (ran.code, ran.err) == (0, "")
    assert ", all in blocks\n" in ran.out
    assert "  statements  31 (named 30, anonymous 1) + 2 collective\n" in ran.out
    assert ran.out.endswith("  understood in full\n")


def test_quiet_tells_only_of_what_was_not_understood(run: Run, article: Path) -> None:
    assert run("check", "--quiet", str(article)).out == ""
    damaged = article.with_name("damaged.txt")
    damaged.write_bytes(article.read_bytes().replace("当天".encode(), b"\xe5\xbd"))
    ran = run("check", "-q", str(article), str(damaged))
    assert ran.code == 1
    assert ran.out.startswith(f"{damaged}\n")
    assert str(article) not in ran.out


def test_json_has_the_counts(run: Run, article: Path) -> None:
    (report,) = json.loads(run("check", "--format", "json", str(article)).out)
    assert report["statements"] == {"named": 3, "anonymous": 0, "institution": 0, "collective": 0}
    assert report["themes"] == ["便民", "安全"]
    assert report["uncovered"] == 0


def test_bytes_that_are_no_text_are_told_with_their_line(run: Run, article: Path) -> None:
    article.write_bytes(article.read_bytes().replace("当天".encode(), b"\xe5\xbd"))
    ran = run("check", str(article))
    assert ran.code == 1
    assert "  line 15: unreadable: " in ran.out
    assert ran.out.endswith("  not understood in full\n")
