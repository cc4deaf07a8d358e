"""Finding frames: each cue with its subject, and the quotation before it where there is one."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.frames.cues import Cue, find_cues
from tuiexplorer.attribution.frames.elided import subject_before
from tuiexplorer.attribution.frames.frame import Frame, Setting
from tuiexplorer.attribution.frames.leading import circumstances, leading_person
from tuiexplorer.attribution.frames.leading_others import is_of_state, leading_body
from tuiexplorer.attribution.frames.nested import is_independent, is_own_state, left_after, quotes_leader
from tuiexplorer.attribution.frames.no_speech import is_no_speech
from tuiexplorer.attribution.frames.unheard import Unheard, unheard
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.bodies import state_at_start
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.lexicon import grammar


def find_frames(paragraph: Paragraph, people: People, left: list[Unheard] | None = None) -> list[Frame]:
    """The attributions of a paragraph whose cue stands outside quotation marks and is the reporter's, in order.

    What else reads as speech, without anyone who says it, is added to ``left``.
    """
    if pointed := _pointed_at(paragraph, people):
        return [pointed]
    kept: list[Frame] = []
    for cue in find_cues(paragraph.text, traditional=paragraph.traditional):
        if (
            cue.start < paragraph.floor
            or paragraph.quote_around(cue.start)
            or paragraph.in_work_title(cue.start)
        ):
            continue
        frame = _frame(paragraph, cue, people, [] if left is None else left)
        if frame is None:
            continue
        frame = _without_others(paragraph, kept[-1] if kept else None, frame)
        if not kept:
            kept.append(frame)
        elif _is_reported(kept[-1], frame):
            kept[-1] = frame
        elif quotes_leader(kept[-1], frame, people):
            continue
        elif not is_own_state(kept[-1], frame, people) and is_independent(paragraph, kept[-1], frame):
            kept.append(left_after(paragraph, kept[-1], frame))
    return kept


def _without_others(paragraph: Paragraph, outer: Frame | None, inner: Frame) -> Frame:
    """A frame without the quotation that closes what another has: 她指，…，“…。”|她形容这是里程碑."""
    quote, plain = inner.quote, not inner.cue.mark and inner.subject.mention == "pronoun"
    if outer is None or quote is None or not plain or outer.cue.mark != "，":
        return inner
    begins = paragraph.sentence_start(quote.start)
    closes = begins <= outer.cue.start and outer.cue.end + 1 < quote.start
    closes = closes and paragraph.text[quote.start - 1] == "，"
    return replace(inner, quote=None, sentence=inner.clause, run=()) if closes else inner


def _is_reported(outer: Frame, inner: Frame) -> bool:
    """Whether all that the media report is that someone speaks: 海国媒体报道称，外长高明|表示，…."""
    at_once = outer.cue.mark == "，" and inner.clause == outer.cue.end + 1
    reports = outer.cue.word.startswith("报道") and outer.subject.kind is not Kind.NAMED and not outer.quote
    named = inner.subject.mention == "full" and inner.subject.kind in (Kind.NAMED, Kind.ANONYMOUS)
    return at_once and reports and named and bool(inner.cue.mark)


@cache
def _pointed() -> re.Pattern[str]:
    """Who said what stands before: 全县已建托育园七十家。这是县卫健局局长王芳在启动仪式上介绍的。."""
    cues = grammar.either("cues", "pointing_back")
    return re.compile(f"(?<=。)这是(?P<who>[^，。；：“”]{{2,60}})(?<!说)(?P<cue>{cues})的(?:。| *$)")


def _pointed_at(paragraph: Paragraph, people: People) -> Frame | None:
    """The attribution of all that stands before a sentence which points back at it, where it is a paragraph's last."""
    text = paragraph.text
    match = _pointed().search(text, paragraph.floor) if "。这是" in text else None
    if match is None or not paragraph.is_blank(match.end()) or paragraph.utterance_before(match.start()):
        return None
    who = find_subject(text, *match.span("who"), people.count)
    if who is None or who.kind is Kind.COLLECTIVE or who.speaker in grammar.word_set("subjects", "reporters"):
        return None
    words = Quote(paragraph.floor - 1, match.start(), closed=False)
    cue = Cue(match.start("cue"), match.end(), match["cue"], "。")
    return Frame(cue, who, match.start(), paragraph.floor, words)


def _frame(paragraph: Paragraph, cue: Cue, people: People, left: list[Unheard]) -> Frame | None:
    needs_quote = cue.closes or cue.demand == "quote"
    if needs_quote and not paragraph.has_quote_before(cue.start) and not _may_lack_quote(cue):
        return None
    clause = paragraph.clause_start(cue.start)
    before = paragraph.text[clause : cue.start]
    if is_no_speech(paragraph, cue, clause, people):
        return None
    start = paragraph.sentence_start(cue.start)
    at = Setting(paragraph, cue, clause, start)
    subject = _subject(at, people)
    if subject is None or not _meets_demand(at, subject, before, people):
        _add(left, unheard(at, subject))
        return None
    quote = _quote_of(at, subject, people) or _quote_right_before(at, subject, people)
    if quote is None and needs_quote:
        _add(left, unheard(at, subject))
        return None
    run = paragraph.run_before(quote) if quote else ()
    begins = min(start, *(one.start for one in (*run, quote))) if quote else start
    return Frame(cue, subject, clause, begins, quote, _in_talk().search(before) is not None, run)


