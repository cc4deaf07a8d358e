"""What closed screens leave behind is let go of while the program goes on."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from tuiexplorer.tui.garbage import collect_later, collect_often

KEYS = 2_000
"""About as many as make so many objects."""
MADE_BY_A_KEY = 100


class _Leftover:
    """Something that holds itself, as a closed screen does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_the_program_is_started() -> Iterator[None]:
    """Seldom looked for garbage, as suits short runs; afterwards as it was."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000)
    yield
    gc.set_threshold(*usual)
    gc.enable()
    gc.unfreeze()


def test_what_was_looked_at_while_it_was_still_needed_is_let_go_of_later() -> None:
    collect_often()
    screen = _Leftover()
    gc.collect(1)  # it is old now
    closed = weakref.ref(screen)
    del screen
    _press(KEYS)
    assert closed() is None


def test_what_was_there_before_is_not_looked_through_again() -> None:
    collect_often()
    assert gc.get_freeze_count() > len(gc.get_objects())


def test_while_files_are_read_nothing_is_looked_through() -> None:
    collect_later()
    assert not gc.isenabled()
    collect_often()
    closed = weakref.ref(_Leftover())
    _press(KEYS)
    assert closed() is None


def _press(keys: int) -> None:
    for _each in range(keys * MADE_BY_A_KEY):
        _Leftover()
