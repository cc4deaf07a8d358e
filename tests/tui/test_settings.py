"""The settings file: what it can say, and how it is told what it cannot."""

from pathlib import Path

import pytest

from tests.tui.driving import driving
from tuiexplorer import language
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.settings import Settings, SettingsError, read_settings


def settings(home: Path, text: str) -> Settings:
    path = home / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_without_a_file_there_are_the_defaults(home: Path) -> None:
    assert read_settings(home / "none.toml") == Settings()


def test_everything_can_be_said(home: Path) -> None:
    text = """
        language = "zh"
        theme = "nord"
        grouping = "speakers"
        split = 40
        mouse = false
        keywords = false
        [keys]
        copy_quote = "c"
        quit = ["q", "ctrl+x"]
        tree.first = "0"
    """
    keys = {"copy_quote": ("c",), "quit": ("q", "ctrl+x"), "tree.first": ("0",)}
    assert settings(home, text) == Settings("nord", Grouping.SPEAKERS, 40, False, False, keys)


def test_a_key_may_be_named_by_its_sign_and_taken_from_an_action_that_gets_another(home: Path) -> None:
    keys = {"search": ("semicolon",), "next_pane": ("slash", "f6")}
    assert settings(home, "[keys]\nsearch = ';'\nnext_pane = ['/', 'f6']").keys == keys


def test_what_a_page_search_and_the_source_take_in_turns_may_be_the_same_key(home: Path) -> None:
    keys = {"source.next_statement": ("j",), "page.next_match": ("j",)}
    assert settings(home, "[keys]\nsource.next_statement = 'j'\npage.next_match = 'j'").keys == keys


def test_what_is_wrong_is_told_in_the_language_in_use(home: Path) -> None:
    language.use("zh")
    with pytest.raises(SettingsError, match=r":1: mouse: 应为 true 或 false$"):
        settings(home, "mouse = 1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "colour = 1",
            ":1: colour: no such setting; there are grouping, keys, keywords, language, mouse, split, theme",
        ),
        ('\nlanguage = "fr"', ":2: language: must be one of zh, en"),
        ("split = 90", ":1: split: must be from 25 to 70"),
        ("split = true", ":1: split: must be a number"),
        ('mouse = "no"', ":1: mouse: must be true or false"),
        ("keys = 1", ":1: keys: must be a table"),
        ("[keys]\nfly = 'x'", ":2: fly: no such action: fly"),
        ("[keys]\nquit = 1", ":2: quit: must be a key, or a list of keys"),
        ("[keys]\nquit = 'ctlr+x'", ":2: quit: no such key: ctlr+x"),
        ("[keys]\ncopy_quote = 'm'", ":2: copy_quote: m is the key of mark"),
        ("[keys]\ntree.first = '/'", ":2: first: slash is the key of search"),
        ('theme = "moonlight"', ":1: theme: must be one of ansi-dark, "),
        ("split =", "config.toml: this is no TOML: Invalid value (at "),
    ],
)
def test_what_means_nothing_is_told_with_its_line(home: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as told:
        settings(home, text)
    assert said in str(told.value)


async def test_keys_of_one_s_own_work_and_are_shown() -> None:
    session = Session(key_map={"copy_quote": ("c",), "tree.first": ("0",)})
    async with driving(session=session) as driver:
        assert "c copy" in driver.lines[-1]
        await driver.press("c")
        assert "鲁宇清" in driver.copied
        await driver.press("0")
        assert driver.selected == "锚定推动五个“高” 团结一心建支点"
