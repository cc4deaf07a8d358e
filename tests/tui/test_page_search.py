"""Searching the page that one reads: as in less, marked as one types, and left by Escape before the page is."""

import pytest
from rich.style import Style
from textual.events import Key

from tests.tui.driving import Driver, article, driving
from tuiexplorer.tui.searchable_pane import SearchablePane

LONG = "开放会议\n\n一、开放\n\n" + "\n\n".join(
    f"市科技局局长石一山表示，要做好第{number}项工作，推动发展。" for number in range(1, 41)
)
BROKEN = (
    "开放会议\n\n一、开放\n\n市科技局局长石一山表示，要"
    + "、".join("抓好高质量发展" for _ in range(20))
    + "。\n"
)


def pane(driver: Driver) -> SearchablePane:
    return driver.app.screen.query_one(SearchablePane)


def found(driver: Driver) -> list[str]:
    """What is marked as found on the lines in sight; the one that is gone to between arrows."""
    page = pane(driver)
    rows = range(page.top, min(page.line_count, page.top + page.size.height))
    signs = {"found": "{}", "found-here": "→{}←"}
    return [signs[run.role].format(run.text) for y in rows for run in page.line_at(y) if run.role in signs]


def counter(driver: Driver) -> str:
    return driver.lines[0].split()[-1]


async def test_what_is_typed_is_marked_and_gone_to_at_once() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "slash", *"第30")
        assert found(driver) == ["→第30←"]
        assert "第30项" in driver.text
        assert counter(driver) == "1/1"
        await driver.press("backspace", "backspace", *"9")
        assert found(driver)[0] == "→第9←"


async def test_the_palette_has_the_commands_of_the_page() -> None:
    async with driving() as driver:
        await driver.press("o", "ctrl+p", *"next statement", "enter")
        assert "2 of 31" in driver.status
        await driver.press("escape", "s", "ctrl+p", *"counts", "enter")
        assert "of 31 statements" in driver.status


async def test_escape_is_called_what_it_does() -> None:
    async with driving() as driver:
        await driver.press("o", "slash", *"湖北", "enter")
        assert "Esc clear" in driver.lines[-1]
        await driver.press("escape")
        assert "Esc back" in driver.lines[-1]


async def test_n_goes_from_match_to_match_and_round() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "slash", *"第3", "enter")
        assert counter(driver) == "1/11"
        await driver.press("n")
        assert (counter(driver), "→第3←" in found(driver), "第30项" in driver.text) == ("2/11", True, True)
        await driver.press("N", "N")
        assert counter(driver) == "11/11"
        assert "第39项" in driver.text


async def test_it_begins_where_one_reads_and_goes_on_at_the_top() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "G", "slash", *"推动")
        assert int(counter(driver).split("/")[0]) > 20
        await driver.press("escape", "slash", *"第2项")
        assert found(driver) == ["→第2项←"]


async def test_what_is_pressed_before_a_page_is_painted_is_for_that_page() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        for key in ("o", "G"):
            driver.app.post_message(Key(key, key))
        await driver.settle()
        await driver.settle()
        assert pane(driver).top == pane(driver).line_count - pane(driver).size.height


async def test_escape_leaves_the_search_and_then_the_page() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "slash", *"第3", "enter", "n", "escape")
        assert found(driver) == []
        assert pane(driver).top > 0
        await driver.press("escape")
        assert driver.focused == "tree"


async def test_escape_while_typing_goes_back_to_where_the_search_began() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o")
        top = pane(driver).top
        await driver.press("slash", *"第39", "escape")
        assert (found(driver), pane(driver).top) == ([], top)
        await driver.press("o")
        assert driver.focused == "tree"


async def test_without_a_search_n_goes_from_statement_to_statement() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "n")
        assert "2 of 40" in driver.status
        await driver.press("slash", *"第9", "enter", "n")
        assert "n next match" in driver.lines[-1]
        await driver.press("escape", "n")
        assert "10 of 40" in driver.status


