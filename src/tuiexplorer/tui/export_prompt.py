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
from tuiexplorer.output.formats import format_of, writer
from tuiexplorer.output.records import Item
from tuiexplorer.output.whole import whole_file
from tuiexplorer.system_errors import in_words
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.line_bar import LineBar
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import line
from tuiexplorer.tui.palette import PaletteInput


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
        if (format := format_of(path)) is None:
            self._answer(_("The name must end in .md, .csv, .jsonl or .json"))
            return
        try:
            with whole_file(path, over=self._sure_of == path) as file:
                writer(format)(map(Item, self._entries), file)
        except FileExistsError:
            self._sure_of = path
            self._answer(_("{path} exists; Enter again writes over it").format(path=path))
        except (OSError, ValueError) as error:
            self._answer(f"{path}: {in_words(error)}")
        else:
            leave(self, path)

    def _answer(self, text: str) -> None:
        self.says.put(line((text, "warning")))

    def action_close(self) -> None:
        """Write nothing."""
        leave(self, None)
