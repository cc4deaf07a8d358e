"""What becomes of a page: each file in `cases/` is an article, a rule, and its blocks, one a line.

All articles, people and bodies in them are invented. To add a case, write the article and what it should give.
"""

from pathlib import Path

import pytest

from tuiexplorer.layout import Block, lay_out
from tuiexplorer.lexicon.script import simplified_forms
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


HALF_WIDTH = str.maketrans("，：；（）？！", ",:;()?!")
TRADITIONAL = {ord(form): chr(character) for character, form in simplified_forms().items()}


@pytest.mark.parametrize(
    ("ending", "characters"),
    [("\r\n", HALF_WIDTH), ("\r", TRADITIONAL)],
    ids=["CR LF, half width", "CR, traditional script"],
)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_line_endings_width_and_script_make_no_difference(
    case: Path, ending: str, characters: dict[int, str]
) -> None:
    article, _, expected = case.read_text(encoding="utf-8").partition(RULE)
    blocks = lay_out(Source("article.txt", "", article.translate(characters).replace("\n", ending)))
    assert [written(block) for block in blocks] == expected.translate(characters).splitlines()