def _may_lack_quote(cue: Cue) -> bool:
    """Whether a verb that asks for a quotation reads as speech before a comma too: 议员|质疑，…."""
    return cue.mark == "，" and cue.word in grammar.word_set("cues", "seldom_acts")


def _add(left: list[Unheard], one: Unheard | None) -> None:
    if one is not None:
        left.append(one)


def _meets_demand(at: Setting, subject: Subject, before: str, people: People) -> bool:
    """Whether the subject is what the cue asks for to be speech; one that asks for a quotation is seen to elsewhere."""
    if at.cue.demand == "certain":
        return _beyond_doubt(at.cue, subject, before, people) or _is_order(at.text, at.cue, subject)
    return at.cue.demand != "body" or (subject.kind is Kind.INSTITUTION and subject.mention == "full")


@cache
def _in_talk() -> re.Pattern[str]:
    return re.compile(f"(?:{grammar.either('cues', 'talks')})(?:[中时上里]|$)")  # 在致辞中|说


def _subject(at: Setting, people: People) -> Subject | None:
    """The subject of a cue in its clause, else the person with whom the clause or the sentence begins."""
    paragraph, text, cue, clause, start = at.paragraph, at.text, at.cue, at.clause, at.sentence
    seen = _SEEN.match(text, clause, cue.start) if cue.word == "看来" else None
    subject = find_subject(text, seen.end() if seen else clause, cue.start, people.count)
    if subject and start < clause and _speaks_for_another(subject):
        subject = _under_body(subject, leading_body(text, start, clause))
    if (subject is None or subject.mention == "elided") and text.startswith("对方", clause):
        return Subject.unnamed("", "对方", clause)
    if subject is None and PRONOUN.match(text, clause):
        return Subject(text[clause], Kind.NAMED, (), clause, "pronoun")
    after_quote = paragraph.utterance_before(clause) or paragraph.utterance_before(start)
    if subject is None and (cue.governs or after_quote):
        subject = leading_person(text, clause, cue.start, people)
    if subject is not None and subject.mention != "elided":
        return _who_holds(at, subject, people) or subject
    return subject_before(at, subject, people)


def _who_holds(at: Setting, subject: Subject, people: People) -> Subject | None:
    """The person who does something with what only reads as a name: 村民王芳摸着嫩绿的|麦苗说."""
    held = at.text[at.clause : subject.start]
    if subject.mention != "bare" or not held.endswith("的") or "着" not in held:
        return None
    lead = leading_person(at.text, at.clause, subject.start, people)
    return lead if lead and lead.mention == "full" and lead.start == at.clause else None


_SEEN = re.compile("(?:而|但|不过)?在")  # 在|江州医院看来


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
    return Subject.together(each)


def _beyond_doubt(cue: Cue, subject: Subject, before: str, people: People) -> bool:
    """Whether the subject is a person for sure: named in full, here or before, or going on (…；要求…)."""
    if subject.mention == "elided":
        return _JOINED.fullmatch(before) is not None
    name = subject.speaker
    known = subject.certainty > Certainty.IF_INTRODUCED or people.is_introduced(name)
    if subject.mention == "bare" and known and (people.positions(name) or people.full_name(name)):
        return True
    if subject.kind is Kind.ANONYMOUS and name == "代表" and subject.mention == "full":
        return is_of_state(subject)
    if subject.kind is Kind.ANONYMOUS and cue.word == "呼吁" and before == name:
        return True  # 秘书长|呼吁各方停火
    titled = subject.mention == "full" and name_form(name) is NameForm.FOREIGN
    asks_less = titled or (cue.word == "呼吁" and subject.kind is not Kind.NAMED)
    return subject.certainty >= (Certainty.SURE if asks_less else Certainty.CERTAIN)


_JOINED = re.compile("(?:并且?|同时|还|又|亦|曾|再次|多次|再度|强烈)*")
_THING = re.compile("[^，。；]{1,16}(?:问题|情况)[，。；]")  # 银行要求|重复报送数据问题


def _is_order(text: str, cue: Cue, subject: Subject) -> bool:
    """Whether a body says what those below it are to do: 水利部要求各地开展排查."""
    body = subject.kind is Kind.INSTITUTION and subject.mention == "full"
    if not body or subject.certainty < Certainty.SURE or cue.word != "要求" or _THING.match(text, cue.end):
        return False
    at_home = state_at_start(subject.speaker) in ("", "中国")
    return at_home or grammar.opening("cues", "ordered").match(text, cue.end) is not None


# 村民王芳赶来：|“…。”主任罗明说，…: who speaks before the colon has said it.
_COMES = re.compile("(?:来|去|道|喊|问|答|说|着|头|手|声|气|地|话|回应|解释|介绍|笑|叹|急|劝)：$")
_NEAR = 4
"""None of these is longer, its colon counted."""


