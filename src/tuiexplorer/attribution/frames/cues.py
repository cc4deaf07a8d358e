"""Cues: where a verb of speaking stands, and whether it governs words (表示将…) or is another word (据说, 说明)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from tuiexplorer.attribution.frames.cue_forms import forms_in
from tuiexplorer.attribution.words.names import NameForm, is_word, name_form
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar

Demand = Literal["", "quote", "certain", "body"]
"""What it takes to be speech: a quotation before the subject (…？”他问。), a subject beyond doubt (他希望…), or a body
that speaks (水利部发布，…)."""


class Cue(Struct, frozen=True, gc=False):
    """A verb of speaking that may govern what follows or what stands quoted before it."""

    start: int
    end: int
    word: str
    mark: str
    """The comma, colon, quotation mark or full stop right after it; empty where words follow directly."""
    demand: Demand = ""

    @property
    def governs(self) -> bool:
        """Whether it governs whatever follows, by the mark after it."""
        return self.mark in ("，", "：", "“")

    @property
    def closes(self) -> bool:
        """Whether its sentence ends with it, so that what is said stands before it (“…？”他问。)."""
        return self.mark in ("。", "？", "！")


# 宣布将…, 宣布俄罗斯将…, 宣布其为…, but not 宣布辞职: what is announced has a subject or a word of the future.
_ANNOUNCED = re.compile(
    "(?:将|从|自|已|其|该|要|收到|于(?:近日|日前|今|昨|\\d)|同意(?!大利)|接受(?!采访)|在(?!线|即))|[\u4e00-\u9fff]{2,8}(?:将|已|为|是|(?<![关原位对基由专定])于)"
)
# 总书记明确|要求企业要…, but not 提出明确|要求
_PLAINLY_DEMANDED = re.compile("[^出了有的作以]明确要求[^，。；的]{2,16}(?:要(?!求)|必须|应当)")
# 庄严宣告我国…取得了…, but not 宣告成立: what is declared is of one's country, or has been done.
_DECLARED = re.compile("我[国们]|中国|[^，。]{2,16}(?:取得|实现|胜利|建成|完成)了")
_OF_OBJECTS = {"宣布": _ANNOUNCED, "宣告": _DECLARED}
"""Verbs that may have an act as their object (宣布辞职), and what tells that words follow."""
# 提出需要安装…, but not 提出要求, 提出的.
_PROPOSED = re.compile("需要|应当|应该|应(?!对|急|用|邀)|要(?![求点件素])|必须|将")
# 明确11项重点, 提出三点要求: things by their number.
_COUNTED_THING = re.compile("[\\d一二两三四五六七八九十多几]+(?:大|个)?(?:方面|[项条点个类种方])")
# 正如省商务厅厅长龙湘所说，“…”
_AS = re.compile("(?:正如|正像|诚如)[^，。：]{2,}所$")


_WITH = re.compile(
    "与|和[^，]{1,8}相比|为[^，。]{2,30}(?:自豪|骄傲|高兴|振奋|欣慰|感动)"
    "|相关(?!的?(?:问题|情况|信息|内容)[，。])"
)  # 表示|与同事失去联系, 表示|为成就感到自豪, 称|相关调查仍在进行


@cache
def _called_on() -> re.Pattern[str]:
    """Whom or what a call may be for: 呼吁|为灾民提供…, 敦促|有关各方…."""
    return re.compile(f"为(?!了|期|主|准)|[有相]关(?:当事)?(?:{grammar.either('cues', 'called_on')})")


_DOES = re.compile("一?边[^，。：；“”说道]{1,14}(?=。)")
_GOES_ON_TO_SAY = re.compile("，[^，。：“”]{0,8}[说道称]：?“")  # 接过话头，笑着说：“…”
_AND_THEN = re.compile("，并(?![不非没无未])")  # 一一回应，|并给予答复: an act among others
# 深有感触|，“日子越过越好了。”; with its stop outside only after what someone feels: 讲，“万众一心”。
_THEN_SAYS = re.compile("，“[^“”]{5,}[。！？…]”")
_WHAT_HE_FEELS = re.compile("，“[^“”]{5,}”[。！？]")
_AND_DOES = re.compile("，?一?边")  # 他一边说，|一边指着菜盘说：“…”


class _Verb(Struct, frozen=True):
    """What the lists tell of a verb."""

    after: re.Pattern[str] | None
    """What makes another word of it where it stands right before it."""
    tailed: bool
    issued: bool
    careful: bool
    bare: bool
    """Whether it governs a clause without a mark between."""


_NOT_AFTER = {
    "说": "not_after_saying",
    "称": "not_after_calling",
    "指": "not_after_pointing",
    "算": "not_after_counting",
    "批": "not_after_batch",
    **dict.fromkeys("斥轰吁盼呛促", "not_after_traditional"),
}


@lru_cache(maxsize=1024)
def _verb(word: str) -> _Verb:
    after = _NOT_AFTER.get(word, "not_after_noun")
    alone = after == "not_after_noun" and word not in grammar.word_set("cues", "nouns")
    return _Verb(
        after=None if alone else grammar.closing("cues", after),
        tailed=word in grammar.word_set("cues", "tailed"),
        issued=word in grammar.word_set("cues", "issued"),
        careful=word in grammar.word_set("cues", "careful"),
        bare=word in grammar.word_set("cues", "clause") - grammar.word_set("cues", "marked_only"),
    )


def find_cues(normal: str, *, traditional: bool = False) -> Iterator[Cue]:
    """Every cue of a normal text, left to right, quoted or not.

    ``traditional`` is whether it was written in traditional script, whose papers have verbs of their own.
    """
    for match in forms_in(normal, traditional=traditional):
        if match["verb"]:
            if cue := _cue(normal, match) or (_of_traditional(normal, match) if traditional else None):
                yield cue
        elif match["proposal"]:
            yield Cue(
                match.start(), match.end(), match["proposal"], "，" if match["proposal_comma"] else "："
            )
        elif match["how"]:
            yield Cue(
                match.start(), match.end(), match["how"], match["after"] if match["after"] in "：“" else "。"
            )
        else:
            yield _before_mark(match)


_UP_TO_MARK = (
    "offer",
    "answer",
    "view",
    "saying",
    "listed",
    "tell",
    "urge",
    "remind",
    "encourage",
    "inform",
    "share",
    "issue",
    "thus",
)
"""The groups of verbs behind which stands what is no part of what is said, up to a mark: the group ``tell_mark``."""


def _before_mark(match: re.Match[str]) -> Cue:
    """A verb with what it is about or whom it tells, up to a mark: 提出四点建议|：…, 提醒市民|：“…”, 发布数据|，…."""
    verb = next(name for name in _UP_TO_MARK if match[name])
    group = "share_colon" if match["share_colon"] else f"{verb}_mark"
    mark = "：" if verb in ("offer", "answer", "listed") else match[group][0]
    demand: Demand = "body" if verb == "issue" else "certain" if verb == "view" else ""
    start = match.start() - (verb == "view")  # 周敏|的看法是
    return Cue(start, match.start(group), match[verb], mark, demand)


def _cue(normal: str, match: re.Match[str]) -> Cue | None:
    verb, tail, mark = match["verb"], match["tail"] or "", (match["mark"] or "").strip()
    start, end = match.span()
    if normal.startswith("边", start - 1) and _AND_DOES.match(normal, end):
        does = _DOES.match(normal, end)  # “…。”王芳边说|边收拾碗筷。 “…。”王芳一边说|一边收拾碗筷。
        begins = start - 1 - normal.startswith("一", start - 2)
        return Cue(begins, does.end(), verb, "。") if does else None
    if verb.startswith("接过") and _GOES_ON_TO_SAY.match(normal, end):
        return None
    if _is_torn(verb, tail) or (mark == "，" and _AND_THEN.match(normal, end)):
        return None
    mark = _mark_of(normal, end, verb + tail, mark)
    other = _verb(verb).after
    if (
        other
        and other.search(normal, max(0, start - 4), start)
        and not _AS.search(normal, max(0, start - 40), start)
        and not _follows_name(normal, start)
        and not (verb == "要求" and _PLAINLY_DEMANDED.match(normal, max(0, start - 3)))
        and not (tail == "认为" and normal.endswith(grammar.words("cues", "assessed"), 0, start))
    ):
        if not tail:
            return None
        # 发表声明|说: the noun belongs to what comes before, its tail is the cue.
        start, verb, tail = start + len(verb), tail, ""
    if tail and (
        verb == "明确"
        or verb.startswith("接过")
        or (verb == "问" and normal.endswith("答记者", 0, start))
        or (verb == "报告" and _HOLDS.search(normal, max(0, start - 16), start))
    ):
        start, verb, tail = start + len(verb), tail, ""  # 接过话头|说, 答记者问|指出
    if len(tail) > 1 and _is_paper_of(normal, start, verb, tail):
        start, verb, tail = start + len(verb), tail, ""  # 就…战略报告|表示
    told = verb == "讲" and mark == "，" and normal.endswith(("对记者", "向记者"), 0, start)
    demand = "" if told else _demand(verb, tail, mark)
    joined = verb in grammar.word_set("cues", "joined") and not mark
    joined = joined and (
        normal.startswith("并", start - 1)
        or (normal.startswith("，", start - 1) and normal[end : end + 2] in _THEM)
    )
    if joined and not tail and normal[end : end + 1] not in ("了", "的", "过"):
        return Cue(start, end, verb, "", "certain")
    if demand is None or (not mark and not _governs_clause(normal, end, verb, tail)):
        return None
    return Cue(start, end, verb + tail, mark, demand)


def _mark_of(normal: str, end: int, word: str, mark: str) -> str:
    """What the mark behind a verb counts as: the text's end is a full stop.

    A comma before what is said is a colon, behind a verb that needs one: 村民王芳深有感触|，“日子越过越好了。”.
    """
    if mark == "，" and word in grammar.word_set("cues", "tailed"):
        feels = word in grammar.word_set("cues", "feelings")
        if _THEN_SAYS.match(normal, end) or (feels and _WHAT_HE_FEELS.match(normal, end)):
            return "："
        return "。" if feels else mark  # “…。”王芳深有感触|，唱起了山歌: what he does then
    return mark or ("。" if end == len(normal) else "")


def _of_traditional(normal: str, match: re.Match[str]) -> Cue | None:
    """A verb that governs a bare clause only in papers in traditional script: 林小美指|有人遺失證件."""
    verb, end = match["verb"], match.end()
    if match["tail"] or verb not in grammar.word_set("cues", "traditional"):
        return None
    after, mark = _verb(verb).after, match["mark"] or ""
    if mark not in ("", "，") or (after and after.search(normal, max(0, match.start() - 4), match.start())):
        return None
    if not mark and not _CLAUSE_GOVERNED.match(normal, end):
        return None
    if grammar.opening("cues", "not_next_traditional").match(normal, end):
        return None
    return Cue(match.start(), end, verb, mark)


_CLAUSE_GOVERNED = re.compile("[^，。；：！？]{4}")


def _is_torn(verb: str, tail: str) -> bool:
    """Whether verb and tail are another word together, or belong to different ones: 说说, 预计|到年底."""
    return verb == tail or (tail == "到" and verb in grammar.word_set("cues", "marked_only"))


def _is_paper_of(normal: str, at: int, verb: str, tail: str) -> bool:
    """Whether a word is rather the paper in which something is said: 战略报告|表示, but not 山国媒体15日报道指出."""
    acts = verb == "报道" and tail != "表示" and normal[at - 1 : at] not in ("", "的")
    return verb in grammar.word_set("cues", "written") and not acts


# 代表王芳翻着盲文版|报告说
_HOLDS = re.compile(r"(?:[拿捧摸翻看指读握举扬挥][着了起]|手[中里捧])[^，。：“”]{0,10}\Z")
_THEM = ("他们", "她们", "大家", "全体")
# 对老党员王福|来说
_TO_SOMEONE = re.compile(r"[对就拿][^，。：；]{1,36}来\Z")


def _follows_name(normal: str, at: int) -> bool:
    """Whether a title and a name end at ``at``; the name's last character makes no other word: 局长谢致和|介绍."""
    if _TO_SOMEONE.search(normal, max(0, at - 40), at):
        return False
    for length in (3, 2):
        name = normal[max(0, at - length) : at]
        if name_form(name) >= NameForm.FOREIGN and head_at_end(normal[max(0, at - length - 8) : at - length]):
            return not is_word(name)
    return False


