"""When a verb of speaking is none: it is a noun (根据要求), or of a document or a meeting (会议指出)."""

import re
from functools import cache

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.words.bodies import is_body
from tuiexplorer.lexicon import grammar


def is_no_speech(paragraph: Paragraph, cue: Cue, clause: int, people: People) -> bool:
    """Whether a verb of speaking whose clause begins at ``clause`` tells of no one who speaks."""
    before = paragraph.text[clause : cue.start]
    return (
        _is_noun(cue, before)
        or _is_rubric(paragraph, cue)
        or _is_circumstance(paragraph.text, clause, cue)
        or (
            _is_paper(before)
            and not _REPORTED.search(before)
            and not _is_given(paragraph.text, clause, cue, people)
        )
        or _is_term(paragraph, cue)
        or _is_draft(paragraph.text, clause, cue)
        or (clause == cue.start and _is_nobodys(paragraph, cue))
        or _is_quoted_paper(paragraph, cue.start)
    )


# 王芳认为，|建议|提出的目标…: the proposals for a plan that all speak about.
_DRAFT = re.compile(
    "稿|中[^，。国方]|指出|提到|提出(?:的|了|“)|(?:擘画|描绘|绘就|明确|勾勒|锚定|部署)了|擘画|通篇"
    "|[把将][^，。]{1,20}(?:写|列|纳|摆)"
)


def _is_draft(text: str, clause: int, cue: Cue) -> bool:
    """Whether 建议 begins a clause as a paper that says something itself."""
    alone = cue.word == "建议" and clause == cue.start
    return alone and _DRAFT.match(text, cue.start + len(cue.word)) is not None


