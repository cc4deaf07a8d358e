"""The model: corpus → documents → themes → statements, immutable once read.

:func:`parse` brings layout and grammar along, so it is loaded when it is first asked for.
"""

from typing import TYPE_CHECKING, Any

from tuiexplorer.attribution import NOT_UNDERSTOOD, Doubt, Kind, Position
from tuiexplorer.model.document import Document, Entry, Heading, Narration, Statement, Theme
from tuiexplorer.model.positions import by_agency, field_name, name_fields

if TYPE_CHECKING:
    from tuiexplorer.model.parsing import parse

__all__ = [
    "NOT_UNDERSTOOD",
    "Document",
    "Doubt",
    "Entry",
    "Heading",
    "Kind",
    "Narration",
    "Position",
    "Statement",
    "Theme",
    "by_agency",
    "field_name",
    "name_fields",
    "parse",
]


def __getattr__(name: str) -> Any:
    if name == "parse":
        from tuiexplorer.model.parsing import parse

        return parse
    raise AttributeError(name)
