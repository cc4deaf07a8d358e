"""Records as JSON Lines and as one JSON array. Written as they come, in UTF-8, Chinese as Chinese."""

import json
import re
from collections.abc import Iterable
from typing import Any, TextIO

from tuiexplorer.output.gate import UNSEEN
from tuiexplorer.output.records import Item, to_record

_UNSEEN = re.compile(f"[{UNSEEN}]")


def encode(value: Any) -> str:
    """``value`` as one line of JSON; what a terminal would obey is written as an escape, nothing is lost."""
    return _UNSEEN.sub(_escape, json.dumps(value, ensure_ascii=False))


def write_jsonl(items: Iterable[Item], out: TextIO) -> None:
    """One record a line."""
    out.writelines(encode(to_record(item)) + "\n" for item in items)


def write_json(items: Iterable[Item], out: TextIO) -> None:
    """One array of all records, a record a line."""
    write_array((to_record(item) for item in items), out)


def write_array(values: Iterable[Any], out: TextIO) -> None:
    """One array of ``values``, a value a line."""
    out.write("[")
    separator = "\n"
    for value in values:
        out.write(separator + encode(value))
        separator = ",\n"
    out.write("\n]\n")


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]
