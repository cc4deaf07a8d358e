"""Every text can be read in every theme: contrast after WCAG 2, level AA."""

from collections.abc import Iterator

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.tui.driving import Driver, driving
from tuiexplorer.tui import themes
from tuiexplorer.tui.contrast import AA, contrast

MIXED = [name for name in themes.names() if not name.startswith("ansi")]
DRAWN = set("▐─│╭╮╰╯━▁▂▃▄▅▆▇█▀▔▎ ")
"""Frames, bars and scroll bars, which are no text."""


def segments(driver: Driver) -> Iterator[Segment]:
    """All that is on the screen."""
    for strip in driver.app.screen._compositor.render_strips():
        yield from strip


def too_faint(driver: Driver) -> dict[str, float]:
    """The texts on the screen that do not stand out, with their contrast."""
    found = {}
    for text, style, _control in segments(driver):
        if set(text) <= DRAWN or not style or not style.color or not style.bgcolor:
            continue
        value = contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor())
        if value < AA:
            found[text.strip()] = round(value, 2)
    return found


@pytest.mark.parametrize("theme", MIXED)
async def test_text_stands_out_in_every_theme(theme: str) -> None:
    async with driving(theme=theme, size=(120, 40)) as driver:
        assert too_faint(driver) == {}
        await driver.press("m", "h")
        assert too_faint(driver) == {}
        await driver.press("slash", *"消费")
        assert too_faint(driver) == {}
        await driver.press("enter", "enter")
        assert too_faint(driver) == {}
        await driver.press("question_mark")
        assert too_faint(driver) == {}


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


async def test_dark_and_light_are_a_key_apart() -> None:
    async with driving() as driver:
        await driver.press("f2")
        assert driver.app.theme == themes.LIGHT
        await driver.press("f2")
        assert driver.app.theme == themes.DARK
