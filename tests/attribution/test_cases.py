"""Attribution, phenomenon by phenomenon: who is found to say what in a paragraph.

Each file of ``cases/`` is a table about one phenomenon. A case is a text, every line of it a paragraph, and what is
said in it, in order. To add one, write it down from the text alone, then run the tests. One that is not read so yet
goes to ``wishes.toml``, which ``python -m tests.attribution.wishes`` runs.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tuiexplorer.attribution import Attributed, attribute
from tuiexplorer.layout import Block, BlockKind

TABLES = Path(__file__).with_name("cases")


CASES = [
    pytest.param(case["text"], case["said"], id=f"{table.stem}-{case.get('name', case['text'])}")
    for table in sorted(TABLES.glob("*.toml"))
    for case in tomllib.loads(table.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize(("text", "said"), CASES)
def test_what_is_said_and_where(text: str, said: list[dict[str, Any]]) -> None:
    found = attribute(paragraphs(text)).statements

    assert [shown(one) for one in found] == expected(said)
    for one in found:
        assert "".join(text[start:end] for start, end in one.spans) == one.content


def paragraphs(text: str) -> list[Block]:
    blocks, start = [], 0
    for line in text.splitlines(keepends=True):
        span = (start, start + len(line.rstrip("\n")))
        blocks.append(Block(BlockKind.PARAGRAPH, (span,), (span,), line.rstrip("\n")))
        start += len(line)
    return blocks


def expected(said: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """In the order of :func:`shown`; a case leaves out what is usual."""
    usual = {"speaker": "", "kind": "named", "positions": []}
    return [{**usual, **one} for one in said]


def shown(one: Attributed) -> dict[str, Any]:
    return {
        "speaker": one.speaker,
        "kind": str(one.kind),
        "positions": [[position.agency, position.post] for position in one.positions],
        "cue": one.cue,
        "content": one.content,
    }
