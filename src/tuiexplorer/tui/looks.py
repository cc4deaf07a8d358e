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
    "wrapped", "found", "found-here", "doubt",
)  # fmt: skip
"""What a run of text can be, the cursor's line included."""

LOOKS = {f"look--{role}" for role in ROLES}
"""The component classes that a screen with panes must have."""


class Looks:
    """What runs look like in a widget. Made for each paint: all of it may change between two."""

    def __init__(self, widget: Widget) -> None:
        self.ground = widget.rich_style
        """The widget's own style; each time it is asked for it is gathered from all that the widget lies in."""
        self._role = widget.screen.get_component_rich_style

    def of(self, role: str, base: Style) -> Style:
        """The style of ``role`` on ``base``; legible."""
        name = f"look--{role}"
        has_ground = self._role(name, partial=True).bgcolor is not None
        return _on(self._role(name), base, has_ground=has_ground)


@lru_cache(maxsize=1024)
def _on(own: Style, base: Style, *, has_ground: bool) -> Style:
    """``own`` on what is behind ``base``, unless it has a ground of its own."""
    if not has_ground:
        own += Style(bgcolor=base.bgcolor)
    return legible(base + own)
