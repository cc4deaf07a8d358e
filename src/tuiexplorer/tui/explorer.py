"""The explorer: search bar, tree, detail, status line and footer, and how they act together."""

import asyncio
from collections import deque
from contextlib import suppress

from textual import on
from textual.events import DescendantFocus
from textual.timer import Timer
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.tui import outline, status
from tuiexplorer.tui.actions import Action
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.memory import Remembered
from tuiexplorer.tui.messages import Read, SearchDone
from tuiexplorer.tui.outline import Spot
from tuiexplorer.tui.page import Line, Target
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.standing import Standing

FIRST_FILE = 0.3
"""Seconds for which the first frame waits for the first file."""
SEARCH_DELAY = 0.03
"""Seconds without a key before a search starts: a phrase from an input method comes as a burst of keys."""
WAYS_BACK = 100
"""How many links that were followed can be gone back over: the ones before them are forgotten."""


class Explorer(Standing):
    """The main screen."""

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, background, keys)
        self.failure = ""
        """Why there was nothing to show, to be told when the terminal is given back."""
        self._round = 0
        self._history: deque[tuple[str, Choice | None, Spot]] = deque(maxlen=WAYS_BACK)
        self._pending: Spot | None = None
        self._search_timer: Timer | None = None
        self._before: Spot | None = None
        """What was selected when the search bar was entered, as long as it is not left for what was found."""

    async def on_mount(self) -> None:
        """Have it read, and wait for the first file: it takes less than to paint a frame without it.

        Where it takes longer, as it may on a slow disk, an empty frame comes first.
        """
        self.share_room()
        if self.session.query:
            self._pending = self.session.spot
            self.search.value = self.session.query
        with suppress(TimeoutError):
            self._take_in(await asyncio.wait_for(self.background.start_reading(self), FIRST_FILE))
        self.title_panes()
        self.show_selected()

    def status(self) -> tuple[Line, Line]:
        """See :class:`Frame`."""
        return status.line_for(self.browsing, self.progress, self._place())

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
        if action.id == "show_collection":
            return bool(self.session.collection)
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
            if self.search.value.strip():
                if not self._has_searched_all:
                    self._start_search()
            else:
                self._show_read(finished=message.finished)
        if message.finished and message.round > 1:
            self.note(_("Read again"))
        self.update_status()
        if message.finished and not self.browsing.library.documents:
            self.failure = next(iter(self.progress.problems), "") or _("nothing to read")
            self.app.exit(return_code=2)

    def _show_read(self, *, finished: bool) -> None:
        """Show what is read so far. What was selected when the corpus was left may come with a later batch."""
        wanted = self.session.spot
        if wanted and (finished or self.locate(wanted)):
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
        self._show_alone(chosen)
        if query != self.search.value:
            self._pending = spot
            self.search.value = query
        else:
            self.rebuild(spot)
            self.update_status()

    @on(DetailPane.Left)
    def _back_to_tree(self) -> None:
        self._unzoom()
        self.tree_pane.focus()

    # The search

    @on(DescendantFocus)
    def _search_begun_or_accepted(self) -> None:
        if self.focused is not self.search:
            self._before = None
        elif self._before is None:
            self._before = self.spot()

    @on(Input.Changed, "#search")
    def _query_changed(self) -> None:
        if self._search_timer:
            self._search_timer.stop()
        if self.browsing.chosen:
            self._leave_choice()
        if self.search.value.strip():
            self._search_timer = self.set_timer(SEARCH_DELAY, self._start_search)
        else:
            self._leave_results()

    def _start_search(self) -> None:
        if self.browsing.library.documents and self.search.value.strip():
            self.background.search(self, self.search.value)

    @property
    def _has_searched_all(self) -> bool:
        """Whether what is searched for was looked for in all that was read."""
        found, library = self.browsing.found, self.browsing.library
        return bool(found and found.query == self.search.value and found.searched == len(library.entries))

    @on(SearchDone)
    async def _search_done(self, message: SearchDone) -> None:
        found = message.found
        if found.query != self.search.value:
            return
        if self.browsing.found and self.browsing.found.query == found.query:
            # The same question to more documents: what is selected stays selected.
            self._pending = self._pending or self.spot()
        self.remember_opened()
        self.forget_note()
        self.browsing.found = found
        best = Spot((), found.best) if found.best else None
        self.rebuild(self._take_pending() or best)
        self.update_status()
        await self.keys.release_keys()

    def _leave_results(self) -> None:
        """Show everything again, with the same statement selected; from the search bar, what was before it."""
        self.background.cancel_search()
        if self.browsing.found is None:
            return
        spot = self._take_pending() or self._before or self.spot()
        self.browsing.found = None
        self.rebuild(spot)
        self.forget_note()

    def _take_pending(self) -> Spot | None:
        """What to select once the tree of the query is there."""
        taken, self._pending = self._pending, None
        return taken

    def _clear_search(self) -> None:
        with self.prevent(Input.Changed):
            self.search.value = ""
        self._leave_results()

    @on(SearchBar.Submitted)
    def _to_best_hit(self) -> None:
        found = self.browsing.found
        if found and found.query == self.search.value:
            if found.best:
                self.rebuild(Spot((), found.best))
            elif found.results.suggestion:
                self.search.value = found.results.suggestion
        self._down_to_tree()

    @on(SearchBar.Left)
    def _down_to_tree(self) -> None:
        """To the tree. What is pressed next is meant for the hits, so it waits for them."""
        self.tree_pane.focus()
        if self.is_searching:
            self.keys.hold_keys()

    @on(SearchBar.Cleared)
    def action_leave(self) -> None:
        """Clear the search; where there is none, back to the tree."""
        if self._unzoom():
            return
        if self.browsing.chosen:
            self._leave_choice()
        elif self.search.value:
            self._clear_search()
        else:
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
            self._show_alone(None)
        if self.browsing.found and not self.locate(wanted):
            self._clear_search()
        if self.browsing.found is None and not self.locate(wanted):
            self.browsing.catch_up()
        self.rebuild(wanted)

    def _remember_way(self, spot: Spot) -> None:
        self._history.append((self.search.value, self.browsing.chosen, spot))

    def back_from_source(self, target: Target | None) -> None:
        """See :class:`Opening`. A hit is selected; from what is none the search is not left."""
        if isinstance(target, tuple) and (not self.browsing.is_narrowed or self.locate(Spot((), target))):
            self.follow(target)

    # A choice

    def _choose(self, choice: Choice, spot: Spot | None) -> None:
        """Show only the statements of ``choice``; Esc shows again what was shown before."""
        if spot:
            self._remember_way(spot)
        self.remember_opened()
        self._show_alone(choice)
        self.rebuild()
        self.tree_pane.focus()
        self.forget_note()

    def _leave_choice(self) -> None:
        """Show again what the choice was made of, with the same statement selected."""
        spot = self.spot()
        self._show_alone(None)
        self.rebuild(spot)
        self.forget_note()

    def _show_alone(self, choice: Choice | None) -> None:
        self.browsing.choose(choice)
        self.search.say_shown(choice.name if choice else "")

    # What is read, and what is remembered

    def action_reload(self) -> None:
        """Read everything again; what is selected stays selected."""
        self.session.spot = self.spot()
        self.insights.forget()
        self.remember_opened()
        self._show_alone(None)
        self.progress = status.Progress()
        self.forget_note()  # it may tell that it was read again before
        self.background.start_reading(self).cancel()  # so that all of it comes by messages

    @property
    def is_searching(self) -> bool:
        """Whether what is shown is not yet what the search bar asks for."""
        found = self.browsing.found
        wanted = self.search.value if self.search.value.strip() else None
        return bool(self.browsing.library.documents) and wanted != (found.query if found else None)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything to remember."""
        return bool(self.browsing.library.documents)

    def left(self) -> Remembered:
        """How the explorer is left, for the next run."""
        self.remember_opened()
        spot = self.spot() or self.session.spot
        return Remembered(
            self.browsing.grouping,
            self.session.split,
            self.search.value,
            spot,
            dict(self.browsing.opened),
            # In a program for the public, others would see what one asked.
            () if self.session.read_only else tuple(self.session.queries),
        )
