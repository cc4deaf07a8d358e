"""Adverbials: the words around the subject of a cue that are neither subject nor cue (近日在接受采访时)."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from tuiexplorer.lexicon import grammar

_MOST_CUTS = 16
_MANNERS = (2, 3, 4, 1, 5)
"""How many characters a word of manner has before its 地, the likeliest first."""

_IDIOM = 4
"""An idiom that is listed has so many characters, whatever its end may be by its form."""

_VIVID = re.compile(r"(.)\1(.)\2|.(.)\3|([一不有半又])[\u4e00-\u9fff]\4[\u4e00-\u9fff]")
"""A word of manner by its form: 高高兴兴, 乐滋滋, 一板一眼."""

_IN_PLACE = re.compile("[日天午晚]在")  # 总统高明25日在日内瓦|表示


@cache
def _phrases() -> re.Pattern[str]:
    """What is left of a text before each phrase that closes it, a group each; it is greedy: the phrase is short."""
    phrases = grammar.words("subjects", "phrases")
    return re.compile("".join(rf"(?=(.*)(?:{phrase})[ 　]*$|)" for phrase in phrases))


@lru_cache(maxsize=4096)
def _without_last(text: str) -> tuple[str, ...]:
    """What is left of ``text`` without the adverbial that closes it, in each way to see it, the longest first."""
    text = text.rstrip(" ")
    last = text[-1:]
    rests: set[str] = set()
    possible = (
        last in grammar.characters("subjects", "phrase_ends")
        or "得" in text[-7:]
        or _IN_PLACE.search(text[-9:])
    )
    if possible and (phrases := _phrases().match(text)):
        rests.update(rest for rest in phrases.groups() if rest is not None)
    if word := grammar.endings("subjects", "adverbs", "through").longest(text):
        rests.add(text[: -len(word)])
    return tuple(sorted((rest.rstrip(" 在") for rest in rests), key=len, reverse=True))


@cache
def _leading() -> re.Pattern[str]:
    first, openers = (grammar.either("subjects", key) for key in ("opening_phrases", "openers"))
    return re.compile(f"(?:{first}|{openers}|[^\\w“《]+)")


@lru_cache(maxsize=4096)
def strip_leading(text: str) -> int:
    """How many characters at the head of ``text`` are words of the sentence, not of its subject."""
    at = 0
    while (match := _leading().match(text, at)) and match.end() < len(text):
        at = match.end()
    return at


def trailing_cuts(text: str) -> Iterator[str]:
    """``text``, then ever less of it as adverbials are taken off its end; nothing at all comes last.

    They are looked for when less is asked for: mostly who speaks is found in the whole.
    """
    text = text.rstrip(" ")
    yield text
    yield from _shorter(text)


@lru_cache(maxsize=4096)
def _shorter(text: str) -> tuple[str, ...]:
    """What is left of ``text`` without the adverbials that close it, the longest first."""
    if not text.endswith("地") and not _without_last(text):
        return ()
    cuts = {text: -float(len(text))}
    waiting = [text]
    for cut in waiting:
        if len(cuts) > _MOST_CUTS:
            break
        if cut.endswith("地"):
            # 周老栓高兴地, 李四笑眯眯地: how long the word of manner is only the name before it can tell.
            listed = tuple(len(cut) - 1 - len(rest) for rest in _without_last(cut[:-1]))
            four = tuple(length for length in listed if length == _IDIOM)  # 信心满满地, and not 信|心满满地
            formed = tuple(length for length in (4, 3) if _VIVID.fullmatch(cut[-1 - length : -1]))[:1]
            word = cut[:-1]  # 高兴地, and not 高|兴地
            whole = (len(word),) if word in _manners() else ()
            lengths = dict.fromkeys(four or formed or whole or (*listed, *_MANNERS))
            rests = tuple(cut[: -1 - length] for length in lengths if length < len(cut))
            order = [1 - len(cut) + place / 10 for place in range(len(rests))]
        else:
            rests = _without_last(cut)
            order = [-float(len(rest)) for rest in rests]
        waiting += [rest for rest in rests if rest not in cuts]
        cuts = {**dict(zip(rests, order, strict=True)), **cuts}
    return tuple(sorted(cuts, key=lambda cut: cuts[cut] if cut else 1))[1:]


@cache
def _manners() -> frozenset[str]:
    """The words that 地 may make one of manner, though they have the form of a name."""
    return grammar.word_set("subjects", "adverbs") | grammar.word_set("names", "words")


def is_adverbial(text: str) -> bool:
    """Whether ``text`` ends in an adverbial, so that it is no name."""
    return bool(_without_last(text))
