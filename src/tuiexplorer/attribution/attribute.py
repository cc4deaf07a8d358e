"""Attribution: the statements of a document, from its paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tuiexplorer.attribution.attributed import Attributed, Kind, Position, Reading
from tuiexplorer.attribution.content import Stretch, content_of
from tuiexplorer.attribution.frames import Frame, find_frames, is_utterance
from tuiexplorer.attribution.names import NameForm, name_form
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


class _Reader:
    """Reads paragraph after paragraph, and remembers who was met."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._normals = {n: normalise(block.text) for n, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH}
        self._people = People("\n".join(self._normals.values()))
        self._last: _Who | None = None
        self._last_unnamed: _Who | None = None

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
        frames = self._sort_out(normal, quoted, find_frames(normal, quoted, floor))
        found: list[Attributed] = []
        for place, frame in enumerate(frames):
            limit = frames[place + 1].sentence if place + 1 < len(frames) else len(normal)
            who = self._resolve(frame.subject)
            if who is None:
                continue
            stretches = content_of(normal, quoted, frame, max(limit, frame.cue.end))
            if stretches:
                found.append(self._statement(number, who, frame, stretches))
        return found

    def _sort_out(self, normal: str, quoted: list[Quote], frames: list[Frame]) -> list[Frame]:
        """Without the attributions that stand inside what another one says."""
        kept: list[Frame] = []
        for frame in frames:
            if kept and not self._independent(normal, quoted, kept[-1], frame):
                continue
            kept.append(frame)
        return kept

    def _independent(self, normal: str, quoted: list[Quote], outer: Frame, inner: Frame) -> bool:
        if inner.quote and inner.quote.start >= outer.cue.end:
            return True
        if inner.sentence > outer.cue.start:
            return inner.subject.mention != "elided"
        if outer.cue.mark == "。":
            return True
        between = normal[outer.cue.end : inner.subject.start]
        return "；" in between and inner.subject.mention == "full" and inner.subject.form >= NameForm.FOREIGN

    def _resolve(self, subject: Subject) -> _Who | None:
        who = self._who(subject)
        if who is None:
            return None
        if who.kind is Kind.NAMED:
            self._people.introduce(who.speaker, who.positions)
            self._last = who
        elif who.kind is Kind.ANONYMOUS:
            self._last_unnamed = who
        return who

    def _who(self, subject: Subject) -> _Who | None:
        match subject.mention:
            case "pronoun" | "elided" if not subject.speaker or subject.mention == "pronoun":
                return self._last
            case "again":
                return self._last_unnamed or self._last
            case "bare":
                return self._bare(subject)
        if subject.kind is Kind.NAMED and subject.mention == "title-after":
            return self._titled_after(subject)
        return _Who(subject.speaker, subject.kind, subject.positions)

    def _bare(self, subject: Subject) -> _Who | None:
        known = self._people.positions(subject.speaker)
        if known:
            return _Who(subject.speaker, Kind.NAMED, known)
        if len(subject.speaker) == 1:
            name = self._people.by_surname(subject.speaker)
            return _Who(name, Kind.NAMED, self._people.positions(name)) if name else None
        if subject.form >= NameForm.FOREIGN:
            return _Who(subject.speaker, Kind.NAMED, (), "a name without a title")
        return None

    def _titled_after(self, subject: Subject) -> _Who | None:
        known = self._people.positions(subject.speaker)
        if not known and (name := self._people.by_surname(subject.speaker)) and len(subject.speaker) == 1:
            return _Who(name, Kind.NAMED, self._people.positions(name))
        return _Who(subject.speaker, Kind.NAMED, known or subject.positions)

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
