"""The cache: knows files by their content, is shared, breaks without a word, and is never half of anything."""

import os
import pwd
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Thread

import platformdirs
import pytest

from tests.loading.conftest import ARTICLES, article, documents
from tuiexplorer.loading import cache, edition
from tuiexplorer.loading.cache import Cache


def cache_file() -> Path:
    return Path(platformdirs.user_cache_dir("tuiexplorer", appauthor=False)) / cache.FILE


@pytest.fixture
def known(folder: Path, read_anew: list[str]) -> Path:
    """The folder, when all of it was read once."""
    documents(folder)
    assert len(read_anew) == ARTICLES
    del read_anew[:]
    return folder


def test_what_is_known_is_not_read_again(known: Path, read_anew: list[str]) -> None:
    documents(known)
    assert not read_anew


def test_only_what_changed_is_read_again(known: Path, read_anew: list[str]) -> None:
    (known / "3.txt").write_text(article(33), encoding="utf-8")
    os.utime(known / "4.txt")
    found = documents(known)
    assert read_anew == ["3.txt"]
    assert found[3].title == "第33号文件引发热烈反响"


def test_what_moved_is_known_under_its_new_name(known: Path, read_anew: list[str]) -> None:
    moved = known.with_name("archive")
    shutil.move(known, moved)
    (moved / "3.txt").rename(moved / "9.txt")
    found = documents(moved)
    assert not read_anew
    assert found[-1].path == str(moved / "9.txt")
    assert found[-1] == documents(moved, cache=False)[-1]


def test_what_is_deleted_does_not_come_back(known: Path, read_anew: list[str]) -> None:
    (known / "3.txt").unlink()
    assert [Path(one.path).name for one in documents(known)] == ["0.txt", "1.txt", "2.txt", "4.txt", "5.txt"]
    assert not read_anew


def test_the_end_of_a_name_says_how_to_read(known: Path, read_anew: list[str]) -> None:
    (known / "3.txt").rename(known / "3.md")
    documents(known)
    assert read_anew == ["3.md"]


