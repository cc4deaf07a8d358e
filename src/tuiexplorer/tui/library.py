"""What has been read so far: the documents, their entries, and what stands where."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from tuiexplorer.giving_way import give_way
from tuiexplorer.model import Document, Entry, Kind, Statement
from tuiexplorer.tui.tally import Tally

_DIGEST = 16
"""Characters of a document's digest by which it is told from all others."""

Key = tuple[str, str]
"""Which entry: the path of its document and, within it, the statement's id or the narration's digest and place."""


def key_of(entry: Entry) -> Key:
    """The key of ``entry``: the same on every run, and for every :class:`Entry` made of the same item."""
    item = entry.item
    if isinstance(item, Statement):
        return entry.document.path, item.id
    start = item.spans[0][0] if item.spans else 0
    return entry.document.path, f"{_digest(entry.document)}:{start}"


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
    tally: Tally = Tally()
    """How much is said."""
    _said: dict[str, int] = field(default_factory=dict)
    """Where the first statement stands that has an id, whatever the path: half of what whole keys would take."""
    _said_again: dict[Key, int] = field(default_factory=dict)
    """Where those stand whose id an earlier statement has too, as in a copy of a file."""
    _told: dict[str, list[range]] = field(default_factory=dict)
    """Where the entries of each document stand, by the digest that begins the ids of its narration; of all copies."""

    def add(self, documents: Iterable[Document]) -> Sequence[Entry]:
        """Take in ``documents``; their entries, to be shared with the index."""
        before = len(self.entries)
        said: list[Entry] = []
        for document in documents:
            give_way()
            first = place = len(self.entries)
            self.entries += document.entries()
            self._told.setdefault(_digest(document), []).append(range(first, len(self.entries)))
            for theme in document.themes:
                if theme.heading:
                    self.themes.add(theme.heading)
                if count := len(theme.statements):
                    own = self.entries[place : place + count]
                    for at, (entry, statement) in enumerate(zip(own, theme.statements, strict=True), place):
                        self._add(entry, statement, at)
                    said += own
                place += count + len(theme.narration)
            self.documents.append(document)
        self.tally += Tally.of(said)
        return self.entries[before:]

    def _add(self, entry: Entry, item: Statement, place: int) -> None:
        if self._said.setdefault(item.id, place) != place:
            self._said_again[key_of(entry)] = place
        if item.kind is Kind.NAMED:
            self.speakers.setdefault(item.speaker, []).append(entry)
        for position in item.positions:
            if name := position.canonical or position.agency:
                entries = self.agencies.setdefault(name, [])
                if not entries or entries[-1] is not entry:  # who has two posts there is one
                    entries.append(entry)

    def find(self, key: Key) -> Entry | None:
        """The entry of ``key`` if it is here, else one of the same words under another path."""
        digest, told, _start = key[1].partition(":")
        if not told:
            place = self._said_again.get(key, self._said.get(key[1]))
            return None if place is None else self.entries[place]
        alike = [
            entry
            for places in self._told.get(digest, ())
            for entry in self.entries[places.start : places.stop]
            if key_of(entry)[1] == key[1]
        ]
        return next((entry for entry in alike if entry.document.path == key[0]), alike[0] if alike else None)


def _digest(document: Document) -> str:
    return document.sha256[:_DIGEST]
