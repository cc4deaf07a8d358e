"""Articles made up by Hypothesis: titles, headings and paragraphs put together from the pieces that news is made of."""

from dataclasses import dataclass

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


@st.composite
def contents(draw: st.DrawFn, least: int) -> str:
    return "，".join(draw(st.lists(st.sampled_from(CLAUSES), min_size=least, max_size=least + 3)))


@st.composite
def paragraphs(draw: st.DrawFn, least: int = 1) -> str:
    """Someone says ``least`` clauses and more, in one of the ways in which people speak in news, or no one does."""
    who = draw(
        st.one_of(
            st.builds("".join, st.tuples(st.sampled_from(POSTS), st.sampled_from(NAMES))),
            st.sampled_from(UNNAMED),
        )
    )
    cue, one, other = draw(st.sampled_from(CUES)), draw(contents(least)), draw(contents(least))
    shapes = (
        f"{who}{cue}，{one}。",
        f"{who}{cue}：“{one}。”",
        f"“{one}。”{who}{cue}。",
        f"“{one}，”{who}{cue}，“{other}。”",
        f"“{one}。”{who}{cue}，{other}。",
        f"{who}{cue}，{one}。{other}。",
        draw(st.sampled_from(NARRATION)) + f"{who}{cue}，{one}。",
        draw(st.sampled_from(NARRATION)) * least,
    )
    return draw(st.sampled_from(shapes))


@st.composite
def articles(draw: st.DrawFn, headings: bool = True) -> Article:
    lines = draw(st.lists(paragraphs(), min_size=1, max_size=6))
    for place in draw(st.lists(st.integers(0, len(lines) - 1), max_size=2)) if headings else ():
        lines.insert(place, draw(st.sampled_from(HEADINGS)))
    return Article(draw(st.sampled_from(TITLES)), tuple(lines))


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """``text`` with stretches cut out, doubled, put elsewhere, or written over with what breaks grammars."""
    odd = st.text(
        st.sampled_from("“”‘’「」『』，。：；、！？…—（）()《》【】·\n\r\t 　\u200b\ufeff\0说表示他称#*-1"),
        max_size=4,
    )
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        match draw(st.sampled_from(("cut", "double", "move", "write"))):
            case "cut":
                text = text[:start] + text[end:]
            case "double":
                text = text[:end] + text[start:end] + text[end:]
            case "move":
                rest = text[:start] + text[end:]
                place = draw(st.integers(0, len(rest)))
                text = rest[:place] + text[start:end] + rest[place:]
            case _:
                text = text[:start] + draw(odd) + text[end:]
    return text
