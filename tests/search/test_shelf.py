"""The shelf: what large segments are searched in is built once, and anew when anything it was built of is another."""

import os
import stat
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import structs

from tests.search.corpora import invented, said, speakers
from tuiexplorer.model import Document
from tuiexplorer.search import Index, searched_lines, segment, shelf
from tuiexplorer.search.shelf import Shelf, open_shelf

QUERIES = ("发改委", "zhangwei", "的 !省", "省发改微", "speaker:李", "龘龘")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many entries each segment had that was built, each one as if it were large."""
    sizes: list[int] = []
    lines_of = searched_lines.lines_of

    def counting(entries: list[object], **options: bool) -> object:
        sizes.append(len(entries))
        return lines_of(entries, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(segment, "SMALL_BELOW", 0)
    monkeypatch.setattr(segment, "lines_of", counting)
    return sizes


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def documents() -> list[Document]:
    """Articles that differ in their digests, as those that are read from files do."""
    return [
        structs.replace(one, source=structs.replace(one.source, sha256=sha256(one.path.encode()).hexdigest()))
        for one in invented()
    ]


def prepared(place: Path | Shelf, found: list[Document] | None = None) -> Index:
    index = Index(place if isinstance(place, Shelf) else Shelf(place))
    index.add(documents() if found is None else found)
    index.settle()
    index.prepare()
    return index


def kept(place: Path) -> list[Path]:
    return sorted(place.iterdir())


def test_what_was_built_is_taken_from_there_and_finds_the_same(place: Path, built: list[int]) -> None:
    first = prepared(place)
    assert len(built) == 1
    again = prepared(place)
    assert len(built) == 1
    for query in QUERIES:
        found, before = again.search(query), first.search(query)
        assert speakers(found) == speakers(before)
        assert [hit.matches for hit in found.hits] == [hit.matches for hit in before.hits]
        assert found.suggestion == before.suggestion


def test_it_does_not_matter_what_came_with_what(place: Path, built: list[int]) -> None:
    prepared(place)
    index = Index(Shelf(place))
    for document in documents():
        index.add([document])
    index.settle()
    assert speakers(index.search("发改委")) == speakers(prepared(place).search("发改委"))
    assert len(built) == 1


def another_text(found: list[Document]) -> list[Document]:
    source = structs.replace(found[0].source, sha256="0" * 64)
    return [structs.replace(found[0], source=source), *found[1:]]


def another_path(found: list[Document]) -> list[Document]:
    source = structs.replace(found[0].source, path="elsewhere.txt")
    return [structs.replace(found[0], source=source), *found[1:]]


@pytest.mark.parametrize(
    "changed",
    [another_text, another_path, lambda found: [*found, said("新的一条")], lambda found: found[::-1]],
    ids=["text", "path", "one more", "order"],
)
def test_what_changed_is_built_anew(
    changed: Callable[[list[Document]], list[Document]], place: Path, built: list[int]
) -> None:
    prepared(place)
    prepared(place, changed(documents()))
    assert len(built) == 2


def test_another_program_builds_anew(place: Path, built: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(place)
    monkeypatch.setattr(shelf, "_edition", lambda: b"another")
    prepared(place)
    assert len(built) == 2


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


@pytest.mark.parametrize("damage", [cut, flipped, lambda _: b"", lambda _: b"not an archive at all"])
def test_what_is_damaged_is_built_anew_without_a_word(
    damage: Callable[[bytes], bytes], place: Path, built: list[int]
) -> None:
    whole = speakers(prepared(place).search("发改委"))
    (file,) = kept(place)
    file.write_bytes(damage(file.read_bytes()))
    assert speakers(prepared(place).search("发改委")) == whole
    assert len(built) == 2
    prepared(place)
    assert len(built) == 2


def test_the_least_recently_used_makes_room(place: Path, built: list[int]) -> None:
    for number, text in enumerate(("甲", "乙")):
        prepared(place, [said(text)])
        os.utime(kept(place)[-1], (number, number))
    prepared(place, [said("甲")])  # used again
    room = sum(file.stat().st_size for file in kept(place))
    prepared(Shelf(place, limit=room), [said("丙")])
    del built[:]
    for text in "甲", "丙":
        prepared(place, [said(text)])
    assert not built
    prepared(place, [said("乙")])
    assert built


def test_what_has_no_room_does_not_push_out_what_the_same_run_uses(place: Path, built: list[int]) -> None:
    prepared(place, [said("甲")])
    small = Shelf(place, limit=kept(place)[0].stat().st_size)
    for text in "甲乙丙":
        prepared(small, [said(text)])
    del built[:]
    prepared(place, [said("甲")])
    assert not built
    assert len(kept(place)) == 1


def test_what_was_left_half_written_is_cleared_away(place: Path, built: list[int]) -> None:
    place.mkdir(mode=0o700)
    left, under_way = place / "segment-a.part", place / "segment-b.part"
    for part in left, under_way:
        part.write_bytes(b"half")
    os.utime(left, (0, 0))
    prepared(place)
    assert not left.exists()
    assert under_way.exists()


def test_a_place_that_cannot_be_written_is_done_without(place: Path, built: list[int]) -> None:
    place.write_text("no folder")
    assert speakers(prepared(place).search("发改委")) == speakers(prepared(place).search("发改委"))
    assert len(built) == 2


def test_a_name_that_cannot_be_written_is_built_anew(place: Path, built: list[int]) -> None:
    for _ in range(2):
        assert prepared(place, [said("甲", speaker="甲\udc80")]).search("甲").total == 1
    assert len(built) == 2
    assert not place.exists()


def test_it_is_for_its_owner_alone(place: Path, built: list[int]) -> None:
    prepared(place)
    assert built
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in kept(place)] == [0o600]


def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_shelf() is not None
    monkeypatch.setattr(shelf, "cache_folder", lambda: None)
    assert open_shelf() is None
