"""Documents from paths: the same whoever reads them, in order, with progress, until nobody wants them."""

import os
import subprocess
import sys
from pathlib import Path
from queue import Queue

import pytest

from tests.loading.conftest import ARTICLES, article, documents, outcomes
from tuiexplorer.loading import load, stream, workers
from tuiexplorer.model import Document, parse
from tuiexplorer.reading import ReadingError, read


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers at the first file, and leave all to them."""
    monkeypatch.setattr(stream, "WORKERS_FROM", 1)
    monkeypatch.setattr(stream, "AT_ONCE", 0)


def test_documents_are_what_parsing_makes_of_the_files(folder: Path) -> None:
    expected = [parse(read(str(path))) for path in sorted(folder.iterdir())]
    assert all(document.themes for document in expected)
    assert documents(folder, cache=False) == expected
    assert documents(folder) == expected  # read, and kept
    assert documents(folder) == expected  # from the cache


@pytest.mark.usefixtures("soon")
def test_workers_read_the_same(folder: Path, read_anew: list[str]) -> None:
    expected = documents(folder, cache=False)
    del read_anew[:]
    assert documents(folder, workers=2) == expected
    assert not read_anew
    assert documents(folder) == expected  # they are kept like those read here
    assert not read_anew


@pytest.mark.parametrize("command", [("no-such-program",), ("false",), ("cat",)])
@pytest.mark.usefixtures("soon")
def test_files_are_read_here_where_workers_fail(
    folder: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "COMMAND", command)
    assert documents(folder, workers=2) == documents(folder, cache=False)


def test_progress_counts_files_and_bytes(folder: Path) -> None:
    size = len(article(0).encode())
    loaded = list(load([str(folder)]))
    assert [one.done for one in loaded] == list(range(1, ARTICLES + 1))
    assert [one.bytes_done for one in loaded] == [size * done for done in range(1, ARTICLES + 1)]
    assert {(one.total, one.bytes_total) for one in loaded} == {(ARTICLES, size * ARTICLES)}


@pytest.mark.parametrize("many", [0, 2])
@pytest.mark.usefixtures("soon")
def test_a_file_that_cannot_be_read_keeps_its_place(folder: Path, many: int) -> None:
    (folder / "2.txt").write_bytes(bytes(range(256)) * 8)
    missing = folder / "missing.txt"
    found = outcomes([folder, missing], workers=many)
    assert [isinstance(one, Document) for one in found] == [True, True, False, True, True, True, False]
    assert [one.path for one in found] == [str(folder / f"{n}.txt") for n in range(ARTICLES)] + [str(missing)]
    assert all(one.reason for one in found if isinstance(one, ReadingError))


@pytest.mark.parametrize("many", [0, 2])
@pytest.mark.usefixtures("soon")
def test_it_can_be_left_at_any_moment(folder: Path, many: int) -> None:
    seen: list[int] = []
    loading = load([str(folder)], workers=many, cancelled=lambda: len(seen) == 2)
    seen.extend(loaded.done for loaded in loading)
    assert seen == [1, 2]
    assert next(load([str(folder)], workers=many, cancelled=lambda: True), None) is None


def test_what_was_read_before_leaving_is_kept(folder: Path, read_anew: list[str]) -> None:
    loading = load([str(folder)], workers=0)
    next(loading), next(loading)
    loading.close()  # type: ignore[attr-defined]
    del read_anew[:]
    documents(folder)
    assert len(read_anew) == ARTICLES - 2


@pytest.fixture
def hired(monkeypatch: pytest.MonkeyPatch) -> "Queue[subprocess.Popen[bytes]]":
    """The processes that are started."""
    found: Queue[subprocess.Popen[bytes]] = Queue()
    start = subprocess.Popen

    def noted(*arguments: object, **options: object) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] = start(*arguments, **options)  # type: ignore[call-overload]
        found.put(process)
        return process

    monkeypatch.setattr(subprocess, "Popen", noted)
    return found


def test_no_worker_outlives_the_loading(folder: Path, hired: "Queue[subprocess.Popen[bytes]]") -> None:
    staff = workers.Workers(2)
    asked = [staff.ask(str(folder / "0.txt"), b"x" * 5_000_000) for _ in range(4)]
    one = hired.get(timeout=60)
    staff.close()
    assert all(process.returncode is not None for process in [one, *hired.queue])
    assert all(one.cancelled() or one.done() for one in asked)


@pytest.mark.skipif(
    not hasattr(os, "SCHED_IDLE"), reason="a platform that cannot tell those that wait from others"
)
@pytest.mark.parametrize("aside", [True, False])
def test_where_keys_are_answered_workers_have_a_core_only_while_nothing_else_wants_it(
    aside: bool, hired: "Queue[subprocess.Popen[bytes]]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "COMMAND", ("cat",))
    staff = workers.Workers(1, aside=aside)
    staff.ask("0.txt", b"").result(60)
    assert (os.sched_getscheduler(hired.get().pid) == os.SCHED_IDLE) is aside
    staff.close()


def test_a_worker_ends_with_the_one_who_asks() -> None:
    worker = subprocess.Popen(workers.COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert worker.communicate(b"", timeout=60)[0] == b""
    assert worker.returncode == 0


def test_no_more_is_read_ahead_than_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr(stream, "MOST_WAITING", 2)

    def noted(path: str, *, most: int) -> bytes:
        taken.append(path)
        return Path(path).read_bytes()[:most]

    monkeypatch.setattr(stream, "read_bytes", noted)
    for loaded in load([str(folder)], workers=2):
        assert len(taken) <= loaded.done + 1


def test_alone_it_hands_each_on_before_it_reads_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def noted(path: str, *, most: int) -> bytes:
        taken.append(path)
        return Path(path).read_bytes()[:most]

    monkeypatch.setattr(stream, "read_bytes", noted)
    assert all(len(taken) == loaded.done for loaded in load([str(folder)], workers=0))


def test_opening_what_is_known_loads_neither_grammar_nor_workers(seed: Path) -> None:
    script = "import sys; from tuiexplorer.loading import load; list(load(sys.argv[1:])); print(*sys.modules)"
    command = [sys.executable, "-c", script, str(seed)]
    first, again = (
        set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
        for _ in range(2)
    )
    # What Python is started with, coverage for one, is not this program's doing.
    every = [sys.executable, "-c", "import sys; print(*sys.modules)"]
    bare = subprocess.run(every, capture_output=True, text=True, check=True)
    assert "tuiexplorer.attribution.attributing" in first
    assert "tuiexplorer.loading.cache" in again
    assert not (again - set(bare.stdout.split())) & {
        "tuiexplorer.attribution.attributing",
        "tuiexplorer.layout",
        "subprocess",
        "concurrent.futures",
        "multiprocessing",
    }


def test_standard_input_is_not_kept(own_home: Path) -> None:
    script = "from tuiexplorer.loading import load; print(*(one.outcome.title for one in load(['-'])))"
    ran = subprocess.run(
        [sys.executable, "-c", script], input=article(1).encode(), capture_output=True, check=True
    )
    assert ran.stdout.decode().strip() == "第1号文件引发热烈反响"
    assert not list(own_home.iterdir())
