"""The article that ships with the program, laid out as a reader sees it."""

from pathlib import Path

import pytest

from tuiexplorer.layout import Block, BlockKind, lay_out
from tuiexplorer.reading import read

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module")
def blocks() -> tuple[Block, ...]:
    return lay_out(read(str(SEED)))


def of(blocks: tuple[Block, ...], *kinds: BlockKind) -> list[str]:
    return [block.text for block in blocks if block.kind in kinds]


def test_title_and_subtitle(blocks: tuple[Block, ...]) -> None:
    assert of(blocks, BlockKind.TITLE) == ["锚定推动五个“高” 团结一心建支点"]
    assert of(blocks, BlockKind.SUBTITLE) == ["——省委十二届十一次全会引发热烈反响"]


def test_headings_with_their_slogans(blocks: tuple[Block, ...]) -> None:
    assert of(blocks, BlockKind.HEADING, BlockKind.SLOGAN) == [
        "坚定不移推动高质量发展",
        "推动发展能级、发展速度、发展质效、发展后劲整体提升",
        "坚定不移创造高品质生活",
        "让人民群众有更多获得感幸福感安全感",
        "坚定不移推进高水平开放",
        "打造双循环枢纽 构建内陆开放新高地",
        "坚定不移促进高效能治理",
        "“四个赋能”让干事创业更高效",
        "坚定不移筑牢高水平安全",
        "以系统观念筑牢安全防线",
    ]


def test_the_picture_and_the_authors_are_no_text(blocks: tuple[Block, ...]) -> None:
    assert [text[-4:] for text in of(blocks, BlockKind.CAPTION)] == ["薛婷 摄)"[-4:]]
    assert of(blocks, BlockKind.BYLINE) == ["(湖北日报全媒报道组)"]
    assert not of(blocks, BlockKind.NOISE)


@pytest.mark.parametrize(
    "healed", ["厅长龙小红表示", "央地共建机制,积极争取", "枢纽的互联互通。", "为服务保障支点建设"]
)
def test_words_and_names_that_a_page_cut_are_whole(blocks: tuple[Block, ...], healed: str) -> None:
    assert any(healed in text for text in of(blocks, BlockKind.PARAGRAPH))
