"""The collection: the statements that the reader marked, kept from one run to the next."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui.library import Library, key_of
from tuiexplorer.tui.store import locked, read_json, set_aside, write_json

VERSION = 1


class Collection(Struct):
    """Marked entries in the order of marking.

    Written at each change, and read before it: two programs at once lose none of each other's marks. Without a
    ``path`` it lives as long as the program.
    """

    path: Path | None = None
    unsaved: OSError | None = None
    """Why the file could not be written at the last change, if it could not."""
    _kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is known of each marked entry, by its id: enough to tell the reader if its file is gone."""
    _pending: list[tuple[Sequence[Entry], bool]] = field(default_factory=list)
    """What was marked and unmarked since the file could last be written."""

    def __post_init__(self) -> None:
        self._kept = self._read()

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and key[1] in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def toggle(self, entries: Sequence[Entry]) -> bool:
        """Mark entries, or where all of them are marked unmark them; whether they are marked now."""
        wanted = not all(key_of(entry) in self for entry in entries)
        if self.path is None:
            self._put(entries, wanted=wanted)
            return wanted
        self._pending.append((entries, wanted))
        with locked(self.path):
            self._kept = self._read()
            for changed, put in self._pending:
                self._put(changed, wanted=put)
            self.unsaved = write_json(self.path, {"version": VERSION, "entries": self._kept})
        if not self.unsaved:
            self._pending = []
        return wanted

    def entries(self, library: Library) -> Iterator[Entry]:
        """The marked entries that are in ``library``."""
        for id in self._kept:
            entry = library.find((self._kept[id].get("path", ""), id))
            if entry:
                yield entry

    def missing(self, library: Library) -> int:
        """How many marked entries are not in ``library``."""
        return len(self) - sum(1 for _entry in self.entries(library))

    def _put(self, entries: Sequence[Entry], *, wanted: bool) -> None:
        for entry in entries:
            (path, id), item = key_of(entry), entry.item
            if not wanted:
                self._kept.pop(id, None)
            elif id not in self._kept:
                speaker = item.speaker if isinstance(item, Statement) else None
                self._kept[id] = {"path": path, "speaker": speaker, "content": item.content}

    def _read(self) -> dict[str, dict[str, Any]]:
        if self.path is None:
            return self._kept
        value = read_json(self.path, VERSION)
        kept = value.get("entries") if value else {}
        if isinstance(kept, dict) and all(isinstance(one, dict) for one in kept.values()):
            return kept
        set_aside(self.path, "no collection")
        return {}
