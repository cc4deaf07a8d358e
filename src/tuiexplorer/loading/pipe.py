"""Messages on a pipe between two processes: eight bytes of length, then as many."""

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], *parts: bytes) -> None:
    """Write one message, made of ``parts``.

    Raises:
        OSError: there is no one at the other end.
    """
    pipe.write(_LENGTH.pack(sum(map(len, parts))))
    pipe.writelines(parts)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Read one message.

    Raises:
        EOFError: the other end is closed.
    """
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
