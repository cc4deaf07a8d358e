"""Statistics that one looks at rather than reads: who speaks under which theme, for which kind of body, how much."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len

from tuiexplorer.language import N_, _
from tuiexplorer.lexicon.agency_kinds import kind_of
from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui.outline import theme_label
from tuiexplorer.tui.page import EMPTY, Line, Page, Run, cut, line
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


class Statistics(Struct, frozen=True):
    """How many statements there are, by theme and by the bodies for which they are made."""

    by_theme: Counter[str]
    by_kind: Counter[str]
    by_agency: Counter[str]
    by_theme_and_kind: Counter[tuple[str, str]]
    words: Sequence[tuple[str, int]] = ()
    """The words that stand out, which come later than the rest."""


def count(entries: Iterable[Entry]) -> Statistics:
    """The statistics of what is said in ``entries``."""
    found = Statistics(Counter(), Counter(), Counter(), Counter())
    for entry in entries:
        item = entry.item
        if not isinstance(item, Statement) or not is_counted(entry):
            continue
        theme = theme_label(entry.document, entry.theme)
        agencies = {position.agency: 1 for position in item.positions if position.agency}  # as written
        kinds = {kind_name(agency): 1 for agency in agencies} or {_("none"): 1}
        found.by_theme[theme] += 1
        found.by_agency.update(agencies)
        found.by_kind.update(kinds)
        found.by_theme_and_kind.update({(theme, kind): 1 for kind in kinds})
    return found


def kind_name(agency: str) -> str:
    """What the kind of a body is called."""
    return _(KIND_NAMES[kind_of(agency) or "other"])


def statistics_page(counted: Statistics, width: int) -> Page:
    """The page of statistics for lines of ``width`` cells."""
    lines: list[Line] = []
    for heading, counts in (
        (_("Statements by theme"), counted.by_theme),
        (_("Statements by kind of agency"), counted.by_kind),
    ):
        lines += [*_part(heading, counts, width), EMPTY]
    lines += [title(_cut(_("Themes against kinds of agency"), len(counted.by_theme), MOST_ROWS), width)]
    most = {theme for theme, _n in counted.by_theme.most_common(MOST_ROWS)}
    rows = [theme for theme in counted.by_theme if theme in most]
    kinds = [kind for kind, _n in counted.by_kind.most_common()]
    lines += _heat(counted.by_theme_and_kind, rows, kinds, width)
    lines += [EMPTY, *_part(_("Statements by agency"), counted.by_agency, width)]
    if counted.words:
        lines += [EMPTY, title(_("Keywords"), width), *_bars(counted.words, width)]
    return Page(tuple(lines))


def _part(heading: str, counts: Counter[str], width: int) -> list[Line]:
    """The most frequent, under a title that says so where they are not all."""
    return [
        title(_cut(heading, len(counts), MOST_BARS), width),
        *_bars(counts.most_common(MOST_BARS), width),
    ]


def _cut(heading: str, total: int, most: int) -> str:
    """A heading, and how many of all are shown under it where they are too many."""
    if total <= most:
        return heading
    told = _("the first {n} of {total}").format(n=most, total=total)
    return f"{heading} · {told}"


def _bars(counts: Sequence[tuple[str, int]], width: int) -> list[Line]:
    if not counts:
        return [line((_("nothing yet"), "quiet"))]
    drawn = bars(counts, min(width - 4, MOST_WIDE))
    values = iter(count for _label, count in counts)
    lines: list[Line] = []
    for number, text in enumerate(drawn):
        # Up to the frame's left side there is the label; a bar's label ends in a tick.
        split = (
            min(at for side in "┤│┌└" if (at := text.find(side)) >= 0) + 1 if set(text) & set("┤│┌└") else 0
        )
        is_bar = 0 < number <= len(counts)
        tail = (Run(f" {next(values)}", "count"),) if is_bar else ()
        lines.append((Run(text[:split]), Run(text[split:], "bar" if is_bar else "rule"), *tail))
    return lines


def _heat(
    table: Mapping[tuple[str, str], int], rows: Sequence[str], columns: Sequence[str], width: int
) -> list[Line]:
    """A row a theme, a column a kind: shaded by how many, with the number in it."""
    cell = max([6, *(cell_len(name) + 2 for name in columns)])
    names = max(12, min(max(map(cell_len, rows), default=0) + 1, width - cell * min(4, len(columns))))
    columns = columns[: max(1, (width - names) // cell)]
    most = max(table.values(), default=1)
    named = (Run(" " * (cell - cell_len(name)) + name, "label") for name in columns)
    lines: list[Line] = [(Run(" " * names), *named)]
    for row in rows:
        label = cut(line(row), names - 1)
        runs = [*label, Run(" " * (names - sum(cell_len(run.text) for run in label)))]
        for column in columns:
            count = table.get((row, column), 0)
            shade = SHADES[-(-count * (len(SHADES) - 1) // most)]
            number = str(count) if count else "·"
            runs += [Run(" "), Run(shade * (cell - 2 - len(number)), "bar"), Run(f" {number}", "count")]
        lines.append(tuple(runs))
    return lines
