"""Searching from the screen: every key narrows the tree, marks stand where the hits are, nothing stale is shown."""

import re
from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest

from tests.tui.driving import Driver, article, driving, rows, seed
from tuiexplorer.loading import Loaded
from tuiexplorer.search import Index, Results
from tuiexplorer.tui import background, pace
from tuiexplorer.tui.background import Loader


def marked(driver: Driver) -> set[str]:
    """The texts that the detail pane marks as matches."""
    pane = driver.explorer.detail
    return {run.text for y in range(pane.line_count) for run in pane.line_at(y) if run.role == "match"}


async def test_each_key_narrows_the_tree_and_selects_the_best_hit() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("鲁宇清")
        assert rows(driver) == ["▾ 坚定不移推动高质量发展  1/8", "    省发改委 党组书记  鲁宇清"]
        assert driver.selected == "省发改委 鲁宇清"
        assert "1 of 31 statements" in driver.status
        assert marked(driver) == {"鲁宇清"}


@pytest.mark.parametrize("sign", ["!", "speaker:", '"'])
async def test_a_sign_with_nothing_behind_it_hides_nothing_and_opens_nothing(sign: str) -> None:
    async with driving() as driver:
        await driver.press("j")
        before = driver.selected, rows(driver), driver.status
        await driver.press("slash", *sign)
        assert (driver.selected, rows(driver), driver.status) == before
        await driver.press("企", "backspace")
        assert (driver.selected, rows(driver), driver.status) == before


async def test_hits_keep_their_theme_and_their_counts() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("消费")
        assert "▾ 坚定不移创造高品质生活  3/8" in rows(driver)
        assert "消费" in marked(driver)


async def test_narration_is_found_too() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("硬支撑")
        assert "硬支撑" in rows(driver)[1]
        assert "narration" in driver.text


async def test_enter_goes_to_the_best_hit_and_n_to_the_next() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("消费")
        await driver.press("enter")
        assert driver.focused == "tree"
        first = driver.selected
        await driver.press("n")
        second = driver.selected
        await driver.press("N")
        assert driver.selected == first != second


async def test_the_status_line_tells_which_hit_it_is() -> None:
    async with driving() as driver:
        await driver.press("slash", *"消费", "enter")
        assert driver.status.endswith("1/4")
        await driver.press("n")
        assert driver.status.endswith("2/4")
        await driver.press("N", "N")
        assert driver.status.endswith("4/4")


async def test_a_statement_for_two_agencies_is_one_hit_and_visited_once() -> None:
    told = article(
        "a.txt",
        "会议\n\n一、发展\n\n甲市港务局局长、甲市口岸办主任石一山表示，将做好通关服务。\n甲市港务局副局长林小雨说，将扩建码头。\n",
    )
    async with driving(told) as driver:
        await driver.press("slash", *"甲市港务局", "enter", "2")
        assert len([row for row in rows(driver) if "石一山" in row]) == 2
        visited = []
        for _turn in range(3):
            await driver.press("n")
            visited.append(driver.status.split()[-1])
        assert sorted(visited[:2]) == ["1/2", "2/2"]
        assert visited[2] == visited[0]


async def test_what_everybody_says_is_counted_apart_and_told_as_a_hit() -> None:
    async with driving() as driver:
        await driver.press("slash", *"大家", "enter")
        assert "0 of 31 statements + 1 collective" in driver.status
        assert driver.status.endswith("1/1")
        assert rows(driver)[0].endswith(" +1/+2")


async def test_a_match_far_down_is_in_sight() -> None:
    long = "、".join(f"第{n}项工作" for n in range(1, 200))
    told = article("a.txt", f"发布会\n\n甲市科技局局长王小明表示，将做好{long}，并建设银杏大道。\n")
    async with driving(told) as driver:
        await driver.press("slash", *"银杏")
        assert any("银杏" in line.split("│")[-1] for line in driver.lines[2:])


async def test_the_footer_offers_only_what_would_do_something() -> None:
    async with driving() as driver:
        assert "Esc" not in driver.lines[-1]
        assert "q quit" in driver.lines[-1]
        await driver.press("slash", *"消费", "enter")
        assert "Esc clear" in driver.lines[-1]


