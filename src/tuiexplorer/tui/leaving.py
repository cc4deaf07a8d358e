"""Leaving a screen: once, however often it is asked for."""

from typing import TypeVar

from textual.screen import Screen

Result = TypeVar("Result")


def leave(screen: Screen[Result], result: Result) -> None:
    """Close ``screen`` with ``result``.

    A second key can be under way while the first one closes the screen; it would close what lies below.
    """
    if screen.is_active:
        screen.dismiss(result)
        # Textual remembers the last thousand widgets by what they looked like (an lru_cache of its StylesCache, as of
        # 8.2). A refresh lets go of their lines, which are most of it.
        for widget in screen.query("*"):
            widget.refresh()
