"""Places are known in full, in short, in chains, and not where they are words."""

import pytest

from tuiexplorer.lexicon.places import Level, is_place, mention, place_end, places_named, provinces


@pytest.mark.parametrize(
    ("written", "name", "level", "province"),
    [
        ("湖北省", "湖北省", Level.PROVINCE, "湖北省"),
        ("湖北", "湖北省", Level.PROVINCE, "湖北省"),
        ("广西", "广西壮族自治区", Level.PROVINCE, "广西壮族自治区"),
        ("新疆自治区", "新疆维吾尔自治区", Level.PROVINCE, "新疆维吾尔自治区"),
        ("海南", "海南省", Level.PROVINCE, "海南省"),
        ("吉林", "吉林省", Level.PROVINCE, "吉林省"),
        ("兵团", "新疆生产建设兵团", Level.PROVINCE, "新疆生产建设兵团"),
        ("香港", "香港特别行政区", Level.PROVINCE, "香港特别行政区"),
        ("苏州", "苏州市", Level.PREFECTURE, "江苏省"),
        ("恩施州", "恩施土家族苗族自治州", Level.PREFECTURE, "湖北省"),
        ("恩施", "恩施土家族苗族自治州", Level.PREFECTURE, "湖北省"),
        ("巴州", "巴音郭楞蒙古自治州", Level.PREFECTURE, "新疆维吾尔自治区"),
        ("大兴安岭", "大兴安岭地区", Level.PREFECTURE, "黑龙江省"),
        ("锡林郭勒盟", "锡林郭勒盟", Level.PREFECTURE, "内蒙古自治区"),
        ("义乌", "义乌市", Level.COUNTY, "浙江省"),
        ("长阳县", "长阳土家族自治县", Level.COUNTY, "湖北省"),
        ("浦东", "浦东新区", Level.COUNTY, "上海市"),
        ("海淀区", "海淀区", Level.COUNTY, "北京市"),
        ("神农架", "神农架林区", Level.COUNTY, "湖北省"),
        ("鄂温克族自治旗", "鄂温克族自治旗", Level.COUNTY, "内蒙古自治区"),
        ("雄安新区", "雄安新区", Level.COUNTY, "河北省"),
        ("俄罗斯联邦", "俄罗斯", Level.COUNTRY, None),
        ("印尼", "印度尼西亚", Level.COUNTRY, None),
    ],
)
def test_a_place_is_known_by_each_of_its_names(
    written: str, name: str, level: Level, province: str | None
) -> None:
    place = places_named(written)[0]
    assert (place.name, place.level) == (name, level)
    assert (place.province.name if place.province else None) == province


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("湖北襄阳消息", "湖北襄阳"),
        ("湖南省岳阳市岳阳楼区居民", "湖南省岳阳市岳阳楼区"),
        ("北京朝阳的街头", "北京朝阳"),
        ("岳阳楼区区委", "岳阳楼区"),
        ("俄罗斯国防部", "俄罗斯"),
        ("黑龙江省委", "黑龙江省"),
        ("湖北公安机关", "湖北"),  # not 公安县 of 湖北
        ("山东、山西", "山东"),
        ("广西资源丰富", "广西"),
    ],
)
def test_the_longest_place_at_an_offset(text: str, longest: str) -> None:
    assert text[: place_end(text)] == longest


@pytest.mark.parametrize("word", ["公安", "和平", "资源", "合作", "朝阳", "海淀", "俄", "鄂", "某地", ""])
def test_what_is_rather_a_word_is_no_place_by_itself(word: str) -> None:
    assert not is_place(word)
    assert place_end(word) == 0


def test_a_name_that_several_places_bear_gives_them_all() -> None:
    found = mention("鼓楼区居民")
    assert found is not None
    assert {place.parent.name for place in found.places if place.parent} == {
        "南京市",
        "徐州市",
        "福州市",
        "开封市",
    }


def test_the_place_before_it_tells_which_one() -> None:
    found = mention("福州市鼓楼区居民")
    assert found is not None
    assert [place.parent.name for place in found.places if place.parent] == ["福州市"]


def test_every_province_is_there() -> None:
    assert len(provinces()) == 31 + 3 + 1  # with Hong Kong, Macao and Taiwan, and the corps in Xinjiang