async def test_escape_from_the_search_bar_goes_back_to_where_the_search_began() -> None:
    async with driving() as driver:
        await driver.press("j", "slash", *"龙小红")
        assert driver.selected == "省商务厅 龙小红"
        await driver.press("escape")
        assert driver.explorer.search.value == ""
        assert driver.selected == "黄石市西塞山区 晏勇"
        assert "31 statements" in driver.status
        assert driver.focused == "search"
        await driver.press(*"吴静", "escape", "escape")
        assert driver.selected == "黄石市西塞山区 晏勇"
        assert driver.focused == "tree"


async def test_escape_from_an_accepted_hit_clears_the_search_and_keeps_the_hit() -> None:
    async with driving() as driver:
        await driver.press("slash", *"龙小红", "enter", "escape")
        assert driver.explorer.search.value == ""
        assert driver.selected == "省商务厅 龙小红"
        await driver.press("slash", *"吴静", "escape")
        assert driver.selected == "省商务厅 龙小红"


async def test_the_source_is_left_for_the_hits_that_it_was_opened_from() -> None:
    async with driving() as driver:
        await driver.press("slash", *"鲁宇清|严天文", "enter", "o", "n")
        assert "晏勇" in driver.status
        await driver.press("escape")
        assert driver.selected == "省发改委 鲁宇清"
        await driver.press("o", "n", "n", "escape")
        assert driver.selected == "省生态环境厅 严天文"
        assert driver.explorer.search.value == "鲁宇清|严天文"


async def test_the_best_hit_is_seen_with_what_it_stands_under() -> None:
    many = "\n".join(f"甲市第{n}局局长王小明表示，将做好工作。" for n in range(40))
    told = article(
        "a.txt", f"会议\n\n一、发展\n\n{many}\n\n二、生活\n\n乙市银杏局局长李大年说，将做好工作。\n{many}\n"
    )
    async with driving(told) as driver:
        await driver.press("G", "slash", *"银杏|工作", "enter")
        assert "李大年" in driver.selected
        assert any("生活" in line for line in driver.lines)
        assert any("第1局" in line.split("│")[0] for line in driver.lines)


async def test_the_palette_has_every_command_in_the_search_bar_too() -> None:
    async with driving() as driver:
        await driver.press("slash", "ctrl+p", *"speakers")
        assert "Group by speaker" in driver.text
        await driver.press("enter")
        assert driver.explorer.session.grouping == "speakers"


async def test_what_is_wrong_with_a_query_that_finds_nothing_is_told_in_full() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("foo:bar")
        told = " ".join(re.sub(r".*│", "", driver.text).split())
        assert "foo: no such field; there are speaker: agency: post: theme: text: doc:" in told


async def test_a_search_without_hits_says_what_to_do() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("鲁宇清消费")
        for words in ("Nothing matches “鲁宇清消费”", "Did you mean “鲁宇清|消费”?", "Esc"):
            assert words in driver.text
        await driver.press("enter")
        assert driver.explorer.search.value == "鲁宇清|消费"
        assert "鲁宇清" in driver.selected
        assert driver.focused == "tree"


async def test_grouping_changes_keep_the_search() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("消费")
        await driver.press("enter", "2")
        assert "of 31 statements" in driver.status
        assert rows(driver)[0].strip().startswith("省商务厅")


async def test_an_overtaken_search_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()
    search = Index.search

    def held(index: Index, query: str, *, cancelled: Callable[[], bool]) -> Results:
        if query == "消费":
            begun.set()
            go_on.wait(10)
        return search(index, query)  # as if it were done before it could be cancelled

    monkeypatch.setattr(Index, "search", held)
    async with driving() as driver:
        explorer = driver.explorer
        explorer.search.value = "消费"
        await driver.until(begun.is_set)
        explorer.search.value = "龙小红"
        await driver.until(lambda: not explorer.is_searching)
        go_on.set()
        await driver.settle()
        assert explorer.browsing.found is not None
        assert explorer.browsing.found.query == "龙小红"
        assert driver.selected == "省商务厅 龙小红"


WATERWORKS = """水厂投产

一、水质更好

甲市水利局局长王小明表示，水厂将昼夜供水。
"""


