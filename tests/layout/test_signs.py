"""What a line says about itself, wherever on the page it stands: between two paragraphs that are complete."""

import pytest

from tuiexplorer.layout import BlockKind, lay_out
from tuiexplorer.reading import Source

PAGE = "\n\n".join(
    [
        "全会精神引发热烈反响",
        "会议强调，要坚持稳中求进。",
        "{}",
        "大家表示，要抓好落实。",
        "凝聚力量",
        "大家说，要用好政策。",
    ]
)

NOISE = """
3
— 12 —
- 3 -
第2版
第02版：要闻
05版·两会特刊
江州内参            2025年第48期
中大小
阅读下一篇：
抢首评
A03版
02 要闻
第3页 共8页
3/8
Page 3 of 8
（上接第一版）
（下转第四版）
▲上接A1版
下转第4版
* * *
——————
江州日报 2025年11月22日 星期六
2025年11月22日
2025-11-22 08:30
江州日报/2025年/12月/5日/第001版
https://example.com/article
[查看原文](https://example.com/a)
![](a.jpg)
<!-- begin -->
更新时间：2025-11-22 08:30
上一篇：全市经济工作会议召开
【打印】【关闭】
上一版 下一版
第A01版：要闻            上一版  下一版
字号 大 中 小
阅读 1.2万
扫一扫在手机打开当前页
江州新闻网 www.jiangzhou.cn
点个“在看”，为江州加油！
点击蓝字，关注我们
- END -
（完）
01
PART 02
壹
"""
BYLINE = """
本报记者 张帆
记者 张帆 通讯员 李然
□本报记者 张帆
□ 江州日报全媒体记者 张帆 李然
（本报记者 张帆）
（记者 张帆 通讯员 李然 文/图）
（张帆 李然）
（江州日报全媒报道组）
(江州日报报道组)
〔责任编辑：王芳〕
责任编辑：王芳 校对：刘洋
责编/王芳
编辑 | 王芳
来源：江州日报
来源：江州日报 作者：张帆 2025-11-22
2025年11月22日 08:30 来源：江州日报
见习记者：张帆
记者 凤鸣 实习生 戈羽
江州工人报 记者 山木 通讯员 矿石
2025-12-22 11:26·江州晚报
文/张帆 图/李然
（据新华社电）
（综合新华社、人民日报报道）
（作者单位：江州市委党校）
本报评论员
江州日报评论员
江州发布 2025-12-05
2025/12/3 9:30 江州区融媒体中心
责编 李梅 美编 赵云 校对 孙丽
原创 江州发布
新华社北京11月2日电
（本报北京3月10日电）
央视网消息（新闻联播）：
By Zhang Fan
"""
CAPTION = """
12月3日，大会会场。（张帆 摄）
11月16日，列车驶过长江。(江州日报全媒记者 张帆 摄)
图为会议现场。
图①：项目建设现场。
上图：村民在采摘柑橘。
▲会议现场
△ 江州港一派繁忙景象
市民在公园散步。新华社发（张帆 摄）
企业车间里，工人正在作业。受访者供图（受访者供图）
江州港夜景（资料图）
本报记者 张帆 摄
江州港一派繁忙景象。本报记者 张帆 摄
村医为老人测血压。　　本报资料图
可躺式课桌椅。图/江州晚报 记者 张帆
📷 张帆 摄
江州港夜景。 江州网记者 张帆 图
村民在采摘柑橘。 受访者供图
江州港夜景 江州港务局供图
![江州港航拍图](a.jpg)
"""
TEXT = """
记者在现场看到，工人们正在加紧施工。
本报讯（记者 张帆）12月3日，大会召开。
新华社北京11月2日电（记者 张帆）大会召开。
央视网消息（新闻联播）：大会今天召开。
来源于基层的呼声，就是工作的方向。
编辑部的同志说，要把好导向。
“阅读让生活更美好。”他说。
2025年11月22日，大会召开。
一、二、三产业要融合发展。
12.5亿元资金已经到位。
“来源：群众。”他说。
记者：下一步有哪些打算？
省财政厅厅长王芳：要用好政策。
3亿元资金已经到位。
"""
HEADING = """
记者走进田间地头
干部群众热议区委全会精神（图）
编辑的一天
阅读点亮江州
图强求变谱新篇
上下同心谋发展
第一书记的一天
来源清晰才放心
中小企业添活力
"""
MARKED = {
    "一、坚定不移推动发展": "坚定不移推动发展",
    "（一）稳住工业": "稳住工业",
    "1. 稳住工业": "稳住工业",
    "1、稳住工业": "稳住工业",
    "（1）稳住工业": "稳住工业",
    "① 稳住工业": "稳住工业",
    "第一章 总体要求": "总体要求",
    "第一、加强领导": "加强领导",
    "A 从“抢出口”到“换赛道”": "从“抢出口”到“换赛道”",
    "B｜换赛道": "换赛道",
    "◆稳住工业": "稳住工业",
    "● 稳住工业": "稳住工业",
    "■稳住工业■": "稳住工业",
    "🌾🌾 稳住农业 🌾🌾": "稳住农业",
    "1️⃣、稳住工业": "稳住工业",
    "👨‍👩‍👧 稳住就业": "稳住就业",
    "★ 稳住工业": "稳住工业",
    "【稳住工业】": "稳住工业",
    "## 稳住工业": "稳住工业",
    "## 稳住工业 ##": "稳住工业",
    "##稳住工业": "稳住工业",
    "**稳住工业**": "稳住工业",
    "**一、稳住工业**": "稳住工业",
    "### **稳住工业**": "稳住工业",
    "## [稳住工业](https://example.com)": "稳住工业",
}
SLOGANS = {
    "坚定不移筑牢高水平安全 以系统观念筑牢防线": ("坚定不移筑牢高水平安全", "以系统观念筑牢防线"),
    "改革赋能：让干事创业更高效": ("改革赋能", "让干事创业更高效"),
    "改革赋能——让干事创业更高效": ("改革赋能", "让干事创业更高效"),
    "一、改革赋能：让干事创业更高效": ("改革赋能", "让干事创业更高效"),
    "◆改革赋能 让干事创业更有劲头": ("改革赋能", "让干事创业更有劲头"),
    "【改革赋能】让干事创业更高效": ("改革赋能", "让干事创业更高效"),
    "### 1. 改革赋能：让干事创业更高效": ("改革赋能", "让干事创业更高效"),
    "## 改革赋能 让干事创业更有劲头": ("改革赋能", "让干事创业更有劲头"),
    "**改革赋能：让干事创业更高效**": ("改革赋能", "让干事创业更高效"),
    "“放管服”改革：让办事更便捷": ("“放管服”改革", "让办事更便捷"),
    "抓创新 强产业": ("抓创新 强产业",),
    "“奋进新征程 建功新时代”": ("“奋进新征程 建功新时代”",),
    "中国—东盟合作迈上新台阶": ("中国—东盟合作迈上新台阶",),
}


