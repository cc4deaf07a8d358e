"""Whose words a cue governs that has no subject in its clause: those of whom its sentence tells before.

省长高明听取汇报，|要求…; 国际组织负责人高度赞赏…，|表示…; but no one's, where a meeting or a document is told of.
"""

import re
from functools import cache
from itertools import islice

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind, Position
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.frames.frame import Setting
from tuiexplorer.attribution.frames.leading import leading_person, tells_of_others
from tuiexplorer.attribution.frames.leading_others import (
    leading_anyone,
    leading_body,
    leading_group,
    leading_holder,
    leading_official,
)
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.adverbials import strip_leading
from tuiexplorer.attribution.words.how_many import JOINED
from tuiexplorer.lexicon import grammar

_PRONOUN = re.compile("[他她]们?(?!的)")
# 一轮结束，|他擦擦汗，对着镜头喊道：“…”
_WHILE = re.compile(
    "[^，。；：“”他她]{2,12}，(?P<who>[他她])(?![们的])[^，。；：“”]{1,20}，(?:[^，。；：“”]{1,20}，)?"
)
_HE_WHO = re.compile("[^，。；：“”]{2,24}的(?P<who>[他她])，")  # 来自云州的他，|希望…
_COMMA = re.compile("，")
_CLAUSES = 2
"""After how many commas of a sentence someone is looked for who does not begin it."""


def goes_on(cue: Cue) -> bool:
    """Whether a cue without a subject of its own goes on with the one of the sentence (…予以否认，称…)."""
    going_on = grammar.word_set("cues", "going_on")
    return cue.word in going_on or (cue.word.endswith(("说", "称")) and cue.word[:-1] in going_on)


def advises(text: str, cue: Cue, start: int) -> bool:
    """Whether advice follows what its giver said: 周敏认为，…，|建议…; but not upon its grounds (鉴于…，建议…)."""
    if cue.word not in grammar.word_set("cues", "advising"):
        return False
    return not grammar.opening("cues", "advised").search(text, start, cue.start)


_FIRST_PERSON = re.compile("[我您]")


def _believes(text: str, cue: Cue, start: int) -> bool:
    """Whether belief follows the reporter's own words of someone: 总统罗林热烈祝贺…，|坚信…."""
    told = cue.word in grammar.word_set("cues", "believing")
    return told and not _FIRST_PERSON.search(text, start, cue.start)


_REPORTS = re.compile("[^，。据“”]{2,24}报道，")


def subject_before(at: Setting, subject: Subject | None, people: People) -> Subject | None:
    """The one of whom the sentence of a cue tells, where its clause has none.

    ``subject`` is what the clause itself holds: elided, or None where it holds other words.
    """
    text, cue, clause, start = at.text, at.cue, at.clause, at.sentence
    if cue.demand and _REPORTS.match(text, start, clause):
        return None  # 山国多家媒体14日报道，检方已发出逮捕令，|并要求…: the paper tells who demands it
    governs = cue.governs
    shouted = cue.word in grammar.word_set("cues", "shouted")
    if shouted or (subject and in_one_voice().search(text, clause, cue.start)):
        crowd = _crowd(text, _whole(text, start, clause), clause, people, acts=shouted)
        if crowd or shouted:
            return crowd
    if (subject or governs) and (pronoun := _pronoun_before(at)):
        return pronoun
    mark = text[clause - 1 : clause]
    own = _goes_on_by_itself(at)
    if not governs and subject and clause == cue.start:
        crowd = _demanding(text, start, cue, people)
        if crowd or not own:
            return crowd or (_demander(at, people) if mark == "，" else None)
    lead = _several_before(text, clause, people) if own else None
    joined = mark == "，" and goes_on(cue) and text[clause : cue.start] in ("", "并", "并且", "还")
    lead = lead or (_nearest(at, people) if joined else None) or _one_before(at, subject, people)
    if lead:
        where = subject.start if subject else cue.start
        return replace(lead, start=where, mention="elided" if subject else lead.mention)
    if not subject or not (governs or clause < cue.start or own):
        return None
    if start < clause and cue.demand == "certain" and not own:
        return None  # 派驻组督促学校组织清理，同时|建议其出台制度
    return None if start < clause and _is_someone_elses(text, start, clause) else subject


