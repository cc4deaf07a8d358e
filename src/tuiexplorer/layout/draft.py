"""A draft: lines that belong together, until it is known what they are."""

from dataclasses import dataclass, field

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.line import Line

_TAIL = 400


@dataclass(slots=True, eq=False)
class Draft:
    """Lines that are one block, and its role as far as it is known."""

    kind: BlockKind | None
    lines: list[Line] = field(default_factory=list)
    level: int = 0

    @property
    def mark(self) -> str:
        """What marks its first line."""
        return self.lines[0].mark

    @property
    def text(self) -> str:
        """Its text, or the last of it: enough to judge by."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return "".join(line.text for line in self.lines[-20:])

    @property
    def tail(self) -> str:
        """The end of its text, at most a few lines."""
        if len(self.lines) == 1:
            return self.lines[0].text[-_TAIL:]
        return "".join(line.text[-_TAIL:] for line in self.lines[-4:])[-_TAIL:]
