"""What becomes of a page: each file in `cases/` is an article, a rule, and its blocks, one a line.

All articles, people and bodies in them are invented. To add a case, write the article and what it should give.
"""

from pathlib import Path

import pytest

from tuiexplorer.layout import Block, lay_out
from tuiexplorer.reading import Source

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
RULE = "\n════════\n"


def written(block: Block) -> str:
    """``kind: text``, a heading with its level."""
    return f"{block.kind}{f' {block.level}' if block.level else ''}: {block.text}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_an_article_gives_its_blocks(case: Path) -> None:
    article, _, expected = case.read_text(encoding="utf-8").partition(RULE)
    blocks = lay_out(Source("article.txt", "", article))
    assert [written(block) for block in blocks] == expected.splitlines()


@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["CR LF", "CR"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_line_endings_make_no_difference(case: Path, ending: str) -> None:
    article, _, expected = case.read_text(encoding="utf-8").partition(RULE)
    blocks = lay_out(Source("article.txt", "", article.replace("\n", ending)))
    assert [written(block) for block in blocks] == expected.splitlines()
