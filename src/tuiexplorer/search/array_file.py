"""Arrays in a file as they lie in memory, so that reading them is one read and one check sum.

Both release the interpreter's lock, so that other threads go on meanwhile; numpy's own format is read in pieces of a
quarter of a megabyte, with the lock between them.
"""

import struct
import zlib
from collections.abc import Mapping
from typing import Any, BinaryIO

import msgspec
import numpy as np
from numpy.typing import NDArray

_Array = NDArray[Any]

_ALIGNED = 64
"""Each array begins at a multiple of so many bytes."""
_BEGINNING = struct.Struct("<IQ")
"""The check sum of all that follows it, and how many bytes of contents come next."""
_CONTENTS = msgspec.msgpack.Decoder(dict[str, tuple[str, int]])
"""The type and length of each array, in their order."""


def write_arrays(file: BinaryIO, arrays: Mapping[str, _Array]) -> None:
    """Write arrays of one dimension, each under its name.

    Raises:
        OSError: they cannot be written.
    """
    contents = msgspec.msgpack.encode({name: (array.dtype.str, len(array)) for name, array in arrays.items()})
    parts: list[bytes | memoryview] = [_BEGINNING.pack(0, len(contents))[4:], contents]
    at = _BEGINNING.size + len(contents)
    for array in arrays.values():
        parts += [bytes(-at % _ALIGNED), np.ascontiguousarray(array).view(np.uint8).data]
        at += -at % _ALIGNED + array.nbytes
    check = 0
    for part in parts:
        check = zlib.crc32(part, check)
    file.write(struct.pack("<I", check))
    file.writelines(parts)


def read_arrays(file: BinaryIO) -> dict[str, _Array]:
    """The arrays that were written; they are not to be changed.

    Raises:
        OSError: they cannot be read.
        ValueError: they are not as they were written.
    """
    # Not numpy's fromfile: for its memory the system may look for huge pages, up to five times as long as to read.
    data = np.frombuffer(file.read(), np.uint8)
    if len(data) < _BEGINNING.size:
        raise ValueError("cut short")
    check, size = _BEGINNING.unpack(data[: _BEGINNING.size].tobytes())
    if zlib.crc32(data[4:].data) != check:
        raise ValueError("damaged")
    at = _BEGINNING.size + size
    found = {}
    for name, (kind, length) in _CONTENTS.decode(data[_BEGINNING.size : at].data).items():
        at += -at % _ALIGNED
        end = at + length * np.dtype(kind).itemsize
        found[name] = data[at:end].view(kind)
        at = end
    return found
