"""Putting the program together from the command line, the settings and what is remembered, and running it."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tuiexplorer.folders import config_file
from tuiexplorer.language import _, ngettext
from tuiexplorer.output import visible
from tuiexplorer.tui import Start, memory, process, themes
from tuiexplorer.tui.app import ExplorerApp
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.collection import Collection
from tuiexplorer.tui.garbage import collect_often
from tuiexplorer.tui.memory import Memory, Remembered
from tuiexplorer.tui.right_of_way import RightOfWay
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.settings import Settings, SettingsError, read_settings

if TYPE_CHECKING:
    from tuiexplorer.loading import Loaded
    from tuiexplorer.loading.cache import Cache

MOST_TOLD = 20
"""How many of the files that were not read are told by name when the program ends."""


class StartError(Exception):
    """The program cannot start; the message is one line."""


def start(wanted: Start) -> int:
    """Run the program; its exit code.

    Raises:
        StartError: a setting is wrong, or nothing could be read.
    """
    try:
        settings = read_settings(Path(config_file()))
    except SettingsError as error:
        raise StartError(visible(str(error))) from error
    if wanted.theme is not None and wanted.theme not in themes.names():
        told = _("no such theme: {name}; there are {names}")
        told = told.format(name=wanted.theme, names=", ".join(themes.names()))
        raise StartError(visible(f"--ui-theme: {told}"))
    if os.environ.get("TERM") in themes.COLOURLESS_TERMINALS:
        os.environ["NO_COLOR"] = ""  # as Textual understands it
    own, reader = Memory(wanted.paths), _Reader(wanted)
    way = RightOfWay()
    app = ExplorerApp(
        _session(wanted, settings, own),
        Background(
            reader.read,
            keywords=settings.keywords is not False,
            keeps=wanted.cache,
            settled=collect_often,
        ),
        theme=wanted.theme or memory.recall_theme() or settings.theme,
        give_way=way.give_way,
    )
    first = app.theme

    def keep() -> None:
        if app.explorer.is_worth_keeping:
            own.keep(app.explorer.left())
        reader.keep()

    process.on_terminal_lost(keep)
    # A key waits for no thread that reads or segments longer than this.
    sys.setswitchinterval(0.001)
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(way)) as runner:
            runner.run(app.run_async(mouse=wanted.mouse and settings.mouse is not False))
    finally:
        keep()
        if app.theme not in (first, themes.WITHOUT_COLOUR):
            memory.keep_theme(app.theme)
    if app.explorer.failure:
        raise StartError(app.explorer.failure)
    if not app.return_code:
        _tell_unread(app.explorer.progress.problems)
    return app.return_code or 0


def _tell_unread(problems: Sequence[str]) -> None:
    """Say of each file that was not read why, as the other commands do, once the terminal is the shell's again."""
    for problem in problems[:MOST_TOLD]:
        sys.stderr.write(f"tuiexplorer: {problem}\n")
    if (more := len(problems) - MOST_TOLD) > 0:
        told = ngettext("{n} more file was not read", "{n} more files were not read", more)
        sys.stderr.write(f"tuiexplorer: {told.format(n=more)}\n")


class _Reader:
    """Reads what is wanted, and keeps what it read for the next run."""

    def __init__(self, wanted: Start) -> None:
        self._wanted = wanted
        self._cache: Cache | None = None
        """Of the reading under way."""

    def read(self, cancelled: Callable[[], bool]) -> "Iterator[Loaded]":
        """Read everything, from the start."""
        # What reads articles takes long to import, and the first frame does not wait for it.
        from tuiexplorer.loading import Bounds, load, user_cache

        wanted = self._wanted
        self._cache = user_cache() if wanted.cache else None
        yield from load(
            wanted.paths,
            bounds=wanted.bounds or Bounds(),
            cache=self._cache or False,
            workers=0 if wanted.read_only else None,
            aside=True,
            cancelled=cancelled,
        )

    def keep(self) -> None:
        """Write to the cache what is not in it yet: after quitting, nobody waits for the reading thread to do it."""
        if self._cache:
            self._cache.flush()


def _session(wanted: Start, settings: Settings, own: Memory) -> Session:
    left = own.recall() if wanted.resume else None
    if left is None:
        usual = Remembered()
        left = Remembered(settings.grouping or usual.grouping, settings.split or usual.split)
    session = Session.after(
        left, key_map=settings.keys, collection=Collection(own.collection_file), read_only=wanted.read_only
    )
    if wanted.query is not None:
        session.query, session.spot = wanted.query, None
    return session
