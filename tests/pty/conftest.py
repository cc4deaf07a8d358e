from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.pty.terminal import Browse, Terminal, running


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Run the program in a terminal, in a home that is the test's own and lasts as long."""

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
    ) -> AbstractContextManager[Terminal]:
        return running(*arguments, home=tmp_path, size=size, environment=environment)

    return start
