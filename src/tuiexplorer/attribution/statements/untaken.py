"""Utterances that no attribution of their paragraph takes."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.people.people import People
from tuiexplorer.attribution.statements.after_quotes import has_own_speaker
from tuiexplorer.attribution.statements.content import content_of
from tuiexplorer.attribution.statements.reach import Reach, Run


def untaken(paragraph: Paragraph, frames: Sequence[Frame], people: People) -> list[Quote]:
    """The utterances of a paragraph that no frame may take."""
    if not paragraph.utterances:
        return []
    taken = {frame.quote.start for frame in frames if frame.quote}
    left = [quote for quote in paragraph.utterances if quote.start not in taken]
    for place, frame in enumerate(frames):
        if not left:
            break
        limit = frames[place + 1].sentence if place + 1 < len(frames) else len(paragraph.text)
        reach = Reach(max(limit, frame.cue.end), Run.LONG, ())
        for start, end in content_of(paragraph, frame, reach):
            first, last = (bisect_left(left, at, key=attrgetter("start")) for at in (start - 1, end))
            left[first:last] = [
                quote
                for quote in left[first:last]
                if _has_own_colon(paragraph, frame, quote) or has_own_speaker(paragraph, frame, quote, people)
            ]
    return left


def _has_own_colon(paragraph: Paragraph, frame: Frame, quote: Quote) -> bool:
    """Whether a later sentence than that of a frame leads up to a quotation: …。对此，王芳印象深刻：“…。”."""
    colon = quote.start - 1
    return paragraph.text[colon : quote.start] == "：" and paragraph.sentence_start(colon) >= frame.cue.end
