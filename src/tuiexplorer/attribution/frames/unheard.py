"""What reads as indirect speech though no statement comes of it: a verb of speaking whose subject was not found."""

import re
from functools import cache

from msgspec import Struct

from tuiexplorer.attribution.frames.frame import Setting
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.adverbials import trailing_cuts
from tuiexplorer.attribution.words.bodies import ends_body
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar
from tuiexplorer.lexicon.places import is_place

_FEWEST = 6
"""What someone says has so many characters at least."""
_END = re.compile("[。！？；\n]|$")


class Unheard(Struct, frozen=True):
    """A verb of speaking that nobody was found for, where someone seems to speak. Offsets are into the paragraph."""

    cue: int
    start: int
    """Where its clause begins."""
    end: int
    """Where its sentence ends."""
    plain: bool
    """Whether someone plainly speaks, rather than demands or hopes something, which need not be in words."""


def unheard(at: Setting, subject: Subject | None) -> Unheard | None:
    """What seems to be said at a cue of which no statement can be made; its ``subject`` was found, or was not."""
    before = at.text[at.clause : at.cue.start].strip(" ")
    end = _END.search(at.text, at.cue.end)
    if end is None or not _has_words(at, end.start()) or _nobody().search(before):
        return None
    if not before or "" in trailing_cuts(before):
        plain, perhaps = _is_of_bodies(at), _goes_on(at)
    else:
        plain, perhaps = _is_said(at, before), _is_demanded(at, before, subject)
    return Unheard(at.cue.start, at.clause, end.end(), plain) if plain or perhaps else None


def _has_words(at: Setting, end: int) -> bool:
    """Whether words follow up to ``end`` that are no quotation: those are looked after by themselves."""
    start = at.cue.end + len(at.cue.mark)
    if at.cue.mark not in ("", "，", "：") or at.text[start : start + 1] in "“、的处":
        return False
    return end - start >= _FEWEST


@cache
def _nobody() -> re.Pattern[str]:
    """What tells that nobody speaks, or the writer himself (没有人|说, 据|介绍, 我|相信)."""
    return re.compile(grammar.either("cues", "spoken_by_nobody"))


def _is_said(at: Setting, before: str) -> bool:
    """Whether it can be nothing but speech: 江州商会那几家会员|宣布将…, 某某|称，…."""
    word, mark, demand = at.cue.word, at.cue.mark, at.cue.demand
    if demand == "certain":
        return False
    if demand == "body":
        return mark == "：" and "》" not in before and (_is_someone(before) or _is_of_bodies(at))
    if demand or not mark:
        words = grammar.word_set("cues", "seldom_acts" if demand else "unmistakable")
        return word in words and _is_someone(before)
    if word.startswith(_PAPERS) or _is_paper(before):
        return word.startswith("报道") or _ISSUED.search(before) is not None
    if word == "指":
        return at.paragraph.traditional
    if word in grammar.word_set("cues", "careful", "marked_only"):
        return False
    return word not in grammar.word_set("cues", "nouns", "done", "acts_as_well") or _is_someone(before)


_PAPERS = ("报告", "声明", "公告", "通报称", "报道")
_ISSUED = re.compile("(?:发布|发表|公布)[^的]*$")  # 省水文局近期发布|报告称, but not 发布的分析|报告说


def _is_paper(before: str) -> bool:
    """Whether what stands before the adverbials is a paper: 报告同时|指出."""
    papers = grammar.endings("cues", "papers")
    return any(papers.longest(cut) for cut in trailing_cuts(before))


def _is_someone(before: str) -> bool:
    """Whether what stands before the adverbials ends like someone who can speak."""
    people = grammar.endings("posts", "collective", "plural")
    return any(
        ends_body(cut) or is_place(cut) or people.longest(cut) or head_at_end(cut)
        for cut in trailing_cuts(before)
        if cut
    )


def _is_of_bodies(at: Setting) -> bool:
    """Whether words after a colon are of those with whom the sentence begins: 县委、县政府，沉痛地|宣告：…."""
    lead = at.text[at.sentence : at.clause].rstrip("，")
    return at.cue.mark == "：" and "，" not in lead and bool(lead) and _is_someone(lead)


def _is_demanded(at: Setting, before: str, subject: Subject | None) -> bool:
    """Whether someone demands or hopes something: 抗议者|要求市政府立即停工."""
    if at.cue.demand != "certain" or at.cue.mark or _earlier().search(before):
        return False
    if grammar.opening("cues", "no_demands").match(at.text, at.cue.end):
        return False
    if at.cue.word == "明确" and not at.text.startswith(_ORDERS, at.cue.end):
        return False
    if subject is None:
        return _is_someone(before)
    return subject.mention == "full" and subject.certainty >= Certainty.LIKELY


_ORDERS = ("各", "要", "将", "从", "自", "不得")


@cache
def _earlier() -> re.Pattern[str]:
    """What tells of a demand that was made some time before, or is only expected or granted."""
    return re.compile(grammar.either("cues", "demanded_before"))


def _goes_on(at: Setting) -> bool:
    """Whether a clause without a subject tells what those say who act before it: 渔民联名致信水利部，|希望….

    What an order, a law or a meeting has in it (印发通知，|要求…) is no one's speech, nor is what a strike is for.
    """
    demands = at.cue.demand == "certain" and at.cue.word != "明确"
    if not demands and at.cue.word not in grammar.word_set("cues", "unmistakable", "done"):
        return False
    lead = at.text[at.sentence : at.clause]
    if grammar.opening("cues", "no_speakers").search(lead):
        return False
    return grammar.opening("cues", "speakers_act").search(lead) is not None
