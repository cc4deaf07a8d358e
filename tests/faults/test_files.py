"""Files and folders that are not what they should be: told in a line, and the others are still read."""

import json
import os
import resource
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tuiexplorer.cli import main
from tuiexplorer.loading import load
from tuiexplorer.model import Document

ARTICLE = "标题\n\n一、题目\n\n甲市科技局局长王小明表示，将加快科技创新。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(ARTICLE)
    return folder


def exported(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Exit code, the paths of the records, what was told."""
    code = main(["export", *arguments])
    out, err = capfd.readouterr()
    return code, [json.loads(line)["document"]["path"] for line in out.splitlines()], err


def test_files_that_go_while_others_are_read(corpus: Path) -> None:
    for number in range(600):  # more than is looked ahead
        (corpus / f"d{number:03}.txt").write_text(ARTICLE)
    loading = load([str(corpus)], workers=0)
    first = next(loading)
    for path in corpus.glob("d*.txt"):
        path.unlink()
    rest = [one.outcome for one in loading]
    assert isinstance(first.outcome, Document)
    assert len(rest) == 602
    gone = [outcome for outcome in rest if not isinstance(outcome, Document)]
    assert gone
    assert {error.reason for error in gone} == {"No such file or directory"}


def test_a_file_that_becomes_a_folder_or_a_pipe_while_others_are_read(corpus: Path) -> None:
    loading = load([str(corpus / name) for name in ("a.txt", "b.txt", "c.txt")], workers=0)
    outcomes = []
    for one in loading:
        outcomes.append(one.outcome)
        for name, make in (("b.txt", os.mkdir), ("c.txt", os.mkfifo)):
            if (corpus / name).is_file():
                (corpus / name).unlink()
                make(corpus / name)
    assert len(outcomes) == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_a_file_that_may_not_be_read(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (corpus / "b.txt").chmod(0)
    code, paths, told = exported(capfd, str(corpus))
    assert (code, len(paths)) == (2, 2)
    assert told == f"tuiexplorer: {corpus}/b.txt: Permission denied\n"


def test_links_in_a_circle(corpus: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (corpus / "up").symlink_to("..")
    (corpus / "self").symlink_to("self")
    (corpus / "x.txt").symlink_to("y.txt")
    (corpus / "y.txt").symlink_to("x.txt")
    (corpus / "z.txt").symlink_to("nowhere")
    code, paths, told = exported(capfd, str(corpus))
    assert (code, len(paths)) == (2, 3)
    assert [line.rpartition(": ")[2] for line in told.splitlines()] == [
        "Too many levels of symbolic links",
        "Too many levels of symbolic links",
        "No such file or directory",
    ]


def test_pipes_sockets_and_devices_in_a_folder_are_no_articles(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(corpus / "pipe.txt")
    (corpus / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(corpus / "socket.txt"))
        code, paths, told = exported(capfd, str(corpus))
    assert (code, len(paths), told) == (0, 3, "")


@pytest.mark.parametrize("name", ["pipe", "/dev/zero", "/dev/null"])
def test_named_outright_they_are_told_and_nothing_waits(
    name: str, corpus: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = corpus / name
    if not path.exists():
        os.mkfifo(path)
    code, paths, told = exported(capfd, str(path), str(corpus / "a.txt"))
    assert (code, len(paths)) == (2, 1)
    assert told == f"tuiexplorer: {path}: not a file; a pipe can be read as -\n"


def test_folders_upon_folders(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    deep = tmp_path
    for _level in range(300):
        deep /= "d"
        deep.mkdir()
    (deep / "a.txt").write_text(ARTICLE)
    code, paths, told = exported(capfd, str(tmp_path))
    assert (code, len(paths), told) == (0, 1, "")


def test_a_path_of_two_lines(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_text(ARTICLE)
    assert exported(capfd, str(path)) == (0, [str(path)], "")
    assert main(["find", "科技", str(path)]) == 0
    assert "a␊b.txt:5" in capfd.readouterr().out


def limited(limit: int, *arguments: str, home: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A run that can write no more than ``limit`` bytes to a file, as on a full disk."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "tuiexplorer", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "HOME": home, "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=full,
    )


def test_a_disk_that_is_full_leaves_the_old_file(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("what was there")
    done = limited(500, "export", "-o", str(out), str(corpus), home="/dev/null", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("tuiexplorer: ")
    assert done.stderr.count("\n") == 1
    assert out.read_text() == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "out.jsonl"]


@pytest.mark.parametrize("home", ["/dev/null", "/proc", "/dev/null/at/all"])
def test_no_place_for_a_cache_is_no_matter(home: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    done = limited(1 << 30, "export", "a.txt", home=home, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout.splitlines()[0])["speaker"] == "王小明"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_under_the_cache_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    home = tmp_path / "home"
    home.mkdir()
    for limit in (0, 5000, 1 << 30):
        done = limited(limit, "export", "a.txt", home=str(home), cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    (folder,) = home.glob(".cache/tuiexplorer")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
