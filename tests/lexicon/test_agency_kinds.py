"""The kind of a body, by table and by what its name ends in; and what can be an agency at all."""

import pytest

from tuiexplorer.lexicon.agency_kinds import KINDS, agency_suffixes, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("省委", "party"),
        ("襄阳市委组织部", "party"),
        ("省纪委", "party"),
        ("某某镇党委", "party"),
        ("省政府", "local government"),
        ("湖北省", "local government"),
        ("某某经开区", "local government"),
        ("省发改委", "government department"),
        ("工信部", "government department"),
        ("某某县水利和湖泊局", "government department"),
        ("武汉中院", "court"),
        ("谷城县检察院", "procuratorate"),
        ("武汉海关", "customs"),
        ("中国进出口银行湖北省分行", "bank"),
        ("某某产业集团", "enterprise"),
        ("某某合作社", "enterprise"),
        ("中国石化湖北石油分公司", "enterprise"),
        ("华科", "university"),
        ("某某商学院", "university"),
        ("某某医学院附属医院", "hospital"),
        ("某某县人民医院急诊科", "hospital"),
        ("某某公司生产部", "enterprise"),
        ("省检察院第八检察部", "procuratorate"),
        ("工业和信息化部中小企业局", "government department"),
        ("省妇联", "association"),
        ("某某行业协会", "association"),
        ("某某街道某某社区", "community"),
        ("某某村", "community"),
        ("某某军分区", "military"),
        ("湖北日报社", "media"),
        ("俄国防部", "foreign"),
        ("美国某某大学", "foreign"),
        ("联合国某某署", "foreign"),
        ("湖北代表团", "other"),
        ("大家", None),
        ("", None),
    ],
)
def test_the_end_of_a_name_tells_the_kind_of_body(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
    assert kind is None or kind in KINDS


def test_longer_endings_come_first() -> None:
    lengths = [len(ending) for ending in agency_suffixes()]
    assert lengths == sorted(lengths, reverse=True)
