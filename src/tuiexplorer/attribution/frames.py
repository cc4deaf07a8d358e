"""Frames: a cue with its subject, and the quotation before it where there is one."""

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.bare_names import IF_INTRODUCED
from tuiexplorer.attribution.bodies import state_at_start
from tuiexplorer.attribution.cues import Cue, find_cues
from tuiexplorer.attribution.elided import advises, goes_on, in_one_voice, subject_before
from tuiexplorer.attribution.finding import find_subject
from tuiexplorer.attribution.leading import is_of_state, leading_body, leading_person
from tuiexplorer.attribution.names import NameForm, name_form
from tuiexplorer.attribution.paragraph import Paragraph
from tuiexplorer.attribution.people import People
from tuiexplorer.attribution.quotes import Quote
from tuiexplorer.attribution.subject import Subject
from tuiexplorer.lexicon import grammar, places


class Frame(Struct, frozen=True):
    """One attribution: someone, a cue, and where its words may stand."""

    cue: Cue
    subject: Subject
    clause: int
    """Where the clause of the cue begins."""
    sentence: int
    """Where the sentence (or the quotation before the subject) begins: what comes before is not of this frame."""
    quote: Quote | None
    """The quotation that ends right before the subject."""
    holds_forth: bool = False
    """Whether the words are from a speech (在致辞中说), which goes on."""


def find_frames(paragraph: Paragraph, people: People) -> list[Frame]:
    """The attributions of a paragraph whose cue stands outside quotation marks and is the reporter's, in order."""
    kept: list[Frame] = []
    for cue in find_cues(paragraph.text):
        if (
            cue.start < paragraph.floor
            or paragraph.quote_around(cue.start)
            or paragraph.in_work_title(cue.start)
        ):
            continue
        frame = _frame(paragraph, cue, people)
        if frame is None:
            continue
        if not kept:
            kept.append(frame)
        elif not _is_own_state(kept[-1], frame, people) and _independent(paragraph, kept[-1], frame):
            kept.append(_after(paragraph, kept[-1], frame))
    return kept


def _frame(paragraph: Paragraph, cue: Cue, people: People) -> Frame | None:
    needs_quote = cue.mark in ("。", "？", "！") or cue.demand == "quote"
    if needs_quote and not paragraph.has_quote_before(cue.start):
        return None
    clause = paragraph.clause_start(cue.start)
    before = paragraph.text[clause : cue.start]
    if _is_noun(cue, before) or _is_rubric(paragraph, cue):
        return None
    if (
        not _REPORTED.search(before)
        and _is_paper(before)
        and not _is_given(paragraph.text, clause, cue, people)
    ):
        return None
    if (
        cue.mark == "“"
        and cue.word in grammar.word_set("cues", "mark", "marked_only", "naming")
        and not _opens_words(paragraph, cue.end, naming=cue.word in grammar.word_set("cues", "naming"))
    ):
        return None  # 阐述“大开放”的方向: a term
    if clause == cue.start and cue.word.startswith(grammar.words("cues", "written")):
        return None  # 报告称，…: a document
    start = paragraph.sentence_start(cue.start)
    if _is_quoted_paper(paragraph, cue.start):
        return None
    subject = _subject(paragraph, cue, clause, start, people) or _by_place(paragraph, cue, clause)
    if subject is None or not _meets_demand(paragraph, cue, subject, before, people):
        return None
    quote = _quote_of(paragraph, subject, clause, start) or _quote_right_before(
        paragraph, subject, clause, start, people
    )
    if quote is None and needs_quote:
        return None
    begins = min(start, quote.start) if quote else start
    return Frame(cue, subject, clause, begins, quote, _in_talk().search(before) is not None)


def _meets_demand(paragraph: Paragraph, cue: Cue, subject: Subject, before: str, people: People) -> bool:
    """Whether the subject is what the cue asks for to be speech; one that asks for a quotation is seen to elsewhere."""
    if cue.demand == "certain":
        return _beyond_doubt(cue, subject, before, people) or _is_order(paragraph.text, cue, subject)
    return cue.demand != "body" or (subject.kind is Kind.INSTITUTION and subject.mention == "full")


