"""Articles made up by Hypothesis: titles, headings and paragraphs put together from the pieces that news is made of."""

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

POSTS = (
    "省水利厅厅长",
    "省农业农村厅党组书记、厅长",
    "云州市委副书记、市长",
    "省发改委党组成员，省能源局局长",
    "云州港集团有限公司党委书记、董事长",
    "青溪县白石村村民",
    "种粮大户",
    "法国外交部长",
    "云州大学教授",
)
NAMES = ("周敏", "何田", "方圆", "欧阳秋月", "皮埃尔·杜邦", "高峰", "水清华", "赵大海")
UNNAMED = ("省应急管理厅有关负责人", "国家统计局", "大家", "与会专家", "知情人士", "他", "该负责人")
CUES = ("表示", "说", "指出", "告诉记者", "介绍说", "高兴地说", "在接受采访时表示", "18日强调", "坦言")
CLAUSES = (
    "将科学调度今年的春灌用水",
    "确保每一方水都用在刀刃上",
    "要把“好房子”建在群众需要的地方",
    "全省“十五五”时期力争建成3座大型灌区",
    "到2030年产值突破2800亿元",
    "我们有信心也有能力完成全年任务",
    "让老百姓的日子一年更比一年好",
    "推动《节约用水条例》落地见效",
)
NARRATION = (
    "全会提出，要坚定不移推动高质量发展。",
    "据介绍，该项目总投资12亿元，明年建成投产。",
    "渠水哗哗流进稻田，村口的墙上“节约用水”的标语十分醒目。",
    "截至3月底，全省水库蓄水量同比增长12%。",
)
HEADINGS = (
    "一、把水蓄住",
    "◆ 把水管好",
    "## 把水用活",
    "坚定不移推动高质量发展",
    "【案情】",
    "（三）看得见的实效",
)
TITLES = ("云州春灌调查：一渠清水润万家", "凝心聚力绘新图 实干争先开新局")
NOISE = ("", "第2版", "— 3 —", "4")
MARKS = (
    "，",
    "。",
    "：“",
    "”",
    "“",
    "；",
    "、",
    "\n",
    "\n\n",
    "　　",
    "（",
    "）",
    "——",
    "《",
    "》",
    "…",
    "！",
    "？",
)
PIECES = (*POSTS, *NAMES, *UNNAMED, *CUES, *CLAUSES, *NARRATION, *HEADINGS, *MARKS, *MARKS)
"""All of these, and more of what stands between them."""


@dataclass(frozen=True)
class Article:
    """A title and what stands below it, each a paragraph or a heading of one line."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n\n".join((self.title, *self.lines)) + "\n"


# Put together here, once: to make a strategy for each draw takes longer than to draw.
_CLAUSE, _CUE, _NARRATION, _HEADING, _TITLE = map(
    st.sampled_from, (CLAUSES, CUES, NARRATION, HEADINGS, TITLES)
)
_WHO = st.tuples(st.sampled_from(POSTS), st.sampled_from(NAMES)).map("".join) | st.sampled_from(UNNAMED)
_SHAPE = st.sampled_from(
    (
        "{who}{cue}，{one}。",
        "{who}{cue}：“{one}。”",
        "“{one}。”{who}{cue}。",
        "“{one}，”{who}{cue}，“{other}。”",
        "“{one}。”{who}{cue}，{other}。",
        "{who}{cue}，{one}。{other}。",
        "{narration}{who}{cue}，{one}。",
        "{narration}",
    )
)
_ODD = st.text(
    st.sampled_from("“”‘’「」『』，。：；、！？…—（）()《》【】·\n\r\t 　\u200b\ufeff\0说表示他称#*-1"),
    max_size=4,
)
_CHANGES, _CHANGED = st.integers(1, 6), st.integers(0, 12)
_CHANGE = st.sampled_from(("cut", "double", "move", "write"))


@cache
def contents(least: int) -> st.SearchStrategy[str]:
    return st.lists(_CLAUSE, min_size=least, max_size=least + 3).map("，".join)


@cache
def paragraphs(least: int = 1) -> st.SearchStrategy[str]:
    """Someone says ``least`` clauses and more, in one of the ways in which people speak in news, or no one does."""
    parts = {
        "{who}": _WHO,
        "{cue}": _CUE,
        "{one}": contents(least),
        "{other}": contents(least),
        "{narration}": _NARRATION,
    }

    @st.composite
    def paragraph(draw: st.DrawFn) -> str:
        text = shape = draw(_SHAPE)
        for part, strategy in parts.items():
            if part in shape:
                text = text.replace(part, draw(strategy))
        return text * (least if shape == "{narration}" else 1)

    return paragraph()


_PARAGRAPHS = st.lists(paragraphs(), min_size=1, max_size=6)


@st.composite
def articles(draw: st.DrawFn, headings: bool = True) -> Article:
    lines = draw(_PARAGRAPHS)
    for place in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)) if headings else ():
        lines.insert(place, draw(_HEADING))
    return Article(draw(_TITLE), tuple(lines))


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """``text`` with stretches cut out, doubled, put elsewhere, or written over with what breaks grammars."""
    for _ in range(draw(_CHANGES)):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(_CHANGED))
        match draw(_CHANGE):
            case "cut":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + text[start:end] + text[end:]
            case "move":
                rest = text[:start] + text[end:]
                place = draw(st.integers(0, len(rest)))
                text = rest[:place] + text[start:end] + rest[place:]
            case _:
                text = text[:start] + draw(_ODD) + text[end:]
    return text
