"""The shelf: what large segments are searched in, kept between runs.

A file holds the arrays and names of one segment, as they lie in memory, with a check sum. It is
known by all that it was built of: the documents, where they stand, and the program. As with the cache of documents,
whatever goes wrong, it is built anew and nobody is told.
"""

import os
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

import msgspec
import numpy as np

from tuiexplorer.folders import cache_folder
from tuiexplorer.loading.cache import key_of
from tuiexplorer.loading.edition import digest_of
from tuiexplorer.model import Entry
from tuiexplorer.search.array_file import read_arrays, write_arrays
from tuiexplorer.search.fields import Field
from tuiexplorer.search.large_arrays import Arrays
from tuiexplorer.search.postings import Postings

LIMIT = 512 << 20
"""Bytes that are kept at most: what 300 MB of articles take."""

_FILES = "segment-*"
_PART = ".part"
_LEFT = 600.0
"""Seconds after which a part is one that was left behind by a program that ended while it wrote."""
_Names = Mapping[Field, Sequence[str]]
_NAMES = msgspec.msgpack.Decoder(dict[Field, list[str]])


def open_shelf() -> "Shelf | None":
    """The user's shelf; None where there is no place for one."""
    folder = cache_folder()
    return Shelf(Path(folder)) if folder else None


class Shelf:
    """Segments in a folder. Several instances may share it: a file appears whole, and is never changed."""

    def __init__(self, folder: Path, *, limit: int = LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._used: set[Path] = set()

    def recall(self, entries: Sequence[Entry]) -> tuple[Arrays, _Names] | None:
        """What a segment of ``entries`` is searched in, if it was kept."""
        path = self._path(entries)
        try:
            with path.open("rb") as file:
                found = read_arrays(file)
            names = _NAMES.decode(found.pop("names").tobytes())
            postings = Postings(*(found.pop(name) for name in Postings.__struct_fields__))
            arrays = Arrays(**found, postings=postings)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        self._used.add(path)
        with suppress(OSError):
            os.utime(path)
        return arrays, names

    def keep(self, entries: Sequence[Entry], arrays: Arrays, names: _Names) -> None:
        """Keep what a segment is searched in, if there is room."""
        path = self._path(entries)
        part = path.with_name(f"{path.stem}.{os.urandom(4).hex()}{_PART}")
        written = msgspec.structs.asdict(arrays) | msgspec.structs.asdict(arrays.postings)
        del written["postings"]
        try:
            written["names"] = np.frombuffer(msgspec.msgpack.encode(names), np.uint8)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._make_room(sum(array.nbytes for array in written.values())):
                return
            with open(part, "xb", opener=_for_its_owner_alone) as file:
                write_arrays(file, written)
            part.replace(path)
            self._used.add(path)
        except (OSError, UnicodeEncodeError):  # no place for it; lone surrogates
            with suppress(OSError):
                part.unlink()

    def _make_room(self, needed: int) -> bool:
        """Drop what was not used for longest, but nothing that this run uses: whether there is room then.

        Segments of a corpus larger than the shelf would else push one another out on every run.
        """
        for part in self._folder.glob(f"*{_PART}"):
            if time.time() - part.stat().st_mtime > _LEFT:
                part.unlink(missing_ok=True)
        files = sorted(
            (path.stat().st_mtime, path.stat().st_size, path) for path in self._folder.glob(_FILES)
        )
        excess = sum(size for _, size, _ in files) + needed - self._limit
        for _, size, path in files:
            if excess > 0 and path not in self._used:
                path.unlink(missing_ok=True)
                excess -= size
        return excess <= 0

    def _path(self, entries: Sequence[Entry]) -> Path:
        return self._folder / f"segment-{_key(entries)}.arrays"


def _key(entries: Sequence[Entry]) -> str:
    """What a segment is known by: the content and path of each document, and where each begins."""
    digest = blake2b(_edition(), digest_size=16)
    last = None
    for number, entry in enumerate(entries):
        if entry.document is not last:
            last = entry.document
            place = f"{number} {last.path}".encode("utf-8", "surrogatepass")
            digest.update(place + b"\0" + key_of(last.path, last.sha256))
    digest.update(f"{len(entries)}".encode())
    return digest.hexdigest()


@cache
def _edition() -> bytes:
    return digest_of("lexicon", "search") + sys.byteorder.encode()


def _for_its_owner_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