def reading(share: float, go_on: Event) -> Loader:
    """A loader that has read so much of all when it stops until it may go on; then it has one more article."""

    def load(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        yield Loaded(seed(), 1, 2, round(share * 1000), 1000)
        go_on.wait(10)
        yield Loaded(article("a.txt", WATERWORKS), 2, 2, 1000, 1000)

    return load


async def test_what_is_read_can_be_searched_while_the_rest_takes_long() -> None:
    go_on = Event()
    async with driving(loader=reading(0.001, go_on), wait=False) as driver:
        await driver.until(lambda: bool(driver.explorer.browsing.library.documents))
        driver.explorer.search.value = "表示"
        await driver.until(lambda: driver.explorer.browsing.found is not None)
        assert "of 31 statements" in driver.status
        go_on.set()
        await driver.settle()
        assert "of 32 statements" in driver.status


async def test_a_search_waits_for_the_rest_where_that_is_there_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool | None] = []

    class Asked(pace.Pace):
        @property
        def ends_soon(self) -> bool | None:
            told.append(super().ends_soon)
            return told[-1]

    monkeypatch.setattr(background, "Pace", Asked)
    monkeypatch.setattr(pace, "TELLS_AFTER", 0.0)
    go_on = Event()
    asked: list[str] = []
    search = Index.search

    def noted(index: Index, query: str, **options: Any) -> Results:
        asked.append(query)
        return search(index, query, **options)

    monkeypatch.setattr(Index, "search", noted)
    async with driving(loader=reading(0.999, go_on), wait=False) as driver:
        await driver.until(lambda: bool(driver.explorer.browsing.library.documents))
        driver.explorer.search.value = "表示"
        await driver.until(lambda: told[-2:] == [True, True])  # it asked again: it does wait
        assert driver.explorer.is_searching
        assert "No one speaks" not in driver.text
        go_on.set()
        await driver.settle()
        assert "of 32 statements" in driver.status
        assert asked == ["表示"]
        await driver.press("escape")
        assert any("水质更好" in row for row in rows(driver))


async def test_that_a_search_takes_long_is_said_until_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = Event()
    search = Index.search

    def held(index: Index, query: str, *, cancelled: Callable[[], bool]) -> Results:
        go_on.wait(10)
        return search(index, query, cancelled=cancelled)

    monkeypatch.setattr(Index, "search", held)
    async with driving() as driver:
        await driver.pilot.press("slash", *"消费")
        await driver.until(lambda: driver.status.endswith("Searching …"))
        go_on.set()
        await driver.settle()
        assert "of 31 statements" in driver.status
        assert "Searching" not in driver.text


async def test_what_is_asked_while_the_only_file_is_read_again_is_answered() -> None:
    go_on = Event()
    go_on.set()

    def load(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        go_on.wait(10)
        yield Loaded(seed(), 1, 1)

    async with driving(loader=load) as driver:
        go_on.clear()
        await driver.pilot.press("r")
        driver.explorer.search.value = "表示"
        await driver.until(lambda: any(worker.name == "search" for worker in driver.app.workers))
        go_on.set()
        await driver.until(lambda: not driver.explorer.is_searching)
        assert "of 31 statements" in driver.status


async def test_the_input_method_s_cursor_is_where_the_next_character_comes() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("鲁宇")
        x, y, _width, _height = driver.explorer.search.content_region
        assert driver.app.cursor_position == (x + 4, y)


async def test_the_footer_offers_nothing_to_do_with_what_is_not_there() -> None:
    async with driving() as driver:
        await driver.press("slash", *"zzzz", "down")
        assert "Esc clear" in driver.lines[-1]
        assert "copy" not in driver.lines[-1]


async def test_what_is_typed_lays_out_nothing_anew() -> None:
    async with driving() as driver:
        await driver.press("slash")
        laid_out: list[object] = []
        signal = driver.explorer.screen_layout_refresh_signal
        signal.subscribe(driver.explorer.search, laid_out.append, immediate=True)
        await driver.type("lyq")
        assert "鲁宇清" in driver.text
        assert laid_out == []


async def test_of_a_long_query_the_end_is_seen() -> None:
    async with driving() as driver:
        await driver.press("slash")
        await driver.type("a" * 80 + "end")
        assert driver.lines[0].rstrip().endswith("aend")
