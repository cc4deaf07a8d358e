"""The cache: sealed documents by the content that they were read from, in one SQLite file that instances share.

SQLite sees to it that a reader never meets half of what a writer writes, and that a writer who is killed leaves
nothing. It is a cache: whatever goes wrong with it, files are read as if there were none, and nobody is told.
"""

import os
import sqlite3
import time
from _thread import RLock
from contextlib import suppress
from hashlib import blake2b

from tuiexplorer.folders import cache_folder
from tuiexplorer.loading.edition import edition, html_edition
from tuiexplorer.reading import form_of

FILE = "documents-1.sqlite3"
"""The number is that of the tables: programs that have others use another file."""
LIMIT = 512 << 20
"""Bytes of documents that are kept at most: what 3 GB of articles take."""
BATCH = 64
"""How many documents are written at once: what is lost at most when the program is killed; quitting loses nothing."""

_TABLES = """
CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, day INTEGER NOT NULL, size INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS body (id INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, sealed BLOB NOT NULL);
"""
"""``day`` (since 1970) is when a document was last used. It stands apart from the bodies, which are never rewritten."""
_FIND_TABLES = "SELECT count(*) FROM sqlite_schema WHERE name IN ('document', 'body')"


def key_of(path: str, sha256: str) -> bytes:
    """Under what a file is known: its content, and the end of its name so far as it tells how to read it."""
    form = form_of(path) or ""
    reader = html_edition() if form == "html" else ""
    return blake2b(f"{sha256} {form} {reader}".encode(), key=edition(), digest_size=16).digest()


def open_cache() -> "Cache | None":
    """The user's cache; None where there is no place for one."""
    folder = cache_folder()
    try:
        return Cache(os.path.join(folder, FILE)) if folder else None
    except (OSError, sqlite3.Error):
        return None


class Cache:
    """Sealed documents by their keys. One thread gets and adds them; any may call :meth:`flush`."""

    def __init__(self, path: str | os.PathLike[str], *, limit: int = LIMIT) -> None:
        """Open the file, or make it.

        Raises:
            OSError, sqlite3.Error: it can neither be made nor read.
        """
        self._path = os.fspath(path)
        self._limit = limit
        self._new: dict[bytes, bytes] = {}
        self._used: list[int] = []
        self._today = int(time.time() // 86400)
        self._is_kept = True
        self._used_by_one = RLock()
        self._database = _connected(self._path)

    def get(self, key: bytes) -> bytes | None:
        """What was kept under ``key``, if anything."""
        with self._used_by_one:
            return self._new.get(key) or self._kept(key)

    def _kept(self, key: bytes) -> bytes | None:
        try:
            row = self._database.execute(
                "SELECT id, day, sealed FROM document JOIN body USING (id) WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            self._begin_anew()
            return None
        if row is None:
            return None
        number, day, sealed = row
        if day != self._today:
            self._used.append(number)
        return bytes(sealed)

    def put(self, key: bytes, sealed: bytes) -> None:
        """Keep a document; it is written with the next few."""
        with self._used_by_one:
            self._new[key] = sealed
            if len(self._new) >= BATCH:
                self._write()

    def flush(self) -> None:
        """Write what is not written yet."""
        with self._used_by_one:
            self._write()

    def close(self) -> None:
        """Write what is not written yet, and be done."""
        with self._used_by_one:
            self._write()
            self._database.close()

    def _write(self) -> None:
        new, self._new = self._new, {}
        used, self._used = self._used, []
        if not (new or used) or not self._is_kept:
            return
        try:
            with self._database:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany(
                    "UPDATE document SET day = ? WHERE id = ?", ((self._today, number) for number in used)
                )
                if self._make_room(sum(map(len, new.values()))):
                    for key, sealed in new.items():
                        self._insert(key, sealed)
        except sqlite3.OperationalError:  # read-only, full, or another writes without end
            self._is_kept = False
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _insert(self, key: bytes, sealed: bytes) -> None:
        self._database.execute("DELETE FROM document WHERE key = ?", (key,))
        number = self._database.execute(
            "INSERT INTO document (key, day, size) VALUES (?, ?, ?)", (key, self._today, len(sealed))
        ).lastrowid
        self._database.execute("INSERT OR REPLACE INTO body VALUES (?, ?)", (number, sealed))

    def _make_room(self, needed: int) -> bool:
        """Drop what was not used for longest, but nothing used today: whether there is room then.

        A corpus larger than the cache would else push itself out of it, file by file, on every run.
        """
        (held,) = self._database.execute("SELECT total(size) FROM document").fetchone()
        excess = held + needed - self._limit
        if excess <= 0:
            return True
        for number, size in self._database.execute(
            "SELECT id, size FROM document WHERE day < ? ORDER BY day, id", (self._today,)
        ).fetchall():
            self._database.execute("DELETE FROM document WHERE id = ?", (number,))
            excess -= size
            if excess <= 0:
                return True
        return False

    def _begin_anew(self) -> None:
        """Go on with an empty file in the place of one that is broken."""
        self._database.close()
        try:
            _remove(self._path)
            self._database = _connected(self._path)
        except (OSError, sqlite3.Error):
            self._database = sqlite3.connect(":memory:")
            self._is_kept = False


def _connected(path: str) -> sqlite3.Connection:
    """The database at ``path``, with its tables; a new one where there is none or it is broken.

    Raises:
        OSError, sqlite3.Error: it can neither be made nor read.
    """
    try:
        return _opened(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:  # not a database, or malformed
        _remove(path)
        return _opened(path)


def _remove(path: str) -> None:
    for each in (f"{path}-journal", path):
        with suppress(FileNotFoundError):
            os.unlink(each)


def _opened(path: str) -> sqlite3.Connection:
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError:
        if not os.path.exists(path):
            raise
    database = sqlite3.connect(path, timeout=2, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA foreign_keys = ON")
        if not _has_tables(database):
            database.execute("PRAGMA auto_vacuum = FULL")
            with database:
                database.execute("BEGIN IMMEDIATE")
                if not _has_tables(database):  # another instance may have been faster
                    for statement in _TABLES.split(";"):
                        database.execute(statement)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _has_tables(database: sqlite3.Connection) -> bool:
    return bool(database.execute(_FIND_TABLES).fetchone() == (2,))
