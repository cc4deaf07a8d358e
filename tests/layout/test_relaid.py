"""An article laid out as newspapers, their sites and those who copy from them do: the same article each time."""

from collections.abc import Callable

import pytest

from tuiexplorer.layout import BlockKind, lay_out
from tuiexplorer.model import parse
from tuiexplorer.reading import Source

Parts = list[tuple[str, str]]

FAIR = """\
title: 柳河镇山货卖进城
paragraph: 2月3日，柳河镇举办山货节。三天里，来了两万名游客，山核桃卖出了八千斤。
heading: 村里开了直播间
paragraph: “货好不怕路远，路通了更不怕。”石磨村党支部书记舒怀站在新修的货场边上说，今年还要添两条冷|链，送鲜笋进省城。
paragraph: 县农业农村局副局长米朗介绍，全县已建产地仓十二座。今年将再建三座，年内把快递送到|每个村民小组。
heading: 手艺有了接班人
paragraph: “我家三代编竹篮。”村民项橙方一边收拾院子里晒着的篾条，一边对来人|说：“从前卖不出去，现在订单排到了秋天。”
paragraph: 镇长闻笛认为，手艺活要靠年轻人——没有年轻人，就没有明天。他说，镇上办|了夜校，报名的有四十多人。
"""
WATER = """\
title: 全市上下热议水利建设三年行动
paragraph: 连日来，各县区、各部门反响热烈。大家表示，要把图纸上的渠道|修到田头。
heading: 安全度汛
slogan: 让每一座水库都有一个会预报的“双胞胎”
paragraph: “汛期最怕的是看不见。”市水利局局长、党组书记岳明说，今年给全市的病险水|库都装上监测设备，早知道就多一分主动。
paragraph: 青石县应急管理局副局长祝安介绍，县里的抢险队伍已经分到|十四个乡镇，沙袋、冲锋舟和发电机都提前到位。
heading: 节水增收
slogan: 同样一方水浇出两季粮
paragraph: 灌区管理处主任卫长林算了一笔账：渠道衬砌以后，一亩地一年省水一百|方。“省下来的水，够下游再种一季玉米。”他说。
paragraph: 种粮大户石有田深有体会。他告诉记者，往年争水争到半夜，今年坐在家里点一|点手机，水就到了田头。
heading: 河湖美丽
slogan: 把岸线还给老百姓
paragraph: 市生态环境局有关负责人表示，下一步将拆除侵占河道的临时建筑，建成六十公里|滨水步道。
"""


def parts(article: str) -> Parts:
    """The blocks of an article: each its kind and its text, with a stroke where a page may turn."""
    return [(kind, text) for kind, _, text in (line.partition(": ") for line in article.splitlines())]


def whole(text: str) -> str:
    """A text that no page cuts."""
    return text.replace("|", "")


Layout = Callable[[Parts], str]
"""How blocks become a text."""


def spaced(between: str = "\n", indent: str = "", heading: str = "") -> Layout:
    """Every block on a line of its own; what stands before a paragraph and before a heading."""
    before = {"paragraph": indent, "heading": heading, "slogan": heading}
    return lambda article: between.join(before.get(kind, "") + whole(text) for kind, text in article) + "\n"


def marked(mark: str) -> Layout:
    """Headings with a mark: `~` in it is the heading, a one its number."""

    def text(article: Parts) -> str:
        lines, number = [], 0
        for kind, text in article:
            line = whole(text)
            if kind == "heading":
                line = mark.translate({ord("1"): "123"[number], ord("一"): "一二三"[number], ord("~"): line})
                number += 1
            lines.append(line)
        return "\n\n".join(lines)

    return text


def sloganed(joint: str) -> Layout:
    """Slogans on the lines of their headings."""
    return lambda article: "".join(
        {"heading": "\n", "slogan": joint}.get(kind, "\n\n") + whole(text) for kind, text in article
    ).replace("\n\n\n", "\n\n")


def labelled(joint: str) -> Layout:
    """Headings in brackets, slogans after them."""
    return lambda article: sloganed(joint)(
        [(kind, f"【{text}】" if kind == "heading" else text) for kind, text in article]
    )


def turned(turn: str, between: str = "\n\n") -> Layout:
    """Pages that turn within every other paragraph."""
    return lambda article: between.join(
        text.replace("|", f"\n{turn}\n" if index % 2 else "") for index, (_, text) in enumerate(article)
    )