def _goes_on_by_itself(at: Setting) -> bool:
    """Whether a cue with which its clause begins goes on with the one of the sentence, or of the one before it."""
    text, cue, start = at.text, at.cue, at.sentence
    mark = text[at.clause - 1 : at.clause]
    return at.clause == cue.start and (
        mark == "；"
        or (mark == "。" and cue.word in grammar.word_set("cues", "taking_up"))
        or (mark in "，：" and goes_on(cue))
        or (mark == "，" and _takes_floor(text, cue, start, at.clause))
        or (mark == "，" and (advises(text, cue, start) or _believes(text, cue, start)))
    )


_FLOOR = re.compile("(?:发言|致辞|讲话)，\\Z")


def _takes_floor(text: str, cue: Cue, start: int, clause: int) -> bool:
    """Whether someone takes the floor in the clause before: 代表高明抢先发言，|提出要…."""
    speech = cue.word == "提出" or cue.word in grammar.word_set("cues", "clause")
    return speech and _FLOOR.search(text, start, clause) is not None


def _pronoun_before(at: Setting) -> Subject | None:
    """The pronoun with which the sentence begins, or does after a circumstance: 一轮结束，|他擦擦汗，喊道：“…”."""
    text, start, clause = at.text, at.sentence, at.clause
    if start < clause and (pronoun := _PRONOUN.match(text, start)):
        return Subject(pronoun.group(), Kind.NAMED, (), clause, "pronoun")
    pronoun = _WHILE.fullmatch(text, start, clause) if at.cue.governs else None
    pronoun = pronoun or _HE_WHO.fullmatch(text, start, clause)
    return Subject(pronoun["who"], Kind.NAMED, (), pronoun.start("who"), "pronoun") if pronoun else None


def _nearest(at: Setting, people: People) -> Subject | None:
    """Those without a name who begin the clause before: 总书记高明将来视察，各界人士对此表示欢迎，|认为….

    The other party of a talk too (王芳接到电话，对方说出了她的姓名，并|称…), but no group before a leader's verbs.
    """
    text, word = at.text, at.cue.word
    start = text.rfind("，", at.sentence, at.clause - 1) + 1
    if start <= at.sentence:
        return None
    if other := _OTHER_PARTY.match(text, start, at.clause):
        return Subject(other[0], Kind.ANONYMOUS, (Position("", other[0]),), at.cue.start, "elided")
    if word not in ("认为", "表示", "称", "说", "坚信", "深信"):
        return None
    return leading_group(text, start, at.clause, people)


_OTHER_PARTY = re.compile("(?:对方|骗子|当事人)(?=[^，。的]{2})")


def _one_before(at: Setting, subject: Subject | None, people: People) -> Subject | None:
    """With whom the sentence, or a later clause of it, begins."""
    lead = None
    if subject or at.cue.governs:
        lead = _lead(at.text, at.sentence, at.cue.start, people)
    if lead is None and at.sentence < at.clause:
        lead = _further_lead(at, subject, people)
    return lead


def _lead(text: str, start: int, end: int, people: People) -> Subject | None:
    """With whom a sentence begins."""
    person = leading_person(text, start, end, people)
    return (
        (person if person and _acts(text, person, start) else None)
        or leading_body(text, start, end)
        or leading_official(text, start, end, people)
        or leading_group(text, start, end, people)
    )


# 师生们给|校长高明写信，表示…: the one who is written to.
_TO_WHOM = re.compile("(?:给|向|致信|致函|致电)$")


_OF_WHOM = re.compile("^[^着]*的[^，。的]{0,4}(?:事迹|精神|故事|报道|消息|视频|照片)$")
"""What is someone's, and does not speak: 民警高明|勇救落水者的事迹，广为传颂，…."""


