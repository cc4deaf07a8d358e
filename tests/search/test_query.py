"""The query language, and that nothing typed is ever an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpora import index_of
from tuiexplorer.search import Term, parse_query

ONE_TERM = {
    # fzf's own examples (https://github.com/junegunn/fzf#search-syntax)
    "sbtrkt": Term("sbtrkt"),
    "'wild": Term("wild", exact=True),
    "'wild'": Term("wild", exact=True, word=True),
    "^music": Term("music", head=True),
    ".mp3$": Term(".mp3", tail=True),
    "!fire": Term("fire", negated=True),
    "!^music": Term("music", negated=True, head=True),
    "!.mp3$": Term(".mp3", negated=True, tail=True),
    "^equal$": Term("equal", head=True, tail=True),
    r"foo\ bar": Term("foo bar"),
    # what is added to them
    '"高质量 发展"': Term("高质量 发展", exact=True),
    '!"高质量 发展"': Term("高质量 发展", negated=True, exact=True),
    "speaker:lyq": Term("lyq", "speaker"),
    "SPEAKER:lyq": Term("lyq", "speaker"),
    "人:鲁": Term("鲁", "speaker"),
    "人：鲁": Term("鲁", "speaker"),
    "单位：发改委": Term("发改委", "agency"),
    "主题:安全": Term("安全", "theme"),
    "职务:厅长": Term("厅长", "post"),
    "原文:芯片": Term("芯片", "text"),
    "文档:湖北": Term("湖北", "doc"),
    "!agency:发改委": Term("发改委", "agency", negated=True),
    "agency:!发改委": Term("发改委", "agency", negated=True),
    "post:^厅长$": Term("厅长", "post", head=True, tail=True),
    "text:'5G": Term("5G", "text", exact=True),
    'theme:"高水平 安全"': Term("高水平 安全", "theme", exact=True),
    "！企业": Term("企业", negated=True),
    "＂全会＂": Term("全会", exact=True),
    r"\!important": Term("!important"),
    r"a\|b": Term("a|b"),
    r"\'s": Term("'s"),
    r"8\:30": Term("8:30"),
    "8:30": Term("8:30"),
    "https://a.cn": Term("https://a.cn"),
    "“十五五”": Term("“十五五”"),
    "xi'an": Term("xi'an"),
}


@pytest.mark.parametrize(("typed", "term"), ONE_TERM.items())
def test_what_is_typed_together_is_one_term(typed: str, term: Term) -> None:
    query = parse_query(typed)
    assert query.groups == ((term,),)
    assert query.problems == ()


GROUPS = {
    "发改委 开放": [["发改委"], ["开放"]],
    "发改委　开放": [["发改委"], ["开放"]],
    "发改委|财政厅": [["发改委", "财政厅"]],
    "发改委 | 财政厅 开放": [["发改委", "财政厅"], ["开放"]],
    "发改委｜财政厅": [["发改委", "财政厅"]],
    "^core go$ | rb$ | py$": [["core"], ["go", "rb", "py"]],
    "发改委 OR 财政厅": [["发改委", "财政厅"]],
    "发改委 AND 财政厅 OR 审计厅": [["发改委"], ["财政厅", "审计厅"]],
    "OR or AND": [["OR"], ["or"]],
    'A "OR" B': [["A"], ["OR"], ["B"]],
    "": [],
    "   ": [],
}


@pytest.mark.parametrize(("typed", "groups"), GROUPS.items())
def test_all_groups_and_of_each_any(typed: str, groups: list[list[str]]) -> None:
    assert [[term.text for term in group] for group in parse_query(typed).groups] == groups


def test_a_field_and_a_negation_reach_over_a_bar_without_blanks() -> None:
    assert parse_query("agency:发改委|财政厅").groups == (
        (Term("发改委", "agency"), Term("财政厅", "agency")),
    )
    assert parse_query("!企业|公司").groups == ((Term("企业", negated=True),), (Term("公司", negated=True),))
    assert parse_query("!企业 | 公司").groups == ((Term("企业", negated=True), Term("公司")),)


@pytest.mark.parametrize(
    "typed", ["开放 !企业", "开放 NOT 企业", "开放 -企业", "开放 －企业", "开放 AND NOT 企业"]
)
def test_what_is_not_wanted_may_be_written_as_for_other_search_engines(typed: str) -> None:
    assert parse_query(typed).groups == ((Term("开放"),), (Term("企业", negated=True),))


def test_a_hyphen_before_a_number_or_the_first_word_is_one() -> None:
    assert parse_query("-企业 气温 -5").groups == ((Term("-企业"),), (Term("气温"),), (Term("-5"),))


PROBLEMS = {
    '"十五五': ("unclosed-quote:十五五",),
    "spaeker:lyq": ("unknown-field:spaeker",),
    "speaker:": ("empty-term:speaker:",),
    "!": ("empty-term:!",),
    "'": ("empty-term:'",),
    "^": ("empty-term:^",),
    "“”": ("empty-term:“”",),
    "|": ("dangling-bar:|",),
    "发改委|": ("dangling-bar:|",),
    "发改委 OR": ("dangling-bar:OR",),
    "发改委 NOT": ("empty-term:NOT",),
    "发改委 | ": ("dangling-bar:|",),
    "开放\\": ("dangling-escape:\\",),
}


@pytest.mark.parametrize(("typed", "problems"), PROBLEMS.items())
def test_what_cannot_be_read_is_told(typed: str, problems: tuple[str, ...]) -> None:
    assert parse_query(typed).problems == problems


def test_half_typed_queries_mean_what_of_them_can_be_read() -> None:
    every = index_of("seed").search("").total
    for typed in ("!", "speaker:", '"', "|", "^", "'", "\\"):
        assert index_of("seed").search(typed).total == every
    assert index_of("seed").search("鲁宇清 |").total == 1
    assert index_of("seed").search('"十五五').total == index_of("seed").search('"十五五"').total


def test_a_query_has_a_longest_length() -> None:
    query = parse_query("省" * 600)
    assert query.problems == ("too-long:" + "省" * 20,)


@given(st.text())
def test_nothing_typed_is_an_error(typed: str) -> None:
    query = parse_query(typed)
    assert all(":" in problem for problem in query.problems)
    assert all(term.text for group in query.groups for term in group)
