"""The screens at every size that is promised, in both languages, as text."""

import pytest
from rich.cells import cell_len

from tests.tui.colours import coloured, too_faint
from tests.tui.driving import driving
from tests.tui.snapshots import check
from tuiexplorer import language
from tuiexplorer.tui import themes

SIZES = [(40, 10), (60, 20), (80, 24), (120, 40), (200, 50)]
LANGUAGES = ["zh", "en"]


@pytest.mark.no_cover
@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_statement_is_shown_the_same_in_dark_and_light(size: tuple[int, int], spoken: str) -> None:
    language.use(spoken)
    async with driving(size=size, keywords=True) as driver:
        await driver.press(*"jj")
        grounds = []
        for theme in (themes.DARK, themes.LIGHT):
            driver.app.theme = theme
            await driver.settle()
            check(f"statement-{size[0]}x{size[1]}-{spoken}", driver.text)
            assert too_faint(driver) == {}
            grounds.append({ground for _text, _colour, ground in coloured(driver)})
        assert all(grounds)
        assert grounds[0].isdisjoint(grounds[1])


@pytest.mark.no_cover
@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("theme", ["nord", "ansi-dark"])
async def test_colours_change_no_text(theme: str, spoken: str) -> None:
    language.use(spoken)
    async with driving(theme=theme, keywords=True) as driver:
        await driver.press(*"jj")
        check(f"statement-80x24-{spoken}", driver.text)


@pytest.mark.parametrize(
    "size",
    [(80, 24), pytest.param((120, 40), marks=pytest.mark.no_cover)],
    ids=lambda size: f"{size[0]}x{size[1]}",
)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("search", ["slash", *"消费", "enter"]),
        ("nothing-found", ["slash", *"鲁宇清消费"]),
        ("theme", ["h"]),
        ("agencies", ["2"]),
        ("speakers", ["3"]),
        ("documents", ["4"]),
        ("source", ["j", "j", "o"]),
        ("help", ["question_mark"]),
        ("palette", ["ctrl+p"]),
        ("palette-none", ["ctrl+p", *"xx"]),
        ("collection", ["m", "j", "m", "M"]),
        ("export", ["m", "x"]),
        ("statistics", ["s"]),
        ("zoom", ["z"]),
    ],
)
async def test_every_view_looks_as_it_is_kept(name: str, keys: list[str], size: tuple[int, int]) -> None:
    language.use("zh")
    async with driving(size=size, keywords=True) as driver:
        await driver.press(*keys)
        check(f"{name}-{size[0]}x{size[1]}", driver.text)


@pytest.mark.no_cover
@pytest.mark.parametrize("size", [(41, 13), (59, 21), (61, 17), (79, 23), (99, 31), (121, 35)])
async def test_no_line_is_longer_than_the_screen_or_cut_through_a_character(size: tuple[int, int]) -> None:
    language.use("zh")
    async with driving(size=size, keywords=True) as driver:
        for keys in ("", "h", "2", "3", "o"):
            await driver.press(*keys)
            assert all(cell_len(line) <= size[0] for line in driver.lines)
            assert "�" not in driver.text


@pytest.mark.parametrize(
    ("lang", "size", "told"),
    [
        ("en", (80, 5), "too small: needs 20x6, is 80x5"),
        ("en", (12, 10), "too small:\nneeds 20x6,\nis 12x10"),
        ("zh", (19, 10), "窗口太小：至少要\n20x6，现在 19x10"),
    ],
)
async def test_a_window_that_is_too_small_says_so(lang: str, size: tuple[int, int], told: str) -> None:
    language.use(lang)
    async with driving(size=size) as driver:
        assert driver.text.strip() == told
        await driver.pilot.resize_terminal(80, 24)
        await driver.settle()
        assert "鲁宇清" in driver.text


@pytest.mark.parametrize("size", [(1, 1), (20, 5)])
async def test_a_window_that_was_too_small_goes_on_where_it_was(size: tuple[int, int]) -> None:
    async with driving() as driver:
        await driver.press("slash", "l", "y")
        for width, height in [size, (80, 24)]:
            await driver.pilot.resize_terminal(width, height)
            await driver.settle()
        await driver.press("q", "enter")
        assert "鲁宇清" in driver.selected
        for width, height in [size, (80, 24)]:
            await driver.pilot.resize_terminal(width, height)
            await driver.settle()
        await driver.press("escape", "j")
        assert "晏勇" in driver.selected


async def test_every_resize_leaves_the_cursor_in_sight() -> None:
    async with driving() as driver:
        await driver.press("e", *"jjjjjjjjjjjjjjj")
        for size in [(40, 10), (200, 50), (60, 20), (41, 12), (80, 24)]:
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            pane = driver.explorer.tree_pane
            assert 0 <= pane.cursor - pane.top < pane.size.height
            name = driver.selected.split()[-1]
            assert name in driver.text