def _is_noun(cue: Cue, before: str) -> bool:
    """Whether a verb of speaking is a noun after what stands before it, or tells of figures or of hearsay."""
    if before.startswith(grammar.words("cues", "makes_noun")) or _carried_out().match(before):
        return True
    if cue.word == "要求" and (_by_demand().match(before) or _to_demand().search(before)):
        return True
    if cue.word in ("介绍", "汇报", "讲解", "汇报说") and _heard_out().search(before):
        return True
    if cue.word == "号召" and "响应" in before:
        return True
    if cue.word in grammar.word_set("cues", "nouns") and _NAMED_THING.search(before):
        return True
    if cue.word == "倡议" and ("提出" in before or "发起" in before):
        return True
    if cue.word.startswith("公告") and grammar.opening("cues", "issuing").search(before):
        return True
    if cue.word in grammar.word_set("cues", "mark", "nouns", "done") and _doing().search(before):
        return True
    return bool(_SHARE.search(before) or ("听" in before and _HEARD.search(before)))


def _is_rubric(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a verb alone before a colon heads its paragraph, as a rubric does: 点评：…, 解读：…."""
    if cue.mark != "：" or cue.word not in grammar.word_set("cues", "rubrics"):
        return False
    return cue.start == paragraph.skip(0, " ")


# 路透社援引警方消息|报道称: the police speak; 路透社援引一项研究|报道称: the agency does.
_REPORTED = re.compile("(?:援引|引述|引用)[^，]{1,24}(?:消息|研究|报告|数据|文件|调查|统计)$")
_NAMED_THING = re.compile("的“[^“”]{1,12}”$")  # 局长高明的“四个更”|承诺
_HEARD = re.compile("(?<![旁倾聆打])听(?![取证众力课])[\u4e00-\u9fff]{2,9}$")  # 他听老人|说
_SHARE = re.compile(
    "[%％](?:的|接受|以上)|分之[一二三四五六七八九十]+的|半数|半的|[一二三四五六七八九]成(?!立|为|员)"
)  # 52%的受访者认为 is a figure, no speech


@cache
def _carried_out() -> re.Pattern[str]:
    return re.compile(f"(?:深入|全面|切实|认真|坚决|严格)+(?:{grammar.either('cues', 'makes_noun')})")


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


@cache
def _in_talk() -> re.Pattern[str]:
    return re.compile(f"(?:{grammar.either('cues', 'talks')})(?:[中时上里]|$)")  # 在致辞中|说


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


def _subject(paragraph: Paragraph, cue: Cue, clause: int, start: int, people: People) -> Subject | None:
    """The subject of a cue in its clause, else the person with whom the clause or the sentence begins."""
    text = paragraph.text
    governs = cue.mark in ("，", "：", "“")
    subject = find_subject(text, clause, cue.start, people.count)
    if subject and start < clause and _speaks_for_another(subject):
        subject = _under_body(subject, leading_body(text, start, clause))
    if subject is None and PRONOUN.match(text, clause):
        return Subject(text[clause], Kind.NAMED, (), clause, "pronoun")
    after_quote = paragraph.utterance_before(clause) or paragraph.utterance_before(start)
    if subject is None and (governs or after_quote):
        subject = leading_person(text, clause, cue.start, people)
    if subject is not None and subject.mention != "elided":
        return subject
    return subject_before(text, cue, clause, start, subject, people)


def _by_place(paragraph: Paragraph, cue: Cue, clause: int) -> Subject | None:
    """Who says a quotation, after a title of no list that begins with a place: “…。”石门镇统战岗|常小昱表示."""
    if cue.mark != "。" or not paragraph.utterance_before(clause):
        return None
    words = paragraph.text[clause : cue.start].strip(" ")
    for length in (3, 2):
        title, name = words[:-length], words[-length:]
        local = _LOCAL.match(title)
        end = places.place_end(title) or (local.end() if local else 0)
        formed = name_form(name) is NameForm.CHINESE and name not in grammar.word_set("names", "words")
        if formed and 1 < end < len(title) <= _LONGEST_TITLE:
            return Subject(name, Kind.NAMED, (Position(title[:end], title[end:]),), clause, "full", 3)
    return None


_LONGEST_TITLE = 16
_LOCAL = re.compile("[\u4e00-\u9fff]{2,6}?(?:[镇乡村]|街道|社区)(?=..)")


def _speaks_for_another(subject: Subject) -> bool:
    """Whether an unnamed speaker is of a body that the clause does not tell: 相关负责人."""
    bare = subject.kind is Kind.ANONYMOUS and subject.mention == "full"
    bare = bare and bool(subject.positions) and not subject.positions[0].agency
    return bare and subject.speaker.endswith(("负责人", "负责同志", "发言人"))


def _under_body(subject: Subject, body: Subject | None) -> Subject:
    """财政厅举行发布会，相关负责人表示: the body with which the sentence begins is the speaker's."""
    if body is None:
        return subject
    post = subject.positions[0].post
    each = [
        replace(subject, positions=(Position(one.speaker, post),), others=()) for one in (body, *body.others)
    ]
    return replace(each[0], others=tuple(each[1:]))


def _beyond_doubt(cue: Cue, subject: Subject, before: str, people: People) -> bool:
    """Whether the subject is a person for sure: named in full, here or before, or going on (…；要求…)."""
    if subject.mention == "elided":
        return before in ("", "并", "同时", "并且", "还")
    name = subject.speaker
    known = subject.certainty > IF_INTRODUCED or people.is_introduced(name)
    if subject.mention == "bare" and known and (people.positions(name) or people.full_name(name)):
        return True
    if subject.kind is Kind.ANONYMOUS and name == "代表" and subject.mention == "full":
        return is_of_state(subject)
    titled = subject.mention == "full" and name_form(name) is NameForm.FOREIGN
    return subject.certainty >= (
        4 if titled or (cue.word == "呼吁" and subject.kind is not Kind.NAMED) else 5
    )


_THING = re.compile("[^，。；]{1,16}(?:问题|情况)[，。；]")  # 银行要求|重复报送数据问题


def _is_order(text: str, cue: Cue, subject: Subject) -> bool:
    """Whether a body says what those below it are to do: 水利部要求各地开展排查."""
    body = subject.kind is Kind.INSTITUTION and subject.mention == "full" and subject.certainty >= 4
    if not body or cue.word != "要求" or _THING.match(text, cue.end):
        return False
    at_home = state_at_start(subject.speaker) in ("", "中国")
    return at_home or grammar.opening("cues", "ordered").match(text, cue.end) is not None


@cache
def circumstances() -> re.Pattern[str]:
    """What may stand between a quotation and the clause that attributes it: “…。”回答提问时，|省财政厅厅长X说."""
    opens = grammar.either("subjects", "circumstances")
    return re.compile(rf"(?:(?:{opens})[^，。]{{0,30}}，|[\u4e00-\u9fff]{{2,16}}[里上中旁边前外]，)+")


# 村民王芳赶来：|“…。”主任罗明说，…: who speaks before the colon has said it.
_COMES = re.compile("(?:来|去|道|喊|问|答|说|着|头|手|声|气|地|话|回应|解释|介绍|笑|叹|急|劝)：$")


def _is_led_up_to(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether someone's act and a colon lead up to a quotation, so that it is not of the speaker after it."""
    return _COMES.search(paragraph.text, 0, quote.start) is not None


def _quote_of(paragraph: Paragraph, subject: Subject, clause: int, start: int) -> Quote | None:
    quote = paragraph.utterance_before(subject.start) or paragraph.utterance_before(clause)
    if quote is not None and _is_led_up_to(paragraph, quote):
        return None
    if quote is not None or start >= clause:
        return quote
    inside = paragraph.last_quote_in(start, clause)
    start = inside.end if inside and paragraph.text[inside.end - 2] == "，" else start  # “…，”4日晚，李强说
    on_the_way = clause - start <= _ONE_CLAUSE and paragraph.text.count("，", start, clause) == 1
    if on_the_way or circumstances().fullmatch(paragraph.text, start, clause):
        return paragraph.utterance_before(start)
    if subject.mention == "elided" and 0 <= paragraph.text.find(subject.speaker, start, clause) < clause:
        return paragraph.utterance_before(start)  # “…。”王芳翻开账本，一页页指着，说，“…。”
    before = paragraph.text.rfind("，", start, clause - 1) + 1
    return paragraph.utterance_before(before) if 0 < clause - before <= _ONE_CLAUSE else None


def _quote_right_before(
    paragraph: Paragraph, subject: Subject, clause: int, start: int, people: People
) -> Quote | None:
    """“…。”村支书高明细数着账本上的数字，笑着|说: the quotation right before the sentence that its speaker begins."""
    quote = paragraph.utterance_before(start) if start < clause else None
    if quote is None or subject.kind is not Kind.NAMED:
        return None
    lead = leading_person(paragraph.text, start, clause, people)
    return quote if lead and lead.speaker == subject.speaker and lead.start == start else None


_ONE_CLAUSE = 14
"""How long the one clause may be that stands between a quotation and the clause that attributes it."""
PRONOUN = re.compile(r"[他她](?![们的])")


# 全会进一步|强调
_STRESS = re.compile("(?:进一步|着重|特别|郑重|鲜明|反复|多次|首次|深刻|系统|一致|最后)+$")


def _is_paper(clause: str) -> bool:
    """Whether a document or a meeting would be the speaker; who issues one speaks for himself (发表声明说)."""
    words = _STRESS.sub("", clause.rstrip(" 还也并则再次明确曾中里上"))
    if words.endswith(("报》", "刊》", "志》", "新闻》", "之声》")):
        return False
    return bool(grammar.endings("cues", "papers").longest(words)) and not _issuing().search(
        clause.rstrip(" 还也并则明确曾")[-60:]
    )


@cache
def _issuing() -> re.Pattern[str]:
    """Someone who issues a paper, or is at a meeting: 外交部发表|声明, 高明市长在|会议上."""
    return re.compile(
        rf"[\w·）]{{2}}(?:{grammar.either('cues', 'issues_paper')})[^，的]{{0,24}}$"
        r"|(?:[\w·）]{2}|^[他她])(?:(?:就|针对|围绕)[^，]{1,40}|在[^，]{2,40}[上中里时])$"
    )


def _is_given(text: str, clause: int, cue: Cue, people: People) -> bool:
    """Whether a word for a document is here the act of the person before it: 高明市长致辞|说, 总书记回信|说."""
    act = grammar.endings("cues", "given").longest(text[clause : cue.start])
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


# 表示，中方感到忧虑，|呼吁…: what a side does, in the words of who speaks for it.
_OF_A_SIDE = re.compile("[，：][\u4e00-\u9fff]方(?![面法式案])")
_GOES_ON = "并还同也他她"


def _independent(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether ``inner``, after ``outer`` in one paragraph, is the reporter's and not part of what ``outer`` says."""
    if inner.quote and inner.quote.start >= outer.cue.end:
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
    return apart and inner.subject.mention in ("full", "bare", "again") and inner.subject.certainty >= 3


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
    if text[inner.clause - 1] != "，" or not stands or inner.subject.mention not in ("full", "bare"):
        return False
    if inner.subject.speaker == outer.subject.speaker:
        return True
    also = text[inner.cue.start - 1] == "也" and not outer.cue.mark
    return also and inner.subject.kind is outer.subject.kind and inner.subject.certainty >= 3


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
    alike = inner.cue.word == outer.cue.word and inner.cue.mark == outer.cue.mark == "，"
    if text[inner.cue.start - 1] == "则" or (alike and inner.subject.kind == outer.subject.kind):
        return True
    quote = paragraph.quote_ending(inner.clause - 1)
    return quote is not None and paragraph.is_blank(outer.cue.end, quote.start, "：，")


def _takes_up(text: str, outer: Frame, inner: Frame) -> bool:
    """Whether ``inner``, in the sentence of ``outer`` and without a subject but 他, is the reporter's: …，并|强调…."""
    if inner.clause == inner.cue.start:
        mark = text[inner.clause - 1]
        if _in_a_row().search(text, outer.cue.end, inner.clause):
            return False
        if mark == "，" and _OF_A_SIDE.search(text, outer.cue.end, inner.clause):
            return False
        if mark == "，" and advises(text, inner.cue, outer.cue.start):
            return True
        return (mark in "，；" and goes_on(inner.cue)) or (mark == "；" and inner.cue.word == "要求")
    if inner.subject.speaker in ("他们", "她们") and inner.cue.word in grammar.word_set("cues", "inward"):
        return False  # 记者们表示，…，他们感到…
    if text[inner.clause - 1] == "；" and outer.subject.kind is Kind.COLLECTIVE and goes_on(inner.cue):
        return in_one_voice().search(text, inner.clause, inner.cue.start) is not None
    return text[inner.clause - 1] == "，" and text[inner.clause] in _GOES_ON


@cache
def _in_a_row() -> re.Pattern[str]:
    """The acts, one after the other, of what is talked about: 大会阐述了…，提出…，|强调…."""
    return re.compile(f"，(?:{grammar.either('cues', 'acts_of_papers')})[^，。；]*，$")


_SIDE = re.compile("[\u4e00-\u9fff]方(?![面法式案])")


def _is_own_state(outer: Frame, inner: Frame, people: People) -> bool:
    """Whether the speaker of ``outer`` goes on in the name of his own state: 总统说，…，山国相信，…."""
    inward = inner.cue.word in grammar.word_set("cues", "inward") and not inner.quote
    if not inward or outer.subject.kind is not Kind.NAMED or inner.subject.kind is not Kind.INSTITUTION:
        return False
    own = outer.subject.positions or people.positions(outer.subject.speaker)
    return any(position.agency == inner.subject.speaker for position in own)


def _is_own_side(paragraph: Paragraph, outer: Frame, inner: Frame) -> bool:
    """Whether a person who speaks goes on by the name of his side: 伊方坚信，…."""
    side = inner.subject.kind is Kind.INSTITUTION and inner.subject.speaker.endswith("方")
    if inner.subject.mention == "elided" and not side:
        side = _SIDE.match(paragraph.text, inner.sentence) is not None  # 伊方…，认为…
    inward = inner.cue.word in grammar.word_set("cues", "inward")
    return outer.subject.kind is Kind.NAMED and side and inward


def _after(paragraph: Paragraph, outer: Frame, frame: Frame) -> Frame:
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
    if frame.cue.mark not in ("：", "“", "，") or quote.start < frame.cue.end:
        return False
    while paragraph.text[quote.start - 1] == "，" and (before := paragraph.quote_ending(quote.start - 1)):
        quote = before  # “…”，“…”
    return paragraph.is_blank(frame.cue.end, quote.start, "：， ")


def _closes(paragraph: Paragraph, outer: Frame, frame: Frame, quote: Quote) -> bool:
    """Whether ``quote`` closes the sentence of ``outer``, before ``frame`` has its own words: …，“…。”高明表示，…."""
    if outer.cue.mark != "，" or frame.cue.mark in ("。", "？", "！", "") or quote.start < outer.cue.end:
        return False
    return (
        paragraph.text[quote.start - 1] == "，" and paragraph.sentence_start(quote.start) <= outer.cue.start
    )
