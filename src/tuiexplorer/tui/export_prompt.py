"""Where to write the collection: a file name, whose ending is the format; never over a file without asking."""

from collections.abc import Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tuiexplorer.language import _
from tuiexplorer.model import Document, Entry
from tuiexplorer.output.formats import format_of, writer
from tuiexplorer.output.records import Item
from tuiexplorer.output.whole import whole_file
from tuiexplorer.reading import is_same_file
from tuiexplorer.system_errors import in_words
from tuiexplorer.tui.leaving import leave
from tuiexplorer.tui.line_bar import drawn
from tuiexplorer.tui.looks import LOOKS
from tuiexplorer.tui.page import EMPTY, Line, Run, paragraph
from tuiexplorer.tui.palette import PaletteInput


class Told(Widget):
    """A sentence on as many lines as it needs: names of files are long, and terminals narrow."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text, self._role = "", "quiet"

    def put(self, text: str, role: str) -> None:
        """Say something else."""
        self._text, self._role = text, role
        self.refresh(layout=True)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many lines as it needs."""
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """The line."""
        lines = self._lines(self.size.width)
        return drawn(self, lines[y] if y < len(lines) else EMPTY)

    def _lines(self, width: int) -> list[Line]:
        return [(Run(" "), *each) for each in paragraph(self._text, width - 2, role=self._role)]


class ExportPrompt(ModalScreen[Path | None]):
    """Asks for the file's name, and again where it would be written over."""

    COMPONENT_CLASSES = LOOKS

    BINDINGS = [("escape", "close", "")]

    name_bar = query_one("#file", Input)
    says = query_one("#says", Told)

    def __init__(self, entries: Sequence[Entry], articles: Sequence[Document]) -> None:
        """``articles`` are what is read: none of them is written over."""
        super().__init__()
        self._entries = entries
        self._articles = articles
        self._sure_of: Path | None = None

    def compose(self) -> ComposeResult:
        """A line to type in, and what answers."""
        yield Told(id="asks")
        yield PaletteInput("", id="file")
        yield Told(id="says")

    def on_mount(self) -> None:
        """Suggest a name."""
        self.query_one("#asks", Told).put(_("Write the collection to (.md .csv .jsonl .json)"), "label")
        self.name_bar.value = "tuiexplorer.md"
        self.name_bar.focus()

    @on(Input.Changed)
    def _changed(self) -> None:
        self._sure_of = None
        self.says.put(_("Enter writes, Esc does not"), "quiet")

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
            if any(is_same_file(article.path, path) for article in self._articles):
                told = _("this is one of the articles; choose another file to write")
                self._answer(f"{path}: {told}")
                return
            self._sure_of = path
            self._answer(_("{path} exists; Enter again writes over it").format(path=path))
        except (OSError, ValueError) as error:
            self._answer(f"{path}: {in_words(error)}")
        else:
            leave(self, path)

    def _answer(self, text: str) -> None:
        self.says.put(text, "warning")

    def action_close(self) -> None:
        """Write nothing."""
        leave(self, None)
