"""Numbers are found in the other script."""

import pytest

from tuiexplorer.search.numerals import in_other_numerals

OTHERS = {
    "15五": ["十五五"],
    "2030年": ["二千零三十年", "二〇三〇年"],
    "20届4中全会": ["二十届四中全会"],
    "105": ["一百零五", "一〇五"],
    "007": ["〇〇七"],
    "123456": ["一二三四五六"],
    "二〇三〇年": ["2030年"],
    "二零三零": ["2030"],
    "二十届四中全会": ["20届4中全会"],
    "十一月": ["11月"],
    "一百零五": ["105"],
    "两百": ["200"],
    "2030年5月": ["二千零三十年五月", "二〇三〇年五月"],
    "北斗三号": ["北斗3号"],
    "五一": [],
    "十五五": [],
    "高质量": [],
    "": [],
}


@pytest.mark.parametrize(("text", "others"), OTHERS.items())
def test_in_other_numerals(text: str, others: list[str]) -> None:
    assert in_other_numerals(text) == others
