"""Screens as text, kept in files beside the tests: a change of the screen is a change that one can read.

``UPDATE_SCREENS=1 pytest tests/tui/test_screens.py`` writes them anew; look at the difference before you keep it.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).with_name("screens")


def check(name: str, text: str) -> None:
    """Compare a screen with the kept one."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    assert path.exists(), f"no screen is kept as {path}; UPDATE_SCREENS=1 keeps this one"
    assert text + "\n" == path.read_text(encoding="utf-8")
