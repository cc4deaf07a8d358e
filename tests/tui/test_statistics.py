"""The statistics: from each bar and each cell to the statements that it counts, and back."""

from collections.abc import Sequence
from threading import Event

import pytest

from tests.tui.driving import Driver, article, driving, rows
from tuiexplorer import language
from tuiexplorer.model import Entry
from tuiexplorer.tui import statistics
from tuiexplorer.tui.plots import bars
from tuiexplorer.tui.statistics_pane import StatisticsPane

TOWN = """\
小城出台新规

一、便民

市民政局局长张三甲表示，将简化办事流程，让群众少跑腿。

市教育局副局长李四乙说：“新学期起，课后服务全部免费。”

甲市银行行长赵六丁表示，要支持企业办好课后服务。

二、安全

市公安局局长王五丙指出，要守住安全底线，服务群众。
"""


def heading(driver: Driver) -> str:
    return driver.lines[0].strip()


def page(driver: Driver) -> StatisticsPane:
    return driver.app.screen.query_one(StatisticsPane)


async def to(driver: Driver, words: str) -> None:
    """Go down to the line that has these words, or begins with them."""
    for _line in range(60):
        pane = page(driver)
        shown = "".join(run.text for run in pane.line_at(pane.cursor)) if pane.cursor >= 0 else ""
        if words in shown:
            return
        await driver.press("j")
    raise AssertionError(f"no line with {words}")


async def test_the_first_bar_is_chosen_and_enter_goes_to_its_statements() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s", "enter")
        assert driver.status.strip().startswith("3 of 4 statements · theme: 便民")
        assert heading(driver) == "Only theme: 便民 (Esc: everything)"
        assert driver.focused == "tree"
        assert driver.selected == "市民政局 张三甲"
        assert not any("安全" in row for row in rows(driver))


async def test_that_counting_takes_long_is_said_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    count = statistics.count

    def held(entries: Sequence[Entry]) -> statistics.Statistics:
        go_on.wait(10)
        return count(entries)

    monkeypatch.setattr(statistics, "count", held)
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.pilot.press("s")
        await driver.until(lambda: "Counting …" in driver.status)
        go_on.set()
        await driver.settle()
        assert "department" in driver.text
        assert "Counting" not in driver.text


@pytest.mark.parametrize(
    ("bar", "n", "name"),
    [
        ("department", 3, "kind of agency: department"),
        ("市教育局", 1, "agency: 市教育局"),
        ("安全┤", 1, "theme: 安全"),
    ],
)
async def test_every_bar_leads_to_what_it_counts(bar: str, n: int, name: str) -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s")
        await to(driver, bar)
        await driver.press("enter")
        assert f"{n} of 4 statements · {name}" in driver.status


async def test_a_keyword_leads_to_the_statements_that_use_it_and_is_marked_in_them() -> None:
    async with driving(article("a.txt", TOWN), keywords=True) as driver:
        await driver.press("s")
        await to(driver, "课后┤")
        await driver.press("enter")
        assert "2 of 4 statements · 课后" in driver.status
        page = [run for y in range(9) for run in driver.explorer.detail.line_at(y)]
        assert [run.text for run in page if run.role == "match"] == ["课后"]


async def test_the_cells_of_the_heat_map_are_gone_through_with_the_arrows() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s")
        await to(driver, "▸")
        first = driver.text
        await driver.press("right")
        assert driver.text != first
        await driver.press("right", "left", "right", "enter")
        assert "1 of 4 statements · 便民 × bank" in driver.status
        assert driver.selected == "甲市银行 赵六丁"


async def test_what_can_be_chosen_is_told_in_the_footer_and_in_the_help() -> None:
    async with driving(article("a.txt", TOWN), size=(120, 40)) as driver:
        await driver.press("s")
        assert "Enter statements" in driver.lines[-1]
        assert "→ cell" not in driver.lines[-1]
        await to(driver, "▸")
        assert "→ cell" in driver.lines[-1]
        await driver.press("question_mark")
        assert "Go to the statements that the bar or cell counts" in driver.text


async def test_a_click_goes_to_what_is_under_it() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s")
        await to(driver, "▸")
        y = next(y for y, line in enumerate(driver.lines) if "▸" in line)
        await driver.pilot.click(offset=(driver.lines[y].rindex("1"), y))
        await driver.settle()
        assert "1 of 4 statements · 便民 × bank" in driver.status


async def test_escape_shows_everything_again_with_the_same_statement_selected() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("n", "s")
        await to(driver, "安全┤")
        await driver.press("enter")
        assert driver.selected == "市公安局 王五丙"
        assert "Esc clear" in driver.lines[-1]
        await driver.press("escape")
        assert driver.selected == "市公安局 王五丙"
        assert driver.status.strip().startswith("4 statements")
        assert heading(driver).startswith("Search")
        assert any("便民" in row for row in rows(driver))


async def test_backspace_goes_back_to_where_it_was_chosen() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("n")
        before = driver.selected
        await driver.press("s")
        await to(driver, "安全┤")
        await driver.press("enter", "backspace")
        assert driver.selected == before
        assert driver.status.strip().startswith("4 statements")


async def test_of_what_was_searched_for_some_can_be_chosen_and_escape_goes_back_to_all_of_it() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("slash", *"服务", "enter", "s")
        assert "3 statements" in heading(driver)
        await driver.press("enter")
        assert "2 of 4 statements · theme: 便民" in driver.status
        assert driver.explorer.search.value == "服务"
        await driver.press("escape")
        assert "3 of 4 statements" in driver.status
        await driver.press("escape")
        assert driver.explorer.search.value == ""


async def test_statistics_of_what_was_chosen_are_of_that_alone() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s", "enter", "s")
        assert heading(driver) == "Statistics · 3 statements · theme: 便民"


async def test_a_search_is_for_everything_again() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s", "enter", "slash", *"安全", "enter")
        assert driver.selected == "市公安局 王五丙"
        assert "theme" not in driver.status


async def test_a_link_that_leads_out_of_what_was_chosen_shows_everything() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("n", "n", "n", "m", "s", "enter", "M", "j", "enter")
        assert driver.selected == "市公安局 王五丙"
        assert driver.status.strip().startswith("4 statements")


async def test_reading_again_shows_everything() -> None:
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s", "enter", "r")
        assert any("安全" in row for row in rows(driver))
        assert heading(driver).startswith("Search")


async def test_grouping_and_the_next_hit_stay_within_what_was_chosen() -> None:
    language.use("zh")
    async with driving(article("a.txt", TOWN)) as driver:
        await driver.press("s", "enter", "3")
        assert [row.split()[0] for row in rows(driver)] == ["张三甲", "李四乙", "赵六丁"]
        await driver.press("n", "n", "n")
        assert driver.selected.startswith("张三甲")
        assert driver.status.strip().startswith("命中 3/4 条发言 · 主题：便民")


async def test_at_the_end_of_the_page_the_last_bar_in_sight_is_the_first_that_k_comes_to() -> None:
    async with driving(size=(80, 20)) as driver:
        await driver.press("s", "G", "k")
        pane = page(driver)
        assert pane.top <= pane.cursor < pane.top + pane.size.height


def test_bars_are_as_many_lines_as_they_need_in_a_low_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "30")
    drawn = bars([(f"第{number}局", 1 + number) for number in range(12)], 40)
    assert [row.split("┤")[0].strip() for row in drawn[1:-2]] == [f"第{number}局" for number in range(12)]
