"""What has been read so far: the documents, their entries, and what stands where."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tuiexplorer.model import Document, Entry, Kind, Statement

Key = tuple[str, str]
"""Which entry: the path of its document and, within it, the statement's id or the narration's digest and place."""


def key_of(entry: Entry) -> Key:
    """The key of ``entry``: the same on every run, and for every :class:`Entry` made of the same item."""
    item = entry.item
    if isinstance(item, Statement):
        return entry.document.path, item.id
    start = item.spans[0][0] if item.spans else 0
    return entry.document.path, f"{entry.document.sha256[:16]}:{start}"


def text_of(entry: Entry) -> str:
    """The words of a statement, or the text of a narration."""
    return entry.item.content if isinstance(entry.item, Statement) else entry.item.text


def is_counted(entry: Entry) -> bool:
    """Whether ``entry`` is what someone said: neither narration nor what "everybody" says."""
    return isinstance(entry.item, Statement) and entry.item.kind is not Kind.COLLECTIVE


@dataclass
class Library:
    """The documents read so far, in reading order. Grows; nothing in it ever changes."""

    documents: list[Document] = field(default_factory=list)
    entries: dict[Key, Entry] = field(default_factory=dict)
    """Every statement and narration by its key, in reading order."""
    speakers: dict[str, list[Key]] = field(default_factory=dict)
    """The statements of each named person."""
    agencies: dict[str, list[Key]] = field(default_factory=dict)
    """The statements of those who hold a post at each agency, by its full name where that is known."""
    themes: set[str] = field(default_factory=set)
    """The headings."""
    statements: int = 0
    """How many statements there are, what everybody says left aside."""
    _places: dict[Key, int] = field(default_factory=dict)
    _ids: dict[str, Key] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget everything."""
        self.documents.clear()
        self.statements = 0
        for kept in (self.entries, self.speakers, self.agencies, self.themes, self._places, self._ids):
            kept.clear()

    def add(self, documents: Iterable[Document]) -> None:
        """Take in ``documents``."""
        for document in documents:
            self.documents.append(document)
            for entry in document.entries():
                self._add(entry)

    def _add(self, entry: Entry) -> None:
        key = key_of(entry)
        self._ids.setdefault(key[1], key)
        self._places[key] = len(self._places)
        self.entries[key] = entry
        self.statements += is_counted(entry)
        if entry.theme.heading:
            self.themes.add(entry.theme.heading)
        item = entry.item
        if isinstance(item, Statement):
            if item.kind is Kind.NAMED:
                self.speakers.setdefault(item.speaker, []).append(key)
            for name in dict.fromkeys(position.canonical or position.agency for position in item.positions):
                self.agencies.setdefault(name, []).append(key)

    def find(self, key: Key) -> Key | None:
        """``key`` if it is here, else the key of the same words under another path."""
        return key if key in self.entries else self._ids.get(key[1])

    def place(self, key: Key) -> int:
        """Where an entry stands in reading order."""
        return self._places[key]
