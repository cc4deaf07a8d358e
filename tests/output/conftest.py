"""A small corpus made by hand, so that the outputs are tested apart from the grammar."""

from dataclasses import dataclass

import pytest

from tuiexplorer.layout import Block, BlockKind
from tuiexplorer.model import Document, Doubt, Entry, Kind, Narration, Position, Statement, Theme
from tuiexplorer.reading import Source

TEXT = "小城新规\n便民\n市民政局局长张三表示，将简化流程。他还说话了。\n天下雨。\n"


@dataclass(frozen=True)
class Sample:
    """A document and the entries in it that tests speak of."""

    document: Document
    said: Entry
    unheaded: Entry
    told: Entry
    blocks: tuple[Block, ...]


def make_sample(
    *, content: str = "将简化流程", speaker: str = "张三", path: str = "news/a.txt", byline: str | None = None
) -> Sample:
    """Three entries: a statement of two posts under a theme, one before any heading, a narration."""
    source = Source(path, "0" * 64, TEXT)
    positions = (
        Position("市民政局", "党组书记", "小城市民政局"),
        Position("市民政局", "局长", "小城市民政局"),
        Position("慈善总会", "会长"),
    )
    said = Statement(
        id="aaaa",
        speaker=speaker,
        kind=Kind.NAMED,
        positions=positions,
        cue="表示",
        content=content,
        paragraph=f"{speaker}表示，{content}。",
        spans=((19, 24),),
        attribution=((8, 18),),
        line=3,
    )
    unheaded = Statement(
        id="bbbb",
        speaker="市民政局",
        kind=Kind.INSTITUTION,
        positions=(Position("市民政局", ""),),
        cue="称",
        content="好",
        paragraph="市民政局称好。",
        spans=((1, 2),),
        attribution=((0, 1),),
        line=1,
    )
    told = Narration("天下雨。", ((33, 37),), 4)
    front = Theme(None, None, (), (unheaded,), 1)
    theme = Theme("便民", "让群众少跑腿", (told,), (said,), 2)
    blocks = (
        Block(BlockKind.TITLE, ((0, 4),), ((0, 4),), TEXT[0:4]),
        Block(BlockKind.HEADING, ((5, 7),), ((5, 7),), TEXT[5:7], level=1),
        Block(BlockKind.PARAGRAPH, ((8, 32),), ((8, 32),), TEXT[8:32]),
    )
    doubts = (
        Doubt("unattributed", (26, 31), 3, "no speaker before the cue"),
        Doubt("ambiguous", (0, 4), 1, "two readings"),
    )
    document = Document(source, "小城新规", "——各方热议", byline, (front, theme), doubts)
    return Sample(
        document,
        Entry(document, theme, 0),
        Entry(document, front, 0),
        Entry(document, theme, 1),
        blocks,
    )


@pytest.fixture
def sample() -> Sample:
    """The document as it is unless a test says otherwise."""
    return make_sample()
