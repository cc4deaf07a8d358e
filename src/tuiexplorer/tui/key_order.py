"""Keys in the order in which they were pressed, however fast they come.

Over a slow line, from a paste or from fast fingers, several keys arrive at once. The framework hands all of them to
the widget that has the focus at that moment, so that in ``/lyq`` the ``l`` would still go to the tree. Here a key is
handed on when everything that the one before it set in motion has happened: its action, the messages and the change of
focus that came of it, the first paint of a screen that it opened.
"""

import time
import weakref
from collections import deque
from collections.abc import Callable, Sequence

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.timer import Timer

ROUNDS = 2
"""A key rises from its widget to the application and acts; then, what its action sent to a widget rises likewise."""

GIVEN_UP_AFTER = 1.0
"""Seconds after which a key whose widget went away with it holds up the others no longer."""

LINE_FEED = "ctrl+j"
"""What a terminal makes of Enter that is pressed before the program has it: it is still set for whole lines then."""

HELD_AT_MOST = 2.0
"""Seconds for which keys wait for what they were asked to wait for."""


class KeysInOrder(App[int]):
    """An application that handles one key after the other."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting_keys: deque[events.Key] = deque()
        self._busy: Timer | None = None
        """Runs while a key is being handled; its end gives up waiting for that."""
        self._hold: Timer | None = None
        self._painted = weakref.WeakSet[Screen[object]]()
        """The screens that were painted: before that they have no lines to go to, or to search."""
        self._is_shown = False
        """Whether the first frame is on the screen."""
        self.pressed = time.monotonic()
        """When the last key was; the start counts as one."""

    def on_ready(self) -> None:
        """The first frame is on the screen."""
        self._is_shown = True

    def hold_keys(self) -> None:
        """Hand on no more keys until :meth:`release_keys`, or until that takes too long."""
        if self._hold is None:
            self._hold = self.set_timer(HELD_AT_MOST, self.release_keys)

    async def release_keys(self) -> None:
        """Hand on what was pressed meanwhile."""
        if self._hold is not None:
            self._hold.stop()
            self._hold = None
            if self._busy is None:
                await self._next_key()

    async def on_event(self, event: events.Event) -> None:
        """Let a key wait for the one before it; everything else goes its way."""
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self.pressed = time.monotonic()
        if not self._is_shown and event.key == LINE_FEED:
            event = events.Key("enter", "\r")
        self._waiting_keys.append(event)
        if self._busy is None:
            await self._next_key()

    async def _next_key(self) -> None:
        if self._busy is not None:
            self._busy.stop()
            self._busy = None
        if not self._waiting_keys or self._hold is not None or not self.is_running:
            return
        self._busy = self.set_timer(GIVEN_UP_AFTER, self._next_key)
        if self.screen not in self._painted:
            self._painted.add(self.screen)
            self.screen.call_after_refresh(self._next_key)
            return
        target = self.focused or self.screen
        way: Sequence[MessagePump] = [
            *target.ancestors_with_self,
            *([] if self in target.ancestors else [self]),
        ]
        await super().on_event(self._waiting_keys.popleft())
        _follow(list(way) * ROUNDS, self._next_key)


def _follow(way: Sequence[MessagePump], then: Callable[[], object]) -> None:
    """Call ``then`` when each on the way, one after the other, has done what it has to do up to now."""
    for place, each in enumerate(way, 1):
        rest = way[place:]
        # One that goes away, with a screen that the key closed, takes no more calls.
        if each.call_later(_follow, rest, then) if rest else each.call_later(then):
            return
    # The application itself is the last of them: when that is closing too, nothing follows any more.
