"""Frames without a cue: whom the sentence after a quotation tells of (“…。”村民王芳笑了; “…。”这是王芳的心声)."""

import re
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.frames.frame_finding import is_asked
from tuiexplorer.attribution.frames.leading import circumstances
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.acting import made_to_feel, person_at, unnamed_at
from tuiexplorer.attribution.subjects.running import name_length
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.bodies import ends_body
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import is_chinese
from tuiexplorer.lexicon import grammar

_CLAUSE_END = re.compile(r"[，。；！？：]|$")
_SENTENCE_END = re.compile("[。！？；：]")
_SO = re.compile("(?:总是|就是|便是|就|是|曾|曾经)?(?:这样|如此|这么)(?!的|一)")
_LEAD_IN = 7
"""How long a clause of circumstance may be that stands between a quotation and the person beside it."""
_LONGEST_PLACE = 20
"""How long one may be that is only the body where that person is."""
_CLAUSES = 4
"""In how many clauses after a quotation its speaker may stand; those before tell when and where."""
_ONE = re.compile("[一这那][名位]")


def after_quote(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """“…。”村民王芳笑了; “…！”一见面，村民王芳就迎了上来."""
    text = paragraph.text
    if grammar.opening("speech", "taken_up").match(text, quote.end) or is_asked(paragraph, quote):
        return None
    if frame := _moved_between(paragraph, quote, people) or _moved_below(paragraph, quote, people):
        return frame
    if (whose := _whose_words().match(text, quote.end)) and (
        person := person_at(text, whose.end(), whose.end("whose"), people)
    ):
        return _of_run(paragraph, Cue(whose.end("whose"), whose.end("whose"), "", "。"), person, quote)
    start = _pointed_back(paragraph, quote, people) or quote.end
    for _ in range(_CLAUSES):
        ends = _CLAUSE_END.search(text, start)
        more = paragraph.quote_at(start)
        if ends is None or (more and paragraph.is_utterance(more)):
            return None
        person = person_at(text, start, ends.start(), people) or _named_after(text, quote, start, people)
        if person:
            after = max(person.start, text.find(person.speaker, start)) + len(person.speaker)
            if grammar.opening("speech", "silent").match(text, after, ends.start()):
                return None
            mark = "：" if ends.group() == "：" else "。"
            stop = ends.start() if mark == "：" else _before_more(paragraph, ends.start())
            return _of_run(paragraph, Cue(after, stop, "", mark), person, quote)
        if _ONE.match(text, start) and (one := unnamed_at(text, start, ends.start(), people)):
            return _of_run(paragraph, Cue(ends.start(), ends.start(), "", "。"), one, quote)
        if ends.group() != "，" or not _leads_in(text, start, ends.start()):
            return None
        start = ends.end()
    return None


def _leads_in(text: str, start: int, comma: int) -> bool:
    """Whether a clause after a quotation only tells when or where: “…！”一见面，|…; “…。”海拔五千米的风雪哨所，|…."""
    if comma - start <= _LEAD_IN or circumstances().fullmatch(text, start, comma + 1):
        return True
    where = text[start:comma].rpartition("的")[2]
    return len(where) > 2 and comma - start <= _LONGEST_PLACE and ends_body(where)


@cache
def _whose_words() -> re.Pattern[str]:
    """What tells whose words stand before it: “…。”这是|王芳的心声."""
    words = grammar.either("speech", "own_words")
    return re.compile(
        f"[这那](?:[也正就便]|不仅|不只)?是(?=(?P<whose>[^，。；：“”]{{2,40}}的[^，。；：“”]{{0,8}}(?:{words})))"
    )


def _moved_between(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """“…。”总书记的讲话让|王芳感到振奋，“…。”: whom the sentence between two quotations tells to be moved."""
    stop = _SENTENCE_END.search(paragraph.text, quote.end)
    more = next(
        (one for one in paragraph.quotes if one.start > quote.end and paragraph.is_utterance(one)), None
    )
    if more is None or (stop and stop.start() < more.start) or paragraph.text[more.start - 1] != "，":
        return None
    person = made_to_feel(paragraph, quote.end, more.start, people)
    if person is None or person.mention == "pronoun":
        return None
    return Frame(Cue(more.start, more.start, "", "。"), person, quote.end, quote.start, quote)


def _moved_below(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """“…。”纠纷得到解决，让|王芳感慨不已。: whom the sentence after a quotation tells to be moved."""
    stop = _SENTENCE_END.search(paragraph.text, quote.end)
    if stop is None or not grammar.closing("speech", "moved").search(paragraph.text, quote.end, stop.start()):
        return None
    person = made_to_feel(paragraph, quote.end, stop.start(), people)
    if person is None or person.mention == "pronoun":
        return None
    return _of_run(paragraph, Cue(stop.start(), stop.start(), "", "。"), person, quote)


def _of_run(paragraph: Paragraph, cue: Cue, person: Subject, quote: Quote) -> Frame:
    """The frame of who stands after a quotation, with those that run on into it from the paragraph's head."""
    run = paragraph.run_before(quote)
    return Frame(cue, person, quote.end, run[0].start if run else quote.start, quote, run=run)


def _named_after(text: str, quote: Quote, start: int, people: People) -> Subject | None:
    """A name right after a quotation that ends in a comma, so that the sentence goes on: “…，”金小羽对本报谈了期待."""
    if start != quote.end or text[quote.end - 2] != "，":
        return None
    length = name_length(text, start, people.count)
    name = text[start : start + length]
    formed = is_chinese(name) and is_followed(text, start + length)
    return Subject(name, Kind.NAMED, (), start, "bare", Certainty.LIKELY) if formed else None


def _pointed_back(paragraph: Paragraph, quote: Quote, people: People) -> int:
    """Where the clause begins that refers to a quotation by 这样: “…。”村干部都被叫来，|王芳这样给他们打气; else 0."""
    text = paragraph.text
    stop = _SENTENCE_END.search(text, quote.end)
    stop_at = stop.start() if stop else len(text)
    so = _SO.search(text, quote.end, stop_at)
    start = max(quote.end, text.rfind("，", quote.end, so.start()) + 1) if so else 0
    person = person_at(text, start, so.start(), people) if so else None
    return start if person and so and _ends_at(text, person, so.start()) else 0


def _ends_at(text: str, person: Subject, at: int) -> bool:
    """Whether the name of ``person`` ends at ``at``."""
    return text.endswith(person.speaker, 0, at)


def has_own_speaker(paragraph: Paragraph, frame: Frame, quote: Quote, people: People) -> bool:
    """Whether someone else stands beside a quotation after what a frame attributes: …。“…。”王芳很着急."""
    if paragraph.text[quote.start - 1] != "。" or paragraph.sentence_start(quote.start) < frame.cue.end:
        return False
    own = after_quote(paragraph, quote, people)
    return (
        own is not None and own.subject.speaker != frame.subject.speaker and own.subject.mention != "pronoun"
    )


def _before_more(paragraph: Paragraph, at: int) -> int:
    """Where the speaker's act ends and his next words in the sentence begin: 老人摸着树干，声音不大，|“…。”."""
    more = next((quote for quote in paragraph.quotes if quote.start > at), None)
    if more is None or _SENTENCE_END.search(paragraph.text, at, more.start):
        return at
    return more.start if paragraph.text[more.start - 1] == "，" else at


@cache
def _it_was() -> re.Pattern[str]:
    """What tells further on who spoke: “…！”…。|喊话的是村支书王芳."""
    return re.compile(
        f"(?P<cue>{grammar.either('speech', 'told_below')})的"
        "(?:[就正便]?是|(?:这|那|一)[位名个][\u4e00-\u9fff]{1,6}，?(?:名叫|叫作|叫|就是|正是|是))"
    )


def told_below(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """The person whom the text names further on as the one who spoke: “…！”…。喊话的是村支书王芳."""
    text = paragraph.text
    match = _it_was().search(text, quote.end)
    if match is None or text.find("“", quote.end, match.start()) >= 0:
        return None
    ends = _CLAUSE_END.search(text, match.end())
    person = person_at(text, match.end(), ends.end(), people) if ends else None
    if person is None or ends is None:
        return None
    cue = Cue(ends.start(), ends.start(), match["cue"], "。")
    return Frame(cue, replace(person, start=match.start()), match.start(), quote.start, quote)
