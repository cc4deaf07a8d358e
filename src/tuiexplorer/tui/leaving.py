"""Leaving a screen: once, however often it is asked for."""

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.screen import Screen

Result = TypeVar("Result")


def leave(screen: Screen[Result], result: Result) -> None:
    """Close ``screen`` with ``result``.

    A second key can be under way while the first one closes the screen; it would close what lies below.
    """
    if screen.is_active:
        screen.dismiss(result)
        _forget_closed_screens()


def _forget_closed_screens() -> None:
    """Have Textual let go of widgets that are gone: as of 8.2 it remembers the last thousand by their colours."""
    StylesCache.get_inner_outer.cache_clear()
