"""What holds for every query, on text made up by Hypothesis."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tests.search.corpora import index_of, one_theme, said
from tuiexplorer.model import Document, Statement
from tuiexplorer.search import Index, Results
from tuiexplorer.search.fold import fold
from tuiexplorer.search.pinyin import homophones, readings

pytestmark = pytest.mark.no_cover

WORDS = [
    "省发改委",
    "发改委",
    "鲁宇清",
    "鲁",
    "高质量",
    "發展",
    "发展",
    "“十五五”",
    "5G",
    "AI",
    "ai",
    "lyq",
    "luyu",
    "zengx",
    "shi",
]
WORDS += [
    "gao质量",
    "鲁宇青",
    "厅$",
    "^省",
    "speaker:li",
    "theme:安全",
    "的",
    "粮食",
    "!企业",
    "'营商",
    "粮|油",
    "鲁栋清",
    "hj",
]
TERM = st.sampled_from(WORDS) | st.text("省市发改委高质量的安全粮食AIl yq!|'\"^$:", min_size=1, max_size=6)
HAN = st.text("省市发改委高质量的安全粮食鲁宇清曾鑫", min_size=1, max_size=40)


def _found(results: Results) -> set[int]:
    return {id(hit.entry.item) for hit in results.hits}


def _index(document: Document) -> Index:
    index = Index()
    index.add([document])
    return index


@given(TERM, TERM)
@settings(deadline=None)
def test_one_more_term_never_finds_more(one: str, other: str) -> None:
    index = index_of("seed")
    if "|" not in one + other and '"' not in one + other and not one.endswith("\\"):
        assert _found(index.search(f"{one} {other}")) <= _found(index.search(one))


@given(TERM)
@settings(deadline=None)
def test_a_term_and_its_negation_share_nothing_and_leave_nothing_out(term: str) -> None:
    index = index_of("seed")
    if term[0] not in "!|" and " " not in term and index.search(term).problems == ():
        found, others = _found(index.search(term)), _found(index.search(f"!{term}"))
        if found != _found(index.search("")):
            assert not found & others
            assert found | others == _found(index.search(""))


@given(st.lists(TERM, min_size=1, max_size=3).map(" ".join))
@settings(deadline=None)
def test_ranges_are_in_bounds_in_order_and_apart(query: str) -> None:
    for hit in index_of("seed").search(query).hits[:10]:
        for name, ranges in hit.matches.items():
            text = _field(hit.entry.item, name, hit.entry)
            assert all(0 <= start < end <= len(text) for start, end in ranges)
            assert all(end <= start for (_, end), (start, _) in pairwise(ranges))


@given(HAN, st.data())
@settings(deadline=None)
def test_what_stands_in_a_text_is_found_and_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    asked = text[start : data.draw(st.integers(start + 1, len(text)))]
    results = _index(said(text)).search(f'"{asked}"')
    assert results.total == 1
    assert {fold(text[a:b]) for a, b in results.hits[0].matches["content"]} == {fold(asked)}


@given(HAN.filter(lambda text: len(text) >= 2), st.data())
@settings(deadline=None)
def test_pinyin_marks_what_reads_so(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    asked = text[start : start + 4]
    letters = "'".join(readings()[char][0] for char in asked)
    results = _index(said(text)).search("text:" + letters)
    assert results.total == (1 if len(letters.replace("'", "")) > 2 else 0)
    for hit in results.hits:
        for a, b in hit.matches["content"]:
            assert len(text[a:b]) == len(asked)
            read = zip(text[a:b], letters.split("'"), strict=True)
            assert all(any(sound.startswith(typed) for sound in readings()[char]) for char, typed in read)


@given(HAN.filter(lambda text: len(text) >= 4), st.data())
@settings(deadline=None)
def test_one_edit_away_is_found_and_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 4))
    meant = text[start : start + 4]
    place = data.draw(st.integers(0, 3))
    asked = data.draw(
        st.sampled_from([meant[:place] + "龘" + meant[place + 1 :], meant[:place] + "龘" + meant[place:]])
    )
    results = _index(said(text)).search(f"text:{asked}")
    assert results.total == 1
    for a, b in results.hits[0].matches["content"]:
        assert OSA.distance(text[a:b], asked) <= 1


@given(HAN.filter(lambda text: len(text) >= 3), st.data())
@settings(deadline=None)
def test_homophones_are_found(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, 2))
    other = data.draw(st.sampled_from(homophones(text[place])))
    results = _index(said(text)).search(f"text:{text[:place]}{other}{text[place + 1 : 3]}")
    assert results.total == 1


@given(st.lists(st.text("省市发改委高质量的安全AIaiz \n鲁鲁", max_size=30), min_size=1, max_size=8), TERM)
@settings(deadline=None, max_examples=60)
def test_small_and_large_texts_are_searched_alike(contents: list[str], query: str) -> None:
    from tuiexplorer.search import segment

    statements = [
        entry.item for text in contents for entry in said(text, text[:3], text[3:7], text[7:9]).statements()
    ]
    document = one_theme([item for item in statements if isinstance(item, Statement)])
    small, large = _index(document), _index(document)
    small.prepare()
    kept, segment.SMALL_BELOW = segment.SMALL_BELOW, 0
    try:
        large.prepare()
    finally:
        segment.SMALL_BELOW = kept
    ranked = [
        [(id(hit.entry.item), round(hit.score, 1)) for hit in index.search(query).hits]
        for index in (small, large)
    ]
    assert ranked[0] == ranked[1]


def _field(item: object, name: str, entry: object) -> str:
    field, _, number = name.partition(".")
    if field in ("agency", "post"):
        return str(getattr(item.positions[int(number or 0)], field))  # type: ignore[attr-defined]
    owners = (item, entry.theme, entry.document)  # type: ignore[attr-defined]
    return next(str(getattr(owner, field)) for owner in owners if hasattr(owner, field))
