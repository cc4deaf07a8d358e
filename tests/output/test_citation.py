"""Sources after GB/T 7714, and quotes that say where they are from."""

import pytest

from tests.output.conftest import Sample, make_sample
from tuiexplorer.model import parse
from tuiexplorer.output import cite, quote
from tuiexplorer.reading import source_of


@pytest.mark.parametrize(
    ("byline", "citation"),
    [
        (None, "小城新规: 各方热议[N]."),
        ("（湖北日报全媒报道组）", "湖北日报全媒报道组. 小城新规: 各方热议[N]. 湖北日报."),
        ("湖北日报全媒记者 李明 通讯员 王小二", "李明, 王小二. 小城新规: 各方热议[N]. 湖北日报."),
        ("湖北日报全媒记者李明、王小二 摄影报道", "李明, 王小二. 小城新规: 各方热议[N]. 湖北日报."),
        ("(本报记者 张　三)", "张三. 小城新规: 各方热议[N]."),
        ("人民日报记者 甲一 乙二 丙三 丁四", "甲一, 乙二, 丙三, 等. 小城新规: 各方热议[N]. 人民日报."),
    ],
)
def test_cites_what_the_byline_tells(byline: str | None, citation: str) -> None:
    assert cite(make_sample(byline=byline).document) == citation


def test_a_quote_has_words_speaker_posts_and_source(sample: Sample) -> None:
    assert quote(sample.said) == (
        "将简化流程\n——张三（市民政局党组书记、局长；慈善总会会长）\n小城新规: 各方热议[N]. news/a.txt:3"
    )


def test_a_body_that_speaks_for_itself_is_named_once(sample: Sample) -> None:
    assert quote(sample.unheaded).split("\n")[1] == "——市民政局"


def test_who_has_no_name_is_called_by_the_post_once() -> None:
    text = "小城新规\n\n市民政局有关负责人表示，将简化流程。\n"
    (said,) = (entry for entry in parse(source_of("a.txt", text.encode())).entries() if entry.statement)
    assert quote(said).split("\n")[1] == "——有关负责人（市民政局）"


def test_narration_is_quoted_without_a_speaker(sample: Sample) -> None:
    assert quote(sample.told) == "天下雨。\n小城新规: 各方热议[N]. news/a.txt:4"


def test_a_quote_passes_the_gate() -> None:
    hostile = make_sample(content="好\x1b[2J", speaker="张\u202e三", path="a\n.txt")
    assert quote(hostile.said) == (
        "好␛[2J\n——张�三（市民政局党组书记、局长；慈善总会会长）\n小城新规: 各方热议[N]. a␊.txt:3"
    )
