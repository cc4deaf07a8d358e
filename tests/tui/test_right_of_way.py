"""What runs beside the screen waits while that has something to do, and no longer."""

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import copy_context
from threading import Event, Thread
from typing import Any

import pytest

from tests.tui.driving import article
from tuiexplorer.giving_way import give_way, let_first
from tuiexplorer.search import Index
from tuiexplorer.tui import right_of_way
from tuiexplorer.tui.right_of_way import RightOfWay
from tuiexplorer.tui.threads import Threads

LONG = 30.0
SHORT = 0.05


def test_the_screen_is_drawn_before_what_runs_beside_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(right_of_way, "PATIENCE", LONG)
    done: list[str] = []

    async def draw(way: RightOfWay) -> None:
        beside = _beside(way.give_way, done)
        beside.join(SHORT)
        done.append("drawn")
        await asyncio.to_thread(beside.join)

    _run(draw)
    assert done == ["drawn", "beside"]


def test_what_runs_beside_a_screen_that_is_never_done_goes_on_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(right_of_way, "PATIENCE", 0)
    done: list[str] = []

    async def draw(way: RightOfWay) -> None:
        _beside(way.give_way, done).join()
        done.append("drawn")

    _run(draw)
    assert done == ["beside", "drawn"]


def test_all_threads_beside_the_screen_give_way() -> None:
    asked = Event()
    with Threads(asked.set) as threads:
        threads.submit(give_way).result()
    assert asked.is_set()
    asked.clear()
    give_way()  # nobody goes before the one who draws
    assert not asked.is_set()


def test_who_builds_an_index_gives_way_again_and_again() -> None:
    index, asked = Index(), list[None]()
    index.add(
        article(f"{number}.md", f"# 第{number}次会议\n\n王大明说，会议开得好。\n") for number in range(3)
    )

    def build() -> None:
        let_first(lambda: asked.append(None))
        index.prepare()

    copy_context().run(build)
    assert len(asked) >= 3


def _beside(wait: Callable[[], object], done: list[str]) -> Thread:
    """A thread that is about to go on."""

    def work() -> None:
        wait()
        done.append("beside")

    thread = Thread(target=work)
    thread.start()
    return thread


def _run(draw: Callable[[RightOfWay], Coroutine[Any, Any, None]]) -> None:
    way = RightOfWay()
    with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(way)) as runner:
        runner.run(draw(way))
