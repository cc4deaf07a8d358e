"""Where the platform keeps a user's settings and state."""

from pathlib import Path

import platformdirs

NAME = "tuiexplorer"


def state_folder() -> Path:
    """The folder of what the program remembers: state, collection, log. May not exist yet."""
    return Path(platformdirs.user_state_dir(NAME, appauthor=False))


def config_file() -> Path:
    """The user's settings. May not exist."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "config.toml"
