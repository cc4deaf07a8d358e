"""Adverbials: the words around the subject of a cue that are neither subject nor cue (近日在接受采访时)."""

import re
from functools import cache

from tuiexplorer.lexicon import grammar

_MOST_CUTS = 16


@cache
def _phrase() -> re.Pattern[str]:
    """A phrase that closes a text; the rest is greedy, so that the shortest is taken."""
    return re.compile(rf"(?P<rest>.*)(?:{'|'.join(grammar.words('subjects', 'phrases'))})[ 　]*$")


@cache
def _adverbs() -> dict[str, tuple[str, ...]]:
    return grammar.by_last_character(grammar.word_set("subjects", "adverbs", "through"))


def _without_last(text: str) -> str | None:
    """``text`` without the adverbial that closes it; None where none does."""
    text = text.rstrip(" ")
    last = text[-1:]
    possible = last in grammar.characters("subjects", "phrase_ends") or "得" in text[-7:]
    if possible and (match := _phrase().match(text)):
        return match["rest"].rstrip(" 在")
    word = next((word for word in _adverbs().get(last, ()) if text.endswith(word)), None)
    return text[: -len(word)].rstrip(" 在") if word else None


@cache
def _leading() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, grammar.words("subjects", "openers")))
    first = "|".join(grammar.words("subjects", "opening_phrases"))
    return re.compile(f"(?:{first}|{openers}|[ 　—…·，、（-]+)")


def strip_leading(text: str) -> int:
    """How many characters at the head of ``text`` are words of the sentence, not of its subject."""
    at = 0
    while (match := _leading().match(text, at)) and match.end() < len(text):
        at = match.end()
    return at


def trailing_cuts(text: str) -> list[str]:
    """``text``, then ever less of it as adverbials are taken off its end."""
    cuts = [text.rstrip(" ")]
    for cut in cuts:
        if len(cuts) > _MOST_CUTS:
            break
        if cut.endswith("地"):
            # 周老栓高兴地, 李四笑眯眯地: how long the word of manner is only the name before it can tell.
            rests = [cut[: -1 - length] for length in (2, 3, 4, 1, 5) if length < len(cut)]
        else:
            rests = [rest for rest in [_without_last(cut)] if rest is not None]
        cuts += [rest for rest in rests if rest not in cuts]
    return cuts


def is_adverbial(text: str) -> bool:
    """Whether ``text`` ends in an adverbial, so that it is no name."""
    return _without_last(text) is not None
