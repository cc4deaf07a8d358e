"""Attributions inside what someone says: which of them are the reporter's, and which are part of the words."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.frames.elided import advises, goes_on, in_one_voice
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.subject import Certainty
from tuiexplorer.attribution.words.bodies import state_at_start
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.attribution.words.posts import follows_names
from tuiexplorer.lexicon import grammar
from tuiexplorer.lexicon.bodies import national

# 表示，中方感到忧虑，|呼吁…: what a side does, in the words of who speaks for it.
_OF_A_SIDE = re.compile("[，：][\u4e00-\u9fff]方(?![面法式案])")
_GOES_ON = "并还同也又亦他她"
_GOES_ON_ELSEWHERE = "在他她"


def is_independent(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether ``inner``, after ``outer`` in one paragraph, is the reporter's and not part of what ``outer`` says."""
    if inner.quote and inner.quote.start >= outer.cue.end and not _is_governed(paragraph, outer, inner):
        return True
    if inner.sentence > outer.cue.start:
        if _is_own_side(paragraph, outer, inner) or _is_shared(paragraph, outer, inner):
            return False
        aside = inner.subject.kind is Kind.INSTITUTION and not inner.cue.mark and inner.cue.word[-1] != "称"
        other = outer.subject.kind is Kind.ANONYMOUS and not inner.subject.speaker.endswith("方")
        return not aside or other or outer.subject.kind is Kind.INSTITUTION
    if outer.cue.mark == "。":
        return True
    if _is_beyond_quotation(paragraph, outer, inner) or _is_alike(paragraph.text, outer, inner):
        return True
    if inner.subject.mention in ("elided", "pronoun"):
        return _takes_up(paragraph.text, outer, inner)
    apart = paragraph.text.find("；", outer.cue.end, inner.clause) >= 0 or _is_answer(paragraph, outer, inner)
    named = inner.subject.mention in ("full", "bare", "again", outer.subject.mention)  # 李明委员…；王刚委员…
    alike = inner.cue.word == outer.cue.word and inner.subject.start == inner.clause  # …；护林员|说，…
    return apart and named and inner.subject.certainty >= (Certainty.POSSIBLE if alike else Certainty.LIKELY)


