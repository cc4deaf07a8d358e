"""The colours: which themes there are, and which one to start with."""

import os
from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES

DARK, LIGHT = "textual-dark", "textual-light"
WITHOUT_COLOUR = "ansi-dark"
"""The terminal's own colours, bold and reversed: what NO_COLOR and the plainest terminals get."""

COLOURLESS_TERMINALS = ("dumb", "vt100", "vt102", "vt220")
"""Values of TERM without colours."""
PLAIN_TERMINALS = (*COLOURLESS_TERMINALS, "linux")
"""Values of TERM with at most sixteen colours, where mixed colours would not be told apart."""


def names() -> list[str]:
    """The themes that there are."""
    return sorted(BUILTIN_THEMES)


def first_theme(wanted: str | None, environment: Mapping[str, str] = os.environ) -> str:
    """The theme to start with: the terminal's own colours where it has few or none are wanted, else ``wanted``."""
    if "NO_COLOR" in environment or environment.get("TERM", "") in PLAIN_TERMINALS:
        return WITHOUT_COLOUR
    return wanted if wanted in BUILTIN_THEMES else DARK
