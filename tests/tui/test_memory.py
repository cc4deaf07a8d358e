"""What is remembered, and that nothing remembered can stop the start."""

import json
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from msgspec import structs

from tests.tui.driving import Driver, article, driving, loads, rows, seed
from tests.tui.test_browsing import HEARING
from tuiexplorer.loading import Loaded
from tuiexplorer.model import Document, Narration
from tuiexplorer.search import segment
from tuiexplorer.tui import intake
from tuiexplorer.tui.app import ExplorerApp
from tuiexplorer.tui.background import BATCH_LASTS, Background, Loader
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.library import key_of
from tuiexplorer.tui.memory import Memory, Remembered, keep_theme, recall_theme
from tuiexplorer.tui.outline import Spot
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.showing import INSIGHT_DELAY

LEFT = Remembered(
    Grouping.SPEAKERS,
    60,
    "消费",
    Spot(("甲",), ("a.txt", "1")),
    {Grouping.THEMES: frozenset({("#一",), ("#一", "甲")})},
)


def state_file(memory: Memory) -> Path:
    return next(iter(memory.collection_file.parent.glob("state-*.json")))


def test_what_is_kept_comes_back() -> None:
    memory = Memory(["news"])
    memory.keep(LEFT)
    assert memory.recall() == LEFT
    assert Memory(["other"]).recall() is None
    assert Memory([os.path.abspath("news")]).recall() == LEFT


def test_no_one_else_can_read_it() -> None:
    memory = Memory(["news"])
    memory.keep(LEFT)
    assert stat.S_IMODE(state_file(memory).stat().st_mode) == 0o600
    assert not list(state_file(memory).parent.glob("*.part"))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 99}',
        '{"version": 1}',
        '{"version": 1, "grouping": "moons", "split": 1, "query": "", "spot": null, "opened": {}}',
        '{"version": 1, "grouping": "themes", "split": 1, "query": 7, "spot": null, "opened": {}}',
        '{"version": 1, "grouping": "themes", "split": 1, "query": "", "spot": {"node": 3}, "opened": {}}',
        "[" * 100_000,
        "\udc80",
    ],
)
def test_a_file_of_no_use_is_set_aside_with_a_line_in_the_log(content: str) -> None:
    memory = Memory(["news"])
    memory.keep(LEFT)
    path = state_file(memory)
    path.write_text(content, errors="surrogateescape")
    assert memory.recall() is None
    assert path.with_name(path.name + ".unusable").exists()
    assert "set aside" in (path.parent / "tuiexplorer.log").read_text()
    memory.keep(LEFT)
    assert memory.recall() == LEFT


def test_a_home_that_cannot_be_written_stops_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    Memory(["news"]).keep(LEFT)
    assert Memory(["news"]).recall() is None
    keep_theme("nord")
    assert recall_theme() is None


def test_colours_are_remembered() -> None:
    keep_theme("nord")
    assert recall_theme() == "nord"


def shown(driver: Driver) -> tuple[str, str, list[str]]:
    """The query, what is selected, and the tree as it stands open, seen or not."""
    pane = driver.explorer.tree_pane
    tree = ["".join(run.text for run in pane.line_at(y)) for y in range(pane.line_count)]
    return driver.explorer.search.value, driver.selected, tree


@pytest.mark.parametrize(
    "keys", [("3", "j", "j"), ("2", "j"), ("h",), ("G",), ("4", "e", "G"), ("slash", *"消费", "enter", "n")]
)
async def test_it_goes_on_where_it_was_left(keys: tuple[str, ...]) -> None:
    async with driving() as driver:
        await driver.press(*keys)
        before = shown(driver)
        left = driver.explorer.left()
    again = Remembered.from_json(json.loads(json.dumps(left.to_json())))
    async with driving(session=Session.after(again)) as driver:
        assert shown(driver) == before


