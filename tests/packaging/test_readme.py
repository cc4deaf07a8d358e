"""What the README says is true of the program, and the same in both languages."""

import re
import shlex

import pytest

from tests.conftest import PROJECT
from tuiexplorer.cli.parser import parse

BOTH = ("README.md", "README.zh-CN.md")
PAGES = (*BOTH, "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md")


def commands(name: str) -> list[str]:
    """The lines of code, without what is said about them."""
    lines = re.findall(r"^    (.*)", (PROJECT / name).read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"\s+# .*", "", line) for line in lines]


def runs(name: str) -> list[list[str]]:
    """The arguments of each run of the program that is shown."""
    found = [re.search(r"(?:^|\| )tuiexplorer\b([^>|]*)", line) for line in commands(name)]
    return [shlex.split(match[1]) for match in found if match]


@pytest.mark.parametrize("name", BOTH)
def test_every_run_shown_is_understood(name: str) -> None:
    assert len(runs(name)) > 5
    for arguments in runs(name):
        parse(arguments)


def test_both_languages_show_the_same() -> None:
    english, chinese = (commands(name) for name in BOTH)
    assert english == chinese
    english_keys, chinese_keys = (
        re.findall(
            r"`[^`]+`",
            re.sub(r"^    .*", "", (PROJECT / name).read_text(encoding="utf-8"), flags=re.MULTILINE),
        )
        for name in BOTH
    )
    assert set(english_keys) == set(chinese_keys)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = PROJECT / name
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_target_of_make_that_is_named_is_there(name: str) -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", (PROJECT / name).read_text(encoding="utf-8"))) <= targets
