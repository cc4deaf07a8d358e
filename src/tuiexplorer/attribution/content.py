"""Contents: which words of a paragraph belong to an attribution, and where they end.

Quotations that stand whole are content by their marks. Indirect speech has no closing mark: it runs to the end of its
sentence, and over the next sentences as long as they read as the same speaker's and not as the reporter's.
"""

import re
from enum import Enum
from functools import cache

from tuiexplorer.attribution.frames import Frame, is_utterance
from tuiexplorer.attribution.quotes import Quote
from tuiexplorer.lexicon import grammar

Stretch = tuple[int, int]
"""A half-open pair of offsets into a paragraph's text."""

# …，但乌方没有透露具体地点: the reporter's own clause inside the sentence.
_ASIDE = re.compile(
    r"，(?:但|不过|然而)[^，。]{1,10}(?:没有|未|尚未|并未|拒绝)(?:透露|说明|公布|提供|回应|给出|证实)"
)
_ADDRESS = re.compile(r"[\u4e00-\u9fff]{1,8}，")  # 警告美国，不要…


class Run(Enum):
    """How readily indirect speech goes on past its first sentence."""

    SHORT = "only over sentences that are plainly a continuation"
    EVEN = "over sentences that read as speech"
    LONG = "until a sentence that is plainly the reporter's"


_SKIP = re.compile(r"[，：: ]*")
_SENTENCE = re.compile(r"[。！？]+[”’）]*")


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile("|".join(grammar.words("speech", key)))


def content_of(
    normal: str, quoted: list[Quote], frame: Frame, limit: int, run: Run, names: tuple[str, ...]
) -> list[Stretch]:
    """The stretches that ``frame`` attributes, none reaching past ``limit`` (where the next frame begins)."""
    found: list[Stretch] = [frame.quote.inner] if frame.quote else []
    at = frame.cue.end
    if (
        not frame.cue.mark
        and frame.cue.word in ("警告", "告诫", "提醒", "敦促")
        and (address := _ADDRESS.match(normal, at))
    ):
        at = address.end()
    at = _SKIP.match(normal, at).end()  # type: ignore[union-attr]
    if frame.cue.mark != "。" and not (frame.quote and _pattern("manner").match(normal, at)):
        found += _after(normal, quoted, at, limit, run, names)
    else:
        found += _adjacent(normal, quoted, frame.cue.end, limit)
    return [(start, end) for start, end in found if start < end]


def _after(
    normal: str, quoted: list[Quote], at: int, limit: int, run: Run, names: tuple[str, ...]
) -> list[Stretch]:
    """What follows a cue: quotations that stand whole, or words in the reporter's grammar up to where they end."""
    quote = next((quote for quote in quoted if quote.start == at), None)
    if quote and _stands_whole(normal, quote):
        return [quote.inner, *_adjacent(normal, quoted, quote.end, limit)]
    aside = _ASIDE.search(normal, at, limit)
    if aside and not any(quote.start < aside.start() < quote.end for quote in quoted):
        limit = min(limit, aside.start())
    return [(at, indirect_end(normal, quoted, at, limit, run, names))] if at < limit else []


def _stands_whole(normal: str, quote: Quote) -> bool:
    """Whether the quotation is all of what is said (“…。”) rather than a term at its head (“十五五”时期，…)."""
    _, end = quote.inner
    rest = normal[quote.end :].lstrip(" ")
    if normal[end - 1] in "。！？…" or not quote.closed or not rest or rest[0] in "。；":
        return True
    return rest[0] in "，！？“" and is_utterance(normal, quote)


def _adjacent(normal: str, quoted: list[Quote], at: int, limit: int) -> list[Stretch]:
    """The quotations that follow ``at`` with nothing but a mark between."""
    found: list[Stretch] = []
    while True:
        at += len(normal[at:]) - len(normal[at:].lstrip(" 。，；：—…"))
        quote = next((quote for quote in quoted if quote.start == at and quote.start < limit), None)
        if quote is None or not is_utterance(normal, quote):
            return found
        found.append(quote.inner)
        at = quote.end


def indirect_end(
    normal: str, quoted: list[Quote], at: int, limit: int, run: Run, names: tuple[str, ...]
) -> int:
    """Where indirect words that begin at ``at`` end: ``names`` are those by which the reporter calls the speaker."""
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
        following = _SENTENCE.search(normal, position)
        sentence = normal[position : following.end() if following else limit].lstrip(" ")
        if not sentence or not _goes_on(sentence, run, names):
            return position


def _goes_on(sentence: str, run: Run, names: tuple[str, ...]) -> bool:
    if _pattern("reporter").match(sentence) or sentence.startswith(names):
        return False
    if run is Run.LONG:
        return True
    if _pattern("continuation").match(sentence):
        return True
    return run is Run.EVEN and bool(_pattern("will").search(sentence))


def trim(parts: list[tuple[str, Stretch]]) -> list[Stretch]:
    """The stretches (each with its paragraph) without blanks at their edges, nor the punctuation that closes the last.

    Stretches at the end that hold nothing else are left out.
    """
    trimmed: list[Stretch] = []
    for normal, (start, end) in parts:
        words = normal[start:end]
        first = end - len(words.lstrip(" ，："))
        trimmed.append((first, max(first, start + len(words.rstrip(" ")))))
    while trimmed:
        normal = parts[len(trimmed) - 1][0]
        start, end = trimmed[-1]
        while start < end and normal[end - 1] in "。；，：、 ":
            end -= 1
        if start < end:
            trimmed[-1] = (start, end)
            break
        trimmed.pop()
    return trimmed
