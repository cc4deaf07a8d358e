"""A frame: one attribution, of someone who says something; and where its cue is set."""

from msgspec import Struct

from tuiexplorer.attribution.frames.cues import Cue
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.subjects.subject import Subject


class Setting(Struct, frozen=True, gc=False):
    """Where a cue stands."""

    paragraph: Paragraph
    cue: Cue
    clause: int
    """Where the clause of the cue begins."""
    sentence: int
    """Where the sentence of the cue begins."""

    @property
    def text(self) -> str:
        """The normal text of the paragraph."""
        return self.paragraph.text


class Frame(Struct, frozen=True, gc=False):
    """One attribution: someone, a cue, and where its words may stand."""

    cue: Cue
    subject: Subject
    clause: int
    """Where the clause of the cue begins."""
    sentence: int
    """Where the sentence (or the quotation before the subject) begins: what comes before is not of this frame."""
    quote: Quote | None
    """The quotation that ends right before the subject."""
    holds_forth: bool = False
    """Whether the words are from a speech (在致辞中说), which goes on."""
    run: tuple[Quote, ...] = ()
    """The quotations with which the paragraph begins and that run on into ``quote``: “…。”“…。”王芳说."""

    @property
    def first_quote(self) -> Quote | None:
        """The first of the quotations before the subject."""
        return self.run[0] if self.run else self.quote
