"""What is written differently but meant the same is found alike."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuiexplorer.search.fold import fold, fold_with_offsets, is_spoken

FOLDED = {
    "發展改革委": "发展改革委",
    "擡高衞生廰": "抬高卫生厅",
    "衛生": "卫生",
    "羣眾看著峯頂": "群众看着峰顶",
    "ＡＢＣ１２３": "abc123",
    "ABC": "abc",
    "é": "e",
    "lǜ": "lu",
    "“十五五”": "十五五",
    "「十五五」": "十五五",
    "『十五五』": "十五五",
    "‘十五五’": "十五五",
    "《纲要》": "纲要",
    "买买提·艾力": "买买提艾力",
    "买买提•艾力": "买买提艾力",
    "买买提・艾力": "买买提艾力",
    "2020—2025": "2020-2025",
    "2020–2025": "2020-2025",
    "高 质 量": "高质量",
    "高\u3000质\n量": "高质量",
    "AI  for science": "ai for science",
    "AI 赋能": "ai赋能",
    "隐\u200b形\ufeff字": "隐形字",
    "二零三零年": "二〇三〇年",
    "二○三○年": "二〇三〇年",
    "，。！？：；": ",。!?:;",
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_what_is_written_differently_folds_to_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


TEXT = st.text(st.characters() | st.sampled_from(" \t“”·—AaＡａ發发１1\u3000😀"))


@given(TEXT)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_offsets_lead_back_to_the_text(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(set(offsets))
    for char, offset in zip(folded, offsets, strict=True):
        assert char in (fold(text[offset]), " ")


@given(st.lists(TEXT, max_size=5))
def test_the_large_index_folds_as_the_small_one(texts: list[str]) -> None:
    from tuiexplorer.search.codes import folded_lines

    codes, starts = folded_lines(texts)
    lines = ["".join(map(chr, codes[start : end - 1])) for start, end in pairwise(starts)]
    assert lines == [fold(text) for text in texts]


def test_the_large_index_knows_signs_as_the_small_one() -> None:
    from tuiexplorer.search.codes import spoken_table

    table = spoken_table()
    assert [is_spoken(chr(code)) for code in range(len(table))] == table.tolist()
