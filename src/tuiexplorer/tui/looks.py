"""What runs of text look like: each role is a component class that the style sheet gives colours, on any screen.

The classes are the screen's and not each pane's: the framework works out every class for every widget that has it,
and for two dozen roles in half a dozen panes that took a third of the time to the first frame.
"""

from functools import lru_cache

from rich.style import Style
from textual.widget import Widget

from tuiexplorer.tui.contrast import legible

ROLES = (
    "body", "speaker", "post", "agency", "title", "theme", "quiet", "rule", "keyword", "match", "link",
    "bar", "count", "mark", "label", "key", "number", "said", "warning", "tab", "tab-idle", "cursor", "cursor-idle",
)  # fmt: skip
"""What a run of text can be, the cursor's line included."""

LOOKS = {f"look--{role}" for role in ROLES}
"""The component classes that a screen with panes must have."""


def look(widget: Widget, role: str, base: Style) -> Style:
    """The style of ``role`` in ``widget``, whose own style is ``base``; legible."""
    screen = widget.screen
    return _on(screen.get_component_rich_style(f"look--{role}"), screen.rich_style, base)


@lru_cache(maxsize=1024)
def _on(own: Style, screen: Style, base: Style) -> Style:
    """``own`` on what is behind ``base``, unless it has a ground of its own."""
    if own.bgcolor == screen.bgcolor:
        own += Style(bgcolor=base.bgcolor)
    return legible(base + own)