def test_another_grammar_reads_anew(
    known: Path, read_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as other:
        other.setattr(cache, "edition", lambda: b"another")
        documents(known)
        assert len(read_anew) == ARTICLES
    documents(known)  # the first one's are still there
    assert len(read_anew) == ARTICLES


@pytest.mark.parametrize("changed", ["lexicon/cues.toml", "attribution/frames/cues.py"])
def test_the_edition_changes_with_the_grammar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    package = tmp_path / "package"
    shutil.copytree(Path(edition.__file__).parents[1], package)
    monkeypatch.setattr(edition, "__file__", str(package / "loading" / "edition.py"))
    compute: Callable[[], bytes] = edition.edition.__wrapped__
    before = compute()
    assert before == edition.edition() == compute()
    with (package / changed).open("a", encoding="utf-8") as file:
        file.write("# another word\n")
    assert compute() != before


def damage_a_body(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        (sealed,) = database.execute("SELECT sealed FROM body WHERE id = 3").fetchone()
        broken = sealed[:20] + bytes([sealed[20] ^ 1]) + sealed[21:]
        database.execute("UPDATE body SET sealed = ? WHERE id = 3", (broken,))


def swap_two_bodies(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE body SET sealed = (SELECT sealed FROM body WHERE id = 1) WHERE id = 3")


def drop_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE document")


@pytest.mark.parametrize(
    ("break_it", "lost"),
    [
        (damage_a_body, 1),
        (swap_two_bodies, 1),
        (drop_a_table, ARTICLES),
        (lambda path: path.write_bytes(b"no database" * 1000), ARTICLES),
        (lambda path: path.write_bytes(b""), ARTICLES),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), ARTICLES),
        (lambda path: path.unlink(), ARTICLES),
    ],
    ids=["damaged", "swapped", "without-table", "no-database", "empty", "cut", "deleted"],
)
def test_what_is_broken_is_made_anew_without_a_word(
    known: Path,
    read_anew: list[str],
    break_it: Callable[[Path], object],
    lost: int,
    capfd: pytest.CaptureFixture[str],
) -> None:
    break_it(cache_file())
    expected = documents(known, cache=False)
    del read_anew[:]
    assert documents(known) == expected
    assert len(read_anew) == lost
    assert documents(known) == expected
    assert len(read_anew) == lost  # it is whole again
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("known")
def test_it_is_for_its_owner_alone() -> None:
    assert stat.S_IMODE(cache_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(cache_file().parent.stat().st_mode) == 0o700


def test_without_it_nothing_is_left(folder: Path, own_home: Path) -> None:
    documents(folder, cache=False)
    assert not list(own_home.iterdir())


@pytest.mark.parametrize("place", ["/dev/null/cache", "/proc/nowhere"])
def test_where_nothing_can_be_written_files_are_read(
    folder: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    assert documents(folder) == documents(folder, cache=False)


def test_a_cache_that_cannot_be_written_is_still_read(
    known: Path, read_anew: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (known / "3.txt").write_text(article(33), encoding="utf-8")
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda path, **options: connect(f"{Path(path).as_uri()}?mode=ro", uri=True, **options),
    )
    before = cache_file().read_bytes()
    assert len(documents(known)) == ARTICLES
    assert read_anew == ["3.txt"]
    assert cache_file().read_bytes() == before


def test_without_a_home_files_are_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    monkeypatch.chdir(tmp_path)
    assert len(documents(folder)) == ARTICLES
    assert not (tmp_path / "~").exists()


LOAD = """
import sys
from tuiexplorer.loading import load
print("ready", flush=True)
sys.stdin.readline()
print(*(one.outcome.title for one in load(sys.argv[1:], workers=0)))
"""


def test_several_instances_share_it(folder: Path, read_anew: list[str]) -> None:
    instances = [
        subprocess.Popen(
            [sys.executable, "-c", LOAD, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for instance in instances:
        assert instance.stdout is not None
        assert instance.stdout.readline() == "ready\n"
    said = [instance.communicate("go\n", timeout=60)[0] for instance in instances]
    assert said[0].count("号文件") == ARTICLES
    assert said[0] == said[1] == said[2]
    documents(folder)
    assert not read_anew


def test_what_is_read_can_be_written_while_more_is_read(tmp_path: Path) -> None:
    kept = Cache(tmp_path / cache.FILE)
    kept.put(b"1", b"one")
    writer = Thread(target=kept.flush)
    writer.start()
    writer.join()
    other = Cache(tmp_path / cache.FILE)
    assert other.get(b"1") == b"one"
    kept.put(b"2", b"two")
    kept.close()
    assert other.get(b"2") == b"two"
    other.close()


WRITE_WITHOUT_END = """
import sys
from itertools import count
from pathlib import Path
from tuiexplorer.loading.cache import Cache
cache = Cache(Path(sys.argv[1]))
for number in count():
    cache.put(b"%d" % number, b"%d" % number * 5000)
    if not number % 500:
        print(number, flush=True)
"""


@pytest.mark.parametrize("moment", [1, 2, 3])
def test_one_who_is_killed_leaves_only_whole_documents(tmp_path: Path, moment: int) -> None:
    path = tmp_path / "cache" / "documents"
    writer = subprocess.Popen([sys.executable, "-c", WRITE_WITHOUT_END, str(path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    for _ in range(moment):
        writer.stdout.readline()
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    kept = Cache(path)
    found = [kept.get(b"%d" % number) for number in range(500 * moment)]
    whole = len([one for one in found if one])
    assert whole >= 500 * (moment - 1) - cache.BATCH
    assert all(one == b"%d" % number * 5000 for number, one in enumerate(found[:whole]))
    assert not any(found[whole:]) or whole == len(found)
    kept.close()


class Calendar:
    """Days that pass when told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = 20000
        monkeypatch.setattr(time, "time", lambda: self.day * 86400)


def test_what_was_not_used_for_longest_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calendar, path = Calendar(monkeypatch), tmp_path / "documents"

    def on_day(day: int, put: str = "", get: str = "") -> list[bytes | None]:
        calendar.day = day
        with closing(Cache(path, limit=1000)) as kept:
            for name in put:
                kept.put(name.encode(), name.encode() * 300)
            return [kept.get(name.encode()) for name in get]

    on_day(1, put="abc")
    on_day(2, get="a")
    on_day(3, put="d")
    assert [one is not None for one in on_day(4, get="abcd")] == [True, False, True, True]
    on_day(4, put="efg")  # on this day all the others were used
    assert [one is not None for one in on_day(5, get="acdefg")] == [True, True, True, False, False, False]
