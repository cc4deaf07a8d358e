"""Nothing of the user's is read or written, and apps that look alike read their style sheets once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.css import stylesheet
from textual.css.model import RuleSet
from textual.css.parse import parse
from textual.css.tokenize import tokenize_values
from textual.css.tokenizer import Token


@pytest.fixture(scope="session", autouse=True)
def style_sheets_are_read_once() -> Iterator[None]:
    """What a style sheet says depends on its text and on the colours; to read them all is a fifth of an app's start."""
    tokens: dict[frozenset[tuple[str, str]], dict[str, list[Token]]] = {}
    rules: dict[tuple[object, ...], list[RuleSet]] = {}

    def tokenize_once(values: dict[str, str]) -> dict[str, list[Token]]:
        colours = frozenset(values.items())
        if colours not in tokens:
            tokens[colours] = tokenize_values(values)
        return tokens[colours]

    def parse_once(
        scope: str,
        css: str,
        read_from: tuple[str, str],
        *,
        variable_tokens: dict[str, list[Token]],
        is_default_rules: bool,
        tie_breaker: int,
    ) -> list[RuleSet]:
        sheet = (scope, css, read_from, id(variable_tokens), is_default_rules, tie_breaker)
        if sheet not in rules:
            read = parse(scope, css, read_from, None, variable_tokens, is_default_rules, tie_breaker)
            rules[sheet] = list(read)
        return rules[sheet]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "tokenize_values", tokenize_once)
        patch.setattr(stylesheet, "parse", parse_once)
        yield


@pytest.fixture(autouse=True)
def looks_often_whether_all_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """After each key Textual's pilot sleeps until the process has been idle for a while, and looks every 20 ms.

    What a test waits for it is told by :meth:`Driver.settle`; those sleeps were the most of the time on the screen.
    """
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.005)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own."""
    for name in ("STATE", "CONFIG", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("NO_COLOR", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)
    return tmp_path
