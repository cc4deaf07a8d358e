"""The index while it grows, and searches that are overtaken."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.program import know_the_seed
from tests.search.corpora import SEED, index_of, invented, matched, said, seed, speakers
from tuiexplorer.search import Index


def test_documents_may_be_added_one_by_one() -> None:
    one_by_one, at_once = Index(), Index()
    documents = [*invented(), seed()]
    at_once.add(documents)
    for document in documents:
        one_by_one.add([document])
        one_by_one.search("的")
    for query in ("", "发改委", "lyq", "的 !省", "zhangwei"):
        assert speakers(one_by_one.search(query)) == speakers(at_once.search(query))
    assert len(one_by_one) == len(at_once) == one_by_one.search("").total


def test_earlier_results_stay_valid() -> None:
    index = Index()
    index.add([invented()[0]])
    earlier = index.search("发改委")
    before = speakers(earlier)
    index.add([seed()])
    assert speakers(earlier) == before
    assert index.search("发改委").total > earlier.total


def test_adding_one_by_one_moves_each_entry_a_few_times_only() -> None:
    index = Index()
    for number in range(300):
        index.add([said(f"第{number}条意见")])
    assert len(index) == 300
    assert index.search("意见").total == 300


def test_one_thread_may_search_while_another_adds() -> None:
    index = Index()
    index.add(invented())

    def add() -> None:
        for number in range(100):
            index.add([said(f"产业链第{number}条", speaker="鲁国梁")])

    adding = threading.Thread(target=add)
    adding.start()
    totals = []
    while adding.is_alive():
        totals.append(index.search("产业链").total)
    adding.join()
    assert totals == sorted(totals)
    assert index.search("产业链 speaker:鲁国梁").total == 100


def test_a_search_that_is_overtaken_has_no_hits() -> None:
    results = index_of("seed").search("鲁宇清", cancelled=lambda: True)
    assert results.overtaken
    assert results.total == 0


def test_a_search_is_dropped_between_any_two_steps() -> None:
    for steps in range(12):
        left = [steps]

        def cancelled(left: list[int] = left) -> bool:
            left[0] -= 1
            return left[0] < 0

        results = index_of("seed").search("鲁栋清", cancelled=cancelled)
        assert results.overtaken or speakers(results) == ["鲁宇清"]


def test_a_limit_limits_the_hits_and_not_the_count() -> None:
    every, some = index_of("seed").search("的"), index_of("seed").search("的", limit=3)
    assert some.total == every.total > 3
    assert speakers(some) == speakers(every)[:3]


@pytest.mark.parametrize("piece", ["a", "xian", "省", "a省", "! ", "a|", '"', "z'", "鲁 ", "1a"])
def test_queries_of_any_length_are_answered(piece: str) -> None:
    query = piece * 500
    assert index_of("seed").search(query).total <= len(index_of("seed"))
    assert index_of("seed").search(query[:90]).total <= len(index_of("seed"))


def test_an_empty_index_finds_nothing() -> None:
    index = Index()
    for query in ("", "鲁", "lyq", "!鲁", "发改委营商环境"):
        assert index.search(query).total == 0


def test_an_empty_query_finds_everything_in_order() -> None:
    results = index_of("seed").search("")
    assert [hit.entry.item for hit in results.hits] == [entry.item for entry in seed().entries()]
    assert results.hits[0].matches == {}


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("鲁宇青", {"speaker": ["鲁宇清"]}),
        ("luyuq", {"speaker": ["鲁宇清"]}),
        ("湖北省发展和改革委员会 !粮", {"agency": ["省发改委"]}),
        ("海关关长", {"agency.1": ["海关"], "post.1": ["关长"]}),
        ("post:关长", {"post.1": ["关长"]}),
        ("营商环境", {"content": ["营商环境"]}),
        ("yingshanghj", {"content": ["营商环境"]}),
        ("doc:tuanjieyixin", {"title": ["团结一心"]}),
        ("鲁宇清省发改委", {"speaker": ["鲁宇清"], "agency": ["省发改委"]}),
        ("lu3yu3qing1", {"speaker": ["鲁宇清"]}),
    ],
)
def test_what_matched_is_marked_in_the_original(query: str, fields: dict[str, list[str]]) -> None:
    marked = matched(index_of("seed").search(query))
    assert {name: texts for name, texts in marked.items() if name in fields} == fields


def test_all_that_is_as_near_to_what_was_typed_is_marked_in_order_and_apart() -> None:
    text = "营商坏境和营销环境，" * 3 + "营商坏境环境"
    index = Index()
    index.add([said(text)])
    assert matched(index.search("text:营商环境"))["content"] == ["营商坏境", "营销环境"] * 3 + ["营商坏境"]


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("发改委营商环境", "发改委|营商环境"),
        ("发改委 营商环境", "发改委|营商环境"),
        ("speaker:刘世元元", "刘世远"),
        ("zhouseng", "周森峰"),
        ("鲁主任", "speaker:^鲁"),
        ("龘龘龘", None),
        ('"能源安全的保障"', "能源安全的保障"),
    ],
)
def test_where_nothing_is_found_the_nearest_is_offered(query: str, suggestion: str | None) -> None:
    results = index_of("seed").search(query)
    if results.total == 0:
        assert results.suggestion == suggestion
    else:
        assert suggestion in speakers(results)


def test_a_suggestion_finds_something() -> None:
    for query in ("发改委营商环境", "zhousengfenfen", "省生态环境厅厅长李"):
        results = index_of("seed").search(query)
        if results.suggestion:
            assert index_of("seed").search(results.suggestion).total > 0


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("query", "absent"),
    [
        ("鲁宇清", ("numpy", "jieba", "pypinyin", "rapidfuzz")),
        ("发改委 粮食", ("numpy", "jieba", "pypinyin", "rapidfuzz")),
        ("luyuqing", ("numpy", "jieba", "rapidfuzz")),
        ("鲁宇青", ("numpy", "jieba", "rapidfuzz")),
    ],
)
def test_nothing_is_loaded_that_a_query_does_not_need(
    own_home: Path, query: str, absent: tuple[str, ...]
) -> None:
    know_the_seed(own_home)  # to read it anew takes longer than all else
    program = f"""
import sys
from tuiexplorer.loading import load
from tuiexplorer.search import Index
index = Index()
index.add([one.outcome for one in load([{str(SEED)!r}])])
assert index.search({query!r}).hits[0].matches
print(*[name for name in {absent!r} if name in sys.modules])
"""
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""