async def test_the_statement_in_which_the_match_stands_is_the_one_that_is_copied() -> None:
    other = "市财政局局长石二水介绍，a long word and another make the line break before a blank；税收增长。"
    async with driving(article("b.txt", f"{LONG}\n\n{other}\n\n各地都在行动。"), size=(60, 20)) as driver:
        await driver.press("o", "slash", *"石二水")
        assert "1 of 41" not in driver.status, "nothing is told while one types"
        await driver.press("enter")
        assert "石二水 · 41 of 41" in driver.status
        await driver.press("slash", *"要做好", "enter", "N", "N")
        assert "→要做好←" in found(driver)
        assert f"{counter(driver).removesuffix('/40')} of 41" in driver.status
        await driver.press("slash", *"税收增长", "enter", "y")
        assert "石二水" in driver.status
        await driver.press("slash", *"各地", "enter")
        assert "石二水" in driver.status, "what no one says leaves the statement"
        await driver.press("escape", "o")
        assert driver.selected.endswith("石二水")


@pytest.mark.parametrize("typed", ["高质量發展", "gaozhiliang", "gzlfz", "“高质量"])
async def test_it_is_found_as_the_search_bar_finds_it_and_over_the_end_of_a_line(typed: str) -> None:
    async with driving(article("a.txt", BROKEN), size=(60, 20)) as driver:
        await driver.press("o", "slash", *typed, "enter")
        assert counter(driver) == "1/20"
        assert len("".join(found(driver)).replace("→", "").replace("←", "")) % 20 == 0


@pytest.mark.parametrize("key", ["slash", "fullwidth_solidus", "ideographic_comma"])
async def test_the_keys_that_an_input_method_sends_begin_it_too(key: str) -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", key, *"第7")
        assert found(driver) == ["→第7←"]


async def test_nothing_found_is_told_and_stays_where_it_was() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o", "ctrl+d")
        top = pane(driver).top
        await driver.press("slash", *"不在", "enter")
        assert "Nothing on this page" in driver.lines[0]
        assert pane(driver).top == top
        await driver.press("n")
        assert pane(driver).top == top


async def test_what_is_found_is_found_again_on_a_page_of_another_width() -> None:
    async with driving(article("a.txt", BROKEN)) as driver:
        await driver.press("o", "slash", *"高质量发展", "enter", "n", "n")
        for size in [(41, 14), (120, 40)]:
            await driver.pilot.resize_terminal(*size)
            await driver.settle()
            assert counter(driver) == "3/20"
            here = "".join(part for part in found(driver) if part.startswith("→"))
            assert here.replace("←→", "") == "→高质量发展←"


async def test_the_help_the_collection_and_the_statistics_can_be_searched() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("question_mark", "slash", *"settings", "enter")
        assert found(driver)[0] == "→settings←"
        await driver.press("escape", "escape", "m", "M", "slash", *"石一山", "enter")
        assert found(driver) == ["→石一山←"]
        await driver.press("escape", "escape", "s", "slash", *"department", "enter")
        assert "→department←" in found(driver)


async def test_the_keys_of_the_search_are_told() -> None:
    async with driving(article("a.txt", LONG)) as driver:
        await driver.press("o")
        assert "/ search" in driver.lines[-1]
        await driver.press("slash")
        assert driver.lines[-1].split("  ")[0].strip() == "Enter to the match"
        await driver.press("x", "enter", "question_mark")
        assert "While the page is searched" in driver.text


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_what_is_found_looks_otherwise_than_the_statement_that_is_marked(theme: str) -> None:
    async with driving(article("a.txt", LONG), theme=theme) as driver:
        await driver.press("o", "slash", *"第1项", "enter")
        strips = driver.app.screen._compositor.render_strips()
        style_of: dict[str, Style | None] = {
            segment.text: segment.style for strip in strips for segment in strip if segment.text.strip()
        }
        assert style_of["第1项"] not in (style_of["要做好"], style_of["工作，推动发展"], None)
