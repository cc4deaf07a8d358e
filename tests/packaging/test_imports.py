"""What a run loads: the command line never pays for the screen, nor for what it was not asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import know_the_seed

pytestmark = pytest.mark.no_cover
"""Measuring loads modules of its own."""

SHOW = """
import sys
from tuiexplorer.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""

HEAVY = ("textual", "rich", "jieba", "numpy", "pypinyin", "asyncio", "concurrent", "multiprocessing")


def loaded(*arguments: str) -> set[str]:
    """The top-level packages that are loaded when the command line is through with ``arguments``."""
    return {module.partition(".")[0] for module in modules_of(*arguments)}


def modules_of(*arguments: str) -> list[str]:
    """All modules that are loaded then."""
    ran = subprocess.run(
        [sys.executable, "-c", SHOW, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr.splitlines()


@pytest.mark.parametrize("line", ["find 鲁宇清", "export", "export --format csv", "check", "find lyq"])
def test_a_command_on_the_seed_loads_nothing_heavy(line: str) -> None:
    allowed = {"pypinyin"} if line == "find lyq" else set()
    assert loaded(*line.split()) & set(HEAVY) <= allowed


def test_keywords_are_what_jieba_is_for() -> None:
    modules = loaded("export", "--keywords")
    assert "jieba" in modules
    assert "pkg_resources" not in modules  # jieba takes it where it is there, and twice as long to start


def test_text_hits_need_no_other_format() -> None:
    assert not loaded("find", "鲁宇清") & {"json", "csv", "platformdirs", "shutil", "lzma"}


def test_a_persons_name_needs_no_table_of_bodies(own_home: Path) -> None:
    know_the_seed(own_home)  # to read it needs them
    assert "tuiexplorer.lexicon.bodies" not in modules_of("find", "鲁宇清")
    assert "tuiexplorer.lexicon.bodies" in modules_of("find", "发改委")


def test_what_was_kept_is_searched_without_what_only_reading_needs(own_home: Path) -> None:
    know_the_seed(own_home)
    assert not loaded("find", "鲁宇清") & {"pathlib", "threading", "tomllib", "tempfile"}


def test_the_screen_is_asked_for_before_the_grammar_is_loaded() -> None:
    show = "import sys, tuiexplorer.cli.browse; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    modules = ran.stdout.split()
    assert not {"tuiexplorer.model.parsing", "tuiexplorer.layout.lay_out", "textual"} & set(modules)
