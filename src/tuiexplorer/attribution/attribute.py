"""Attribution: the statements of a document, from its paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tuiexplorer.attribution.attributed import Attributed, Kind, Position, Reading
from tuiexplorer.attribution.content import Run, Stretch, content_of
from tuiexplorer.attribution.frames import Frame, find_frames
from tuiexplorer.attribution.people import People
from tuiexplorer.attribution.quotes import Quote, normalise, quotes
from tuiexplorer.attribution.subject import Subject
from tuiexplorer.layout import Block, BlockKind

# 新华社北京11月2日电（记者…） 本报讯 央视网消息（新闻联播）：
DATELINE = re.compile(
    r" *(?:[（【]?[^，。；：“”]{0,30}?(?:讯|电|消息|报道)[】）]?(?: *（[^（）]{0,60}）)?(?:(?<=）) *[：:]?| *[：:]| +))"
)


def attribute(blocks: Sequence[Block]) -> Reading:
    """The statements of a document, in the order of their cues."""
    return Reading(tuple(_Reader(blocks).read()), ())


@dataclass(frozen=True, slots=True)
class _Who:
    speaker: str
    kind: Kind
    positions: tuple[Position, ...]
    doubt: str | None = None


def _run(frame: Frame, who: _Who) -> Run:
    """How far indirect speech runs: talks (“李强表示，…” at the head of a paragraph) long, bulletins short."""
    if frame.cue.word.endswith(("称", "看来", "报道说")) or frame.subject.mention == "title-after":
        return Run.SHORT
    if who.kind is Kind.ANONYMOUS or frame.subject.mention in ("bare", "pronoun", "again"):
        return Run.LONG
    return Run.EVEN


class _Reader:
    """Reads paragraph after paragraph, and remembers who was met."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._normals = {n: normalise(block.text) for n, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH}
        self._people = People("\n".join(self._normals.values()))
        self._last: _Who | None = None
        self._last_unnamed: _Who | None = None
        self._last_group: _Who | None = None
        self._previous: _Who | None = None

    def read(self) -> list[Attributed]:
        found: list[Attributed] = []
        for number in self._normals:
            found += self._paragraph(number)
        return found

    def _paragraph(self, number: int) -> list[Attributed]:
        normal = self._normals[number]
        quoted = quotes(normal)
        dateline = DATELINE.match(normal)
        floor = dateline.end() if dateline else 0
        frames = self._sort_out(normal, quoted, find_frames(normal, quoted, floor, self._people.count))
        found: list[Attributed] = []
        for place, frame in enumerate(frames):
            limit = frames[place + 1].sentence if place + 1 < len(frames) else len(normal)
            speakers = [who for subject in (frame.subject, *frame.subject.others) if (who := self._resolve(subject))]
            if not speakers:
                continue
            names = tuple({speakers[0].speaker, frame.subject.speaker} - {""})
            run = _run(frame, speakers[0])
            stretches = content_of(normal, quoted, frame, max(limit, frame.cue.end), run, names)
            if stretches:
                found += [self._statement(number, who, frame, stretches) for who in speakers]
        return found

    def _sort_out(self, normal: str, quoted: list[Quote], frames: list[Frame]) -> list[Frame]:
        """Without the attributions that stand inside what another one says."""
        kept: list[Frame] = []
        for frame in frames:
            if kept and not self._independent(normal, quoted, kept[-1], frame):
                continue
            if kept and frame.sentence <= kept[-1].cue.start:
                frame = replace(frame, sentence=frame.subject.start)
            kept.append(frame)
        return kept

    def _independent(self, normal: str, quoted: list[Quote], outer: Frame, inner: Frame) -> bool:
        if inner.quote and inner.quote.start >= outer.cue.end:
            return True
        if inner.sentence > outer.cue.start:
            aside = inner.subject.kind is Kind.INSTITUTION and not inner.cue.mark
            return not aside or outer.subject.kind is Kind.INSTITUTION
        if outer.cue.mark == "。":
            return True
        between = normal[outer.cue.end : inner.subject.start]
        if inner.subject.mention in ("elided", "pronoun"):
            return between.endswith("，") and inner.subject.start < inner.cue.start
        return "；" in between and inner.subject.mention in ("full", "bare") and inner.subject.certainty >= 3

    def _resolve(self, subject: Subject) -> _Who | None:
        who = self._who(subject)
        if who is None:
            return None
        if who.kind is Kind.NAMED:
            self._people.introduce(who.speaker, who.positions)
            self._last = who
        elif who.kind is Kind.ANONYMOUS:
            self._last_unnamed = who
        elif who.kind is Kind.COLLECTIVE:
            self._last_group = who
        self._previous = who
        return who

    def _who(self, subject: Subject) -> _Who | None:
        match subject.mention:
            case "pronoun" if subject.speaker.endswith("们"):
                return self._last_group or _Who(subject.speaker, Kind.COLLECTIVE, ())
            case "pronoun":
                return self._last
            case "elided" if not subject.speaker:
                return self._previous
            case "again":
                return self._last_unnamed or self._last
            case "bare":
                return self._bare(subject)
            case "title-after":
                return self._titled_after(subject)
        known = self._people.positions(subject.speaker) if subject.kind is Kind.NAMED and not subject.positions else ()
        return _Who(subject.speaker, subject.kind, subject.positions or known)

    def _bare(self, subject: Subject) -> _Who | None:
        name = subject.speaker
        known = self._people.positions(name)
        if not known and (full := self._people.full_name(name)):
            name, known = full, self._people.positions(full)
        if known:
            return _Who(name, Kind.NAMED, known)
        if subject.certainty >= 3:
            return _Who(name, Kind.NAMED, (), "a name without a title")
        return None

    def _titled_after(self, subject: Subject) -> _Who:
        name = subject.speaker
        known = self._people.positions(name)
        if not known and (full := self._people.full_name(name)):
            name, known = full, self._people.positions(full)
        return _Who(name, Kind.NAMED, known or subject.positions)

    def _statement(self, number: int, who: _Who, frame: Frame, stretches: list[Stretch]) -> Attributed:
        block = self._blocks[number]
        return Attributed(
            speaker=who.speaker,
            kind=who.kind,
            positions=who.positions,
            cue=frame.cue.word,
            content="".join(block.text[start:end] for start, end in stretches),
            spans=tuple(span for start, end in stretches for span in block.spans(start, end)),
            attribution=block.spans(frame.subject.start, frame.cue.end),
            blocks=(number,),
            doubt=who.doubt,
        )
