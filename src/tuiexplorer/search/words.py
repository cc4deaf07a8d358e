"""Text to words. The only module that imports jieba, and that on first need (half a second, 60 MB).

jieba's own cache, a file of fixed name in the shared temporary directory that is loaded unchecked, is neither
read nor written: reading it takes as long as the dictionary itself.
"""

import logging
import math
import sys
import tomllib
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import IO, Any

from tuiexplorer.giving_way import give_way

_LEAST_LENGTH = 2
_UNKNOWN = 3
"""Times that a word which the dictionary lacks is taken to stand in its corpus."""

_AT_ONCE = 1000
"""Lines of the dictionary that are read in a millisecond or two."""

_loading = Lock()


def cut(text: str) -> list[str]:
    """The text as words, end to end."""
    return list(_tokenizer().lcut(text))


def keywords(text: str, n: int = 10) -> tuple[str, ...]:
    """The words that say most of what a text is about, the best first: TF-IDF, with jieba's dictionary for the IDF."""
    return tuple(word for word, _ in weighted(text)[:n])


def weighted(text: str, *, with_parts: bool = False) -> list[tuple[str, float]]:
    """Each word of two characters or more that is no stop word, with its TF-IDF, the greatest first.

    ``with_parts`` counts the words within a word as well (粮食 in 粮食安全).
    """
    tokenizer = _tokenizer()
    words = tokenizer.lcut_for_search(text) if with_parts else cut(text)
    counts = Counter(word for word in words if _is_telling(word))
    weights = {
        word: times * math.log(tokenizer.total / max(tokenizer.FREQ.get(word, 0), _UNKNOWN))
        for word, times in counts.items()
    }
    return sorted(weights.items(), key=lambda pair: -pair[1])


def _is_telling(word: str) -> bool:
    """Whether a word can say what a text is about."""
    return len(word) >= _LEAST_LENGTH and not word.isnumeric() and word.isalnum() and word not in _lists()[1]


@cache
def _lists() -> tuple[Sequence[str], frozenset[str]]:
    data = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return tuple(data["join"]), frozenset(data["stop"])


def is_loaded() -> bool:
    """Whether the dictionary was loaded, so that what is asked is answered at once."""
    return _loaded.cache_info().currsize > 0


def _tokenizer() -> Any:
    with _loading:
        return _loaded()


def _giving_way(lines: IO[bytes]) -> Iterator[bytes]:
    with lines:
        for number, line in enumerate(lines):
            if number % _AT_ONCE == 0:
                give_way()
            yield line


@cache
def _loaded() -> Any:
    # jieba would open its own files by pkg_resources where it can, which takes as long to import as all the rest.
    modules: dict[str, Any] = sys.modules
    there = modules.setdefault("pkg_resources", None)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    if there is None:
        del modules["pkg_resources"]
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(_giving_way(tokenizer.get_dict_file()))
    tokenizer.initialized = True
    for word in _lists()[0]:
        tokenizer.add_word(word)
    return tokenizer
