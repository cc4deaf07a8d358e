"""Statistics that one looks at rather than reads: who speaks under which theme, for which kind of body, how much."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field
from rich.cells import cell_len

from tuiexplorer.language import N_, _
from tuiexplorer.lexicon.agency_kinds import kind_of
from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui.choice import Choice
from tuiexplorer.tui.groups import theme_label
from tuiexplorer.tui.page import EMPTY, Cell, Line, Page, Run, Target, cut, line, width_of
from tuiexplorer.tui.plots import bars
from tuiexplorer.tui.tally import is_counted
from tuiexplorer.tui.typeset import title

MOST_BARS = 12
MOST_ROWS = 20
MOST_WIDE = 92
"""The cells of a picture with bars; longer bars tell no more."""
SHADES = " ░▒▓█"
"""From nothing to the most: the heat map is legible without colours."""

KIND_NAMES: Mapping[str, str] = {
    "party": N_("party"),
    "local government": N_("local gov."),
    "government department": N_("department"),
    "court": N_("court"),
    "procuratorate": N_("procuracy"),
    "customs": N_("customs"),
    "bank": N_("bank"),
    "enterprise": N_("enterprise"),
    "university": N_("university"),
    "hospital": N_("hospital"),
    "association": N_("association"),
    "community": N_("community"),
    "military": N_("military"),
    "media": N_("media"),
    "foreign": N_("foreign"),
    "other": N_("other"),
}
"""What the lexicon's kinds of bodies are called, shortly. Message ids."""


Counted = Mapping[str, Sequence[Entry]]
"""The statements under each name."""


class Statistics(Struct, frozen=True):
    """The statements by theme and by the bodies for which they are made."""

    by_theme: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_kind: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_agency: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_theme_and_kind: dict[tuple[str, str], list[Entry]] = field(default_factory=lambda: defaultdict(list))
    words: Counted = field(default_factory=dict)
    """Those that use each word that stands out, the most used first; they come later than the rest."""


def count(entries: Iterable[Entry]) -> Statistics:
    """The statistics of what is said in ``entries``."""
    found = Statistics()
    for entry in entries:
        item = entry.item
        if not isinstance(item, Statement) or not is_counted(entry):
            continue
        theme = theme_label(entry.document, entry.theme)
        agencies = dict.fromkeys(
            position.agency for position in item.positions if position.agency
        )  # as written
        found.by_theme[theme].append(entry)
        for agency in agencies:
            found.by_agency[agency].append(entry)
        for kind in dict.fromkeys(map(kind_name, agencies)) or {_("none"): None}:
            found.by_kind[kind].append(entry)
            found.by_theme_and_kind[theme, kind].append(entry)
    return found


def kind_name(agency: str) -> str:
    """What the kind of a body is called."""
    return _(KIND_NAMES[kind_of(agency) or "other"])


def statistics_page(counted: Statistics, width: int) -> Page:
    """The page of statistics for lines of ``width`` cells: what is counted can be followed from where it is drawn."""
    page = _Drawing(width)
    theme, kind, agency = _("theme: {name}"), _("kind of agency: {name}"), _("agency: {name}")
    page.part(_("Statements by theme"), counted.by_theme, theme)
    page.part(_("Statements by kind of agency"), counted.by_kind, kind)
    page.title(_cut(_("Themes against kinds of agency"), len(counted.by_theme), MOST_ROWS))
    most = dict(_most_first(counted.by_theme)[:MOST_ROWS])
    rows = [name for name in counted.by_theme if name in most]
    page.heat(counted.by_theme_and_kind, rows, [name for name, _entries in _most_first(counted.by_kind)])
    page.part(_("Statements by agency"), counted.by_agency, agency)
    if counted.words:
        page.title(_("Keywords"))
        page.bars([*counted.words.items()], lambda word: Choice(word, counted.words[word], word))
    return page.done()


def _most_first(counted: Counted) -> list[tuple[str, Sequence[Entry]]]:
    return sorted(counted.items(), key=lambda pair: -len(pair[1]))


def _cut(heading: str, total: int, most: int) -> str:
    """A heading, and how many of all are shown under it where they are too many."""
    if total <= most:
        return heading
    told = _("the first {n} of {total}").format(n=most, total=total)
    return f"{heading} · {told}"


class _Drawing:
    """The page as it is drawn, line by line."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[Line] = []
        self._links: dict[int, Target] = {}
        self._cells: dict[int, tuple[Cell, ...]] = {}

    def done(self) -> Page:
        """All that was drawn."""
        return Page(tuple(self._lines), self._links, self._cells)

    def title(self, text: str) -> None:
        """The title of what follows."""
        self._lines += [*([EMPTY] if self._lines else []), title(text, self._width)]

    def part(self, heading: str, counted: Counted, called: str) -> None:
        """The most frequent, under a title that says so where they are not all."""
        self.title(_cut(heading, len(counted), MOST_BARS))
        self.bars(
            _most_first(counted)[:MOST_BARS],
            lambda name: Choice(called.format(name=name), counted[name]),
        )

    def bars(self, counted: Sequence[tuple[str, Sequence[Entry]]], choice: Callable[[str], Choice]) -> None:
        """A bar for each name, from which its ``choice`` can be reached."""
        if not counted:
            self._lines.append(line((_("nothing yet"), "quiet")))
            return
        drawn = bars([(name, len(entries)) for name, entries in counted], min(self._width - 4, MOST_WIDE))
        for number, text in enumerate(drawn):
            # Up to the frame's left side there is the label; a bar's label ends in a tick.
            sides = [at for side in "┤│┌└" if (at := text.find(side)) >= 0]
            split = min(sides) + 1 if sides else 0
            bar: Line = (Run(text[:split]), Run(text[split:], "rule"))
            if 0 < number <= len(counted):
                name, entries = counted[number - 1]
                self._links[len(self._lines)] = choice(name)
                bar = (bar[0], Run(text[split:], "bar"), Run(f" {len(entries)}", "count"))
            self._lines.append(bar)

    def heat(
        self, table: Mapping[tuple[str, str], Sequence[Entry]], rows: Sequence[str], columns: Sequence[str]
    ) -> None:
        """A row a theme, a column a kind: shaded by how many, with the number in it."""
        cell = max([6, *(cell_len(name) + 2 for name in columns)])
        longest = max(map(cell_len, rows), default=0)
        names = max(12, min(longest + 1, self._width - cell * min(4, len(columns))))
        columns = columns[: max(1, (self._width - names) // cell)]
        most = max(map(len, table.values()), default=1)
        named = (Run(" " * (cell - cell_len(name)) + name, "label") for name in columns)
        self._lines.append((Run(" " * names), *named))
        for row in rows:
            label = cut(line(row), names - 1)
            runs = [*label, Run(" " * (names - width_of(label)))]
            cells = []
            for start, column in zip(range(names, self._width + 1, cell), columns, strict=False):
                entries = table.get((row, column), ())
                shade = SHADES[-(-len(entries) * (len(SHADES) - 1) // most)]
                number = str(len(entries)) if entries else "·"
                runs += [Run(" "), Run(shade * (cell - 2 - len(number)), "bar"), Run(f" {number}", "count")]
                if entries:
                    cells.append(Cell(start, start + cell, Choice(f"{row} × {column}", entries)))
            if cells:
                self._links[len(self._lines)] = cells[0].target
                self._cells[len(self._lines)] = tuple(cells)
            self._lines.append(tuple(runs))
