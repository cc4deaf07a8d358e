"""A home in which the seed was read before, as in all homes but a new one."""

from pathlib import Path

import pytest

from tests.program import know_the_seed


@pytest.fixture(autouse=True)
def seed_is_known(tmp_path: Path) -> None:
    know_the_seed(tmp_path)
