"""A file appears whole or not at all, and over another only where that was wanted."""

import errno
import os
from pathlib import Path

import pytest

from tuiexplorer.output.whole import whole_file


@pytest.fixture(params=["links", "no links"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, on a file system that knows links or on one, as on many memory sticks, that does not."""

    def unknown(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if request.param == "no links":
        monkeypatch.setattr(os, "link", unknown)
    return tmp_path


def test_there_is_nothing_until_all_is_written(folder: Path) -> None:
    with whole_file(folder / "out", over=False) as file:
        file.write("new")
        assert not (folder / "out").exists()
    assert (folder / "out").read_text() == "new"
    assert os.listdir(folder) == ["out"]


def test_what_another_wrote_in_the_meantime_is_not_written_over(folder: Path) -> None:
    def overtaken() -> None:
        with whole_file(folder / "out", over=False) as file:
            file.write("new")
            (folder / "out").write_text("another's")

    with pytest.raises(FileExistsError):
        overtaken()
    assert (folder / "out").read_text() == "another's"
    assert os.listdir(folder) == ["out"]


def test_over_another_it_has_the_rights_of_that_one(folder: Path) -> None:
    (folder / "out").write_text("old")
    (folder / "out").chmod(0o604)
    with whole_file(folder / "out") as file:
        file.write("new")
    assert (folder / "out").read_text() == "new"
    assert (folder / "out").stat().st_mode & 0o777 == 0o604


def test_what_is_broken_off_leaves_what_was_there(folder: Path) -> None:
    (folder / "out").write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(folder / "out"):
        raise ZeroDivisionError
    assert (folder / "out").read_text() == "old"
    assert os.listdir(folder) == ["out"]
