"""The forms that a cue can have: a verb and its mark, or with whom it tells or what it gives between (提出建议|：)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial

from tuiexplorer.lexicon import grammar

_list = partial(grammar.either, "cues")

# “…。”她回答得干脆。 “…。”他说这话时，…; 他说了一个字：“…”: how it was said, which is neither cue nor content.
_MANNER = (
    "得[^，。：“”]{1,10}|[起到]?这(?:些|番|句|几句)?话[^，。：“”]{0,6}|了[一两三四几][个句番][字话词]"
    "|了一?[声句](?=：?“)"  # 对着镜头喊了声“…”
)
_HOW = f"(?P<how>说|讲|回答|答|喊(?=了))(?:{_MANNER})(?=(?P<after>[：，。]|(?<=了[声句])“|(?<=一[声句])“))"


# 王芳说得最多的一句话是“…”: the words between are neither cue nor content.
_SAYING = "(?P<saying>说|讲)(?=得?最?[多常]?的(?:[一那两]?句)?话[就便]?是(?P<saying_mark>[：，]?“|：))"
# 民警|告诉, 竖起大拇指|说, 举例|说: with what stands behind them these are the end of another word.
_NOT_NEXT = {"告": "(?!诉)", "指": "(?![说道称])", "例": "(?!说)"}


def forms_in(normal: str, *, traditional: bool) -> Iterator[re.Match[str]]:
    """Where a cue may stand in a normal text, left to right; the groups of a match tell its form and its mark."""
    (site, pattern), at = _expressions(traditional=traditional), 0
    while found := site.search(normal, at):
        match = pattern.match(normal, found.start())
        if match:
            yield match
        at = match.end() if match else found.start() + 1


@cache
def _expressions(*, traditional: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The one for where a verb may begin, and the one for the forms."""
    return _site(traditional=traditional), _pattern(traditional=traditional)


@cache
def _verbs(*, traditional: bool) -> tuple[str, ...]:
    more = ("traditional", "traditional_marked") if traditional else ()
    return tuple(grammar.longest_first(grammar.word_set("cues", "clause", "mark", "tailed", "issued", *more)))


def _site(*, traditional: bool) -> re.Pattern[str]:
    """Where a verb may begin, told by its first two characters: it spares most of a text the long look."""
    before_marks = ("told", "told_quoted", "told_plainly", "sharing", "offering", "views", "thus")
    verbs = grammar.word_set("cues", *before_marks).union(_verbs(traditional=traditional))
    opens = {found[0] for verb in verbs if (found := _VERB_OPENS.match(verb))}
    first, alone = {begun[0] for begun in opens}, {begun for begun in opens if len(begun) == 1}
    before: dict[str, set[str]] = {}
    for begun in opens - alone:
        before.setdefault(begun[1], set()).add(begun[0])
    pairs = "|".join(f"{then}(?<={_any_of(firsts)}{then})" for then, firsts in sorted(before.items()))
    return re.compile(f"{_any_of(first)}(?:(?<={_any_of(alone)})|(?={_any_of(before)})(?:{pairs}))")


_VERB_OPENS = re.compile("[\u4e00-\u9fff]{1,2}")  # 问, of 问(?!题)


def _any_of(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(characters))}]"


def _pattern(*, traditional: bool) -> re.Pattern[str]:
    tails = _list("tails")
    told = grammar.alternation(verb + _NOT_NEXT.get(verb[-1], "") for verb in _verbs(traditional=traditional))
    verb = f"(?P<verb>{_told_paper()}|{told})(?P<tail>{tails})?(?=(?P<mark>[ ]?[，：“。？！]|$)?)"
    return re.compile(
        f"{_offer()}|{_proposal()}|{_view()}|{_SAYING}|{_issue()}|{_HOW}|{_share()}|{_thus()}|{_tell()}|{verb}"
    )


def _offer() -> str:
    """提出四点建议：…, 提到几项条件。一是… : the words between verb and colon are part of neither cue nor content."""
    opens = _list("offers_open")
    return (
        "(?P<listed>(?:提到|谈到|列举|指出|归纳|总结)(?=了?[一二两三四五六七八九十几多数\\d]+[个项点条方大]"
        "[^，。：]{1,24}(?P<listed_mark>[：。](?=一是|第一|首先))))|"
        "(?P<offer>提出)(?![的了过]|一系列|重要)(?=[^，。：的]{1,14}"
        f"(?:{_list('offers')})(?P<offer_mark>：|[，。](?={opens})))|"
        f"(?P<answer>{_list('offering')})了?(?=[^，。：]{{0,12}}(?:{_list('offered')})(?P<answer_mark>：|(?<=承诺)，(?=将|会|要(?!求)|确保|保证|绝不|坚决|全力)))"
    )


