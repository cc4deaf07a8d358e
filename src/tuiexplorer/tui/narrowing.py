"""What narrows the tree: a search, or statements that are chosen to be shown alone."""

import time

from msgspec import structs
from textual import on
from textual.events import DescendantFocus
from textual.timer import Timer
from textual.widgets import Input

from tuiexplorer.language import N_
from tuiexplorer.tui.actions import Action
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.key_order import KeysInOrder
from tuiexplorer.tui.messages import SearchDone
from tuiexplorer.tui.outline import Spot
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.standing import Standing

SEARCH_TOLD_AFTER = 0.4
"""Seconds without a key and without an answer after which the status line says that it is searched."""

_THIS = N_("this hit")
"""Where Enter leads that does not lead to the best one."""

SEARCH_DELAY = 0.03
"""Seconds without a key before a search starts: a phrase from an input method comes as a burst of keys."""


class Narrowing(Standing):
    """The explorer's frame, with the search and the choice by which its tree shows less than everything."""

    def __init__(self, session: Session, background: Background, keys: KeysInOrder) -> None:
        super().__init__(session, background, keys)
        self._pending: Spot | None = None
        self._search_timer: Timer | None = None
        self._before: Spot | None = None
        """What was selected when the search bar was entered, as long as it is not left for what was found."""
        self._stepped = False
        """Whether the reader has gone from the best hit to another, from the search bar."""
        self._steps = 0
        """How many hits further, or back, he asked to go before there were any."""

    # The search

    def ask(self, query: str, spot: Spot | None) -> None:
        """Search for ``query``, and select ``spot`` once its tree is there."""
        self._pending = spot
        self.search.value = query

    @on(DescendantFocus)
    def _search_begun_or_accepted(self) -> None:
        if self.focused is not self.search:
            self._before = None
        elif self._before is None:
            self._before = self.spot()

    @on(Input.Changed, "#search")
    def _query_changed(self) -> None:
        self._stepped, self._steps = False, 0
        if self._search_timer:
            self._search_timer.stop()
        if self.browsing.chosen:
            self._leave_choice()
        if self.search.has_term:
            self._search_timer = self.set_timer(SEARCH_DELAY, self.start_search)
            self.set_timer(SEARCH_TOLD_AFTER, self.update_status)
        else:
            self._leave_results()

    def start_search(self) -> None:
        """Search for what the search bar asks for, in all that was read by now."""
        if self.browsing.library.documents and self.search.has_term:
            self.background.search(self, self.search.value)

    @property
    def has_searched_all(self) -> bool:
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

    def clear_search(self) -> None:
        """Search for nothing any more."""
        with self.prevent(Input.Changed):
            self.search.value = ""
        self._leave_results()

    @on(SearchBar.Submitted)
    def _to_best_hit(self) -> None:
        found = self.browsing.found
        if found and found.query == self.search.value:
            if found.best and not self._stepped:
                self.rebuild(Spot((), found.best))
            elif found.results.suggestion:
                self.search.value = found.results.suggestion
        self._down_to_tree()

    @on(SearchBar.Stepped)
    def _step(self, message: SearchBar.Stepped) -> None:
        """To a hit beside the one that is selected, which Enter then keeps; once the hits are there."""
        self._steps += 1 if message.forward else -1
        self._take_steps()

    def _take_steps(self) -> None:
        if self._steps and not self.is_searching:
            self._stepped = True
            for _ in range(abs(self._steps)):
                self.go_beside(forward=self._steps > 0)
            self._steps = 0

    def rebuild(self, spot: Spot | None = None) -> None:
        """Show the tree of what is browsed, at ``spot``, or as many hits from there as was asked for meanwhile."""
        super().rebuild(spot)
        if not self._awaits_tree:
            self._take_steps()

    def _called(self, action: Action) -> Action:
        if action.id == "submit" and self._stepped:
            return structs.replace(action, label=_THIS)
        return super()._called(action)

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
            self.clear_search()
        else:
            self.tree_pane.focus()

    @property
    def is_searching(self) -> bool:
        """Whether what is shown is not yet what the search bar asks for."""
        found = self.browsing.found
        wanted = self.search.value if self.search.has_term else None
        return bool(self.browsing.library.documents) and wanted != (found.query if found else None)

    @property
    def is_searching_long(self) -> bool:
        """Whether that has been so for longer than it takes to press the next key."""
        return self.is_searching and time.monotonic() - self.keys.pressed >= SEARCH_TOLD_AFTER

    # The choice

    def _leave_choice(self) -> None:
        """Show again what the choice was made of, with the same statement selected."""
        spot = self.spot()
        self.show_alone(None)
        self.rebuild(spot)
        self.forget_note()

    def show_alone(self, choice: Choice | None) -> None:
        """Browse the statements of ``choice`` alone, or with None again all that there are."""
        self.browsing.choose(choice)
        self.search.say_shown(choice.name if choice else "")
