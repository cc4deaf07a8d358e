"""A statement or a narration, typeset for the detail pane."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from rich.cells import cell_len

from tuiexplorer.language import _
from tuiexplorer.model import (
    Entry,
    Kind,
    Position,
    Statement,
    Theme,
    by_agency,
    field_name,
    name_fields,
)
from tuiexplorer.tui.groups import above_label, theme_label
from tuiexplorer.tui.library import Key
from tuiexplorer.tui.page import (
    EMPTY,
    Line,
    Page,
    Run,
    cut,
    line,
    marked,
    measure,
    paragraph,
    spread,
    width_of,
)
from tuiexplorer.tui.text import Ranges, end_of_path

Matches = Mapping[str, Ranges]


class Link(Struct, frozen=True):
    """A line that leads to another statement: whose it is, for which body or as what, and its words."""

    key: Key
    name: str
    text: str
    aside: str = ""


class Section(Struct, frozen=True):
    """Links under a title of their own."""

    title: str
    links: tuple[Link, ...]


class View(Struct, frozen=True):
    """All that the page of an entry shows; what comes later (keywords) is empty until then."""

    entry: Entry
    matches: Matches = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    in_collection: bool = False


INDENT = 4
"""Cells by which a paragraph starts further in: two ideographs, as Chinese is set."""


def typeset(view: View, width: int) -> Page:
    """The page of ``view`` for lines of ``width`` cells."""
    width = measure(width)
    item = view.entry.item
    lines: list[Line] = []
    if isinstance(item, Statement):
        lines += _who(item, view, width)
    else:
        lines.append(line((_("narration"), "said")))
    lines += [EMPTY, *_words(item.content, view, width), EMPTY]
    lines += _where(view, width)
    links: dict[int, Key] = {}
    for section in view.sections:
        lines += [EMPTY, title(section.title, width)]
        for link in section.links:
            links[len(lines)] = link.key
            lines.append(link_line(link, width))
    return Page(tuple(lines), links)


def title(text: str, width: int) -> Line:
    """The title of a part of the page, with a rule to the end of the line."""
    named = line((text + " ", "label"))
    return (*named, Run("─" * max(0, width - width_of(named)), "rule"))


def link_line(link: Link, width: int) -> Line:
    """A link: whose words, and how they begin. A long heading leaves them half of the line."""
    aside = line(" ", (link.aside, "agency")) if link.aside else EMPTY
    begins = link.text[: 2 * width]  # more never fits, and there may be hundreds of links
    whose = cut((*line((link.name, "link")), *aside), width // 2 if begins else width)
    return cut((Run("→ ", "quiet"), *whose, Run("  "), *line((begins, "quiet"))), width)


def keyword_ranges(text: str, keywords: Sequence[str]) -> Ranges:
    """Where the keywords stand in ``text``."""
    found = []
    for word in keywords:
        at = text.find(word)
        while word and at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + len(word))
    return found


def missing_marks(text: str) -> tuple[str, str]:
    """The quotation marks that must stand before and after ``text`` for its own to be balanced."""
    waiting = before = 0
    for character in text:
        if character == "“":
            waiting += 1
        elif character == "”":
            if waiting:
                waiting -= 1
            else:
                before += 1
    return "“" * before, "”" * waiting


BAR: Line = (Run("▌", "bar"), Run(" "))
"""What stands at the left of those who speak, so that they are seen first."""


def _who(item: Statement, view: View, width: int) -> list[Line]:
    """The speaker, then the posts, one agency a line, each with the agency's full name where it is known."""
    width -= width_of(BAR)
    role = "said" if item.kind is Kind.COLLECTIVE else "speaker"
    found = [("match", view.matches.get(field, ())) for field in name_fields(item)]
    name = marked(item.speaker, role, found)
    cue = marked(item.cue, "quiet", [("match", view.matches.get("cue", ()))])
    sign = (Run("✓ ", "mark"),) if view.in_collection else ()
    lines = [spread((*sign, *name, Run("  "), *cue), line((kind_name(item.kind), "quiet")), width)]
    if item.kind is Kind.INSTITUTION:
        lines += _canonical(item.positions, width)
    else:
        for _agency, held in by_agency(item.positions):
            lines += _posts(item, held, view, width)
    return [(*BAR, *each) for each in lines]