def _acts(text: str, person: Subject, start: int) -> bool:
    """Whether a person does something there, and is neither written to nor a meeting's first words (会议审议…)."""
    opens = max(start, text.rfind("，", start, person.start) + 1)
    meeting = person.speaker.startswith(grammar.words("cues", "papers"))
    return (
        not meeting
        and not _TO_WHOM.search(text, opens, person.start)
        and not _OF_WHOM.search(text[person.start : max(person.start, text.find("，", person.start))])
    )


def _further_lead(at: Setting, subject: Subject | None, people: People) -> Subject | None:
    """With whom a sentence begins that is not so easily read, or a later clause of it."""
    text, cue, clause, start = at.text, at.cue, at.clause, at.sentence
    if _is_of_paper(text, start, clause):
        return None
    lead = leading_holder(text, start, clause) if subject or cue.mark == "：" else None
    lead = lead or (leading_anyone(text, start, clause, people) if subject else None)
    return lead or (_later_lead(text, start, clause, people) if goes_on(cue) else None)


def _later_lead(text: str, start: int, clause: int, people: People) -> Subject | None:
    """Who begins a later clause: 地震发生后，气象厅发布消息，|称…; 招待会在江州举行，嘉宾赞赏…，|表示…."""
    for comma in islice(_COMMA.finditer(text, start, clause - 1), _CLAUSES):
        lead = leading_body(text, comma.end(), clause)
        if lead := lead or leading_anyone(text, comma.end(), clause, people):
            return lead
    return None


# 外长高明已分别与山国外长罗平和海国外长林白|通话，呼吁…: those to whom he speaks.
_TO_WHOM_SPOKEN = re.compile("[与同跟和对向][^，。]*(?:通话|通电话|会谈|会见|会晤|交谈|磋商)")


def _several_before(text: str, clause: int, people: People) -> Subject | None:
    """Those of whom the clause before tells only that they spoke: 民革主席高明、民盟主席罗平先后发言，|认为…."""
    start = max(text.rfind(mark, 0, clause - 1) for mark in "，。；！？") + 1
    if text[start - 1 : start] != "，" and not JOINED.search(text, start, clause):
        return None  # there is but one
    if _TO_WHOM_SPOKEN.search(text, start, clause):
        return None
    found = find_subject(text, start, clause - 1, people.count)
    return found if found and found.others and found.mention == "full" else None


def _demanding(text: str, start: int, cue: Cue, people: People) -> Subject | None:
    """The group that makes its demands on the street, in the clause before the cue or at the head of the sentence."""
    if not cue.demand or not grammar.opening("cues", "demonstrations").search(text, start, cue.start):
        return None
    clause = max(start, text.rfind("，", start, cue.start - 1) + 1)
    for opens in dict.fromkeys((clause, start)):
        for acts in (True, False):
            if group := leading_group(text, opens, cue.start, people, acts=acts):
                return replace(group, start=cue.start, mention="elided")
    return None


def in_one_voice() -> re.Pattern[str]:
    """What tells, right before a cue, that several speak: 代表们踊跃发言，|纷纷表示."""
    return grammar.closing("subjects", "in_one_voice")


def _whole(text: str, start: int, clause: int) -> int:
    """Where a sentence begins, or the one before it, where a cue's clause opens it: 大家谈了体会。|一致认为，…."""
    return max(text.rfind(mark, 0, start - 1) for mark in "。！？") + 1 if 0 < start == clause else start


def _crowd(text: str, start: int, clause: int, people: People, *, acts: bool = True) -> Subject | None:
    """The group that shouts, with which an earlier clause of the sentence begins: 市民们来到街头，挥舞旗帜，|高呼….

    The nearest one: a person named before it (市长乘车离开时，市民们…) is not the one who shouts. ``acts`` says that
    what follows the group must show that it acts.
    """
    at = clause
    while at > start:
        at = max(start, text.rfind("，", start, at - 1) + 1)
        group = leading_group(text, at, clause, people, acts=acts)
        if group and not group.speaker.startswith("是"):  # …，是大家的行动指南。一致|表示
            return replace(group, start=clause, mention="elided")
    return None


