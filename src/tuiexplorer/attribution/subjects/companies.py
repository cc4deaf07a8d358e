"""Companies whose names do not show it: told by what only companies do, or by their number at the exchange."""

import re

from tuiexplorer.attribution.subjects.subject import Cut, Subject
from tuiexplorer.attribution.words.adverbials import is_adverbial
from tuiexplorer.attribution.words.names import is_chinese
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar, places

_NAME = re.compile("[*A-Za-z]{0,4}[\u4e00-\u9fff]{2,8}(?:[-—]?[A-Z]{1,2})?")
_WORDS = re.compile("[的了着在向对就把被不是我你他她这那]|^有")
_EARLIER = 60
"""How far before the name it may be told where companies answer (在互动平台上，有人问…？对此，云江新光回复称)."""


def company(cut: Cut) -> Subject | None:
    """A company that gives notice (云江新光公告称), answers its shareholders, or has its number in the article."""
    word = cut.bare
    if not _NAME.fullmatch(word) or _WORDS.search(word):
        return None
    if not _has_number(cut, word):
        if not _is_where_companies_speak(cut, word) or places.is_place(word):
            return None
        if head_at_end(word) or is_adverbial(word) or _is_other(word):
            return None
    return Subject.body(word, cut.offset(word))


def _is_other(word: str) -> bool:
    """Whether it is a document, an adverb or a reporter."""
    keys = (("cues", "papers"), ("subjects", "adverbs"), ("subjects", "openers"), ("subjects", "reporters"))
    return any(word in grammar.word_set(*key) for key in keys)


def _has_number(cut: Cut, word: str) -> bool:
    """Whether the document has its number at an exchange: 江州高新（SZ…）."""
    codes = cut.count.all_of(grammar.opening("subjects", "exchange_codes"))
    return any(cut.count(word + code) for code in codes)


def _is_where_companies_speak(cut: Cut, word: str) -> bool:
    """Whether only companies speak there, and the word is no person's name."""
    if is_chinese(word):
        return False  # 高明在年报中|表示
    signs = grammar.opening("subjects", "corporate")
    start = cut.offset(word)
    told = signs.search(cut.text, start + len(word), cut.end + _LONGEST_SIGN)
    return bool(told or signs.search(cut.text, max(0, start - _EARLIER), start))


_LONGEST_SIGN = 3
