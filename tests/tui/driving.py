"""Driving the explorer in tests: start it, press keys, look at the screen."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tuiexplorer.loading import Loaded
from tuiexplorer.model import Document, parse
from tuiexplorer.reading import source_of
from tuiexplorer.tui.app import ExplorerApp
from tuiexplorer.tui.background import Background, Loader
from tuiexplorer.tui.explorer import Explorer
from tuiexplorer.tui.session import Session

SEED = Path(__file__).parents[2] / "seeds" / "000_eac445e406787b96.txt"


@cache
def seed() -> Document:
    """The seed article, under a short name."""
    return parse(source_of("seeds/seed.txt", SEED.read_bytes()))


@cache
def article(name: str, text: str) -> Document:
    """An article made up for a test."""
    return parse(source_of(name, text.encode()))


def loads(*documents: Document) -> Loader:
    """A loader of documents that are there already."""

    def load(_: Callable[[], bool]) -> Iterator[Loaded]:
        for done, document in enumerate(documents, 1):
            yield Loaded(document, done, len(documents))

    return load


@dataclass
class Driver:
    """A running explorer."""

    app: ExplorerApp
    pilot: Pilot[int]

    @property
    def explorer(self) -> Explorer:
        return self.app.explorer

    async def press(self, *keys: str) -> None:
        """Press keys, then wait until everything that they started has ended."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text into the search bar."""
        await self.press(*text)

    async def settle(self) -> None:
        """Wait until neither the screen nor the background has anything left to do."""
        quiet = 0
        for _turn in range(100):
            with suppress(WorkerCancelled):  # a search that was overtaken
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()
            waits = self.explorer.is_searching or self.explorer.insight_waits
            resizes = self.app._resize_event is not None  # a timer holds it back
            busy = waits or resizes or any(worker.is_running for worker in self.app.workers)
            quiet = 0 if busy else quiet + 1  # once more: what just ended may have told of something
            if quiet == 2:
                return
            if busy:
                await asyncio.sleep(0.02)
        raise AssertionError("never settled")

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait for something that comes before everything has ended."""
        for _turn in range(500):
            if come():
                return
            await self.pilot.pause(0.02)
        raise AssertionError("never came")

    @property
    def lines(self) -> list[str]:
        """The screen as text."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def status(self) -> str:
        return self.lines[-2]

    @property
    def selected(self) -> str:
        """The label of the selected node, and what stands beside it."""
        node = self.explorer.tree_pane.selected
        return f"{node.label} {node.aside}".strip() if node else ""

    @property
    def focused(self) -> str | None:
        return self.app.focused.id if self.app.focused else None

    @property
    def copied(self) -> str:
        return self.app.clipboard


@asynccontextmanager
async def driving(
    *documents: Document,
    size: tuple[int, int] = (80, 24),
    session: Session | None = None,
    loader: Loader | None = None,
    theme: str | None = None,
    wait: bool = True,
    keywords: bool = False,
) -> AsyncIterator[Driver]:
    """An explorer of ``documents`` (without any: the seed), read and settled.

    Keywords, which take longer than all else, are looked for where a test looks at them.
    """
    background = Background(loader or loads(*(documents or (seed(),))), keywords=keywords)
    app = ExplorerApp(session or Session(), background, theme=theme)
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        if wait:
            await driver.settle()
        yield driver


def rows(driver: Driver) -> Sequence[str]:
    """The lines of the tree that can be seen, each label two blanks from what stands at its right."""
    pane = driver.explorer.tree_pane
    seen = range(min(pane.line_count, pane.size.height))
    lines = ("".join(run.text for run in pane.line_at(y)).rstrip() for y in seen)
    return [re.sub(r"(?<=\S) {2,}", "  ", line) for line in lines]
