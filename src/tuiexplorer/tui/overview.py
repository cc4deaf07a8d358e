"""What the detail pane shows for a group: who it is, what the reporter tells, who speaks, which words stand out."""

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from tuiexplorer.language import _, ngettext
from tuiexplorer.model import Entry, Statement
from tuiexplorer.tui.groups import NodeKind, agency_of, theme_label
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.outline import Node
from tuiexplorer.tui.page import EMPTY, Line, Page, Run, line, measure, paragraph
from tuiexplorer.tui.typeset import INDENT, Link, link_line, title
from tuiexplorer.tui.wrap import CLOSING

MOST_TOLD = 240
"""After how many lines of narration an overview stops: a key must not wait for what no one reads here, which under a
heading that comes every day is thousands of passages."""


class GroupView(Struct, frozen=True):
    """A group and what was found out about its words so far."""

    node: Node
    keywords: Sequence[tuple[str, int]] = ()
    """The words that stand out, most frequent first, each with how many statements use it."""


def overview(view: GroupView, width: int) -> Page:
    """The page of a group for lines of ``width`` cells."""
    width = measure(width)
    node = view.node
    lines = [*_head(node, width), EMPTY, *_told(node, width)]
    links: dict[int, Key] = {}
    within = node.id[-1] if node.kind is NodeKind.AGENCY else None
    if node.said:
        lines.append(title(_("Who speaks"), width))
        for entry in node.gist.first:
            links[len(lines)] = key_of(entry)
            lines.append(link_line(link_to(entry, within=within), width))
    if view.keywords:
        lines += [EMPTY, title(_("Keywords"), width), *_bars(view.keywords, width)]
    return Page(tuple(lines), links)


def link_to(entry: Entry, *, named: bool = True, within: str | None = None) -> Link:
    """A link to an entry: with the speaker and the first body.

    Not ``named``, where every link has the same speaker: with the theme. ``within`` a body, with what one is there.
    """
    item = entry.item
    if not named:
        return Link(key_of(entry), theme_label(entry.document, entry.theme), entry.item.content)
    if not isinstance(item, Statement):
        return Link(key_of(entry), _("narration"), entry.item.content)
    aside = item.positions[0].agency if item.positions else ""
    if within is not None:
        aside = "、".join(position.post for position in item.positions if agency_of(position) == within)
    return Link(key_of(entry), item.speaker, entry.item.content, aside if aside != item.speaker else "")


def _head(node: Node, width: int) -> list[Line]:
    """Name, what it is called in full, and how much stands under it."""
    entry = node.entry
    role = "speaker" if node.kind is NodeKind.SPEAKER else "theme"
    lines = paragraph(node.label, width, role=role)
    aside = ""
    if node.kind is NodeKind.THEME and entry.theme.heading:
        aside = (entry.theme.slogan or "") if entry.theme.heading == node.label else ""
    elif node.kind is NodeKind.AGENCY and isinstance(entry.item, Statement):
        full = next((p.canonical for p in entry.item.positions if agency_of(p) == node.id[-1]), None)
        aside = full if full and full != node.label else ""
    elif node.kind in (NodeKind.DOCUMENT, NodeKind.THEME):
        aside = "  ".join(filter(None, (entry.document.subtitle, entry.document.byline)))
    else:
        aside = node.aside
    if aside:
        lines += paragraph(aside, width, role="quiet")
    said, documents = node.said, node.gist.documents
    counts = [said.in_words() if said else _("narration only: no one speaks here")]
    if documents > 1:
        counts.append(ngettext("{n} document", "{n} documents", documents).format(n=documents))
    lines.append(line((" · ".join(counts), "count")))
    if node.kind is NodeKind.DOCUMENT and entry.document.doubts:
        from tuiexplorer.tui.doubts import counted, places  # few have any

        told = (told for _sign, _n, told in counted(places(entry.document)))
        lines += paragraph(" · ".join(told), width, role="count")
    return lines


def _told(node: Node, width: int) -> list[Line]:
    """What the reporter tells, and how many passages more there are than one would read here."""
    lines: list[Line] = []
    left = len(node.entries) - node.said.statements - node.said.together
    for entry in node.entries if left else ():
        if entry.statement:
            continue
        if len(lines) >= MOST_TOLD:
            if entry.document is node.entries[-1].document:
                where = ngettext(
                    "{n} more passage: see the source", "{n} more passages: see the source", left
                )
            else:
                where = ngettext(
                    "{n} more passage: see each document", "{n} more passages: see each document", left
                )
            return [*lines, *paragraph(f"… {where.format(n=left)}", width, role="quiet"), EMPTY]
        left -= 1
        # What is left of a paragraph behind a quotation may begin with that one's stop.
        if text := entry.item.content.lstrip("".join(CLOSING)):
            lines += [*paragraph(text, width, indent=INDENT), EMPTY]
    return lines


def _bars(keywords: Sequence[tuple[str, int]], width: int) -> list[Line]:
    """A bar a word, as long as the word is frequent; where each is used once, bars would tell nothing."""
    most = max(count for _word, count in keywords)
    if most == 1:
        return paragraph(" · ".join(word for word, _count in keywords), width)
    column = max(cell_len(word) for word, _count in keywords) + 1
    room = max(4, min(24, width - column - 5))
    lines: list[Line] = []
    for word, count in keywords:
        blank = " " * (column - cell_len(word))
        bar = "━" * max(1, round(room * count / most))
        lines.append((*line((word, "body")), Run(blank), Run(bar, "bar"), Run(f" {count}", "count")))
    return lines
