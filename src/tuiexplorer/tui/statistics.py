"""Statistics that one looks at rather than reads: who speaks under which theme, for which kind of body, how much."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len

from tuiexplorer.language import N_, _
from tuiexplorer.lexicon.agency_kinds import kind_of
from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui.library import Library, is_counted
from tuiexplorer.tui.outline import theme_label
from tuiexplorer.tui.page import EMPTY, Line, Page, Run, cut, line
from tuiexplorer.tui.plots import bars
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


def statistics_page(library: Library, words: Sequence[tuple[str, int]] = ()) -> Callable[[int], Page]:
    """The page of statistics of all that was read; its ``words`` come later than the rest."""
    entries = [entry for entry in library.entries if is_counted(entry)]
    by_theme = Counter(theme_label(entry.document, entry.theme) for entry in entries)
    by_kind = Counter(kind for entry in entries for kind in kinds(entry))
    by_agency = Counter(agency for entry in entries for agency in agencies(entry))
    table = Counter((theme_label(e.document, e.theme), kind) for e in entries for kind in kinds(e))

    def page(width: int) -> Page:
        lines: list[Line] = []
        for heading, counts in (
            (_("Statements by theme"), by_theme),
            (_("Statements by kind of agency"), by_kind),
        ):
            lines += [title(heading, width), *_bars(counts.most_common(MOST_BARS), width), EMPTY]
        lines += [title(_("Themes against kinds of agency"), width)]
        most = {theme for theme, _n in by_theme.most_common(MOST_ROWS)}
        rows = [theme for theme in by_theme if theme in most]
        lines += _heat(table, rows, [kind for kind, _n in by_kind.most_common()], width)
        lines += [
            EMPTY,
            title(_("Statements by agency"), width),
            *_bars(by_agency.most_common(MOST_BARS), width),
        ]
        if words:
            lines += [EMPTY, title(_("Keywords"), width), *_bars(words, width)]
        return Page(tuple(lines))

    return page


def kinds(entry: Entry) -> set[str]:
    """The kinds of the bodies for which a statement was made."""
    item = entry.item
    if not isinstance(item, Statement):
        return set()
    found = {kind_of(position.agency) for position in item.positions if position.agency}
    return {_(KIND_NAMES.get(kind, kind)) if kind else _("other") for kind in found} or {_("none")}


def agencies(entry: Entry) -> Iterable[str]:
    """The bodies for which a statement was made, each once, as written."""
    item = entry.item
    if isinstance(item, Statement):
        yield from dict.fromkeys(position.agency for position in item.positions if position.agency)


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
