"""Every text can be read in every theme: contrast after WCAG 2, level AA."""

import pytest
from rich.color import ColorType
from rich.style import Style

from tests.tui.colours import segments, too_faint
from tests.tui.driving import driving
from tuiexplorer.tui import themes

MIXED = [name for name in themes.names() if not name.startswith("ansi")]
VIEWS = {
    "statement": [],
    "marked topic": ["m", "h"],
    "search": ["m", "h", "slash", *"消费"],
    "hit": ["m", "h", "slash", *"消费", "enter", "enter"],
    "help": ["question_mark"],
    "search in the help": ["question_mark", "slash", *"key", "enter"],
}


@pytest.mark.no_cover
@pytest.mark.parametrize("keys", VIEWS.values(), ids=VIEWS)
async def test_text_stands_out_in_every_theme(keys: list[str]) -> None:
    async with driving(size=(120, 40), keywords=True) as driver:
        await driver.press(*keys)
        for theme in MIXED:
            driver.app.theme = theme
            await driver.settle()
            assert too_faint(driver) == {}, theme


async def test_matches_and_keywords_differ_without_colour() -> None:
    async with driving(theme="ansi-dark") as driver:

        def looks(role: str) -> tuple[bool, bool, bool]:
            style: Style = driver.explorer.get_component_rich_style(f"look--{role}")
            return bool(style.bold), bool(style.underline), bool(style.reverse)

        assert len({looks("match"), looks("keyword"), looks("body")}) == 3


async def test_without_colours_the_cursor_is_still_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driving() as driver:
        (cursor,) = [
            style
            for text, style, _control in segments(driver)
            if "省发改委" in text and style and style.reverse
        ]
        assert cursor


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_terminals_own_colours_are_all_that_is_used(theme: str) -> None:
    async with driving(theme=theme) as driver:

        def mixed() -> list[str]:
            styles = [(text, style) for text, style, _control in segments(driver) if style]
            colours = [(text, colour) for text, style in styles for colour in (style.color, style.bgcolor)]
            return [text for text, colour in colours if colour and colour.type is ColorType.TRUECOLOR]

        await driver.press("m", "slash", *"鲁")
        assert mixed() == []
        await driver.press("enter", "x")
        assert mixed() == []
        await driver.press("escape", "ctrl+p")
        assert mixed() == []


async def test_dark_and_light_are_a_key_apart() -> None:
    async with driving() as driver:
        await driver.press("f2")
        assert driver.app.theme == themes.LIGHT
        await driver.press("f2")
        assert driver.app.theme == themes.DARK
