"""What every test stands on: a home of its own, a fixed language and colour, the seed."""

import gc
import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests.program import Program, loaded
from tuiexplorer import language

settings.register_profile("default", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("default")

# As the program has it. To look as often as Python would took an eighth of the time of tests of the screen.
gc.set_threshold(50_000)

PROJECT = Path(__file__).parents[1]


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector need not walk through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders to be, none of which is there yet. To have each made as temporary looks through all before it."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, so that no test reads or writes what belongs to the one who runs it."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in (
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "TMUX",
        "SSH_TTY",
        "TEXTUAL_THEME",
        "LANGUAGE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    language.use()
    return home


@pytest.fixture(autouse=True)
def processes_unmeasured(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The marker ``no_cover`` holds for the processes that a test starts, too."""
    if request.node.get_closest_marker("no_cover"):
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def seed() -> Path:
    """The article that ships with the program."""
    (path,) = (PROJECT / "seeds").glob("*.txt")
    return path


@pytest.fixture(scope="session")
def program() -> Iterator[Program]:
    """The program, loaded once and run as often as tests like."""
    with loaded() as program:
        yield program


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--golden-update`` writes the golden files instead of comparing with them."""
    parser.addoption("--golden-update", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in ``golden/`` beside the test."""

    def compare(name: str, text: str) -> None:
        path = request.path.with_name("golden") / name
        if request.config.getoption("--golden-update"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text

    return compare