def _demand(verb: str, tail: str, mark: str) -> Demand | None:
    """What a verb asks for to be speech; None where it cannot be speech."""
    if tail:
        return ""
    told = _verb(verb)
    if told.tailed and mark not in ("：", "“"):
        return "quote" if mark else None
    if told.issued:
        return "body" if mark in ("，", "：") else None
    return "certain" if told.careful and not mark else ""


def _governs_clause(normal: str, end: int, verb: str, tail: str) -> bool:
    """Whether words that follow a verb without a mark are what is said (表示将…), not its object (表示感谢)."""
    if not (tail or verb == "提出" or _verb(verb).bare):
        return False
    if grammar.opening("cues", "not_speech").match(normal, end - len(verb + tail)):
        return False
    if len(tail or verb) == 1 and grammar.opening("cues", "not_next_short").match(normal, end):
        return False
    if grammar.opening("cues", "not_next").match(normal, end) and not (
        (verb in grammar.word_set("cues", "calls") and _called_on().match(normal, end))
        or ((tail or verb) in ("表示", "称") and _WITH.match(normal, end))
    ):
        return False
    if normal.startswith("《", end) and (tail or verb) not in grammar.word_set("cues", "going_on"):
        return False  # 确认《…纲要》延期
    if verb == "明确" and normal.startswith(("提出", "指出", "要求"), end):
        return False  # 明确|提出总目标
    if verb in ("提出", "明确") and not tail and _COUNTED_THING.match(normal, end):
        return False
    if verb == "提出" and not tail:
        return bool(_PROPOSED.match(normal, end))
    if verb in _OF_OBJECTS and not tail:
        return bool(_OF_OBJECTS[verb].match(normal, end))
    return not ((tail or verb) == "表示" and grammar.opening("cues", "acts").match(normal, end))
