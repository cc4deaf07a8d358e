"""Narrow columns without indents or blank lines: only their measure tells where a paragraph ends."""

import pytest

from tuiexplorer.layout import lay_out
from tuiexplorer.reading import Source

ARTICLE = """\
title: 柳河镇山货卖进城
paragraph: 2月3日，柳河镇举办山货节。三天里，来了两万名游客，山核桃卖出了八千斤。
heading: 村里开了直播间
paragraph: “货好不怕路远，路通了更不怕。”石磨村党支部书记舒怀站在新修的货场边上说，今年还要添两条冷链，送鲜笋进省城。
paragraph: 县农业农村局副局长米朗介绍，全县已建产地仓十二座。今年将再建三座，年内把快递送到每个村民小组。
heading: 手艺有了接班人
paragraph: “我家三代编竹篮。”村民项橙方一边收拾院子里晒着的篾条，一边对来人说：“从前卖不出去，现在订单排到了秋天。”
paragraph: 镇长闻笛认为，手艺活要靠年轻人——没有年轻人，就没有明天。他说，镇上办了夜校，报名的有四十多人。
"""
CLOSING = "，。、：！”"


def set_in_columns(text: str, measure: int, *, hanging: bool) -> list[str]:
    """``text`` in lines of so many characters, none of which begins with a closing sign.

    Such a sign may hang over the end of its line; else the character before it goes to the next line with it.
    """
    lines = [""]
    for character in text:
        if len(lines[-1]) < measure or (hanging and character in CLOSING):
            lines[-1] += character
        elif character in CLOSING:
            lines[-1:] = [lines[-1][:-1], lines[-1][-1] + character]
        else:
            lines.append(character)
    return lines


@pytest.mark.parametrize("hanging", [True, False], ids=["hanging", "pushed"])
@pytest.mark.parametrize("measure", range(11, 17))
def test_columns_of_any_measure_give_the_article(measure: int, hanging: bool) -> None:
    texts = [line.partition(": ")[2] for line in ARTICLE.splitlines()]
    column = "\n".join(line for text in texts for line in set_in_columns(text, measure, hanging=hanging))
    blocks = lay_out(Source("column.txt", "", column))
    assert "".join(f"{block.kind}: {block.text}\n" for block in blocks) == ARTICLE
