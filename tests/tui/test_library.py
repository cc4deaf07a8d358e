"""The library: entries found again by their keys, in copies of a file and under another name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from tests.tui.driving import article
from tuiexplorer.model import Entry, Narration
from tuiexplorer.search import Index, segment
from tuiexplorer.search.shelf import Shelf
from tuiexplorer.tui.browsing import Found, Trees
from tuiexplorer.tui.groups import Grouping
from tuiexplorer.tui.library import Library, key_of
from tuiexplorer.tui.tally import Tally

TEXT = """听证会听取各方意见

一、加快科技创新

会议室里坐满了人。
甲市科技局局长王小明表示，将加快科技创新，建设实验室。
会后代表们参观了展馆。
"""


def library_of(*names: str) -> Library:
    library = Library()
    for name in names:
        library.add([article(name, TEXT)])
    return library


def found(library: Library, entry: Entry, path: str) -> tuple[str, object] | None:
    """Where an entry is found by its key, and what it says."""
    one = library.find((path, key_of(entry)[1]))
    return (one.document.path, one.item) if one else None


@pytest.mark.parametrize("name", ["a.txt", "b.txt", "c.txt"])
def test_each_entry_is_found_in_its_own_copy(name: str) -> None:
    library = library_of("a.txt", "b.txt", "c.txt")
    own = [entry for entry in library.entries if entry.document.path == name]
    assert any(isinstance(entry.item, Narration) for entry in own)
    assert [found(library, entry, name) for entry in own] == [(name, entry.item) for entry in own]


class Unread(Sequence[Narration]):
    """Narration at which nobody is to look yet."""

    def __init__(self, narration: Sequence[Narration]) -> None:
        self._count = len(narration)

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: object) -> Any:
        raise AssertionError("it was looked at")


def test_what_is_told_is_not_looked_at_to_show_and_search_what_was_read_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment, "SMALL_BELOW", 0)
    first = Index(Shelf(tmp_path))
    first.add([article("a.txt", TEXT)])
    first.prepare()
    known = structs.replace(
        article("a.txt", TEXT),
        themes=tuple(
            structs.replace(theme, narration=Unread(theme.narration))
            for theme in article("a.txt", TEXT).themes
        ),
    )
    library, index = Library(), Index(Shelf(tmp_path))
    index.add_entries(library.add([known]))
    index.settle()
    found = Found.of("实验室", index.search("实验室"), len(index))
    for grouping in Grouping:
        assert found.trees.of(grouping).children
        assert Trees(tuple(library.entries)).of(grouping).children
    assert (len(library.entries), found.results.total, found.said) == (3, 1, Tally(1))


def test_what_moved_is_found_by_its_words() -> None:
    library = library_of("moved.txt")
    for entry in library.entries:
        assert found(library, entry, "a.txt") == ("moved.txt", entry.item)


def test_what_is_gone_is_not_found() -> None:
    library, other = library_of("a.txt"), Library()
    other.add([article("a.txt", TEXT.replace("展馆", "新馆").replace("实验室", "研究所"))])
    assert [found(other, entry, "a.txt") for entry in library.entries] == [None] * len(library.entries)
    assert other.find(("a.txt", "")) is None
