"""Loader of the word lists of the grammar: cues, posts, names. Each list is read once, on first use."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def _table(name: str) -> dict[str, str]:
    with Path(__file__).with_name(f"{name}.toml").open("rb") as handle:
        return tomllib.load(handle)


@cache
def words(table: str, *keys: str) -> tuple[str, ...]:
    """The words of lists of ``table``.toml, longest first, so that an alternation takes the longest."""
    return tuple(longest_first({word for key in keys for word in _table(table)[key].split()}))


@cache
def word_set(table: str, *keys: str) -> frozenset[str]:
    """The same words as a set."""
    return frozenset(words(table, *keys))


@cache
def characters(table: str, key: str) -> frozenset[str]:
    """The characters of a list that is written without blanks between them."""
    return frozenset("".join(_table(table)[key].split()))


def longest_first(group: Iterable[str]) -> list[str]:
    """The words of a group in the order in which they are tried."""
    return sorted(group, key=lambda word: (-len(word), word))


def alternation(expressions: Iterable[str]) -> str:
    """The regular expression that tries others, those with one first character in their order.

    It has them under their first characters, so that of hundreds of words only a few are tried.
    """
    heads: dict[str, list[str]] = {}
    for expression in expressions:
        plain = _BEGINS_PLAIN.match(expression)
        head = plain.group() if plain else expression
        heads.setdefault(head, []).append(expression[len(head) :])
    return "|".join(f"{head}(?:{'|'.join(rests)})" for head, rests in heads.items())


_BEGINS_PLAIN = re.compile(r"[^(\[\\.^$](?![?*+{])")


def either(table: str, *keys: str) -> str:
    """The regular expression for any of the words of one or several lists."""
    return alternation(words(table, *keys))


@cache
def opening(table: str, *keys: str) -> re.Pattern[str]:
    """What opens, or holds, any of the words of the lists: for ``match``, or for ``search``."""
    return re.compile(either(table, *keys))


@cache
def closing(table: str, *keys: str) -> re.Pattern[str]:
    """What closes with any of the words of the lists, each of which may be an expression: for ``search``."""
    return re.compile(rf"(?:{either(table, *keys)})\Z")


@cache
def endings(table: str, *keys: str) -> "Endings":
    """The plain words of the lists, to be looked up at the end of a text."""
    return Endings(word_set(table, *keys))


class Endings:
    """The words of a group under their last two characters: a quick look-up of which of them closes a text."""

    def __init__(self, group: Iterable[str]) -> None:
        self._longer: dict[str, list[str]] = {}
        self._single: set[str] = set()
        for word in longest_first(group):
            if len(word) > 1:
                self._longer.setdefault(word[-2:], []).append(word)
            else:
                self._single.add(word)
        self.pairs = frozenset(self._longer)
        """The two characters that any longer one ends in."""
        self.last = frozenset(self._single.union(pair[-1] for pair in self.pairs))
        """The characters that any of them ends in."""

    def longest(self, text: str) -> str:
        """The longest word that closes ``text``; empty where none does."""
        for word in self._longer.get(text[-2:], ()):
            if text.endswith(word):
                return word
        last = text[-1:]
        return last if last in self._single else ""
