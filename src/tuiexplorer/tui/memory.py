"""What is remembered from one run to the next: how a corpus was left, and which colours the reader likes."""

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, field, to_builtins

from tuiexplorer.folders import state_folder
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.outline import NodeId, Spot
from tuiexplorer.tui.store import read_json, set_aside, write_json

VERSION = 1
MOST_OPENED = 2000
"""How many open groups are remembered for each grouping."""


class Remembered(Struct, frozen=True):
    """How the explorer was left."""

    grouping: Grouping = Grouping.THEMES
    split: int = 45
    query: str = ""
    spot: Spot | None = None
    opened: dict[Grouping, frozenset[NodeId]] = field(default_factory=dict)
    queries: tuple[str, ...] = ()
    """What was searched for, the oldest first."""

    def to_json(self) -> dict[str, Any]:
        """As a JSON object."""
        written: dict[str, Any] = to_builtins(self, order="deterministic")
        written["opened"] = {name: ids[:MOST_OPENED] for name, ids in written["opened"].items()}
        return {"version": VERSION, **written}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Remembered":
        """From a JSON object.

        Raises:
            ValueError: it is not of this form.
        """
        if missing := _ALWAYS_WRITTEN - value.keys():
            raise ValueError(f"without {', '.join(sorted(missing))}")
        try:
            return convert(value, cls)
        except ValidationError as error:
            raise ValueError(f"not as it was written: {error}") from error


_ALWAYS_WRITTEN = {"grouping", "split", "query", "spot", "opened"}
"""What every file has; what was searched for was not kept at first."""


class Memory(Struct, frozen=True):
    """The files of one corpus: the paths that the user named, wherever they were named from."""

    paths: Sequence[str]

    @property
    def collection_file(self) -> Path:
        """The file of the collection."""
        return self._file("collection")

    def recall(self) -> Remembered | None:
        """How this corpus was left; None where it is new, or the file is of no use."""
        path = self._file("state")
        value = read_json(path, VERSION)
        if value is None:
            return None
        try:
            return Remembered.from_json(value)
        except ValueError as error:
            set_aside(path, str(error))
            return None

    def keep(self, left: Remembered) -> None:
        """Remember how this corpus was left."""
        write_json(
            self._file("state"), {"paths": [os.path.abspath(path) for path in self.paths], **left.to_json()}
        )

    def _file(self, kind: str) -> Path:
        names = sorted(os.path.realpath(path) for path in self.paths)
        digest = sha256("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return Path(state_folder(), f"{kind}-{digest}.json")


def recall_theme() -> str | None:
    """The colours that were chosen last."""
    value = read_json(Path(state_folder(), "preferences.json"), VERSION)
    theme = value.get("theme") if value else None
    return theme if isinstance(theme, str) else None


def keep_theme(theme: str) -> None:
    """Remember which colours were chosen."""
    write_json(Path(state_folder(), "preferences.json"), {"version": VERSION, "theme": theme})