def middle(line: str) -> list[tuple[BlockKind, str]]:
    """What becomes of a line between complete paragraphs."""
    blocks = lay_out(Source("page.txt", "", PAGE.format(line)))
    assert [block.text for block in blocks[:2]] == ["全会精神引发热烈反响", "会议强调，要坚持稳中求进。"]
    assert [block.text for block in blocks[-3:]] == [
        "大家表示，要抓好落实。",
        "凝聚力量",
        "大家说，要用好政策。",
    ]
    return [(block.kind, block.text) for block in blocks[2:-3]]


def table(lines: str) -> list[str]:
    return lines.strip().splitlines()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        *((line, BlockKind.NOISE) for line in table(NOISE)),
        *((line, BlockKind.BYLINE) for line in table(BYLINE)),
        *((line, BlockKind.CAPTION) for line in table(CAPTION)),
        *((line, BlockKind.PARAGRAPH) for line in table(TEXT)),
        *((line, BlockKind.HEADING) for line in table(HEADING)),
    ],
)
def test_a_line_has_its_role(line: str, kind: BlockKind) -> None:
    assert [found for found, _ in middle(line)] == [kind]


@pytest.mark.parametrize(("line", "text"), MARKED.items(), ids=MARKED.keys())
def test_a_marked_heading_is_read_without_its_mark(line: str, text: str) -> None:
    assert middle(line) == [(BlockKind.HEADING, text)]


@pytest.mark.parametrize(("line", "parts"), SLOGANS.items(), ids=SLOGANS.keys())
def test_a_slogan_stands_on_its_headings_line(line: str, parts: tuple[str, ...]) -> None:
    assert middle(line) == list(zip((BlockKind.HEADING, BlockKind.SLOGAN), parts, strict=False))
