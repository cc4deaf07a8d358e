"""What holds for every text: nothing is lost, nothing is in two places, cut paragraphs are the uncut ones."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tuiexplorer.layout import BlockKind, lay_out
from tuiexplorer.reading import Source

pytestmark = pytest.mark.no_cover

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))

MARKS = st.sampled_from(
    [
        *"\n\n\n 　。，、；：？！“”‘’（）《》【】—…#*_>-=|[]()<!`~\\/.0123\u200b\ufeff\x0c\x85",
        "\r\n",
        "<!--",
        "-->",
        "**",
        "## ",
    ]
)
WORDS = st.sampled_from(
    [
        "本报讯",
        "记者",
        "张三",
        "摄",
        "第2版",
        "上接第一版",
        "（下转第二版）",
        "一、",
        "（一）",
        "1.",
        "◆",
        "表示",
        "说",
        "省财政厅厅长",
        "来源：",
        "责任编辑",
        "高质量发展",
        "坚定不移",
        "图为",
        "---",
        "https://example.com",
        "2025年11月22日",
        "新华社北京11月2日电",
        "阅读",
        "END",
        "的",
        "龙",
        "A",
        "b",
    ]
)
TEXTS = st.lists(MARKS | WORDS | st.characters(), max_size=60).map("".join)


@given(TEXTS)
@example("一、便民：**让群众少跑腿**")  # marks between a heading and its slogan
@example("二、让群众少跑腿\n\n办事\n让一、\n，办事与\n")  # a slogan whose second line goes on in a third
@example("|<b>|")  # a cell with nothing but marks in it
@example("<br>***")
@example("山货进城\n江州\n<br>\n张三")  # such a line under what could be an account
def test_every_character_is_in_exactly_one_block(text: str) -> None:
    blocks = lay_out(Source("any.txt", "", text))
    held = sorted(span for block in blocks for span in block.extent)
    position = 0
    for start, end in held:
        assert position <= start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(TEXTS)
@example("<p>  一心一意谋发展</p>")  # blanks inside a mark
def test_a_block_reads_as_its_pieces_do(text: str) -> None:
    for block in lay_out(Source("any.txt", "", text)):
        slices = "".join(text[start:end] for start, end in block.pieces)
        assert block.text == "".join(" " if character.isspace() else character for character in slices)
        assert list(block.pieces) == sorted(block.pieces)
        assert block.spans(0, len(block.text)) == block.pieces


@given(TEXTS)
def test_blocks_come_in_the_order_in_which_they_begin(text: str) -> None:
    begins = [block.extent[0][0] for block in lay_out(Source("any.txt", "", text))]
    assert begins == sorted(set(begins))


@given(TEXTS)
def test_only_headings_have_a_level(text: str) -> None:
    for block in lay_out(Source("any.txt", "", text)):
        assert (block.level > 0) == (block.kind is BlockKind.HEADING)


SENTENCES = st.sampled_from(
    [
        "会议强调，要坚持稳中求进工作总基调，着力扩大国内需求，优化经济结构。",
        "今年前三季度，全市规模以上工业增加值同比增长百分之七点五，高于全国平均水平。",
        "下一步，将持续优化营商环境，加快建设现代化产业体系，推动科技创新和产业创新深度融合。",
        "“这些年，村里的路修好了，产业也发展起来了，大家的日子越过越有奔头。”村民老赵笑着告诉记者。",
        "市财政局有关负责人介绍，全年民生支出占一般公共预算支出的比重保持在八成以上。",
    ]
)
PARAGRAPHS = st.lists(SENTENCES, min_size=2, max_size=5, unique=True).map("".join)
TURNS = st.sampled_from(
    [
        "\n\n",
        "\n",
        "\n\n— 3 —\n\n",
        "\n（下转第二版）\n\n第2版\n（上接第一版）\n",
        "\n\n图为会议现场。（张帆 摄）\n\n",
        "\x0c",
        "\nA03 要闻\n江州日报 2025年12月3日 星期三\n",
        "\n▼下转第3版\n\n▲上接第1版\n",
        "\n江州日报社版权所有 未经授权不得转载\n",
    ]
)


@given(before=PARAGRAPHS, cut=PARAGRAPHS, after=PARAGRAPHS, turn=TURNS, data=st.data())
def test_joining_the_pages_of_a_cut_paragraph_gives_the_uncut_one(
    before: str, cut: str, after: str, turn: str, data: st.DataObject
) -> None:
    inside = [
        place for place in range(46, len(cut) - 1) if cut[place - 1] not in "。”！？：" and cut[place] != "“"
    ]
    place = data.draw(st.sampled_from(inside))
    article = "各地掀起学习热潮\n\n{}\n\n凝聚奋进力量\n\n{}\n\n{}\n"
    whole = lay_out(Source("whole.txt", "", article.format(before, cut, after)))
    torn = lay_out(Source("torn.txt", "", article.format(before, cut[:place] + turn + cut[place:], after)))
    aside = (BlockKind.NOISE, BlockKind.CAPTION)
    assert [(b.kind, b.text) for b in torn if b.kind not in aside] == [(b.kind, b.text) for b in whole]


@given(first=PARAGRAPHS, second=PARAGRAPHS, gap=st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_two_paragraphs_are_never_joined(first: str, second: str, gap: str) -> None:
    blocks = lay_out(Source("two.txt", "", f"各地掀起学习热潮\n\n{first}{gap}{second}"))
    assert [block.text for block in blocks[1:]] == [first, second]


def test_laying_out_twice_gives_the_same() -> None:
    for case in CASES:
        source = Source("article.txt", "", case.read_text(encoding="utf-8"))
        assert lay_out(source) == lay_out(source), case.stem


HUGE = {
    "a line without a break": "全会提出，要坚定不移" * 100_000,
    "headings only": "一、坚定不移推进\n" * 20_000,
    "lines that never stop": "推动高质量发展\n" * 20_000,
    "one character a line": "的\n" * 20_000,
    "unclosed comments": "<!--" * 50_000,
    "unclosed links": "[a](" * 50_000,
    "unclosed brackets": "（【《“" * 50_000,
    "stars": "*" * 200_000,
    "names": ("王 " * 70 + "\n") * 1_000,
    "paths": ("首页 > " * 20 + "\n") * 1_000,
    "credits": ("来源：" * 40 + "\n") * 1_000,
}


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_no_text_is_too_much(text: str) -> None:
    blocks = lay_out(Source("huge.txt", "", text))
    assert sum(end - start for block in blocks for start, end in block.extent) >= len("".join(text.split()))
