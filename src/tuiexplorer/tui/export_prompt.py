"""Where to write the collection: a file name, whose ending is the format; never over a file without asking."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.model import Entry
from tuiexplorer.output.formats import writer
from tuiexplorer.output.records import Item
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import line
from tuiexplorer.tui.palette import PaletteInput

FORMATS = {".md": "markdown", ".markdown": "markdown", ".csv": "csv", ".jsonl": "jsonl", ".json": "json"}
"""The format that each ending stands for."""


def write_entries(entries: Sequence[Entry], path: Path, *, over: bool) -> None:
    """Write ``entries`` in the format that the end of ``path`` says.

    Raises:
        FileExistsError: there is such a file, and ``over`` is false.
        OSError: it cannot be written.
    """
    write = writer(FORMATS[path.suffix.lower()])
    with path.open("w" if over else "x", encoding="utf-8", errors="backslashreplace", newline="") as file:
        write((Item(entry) for entry in entries), file)


class ExportPrompt(ModalScreen[Path | None]):
    """Asks for the file's name, and again where it would be written over."""

    COMPONENT_CLASSES = LOOKS

    BINDINGS = [("escape", "close", "")]

    name_bar = query_one("#file", Input)
    says = query_one("#says", LineBar)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._sure_of: Path | None = None

    def compose(self) -> ComposeResult:
        """A line to type in, and one that answers."""
        yield LineBar(id="asks")
        yield PaletteInput("", id="file")
        yield LineBar(id="says")

    def on_mount(self) -> None:
        """Suggest a name."""
        self.query_one("#asks", LineBar).put(
            line((_("Write the collection to (.md .csv .jsonl .json)"), "label"))
        )
        self.name_bar.value = "tuiexplorer.md"
        self.name_bar.focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._sure_of = None
        self.says.put(line((_("Enter writes, Esc does not"), "quiet")))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        path = Path(self.name_bar.value.strip()).expanduser()
        if path.suffix.lower() not in FORMATS:
            self._answer(_("The name must end in .md, .csv, .jsonl or .json"))
            return
        try:
            write_entries(self._entries, path, over=self._sure_of == path)
        except FileExistsError:
            self._sure_of = path
            self._answer(_("{path} exists; Enter again writes over it").format(path=path))
        except (OSError, ValueError) as error:
            self._answer(f"{path}: {getattr(error, 'strerror', None) or error}")
        else:
            leave(self, path)

    def _answer(self, text: str) -> None:
        self.says.put(line((text, "warning")))

    def action_close(self) -> None:
        """Write nothing."""
        leave(self, None)
