"""A folder of small articles, and what becomes of it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tuiexplorer.loading import load
from tuiexplorer.model import Document, parse
from tuiexplorer.reading import ReadingError, Source

ARTICLES = 6


def article(number: int) -> str:
    """An article of one theme, in which one person speaks."""
    return (
        f"第{number}号文件引发热烈反响\n\n一、开放\n\n"
        f"省财政厅厅长吴静表示，今年要办好第{number}件实事，支持企业。会议室里座无虚席。\n\n"
        f"“我们要抓紧干。”市发改委主任王伟说。\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Articles 0.txt to 5.txt."""
    news = tmp_path / "news"
    news.mkdir()
    for number in range(ARTICLES):
        (news / f"{number}.txt").write_text(article(number), encoding="utf-8")
    return news


@pytest.fixture
def read_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were not in the cache, as they are read."""
    names: list[str] = []

    def noted(source: Source) -> Document:
        names.append(Path(source.path).name)
        return parse(source)

    monkeypatch.setattr("tuiexplorer.model.parse", noted, raising=False)
    return names


def documents(*paths: Path, cache: bool = True, workers: int = 0) -> list[Document]:
    """The documents of some paths, all of which can be read."""
    found = outcomes(paths, cache=cache, workers=workers)
    assert not [one for one in found if isinstance(one, ReadingError)]
    return [one for one in found if isinstance(one, Document)]


def outcomes(paths: Iterable[Path], *, cache: bool = True, workers: int = 0) -> list[Document | ReadingError]:
    """What becomes of some paths."""
    return [one.outcome for one in load(map(str, paths), cache=cache, workers=workers)]