def _is_led_up_to(paragraph: Paragraph, quote: Quote, people: People, cue: Cue) -> bool:
    """Whether someone's act and a colon lead up to a quotation, so that it is not of the speaker after it."""
    if _COMES.search(paragraph.text, max(0, quote.start - _NEAR), quote.start):
        return True
    colon = quote.start - 1
    if paragraph.text[colon : quote.start] != "：":
        return False
    start = paragraph.sentence_start(colon)
    told = cue.word in grammar.word_set("cues", "told")
    comma = paragraph.text.rfind("，", start, colon) + 1  # 谈到春耕，|村支书高明信心满怀：“…。”
    for begins in (start, comma) if comma > start else (start,):
        lead = leading_person(paragraph.text, begins, colon, people)
        # 村支书高明念叨起过去：“…。”; 高明指指麦田：“…。”他|叮嘱村民王芳：“…。”
        if lead and lead.start == begins and (lead.mention == "full" or (lead.mention == "bare" and told)):
            return True
    return False


@cache
def _question() -> re.Pattern[str]:
    """What tells that someone else asked what stands before: “…？”面对村民的提问，主任王芳解释说，…."""
    return re.compile(
        f"(?:面对|针对|对于|对|就)[^，。]{{0,12}}?(?:{grammar.either('speech', 'questions')})，"
    )


def is_asked(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether a quotation is a question that the sentence after it answers."""
    return paragraph.text[quote.end - 2] == "？" and bool(_question().match(paragraph.text, quote.end))


# “…。”李明代表的|话音刚落，记者们提问：…
_OF_ITS_SPEAKER = re.compile("的(?:话音|一席话|一番话|这番话|这席话|话刚|发言刚)")


def _quote_of(at: Setting, subject: Subject, people: People) -> Quote | None:
    """The quotation before a cue that is its speaker's."""
    paragraph, clause, start = at.paragraph, at.clause, at.sentence
    quote = paragraph.utterance_before(subject.start) or paragraph.utterance_before(clause)
    if quote is not None and _is_governed(paragraph, quote):
        return None
    if quote is not None and (_is_led_up_to(paragraph, quote, people, at.cue) or is_asked(paragraph, quote)):
        return None
    if quote is not None or start >= clause:
        return quote or _quote_with_stop(at)
    if _OF_ITS_SPEAKER.search(paragraph.text, start, clause):
        return None
    inside = paragraph.last_quote_in(start, clause)
    start = inside.end if inside and paragraph.text[inside.end - 2] == "，" else start  # “…，”4日晚，李强说
    if (asked := paragraph.utterance_before(start)) and is_asked(paragraph, asked):
        return None
    on_the_way = clause - start <= _ONE_CLAUSE and paragraph.text.count("，", start, clause) == 1
    if on_the_way or circumstances().fullmatch(paragraph.text, start, clause):
        return paragraph.utterance_before(start)
    if subject.mention == "elided" and subject.speaker in paragraph.text[start:clause]:
        return paragraph.utterance_before(start)  # “…。”王芳翻开账本，一页页指着，说，“…。”
    if at.cue.closes and subject.start == clause and _names_nobody(at, people):
        return paragraph.utterance_before(start)
    before = paragraph.text.rfind("，", start, clause - 1) + 1
    return paragraph.utterance_before(before) if 0 < clause - before <= _ONE_CLAUSE else None


def _is_governed(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether a quotation closes the clause of who spoke before: 高明认为，这是“关键时刻…。”|罗平认为，…."""
    return paragraph.text[quote.start - 1 : quote.start] in ("是", "为", "即")


def _quote_with_stop(at: Setting) -> Quote | None:
    """A quotation with its full stop behind the mark, whose speaker is the next sentence: “…”。村民王芳|告诉记者."""
    stop = at.sentence - 1
    quote = at.paragraph.quote_ending(stop) if at.cue.closes and at.text[stop : stop + 1] == "。" else None
    return quote if quote and at.paragraph.is_sentence(quote) else None


def _quote_right_before(at: Setting, subject: Subject, people: People) -> Quote | None:
    """“…。”村支书高明细数着账本上的数字，笑着|说: the quotation right before the sentence that its speaker begins."""
    start = at.sentence
    quote = at.paragraph.utterance_before(start) if start < at.clause else None
    if quote is None or subject.kind is not Kind.NAMED:
        return None
    lead = leading_person(at.text, start, at.clause, people)
    return quote if lead and lead.speaker == subject.speaker and lead.start == start else None


def _names_nobody(at: Setting, people: People) -> bool:
    """Whether one clause without a person stands between: “…。”细细回味这番话，|王芳激动地说."""
    text, start, clause = at.text, at.sentence, at.clause
    alone = text.find("，", start, clause) == clause - 1 and clause - start <= _LONGEST_CLAUSE
    return alone and leading_person(text, start, clause, people) is None


_LONGEST_CLAUSE = 40
_ONE_CLAUSE = 14
"""How long the one clause may be that stands between a quotation and the clause that attributes it."""
PRONOUN = re.compile(r"[他她](?![们的])")
