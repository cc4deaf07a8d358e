"""The search bar: what is typed, pasted and recalled, and the way from it to the hits."""

import pytest
from textual.events import Paste

from tests.tui.driving import driving


@pytest.mark.parametrize("key", ["slash", "fullwidth_solidus", "ideographic_comma"])
async def test_the_search_bar_is_one_key_away_also_with_an_input_method_on(key: str) -> None:
    async with driving() as driver:
        await driver.press(key)
        assert driver.focused == "search"
        assert driver.explorer.search.value == ""


@pytest.mark.parametrize("pasted", ["省发改委\n党组成员", "\n  省发改委\r\n\n党组成员\n"])
async def test_every_line_that_is_pasted_is_searched_for(pasted: str) -> None:
    async with driving() as driver:
        await driver.press("slash")
        driver.explorer.search.post_message(Paste(pasted))
        await driver.settle()
        assert driver.selected == "省发改委 易俊东"


async def test_the_arrows_recall_what_was_searched_for() -> None:
    async with driving() as driver:
        await driver.press("slash", *"消费", "enter", "slash", *"吴静", "enter", "slash")
        value = []
        for key in ("up", "up", "down", "down"):
            await driver.press(key)
            value.append(driver.explorer.search.value)
        assert value == ["消费", "消费", "吴静", "吴静"]
        assert driver.focused == "tree"


async def test_an_arrow_goes_from_what_was_typed_to_the_tree_however_often_it_was() -> None:
    async with driving() as driver:
        await driver.press("slash", *"消费", "enter", "slash", *"吴静", "enter", "slash", *"消费", "down")
        assert driver.focused == "tree"
        assert driver.explorer.search.value == "消费"


async def test_below_the_queries_before_comes_what_was_typed() -> None:
    async with driving() as driver:
        await driver.press("slash", *"消费", "enter", "slash", "ctrl+u", *"吴静", "up")
        assert driver.explorer.search.value == "消费"
        await driver.press("down")
        assert driver.explorer.search.value == "吴静"
        assert driver.focused == "search"
        await driver.press("down")
        assert driver.focused == "tree"


async def test_other_hits_are_a_key_away_while_one_types() -> None:
    async with driving() as driver:
        await driver.press("slash", *"省发改委", "ctrl+n")
        assert driver.selected == "省发改委 易俊东"
        assert driver.focused == "search"
        await driver.press("shift+up")
        assert driver.selected == "省发改委 鲁宇清"
        await driver.press("shift+down")
        assert "Enter this hit" in driver.lines[-1]
        await driver.press("enter")
        assert driver.selected == "省发改委 易俊东"
        assert driver.focused == "tree"
        await driver.press("slash", "end", "backspace", "enter")
        assert driver.selected == "省发改委 鲁宇清"  # another query: the best hit again


async def test_a_hit_that_is_asked_for_before_there_are_any_is_gone_to_once_there_are() -> None:
    async with driving() as driver:
        driver.explorer.search.focus()
        driver.explorer.search.value = "省发改委"
        driver.explorer.search.action_next_hit()
        driver.explorer.search.action_next_hit()
        driver.explorer.search.action_previous_hit()
        await driver.settle()
        assert driver.selected == "省发改委 易俊东"


async def test_a_sentence_that_was_wrapped_is_searched_for_as_one() -> None:
    async with driving() as driver:
        driver.app.post_message(
            Paste("推进实施产业基础再造,\n以系统观念筑牢安全防线,将高质量编制全省科\n技创新和武汉")
        )
        await driver.settle()
        assert driver.explorer.search.value.endswith("全省科技创新和武汉")


async def test_what_is_pasted_anywhere_is_searched_for() -> None:
    async with driving() as driver:
        driver.app.post_message(Paste("鲁宇清"))
        await driver.settle()
        assert (driver.selected, driver.focused) == ("省发改委 鲁宇清", "search")
        await driver.press("enter", "o")
        driver.app.post_message(Paste("团结一心"))
        await driver.settle()
        assert "1/" in driver.lines[0]
