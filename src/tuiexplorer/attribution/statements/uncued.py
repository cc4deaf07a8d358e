"""Frames without a cue: whom a quotation stands beside (王芳把手一挥：“…。” 王芳激动不已。“…。”)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.acting import (
    last_named,
    made_to_feel,
    person_at,
    taking_the_word,
    unnamed_at,
)
from tuiexplorer.attribution.statements.after_quotes import after_quote, told_below
from tuiexplorer.attribution.subjects.subject import Subject
from tuiexplorer.lexicon import grammar

_TURN = re.compile("(?:可|但|但是|可是|不过|而)(?=[\u4e00-\u9fff]{2})")
_ASKED = re.compile("记者[^，。]{0,8}(?:提问|发问|追问|举手)")  # …，中外记者|纷纷举手提问。“…？”
# 最让村民王芳振奋的，是…。|“…”
_MOST = re.compile(
    "(?:最|尤其|特别|格外|更)?[让令使](?=[^，。]{4,40}(?:振奋|感动|难忘|激动|兴奋|欣慰|高兴|自豪|骄傲|鼓舞|暖心|期待|印象[^，。]{0,2}深[^，。]?|感触[^，。]{0,2}深[^，。]?)的，?是)"
)
_I = re.compile("[我咱俺]")
_LONGEST_ROW = 40
"""Words on banners and the like stand in no longer row."""


def beside(
    paragraph: Paragraph, quotes: Iterable[Quote], frames: Sequence[Frame], people: People
) -> Iterator[Frame]:
    """Those of the utterances whose speaker stands right beside them and is not said to speak, but to do something.

    “…。”村民王芳笑了. 王芳把手一挥：“…。” 村民王芳激动不已。“…。” ``frames`` are those of the paragraph with a cue.
    """
    spoke = list(frames)
    for quote in quotes:
        frame = _before_colon(paragraph, quote, people) or after_quote(paragraph, quote, people)
        frame = frame or _moved(paragraph, quote, people) or told_below(paragraph, quote, people)
        frame = frame or _spoke_before(paragraph, quote, spoke, people)
        if frame:
            spoke.append(frame)
            yield frame


def _before_colon(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """A person and what he does, then a colon: 王芳把手一挥：“…。”."""
    text = paragraph.text
    colon = quote.start - 1
    if text[colon : quote.start] != "：" or grammar.closing("speech", "shown_at").search(text, 0, colon):
        return None
    start = paragraph.sentence_start(colon)
    if (idea := _idea().match(text, start)) and (thinks := person_at(text, start + 1, idea.end(), people)):
        return Frame(Cue(colon, colon, "", "："), thinks, start, start, None)
    person = made_to_feel(paragraph, start, colon, people) or person_at(text, start, colon, people)
    person = person or unnamed_at(text, start, colon, people)
    last = text.rfind("，", start, colon) + 1
    person = person or (person_at(text, last, colon, people) if last > start else None)
    person = person or taking_the_word(text, start, colon, people)
    if person is None:
        return None
    clause = person.start if person.mention == "pronoun" else start
    return Frame(Cue(colon, colon, "", "："), person, clause, start, None)


@cache
def _idea() -> re.Pattern[str]:
    """In whose mind it is what stands before a colon: 在王芳的设想中，未来的机器…：“…”."""
    return re.compile(f"在[^，。的]{{2,20}}的(?:{grammar.either('speech', 'in_mind')})[中里]，")


def _moved(paragraph: Paragraph, quote: Quote, people: People) -> Frame | None:
    """A person and what he feels, then the words, with which the paragraph ends: 王芳激动不已。“…。”.

    Or what he does, where he says 我 in them (王芳种了番茄。“我…。”), or after a comma (王芳在报告上标出重点，“…。”).
    """
    text = paragraph.text
    stop = quote.start - 1
    start = paragraph.sentence_start(stop)
    ends = text[quote.end - 2] in "。！？" or text[quote.end : quote.end + 1] in "。！？"
    at_once = text[stop] == "，" and ends  # …心潮澎湃，“…！”她…; …难掩激动，“…”。
    at_once = at_once and grammar.closing("speech", "moved").search(text, start, stop) is not None
    if text[stop : quote.start] not in ("。", "，") or not (at_once or paragraph.is_blank(quote.end)):
        return None
    moved = text[stop] == "。" and (
        grammar.closing("speech", "moved").search(text, start, stop)
        or grammar.opening("speech", "expressed").search(text, start, stop)
    )
    most = _MOST.match(text, start, stop)
    shown = not (moved or most) and _is_shown(paragraph, quote, start, stop)
    if paragraph.utterance_before(start) and not (moved or most):
        return None
    last = text.rfind("，", start, stop)
    nearer = text.rfind("，", start, last) + 1 if last > start else 0
    turn = _TURN.match(text, nearer, stop)
    person = person_at(text, most.end(), stop, people) if most else None
    person = person or (made_to_feel(paragraph, start, stop, people) if moved else None)
    person = person or (person_at(text, turn.end(), stop, people) if turn else None)
    person = (
        person
        or person_at(text, start, stop, people)
        or (last_named(text, start, stop, people) if moved else None)
    )
    if person is None or (shown and not _is_introduced(paragraph, person, quote, start)):
        return None
    return Frame(Cue(stop, stop, "", "。"), person, start, start, None)


_OUT_OF = re.compile(
    "[写刻题贴挂唱念读抄歌诗字信书报屏条]|标语|横幅|口号|格言|家训|文件|文章|看到|响起|提出|指出|强调|规定|回响|耳边"
)


def _is_introduced(paragraph: Paragraph, person: Subject, quote: Quote, start: int) -> bool:
    """Whether a paragraph begins with someone and his post, and tells no source of the words: 村医王芳听着。“…。”."""
    text, stop = paragraph.text, quote.start - 1
    alone = start == paragraph.skip(paragraph.floor, " ")
    told = alone and text[stop] == "。" and text[quote.end - 2] in "。！？…" and person.mention == "full"
    return bool(
        told
        and any(one.agency for one in person.positions)
        and not grammar.closing("speech", "shown_before").search(text, 0, stop)
        and not _OUT_OF.search(text, start, stop)
    )


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
    told = person_at(text, start, stop, people)
    if told and told.mention != "pronoun" and told.speaker != spoke[0].speaker:
        return None
    if _ASKED.search(text, start, stop):
        return None
    return Frame(Cue(stop, stop, "", "。"), replace(spoke[-1], start=stop), start, start, None)


def _is_shown(paragraph: Paragraph, quote: Quote, start: int, stop: int) -> bool:
    """Whether a quotation after what someone does may be what he reads, and not his words: he does not say 我 in it."""
    text = paragraph.text
    if grammar.closing("speech", "shown_before").search(text, 0, stop):
        return True
    if text[stop] == "，":
        return False
    his = text[quote.end - 2] in "。！？…" and _I.search(text, quote.start, quote.end)
    return not his or grammar.opening("speech", "shown_alone").search(text, start, stop) is not None


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
