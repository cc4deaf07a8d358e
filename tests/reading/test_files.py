"""Which files are articles, and what happens with those that are not, or no longer, or not for us."""

import io
import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tuiexplorer.reading import ReadingError, find_files, read

UNIX = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")


def found(folder: Path, *paths: Path | str) -> list[str]:
    """What is found, named from ``folder``."""
    return [os.path.relpath(path, folder) for path in find_files(map(str, paths or (folder,)))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles of every kind, out of order, and what is none."""
    for name in (
        "b.txt",
        "a.md",
        "c.markdown",
        "d.HTML",
        "e.htm",
        "2024/z.txt",
        "2024/01/y.txt",
        "2023/x.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("好", encoding="utf-8")
    for name in ("picture.jpg", "notes.docx", ".hidden.txt", "README"):
        (tmp_path / name).write_text("no", encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_articles_in_order(folder: Path) -> None:
    assert found(folder) == [
        "2023/x.txt", "2024/01/y.txt", "2024/z.txt", "a.md", "b.txt", "c.markdown", "d.HTML", "e.htm",
    ]  # fmt: skip


def test_a_file_named_outright_is_taken_whatever_its_name(folder: Path) -> None:
    assert found(folder, folder / "README", folder / ".hidden.txt") == ["README", ".hidden.txt"]


def test_paths_are_as_the_user_named_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert next(iter(find_files([folder.name]))) == f"{folder.name}/2023/x.txt".replace("/", os.sep)
    assert list(find_files(["-"])) == ["-"]


def test_what_is_named_twice_comes_once(folder: Path) -> None:
    assert found(folder, folder / "a.md", folder, folder / "2024").count("a.md") == 1


@UNIX
def test_links_in_a_loop_come_to_an_end(folder: Path) -> None:
    (folder / "2024" / "back").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "same.txt").symlink_to("b.txt")
    assert sorted(Path(path).name for path in found(folder)).count("b.txt") == 1
    assert len(found(folder)) == 9


@UNIX
def test_pipes_and_devices_are_passed_by(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "null.txt").symlink_to("/dev/null")
    assert "pipe.txt" not in found(folder)
    assert "null.txt" not in found(folder)
    for path in (folder / "pipe.txt", Path("/dev/null")):
        with pytest.raises(ReadingError, match="not a file"):
            read(str(path))


@UNIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="to root every folder is open")
def test_a_closed_folder_is_named_and_said_to_be_closed(folder: Path) -> None:
    (folder / "2024").chmod(0)
    try:
        assert "2024" in found(folder)
        with pytest.raises(ReadingError, match="denied"):
            read(str(folder / "2024"))
    finally:
        (folder / "2024").chmod(0o700)


@UNIX
def test_names_may_hold_anything(tmp_path: Path) -> None:
    names = [b"a\nb.txt", b"\xff.txt", "湖北 日报.txt".encode(), b"\x1b[31m.txt"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "w", encoding="utf-8") as file:
            file.write("好")
    paths = list(find_files([str(tmp_path)]))
    assert sorted(os.path.basename(os.fsencode(path)) for path in paths) == sorted(names)
    assert {read(path).text for path in paths} == {"好"}


def test_a_file_is_read_with_its_digest(folder: Path) -> None:
    source = read(str(folder / "b.txt"))
    assert (source.path, source.text, source.format) == (str(folder / "b.txt"), "好", "text")
    assert source.sha256 == sha256("好".encode()).hexdigest()
    assert read(str(folder / "a.md")).format == "markdown"


def test_standard_input_is_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("好".encode("gb18030") * 9)))
    source = read("-")
    assert (source.path, source.text) == ("-", "好" * 9)


@pytest.mark.parametrize(
    "path", ["missing.txt", "a\0b.txt", "", "x" * 5000], ids=["missing", "zero", "empty", "long"]
)
def test_what_cannot_be_opened_is_handed_on_and_said(path: str) -> None:
    assert list(find_files([path])) == [path]
    with pytest.raises(ReadingError) as caught:
        read(path)
    assert caught.value.path == path
    assert caught.value.reason
    assert "\n" not in caught.value.reason


def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(ReadingError):
        read(str(folder))


def test_a_file_has_its_limit(folder: Path) -> None:
    with pytest.raises(ReadingError, match="larger than 2 bytes"):
        read(str(folder / "b.txt"), most=2)
    assert read(str(folder / "b.txt"), most=3).text == "好"
