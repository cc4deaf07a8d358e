"""A term of several parts written together: where it may be cut."""

from collections.abc import Callable, Iterator, Sequence

from tuiexplorer.search.fields import LONGEST_NAME
from tuiexplorer.search.fold import is_spoken
from tuiexplorer.search.query import Term

Stands = Callable[[str], bool]
"""Whether a text stands somewhere in what is searched. Where it does, its beginnings do."""

_COURTESIES = ("同志", "先生", "女士", "老师")
_SOMEONE = ("某某", "某")
_SHORT_POSTS = tuple("局厅处部市县区校院行关署董总")
"""What a post is called by for short: all of these begin one (局长, 董事长, 总经理)."""
_SHORTEST = 2
"""Characters of a part."""
_LONGEST_PART = 16
"""Characters of a part of a name, in letters."""


def called(text: str, *, for_short: bool = True) -> Iterator[Sequence[Term]]:
    """Ways to take a text for a speaker as one calls him: 李厅长, 李厅 for short, 李同志, 李某."""
    for end in (*_COURTESIES, *(_SOMEONE if for_short else ())):
        if len(text) > len(end) and text.endswith(end):
            yield [Term(text.removesuffix(end), "speaker", head=True)]
            break
    for end in (1, 2):
        name, post = Term(text[:end], "speaker", head=True), text[end:]
        if len(post) > 1:
            yield [name, Term(post, "post", tail=True)]
        elif for_short and post in _SHORT_POSTS:
            yield [name, Term(post, "post", head=True)]


def beside_name(text: str, is_name: Stands) -> Iterator[tuple[Term, str]]:
    """Ways to take a text for the whole name of a speaker and something before or behind it, the longest name first."""
    for length in range(len(text) - _SHORTEST, _SHORTEST - 1, -1):
        for name, rest in ((text[:length], text[length:]), (text[-length:], text[:-length])):
            if is_name(name):
                yield Term(name, "speaker", head=True, tail=True), rest


def one_name(groups: Sequence[Sequence[Term]]) -> list[Term]:
    """The terms of a query as parts of one speaker's whole name, in either order (Lu Yuqing, yuqing lu, 鲁 宇清)."""
    parts = [group[0].text for group in groups]
    plain = all(len(group) == 1 and group[0] == Term(group[0].text) for group in groups)
    if not plain or not 1 < len(parts) <= LONGEST_NAME or any(len(part) > _LONGEST_PART for part in parts):
        return []
    orders = (parts, parts[::-1])
    return [Term("'".join(order), "speaker", head=True, tail=True) for order in orders]


def longest_parts(text: str, stands: Stands, *, strays: int = 0) -> list[str]:
    """The text as parts that stand somewhere, each the longest; nothing where that cannot be.

    Signs between parts are left out, and ``strays``: so many characters at most that begin no part.
    """
    parts = []
    at = 0
    while at < len(text):
        length = _longest(text[at:], stands) if is_spoken(text[at]) else 1
        if length >= _SHORTEST:
            parts.append(text[at : at + length])
        elif is_spoken(text[at]):
            strays -= 1
            if strays < 0:
                return []
        at += max(length, 1)
    return parts


def spoken_length(text: str) -> int:
    """Characters of a text that are no signs."""
    return sum(map(is_spoken, text))


def _longest(text: str, stands: Stands) -> int:
    """How many of the first characters of a text stand somewhere together; one is not asked for."""
    least, most = 1, _SHORTEST
    while most <= len(text) and stands(text[:most]):
        least, most = most, 2 * most
    most = min(most, len(text) + 1)
    while most - least > 1:
        middle = (least + most) // 2
        if stands(text[:middle]):
            least = middle
        else:
            most = middle
    return least
