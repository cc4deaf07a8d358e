"""Frames without a cue: whom a quotation stands beside (“…。”村民王芳笑了)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.frames.frame_finding import PRONOUN, circumstances, is_asked
from tuiexplorer.attribution.frames.leading import beginnings, leading_person
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.turns import is_reporter
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.running import name_length
from tuiexplorer.attribution.subjects.subject import Certainty, Subject
from tuiexplorer.attribution.words.name_ends import is_followed
from tuiexplorer.attribution.words.names import FAMILIAR, NameForm, name_form
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar


def beside(
    paragraph: Paragraph, quotes: Iterable[Quote], frames: Sequence[Frame], people: People
) -> Iterator[Frame]:
    """Those of the utterances whose speaker stands right beside them and is not said to speak, but to do something.

    “…。”村民王芳笑了. 王芳把手一挥：“…。” 村民王芳激动不已。“…。” ``frames`` are those of the paragraph with a cue.
    """
    spoke = list(frames)
    for quote in quotes:
        frame = _before_colon(paragraph, quote, people) or _after_quote(paragraph, quote, people)
        frame = frame or _moved(paragraph, quote, people) or _told_below(paragraph, quote, people)
        frame = frame or _spoke_before(paragraph, quote, spoke, people)
        if frame:
            spoke.append(frame)
            yield frame


_LONGEST_UNNAMED = 20
_CLAUSE_END = re.compile(r"[，。；！？：]|$")
_SENTENCE_END = re.compile("[。！？；：]")
# “…。”…，王芳|这样给自己打气
_SO = re.compile("(?:总是|就是|便是|就|是|曾|曾经)?(?:这样|如此|这么)(?!的|一)")
_LEAD_IN = 7
"""How long a clause of circumstance may be that stands between a quotation and the person beside it."""
_CLAUSES = 4
"""In how many clauses after a quotation its speaker may stand; those before tell when and where."""
_ONE = re.compile("[一这那][名位]")
_TAKEN_UP = ("的", "一事", "一说", "之说", "接到这", "听到这", "看到这", "收到这", "面对这")
"""What follows a quotation that the sentence takes up: 针对有人称“…”|一事，…."""


def _after_quote(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """“…。”村民王芳笑了; “…！”一见面，村民王芳就迎了上来."""
    text = paragraph.text
    if text.startswith(_TAKEN_UP, quote.end) or is_asked(paragraph, quote):
        return None
    if frame := _moved_between(paragraph, quote, people):
        return frame
    start = _pointed_back(paragraph, quote, people) or quote.end
    for _ in range(_CLAUSES):
        ends = _CLAUSE_END.search(text, start)
        more = paragraph.quote_at(start)
        if ends is None or (more and paragraph.is_utterance(more)):
            return None
        person = _person_at(text, start, ends.start(), people) or _named_after(text, quote, start, people)
        if person:
            after = max(person.start, text.find(person.speaker, start)) + len(person.speaker)
            if grammar.opening("speech", "silent").match(text, after, ends.start()):
                return None
            mark = "：" if ends.group() == "：" else "。"
            stop = ends.start() if mark == "：" else _before_more(paragraph, ends.start())
            return _of_run(paragraph, Cue(after, stop, "", mark), person, quote)
        if _ONE.match(text, start) and (one := _unnamed_at(text, start, ends.start(), people)):
            return _of_run(paragraph, Cue(ends.start(), ends.start(), "", "。"), one, quote)
        if ends.group() != "，" or (
            ends.start() - start > _LEAD_IN and not circumstances().fullmatch(text, start, ends.end())
        ):
            return None
        start = ends.end()
    return None


def _moved_between(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """“…。”总书记的讲话让|王芳感到振奋，“…。”: whom the sentence between two quotations tells to be moved."""
    stop = _SENTENCE_END.search(paragraph.text, quote.end)
    more = next(
        (one for one in paragraph.quotes if one.start > quote.end and paragraph.is_utterance(one)), None
    )
    if more is None or (stop and stop.start() < more.start) or paragraph.text[more.start - 1] != "，":
        return None
    person = _made_to_feel(paragraph, quote.end, more.start, people)
    if person is None or person.mention == "pronoun":
        return None
    return Frame(Cue(more.start, more.start, "", "。"), person, quote.end, quote.start, quote)


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
    formed = name_form(name) is NameForm.CHINESE and is_followed(text, start + length)
    return Subject(name, Kind.NAMED, (), start, "bare", Certainty.LIKELY) if formed else None


def _pointed_back(paragraph: Paragraph, quote: Quote, people: People) -> int:
    """Where the clause begins that refers to a quotation by 这样: “…。”村干部都被叫来，|王芳这样给他们打气; else 0."""
    text = paragraph.text
    stop = _SENTENCE_END.search(text, quote.end)
    stop_at = stop.start() if stop else len(text)
    so = _SO.search(text, quote.end, stop_at)
    start = max(quote.end, text.rfind("，", quote.end, so.start()) + 1) if so else 0
    person = _person_at(text, start, so.start(), people) if so else None
    return start if person and so and _ends_at(text, person, so.start()) else 0


def _ends_at(text: str, person: Subject, at: int) -> bool:
    """Whether the name of ``person`` ends at ``at``."""
    return text.endswith(person.speaker, 0, at)


def has_own_speaker(paragraph: Paragraph, frame: Frame, quote: Quote, people: People) -> bool:
    """Whether someone else stands beside a quotation after what a frame attributes: …。“…。”王芳很着急."""
    if paragraph.text[quote.start - 1] != "。" or paragraph.sentence_start(quote.start) < frame.cue.end:
        return False
    own = _after_quote(paragraph, quote, people)
    return (
        own is not None and own.subject.speaker != frame.subject.speaker and own.subject.mention != "pronoun"
    )


def _before_more(paragraph: Paragraph, at: int) -> int:
    """Where the speaker's act ends and his next words in the sentence begin: 老人摸着树干，声音不大，|“…。”."""
    more = next((quote for quote in paragraph.quotes if quote.start > at), None)
    if more is None or _SENTENCE_END.search(paragraph.text, at, more.start):
        return at
    return more.start if paragraph.text[more.start - 1] == "，" else at


