"""Whom a later mention (他, 这位老人) means, as far as the sentences before it tell."""

import re

from msgspec.structs import replace

from tuiexplorer.attribution.attributed import Kind
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.frames.frame_finding import find_frames
from tuiexplorer.attribution.frames.leading import leading_person
from tuiexplorer.attribution.frames.leading_others import body_named, leading_body, leading_group
from tuiexplorer.attribution.frames.met import asked_body, asked_person, group_told_of, person_told_of
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.people.memory import Memory, is_holder, is_later_mention
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.turns import is_reporter
from tuiexplorer.attribution.subjects.finding import find_subject
from tuiexplorer.attribution.subjects.subject import Subject
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.lexicon import grammar

# 被问到夺冠的感受，|他说…: what stands before a pronoun that means the one of the paragraph above.
_ASKED_OF = re.compile(
    "(?:被问|谈|说|提|聊|回忆|面对|对于|展望)[^，。：；“”]{1,24}，|[^，。：；“”]{2,10}(?:结束|[之过]?后)，"
)


def _is_talked_of(text: str, at: int, met: Subject) -> bool:
    """Whether words begin with the one who might have said them: 他期望|王总书记…, so that 他 is someone else."""
    if met.kind is not Kind.NAMED:
        return False
    called = [met.speaker, *(met.speaker[0] + one.post for one in met.positions)]
    return text.startswith(tuple(called), at)


class Earlier:
    """Looks back from a mention in a window."""

    def __init__(self, window: Window, people: People, memory: Memory) -> None:
        self._window, self._people, self._memory = window, people, memory

    def meet(self, number: int, frame: Frame, before: Frame | None) -> Frame:
        """``frame``, with the one whom its subject (他, 这位老人) may mean remembered as the last one met."""
        subject = frame.subject
        if subject.speaker == "对方":
            rung = self._rung_up(number, frame) or (replace(subject, mention="again") if before else subject)
            return replace(frame, subject=replace(rung, start=subject.start))
        called = subject.mention == "again" and subject.speaker.endswith(grammar.words("subjects", "called"))
        opens = frame.sentence == frame.clause and not frame.quote
        nobody = subject.mention == "elided" and not subject.speaker and before is None and opens
        this = subject.mention == "again" and subject.speaker.startswith(("这位", "这名"))
        found = (called or nobody or this or is_later_mention(subject)) and self._look_back(
            self._window.paragraphs[number], frame, before
        )
        if not found and before and subject.mention == "pronoun":
            self._answers(self._window.paragraphs[number], frame, before)
        if not found and before is None and subject.mention == "pronoun":
            self._look_above(number, frame)
        if called and subject.positions and not found:
            return replace(frame, subject=replace(subject, mention="full"))
        return frame

    def _rung_up(self, number: int, frame: Frame) -> Subject | None:
        """The body or the person whom the reporter reached in the sentence: 记者致电区政府办公室，…，对方|回应."""
        text = self._window.paragraphs[number].text
        reached = asked_body(text, frame.sentence, frame.cue.start)
        return reached or asked_person(text, frame.sentence, frame.cue.start, self._people)

    def _look_back(self, paragraph: Paragraph, frame: Frame, before: Frame | None) -> bool:
        """Make the one with whom a sentence before a frame in its paragraph begins the last one met."""
        nearest = before.cue.end if before else paragraph.floor
        at = frame.clause
        while at > nearest:
            start = max(paragraph.sentence_start(at - 1), nearest)
            if before and start == nearest:
                return False  # the rest of what was said before
            words = paragraph.quote_at(start)  # who is named in a quotation does not speak it
            told = words is None or not paragraph.is_utterance(words)
            met = self._leading(frame.subject, paragraph.text, start, at) if told else None
            if met and _is_talked_of(paragraph.text, frame.cue.end, met):
                return False
            if (
                met
                and frame.subject.speaker.startswith(("这位", "这名"))
                and not is_holder(frame.subject, met)
            ):
                met = None
            if met and (frame.subject.speaker or name_form(met.speaker) >= NameForm.FOREIGN):
                self._memory.resolve(met)
                return True
            at = start
        return False

    def _answers(self, paragraph: Paragraph, frame: Frame, before: Frame) -> None:
        """Make the one last met whom a question before a frame was put to: 镇长询问王芳：“…？”她|说：“…”."""
        cue, quote = before.cue, paragraph.quote_ending(frame.subject.start)
        asked = quote is not None and paragraph.text[quote.end - 2] == "？" and cue.mark == "："
        if not asked or quote is None or not paragraph.is_blank(cue.end, quote.start, marks="："):
            return
        met = find_subject(paragraph.text, cue.start + len(cue.word), cue.end, self._people.count)
        if met and met.kind is Kind.NAMED and met.mention in ("full", "bare"):
            self._memory.resolve(met)

    def _look_above(self, number: int, frame: Frame) -> None:
        """Make the one with whom the paragraph above begins the last one met, where nobody speaks in it.

        Only for who speaks right at the head of a paragraph: further on, it may have told of someone else.
        """
        head = self._window.paragraphs[number].skip(0, " ")
        above = self._window.paragraphs.get(self._window.before(number))
        at_head = head in (frame.subject.start, frame.quote.start if frame.quote else -1)
        asked = _ASKED_OF.fullmatch(self._window.paragraphs[number].text, head, frame.subject.start)
        at_head = at_head or asked is not None
        if not at_head or above is None or find_frames(above, self._people):
            return
        met = self._leading(frame.subject, above.text, above.floor, len(above.text))
        if met and not is_reporter(met) and (met.mention == "full" or self._people.positions(met.speaker)):
            self._memory.resolve(met)

    def _leading(self, mention: Subject, text: str, start: int, end: int) -> Subject | None:
        """The one with whom a sentence begins, of the sort that a later mention can mean."""
        if mention.kind is Kind.INSTITUTION:
            body = leading_body(text, start, end)
            if body and body.kind is Kind.INSTITUTION and not is_later_mention(body):
                return body
            return body_named(text, start, end, mention.speaker.removeprefix("该").removeprefix("上述"))
        if mention.kind is Kind.NAMED and (asked := asked_person(text, start, end, self._people)):
            return asked
        if mention.speaker.endswith("们"):
            return group_told_of(text, start, end) or leading_group(text, start, end, self._people)
        told = leading_person(text, start, end, self._people)
        return told or (
            person_told_of(text, start, end, self._people) if mention.mention == "pronoun" else None
        )
