"""A search that knows substrings only: the explorer's tests need hits, not the ranking."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tuiexplorer.model import Entry, Statement

Ranges = Sequence[tuple[int, int]]


@dataclass
class Hit:
    entry: Entry
    matches: Mapping[str, Ranges]


@dataclass
class Results:
    hits: list[Hit] = field(default_factory=list)
    problems: tuple[str, ...] = ()
    suggestion: str | None = None


@dataclass
class SubstringIndex:
    """Finds the whole query in speaker, agency, heading and words; best in that order."""

    entries: list[Entry] = field(default_factory=list)

    def add_entries(self, entries: Iterable[Entry]) -> None:
        self.entries.extend(entries)

    def prepare(self) -> None:
        pass

    def search(self, query: str, *, cancelled: Callable[[], bool] | None = None) -> Results:
        found = []
        for entry in self.entries:
            matches = {
                name: spans for name, text in fields(entry) if (spans := spans_of(query.strip(), text))
            }
            if matches:
                rank = min(("speaker", "agency", "heading", "content").index(name) for name in matches)
                found.append((rank, Hit(entry, matches)))
        hits = [hit for _rank, hit in sorted(found, key=lambda pair: pair[0])]
        return Results(hits, suggestion=None if hits else "发改委")

    def related(self, entry: Entry, limit: int) -> list[Hit]:
        return []


def fields(entry: Entry) -> list[tuple[str, str]]:
    item = entry.item
    if not isinstance(item, Statement):
        return [("content", item.text)]
    agency = item.positions[0].agency if item.positions else ""
    return [
        ("speaker", item.speaker),
        ("agency", agency),
        ("heading", entry.theme.heading or ""),
        ("content", item.content),
    ]


def spans_of(query: str, text: str) -> Ranges:
    at = text.find(query)
    return [(at, at + len(query))] if query and at >= 0 else []


def words(text: str, n: int) -> list[str]:
    """The stand-in for keywords: those of a few that the text has."""
    return [word for word in ("高质量发展", "消费", "开放", "安全", "科技创新", "服务") if word in text][:n]
