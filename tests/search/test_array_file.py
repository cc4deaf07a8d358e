"""Arrays in a file: read as they were written, or not at all."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tuiexplorer.search.array_file import read_arrays, write_arrays

ARRAYS: dict[str, NDArray[Any]] = {
    "bytes": np.arange(7, dtype=np.uint8),
    "none": np.zeros(0, np.int64),
    "places": np.arange(-3, 90, dtype=np.int32),
    "every other": np.arange(20, dtype=np.uint16)[::2],
}


def written() -> bytes:
    file = BytesIO()
    write_arrays(file, ARRAYS)
    return file.getvalue()


def test_arrays_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "arrays"
    path.write_bytes(written())
    with path.open("rb") as file:
        found = read_arrays(file)
    assert [*found] == [*ARRAYS]
    for name, array in ARRAYS.items():
        assert found[name].dtype == array.dtype
        np.testing.assert_array_equal(found[name], array)
        assert not found[name].flags.writeable


def test_no_byte_of_it_can_be_another_or_missing(tmp_path: Path) -> None:
    data, path = written(), tmp_path / "arrays"
    damaged = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(0, len(data), 5)]
    for each in [*damaged, *(data[:end] for end in range(0, len(data), 50)), data + b"\0"]:
        path.write_bytes(each)
        with path.open("rb") as file, pytest.raises(ValueError, match=r"damaged|cut short"):
            read_arrays(file)