def around(before: str, after: str) -> Layout:
    """What sites put around an article."""
    return lambda article: f"{before}\n\n{spaced()(article)}\n{after}\n"


def columns(measure: int, indent: str = "", between: str = "\n", *, hanging: bool = True) -> Layout:
    """Lines of so many characters, none of which begins with a closing sign.

    Such a sign may hang over the end of its line; else the character before it goes to the next line with it.
    """

    def text(article: Parts) -> str:
        return between.join("\n".join(lines(kind, whole(text))) for kind, text in article)

    def lines(kind: str, text: str) -> list[str]:
        broken = [""]
        for character in indent + text if kind == "paragraph" else text:
            if len(broken[-1]) < measure or (hanging and character in CLOSING):
                broken[-1] += character
            elif character in CLOSING:
                broken[-1:] = [broken[-1][:-1], broken[-1][-1] + character]
            else:
                broken.append(character)
        return broken

    return text


CLOSING = "，。、：！”"
NAVIGATION = "江州新闻网 > 要闻 > 正文\n2025年12月03日 09:12　来源：江州日报\n字号：大 中 小\n分享到："
FOOT = "（责任编辑：林小满）\n上一篇：全市经济工作会议召开\n版权所有 未经授权不得转载"
HEAD = "江州水利简报 第4期"

MARKS = (
    "一、~; （一）~; 1. ~; 1、~; 第一，~; 01 | ~; 01\n~; PART 01\n~; ◆~; ● ~; ■~; 【~】; ▌~; 🔹~; ## ~; **~**;"
    " 〖~〗; ——~——; · ~ ·; /~/; »~; 一 ~; 1 | ~; 【一】~; 镜头一：~; 关键词1 ~; NO.1 ~"
)

JOINTS = ("\n", " ", "　", "：", "——", " | ", "—", " - ", "/", "\n◎ ")

LAYOUTS: dict[str, Layout] = {
    "blank lines between": spaced("\n\n"),
    "no blank lines": spaced(),
    "two blank lines": spaced("\n\n\n"),
    "paragraphs indented": spaced(indent="　　"),
    "all indented": spaced(indent="　　", heading="　　"),
    "indented with tabs": spaced(indent="\t"),
    "indented with blanks that do not break": spaced("\n\n", indent="\xa0" * 4),
    "headings centred": spaced(indent="　　", heading="　" * 8),
    "blanks at the ends of lines": spaced("  \n"),
    "CR LF": spaced("\r\n\r\n"),
    "CR": spaced("\r"),
    **{f"headings as {mark}": marked(mark) for mark in MARKS.split("; ")},
    **{f"slogans after {joint!r}": sloganed(joint) for joint in JOINTS},
    **{f"slogans after brackets and {joint!r}": labelled(joint) for joint in ("", " ", "：", "——")},
    "pages that turn": turned("\n— 3 —\n"),
    "pages with jumps": turned("（下转第四版）\n\n（上接第一版）"),
    "pages with heads": turned("A03 要闻\n江州日报 2025年12月3日 星期三", between="\n"),
    "pages with heads of no known kind": turned(HEAD),
    "captions within": turned("图为会议现场。（张帆 摄）"),
    "a site around": around(NAVIGATION, FOOT),
    **{
        f"columns of {measure}, signs {'hanging' if hanging else 'pushed'}": columns(measure, hanging=hanging)
        for measure in (11, 12, 13, 14, 15, 16, 20, 28)
        for hanging in (True, False)
    },
    "columns with indents": columns(17, indent="　　"),
    "columns with blank lines": columns(24, between="\n\n"),
}


@pytest.mark.parametrize("article", [FAIR, WATER], ids=["fair", "water"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_layout_gives_the_article(layout: Layout, article: str) -> None:
    source = Source("article.txt", "", layout(parts(article)))
    aside = (BlockKind.NOISE, BlockKind.BYLINE, BlockKind.CAPTION)
    blocks = [(str(block.kind), block.text) for block in lay_out(source) if block.kind not in aside]

    assert blocks == [(kind, whole(text)) for kind, text in parts(article)]
    assert said(source) == said(Source("plain.txt", "", spaced("\n\n")(parts(article))))


def said(source: Source) -> list[tuple[str | None, str | None, str, str, str]]:
    """Who says what, and under which theme."""
    return [
        (theme.heading, theme.slogan, one.speaker, one.cue, "".join(one.content.split()))
        for theme in parse(source).themes
        for one in theme.statements
    ]