def _posts(item: Statement, held: Sequence[tuple[int, Position]], view: View, width: int) -> list[Line]:
    """The posts held at one agency, and its full name: on the same line if it fits."""
    first, position = held[0]
    runs = [
        *marked(position.agency, "agency", [("match", view.matches.get(field_name("agency", first), ()))])
    ]
    sign = Run(" ")
    for number, position in held:
        if position.post != item.speaker:
            found = [("match", view.matches.get(field_name("post", number), ()))]
            runs += [*([sign] if runs else []), *marked(position.post, "post", found)]
            sign = Run("、", "post")
    full = _canonical([position for _number, position in held], width)
    if len(full) == 1 and width_of((*runs, *full[0])) + 2 <= width:
        return [(*runs, Run("  "), *full[0])]
    return (_wrapped(tuple(runs), width) if runs else []) + full


def kind_name(kind: Kind) -> str:
    """What to call a speaker who is not one named person; nothing for one who is."""
    return {
        Kind.NAMED: "",
        Kind.ANONYMOUS: _("unnamed"),
        Kind.INSTITUTION: _("institution"),
        Kind.COLLECTIVE: _("collective"),
    }[kind]


def _canonical(positions: Sequence[Position], width: int) -> list[Line]:
    full = positions[0].canonical if positions else None
    return paragraph(full, width, role="quiet") if full and full != positions[0].agency else []


def _wrapped(runs: Line, width: int) -> list[Line]:
    """``runs`` on as many lines as they need."""
    text = "".join(run.text for run in runs)
    roles: dict[str, list[tuple[int, int]]] = {}
    at = 0
    for run in runs:
        roles.setdefault(run.role, []).append((at, at + len(run.text)))
        at += len(run.text)
    return paragraph(text, width, marks=list(roles.items()))


def _words(text: str, view: View, width: int) -> list[Line]:
    """What was said: keywords marked quietly, matches loudly, quotation marks balanced."""
    before, after = missing_marks(text)
    shift = len(before)
    marks = [
        ("keyword", keyword_ranges(text, view.keywords)),
        ("match", view.matches.get("content", ())),
    ]
    moved: list[tuple[str, Ranges]] = [
        (name, [(start + shift, end + shift) for start, end in ranges]) for name, ranges in marks
    ]
    whole = before + text + after
    edges = [(0, shift), (len(whole) - len(after), len(whole))]
    return paragraph(whole, width, marks=[("quiet", edges), *moved], indent=INDENT)


def _where(view: View, width: int) -> list[Line]:
    """What is uncertain; theme and slogan, document and line."""
    entry = view.entry
    matches, theme = view.matches, entry.theme
    title = matches.get("title", ())
    item = entry.item
    fields = [
        (_("Doubt"), _(item.doubt) if isinstance(item, Statement) and item.doubt else "", ()),
        (
            _("Theme"),
            theme_label(entry.document, theme),
            _in_headings(theme, matches) if theme.heading else title,
        ),
        (_("Slogan"), theme.slogan or "", matches.get("slogan", ())),
        (_("Article"), (entry.document.title or "") if theme.heading else "", title),
    ]
    named = [field for field in fields if field[1]]
    column = max(cell_len(name) for name in (_("File"), *(name for name, _value, _match in named))) + 2
    named.append((_("File"), _place(entry, width - column), ()))
    lines: list[Line] = []
    for name, value, ranges in named:
        marks = [("match", ranges)]
        first, *rest = paragraph(value, width, role="quiet", marks=marks, margin=column)
        lines.append((*line((name, "label")), Run(" " * (column - cell_len(name))), *first[1:]))
        lines += rest
    return lines


def _in_headings(theme: Theme, matches: Matches) -> Ranges:
    """Where the headings of a theme matched, as they stand one behind the other."""
    names = [field_name("above", number) for number in range(len(theme.above))]
    starts = [len(above_label(theme.above[:number])) for number in range(len(theme.above) + 1)]
    return [
        (start + low, start + high)
        for start, name in zip(starts, [*names, "heading"], strict=True)
        for low, high in matches.get(name, ())
    ]


def _place(entry: Entry, width: int) -> str:
    """File and line."""
    line = f":{entry.item.line}"
    return end_of_path(entry.document.path, width - len(line)) + line
