from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.program import know_the_seed
from tests.pty.terminal import Browse, Terminal, running


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Run the program in a terminal, in a home that is the test's own and lasts as long.

    The seed has been read there before: to load the grammar takes as long as all else. A test of the very first start
    names another ``XDG_CACHE_HOME``. Keywords, whose segmenter takes longer still, are not looked for unless the
    settings say so.
    """
    know_the_seed(tmp_path)

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
    ) -> AbstractContextManager[Terminal]:
        settings = tmp_path / ".config" / "tuiexplorer" / "config.toml"
        if not settings.exists():
            settings.parent.mkdir(parents=True)
            settings.write_text("keywords = false\n")
        return running(*arguments, home=tmp_path, size=size, environment=environment)

    return start


@pytest.fixture
def browse_with_keywords(tmp_path: Path, browse: Browse) -> Browse:
    """The same without settings, as it is shipped."""
    settings = tmp_path / ".config" / "tuiexplorer" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.touch()
    return browse
