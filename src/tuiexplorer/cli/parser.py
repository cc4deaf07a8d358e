"""The definition of the command line, from which parsing, help, completions and the manual page are made."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction, _VersionAction
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from tuiexplorer import __version__, language
from tuiexplorer.cli.help import Help
from tuiexplorer.language import LANGUAGES, N_, _
from tuiexplorer.loading.bounds import MOST_FILES
from tuiexplorer.output.formats import FORMATS
from tuiexplorer.reading import MOST

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

PROGRAM = "tuiexplorer"

FIND_FORMATS = ("text", "jsonl", "csv", "markdown")
CHECK_FORMATS = ("text", "json")

_DIGITS = 18
"""A count of more digits is more than the machine can count to."""

_DESCRIPTION = N_("""\
Who said what in Chinese official news: browse articles by theme, agency and statement,
search them, take quotes away. Without a command it browses; without a PATH it opens the
article that ships with it.
""")

_EXAMPLES = N_("""\
the three runs that one most wants:
  tuiexplorer news/                        browse all articles below a folder
  tuiexplorer find '财政厅 就业' news/     who of a finance department spoke of jobs
  tuiexplorer export -o quotes.csv news/   every statement as a table

A PATH is a file, a folder with all that is below it, or - for standard input.
A path that is called like a command is written ./find
""")

_QUERY = N_("""\
queries:
  发改委 开放      both, in any order        发改委|财政厅   either
  "高质量发展"     as written, not fuzzy     !企业           not
  ^省  厅$         starts, ends a field      fagaiwei fgw    pinyin, initials
  speaker: agency: post: theme: text: doc:   before a word: in that field only

exit status: 0 something was found, 1 nothing was, 2 an error
""")


class Usage(Exception):  # noqa: N818 - not an error of the program
    """A command line that makes no sense; its text says what to do."""


class _Parser(ArgumentParser):
    """An argument parser whose errors are one line."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help, as far as the terminal has the characters for it."""
        _print(self.format_help(), file)

    def error(self, message: str) -> NoReturn:
        raise Usage(_("{problem} (see {program} --help)").format(problem=message, program=self.prog))


class _Version(_VersionAction):
    """Prints the version and ends the run."""

    def __call__(self, *_: object) -> NoReturn:
        """Of whichever command, it is the program's."""
        _print(f"{PROGRAM} {__version__}\n")
        sys.exit(0)


def _print(text: str, file: "SupportsWrite[str] | None" = None) -> None:
    """To ``file`` or standard output. argparse, left to do it, would say nothing where that fails."""
    from tuiexplorer.cli.destination import standard_output

    with standard_output(data=False) as out:
        (file or out).write(text)


def parse(arguments: Sequence[str]) -> Namespace:
    """The options of the command that ``arguments`` ask for; its name is in ``command``.

    Raises:
        Usage: they make no sense.
        SystemExit: they asked for help or the version, which is printed.
    """
    language.use(_language_asked(arguments))
    language.teach_libraries()
    name, rest = "browse", list(arguments)
    at = _after_language(rest)
    first = rest[at] if at < len(rest) else ""
    if first in ("-h", "--help", "--version"):
        definition().parse_args(arguments)
    if first in COMMANDS:
        name = rest.pop(at)
    # The other commands are not defined: that would take longer than all that is parsed.
    command = COMMANDS[name](_Parser(PROGRAM, formatter_class=Help).add_subparsers(prog=PROGRAM))
    # After -- nothing is an option. argparse would not have it so where options and paths are mixed.
    end = rest.index("--") if "--" in rest else len(rest)
    options, unknown = command.parse_known_intermixed_args(rest[:end], Namespace(command=name))
    if unknown:
        command.error(_unrecognized(unknown, command.prog))
    operands = rest[end + 1 :]
    if name == "find" and options.query is None:
        if not operands:
            command.error(_("find needs a QUERY"))
        options.query = operands.pop(0)
    options.paths += operands
    if "" in (*options.paths, getattr(options, "output", None)):
        command.error(_("a path is empty; name a file, a folder, or -"))
    return options


def _unrecognized(arguments: Sequence[str], program: str) -> str:
    """What to say of options that there are not. One may be meant for a query or a path: -企业."""
    told = _("unrecognized arguments: %s") % " ".join(arguments)
    meant = next((one for one in arguments if not one.startswith("--")), None)
    if meant is None:
        return told
    from shlex import quote

    hint = _("after -- nothing is an option: {example}").format(example=f"{program} -- {quote(meant)}")
    return f"{told}; {hint}"


def _language_asked(arguments: Sequence[str]) -> str | None:
    """What ``--lang`` says, which must be known before anything is said: also of what is wrong with the arguments.

    That may be the language itself: then it is told in one that was asked for besides.
    """
    asked = None
    for argument, following in zip(arguments, [*arguments[1:], None], strict=False):
        if argument == "--":
            break
        named = following if argument == "--lang" else argument.removeprefix("--lang=")
        if argument.startswith("--lang") and named in LANGUAGES:
            asked = named
    return asked


