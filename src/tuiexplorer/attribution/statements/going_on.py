"""How far indirect speech goes on over the sentences after it: which are the speaker's, and which the reporter's."""

import re
from functools import partial

from tuiexplorer.attribution.frames.leading import tells_of_another
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.statements.reach import Reach, Run
from tuiexplorer.attribution.words.bodies import state_at_start
from tuiexplorer.lexicon import grammar

_ANOTHER = re.compile("[\u4e00-\u9fff]同志(?!们)")
"""Who is told of in a speech: 高明山同志是杰出代表。他的一生…."""
_SENTENCE = re.compile(r"[。！？]+[”’）]*")
_CONCLUDES = ("只有", "只要", "因此我", "所以我")
"""What a sentence of one's own begins with that concludes: …。与此同时，民企也在赶上。|只有携手并进，才能行稳致远。."""
_BETWEEN = 3
"""How many sentences that do not read as the speaker's may stand between two that do."""


_pattern = partial(grammar.opening, "speech")


def indirect_end(paragraph: Paragraph, at: int, reach: Reach) -> int:
    """Where indirect words that begin at ``at`` end."""
    position = at
    while True:
        match = _SENTENCE.search(paragraph.text, position)
        if match is None or match.end() >= reach.limit:
            return reach.limit
        position = match.end()
        around = paragraph.quote_around(match.start())
        if around and match.start() < around.end - 1 and position < around.end:
            position = min(around.end, reach.limit)
            continue
        while (quote := paragraph.quote_at(paragraph.skip(position, " "))) and paragraph.is_sentence(quote):
            if quote.end > reach.limit:
                break
            position = quote.end
        sentence, after = _sentence_at(paragraph, position, reach)
        if (
            reach.run is Run.LONG
            and sentence[:1] in ("他", "她")
            and _ANOTHER.search(paragraph.text, at, position)
        ):
            continue
        if not sentence or not (_goes_on(sentence, reach) or _is_taken_up(paragraph, sentence, after, reach)):
            return position


def _sentence_at(paragraph: Paragraph, at: int, reach: Reach) -> tuple[str, int]:
    """The sentence that begins at ``at``, as far as it may be the speaker's, and where it ends."""
    end = match.end() if (match := _SENTENCE.search(paragraph.text, at)) else reach.limit
    end = min(end, reach.limit)
    return paragraph.text[at:end].lstrip(" "), end


def _goes_on(sentence: str, reach: Reach) -> bool:
    """Whether a sentence after what was said reads as the same speaker's."""
    if reach.run is Run.WHOLE:
        return not any(sentence.startswith(name) or f"，{name}" in sentence for name in reach.names)
    return (
        not _is_reporters(sentence, reach)
        and _is_speakers(sentence, reach)
        and (bool(_pattern("continuation").match(sentence)) or not _is_of_another(sentence, reach))
    )


def _is_speakers(sentence: str, reach: Reach) -> bool:
    """Whether a sentence that is not plainly the reporter's has what the same speaker's have."""
    if reach.forecast and _pattern("weather").search(sentence) and not _pattern("answers").match(sentence):
        return True
    talks = reach.run is Run.LONG and bool(reach.person)
    of_state = reach.own or reach.side
    if of_state and _is_of_side(_pattern("meanwhile").sub("", sentence, count=1), reach):
        return True
    besides = reach.run is Run.SHORT and reach.own not in sentence and _pattern("besides").match(sentence)
    if besides or (reach.side and _pattern("dated").match(sentence)):
        return False
    if (
        _pattern("perhaps").match(sentence)
        and not (talks and _pattern("themes").match(sentence))
        and not (reach.run is Run.LONG and "我们" in sentence.partition("“")[0])
    ):
        return False  # but …。此次会议是|我们今后工作的指南。
    if reach.run is Run.LONG or _pattern("continuation").match(sentence):
        return True
    even = reach.run is Run.EVEN
    return even and bool(
        _pattern("will").search(sentence) or (reach.person and _pattern("own").match(sentence))
    )


def _is_of_side(sentence: str, reach: Reach) -> bool:
    """Whether a sentence tells what the speaker's country did or wants: 山方正在…, 与此同时，|山国将…."""
    if reach.own and sentence[:1] == reach.own and _is_of_own(sentence):
        return True
    side = reach.side
    return bool(side and sentence.startswith(side) and _pattern("wants").match(sentence, len(side)))


def _is_of_own(sentence: str) -> bool:
    """Whether a sentence that begins with the speaker's country tells what its forces did or what it wants."""
    state = len(state_at_start(sentence)) or 1
    return bool(_pattern("forces").match(sentence, 1) or _pattern("wants").match(sentence, state))


def _is_reporters(sentence: str, reach: Reach) -> bool:
    """Whether the reporter takes over: 李强随后…, 在村委会，李强…, 据悉，…."""
    comma = sentence.find("，") + 1
    named = sentence.startswith(reach.names) and not _pattern("own").match(sentence)  # 中方|表示，…。中方将…
    tells = named or (comma and sentence.startswith(reach.full, comma))
    but = "，但" in sentence
    tells = tells or (
        but and any(f"，但是{name}" in sentence or f"，但{name}" in sentence for name in reach.full)
    )
    about = bool(reach.person) and reach.person in sentence
    tells = tells or (about and ("我" not in sentence or f"以{reach.person}同志为" in sentence))
    return bool(tells or _pattern("reporter").match(sentence))


def _is_of_another(sentence: str, reach: Reach) -> bool:
    """Whether the reporter tells of someone else: asked last, because it is dear."""
    return reach.people is not None and tells_of_another(sentence, reach.person, reach.people)


def _is_taken_up(paragraph: Paragraph, sentence: str, at: int, reach: Reach) -> bool:
    """Whether a sentence that does not read as the speaker's stands between two of his own: …。洪水已退。我们要….

    The second may be a quotation that nobody else says, with which the paragraph ends.
    """
    between = [sentence]
    for _ in range(_BETWEEN):
        if at >= reach.limit or _is_reporters(sentence, reach):
            return False
        if _closes_quoted(paragraph, at):
            return not any(_is_of_another(one, reach) for one in between)
        if reach.run not in (Run.EVEN, Run.LONG):
            return False
        sentence, at = _sentence_at(paragraph, at, reach)
        between.append(sentence)
        if (
            _pattern("own").match(sentence)
            or _is_of_side(sentence, reach)
            or _pattern("duty").match(sentence)
            or (reach.run is Run.LONG and reach.person and sentence.startswith(_CONCLUDES))
        ):
            return not _is_reporters(sentence, reach) and not any(
                _is_of_another(one, reach) for one in between
            )
    return False


def _closes_quoted(paragraph: Paragraph, at: int) -> bool:
    """Whether a paragraph ends in a quotation at ``at`` that is a sentence: his who spoke before it."""
    quote = paragraph.quote_at(paragraph.skip(at, " "))
    return quote is not None and paragraph.is_sentence(quote) and paragraph.is_blank(quote.end)
