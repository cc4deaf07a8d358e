"""Drafts: statements while their words are still being gathered."""

from msgspec import Struct

from tuiexplorer.attribution.attributed import Attributed, Position
from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.window import Window
from tuiexplorer.attribution.people.memory import Who
from tuiexplorer.attribution.statements.content import Stretch, trim
from tuiexplorer.reading import Span


class Draft(Struct):
    """A statement while its words are still being gathered."""

    who: tuple[Who, ...]
    cue: str
    attribution: tuple[Span, ...]
    parts: list[tuple[int, Stretch]]
    """Paragraph and stretch of each part of the content."""
    doubt: str | None = None


def goes_on_in(draft: Draft, frame: Frame) -> bool:
    """Whether who speaks in a frame is who spoke in a draft, as far as the frame tells."""
    return frame.subject.mention in ("pronoun", "again") or frame.subject.speaker == draft.who[0].speaker


def ends_quoted(paragraph: Paragraph, stretches: list[Stretch]) -> bool:
    """Whether a paragraph ends in the last of the stretches, and that is a quotation."""
    if not stretches:
        return False
    start, end = stretches[-1]
    return paragraph.text[start - 1 : start] == "“" and paragraph.is_blank(end, marks="”。 ")


def finished(draft: Draft, window: Window) -> list[Attributed]:
    """The statements that a draft is, one for each who makes it; none without words."""
    parts = trim([(window.paragraphs[number].text, stretch) for number, stretch in draft.parts])
    placed = [(number, stretch) for (number, _), stretch in zip(draft.parts, parts, strict=False)]
    if not placed:
        return []
    return [
        Attributed(
            speaker=window.written(who.speaker),
            kind=who.kind,
            positions=tuple(
                Position(window.written(one.agency), window.written(one.post)) for one in who.positions
            ),
            cue=window.written(draft.cue),
            content="".join(window.blocks[number].text[start:end] for number, (start, end) in placed),
            spans=tuple(
                span for number, (start, end) in placed for span in window.blocks[number].spans(start, end)
            ),
            attribution=draft.attribution,
            blocks=tuple(dict.fromkeys(number for number, _ in placed)),
            doubt=who.doubt or draft.doubt,
        )
        for who in draft.who
    ]