def _after_language(arguments: Sequence[str]) -> int:
    """Where a command may stand: first, or behind the language."""
    if not arguments or not arguments[0].startswith("--lang"):
        return 0
    return 2 if arguments[0] == "--lang" else 1


def definition() -> ArgumentParser:
    """The whole command line with all commands, for help and for what is made from it."""
    parser = _Parser(
        PROGRAM,
        usage=_("tuiexplorer [options] [PATH ...]\n       tuiexplorer COMMAND ..."),
        description=_(_DESCRIPTION),
        epilog=_(_EXAMPLES),
        formatter_class=Help,
        allow_abbrev=False,
    )
    _add_common(parser)
    _add_browse_options(parser)
    _add_reading_options(parser)
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", prog=PROGRAM)
    for define in COMMANDS.values():
        define(commands)
    return parser


def _command(
    commands: "_SubParsersAction[_Parser]",
    name: str,
    summary: str,
    operands: str = "[PATH ...]",
    epilog: str | None = None,
) -> _Parser:
    options = _("[options]")
    command = commands.add_parser(
        name,
        help=summary,
        usage=f"{PROGRAM} {name} {options} {operands}",
        description=_("{summary}.").format(summary=f"{summary[0].upper()}{summary[1:]}"),
        formatter_class=Help,
        allow_abbrev=False,
        epilog=epilog,
    )
    _add_common(command)
    return command


def _browse(commands: "_SubParsersAction[_Parser]") -> ArgumentParser:
    command = _command(commands, "browse", _("browse in the terminal; the same as no command"))
    _add_browse_options(command)
    _add_paths(command)
    return command


def _find(commands: "_SubParsersAction[_Parser]") -> ArgumentParser:
    command = _command(
        commands,
        "find",
        _("print the statements that match a query, the best first"),
        "QUERY [PATH ...]",
        _(_QUERY),
    )
    command.add_argument("query", metavar="QUERY", nargs="?", help=_("what to look for; see below"))
    _add_paths(command)
    command.add_argument("-n", "--limit", metavar="N", type=_count, help=_("print the N best only"))
    command.add_argument(
        "--format", choices=FIND_FORMATS, default="text", help=_("how to print them (default: text)")
    )
    command.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help=_("colour the text: by default on a terminal, unless NO_COLOR is set"),
    )
    command.add_argument(
        "--full",
        action="store_true",
        help=_("all the words of each hit, as in a pipe (default on a terminal: those around the match)"),
    )
    _add_content_options(command)
    return command


def _export(commands: "_SubParsersAction[_Parser]") -> ArgumentParser:
    command = _command(commands, "export", _("write every statement, in the order of the articles"))
    _add_paths(command)
    command.add_argument(
        "--format",
        choices=FORMATS,
        help=_("how to write them (default: by the ending of FILE, without one jsonl)"),
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=_("write to FILE, whole or not at all (default: standard output)"),
    )
    _add_content_options(command)
    return command


def _check(commands: "_SubParsersAction[_Parser]") -> ArgumentParser:
    command = _command(
        commands,
        "check",
        _("report what was understood of each article and what was not"),
        epilog=_("exit status: 0 all was understood, 1 something was not, 2 an error"),
    )
    _add_paths(command)
    command.add_argument(
        "--format", choices=CHECK_FORMATS, default="text", help=_("how to print it (default: text)")
    )
    command.add_argument(
        "-q", "--quiet", action="store_true", help=_("report only the articles not understood in full")
    )
    return command


COMMANDS = {"browse": _browse, "find": _find, "export": _export, "check": _check}


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--version",
        action=_Version,
        help=_("show program's version number and exit"),
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=_("the language that it speaks (default: the settings', else the locale's)"),
    )


def _add_paths(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help=_("files, folders, or - (default: the article that ships with it)"),
    )
    _add_reading_options(parser)


def _add_reading_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--no-cache", dest="cache", action="store_false", help=_("read every file anew, keep nothing")
    )
    parser.add_argument(
        "--max-size",
        metavar="BYTES",
        type=_count,
        default=MOST,
        help=_("leave out larger files (default: 256 MB)"),
    )
    parser.add_argument(
        "--max-files",
        metavar="N",
        type=_count,
        default=MOST_FILES,
        help=_("leave out further files (default: a million)"),
    )


def _add_browse_options(parser: ArgumentParser) -> None:
    parser.add_argument("-q", "--query", metavar="TEXT", help=_("start with this search"))
    parser.add_argument("--ui-theme", metavar="NAME", help=_("colours of the screen"))
    parser.add_argument(
        "--no-mouse", dest="mouse", action="store_false", help=_("leave the mouse to the terminal")
    )
    parser.add_argument(
        "--fresh", dest="resume", action="store_false", help=_("do not go on where it was left last time")
    )
    parser.add_argument(
        "--read-only",
        action="store_true",
        help=_(
            "for the public: start no program, write no file but what is remembered, read nothing outside PATH"
        ),
    )


def _add_content_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--keywords", action="store_true", help=_("add the keywords of each statement (takes time)")
    )
    parser.add_argument("--narration", action="store_true", help=_("add what no one in particular says"))


def _count(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text):
        return int(text)
    raise ArgumentTypeError(_("not a count: {text}").format(text=repr(text)))
