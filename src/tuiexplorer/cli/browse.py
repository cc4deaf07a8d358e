"""``tuiexplorer [PATH ...]``: the screen, once it is sure that there is a terminal and something to show."""

import os
import sys
from argparse import Namespace

from tuiexplorer.cli.articles import nothing_in, seeds
from tuiexplorer.cli.bounds import bounds
from tuiexplorer.cli.failure import Failure
from tuiexplorer.cli.parser import COMMANDS
from tuiexplorer.cli.piped import take_piped
from tuiexplorer.language import _
from tuiexplorer.reading import STDIN, find_files
from tuiexplorer.system_errors import in_words


def browse(options: Namespace) -> int:
    """Open the screen; its exit code."""
    paths = options.paths or [seeds()]
    if STDIN in paths:
        take_piped(options.max_size)
    _require_articles(paths)
    _require_terminal()
    from tuiexplorer import tui

    return tui.browse(
        tui.Start(
            paths=paths,
            query=options.query,
            theme=options.ui_theme,
            mouse=options.mouse,
            resume=options.resume,
            cache=options.cache,
            bounds=bounds(options),
            read_only=options.read_only,
        )
    )


def _require_articles(paths: list[str]) -> None:
    for path in paths:
        if path == STDIN:
            continue
        try:
            os.stat(path)
        except (OSError, ValueError) as error:
            raise Failure(f"{path}: {in_words(error)}{_suggested(path)}") from error
    if next(find_files(paths), None) is None:
        raise Failure(nothing_in(paths))


def _suggested(path: str) -> str:
    """What to ask whose path is not there, but nearly the name of a command, or of what tells of them."""
    from difflib import get_close_matches  # only who slips pays for it

    if near := get_close_matches(path, COMMANDS, 1):
        return _("; did you mean the command {name}?").format(name=near[0])
    near = get_close_matches(path, ("--help", "--version"), 1)
    return _("; did you mean {name}?").format(name=near[0]) if near else ""


def _require_terminal() -> None:
    for name, stream in (
        (_("standard input"), sys.stdin),
        (_("standard output"), sys.stdout),
        (_("standard error"), sys.stderr),
    ):
        if stream is None or not stream.isatty():
            told = _("browsing needs a terminal, and {stream} is none; to print instead: tuiexplorer find")
            raise Failure(told.format(stream=name))