def _is_term(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether what stands quoted behind a verb is a term, and no words: 阐述“大开放”的方向."""
    naming = cue.word in grammar.word_set("cues", "naming")
    return (
        cue.mark == "“"
        and cue.word in grammar.word_set("cues", "mark", "marked_only", "naming", "tailed")
        and cue.word not in grammar.word_set("cues", "shouted")
        and not _opens_words(paragraph, cue.end, naming=naming)
        and not (cue.word == "称" and _opens_clause(paragraph, cue.end))
    )


def _is_nobodys(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a verb with which its clause begins is a document (报告称，…), or it is nobody who does it (分析称，…).

    Nor is it told who calls: 接到报警电话，|称有人落水.
    """
    near = max(0, cue.start - _LONGEST_CALL)
    if cue.word.startswith(grammar.words("cues", "written")) or _OF_CALLER.search(
        paragraph.text, near, cue.start
    ):
        return True
    impersonal = cue.word in grammar.word_set("cues", "impersonal")
    return impersonal and paragraph.sentence_start(cue.start) == cue.start


_OF_CALLER = re.compile(
    "(?:[收接]到[^，。；：“”]{0,30}(?:电话|来电|短信|微信|指令|线索|预警)|接到?(?:群众|市民|游客|居民|消费者|网友)?(?:投诉|报警|举报|报案))，\\Z"
)
_LONGEST_CALL = 40
"""No call that someone got is told of in more characters."""


def _is_noun(cue: Cue, before: str) -> bool:
    """Whether a verb of speaking is a noun after what stands before it, or tells of figures or of hearsay."""
    if before.lstrip("而但").startswith(grammar.words("cues", "makes_noun")) or _carried_out().match(before):
        return True
    if cue.word == "要求" and (_by_demand().match(before) or _to_demand().search(before)):
        return True
    if cue.word in grammar.word_set("cues", "careful") and _by_demand().match(before.removeprefix("同时")):
        return True  # 根据人民群众|期盼
    if _is_heard_or_borne(cue.word, before):
        return True
    if (cue.word == "号召" and "响应" in before) or (cue.word == "提议" and before.startswith("经")):
        return True
    if cue.word in grammar.word_set("cues", "nouns") and (
        _NAMED_THING.search(before) or _DENIED.search(before)
    ):
        return True
    if cue.word == "倡议" and ("提出" in before or "发起" in before):
        return True
    if cue.word.startswith("公告") and grammar.opening("cues", "issuing").search(before):
        return True
    if cue.word in grammar.word_set("cues", "mark", "nouns", "done") and _doing().search(before):
        return True
    return bool(_SHARE.search(before) or ("听" in before and _HEARD.search(before)))


def _is_heard_or_borne(word: str, before: str) -> bool:
    """Whether the noun is what someone hears, reads or bears: 听取情况|介绍, 这样评价|报告, 不负家长|期望."""
    if word in ("介绍", "汇报", "讲解", "汇报说", "报告") and _heard_out().search(before):
        return True
    if word in grammar.word_set("cues", "hopes") and _borne().search(before):
        return True
    return word.startswith("报告") and _READ.search(before) is not None


def _is_rubric(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a verb alone before a colon heads its paragraph, as a rubric does: 点评：…, 解读：…."""
    if cue.mark != "：" or cue.word not in grammar.word_set("cues", "rubrics"):
        return False
    return cue.start == paragraph.skip(0, " ")


_AS_IT_WAS_SAID = re.compile(
    "，?(?:“[^“”]*”[^，。“”]{0,4}(?:(?:时|的时候|之[后时际])[，；]|话音)|[^，。“”]{1,40}(?:时|的时候|之际)，)"
)


def _is_circumstance(text: str, clause: int, cue: Cue) -> bool:
    """Whether a clause only tells when something happened: 当主持人|宣布“…”时，掌声响起."""
    if text.startswith(("尽管", "虽然"), clause) and cue.word in ("反映", "呼吁", "提醒"):
        return True  # 尽管村民多次反映，…
    return text[clause : clause + 1] == "当" and _AS_IT_WAS_SAID.match(text, cue.end) is not None


# 路透社援引警方消息|报道称: the police speak; 路透社援引一项研究|报道称: the agency does.
_REPORTED = re.compile("(?:援引|引述|引用|(?<=..)根据)[^，]{1,24}(?:消息|研究|报告|数据|文件|调查|统计)$")
_DENIED = re.compile("(?:否认|驳斥|反驳|无视|回避)[^，。；：“”]{2,12}$")  # 山国方面否认海方|指控
_NAMED_THING = re.compile("的“[^“”]{1,12}”$")  # 局长高明的“四个更”|承诺
_HEARD = re.compile("(?<![旁倾聆打])听(?![取证众力课了完])(?:(?![后时])[\u4e00-\u9fff]){2,9}$")  # 他听老人|说
_SHARE = re.compile(
    "[%％](?:的|接受|以上|[\u4e00-\u9fff]{2,4}$)|过半|分之[一二三四五六七八九十]+的|半数|半的|[一二三四五六七八九]成(?!立|为|员)"
)  # 52%的受访者认为 is a figure, no speech


@cache
def _borne() -> re.Pattern[str]:
    """What is done to hopes and trust, where they are nouns: 牢记党和人民|期望."""
    return re.compile(f"(?:{grammar.either('cues', 'borne')})[^，。；：“”]{{0,16}}$")


_READ = re.compile("(?:评价|[看读听阅捧议聊赞]|审议|解读|学习|关注)(?:着|完|了|过|到)?(?:今年的|这份|新)?$")


@cache
def _carried_out() -> re.Pattern[str]:
    noun = grammar.either("cues", "makes_noun")
    return re.compile(f"(?:[要将应]|必须)?(?:深入|全面|切实|认真|坚决|严格|贯彻)+(?:{noun})")


@cache
def _by_demand() -> re.Pattern[str]:
    return re.compile(f"（?(?:{grammar.either('cues', 'by_demand')})")  # 应…要求, 根据…要求


@cache
def _to_demand() -> re.Pattern[str]:
    return re.compile(f"(?:{grammar.either('cues', 'to_demand')})[^，]{{0,12}}$")  # 遵守防疫|要求


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(
        f"(?:{grammar.either('cues', 'doing')})[^，。在时后]{{0,4}}$"
    )  # 对各项举措进行认真|梳理


@cache
def _heard_out() -> re.Pattern[str]:
    return re.compile(f"(?:{grammar.either('cues', 'heard_out')})[^，]*$")  # 听取水库建设情况|介绍


_LONGEST_TERM = 12


def _opens_words(paragraph: Paragraph, at: int, *, naming: bool) -> bool:
    """Whether the quotation at ``at`` is words spoken or closes what is said, rather than a term at its head.

    After a verb that gives names to things (提出“精准扶贫”，…) a short one is a term wherever it stands.
    """
    quote = paragraph.quote_at(at)
    after = paragraph.text[quote.end : quote.end + 1] if quote else ""
    if quote is None or (paragraph.is_utterance(quote) and after != "的"):
        return True
    return after in ("", "。", "；", "，") and not (naming and quote.end - quote.start < _LONGEST_TERM)


_PREDICATE = re.compile("(?:可能|已|将|会|不|应|必须|正|是(?!因))[^，。]{2,}")


def _opens_clause(paragraph: Paragraph, at: int) -> bool:
    """Whether a term in quotation marks begins a clause of what is said: 称|“云雀”可能成为最强风暴."""
    quote = paragraph.quote_at(at)
    return quote is not None and _PREDICATE.match(paragraph.text, quote.end) is not None


_ADDED = re.compile("(?:[ 还也并则曾]|明确)+$")
_BETWEEN_WORDS = " |还|也|并|则|曾|中|里|上|再次|明确"
# 全会进一步|强调
_STRESS_WORDS = "进一步|着重|特别|郑重|鲜明|反复|多次|首次|深刻|系统|一致|最后"
_BETWEEN, _STRESS = (re.compile(f"(?:{words})+$") for words in (_BETWEEN_WORDS, _STRESS_WORDS))
_LAST_BETWEEN = frozenset(word[-1] for word in f"{_BETWEEN_WORDS}|{_STRESS_WORDS}".split("|"))
"""The last characters of all these: a look that spares most clauses the long ones."""


def _is_paper(clause: str) -> bool:
    """Whether a document or a meeting would be the speaker; who issues one speaks for himself (发表声明说)."""
    papers = grammar.endings("cues", "papers")
    if clause[-1:] not in papers.last and clause[-1:] not in _LAST_BETWEEN:
        return False
    words = _STRESS.sub("", _BETWEEN.sub("", clause))
    if words.endswith(("报》", "刊》", "志》", "新闻》", "之声》")):
        return False
    if _HELD.search(words):
        return False
    return bool(papers.longest(words)) and not _issuing().search(_ADDED.sub("", clause)[-60:])


# 村支书高明翻着画满红线的|报告|说
_HELD = re.compile("[\u4e00-\u9fff]{2}[翻捧拿握指摸看举读抚晃拍]{1,2}着[^，。；：]{0,16}$")


@cache
def _issuing() -> re.Pattern[str]:
    """Someone who issues a paper, or is at a meeting: 外交部发表|声明, 高明市长在|会议上."""
    return re.compile(
        rf"[\w·）》 ]{{2}}(?:{grammar.either('cues', 'issues_paper')})"
        r"(?:[^，的]{0,6}题为[^，]{2,40}的)?[^，的]{0,24}$"
        r"|(?:[\w·）]{2}|^[他她])(?:(?:就|针对|围绕)[^，]{1,40}|在[^，]{2,40}[上中里时])$"
    )


def _is_given(text: str, clause: int, cue: Cue, people: People) -> bool:
    """Whether a word for a document is here the act of the one before it: 高明市长致辞|说, 抵抗组织的声明|说."""
    before = text[clause : cue.start]
    if before.endswith(("声明", "消息")) and is_body(before[:-2].removesuffix("的")):
        return True  # 抵抗组织的|声明, 警方|消息
    act = grammar.endings("cues", "given").longest(before)
    ends = cue.start - (0 if act.endswith("信") else len(act))  # 给乡亲们回信 is one act
    subject = find_subject(text, clause, ends, people.count) if act else None
    if subject is None or subject.mention == "elided":
        return False
    if subject.kind is Kind.NAMED and subject.mention == "bare":
        return bool(people.positions(subject.speaker))
    return subject.kind in (Kind.NAMED, Kind.ANONYMOUS)


def _is_quoted_paper(paragraph: Paragraph, end: int) -> bool:
    """Whether a paper's name in quotation marks ends at ``end``: “三年行动计划”|要求."""
    quote = paragraph.quote_ending(end)
    if quote is None or paragraph.is_utterance(quote):
        return False
    return _is_paper(paragraph.text[quote.start : quote.end - 1])
