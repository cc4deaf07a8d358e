"""Names: whether a line, or a part of one, is the names of people and nothing else."""

import re

from tuiexplorer.lexicon import grammar

_SURNAMES = grammar.characters("names", "surnames")
_COMPOUND = grammar.word_set("names", "compound")
_APART = re.compile(r"[\s、，,/]+")
_SPREAD = re.compile(r"(?<!\S)(\S)\s{1,3}(\S)(?!\S)")


def are_names(text: str) -> bool:
    """Whether a text is names and nothing else; one of two characters may be spread: 张　三."""
    text = text.strip()
    words = _APART.split(_SPREAD.sub(r"\1\2", text)) if _APART.search(text) else [text]
    return all(
        2 <= len(word) <= 4 and _has_surname(word) if "·" not in word else len(word) > 2 for word in words
    )


def _has_surname(word: str) -> bool:
    return word[0] in _SURNAMES or (len(word) > 2 and word[:2] in _COMPOUND)


def are_names_in_a_row(text: str) -> bool:
    """Whether a text is names with nothing between them: 张三李四王小五."""
    reached = {0}
    for end in range(2, len(text) + 1):
        if any(end - size in reached and text[end - size] in _SURNAMES for size in (2, 3)):
            reached.add(end)
    return len(text) in reached


def is_member(text: str) -> bool:
    """Whether a text is a body and one name and nothing else: 柳河代表团 张三."""
    body, _, name = text.rpartition(" ")
    return len(name) < 4 and are_names(name) and body.rstrip().endswith(grammar.words("signs", "employers"))
