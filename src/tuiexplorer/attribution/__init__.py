"""Paragraphs to statements: who says what, in which post, by which cue.

The types are here at once; the grammar behind :func:`attribute` is loaded when it is first asked for, so that
documents read from a cache never pay for it.
"""

from typing import TYPE_CHECKING, Any

from tuiexplorer.attribution.attributed import (
    NOT_UNDERSTOOD,
    Attributed,
    Doubt,
    Kind,
    Position,
    Reading,
)

if TYPE_CHECKING:
    from tuiexplorer.attribution.attributing import attribute

__all__ = ["NOT_UNDERSTOOD", "Attributed", "Doubt", "Kind", "Position", "Reading", "attribute"]


def __getattr__(name: str) -> Any:
    if name == "attribute":
        from tuiexplorer.attribution.attributing import attribute

        return attribute
    raise AttributeError(name)
