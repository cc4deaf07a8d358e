"""JSON files that are whole at any moment: written aside and put in place at once, read with distrust."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tuiexplorer.output.whole import whole_file
from tuiexplorer.tui.process import log

MOST_BYTES = 16 * 1024 * 1024
"""A larger file is none of ours."""


def read_json(path: Path, version: int) -> dict[str, Any] | None:
    """What the file holds; None where there is none, or where it is broken or of another version.

    A file that is of no use is renamed, not overwritten, and the log says so.
    """
    try:
        value = _loads(path.read_bytes()) if path.stat().st_size <= MOST_BYTES else None
    except FileNotFoundError:
        return None
    except OSError as error:
        log(f"{path}: {error}")
        return None
    except (ValueError, RecursionError) as error:
        set_aside(path, str(error))
        return None
    if not isinstance(value, dict) or value.get("version") != version:
        set_aside(path, f"not version {version}")
        return None
    return value


def _loads(data: bytes) -> Any:
    """What ``data`` says in JSON, also with half a surrogate pair in it: a path that is not UTF-8.

    Only for that is Python's own reader imported, which takes milliseconds of a start.
    """
    try:
        return msgspec.json.decode(data)
    except msgspec.DecodeError:
        import json

        return json.loads(data)


def set_aside(path: Path, reason: str) -> None:
    """Rename a file that cannot be used, and say so in the log."""
    log(f"{path}: {reason}; set aside as {path.name}.unusable")
    with contextlib.suppress(OSError):
        path.replace(path.with_name(path.name + ".unusable"))


def write_json(path: Path, value: dict[str, Any]) -> OSError | None:
    """Write ``value`` so that the file is the old or the new one, never half; why, where it cannot be written."""
    import json

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with whole_file(path, mode=0o600) as file:
            json.dump(value, file, ensure_ascii=True, indent=1)
    except OSError as error:
        log(f"{path}: {error}")
        return error
    return None


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone among all running programs with what ``path`` names, as far as the file system can lock."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
