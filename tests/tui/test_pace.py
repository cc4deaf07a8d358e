"""Whether all is there soon, told from how fast it was read so far."""

import time

import pytest

from tests.tui.driving import seed
from tuiexplorer.loading import Loaded
from tuiexplorer.tui.pace import Pace


@pytest.mark.parametrize(
    ("seconds", "read", "soon"),
    [
        (0.0, 0, None),  # nobody knows yet
        (0.1, 1, None),
        (0.5, 20, True),
        (0.5, 10, False),
        (10.0, 60, False),
        (10.0, 90, True),
        (10.0, 100, True),  # though nothing is still to come
    ],
)
def test_all_is_there_soon_where_the_rest_takes_a_moment_at_this_pace(
    seconds: float, read: int, soon: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 5.0)
    for loaded in Loaded(seed(), 1, 2, read, 100), Loaded(seed(), read, 100):  # by bytes where they are known
        reading = Pace()
        reading.begin()
        reading.reach(loaded)
        with monkeypatch.context() as later:
            later.setattr(time, "monotonic", lambda: 5.0 + seconds)
            assert reading.ends_soon is soon


def test_what_has_ended_is_not_waited_for() -> None:
    reading = Pace()
    reading.end()
    reading.begin()
    assert reading.ends_soon is False
