"""The catalogues: complete, up to date, the same compiled as written, and asked for all that is said to people."""

import ast
import io
import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from tests.catalogues import KEYWORDS, LANGUAGES, SOURCE, committed, lacking, path_of, updated
from tests.tui.driving import driving
from tuiexplorer import language


def texts(catalogue: Catalog) -> dict[object, object]:
    def plain(text: object) -> object:
        return tuple(text) if isinstance(text, (list, tuple)) else text

    return {plain(message.id): plain(message.string) for message in catalogue if message.id}


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_message_lacks_a_translation(name: str) -> None:
    assert lacking(committed(name)) == []


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_catalogues_have_the_messages_of_the_code(name: str) -> None:
    assert texts(committed(name)).keys() == texts(updated(name)).keys(), "run python -m tests.catalogues"


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_is_compiled_is_what_is_written(name: str) -> None:
    compiled = read_mo(io.BytesIO(path_of(name, "mo").read_bytes()))
    assert texts(compiled) == texts(committed(name))


@pytest.mark.parametrize(
    ("environment", "chosen"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses(environment: dict[str, str], chosen: str) -> None:
    assert language.preferred(environment) == chosen


@pytest.mark.parametrize(
    ("written", "asked", "spoken"),
    [
        ('language = "zh"', None, "zh"),
        ('language = "zh"', "en", "en"),
        ('language = "zh"\nsplit = 900', None, "zh"),
        ('language = "fr"', None, "en"),
        ("language = 1", None, "en"),
        ("language", None, "en"),
        ('theme = "nord"', None, "en"),
        ('[keys]\nlanguage = "zh"', None, "en"),
        ("\xff", None, "en"),
    ],
)
def test_the_settings_choose_before_the_locale(
    own_home: Path, written: str, asked: str | None, spoken: str
) -> None:
    settings = own_home / ".config" / "tuiexplorer" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_bytes(written.encode("latin-1"))
    assert language.use(asked) == spoken


@pytest.mark.parametrize(("name", "says"), [("zh", "31 条发言"), ("en", "31 statements")])
async def test_the_screen_speaks_it(name: str, says: str) -> None:
    language.use(name)
    async with driving() as driver:
        assert says in driver.status


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_translation_fills_in_only_what_its_message_has(name: str) -> None:
    """So that formatting cannot fail in one language only."""
    for message in committed(name):
        assert fields(message.string) <= fields(message.id), message.id


def fields(text: object) -> set[str]:
    """The names in braces of a message, in all its plural forms together."""
    forms = text if isinstance(text, (list, tuple)) else [text]
    return {
        field
        for form in forms
        for _literal, field, _format, _conversion in string.Formatter().parse(str(form))
        if field
    }


@cache
def calls() -> list[tuple[Path, ast.Call]]:
    """All calls in the code."""
    return [
        (path, node)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]


def test_no_message_hides_from_the_extractor() -> None:
    """As it would within an f-string, on Pythons that take those apart."""
    known = {text for id in texts(committed("zh")) for text in (id if isinstance(id, tuple) else (id,))}
    for path, call in calls():
        if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS:
            said = [each.value for each in call.args if isinstance(each, ast.Constant)]
            assert {text for text in said if isinstance(text, str)} <= known, path


SAID = {
    "Failure",
    "ReadingError",
    "Usage",
    "ArgumentTypeError",
    "SettingsError",
    "StartError",
    "Doubt",
    "Who",
    "tell",
}
"""What is called with words for people."""
SAID_AS = {"help", "description", "epilog", "title"}
"""Arguments that are such words."""


def test_nothing_is_said_to_people_past_the_catalogue() -> None:
    """No string literal with words in it reaches what tells people: only what ``_`` makes of it does."""
    past = [
        (path.name, text)
        for path, call in calls()
        for text in _literals(_told(call))
        if re.search("[A-Za-z]{2,} [A-Za-z]{2,}", text)
    ]
    assert past == []


def _told(call: ast.Call) -> list[ast.expr]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    told = [each.value for each in call.keywords if each.arg in SAID_AS]
    return [*told, *(call.args if name in SAID or name in ("error", "note", "_fail", "_answer") else ())]


def _literals(told: list[ast.expr]) -> list[str]:
    """The literals in expressions, but not those that are looked up."""
    found, rest = [], list[ast.AST](told)
    while rest:
        node = rest.pop()
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        rest.extend(ast.iter_child_nodes(node))
    return found
