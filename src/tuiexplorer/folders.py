"""Where the platform keeps what is the user's own: the settings, what is remembered, what can be made anew."""

import os
import sys
from typing import Literal

_NAME = "tuiexplorer"
_XDG = {
    "config": ("XDG_CONFIG_HOME", "~/.config"),
    "state": ("XDG_STATE_HOME", "~/.local/state"),
    "cache": ("XDG_CACHE_HOME", "~/.cache"),
}
"""The variables that name the base directories on Linux, and where these are without."""
_ON_LINUX = sys.platform == "linux"


def config_file() -> str:
    """The user's settings. May not exist."""
    return os.path.join(_folder("config"), "config.toml")


def state_folder() -> str:
    """The folder of what the program remembers: state, collection, log. May not exist yet."""
    return _folder("state")


def cache_folder() -> str | None:
    """The folder for what this program can make anew; None without a home. May not exist yet."""
    folder = _folder("cache")
    return folder if os.path.isabs(folder) else None


def _folder(kind: Literal["config", "state", "cache"]) -> str:
    """Where the platform has it.

    On Linux as the XDG base directories have it; the library that knows all platforms takes longer to import than
    a small article to search.
    """
    if _ON_LINUX:
        variable, usual = _XDG[kind]
        told = os.environ.get(variable, "").strip()
        return os.path.join(told if os.path.isabs(told) else os.path.expanduser(usual), _NAME)
    import platformdirs

    where = {
        "config": platformdirs.user_config_dir,
        "state": platformdirs.user_state_dir,
        "cache": platformdirs.user_cache_dir,
    }
    return where[kind](_NAME, appauthor=False)