def _before_colon(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """A person and what he does, then a colon: 王芳把手一挥：“…。”."""
    text = paragraph.text
    colon = quote.start - 1
    if text[colon : quote.start] != "：" or grammar.closing("speech", "shown_at").search(text, 0, colon):
        return None
    start = paragraph.sentence_start(colon)
    if (idea := _idea().match(text, start)) and (thinks := _person_at(text, start + 1, idea.end(), people)):
        return Frame(Cue(colon, colon, "", "："), thinks, start, start, None)
    person = _made_to_feel(paragraph, start, colon, people) or _person_at(text, start, colon, people)
    person = person or _unnamed_at(text, start, colon, people)
    last = text.rfind("，", start, colon) + 1
    person = person or (_person_at(text, last, colon, people) if last > start else None)
    person = person or _taking_the_word(text, start, colon, people)
    if person is None:
        return None
    clause = person.start if person.mention == "pronoun" else start
    return Frame(Cue(colon, colon, "", "："), person, clause, start, None)


_TAKES = re.compile("(?:接过|拿起|拿过|抢过|接起)了?(?:话筒|麦克风|话头|话茬|话题)")


def _taking_the_word(text: str, start: int, colon: int, people: People) -> Subject | None:
    """A name by its form before what only one who speaks does: 林小满|接过话筒：“…”."""
    takes = _TAKES.search(text, start, colon)
    name = text[start : takes.start()] if takes else ""
    formed = 2 <= len(name) <= _WHOLE_NAME and name_form(name) is NameForm.CHINESE
    return (
        Subject(name, Kind.NAMED, people.positions(name), start, "full", Certainty.LIKELY) if formed else None
    )


@cache
def _idea() -> re.Pattern[str]:
    """In whose mind it is what stands before a colon: 在王芳的设想中，未来的机器…：“…”."""
    return re.compile(f"在[^，。的]{{2,20}}的(?:{grammar.either('speech', 'in_mind')})[中里]，")


_MAKES = re.compile("[让令使]")


def _made_to_feel(paragraph: Paragraph, start: int, colon: int, people: People) -> Subject | None:
    """Whom the sentence before a colon tells to be moved by something: 夜校让|王芳受益匪浅：“…。”."""
    text = paragraph.text
    for match in reversed([*_MAKES.finditer(text, start, colon)]):
        person = _person_at(text, match.end(), colon, people)
        if person and person.start == match.end() and not paragraph.quote_around(match.start()):
            return person
    return None


def _moved(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """A person and what he feels, then the words, with which the paragraph ends: 王芳激动不已。“…。”.

    Or what he does, where he says 我 in them (王芳种了番茄。“我…。”), or after a comma (王芳在报告上标出重点，“…。”).
    """
    text = paragraph.text
    stop = quote.start - 1
    start = paragraph.sentence_start(stop)
    at_once = text[stop] == "，" and text[quote.end - 2] in "。！？"  # …心潮澎湃，“…！”她…
    at_once = at_once and grammar.closing("speech", "moved").search(text, start, stop) is not None
    if text[stop : quote.start] not in ("。", "，") or not (at_once or paragraph.is_blank(quote.end)):
        return None
    moved = text[stop] == "。" and (
        grammar.closing("speech", "moved").search(text, start, stop)
        or grammar.opening("speech", "expressed").search(text, start, stop)
    )
    if not moved and (paragraph.utterance_before(start) or _is_shown(paragraph, quote, start, stop)):
        return None
    last = text.rfind("，", start, stop)
    nearer = text.rfind("，", start, last) + 1 if last > start else 0
    turn = _TURN.match(text, nearer, stop)
    person = _person_at(text, turn.end(), stop, people) if turn else None
    person = (
        person
        or _person_at(text, start, stop, people)
        or (_last_named(text, start, stop, people) if moved else None)
    )
    return Frame(Cue(stop, stop, "", "。"), person, start, start, None) if person else None


# …，可|王芳心里纠结了很久，才答应下来。“…。”
_TURN = re.compile("(?:可|但|但是|可是|不过|而)(?=[\u4e00-\u9fff]{2})")


def _last_named(text: str, start: int, stop: int, people: People) -> Subject | None:
    """A name by its form alone in a sentence that ends with what its bearer feels: 平常腼腆的|林小满也难掩激动."""
    for begin in reversed(beginnings(text, start, stop)):
        length = name_length(text, begin, people.count)
        name = text[begin : begin + length]
        if (
            length == _WHOLE_NAME
            and name_form(name) is NameForm.CHINESE
            and is_followed(text, begin + length)
        ):
            return Subject(name, Kind.NAMED, people.positions(name), begin, "full", Certainty.LIKELY)
    return None


_WHOLE_NAME = 3
"""By its form alone only a name of three characters is one: one of two may be any two."""


def _spoke_before(
    paragraph: Paragraph, quote: Quote, frames: Sequence[Frame], people: People
) -> Frame | None:
    """The only one who spoke before in a paragraph that ends with his words: “…。”王芳说。大棚是去年建的。“…。”."""
    text = paragraph.text
    stop = quote.start - 1
    spoke = [frame.subject for frame in frames if frame.cue.end < quote.start]
    if text[stop : quote.start] not in ("。", "！", "？") or not paragraph.is_blank(quote.end) or not spoke:
        return None
    if len({one.speaker for one in spoke}) > 1 or spoke[0].kind is not Kind.NAMED:
        return None
    start = paragraph.sentence_start(stop)
    told = _person_at(text, start, stop, people)
    if told and told.mention != "pronoun" and told.speaker != spoke[0].speaker:
        return None
    if _ASKED.search(text, start, stop):
        return None
    return Frame(Cue(stop, stop, "", "。"), replace(spoke[-1], start=stop), start, start, None)


_ASKED = re.compile("记者[^，。]{0,8}(?:提问|发问|追问|举手)")  # …，中外记者|纷纷举手提问。“…？”
_I = re.compile("[我咱俺]")


def _is_shown(paragraph: Paragraph, quote: Quote, start: int, stop: int) -> bool:
    """Whether a quotation after what someone does may be what he reads, and not his words: he does not say 我 in it."""
    text = paragraph.text
    if grammar.closing("speech", "shown_before").search(text, 0, stop):
        return True
    if text[stop] == "，":
        return False
    his = text[quote.end - 2] in "。！？…" and _I.search(text, quote.start, quote.end)
    return not his or grammar.opening("speech", "shown_alone").search(text, start, stop) is not None


def _unnamed_at(text: str, start: int, end: int, people: People) -> Subject | None:
    """Someone without a name with whom a sentence begins, and who acts: 村里的老支书|当面泼冷水."""
    for stop in range(start + 2, min(end, start + _LONGEST_UNNAMED)):
        if text[stop - 1] == "，":
            return None
        if text[stop] != "的" and head_at_end(text[start:stop]) and is_followed(text, stop):
            found = find_subject(text, start, stop, people.count)
            if found and found.kind is Kind.ANONYMOUS and found.mention == "full":
                return found
    return None


@cache
def _it_was() -> re.Pattern[str]:
    """What tells further on who spoke: “…！”…。|喊话的是村支书王芳."""
    return re.compile(
        f"(?P<cue>{grammar.either('speech', 'told_below')})的"
        "(?:[就正便]?是|(?:这|那|一)[位名个][\u4e00-\u9fff]{1,6}，?(?:名叫|叫作|叫|就是|正是|是))"
    )


def _told_below(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """The person whom the text names further on as the one who spoke: “…！”…。喊话的是村支书王芳."""
    text = paragraph.text
    match = _it_was().search(text, quote.end)
    if match is None or text.find("“", quote.end, match.start()) >= 0:
        return None
    ends = _CLAUSE_END.search(text, match.end())
    person = _person_at(text, match.end(), ends.end(), people) if ends else None
    if person is None or ends is None:
        return None
    cue = Cue(ends.start(), ends.start(), match["cue"], "。")
    return Frame(cue, replace(person, start=match.start()), match.start(), quote.start, quote)


_LONGEST_ROW = 40
"""Words on banners and the like stand in no longer row."""


def is_shown(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether a quotation has no speaker that could be missing: words on a banner, a proverb, out of a report."""
    text, start, end = paragraph.text, quote.start, quote.end
    for _ in range(_LONGEST_ROW):
        before = paragraph.quote_ending(paragraph.skip_back(start, "、 "))
        after = paragraph.quote_at(paragraph.skip(end, "、 "))
        if not (before or after):
            break
        start, end = before.start if before else start, after.end if after else end
    return bool(
        grammar.closing("speech", "shown_before").search(text[max(0, start - 20) : start].rstrip("：，"))
        or grammar.opening("speech", "shown_after").match(text, end)
    )


def _person_at(text: str, start: int, end: int, people: People) -> Subject | None:
    """The person with whom a sentence or clause begins, by name or by 他."""
    person = leading_person(text, start, end, people)
    if person is None and PRONOUN.match(text, start):
        return Subject(text[start], Kind.NAMED, (), start, "pronoun")
    if person is None and (called := _called().match(text, start)):
        return find_subject(text, start, called.end(), people.count)
    if person is None or person.mention not in ("full", "bare", "title-after"):
        return None
    if _TO_WHOM.search(text, start, person.start) or _is_doubtful(person) or is_reporter(person):
        return None
    return _with_others(text, person, people)


def _with_others(text: str, person: Subject, people: People) -> Subject:
    """A person with those named in the same go: 村民王芳、|李明激动不已."""
    joint = text.find(person.speaker, person.start) + len(person.speaker)
    if text[joint : joint + 1] not in ("、", "和"):
        return person
    length = name_length(text, joint + 1, people.count)
    found = find_subject(text, person.start, joint + 1 + length, people.count) if length > 1 else None
    return found if found and found.speaker == person.speaker and found.others else person


_TO_WHOM = re.compile("[将把]$|[对向给跟](?:他们?的|她们?的)?$")  # 孩子们最想对|老师王芳说的话


@cache
def _called() -> re.Pattern[str]:
    """Words for someone met before: 老人|伸手摸了摸树干."""
    called, at_work = (grammar.either("subjects", key) for key in ("called", "at_work"))
    follow = grammar.either("subjects", "follow")
    return re.compile(f"(?:(?:{called})(?![们的家院，。])|(?:{at_work})(?!，|。|的|为)(?={follow}))")


def _is_doubtful(person: Subject) -> bool:
    """Whether a person is one neither by the form of the name nor by an agency: 213户村民|领到."""
    if name_form(person.speaker) >= NameForm.FOREIGN or person.mention == "title-after":
        return False
    if person.mention == "bare":
        return person.speaker[0] not in FAMILIAR
    return person.certainty < Certainty.SURE and not any(position.agency for position in person.positions)
