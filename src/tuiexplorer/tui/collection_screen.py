"""The collection on a screen of its own: to read, to go to, to thin out, to write to a file."""

from tuiexplorer.language import _
from tuiexplorer.model import Entry
from tuiexplorer.tui.actions import Action, Where, bindings
from tuiexplorer.tui.collection_page import collection_page
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.taking import copy_content, copy_quote, export, mark


class CollectionScreen(PageScreen):
    """The marked statements."""

    BINDINGS = bindings(Where.COLLECTION)
    PLACES = (Where.COLLECTION, Where.PAGE)

    def __init__(self, session: Session) -> None:
        super().__init__(_("Collection"), session)
        self._read()

    def _read(self) -> None:
        collection, library = self.session.collection, self.session.library
        name = _("Collection")
        self.heading = f"{name} · {len(collection)}"
        self.typesetter = collection_page(list(collection.entries(library)), collection.missing(library))

    def works(self, action: Action) -> bool:
        """See :class:`PageScreen`."""
        return super().works(action) and (action.place is not Where.COLLECTION or self.pane.has_links)

    def action_export_collection(self) -> None:
        """Ask for a file, and write the marked statements to it."""
        export(self.app, self.session, self.note)

    def action_mark(self) -> None:
        """Take the statement under the cursor out."""
        if entry := self._entry():
            self.note(mark(self.session, entry))
            self._read()
            self.show_page(anew=False)

    def action_copy_quote(self) -> None:
        """The words, who said them, and the source."""
        if entry := self._entry():
            self.note(copy_quote(self.app, self.session, entry))

    def action_copy_content(self) -> None:
        """The words alone."""
        if entry := self._entry():
            self.note(copy_content(self.app, self.session, entry))

    def _entry(self) -> Entry | None:
        """The statement under the cursor; without one, it says how to come to one."""
        link = self.pane.link
        entry = self.session.library.find(link) if isinstance(link, tuple) else None
        if entry is None:
            empty = _("Nothing is marked yet. m marks the selected statement.")
            self.note(_("Go to a statement with j first") if self.pane.has_links else empty)
        return entry
