"""Loader of the word lists of the grammar: cues, posts, names. Each list is read once, on first use."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def _table(name: str) -> dict[str, str]:
    with Path(__file__).with_name(f"{name}.toml").open("rb") as handle:
        return tomllib.load(handle)


@cache
def words(table: str, key: str) -> tuple[str, ...]:
    """The words of one list of ``table``.toml, longest first, so that an alternation takes the longest."""
    return tuple(sorted(set(_table(table)[key].split()), key=lambda word: (-len(word), word)))


@cache
def word_set(table: str, *keys: str) -> frozenset[str]:
    """The words of one or several lists as a set."""
    return frozenset(word for key in keys for word in words(table, key))


@cache
def characters(table: str, key: str) -> frozenset[str]:
    """The characters of a list that is written without blanks between them."""
    return frozenset("".join(_table(table)[key].split()))


class Endings:
    """The words of a group under their last two characters: a quick look-up of which of them closes a text."""

    def __init__(self, group: Iterable[str]) -> None:
        words = sorted(group, key=lambda word: (-len(word), word))
        self._closing = {
            ending: tuple(word for word in words if word.endswith(ending) or ending.endswith(word))
            for ending in {word[-2:] for word in words}
        }

    def longest(self, text: str) -> str:
        """The longest word that closes ``text``; empty where none does."""
        for word in self._closing.get(text[-2:]) or self._closing.get(text[-1:], ()):
            if text.endswith(word):
                return word
        return ""
