"""The command line's definition: commands, options and paths in any order, help."""

import pytest

from tests.cli.conftest import Run
from tuiexplorer import __version__
from tuiexplorer.cli.parser import parse

COMMANDS = ("browse", "find", "export", "check")


@pytest.mark.parametrize(
    ("line", "command", "paths"),
    [
        ("", "browse", []),
        ("a b", "browse", ["a", "b"]),
        ("browse a", "browse", ["a"]),
        ("./find", "browse", ["./find"]),
        ("a find", "browse", ["a", "find"]),
        ("-- find", "browse", ["find"]),
        ("-q x a", "browse", ["a"]),
        ("a -q x b", "browse", ["a", "b"]),
        ("find x", "find", []),
        ("find x a --format csv b -n 3", "find", ["a", "b"]),
        ("find --format csv x a", "find", ["a"]),
        ("find -- x -a", "find", ["-a"]),
        ("find x -", "find", ["-"]),
        ("export a -o f b", "export", ["a", "b"]),
        ("check --format json", "check", []),
    ],
)
def test_command_and_paths(line: str, command: str, paths: list[str]) -> None:
    options = parse(line.split())
    assert (options.command, options.paths) == (command, paths)


def test_a_query_may_start_with_a_dash_after_two() -> None:
    assert parse(["find", "--", "-x"]).query == "-x"


def test_what_browsing_starts_with_unless_told_otherwise() -> None:
    options = parse([])
    assert (options.query, options.lang, options.ui_theme) == (None, None, None)
    assert (options.mouse, options.resume, options.cache) == (True, True, True)
    options = parse(
        ["--no-mouse", "--fresh", "--no-cache", "--lang", "zh", "--ui-theme", "nord", "-q", "安全"]
    )
    assert (options.query, options.lang, options.ui_theme) == ("安全", "zh", "nord")
    assert (options.mouse, options.resume, options.cache) == (False, False, False)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_and_version_are_printed(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("usage: " + " ".join(["tuiexplorer", *command]))
    assert max(len(line) for line in ran.out.splitlines()) <= 90
    assert run(*command, "--version").out == f"tuiexplorer {__version__}\n"


def test_help_shows_the_three_runs_that_one_most_wants(run: Run) -> None:
    out = run("--help").out
    assert all(f"\n  tuiexplorer {run_}" in out for run_ in ("news/ ", "find ", "export "))
