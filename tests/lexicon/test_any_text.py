"""Whatever the text, the lexicon answers: no exception, and a full name that stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiexplorer.lexicon.agencies import canonical
from tuiexplorer.lexicon.agency_aliases import aliases
from tuiexplorer.lexicon.agency_kinds import KINDS, kind_of
from tuiexplorer.lexicon.places import is_place, mention, place_end, provinces
from tuiexplorer.lexicon.regions import region_of

pytestmark = pytest.mark.no_cover

# Names as articles write them, put together from their parts in any order, and any text at all.
PARTS = st.sampled_from(
    (
        *("湖北", "湖北省", "武汉市", "恩施州", "岳阳楼区", "谷城县", "望潮市", "俄", "美国", "中国", "国家"),
        *("省", "市", "县", "区", "团", "委", "党委", "政府", "发改委", "发展和改革委员会", "财政厅", "法院"),
        *("组织部", "大学", "医院", "集团", "有限公司", "分行", "社区", "日报", "新华社", "11月21日电"),
        *("@", "~", "（", "）", "、", "😀"),
    )
)
NAMES = st.lists(PARTS, max_size=6).map("".join)
TEXTS = NAMES | st.text(max_size=80)
REGIONS = st.none() | NAMES


@given(TEXTS, REGIONS)
def test_a_full_name_is_its_own_full_name(name: str, region: str | None) -> None:
    full = canonical(name, region)
    assert full is None or canonical(full, region) in (full, None)


@given(TEXTS, REGIONS)
def test_a_name_and_its_full_name_are_among_its_forms(name: str, region: str | None) -> None:
    forms = aliases(name, region)
    assert all(len(form) > 1 for form in forms) or len(name) > 60
    assert len(name) < 2 or name in forms
    assert (full := canonical(name, region)) is None or full in forms


@given(TEXTS, REGIONS)
def test_a_kind_is_one_of_the_kinds(name: str, region: str | None) -> None:
    assert kind_of(name, region) in (None, *KINDS)


@given(TEXTS, st.integers(0, 90))
def test_a_place_ends_within_the_text(text: str, start: int) -> None:
    end = place_end(text, start)
    assert end == start or start < end <= len(text)
    assert (mention(text, start) is None) == (end == start)
    assert end == start or is_place(text[start:end])


@given(TEXTS)
def test_a_region_is_a_province(text: str) -> None:
    assert region_of(text) in (None, *(place.short for place in provinces()))


def test_a_very_long_name_costs_no_more_than_its_length() -> None:
    name = "武汉市" * 100_000
    assert canonical(name) is None
    assert aliases(name) == {name}
    assert kind_of(name) == "local government"
