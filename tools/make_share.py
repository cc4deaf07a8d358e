"""Write share/: completions for bash, zsh and fish, and the manual page, from the command line's own definition.

Run ``make share`` after the command line has changed. The files go into the wheel and from there to where shells and
``man`` look for them.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage

from tuiexplorer import __version__, language
from tuiexplorer.cli.parser import PROGRAM, definition

SHARE = Path(__file__).parents[1] / "share"
PLACES = {
    "bash": f"bash-completion/completions/{PROGRAM}",
    "zsh": f"zsh/site-functions/_{PROGRAM}",
    "fish": f"fish/vendor_completions.d/{PROGRAM}.fish",
}
MANUALS = {"en": f"man/man1/{PROGRAM}.1", "zh": f"man/zh_CN/man1/{PROGRAM}.1"}

WORDS = {
    "en": ("who said what in Chinese official news", "User Commands"),
    "zh": ("官方新闻里谁说了什么", "用户命令"),
}
"""What a manual page has beside what the command line says: its summary, and the part of the manual."""


def files() -> dict[str, str]:
    """What share/ holds: text by path below it."""
    made = {place: shtab.complete(_with_files(definition()), shell) for shell, place in PLACES.items()}
    made |= {place: _manual(spoken) for spoken, place in MANUALS.items()}
    return {name: text.rstrip("\n") + "\n" for name, text in made.items()}


def _with_files(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The parser, told which arguments are paths."""
    for action in _actions(parser):
        if action.dest in ("paths", "output"):
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    return parser


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """All arguments, those of the commands too."""
    for action in parser._actions:  # noqa: SLF001 - argparse tells them in no other way
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                yield from _actions(command)


def _manual(spoken: str) -> str:
    """The manual page in one language; the names of its sections are the library's, in English."""
    summary, section = WORDS[spoken]
    language.use(spoken)
    try:
        language.teach_libraries()
        parser = definition()
        parser.man_short_description = summary  # type: ignore[attr-defined]
        page = Manpage(parser)
        page.source = f"{PROGRAM} {__version__}"
        page.manual = section
        page.date = ""  # the same text on every day
        page.synopsis = [PROGRAM, "[COMMAND] [options] [QUERY] [PATH ...]"]
        return str(page)
    finally:
        language.use("en")
        language.teach_libraries()


if __name__ == "__main__":
    for name, text in files().items():
        path = SHARE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