_WISHED = re.compile(
    "希望(?:[能让把以在将有是使再与和同为]|通过|借助|借此|利用|可以|继续|成为|得到|找到|自己|尽快)"
)


def _demander(at: Setting, people: People) -> Subject | None:
    """Who makes a demand in a clause of his own sentence: 县长高明听取汇报，|要求把水渠修好.

    Only someone beyond doubt: a person in office, and of bodies those that urge and affirm.
    """
    text, cue, clause, start = at.text, at.cue, at.clause, at.sentence
    if cue.word not in grammar.word_set("cues", "demands") or _WISHED.match(text, cue.start):
        return None
    if grammar.opening("cues", "demanding_papers").search(text, start, clause):
        return None
    lead = leading_person(text, start, cue.start, people) or leading_holder(text, start, clause)
    if lead is None and cue.word in ("敦促", "重申"):
        lead = leading_body(text, start, cue.start)
    if lead is None or not _begins_clause(text, lead.start, start):
        return None
    named = lead.kind is Kind.NAMED
    in_office = bool(lead.positions or people.positions(lead.speaker))
    if (named and not in_office) or (lead.certainty < Certainty.SURE and lead.mention != "bare"):
        return None
    return replace(lead, start=cue.start, mention="elided" if named and lead.positions else lead.mention)


def _begins_clause(text: str, at: int, start: int) -> bool:
    """Whether a subject that begins at ``at`` opens its clause, and is no one's object: 议员致信|国务卿罗明."""
    opens = max(start, text.rfind("，", start, at) + 1)
    return at <= opens + strip_leading(text[opens : at + 1])


# 山国商会代表干事大河刚史|高度赞赏…，表示…: someone who is not read, and not who spoke before.
_SOMEONES_PRAISE = re.compile(
    "(?![对在从就向于当])[^，。“]{2,30}(?:高度|积极|热烈|强烈|充分)(?:赞赏|评价|祝贺|欢迎|谴责|肯定)"
    "|(?![对在从就向于当])[^，。“]{2,30}给[^，。“]{2,16}(?:写信|寄信|来信)"
    "|\\d+[余多]?个国家(?:的)?代表"
)


def _is_someone_elses(text: str, start: int, clause: int) -> bool:
    """Whether a sentence tells, before a clause without a subject, of someone else than who spoke before it."""
    if tells_of_others(text, start, clause):
        return True
    return _is_of_paper(text, start, clause) or _SOMEONES_PRAISE.match(text, start, clause) is not None


def _is_of_paper(text: str, start: int, clause: int) -> bool:
    """Whether it tells of a document or a meeting there."""
    begin = start + strip_leading(text[start:clause])
    return bool(_papers_words().search(text, start, clause) or _papers_act().match(text, begin, clause))


@cache
def _papers_words() -> re.Pattern[str]:
    """What a document or a meeting says, or that one is given out: 全会提出，…，并|要求…; 印发通知，|明确…."""
    papers = grammar.either("cues", "papers")
    return re.compile(
        f"(?:{papers})(?:还|也|再次|明确|特别|着重)?(?:提出|指出|强调|要求|明确|规定)(?!的)"
        "|(?:发布|印发|出台|公布|下发)了?(?:《|通知|意见|方案|文件)"
    )


@cache
def _papers_act() -> re.Pattern[str]:
    """A meeting or a document with which a sentence begins, and what it does: 全会对…作出部署, 会议研究…."""
    papers = grammar.either("cues", "papers")
    acts = grammar.either("cues", "papers_acts")
    stated = "(?:该|这份|联合)?(?:声明|报告|文章|公报|社论)(?:还|也|则)?(?:称|说|认为|表示|警告)"
    return re.compile(
        f"{stated}|(?:(?:党的)?[^，。的“]{{0,16}}(?:{papers})|《[^》]+》|“[^”]+”)(?:还|也)?(?:{acts})"
    )
