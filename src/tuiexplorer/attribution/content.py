"""Contents: which words of a paragraph belong to an attribution, and where they end."""

import re

from tuiexplorer.attribution.frames import Frame, is_utterance
from tuiexplorer.attribution.quotes import Quote

Stretch = tuple[int, int]
"""A half-open pair of offsets into a paragraph's text."""

_SKIP = re.compile(r"[，：: ]*")
_SENTENCE = re.compile(r"[。！？]+[”’）]*")
# A sentence that begins so is the reporter's again.
_REPORTER = re.compile(
    r"(?:据悉|据了解|据介绍|据统计|记者(?:了解|获悉|看到|在|注意)|随后|会后|会见后|会谈后|会前|会议还|会上|当天|当日|当晚|同日|参加(?:会见|会谈|上述)|双方还|两国(?:元首|总理|领导人)|目前，记者|图为|截至发稿)"
)


def content_of(normal: str, quoted: list[Quote], frame: Frame, limit: int) -> list[Stretch]:
    """The stretches that ``frame`` attributes, none reaching past ``limit`` (where the next frame begins)."""
    found: list[Stretch] = []
    if frame.quote:
        found.append(frame.quote.inner)
    at = _SKIP.match(normal, frame.cue.end).end()  # type: ignore[union-attr]
    if frame.cue.mark != "。":
        found += _after(normal, quoted, at, limit)
    else:
        found += _adjacent(normal, quoted, frame.cue.end, limit)
    return _trim(normal, found)


def _after(normal: str, quoted: list[Quote], at: int, limit: int) -> list[Stretch]:
    """What follows a cue: quotations that stand whole, or words in the reporter's grammar up to where they end."""
    quote = next((quote for quote in quoted if quote.start == at), None)
    if quote and _stands_whole(normal, quote):
        return [quote.inner, *_adjacent(normal, quoted, quote.end, limit)]
    return [(at, indirect_end(normal, quoted, at, limit))] if at < limit else []


def _stands_whole(normal: str, quote: Quote) -> bool:
    start, end = quote.inner
    rest = normal[quote.end :].lstrip(" ")
    return normal[end - 1] in "。！？…" or not quote.closed or not rest or rest[0] in "。；，！？“"  and is_utterance(normal, quote) or rest[:1] in "。；"


def _adjacent(normal: str, quoted: list[Quote], at: int, limit: int) -> list[Stretch]:
    """The quotations that follow ``at`` with nothing but a mark between."""
    found = []
    while True:
        at += len(normal[at:]) - len(normal[at:].lstrip(" 。，；：—…"))
        quote = next((quote for quote in quoted if quote.start == at and quote.start < limit), None)
        if quote is None or not is_utterance(normal, quote):
            return found
        found.append(quote.inner)
        at = quote.end


def indirect_end(normal: str, quoted: list[Quote], at: int, limit: int) -> int:
    """Where indirect words end: at the limit, or before a sentence that is plainly the reporter's."""
    position = at
    while True:
        match = _SENTENCE.search(normal, position)
        if match is None or match.end() >= limit:
            return limit
        position = match.end()
        inside = next((quote for quote in quoted if quote.start < match.start() < quote.end - 1), None)
        if inside:
            position = max(position, min(inside.end, limit))
            continue
        rest = position + len(normal[position:]) - len(normal[position:].lstrip(" "))
        if _REPORTER.match(normal, rest):
            return position


def _trim(normal: str, stretches: list[Stretch]) -> list[Stretch]:
    """The stretches without blanks at their edges, and without the punctuation that closes the last one."""
    trimmed: list[Stretch] = []
    for start, end in stretches:
        while start < end and normal[start] in " ，：":
            start += 1
        while start < end and normal[end - 1] == " ":
            end -= 1
        if start < end:
            trimmed.append((start, end))
    while trimmed:
        start, end = trimmed[-1]
        while start < end and normal[end - 1] in "。；，：、 ":
            end -= 1
        if start < end:
            trimmed[-1] = (start, end)
            break
        trimmed.pop()
    return trimmed
