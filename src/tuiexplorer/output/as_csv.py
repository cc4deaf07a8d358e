"""Records as CSV in UTF-8 with the byte-order mark by which Excel knows it; no cell is a formula.

Positions are spread over three columns that run in step, parted by ``；``: agencies, full names, posts. Spans
and matches are written ``start-end``.
"""

import csv
from collections.abc import Iterable
from typing import Any, TextIO

from tuiexplorer.output.gate import visible
from tuiexplorer.output.records import Item, Record, to_record

COLUMNS = (
    "id", "speaker", "kind", "agency", "canonical", "post", "cue", "content", "heading", "slogan", "title",
    "subtitle", "byline", "path", "line", "sha256", "paragraph", "spans",
)  # fmt: skip
"""The columns of every table; ``keywords``, ``score`` and ``matches`` follow where the records have them."""

_EXTRA = ("keywords", "score", "matches")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""What makes a spreadsheet run a cell (OWASP, CSV injection), in both widths."""


def write_csv(items: Iterable[Item], out: TextIO) -> None:
    """A head and a row a record, lines ended as RFC 4180 wants: open ``out`` with ``newline=""``."""
    out.write("\ufeff")
    table = csv.writer(out)
    extra: tuple[str, ...] | None = None
    for item in items:
        record = to_record(item)
        if extra is None:
            extra = tuple(name for name in _EXTRA if name in record)
            table.writerow(COLUMNS + extra)
        row = _flat(record)
        table.writerow([cell(row[name]) for name in COLUMNS + extra])
    if extra is None:
        table.writerow(COLUMNS)


def cell(value: Any) -> Any:
    """A value as a cell: text through the gate, with an apostrophe before what a spreadsheet would run."""
    if not isinstance(value, str):
        return value
    text = visible(value, lines=True)
    return f"'{text}" if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA) else text


def _flat(record: Record) -> Record:
    positions = record["positions"]
    return {
        **record,
        **record["document"],
        **(record["theme"] or {"heading": None, "slogan": None}),
        "agency": _in_step(position["agency"] for position in positions),
        "canonical": _in_step(position["canonical"] or "" for position in positions),
        "post": _in_step(position["post"] for position in positions),
        "spans": _ranges(record["spans"]),
        "keywords": "；".join(record.get("keywords", ())),
        "matches": "；".join(f"{name}:{_ranges(spans)}" for name, spans in record.get("matches", {}).items()),
    }


def _in_step(values: Iterable[str]) -> str:
    """The values parted by ``；``, the empty ones too; nothing where all are empty."""
    joined = "；".join(values)
    return joined if joined.strip("；") else ""


def _ranges(spans: Iterable[tuple[int, int]]) -> str:
    return " ".join(f"{start}-{end}" for start, end in spans)
