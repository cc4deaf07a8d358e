"""Attribution: the statements of a document, from its paragraphs.

Paragraph by paragraph: quotations are found, then cues with their subjects (frames); frames inside what another one
says are dropped; each that is left is given its speaker and its words. Quotations go on over paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tuiexplorer.attribution.attributed import Attributed, Kind, Position, Reading
from tuiexplorer.attribution.content import Run, Stretch, content_of, trim
from tuiexplorer.attribution.frames import Frame, find_frames, is_utterance, label, sentence_start
from tuiexplorer.attribution.memory import Memory, Who
from tuiexplorer.attribution.people import People, leading_person
from tuiexplorer.attribution.quotes import Quote, normalise, quotes
from tuiexplorer.layout import Block, BlockKind
from tuiexplorer.reading import Span

# 新华社北京11月2日电（记者…） 本报讯 央视网消息（新闻联播）：
DATELINE = re.compile(
    r" *(?:[（【]?[^，。；：“”]{0,30}?(?:讯|电|消息|报道)[】）]?(?: *（[^（）]{0,60}）)?(?:(?<=）) *[：:]?| *[：:]| +))"
)
_LONG_QUOTE = 12
"""From this many characters on, a quotation that closes a sentence and has no speaker is reported."""


def attribute(blocks: Sequence[Block]) -> Reading:
    """The statements of a document, in the order of their cues."""
    return _Reader(blocks).read()


@dataclass(slots=True)
class _Draft:
    """A statement while its words are still being gathered."""

    who: tuple[Who, ...]
    cue: str
    attribution: tuple[Span, ...]
    parts: list[tuple[int, Stretch]]
    """Paragraph and stretch of each part of the content."""
    doubt: str | None = None


class _Reader:
    """Reads paragraph after paragraph, and remembers who was met and what is still open."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        paragraphs = (number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH)
        self._normals = {number: normalise(blocks[number].text) for number in paragraphs}
        self._people = People("\n".join(self._normals.values()))
        self._written = _AsWritten(blocks, self._normals)
        self._memory = Memory(self._people)
        self._drafts: list[_Draft] = []
        self._unattributed: list[Span] = []
        self._speaking: _Draft | None = None
        """The draft whose quotation the next paragraph may go on with."""
        self._open: list[tuple[int, Stretch]] = []
        """Quotations without a closing mark whose speaker is still to come."""

    def read(self) -> Reading:
        for number in self._normals:
            self._paragraph(number)
        self._give_up()
        return Reading(
            tuple(one for draft in self._drafts for one in self._finish(draft)), tuple(self._unattributed)
        )

    def _paragraph(self, number: int) -> None:
        normal = self._normals[number]
        quoted = quotes(normal)
        dateline = DATELINE.match(normal)
        floor = dateline.end() if dateline else 0
        frames = _sort_out(normal, find_frames(normal, quoted, floor, self._people.count))
        if not frames and (labelled := label(normal, self._people.count)):
            frames = [labelled]
        first = self._go_on(number, normal, quoted, frames)
        self._speaking = None if normal.strip() else self._speaking
        for place, frame in enumerate(frames):
            limit = frames[place + 1].sentence if place + 1 < len(frames) else len(normal)
            if frame.subject.mention == "pronoun":
                self._look_back(normal, quoted, floor, frame, frames[place - 1] if place else None)
            self._state(number, normal, quoted, frame, limit, first)
        if not frames and first is None:
            self._report(number, normal, quoted)
        elif not frames:
            self._speaking = first

    def _go_on(self, number: int, normal: str, quoted: list[Quote], frames: list[Frame]) -> _Draft | None:
        """Give the quotation at the head of a paragraph to the statement that it goes on with, and return that."""
        lead = quoted[0] if quoted and not normal[: quoted[0].start].strip() else None
        if lead is None or not is_utterance(normal, lead):
            self._give_up()
            return None
        draft = self._speaking
        taken = next((frame for frame in frames if frame.quote and frame.quote.end <= lead.end), None)
        if self._open and taken is None:
            self._open.append((number, lead.inner))
            if lead.closed:
                self._give_up()
            return None
        if draft is None or (taken and not self._same(draft, taken)):
            if draft is None and taken is None and not lead.closed:
                self._open.append((number, lead.inner))
            return None
        draft.parts.append((number, lead.inner))
        if taken is None and not frames:
            draft.parts += [(number, quote.inner) for quote in quoted[1:] if is_utterance(normal, quote)]
        return draft

    def _same(self, draft: _Draft, frame: Frame) -> bool:
        subject = frame.subject
        return subject.mention in ("pronoun", "again") or subject.speaker == draft.who[0].speaker

    def _state(
        self, number: int, normal: str, quoted: list[Quote], frame: Frame, limit: int, going_on: _Draft | None
    ) -> None:
        """Make a statement of a frame, or add to the one that its quotation belongs to."""
        if frame.subject.speaker == "记者":
            return
        subjects = (frame.subject, *frame.subject.others)
        who = tuple(one for subject in subjects if (one := self._memory.resolve(subject)))
        if not who:
            return
        names = tuple({who[0].speaker, frame.subject.speaker} - {""})
        stretches = content_of(normal, quoted, frame, max(limit, frame.cue.end), _run(frame, who[0]), names)
        parts = [(number, stretch) for stretch in stretches]
        if going_on and frame.quote and frame.quote.inner == going_on.parts[-1][1]:
            going_on.parts[-1:] = parts or going_on.parts[-1:]
            self._speaking = going_on
            return
        if self._open and frame.quote and frame.quote.start == len(normal) - len(normal.lstrip()):
            parts = self._open + parts
        self._open = []
        ends = normal[frame.cue.end :].strip(" ：:") == ""
        if not parts and not ends:
            return
        block = self._blocks[number]
        draft = _Draft(
            who, frame.cue.word, block.spans(frame.subject.start, frame.cue.end), parts, who[0].doubt
        )
        self._drafts.append(draft)
        last = stretches[-1][1] if stretches else 0
        quoted_last = bool(stretches) and normal[max(0, stretches[-1][0] - 1)] == "“"
        if ends or (quoted_last and not normal[last:].strip("”。 ")):
            self._speaking = draft

    def _look_back(
        self, normal: str, quoted: list[Quote], floor: int, frame: Frame, before: Frame | None
    ) -> None:
        """For a pronoun: make the person with whom a sentence before it in the paragraph begins the last one met."""
        here = leading_person(normal, frame.sentence, frame.clause, self._people.count)
        if here and frame.sentence >= (before.cue.end if before else floor):
            self._memory.resolve(here)
            return
        at = frame.sentence
        nearest = before.cue.start if before else floor - 1
        while at > floor:
            start = sentence_start(normal, at - 1, quoted, floor)
            if start < nearest:
                return
            person = leading_person(normal, start, at, self._people.count)
            if person:
                self._memory.resolve(person)
                return
            at = start

    def _report(self, number: int, normal: str, quoted: list[Quote]) -> None:
        """Remember the long quotations of a paragraph that nobody was found for."""
        for quote in quoted:
            start, end = quote.inner
            if quote.closed and end - start >= _LONG_QUOTE and normal[end - 1] in "。！？":
                self._unattributed += self._blocks[number].spans(start, end)

    def _give_up(self) -> None:
        """No one was found for the open quotations."""
        for number, (start, end) in self._open:
            self._unattributed += self._blocks[number].spans(start, end)
        self._open = []

    def _finish(self, draft: _Draft) -> list[Attributed]:
        parts = trim([(self._normals[number], stretch) for number, stretch in draft.parts])
        numbers = [number for number, _ in draft.parts][: len(parts)]
        if not parts:
            return []
        content = "".join(
            self._blocks[number].text[start:end] for number, (start, end) in zip(numbers, parts, strict=True)
        )
        spans = tuple(
            span
            for number, (start, end) in zip(numbers, parts, strict=True)
            for span in self._blocks[number].spans(start, end)
        )
        blocks = tuple(dict.fromkeys(numbers))
        return [
            Attributed(
                self._written(who.speaker),
                who.kind,
                tuple(Position(self._written(one.agency), self._written(one.post)) for one in who.positions),
                self._written(draft.cue),
                content,
                spans,
                draft.attribution,
                blocks,
                draft.doubt,
            )
            for who in draft.who
        ]