def _is_governed(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether a verb in what ``outer`` says governs the quotation: 高明表示，报告指出“…”，再次|强调“…”."""
    quote = inner.quote
    if quote is None or inner.subject.mention != "elided" or quote.start == outer.cue.end:
        return False
    verbs = grammar.words("cues", "clause")
    return paragraph.text.endswith(verbs, outer.cue.end, quote.start) and inner.clause == quote.end + 1


def _is_beyond_quotation(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether all that ``outer`` opens is a quotation, with a comma behind, before 他: 高明说，“…”，但他|表示，…."""
    quote = paragraph.quote_at(paragraph.skip(outer.cue.end, "：，"))
    closed = quote is not None and quote.closed and quote.end < inner.clause
    if quote is None or not closed or inner.subject.mention != "pronoun":
        return False
    return paragraph.text[quote.end] == "，" and paragraph.text.find("，", quote.end + 1, inner.clause) < 0


def _is_alike(text: str, outer: Frame, inner: Frame) -> bool:
    """Whether the next clause names the same speaker again, or another who 也 says something: A方表示…，B方也表示…."""
    stands = inner.clause <= inner.subject.start < inner.cue.start
    named = inner.subject.mention in ("full", "bare", "title-after")
    if text[inner.clause - 1] != "，" or not stands or not named:
        return False
    if inner.subject.speaker == outer.subject.speaker:
        return True
    if inner.subject.mention == "title-after":
        return False
    also = text[inner.cue.start - 1] == "也" and not outer.cue.mark
    return also and inner.subject.kind is outer.subject.kind and inner.subject.certainty >= Certainty.LIKELY


def _is_shared(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether who speaks tells what others announced together: 李强表示，…。两国元首共同|宣布…."""
    named = outer.subject.kind is Kind.NAMED and not outer.quote
    both = inner.subject.speaker == "双方" and inner.sentence < inner.clause
    return (
        named and inner.cue.word == "宣布" and (both or paragraph.text.endswith("共同", 0, inner.cue.start))
    )


def _is_answer(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether someone else speaks in a clause of the same sentence: 山方称…，海方则称…; 高明提到“…”，罗平表示….

    Or by the same verb: 县长高明说，…，村支书罗平说，….
    """
    text = paragraph.text
    if text[inner.clause - 1] != "，":
        return False
    marked = outer.cue.mark == "，" or (inner.cue.word == "称" and inner.subject.kind is Kind.INSTITUTION)
    alike = marked and inner.cue.word == outer.cue.word and inner.cue.mark == outer.cue.mark
    claims = not outer.cue.mark and inner.cue.word == "称" and inner.subject.kind is Kind.INSTITUTION
    alike = alike or claims
    if text[inner.cue.start - 1] == "则" or (alike and inner.subject.kind == outer.subject.kind):
        return True
    quote = paragraph.quote_ending(inner.clause - 1)
    return quote is not None and paragraph.is_blank(outer.cue.end, quote.start, "：，")


def _takes_up(text: str, outer: Frame, inner: Frame) -> bool:
    """Whether ``inner``, in the sentence of ``outer`` and without a subject but 他, is the reporter's: …，并|强调…."""
    mark = text[inner.clause - 1]
    if inner.clause == inner.cue.start:
        if mark == "，" and _is_told_of(text, outer, inner):
            return False
        if mark == "，" and _demands_more(outer, inner):
            return True
        if mark == "，" and advises(text, inner.cue, outer.cue.start):
            return True
        goes_on_saying = mark in "，；" and goes_on(inner.cue)
        listed = _in_a_row().search(text, outer.cue.end, inner.clause) is not None
        return not listed and (goes_on_saying or (mark == "；" and inner.cue.word == "要求"))
    if inner.subject.speaker in ("他们", "她们") and (
        inner.cue.word in grammar.word_set("cues", "inward") or (mark == "，" and not inner.cue.mark)
    ):
        return False  # 记者们表示，…，他们感到…; 研究人员说，经分析，他们|确认是新种
    if outer.subject.kind is Kind.COLLECTIVE and goes_on(inner.cue):
        voice = in_one_voice().search(text, inner.clause, inner.cue.start) is not None
        own = inner.subject.speaker in ("", outer.subject.speaker)  # 发言人们说，大家…，一致|认为
        if mark == "；" or (voice and own):
            return voice
    if mark == "；":  # …；在考察学校时|强调, …；他|呼吁
        sees = inner.cue.word == "看来"  # …；在他|看来
        return (sees or goes_on(inner.cue)) and text[inner.clause] in _GOES_ON_ELSEWHERE
    at_once = inner.clause == outer.cue.end + 1 and not inner.cue.mark  # 称，他|认为…
    return mark == "，" and text[inner.clause] in _GOES_ON and not at_once


def _is_told_of(text: str, outer: Frame, inner: Frame) -> bool:
    """Whether a verb right after a comma is of those whom ``outer`` tells of: …，高明总书记提出“…”，|强调“…”."""
    if outer.cue.word.startswith("报道") and outer.subject.kind is not Kind.NAMED:
        return True  # 报社报道说，海国发出照会，|警告…
    acts = (_in_a_row(), _leader_says(), _OF_A_SIDE)
    return any(pattern.search(text, outer.cue.end, inner.clause) for pattern in acts)


def _demands_more(outer: Frame, inner: Frame) -> bool:
    """Whether one who demands something demands more: 总书记要求企业守法，|要求企业回报社会."""
    return inner.cue.word == outer.cue.word == "要求" and not outer.cue.mark


@cache
def _in_a_row() -> re.Pattern[str]:
    """The acts, one after the other, of what is talked about: 大会阐述了…，提出…，|强调…."""
    acts = grammar.either("cues", "acts_of_papers")
    issued = "(?:作出|印发|发布|下发)[^，。；]{1,12}(?:部署|安排|通知|意见|方案)"
    return re.compile(f"，(?:{acts})[^，。；]*，$|{issued}，$")


@cache
def _leader_says() -> re.Pattern[str]:
    """What the country's leader said, whom one quotes: 高明总书记明确提出“…”，|强调“…”."""
    titles = grammar.either("subjects", "after_names")
    verbs = "提出|指出|强调|要求|勉励|希望|宣示|宣告|说"
    return re.compile(f"(?:{titles}|同志)[^。；]*(?:{verbs})[^，。；“”]{{0,8}}“[^”]*”，$")


_SIDE = re.compile("[\u4e00-\u9fff]方(?![面法式案])")


def is_own_state(outer: Frame, inner: Frame, people: People) -> bool:
    """Whether the speaker of ``outer`` goes on in the name of his own state: 总统说，…，山国相信，…."""
    inward = inner.cue.word in grammar.word_set("cues", "inward") and not inner.quote
    if not inward or outer.subject.kind is not Kind.NAMED or inner.subject.kind is not Kind.INSTITUTION:
        return False
    own = outer.subject.positions or people.positions(outer.subject.speaker)
    return any(position.agency == inner.subject.speaker for position in own)


def quotes_leader(outer: Frame, inner: Frame, people: People) -> bool:
    """Whether someone in office for the country quotes its leader, with his title: 副总理高明说，…。王林主席指出，…."""
    who = inner.subject
    leads = who.mention == "title-after" and any(follows_names(one.post) for one in who.positions)
    if not leads or inner.quote or name_form(who.speaker) is not NameForm.CHINESE or "·" in who.speaker:
        return False
    if any(state_at_start(one.agency) for one in people.positions(who.speaker)):
        return False  # 高明说，…。海国总统林白表示，…: each for himself
    if outer.subject.kind is not Kind.NAMED or outer.subject.mention not in ("full", "bare"):
        return False
    own = outer.subject.positions or people.positions(outer.subject.speaker)
    return outer.subject.speaker != who.speaker and any(map(_is_of_country, own))


def _is_of_country(position: Position) -> bool:
    """Whether it is an office of the country's: at a body of which there is one, or of a state."""
    offices = grammar.word_set("posts", "whole") | grammar.word_set("subjects", "state_posts")
    return position.agency in national() or (not position.agency and position.post in offices)


def _is_own_side(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether a person who speaks goes on by the name of his side: 伊方坚信，…."""
    side = inner.subject.kind is Kind.INSTITUTION and inner.subject.speaker.endswith("方")
    if inner.subject.mention == "elided" and not side:
        side = _SIDE.match(paragraph.text, inner.sentence) is not None  # 伊方…，认为…
    inward = inner.cue.word in grammar.word_set("cues", "inward")
    return outer.subject.kind is Kind.NAMED and side and inward


def left_after(paragraph: Paragraph, outer: Frame, frame: Frame) -> Frame:
    """``frame`` with the territory that is left to it after ``outer``."""
    if frame.quote and (
        _says_itself(paragraph, outer, frame.quote) or _closes(paragraph, outer, frame, frame.quote)
    ):
        return replace(frame, quote=None, sentence=frame.quote.end)
    if frame.quote and paragraph.text[frame.quote.start - 1] == "，":
        start = paragraph.sentence_start(frame.quote.start - 1)  # 村里通了路，|“…。”高明说
        return replace(frame, sentence=start) if start >= outer.cue.end else frame
    if frame.sentence <= outer.cue.start and not frame.quote:
        semicolon = paragraph.text.rfind("；", outer.cue.end, frame.clause)
        return replace(frame, sentence=semicolon + 1 or frame.clause)
    return frame


def _says_itself(paragraph: Paragraph, frame: Frame, quote: Quote) -> bool:
    """Whether ``quote`` is what ``frame`` opens with its mark, so that it is not of the speaker after it."""
    if not frame.cue.governs or quote.start < frame.cue.end:
        return False
    while paragraph.text[quote.start - 1] == "，" and (before := paragraph.quote_ending(quote.start - 1)):
        quote = before  # “…”，“…”
    return paragraph.is_blank(frame.cue.end, quote.start, "：， ")


def _closes(paragraph: Paragraph, outer: Frame, frame: Frame, quote: Quote) -> bool:
    """Whether ``quote`` closes the sentence of ``outer``, before ``frame`` has its own words: …，“…。”高明表示，…."""
    if outer.cue.mark != "，" or not frame.cue.mark or frame.cue.closes or quote.start < outer.cue.end:
        return False
    return (
        paragraph.text[quote.start - 1] == "，" and paragraph.sentence_start(quote.start) <= outer.cue.start
    )
