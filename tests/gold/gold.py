"""Gold files, and how a reading of the same article differs from them, statement by statement and field by field."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import Any

from tuiexplorer.model import Document, parse
from tuiexplorer.reading import read

PROJECT = Path(__file__).parents[2]
SEED = Path(__file__).with_name("seed.toml")
ARTICLES = sorted(Path(__file__).with_name("articles").glob("*.toml"))

FIELDS = ("source", "cue", "content", "positions", "theme")
SAME = 0.4
"""The share of common pairs of characters, of the shorter content, from which on two are read as the same statement."""


@dataclass(frozen=True)
class Said:
    """A statement, by hand or by the parser; ``source`` is who speaks and what kind of speaker that is."""

    source: tuple[str, str]
    cue: str
    content: str
    positions: tuple[tuple[str, str], ...]
    theme: tuple[str | None, str | None]


@dataclass(frozen=True)
class Article:
    """All of an article that gold speaks of."""

    title: str | None
    subtitle: str | None
    byline: str | None
    themes: tuple[tuple[str | None, str | None], ...]
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Comparison:
    """Gold beside a reading: ``pairs`` are the places, in each, of what is the same statement."""

    gold: Article
    found: Article
    pairs: dict[int, int]

    def wrong(self) -> Iterator[str]:
        """Every difference: ``title``, ``7 content cue``, ``7 missed``, ``extra 7`` for what gold does not have."""
        for part in ("title", "subtitle", "byline", "themes"):
            if getattr(self.gold, part) != getattr(self.found, part):
                yield part
        for number in range(len(self.gold.said)):
            if number not in self.pairs:
                yield f"{number + 1} missed"
            elif bad := [name for name in FIELDS if not self.right(number, name)]:
                yield f"{number + 1} {' '.join(bad)}"
        for number in sorted(set(range(len(self.found.said))) - set(self.pairs.values())):
            yield f"extra {number + 1}"

    def right(self, number: int, field: str) -> bool:
        """Whether the statement ``number`` of the gold was found with this field exactly so."""
        if number not in self.pairs:
            return False
        theirs: object = getattr(self.found.said[self.pairs[number]], field)
        return bool(getattr(self.gold.said[number], field) == theirs)


def compare(path: Path) -> Comparison:
    """The article of a gold file, as the file has it and as the parser reads it now."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    gold, found = from_table(table), from_document(document_of(path))
    return Comparison(gold, found, paired(gold.said, found.said))


@cache
def document_of(path: Path) -> Document:
    """The parser's reading of the article of a gold file."""
    source = tomllib.loads(path.read_text(encoding="utf-8"))["source"]
    return parse(read(str((PROJECT if path == SEED else path.parent) / source)))


def from_table(table: dict[str, Any]) -> Article:
    return Article(
        spaced(table.get("title")),
        spaced(table.get("subtitle")),
        spaced(table.get("byline")),
        tuple((spaced(one.get("heading")), spaced(one.get("slogan"))) for one in table.get("theme", [])),
        tuple(
            Said(
                (one["speaker"], one["kind"]),
                one.get("cue", ""),
                unspaced(one["content"]),
                tuple((agency, post) for agency, post in one["positions"]),
                (spaced(one.get("heading")), spaced(one.get("slogan"))),
            )
            for one in table.get("statement", [])
        ),
    )


def from_document(document: Document) -> Article:
    return Article(
        spaced(document.title),
        spaced(document.subtitle),
        spaced(document.byline),
        tuple(
            (spaced(theme.heading), spaced(theme.slogan))
            for theme in document.themes
            if theme.heading is not None
        ),
        tuple(
            Said(
                (one.speaker, str(one.kind)),
                one.cue,
                unspaced(one.content),
                tuple((position.agency, position.post) for position in one.positions),
                (spaced(theme.heading), spaced(theme.slogan)),
            )
            for theme in document.themes
            for one in sorted(theme.statements, key=lambda one: one.spans[0])
        ),
    )


def paired(gold: Sequence[Said], found: Sequence[Said]) -> dict[int, int]:
    """Which statement of the gold is which of those found: most alike first, each once, the order breaks ties."""
    likeness = {
        (left, right): alike(one, other)
        for (left, one), (right, other) in product(enumerate(gold), enumerate(found))
        if common(one.content, other.content) >= SAME
    }
    pairs: dict[int, int] = {}
    for left, right in sorted(likeness, key=lambda pair: (-likeness[pair], abs(pair[0] - pair[1]), pair)):
        if left not in pairs and right not in pairs.values():
            pairs[left] = right
    return pairs


def alike(one: Said, other: Said) -> float:
    same = [field for field in FIELDS if getattr(one, field) == getattr(other, field)]
    return common(one.content, other.content) + len(same) + same.count("source")


def common(one: str, other: str) -> float:
    left, right = set(pairwise(f" {one}")), set(pairwise(f" {other}"))
    return len(left & right) / min(len(left), len(right))


def spaced(text: str | None) -> str | None:
    """With one blank for any white space."""
    return None if text is None else " ".join(text.split())


def unspaced(text: str) -> str:
    return re.sub(r"\s+", "", text)