class _AsWritten:
    """Words of the normal text as the article writes them (traditional script, ASCII punctuation)."""

    def __init__(self, blocks: Sequence[Block], normals: dict[int, str]) -> None:
        self._normal = "\n".join(normals.values())
        self._text = "\n".join(blocks[number].text for number in normals)
        self._same = self._normal == self._text

    def __call__(self, words: str) -> str:
        at = -1 if self._same or not words else self._normal.find(words)
        return words if at < 0 else self._text[at : at + len(words)]


def _sort_out(normal: str, frames: list[Frame]) -> list[Frame]:
    """Without the attributions that stand inside what another one says."""
    kept: list[Frame] = []
    for frame in frames:
        if not kept:
            kept.append(frame)
        elif _independent(normal, kept[-1], frame):
            kept.append(_after(normal, kept[-1], frame))
    return kept


def _after(normal: str, outer: Frame, frame: Frame) -> Frame:
    """``frame`` with the territory that is left to it after ``outer``."""
    if frame.quote and _says_itself(normal, outer, frame.quote):
        return replace(frame, quote=None, sentence=frame.quote.end)
    if frame.sentence <= outer.cue.start and not frame.quote:
        semicolon = normal.rfind("；", outer.cue.end, frame.clause)
        return replace(frame, sentence=semicolon + 1 or frame.clause)
    return frame


def _says_itself(normal: str, frame: Frame, quote: Quote) -> bool:
    """Whether ``quote`` is what ``frame`` opens with its colon, so that it is not of the speaker after it."""
    return frame.cue.mark in ("：", "“", "，") and not normal[frame.cue.end : quote.start].strip("：， ")


def _independent(normal: str, outer: Frame, inner: Frame) -> bool:
    """Whether ``inner``, after ``outer`` in one paragraph, is the reporter's and not part of what ``outer`` says."""
    if inner.quote and inner.quote.start >= outer.cue.end:
        return True
    if inner.sentence > outer.cue.start:
        aside = inner.subject.kind is Kind.INSTITUTION and not inner.cue.mark
        return not aside or outer.subject.kind is Kind.INSTITUTION
    if outer.cue.mark == "。":
        return True
    between = normal[outer.cue.end : inner.clause]
    if inner.subject.mention in ("elided", "pronoun"):
        if inner.clause == inner.cue.start:
            return between[-1:] in ("，", "；") and inner.cue.word in ("强调", "指出", "要求", "表示", "称")
        return between.endswith("，") and normal[inner.clause] in "并还同也他她"
    return "；" in between and inner.subject.mention in ("full", "bare") and inner.subject.certainty >= 3


def _run(frame: Frame, who: Who) -> Run:
    """How far indirect speech runs: talks (李强表示，…, of someone known) long, bulletins (…称，…) short."""
    if frame.cue.word.endswith(("称", "看来", "报道说")) or frame.subject.mention == "title-after":
        return Run.SHORT
    if (
        who.kind is Kind.ANONYMOUS
        or frame.cue.word in ("指出", "强调")
        or frame.subject.mention in ("bare", "pronoun", "again")
    ):
        return Run.LONG
    return Run.EVEN