def _proposal() -> str:
    """提出建议：… and 提出建议，希望…."""
    return (
        f"(?P<proposal>提出(?:{_list('proposals')}))"
        "(?=：|(?P<proposal_comma>，)(?:希望|应|要(?!求)|建议|将|可|各|加|在)|。(?=希望|要(?!求)))"
    )


def _share() -> str:
    """“…。”王芳分享了参赛的感受。“…” and 王芳分享了一则小故事：…: what someone feels or tells."""
    felt = f"[^，。：“”]{{0,14}}(?:{_list('felt')})"
    return (
        f"(?P<share>{_list('sharing')})"
        f"(?:[了着起出](?={felt}(?P<share_mark>[：。]))|(?={felt}(?P<share_colon>：)))"
    )


def _thus() -> str:
    """“…。”王芳这样总结自己的感受。: what is summed up, or told of, by the quotation before."""
    return f"(?:(?<=这样|如此|如是)|(?<=用一句话))(?P<thus>{_list('thus')})(?=[^，。：；“”]{{2,30}}(?P<thus_mark>。))"


def _view() -> str:
    """周敏的看法是：…: what someone thinks, as the subject of his words."""
    return f"(?<=的)(?P<view>(?:{_list('views')})就?是)(?=(?P<view_mark>[：，]))"


def _issue() -> str:
    """水利部发布数据，今年…: what is issued stands between verb and comma, and no verb of speaking behind."""
    says = _list("tails", "going_on", "issued", "demands")
    return (
        "(?P<issue>发布|公布)(?:最新|统计|相关|一组)*(?:数据|消息)"
        f"(?=(?P<issue_mark>，)(?!但|并|{says}|证实|确认|否认|承认|批评|谴责|指责))"
    )


def _tell() -> str:
    """提醒市民：“…” and 叮嘱乡亲们“…”: who is spoken to stands between verb and mark."""
    return (
        f"(?:(?P<tell>(?:呼吁|敦促)(?=[^，。：]{{1,8}}：“)|{_list('told')})"
        f"(?!{_list('not_told')}|[道说称])(?=(?:[\u4e00-\u9fff]{{1,8}}(?:，(?:尤其|特别)是[\u4e00-\u9fff]{{1,10}})?"
        "|[\u4e00-\u9fff]{9,16}(?=：“))(?P<tell_mark>[：。]))"
        f"|(?P<urge>{_list('told_quoted')})(?=(?:(?![要以把将做成弘])[\u4e00-\u9fff]){{1,8}}"
        "(?<=[们家众员生兵部民志亲工友年者人])(?P<urge_mark>，?“[^“”]{10}))"
        f"|(?P<remind>{_list('told_plainly')})"
        "(?=(?:(?!注意|务必|过|了|要|将|应|不|随时|关注|及时|做好|防范|加强|持续|继续)[\u4e00-\u9fff、]){1,20}(?P<remind_mark>，))"
        "|(?P<encourage>勉励)(?=[^，。：；“”要]{1,16}(?<![说道称])(?P<encourage_mark>，)(?:要(?!求)|希望))"
        f"|(?P<inform>告诉)(?![^，]{{0,8}}(?:{_list('not_told', 'told_papers')}))"
        "(?=[\u4e00-\u9fff]{1,10}(?P<inform_mark>，)))"
    )


def _told_paper() -> str:
    """告诉《江州财经》记者, 告诉《江州财经》，告诉江州新闻，告诉路透社，…."""
    return (
        "告诉(?:[\u4e00-\u9fff]{0,6}《[^《》]{1,16}》(?=[，：])|(?:《[^《》]{1,16}》|[\u4e00-\u9fff]{2,6}(?=记者))记者"
        f"|[\u4e00-\u9fff]{{1,6}}(?:{_list('told_papers')})[A-Za-z]{{0,8}}(?=[，：]))"
    )
