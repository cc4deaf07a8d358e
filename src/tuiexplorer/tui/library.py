"""What has been read so far: the documents, their entries, and what stands where."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

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


def is_counted(entry: Entry) -> bool:
    """Whether ``entry`` is what someone said: neither narration nor what "everybody" says."""
    return isinstance(entry.item, Statement) and entry.item.kind is not Kind.COLLECTIVE


class Library(Struct):
    """The documents of one reading, in reading order. Grows; nothing in it ever changes.

    One thread adds while others look: lists are only appended to, dictionaries only looked up from outside.
    """

    documents: list[Document] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    """Every statement and narration, in reading order."""
    speakers: dict[str, list[Entry]] = field(default_factory=dict)
    """The statements of each named person."""
    agencies: dict[str, list[Entry]] = field(default_factory=dict)
    """The statements of those who hold a post at each agency, by its full name where that is known."""
    themes: set[str] = field(default_factory=set)
    """The headings."""
    statements: int = 0
    """How many statements there are, what everybody says left aside."""
    _first: dict[str, int] = field(default_factory=dict)
    """Where the first entry stands that has an id, whatever the path: half of what whole keys would take."""
    _again: dict[Key, int] = field(default_factory=dict)
    """Where those stand whose id an earlier entry has too, as in a copy of a file."""

    def add(self, documents: Iterable[Document]) -> Sequence[Entry]:
        """Take in ``documents``; their entries, to be shared with the index."""
        before = len(self.entries)
        for document in documents:
            for entry in document.entries():
                self._add(entry)
            self.documents.append(document)
        return self.entries[before:]

    def _add(self, entry: Entry) -> None:
        key, place = key_of(entry), len(self.entries)
        self.entries.append(entry)
        if self._first.setdefault(key[1], place) != place:
            self._again[key] = place
        self.statements += is_counted(entry)
        if entry.theme.heading:
            self.themes.add(entry.theme.heading)
        item = entry.item
        if isinstance(item, Statement):
            if item.kind is Kind.NAMED:
                self.speakers.setdefault(item.speaker, []).append(entry)
            names = (position.canonical or position.agency for position in item.positions)
            for name in dict.fromkeys(filter(None, names)):
                self.agencies.setdefault(name, []).append(entry)

    def find(self, key: Key) -> Entry | None:
        """The entry of ``key`` if it is here, else one of the same words under another path."""
        place = self._again.get(key, self._first.get(key[1]))
        return None if place is None else self.entries[place]

    def place(self, key: Key) -> int | None:
        """Where the entry of ``key`` stands in reading order; None if it is not here."""
        place = self._again.get(key, self._first.get(key[1]))
        return place if place is not None and self.entries[place].document.path == key[0] else None