async def test_reading_again_keeps_the_selection_and_shows_what_changed() -> None:
    now: list[Document] = [article("a.txt", HEARING)]

    def loader(cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        return loads(*now)(cancelled)

    async with driving(loader=loader) as driver:
        await driver.press("n")
        assert driver.selected == "乙市财政局 李大年"
        now[0] = article("a.txt", HEARING.replace("保障科技投入", "增加科技投入"))
        await driver.press("r")
        assert driver.selected == "乙市财政局 李大年"
        assert "增加科技投入" in driver.text
        await driver.press("r")
        assert driver.explorer.browsing.library.tally.statements == 3


async def test_files_that_are_gone_when_read_again_may_come_back() -> None:
    there = [article("a.txt", HEARING)]
    now = [there]

    def loader(cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        return loads(*now[0])(cancelled)

    async with driving(loader=loader) as driver:
        await driver.press("n")
        now[0] = []
        await driver.press("r", "r")
        assert "Nothing was read." in driver.text
        assert driver.app.is_running
        now[0] = there
        await driver.press("r")
        assert driver.selected == "乙市财政局 李大年"


async def test_documents_may_come_one_by_one_without_moving_the_cursor() -> None:
    go_on = Event()

    def loader(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        yield Loaded(seed(), 1, 3)
        go_on.wait(BATCH_LASTS * 2)  # so that what was read is shown
        yield Loaded(article("a.txt", HEARING), 2, 3)
        go_on.wait(10)
        yield Loaded(article("b.txt", HEARING), 3, 3)

    async with driving(loader=loader, wait=False) as driver:
        await driver.until(lambda: "34 statements" in driver.text)
        await driver.pilot.press("j")
        go_on.set()
        await driver.settle()
        assert driver.selected == "黄石市西塞山区 晏勇"
        assert "3 docs" in driver.status


def slowly(go_on: Event) -> Loader:
    """A loader of two documents, both of which are shown before it ends; it does when it may go on."""

    def load(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        yield Loaded(seed(), 1, 2)
        go_on.wait(BATCH_LASTS * 2)  # so that what was read is shown
        yield Loaded(article("a.txt", HEARING), 2, 2)
        go_on.wait(10)

    return load


async def test_keywords_are_looked_for_once_all_is_read() -> None:
    go_on = Event()
    async with driving(loader=slowly(go_on), wait=False, size=(120, 40), keywords=True) as driver:
        await driver.until(lambda: "reading 2/2" in driver.status)
        await driver.pilot.press("h")
        await driver.pilot.pause(INSIGHT_DELAY * 2)
        assert not any(worker.name == "keywords" for worker in driver.app.workers)
        assert "Keywords" not in driver.text
        go_on.set()
        await driver.settle()
        assert "Keywords" in driver.text


class Noticing(list[Narration]):
    """Narration that notices when it is looked at."""

    looked_at = False

    def __getitem__(self, index: Any) -> Any:
        self.looked_at = True
        return super().__getitem__(index)


async def test_the_index_is_built_once_for_all_runs_and_no_key_waits_for_narration(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "SMALL_BELOW", 0)
    told = [Noticing(theme.narration) for theme in seed().themes]
    themes = [structs.replace(theme, narration=own) for theme, own in zip(seed().themes, told, strict=True)]
    for document in seed(), structs.replace(seed(), themes=tuple(themes)):
        app = ExplorerApp(Session(), Background(loads(document), keeps=True))
        async with app.run_test() as pilot:
            driver = Driver(app, pilot)
            await driver.until(lambda: any(home.rglob("segment-*.arrays")))
            await driver.press("slash", *"消费")
            assert "of 31 statements" in driver.status
        monkeypatch.setattr(segment, "lines_of", None)  # who builds again fails
    assert any(own.looked_at for own in told)


async def test_what_is_opened_while_files_are_read_stays_open() -> None:
    go_on = Event()
    async with driving(loader=slowly(go_on), wait=False) as driver:
        await driver.until(lambda: "reading 2/2" in driver.status)
        await driver.pilot.press("e")
        before = rows(driver)
        go_on.set()
        await driver.settle()
        assert rows(driver) == before


async def test_a_link_leads_also_to_what_is_read_but_not_in_the_tree_yet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "REST", 1e9)
    go_on = Event()
    late = article("a.txt", HEARING)

    def loader(_cancelled: Callable[[], bool]) -> Iterator[Loaded]:
        go_on.wait(BATCH_LASTS * 2)
        yield Loaded(seed(), 1, 2)
        go_on.wait(BATCH_LASTS * 2)
        yield Loaded(late, 2, 2)
        go_on.wait(10)

    async with driving(loader=loader, wait=False) as driver:
        await driver.until(lambda: "reading 2/2" in driver.status)
        driver.explorer.follow(key_of(next(late.statements())))
        await driver.pilot.pause()
        assert driver.explorer.tree_pane.selected is not None
        assert driver.explorer.tree_pane.selected.entry.document is late
        go_on.set()
        await driver.settle()
        assert driver.explorer.tree_pane.selected.entry.document is late
