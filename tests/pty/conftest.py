from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.program import Program, know_the_seed
from tests.pty.terminal import Browse, Terminal, running


def _browsing(home: Path, program: Program | None = None) -> Browse:
    """Run the program in a terminal, in a home that lasts as long as the test.

    The seed has been read there before: to load the grammar takes as long as all else. A test of the very first start
    names another ``XDG_CACHE_HOME``. Keywords, whose segmenter takes longer still, are not looked for unless the
    settings say so.
    """
    know_the_seed(home)

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
    ) -> AbstractContextManager[Terminal]:
        settings = home / ".config" / "tuiexplorer" / "config.toml"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text("keywords = false\n")
        return running(*arguments, home=home, size=size, environment=environment, program=program)

    return start


@pytest.fixture
def browse(tmp_path: Path, program: Program) -> Browse:
    """Run the program, which is loaded, in a home that is the test's own."""
    return _browsing(tmp_path, program)


@pytest.fixture
def browse_anew(tmp_path: Path) -> Browse:
    """The same from nothing: where it matters how the process starts, or whose child it is."""
    return _browsing(tmp_path)


@pytest.fixture
def as_shipped(tmp_path: Path) -> None:
    """Have keywords looked for, as it is without settings."""
    settings = tmp_path / ".config" / "tuiexplorer" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.touch()


@pytest.fixture
def browse_with_keywords(browse: Browse, as_shipped: None) -> Browse:
    """The program, which is loaded, as it is shipped."""
    return browse
