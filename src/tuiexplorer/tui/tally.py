"""How much is said: the statements, and kept apart from them what everybody says."""

from collections.abc import Iterable

from msgspec import Struct

from tuiexplorer.language import _, ngettext
from tuiexplorer.model import Entry, Kind


def is_counted(entry: Entry) -> bool:
    """Whether ``entry`` is what someone said: neither narration nor what "everybody" says."""
    return (said := entry.statement) is not None and said.kind is not Kind.COLLECTIVE


class Tally(Struct, frozen=True):
    """Two numbers that are told the same way wherever they are told."""

    statements: int = 0
    together: int = 0
    """Of those, what everybody says: counted apart, never among ``statements``."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Tally":
        """What is said in ``entries``; narration does not count."""
        counted = [said.kind is not Kind.COLLECTIVE for entry in entries if (said := entry.statement)]
        return cls(sum(counted), len(counted) - sum(counted))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.statements + other.statements, self.together + other.together)

    def __bool__(self) -> bool:
        return bool(self.statements or self.together)

    def in_short(self) -> str:
        """For the end of a line: 8, 8+2, +2."""
        if not self.together:
            return f"{self.statements}"
        return f"{self.statements or ''}+{self.together}"

    def in_words(self) -> str:
        """For a sentence: 31 statements + 2 collective."""
        if self.together and not self.statements:
            return self.apart()
        told = ngettext("{n} statement", "{n} statements", self.statements).format(n=self.statements)
        return f"{told} + {self.apart()}" if self.together else told

    def of_all(self, total: int) -> str:
        """The same of all that there are: 3 of 31 statements + 1 collective."""
        n = self.statements
        told = ngettext("{n} of {total} statements", "{n} of {total} statements", n).format(n=n, total=total)
        return f"{told} + {self.apart()}" if self.together else told

    def apart(self) -> str:
        """What everybody says, in words."""
        return _("{n} collective").format(n=self.together)
