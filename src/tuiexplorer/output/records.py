"""One statement or narration as one record: the keys, their order and their meaning in every format."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from tuiexplorer.model import Entry, Statement, Theme

Record = dict[str, Any]
"""What JSON can hold; text in it has not passed the gate."""

Matches = Mapping[str, Sequence[tuple[int, int]]]


class Item(Struct, frozen=True):
    """An entry on its way out, with what a search or a reading of its words adds to it."""

    entry: Entry
    keywords: Sequence[str] | None = None
    """Only where they were asked for: they cost time."""
    score: float | None = None
    matches: Matches | None = None


def to_record(item: Item) -> Record:
    """The record of one entry.

    ``keywords`` stands in it only where asked for, ``score`` and ``matches`` only for the hits of a search.
    Narration has kind ``narration`` and neither speaker nor cue.
    """
    document, theme, said = item.entry.document, item.entry.theme, item.entry.item
    record: Record = {
        "id": said.id if isinstance(said, Statement) else None,
        "document": {
            "path": document.path,
            "title": document.title,
            "subtitle": document.subtitle,
            "byline": document.byline,
            "sha256": document.sha256,
        },
        "theme": _theme(theme),
    }
    if isinstance(said, Statement):
        record |= {
            "speaker": said.speaker,
            "kind": str(said.kind),
            "positions": [
                {"agency": position.agency, "canonical": position.canonical, "post": position.post}
                for position in said.positions
            ],
            "cue": said.cue,
            "content": said.content,
            "paragraph": said.paragraph,
        }
    else:
        record |= {
            "speaker": None,
            "kind": "narration",
            "positions": [],
            "cue": None,
            "content": said.content,
            "paragraph": said.content,
        }
    record |= {"spans": [list(span) for span in said.spans], "line": said.line}
    if item.keywords is not None:
        record["keywords"] = list(item.keywords)
    if item.score is not None:
        record["score"] = round(item.score, 4)
    if item.matches is not None:
        record["matches"] = {field: [list(span) for span in spans] for field, spans in item.matches.items()}
    return record


def _theme(theme: Theme) -> Record | None:
    """None for what stands before the first heading."""
    return None if theme.heading is None else {"heading": theme.heading, "slogan": theme.slogan}
