"""The province of a text is told by its newspaper, its dateline or the places it names."""

import pytest

from tuiexplorer.lexicon.regions import home_of, region_of


@pytest.mark.parametrize(
    ("text", "region"),
    [
        # newspapers named after their place
        ("湖北日报", "湖北"),
        ("（湖北日报全媒报道组）", "湖北"),
        ("恩施日报", "湖北"),
        ("廣東衛視報道", "广东"),
        ("兵团日报", "兵团"),
        ("海南日报", "海南"),
        ("江苏卫视", "江苏"),
        ("（辽宁观察全媒体报道组）", "辽宁"),
        ("浙江新闻客户端", "浙江"),
        ("北京青年报", "北京"),
        ("四川日报全媒体记者", "四川"),
        ("据西安晚报报道", "陕西"),
        # and those that are not
        ("长江日报", "湖北"),
        ("南方日报讯", "广东"),
        ("大众日报记者", "山东"),
        ("新华日报·交汇点", "江苏"),
        ("解放日报", "上海"),
        ("羊城晚报", "广东"),
        ("每日甘肃网", "甘肃"),
        ("封面新闻", "四川"),
        # the whole country
        ("人民日报", None),
        ("新华社", None),
        ("央视网消息（新闻联播）：福建省", None),
        ("上海证券报", None),
        ("中国青年报", None),
        ("北京商报网", None),
        # datelines
        ("新华社武汉11月21日电（记者 甲）", "湖北"),
        ("新华社北京11月21日电", None),
        ("本报长沙3月4日讯", "湖南"),
        ("新华社莫斯科3月4日电", None),
        ("　　本报北京10月24日电（记者 甲）", None),
        ("　　本报广州10月24日电（记者 甲）", "广东"),
        ("广州10月24日电", "广东"),
        # titles
        ("浙江新闻发布会在杭州举行", "浙江"),
        ("湖北省委全会引发热烈反响", "湖北"),
        ("襄阳市委全会召开", "湖北"),
        ("江苏与浙江合作", None),
        ("省委全会引发热烈反响", None),
        ("", None),
    ],
)
def test_a_text_is_of_the_one_region_that_it_names(text: str, region: str | None) -> None:
    assert region_of(text) == region


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("长江日报讯", "武汉市"),
        ("（襄阳日报记者 甲）", "襄阳市"),
        ("湖北日报", "湖北省"),
        ("新华社武汉11月21日电", None),
        ("人民日报", None),
        ("襄阳市委全会召开", None),
    ],
)
def test_a_citys_newspaper_tells_the_city(text: str, home: str | None) -> None:
    assert home_of(text) == home


def test_the_local_newspaper_outweighs_the_agency_that_it_quotes() -> None:
    assert region_of("据新华社报道，会议在北京举行。\n（贵州日报记者 甲）") == "贵州"


def test_an_article_is_where_most_of_its_places_are() -> None:
    text = "杭州、宁波、温州三地代表发言，浙江将扩大投资。" * 3 + "与江苏共建。"
    assert region_of(text) == "浙江"


def test_a_long_article_is_told_by_its_byline() -> None:
    assert region_of("全会提出。" * 5000 + "（安徽日报记者 甲）") == "安徽"
