"""Where a name ends in running text: 林海|深有感触地说, 林海深|在座谈时说. Evidence in natural logarithms."""

from functools import cache
from pathlib import Path

from tuiexplorer.lexicon import grammar
from tuiexplorer.lexicon.weights import Weights, read_weights

_SURE = -4
"""That a mark, a digit or a word told by the grammar follows a name."""
_LISTED = -8
"""That one of the words in the list of those that follow a name does."""
_OFTEN = -8
"""From this weight on, a pair is a common beginning of what follows a name."""
_BEFORE_MARK = -3
"""That a mark follows a word of one character."""
_FOREIGN = -5
"""Of a character as the end of a transliterated name: about one in 150."""


def belongs_to_name(text: str, at: int, *, ends: bool = False) -> int:
    """The weight of the evidence that the character at ``at`` is of the name before it: below 0 against.

    ``ends`` says that a word surely begins after it.
    """
    character = text[at : at + 1]
    tables = _tables()
    last = tables["name"].get(character, tables["name"]["?"])
    if character in grammar.characters("names", "foreign"):
        last = max(last, _FOREIGN)
    if not ends:
        return last + _word_begins(text, at + 1) - _word_begins(text, at)
    alone = _alone(text, at) + _SURE - 1
    return last + _SURE - max(alone, tables["pair"].get(text[at : at + 2], tables["pair"]["??"]))


def is_middle(character: str) -> int:
    """The evidence that a name of two characters that ends in ``character`` has a third: 潘小|…."""
    return _tables()["middle"].get(character, 0)


def holds_follower(name: str) -> bool:
    """Whether what seems a long name holds a word that often follows names: 古特雷斯|发表视频."""
    pairs = _tables()["pair"]
    return any(
        pairs.get(name[at : at + 2], pairs["??"]) >= _OFTEN or is_word_that_follows(name, at)
        for at in range(2, len(name) - 1)
    )


def _word_begins(text: str, at: int) -> int:
    """How likely a word that may follow a name begins with the two characters at ``at``."""
    one, two = text[at : at + 1], text[at + 1 : at + 2]
    if not "\u4e00" <= one <= "\u9fff":
        return _SURE
    tables = _tables()
    if is_word_that_follows(text, at):
        return _LISTED
    after = tables["first"].get(two, tables["first"]["?"]) if "\u4e00" <= two <= "\u9fff" else _BEFORE_MARK
    return max(_alone(text, at) + after, tables["pair"].get(one + two, tables["pair"]["??"]))


def is_word_that_follows(text: str, at: int) -> bool:
    """Whether a word of two characters or more stands at ``at`` that the list has as one that follows names."""
    listed = grammar.opening("subjects", "follow").match(text, at)
    return listed is not None and listed.end() - at > 1


def _alone(text: str, at: int) -> int:
    """How likely the character at ``at`` is a word that follows a name."""
    words = _tables()["word"]
    measured = words.get(text[at : at + 1], words["?"])
    return max(measured, _LISTED) if grammar.opening("subjects", "follow").match(text, at) else measured


def is_followed(text: str, at: int) -> bool:
    """Whether what stands at ``at`` is something that follows a name."""
    return bool(grammar.opening("subjects", "follow").match(text, at))


@cache
def _tables() -> Weights:
    return read_weights(Path(__file__).with_name("name_ends.txt"))
