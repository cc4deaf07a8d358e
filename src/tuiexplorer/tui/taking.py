"""Taking words away: copying what is selected, and the collection."""

from collections.abc import Callable
from pathlib import Path

from textual.app import App

from tuiexplorer.language import _, ngettext
from tuiexplorer.model import Entry, Statement
from tuiexplorer.output import quote, visible
from tuiexplorer.system_errors import in_words
from tuiexplorer.tui import clipboard
from tuiexplorer.tui.frame import Frame
from tuiexplorer.tui.page import Target
from tuiexplorer.tui.session import Session


class Taking(Frame):
    """The frame, with the actions on the statement that is selected."""

    def selected_entry(self) -> Entry | None:
        """The statement or narration that is selected, if one is."""
        node = self.tree_pane.selected
        return node.entry if node and node.is_leaf else None

    def action_copy_quote(self) -> None:
        """The words, who said them, and the source."""
        self._copy(copy_quote)

    def action_copy_content(self) -> None:
        """The words alone."""
        self._copy(copy_content)

    def _copy(self, copied: Callable[[App[int], Session, Entry], str]) -> None:
        entry = self.selected_entry()
        self.note(copied(self.app, self.session, entry) if entry else _("Select a statement to copy it"))

    def action_mark(self) -> None:
        """Into the collection, or out of it: the statement, or all of the group."""
        node = self.tree_pane.selected
        said = [one for one in node.entries if isinstance(one.item, Statement)] if node else []
        entries = [node.entry] if node and node.is_leaf else said
        if not entries:
            self.note(_("There is no statement here to mark"))
            return
        self.note(mark(self.session, *entries))
        self.tree_pane.redraw()
        self.marks_changed()

    def marks_changed(self) -> None:
        """The detail may have to say something else."""
        raise NotImplementedError

    def follow(self, target: Target | None) -> None:
        """Select an entry, if there is one to select."""
        raise NotImplementedError

    def action_show_collection(self) -> None:
        """The marked statements, to read and to go to."""
        from tuiexplorer.tui.collection_screen import CollectionScreen

        def left(target: Target | None) -> None:
            self.tree_pane.redraw()
            self.marks_changed()
            self.follow(target)

        self.app.push_screen(CollectionScreen(self.session), left)

    def action_export_collection(self) -> None:
        """Ask for a file, and write the marked statements to it."""
        export(self.app, self.session, self.note)


def export(app: App[int], session: Session, note: Callable[[str], None]) -> None:
    """Ask for a file, write the collection to it, and say so by ``note``."""
    from tuiexplorer.tui.export_prompt import ExportPrompt

    if session.read_only:
        note(_("Not here: this is open for reading only"))
        return
    entries = list(session.collection.entries(session.library))
    if not entries:
        note(_("Nothing is marked yet. m marks the selected statement."))
        return

    def written(path: Path | None) -> None:
        if path:
            n = len(entries)
            told = ngettext("Wrote {n} statement to {path}", "Wrote {n} statements to {path}", n)
            note(told.format(n=n, path=path))

    app.push_screen(ExportPrompt(entries, session.library.documents), written)


def copy_quote(app: App[int], session: Session, entry: Entry) -> str:
    """Copy the words, who said them, and the source; what to say of it."""
    return _copied(app, session, entry, quote(entry), _("quote with source"))


def copy_content(app: App[int], session: Session, entry: Entry) -> str:
    """Copy the words alone; what to say of it."""
    return _copied(app, session, entry, visible(entry.item.content, lines=True), _("words"))


def _copied(app: App[int], session: Session, entry: Entry, text: str, what: str) -> str:
    way = clipboard.copy(app, text, alone=session.read_only)
    who = entry.item.speaker if isinstance(entry.item, Statement) else _("narration")
    told = _("Copied {what} of {who}: {n} characters, by {way}")
    return told.format(what=what, who=who, n=len(text), way=_(way))


def mark(session: Session, *entries: Entry) -> str:
    """Put ``entries`` into the collection, or where all are in it take them out; what to say of it."""
    done = _("Marked") if session.collection.toggle(entries) else _("Unmarked")
    if len(entries) > 1:
        done = f"{done}: {len(entries)}"
    n = len(session.collection)
    held = ngettext("{n} in the collection", "{n} in the collection", n).format(n=n)
    told = f"{done} · {held}"
    if error := session.collection.unsaved:
        told += " · " + _("not saved: {reason}").format(reason=in_words(error))
    return told
