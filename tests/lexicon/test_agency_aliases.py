"""Abbreviation and full name of an agency find each other."""

import pytest

from tests.lexicon.test_agencies import ABROAD, LOCAL, NATIONAL, PARTY_AND_STATE
from tuiexplorer.lexicon.agencies import canonical
from tuiexplorer.lexicon.agency_aliases import aliases
from tuiexplorer.lexicon.bodies import local, national_bodies
from tuiexplorer.lexicon.places import places_named

PAIRS = [
    ("发改委", "发展和改革委员会"),
    ("发改委", "国家发展和改革委员会"),
    ("发展改革委", "发改委"),
    ("湖北省发改委", "湖北省发展和改革委员会"),
    ("湖北省发展和改革委员会", "湖北发改委"),
    ("省发改委", "发展和改革委员会"),
    ("人社厅", "人力资源和社会保障厅"),
    ("人社局", "人力资源和社会保障局"),
    ("文旅局", "文化和旅游局"),
    ("卫健委", "国家卫生健康委员会"),
    ("住建部", "住房城乡建设部"),
    ("外交部", "中华人民共和国外交部"),
    ("银保监会", "国家金融监督管理总局"),
    ("省银保监局", "金融监管局"),
    ("湖北省扶贫办", "湖北省乡村振兴局"),
    ("襄阳市委", "中共襄阳市委员会"),
    ("岳阳楼区委", "岳阳市岳阳楼区委"),
    ("广西自治区党委组织部", "中共广西壮族自治区委员会组织部"),
    ("省法院", "高级人民法院"),
    ("团省委", "共青团省委"),
    ("北大", "北京大学"),
    ("南大", "南京大学"),
    ("中石化", "中国石化"),
    ("某某集团", "某某集团有限公司"),
    ("某某管委会", "某某管理委员会"),
    ("某某县检察院", "某某县人民检察院"),
    ("俄国防部", "俄罗斯国防部"),
    ("以军", "以色列国防军"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_each_finds_the_other(one: str, other: str) -> None:
    assert other in aliases(one)
    assert one in aliases(other)


@pytest.mark.parametrize("form", ["发改委", "发展和改革委员会", "省发改委", "湖北发改委", "湖北省发展改革委"])
def test_the_place_may_be_left_out_or_short(form: str) -> None:
    assert form in aliases("湖北省发展和改革委员会")
    assert form in aliases("省发改委", "湖北")


@pytest.mark.parametrize(("written", "region", "full"), LOCAL + PARTY_AND_STATE)
def test_the_full_name_is_among_the_forms_of_each_written_one(
    written: str, region: str | None, full: str
) -> None:
    assert full in aliases(written, region)


@pytest.mark.parametrize(("written", "full"), NATIONAL + ABROAD)
def test_and_so_for_bodies_of_which_there_is_one(written: str, full: str) -> None:
    assert full in aliases(written)


@pytest.mark.no_cover
@pytest.mark.parametrize("name", ["湖北省", "武汉市", "谷城县", "广西壮族自治区"])
def test_every_form_in_the_tables_finds_the_full_name_and_is_found_by_it(name: str) -> None:
    level = places_named(name)[0].level
    for form, bodies in local().items():
        if any(body.level in (None, level) for body in bodies):
            written = form.replace("@", name)
            full = canonical(written)
            assert full in aliases(written), written
            assert full is not None, written
            assert written in aliases(full), (written, full)


@pytest.mark.no_cover
def test_and_so_do_those_of_which_there_is_one() -> None:
    for body in national_bodies():
        for form in (*body.forms, *body.shared):
            assert form in aliases(body.full), form
            assert body.full in aliases(form), form


@pytest.mark.parametrize("name", ["", "某", "某某", "党政办", "@委", "省", "🙂"])
def test_an_unknown_name_has_no_more_forms_than_its_endings_tell(name: str) -> None:
    assert all(form.startswith(name[:2]) for form in aliases(name))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("湖北省发改委", "湖南省发展和改革委员会"),
        ("湖北省发改委", "国家发展和改革委员会"),
        ("财政厅", "教育厅"),
        ("俄国防部", "美国国防部"),
    ],
)
def test_another_body_is_not_found(name: str, other: str) -> None:
    assert other not in aliases(name)
