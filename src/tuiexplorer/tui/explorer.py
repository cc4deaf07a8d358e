"""The explorer: search bar, tree, detail, status line and footer, and how they act together."""

import asyncio
from collections import deque
from contextlib import suppress

from textual import on

from tuiexplorer.language import _, ngettext
from tuiexplorer.tui import outline, status
from tuiexplorer.tui.actions import Action, Where, bindings
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.memory import Remembered
from tuiexplorer.tui.messages import Read
from tuiexplorer.tui.narrowing import Narrowing
from tuiexplorer.tui.outline import Spot
from tuiexplorer.tui.page import Line, Target
from tuiexplorer.tui.session import Session

FIRST_FILE = 0.3
"""Seconds for which the first frame waits for the first file."""
WAYS_BACK = 100
"""How many links that were followed can be gone back over: the ones before them are forgotten."""


class Explorer(Narrowing):
    """The main screen."""

    BINDINGS = bindings(Where.EXPLORER)  # not on its first layer: each of them would gather them all again

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, background, keys)
        self.failure = ""
        """Why there was nothing to show, to be told when the terminal is given back."""
        self._round = 0
        self._history: deque[tuple[str, Choice | None, Spot]] = deque(maxlen=WAYS_BACK)

    async def on_mount(self) -> None:
        """Have it read, and wait for the first file: it takes less than to paint a frame without it.

        Where it takes longer, as it may on a slow disk, an empty frame comes first.
        """
        self.share_room()
        if self.session.query:
            self.ask(self.session.query, self.session.spot)
        with suppress(TimeoutError):
            self._take_in(await asyncio.wait_for(self.background.start_reading(self), FIRST_FILE))
        self.title_panes()
        self.show_selected()

    def status(self) -> tuple[Line, Line]:
        """See :class:`Frame`."""
        place = None if self.is_searching_long else self._place()
        return status.line_for(self.browsing, self.progress, place, searching=self.is_searching_long)

    def _place(self) -> tuple[int, int] | None:
        """Which hit is selected of how many, unless they are too many to be counted at each key."""
        node = self.tree_pane.selected
        if node is None or not self.browsing.is_small:
            return None
        return outline.place_of(self.tree_pane.root, node)

    def works(self, action: Action) -> bool:
        """See :class:`Frame`."""
        if action.id == "back":
            return bool(self._history)
        if action.id == "show_unread":
            return bool(self.progress.problems)
        if action.id == "show_collection":
            return bool(self.session.collection)
        if action.id == "submit" and (found := self.browsing.found):
            return bool(found.best or found.results.suggestion or self.is_searching)
        if action.id == "leave" and self.browsing.chosen:
            return True
        return super().works(action)

    # Reading

    @on(Read)
    def _take_in(self, message: Read) -> None:
        """Show what was read, keeping what is selected."""
        if message.round != self.background.round:
            return
        if message.round != self._round:
            self._round, self.session.library = message.round, message.library
            self.browsing.begin(message.library)
        self.progress = self.progress.after(message)
        if message.trees:
            self.browsing.take(message.trees)
            if self.search.has_term:
                if not self.has_searched_all:
                    self.start_search()
            else:
                self._show_read(finished=message.finished)
        if message.finished and self.progress.problems:
            self.note(self.progress.problems[0])  # beside it stands how many there are
        elif message.finished and message.round > 1:
            self.note(_("Read again") if message.library.documents else _("Nothing was read."))
        self.update_status()
        if message.finished and message.round == 1 and not message.library.documents:
            self.failure = next(iter(self.progress.problems), "") or _("nothing to read")
            self.app.exit(return_code=2)

    def _show_read(self, *, finished: bool) -> None:
        """Show what is read so far. What was selected when the corpus was left may come with a later batch."""
        wanted = self.session.spot
        if wanted and (finished or self.locate(wanted)):
            if self.browsing.library.documents:  # else it comes back with the files: r asks for them again
                self.session.spot = None
            self.rebuild(wanted)
            return
        if not wanted and self.tree_pane.row_count:
            self.remember_opened()
        self.rebuild(self.spot())

    # The detail

    @on(DetailPane.Followed)
    def _link_followed(self, message: DetailPane.Followed) -> None:
        self.follow(message.target)

    def action_back(self) -> None:
        """Back to where the last link was followed."""
        if not self._history:
            return
        query, chosen, spot = self._history.pop()
        self.show_alone(chosen)
        if query != self.search.value:
            self.ask(query, spot)
        else:
            self.rebuild(spot)
            self.update_status()

    @on(DetailPane.Left)
    def _back_to_tree(self) -> None:
        self._unzoom()
        self.tree_pane.focus()

    # Other screens

    def follow(self, target: Target | None) -> None:
        """Select an entry, or show what was chosen alone. What hides it is cleared, and comes back by going back."""
        spot = self.spot()
        if isinstance(target, Choice):
            self._choose(target, spot)
            return
        if target is None or spot is None or spot.key == target:
            return
        self._remember_way(spot)
        wanted = Spot((), target)
        if self.browsing.chosen and not self.locate(wanted):
            self.show_alone(None)
        if self.browsing.found and not self.locate(wanted):
            self.clear_search()
        if self.browsing.found is None and not self.locate(wanted):
            self.browsing.catch_up()
        self.rebuild(wanted)

    def _remember_way(self, spot: Spot) -> None:
        self._history.append((self.search.value, self.browsing.chosen, spot))

    def back_from_source(self, target: Target | None) -> None:
        """See :class:`Opening`. A hit is selected; from what is none the search is not left."""
        if isinstance(target, tuple) and (not self.browsing.is_narrowed or self.locate(Spot((), target))):
            self.follow(target)

    def action_show_unread(self) -> None:
        """The files that could not be read."""
        from tuiexplorer.tui.page_screen import PageScreen

        if not (problems := self.progress.problems):
            self.note(_("Every file was read so far"))
            return
        n = len(problems)
        heading = ngettext("{n} file not read", "{n} files not read", n).format(n=n)
        self.app.push_screen(PageScreen(heading, self.session, status.unread_page(problems)))

    # A choice

    def _choose(self, choice: Choice, spot: Spot | None) -> None:
        """Show only the statements of ``choice``; Esc shows again what was shown before."""
        if spot:
            self._remember_way(spot)
        self.remember_opened()
        self.show_alone(choice)
        self.rebuild()
        self.tree_pane.focus()
        self.forget_note()

    # What is read, and what is remembered

    def action_reload(self) -> None:
        """Read everything again; what is selected stays selected."""
        self.session.spot = self.spot() or self.session.spot
        self.insights.forget()
        self.remember_opened()
        self.show_alone(None)
        self.progress = status.Progress()
        self.forget_note()  # it may tell that it was read again before
        self.background.start_reading(self).cancel()  # so that all of it comes by messages

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything to remember."""
        return bool(self.browsing.library.documents)

    def left(self) -> Remembered:
        """How the explorer is left, for the next run."""
        self.remember_opened()
        spot = self.spot() or self.session.spot
        return Remembered(
            self.session.grouping,
            self.session.split,
            self.search.value,
            spot,
            dict(self.browsing.opened),
            # In a program for the public, others would see what one asked.
            () if self.session.read_only else tuple(self.session.queries),
        )
