"""What a line of the tree says, in the room that it has."""

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len, get_character_cell_size

from tuiexplorer.model import Entry, Kind, Statement, field_name, name_fields
from tuiexplorer.tui.groups import NodeKind, agency_of, theme_label
from tuiexplorer.tui.outline import Node
from tuiexplorer.tui.page import Line, Run, cut, marked, spread, width_of
from tuiexplorer.tui.tally import Tally
from tuiexplorer.tui.text import Ranges

Matches = Mapping[str, Ranges]
"""Field name to the ranges that matched in it."""
MatchesOf = Callable[[Entry], Matches]

_ROLES = {
    NodeKind.DOCUMENT: "title",
    NodeKind.THEME: "theme",
    NodeKind.AGENCY: "agency",
    NodeKind.SPEAKER: "speaker",
    NodeKind.STATEMENT: "body",
    NodeKind.NARRATION: "quiet",
}

WHO = 46
"""The cells of a wide tree that say who speaks; the words begin beyond."""
LEAST_EXCERPT = 20
"""The fewest cells in which it is of use to show how a text begins."""
LEAST_BESIDE = 6
"""The cells that an agency keeps beside a long name: two characters and an ellipsis."""
GAP = Run("  ")


def unmarked(_entry: Entry) -> Matches:
    """What matches where nothing is searched for."""
    return {}


def label(
    node: Node,
    width: int,
    *,
    is_open: bool,
    in_collection: bool = False,
    matches: MatchesOf = unmarked,
    total: Tally | None = None,
) -> Line:
    """The line of ``node`` in ``width`` cells.

    Args:
        node: The node.
        width: Cells to fill; what does not fit ends in an ellipsis.
        is_open: Whether the node's branches are shown.
        in_collection: Whether to show it as collected.
        matches: What the search matched in an entry.
        total: How much is said under the node without the search, to stand behind the number of hits.
    """
    collected = "✓ " if in_collection else "  "
    sign = ("▾ " if is_open else "▸ ") if node.opens else collected
    head = (Run("  " * node.depth + sign, "mark" if in_collection else "quiet"),)
    if node.is_leaf:
        return _entry(head, node, matches(node.entry), width)
    return _group(head, node, matches, total, width)


def _group(head: Line, node: Node, matches: MatchesOf, total: Tally | None, width: int) -> Line:
    """A group: its name, a theme's slogan where there is room for it, and how much it holds."""
    name = (*head, *marked(node.label, _ROLES[node.kind], [("match", _in_group(node, matches))]))
    tail: Line = ()
    if total:
        found = node.said
        tail = (Run(found.in_short(), "key" if found else "count"), Run(f"/{total.in_short()}", "count"))
    elif node.said:
        tail = (Run(node.said.in_short(), "count"),)
    if node.aside:
        tail = (*cut(marked(node.aside, "quiet", []), max(6, width // 2)), Run(" "), *tail)
    theme = node.entry.theme
    is_own = node.kind is NodeKind.THEME and theme.heading in (None, node.label)
    slogan = (theme.slogan or "") if is_own else ""
    room = width - width_of(name) - width_of(tail) - 2 * len(GAP.text)
    if slogan and room >= LEAST_EXCERPT:
        name = (*name, GAP, *cut(marked(slogan, "quiet", []), room))
    return spread(name, tail, width) if tail else cut(name, width)


def _entry(head: Line, node: Node, found: Matches, width: int) -> Line:
    """A statement or narration: who, then in a wide tree the words, all beginning in the same column."""
    item = node.entry.item
    if not isinstance(item, Statement):
        return (*head, *_window(_words(node.label, "quiet", found), width - width_of(head)))
    wide = width >= WHO + LEAST_EXCERPT
    if node.label == item.content:
        if not wide:
            return _spread(head, _words(node.label, "body", found), _named(node.aside, item, found), width)
        if node.aside:
            name = _named(node.aside, item, found)
            posts = _posts(node.id[-2:-1], item, found)
            who = _spread(head, cut(posts, WHO - width_of((*head, *name)) - 1), name, WHO)
        else:
            theme = marked(theme_label(node.entry.document, node.entry.theme), "quiet", ())
            who = spread((*head, *cut(theme, WHO - width_of(head))), (), WHO)
    else:
        who = _who(head, node, item, found, WHO if wide else width)
    if not wide:
        return who
    return (*who, GAP, *_window(_words(item.content, "quiet", found), width - WHO - len(GAP.text)))


def _who(head: Line, node: Node, item: Statement, found: Matches, width: int) -> Line:
    """Agency and speaker, or the reverse, the speaker cut last; after the agency the posts, if they fit whole."""
    texts = (node.label, node.aside)
    names = [_named(text, item, found) for text in texts]
    room = width - sum(map(width_of, (head, *names))) - len(GAP.text)
    for side, text in enumerate(texts):
        posts = _posts((text,), item, found)
        if posts and width_of(posts) < room:
            names[side] = (*names[side], Run(" "), *posts)
    room = width - width_of(head) - 1
    if node.aside == item.speaker:
        return _spread(head, names[0], names[1], width, room - LEAST_BESIDE)
    return _spread(head, names[0], names[1], width, max(LEAST_BESIDE, room - width_of(names[0])))


def _spread(head: Line, name: Line, aside: Line, width: int, most: int = 0) -> Line:
    """``name`` and at the right ``aside``, which takes ``most`` cells (0: half of them) where both are too long."""
    if width_of((*head, *name, *aside)) >= width:
        aside = cut(aside, max(6, most or width // 2))
    room = width - width_of((*head, *aside)) - (1 if aside else 0)
    return spread((*head, *_window(name, room)), aside, width)


def _words(text: str, role: str, found: Matches) -> Line:
    return marked(text, role, [("match", found.get("content", ()))])


def _named(text: str, item: Statement, found: Matches) -> Line:
    """A speaker or an agency of a statement, marked where that field matched."""
    role, fields = "agency", [""]
    if text == item.speaker:
        role, fields = ("said" if item.kind is Kind.COLLECTIVE else "speaker"), [*name_fields(item)]
    else:
        numbers = (number for number, position in enumerate(item.positions) if position.agency == text)
        if (number := next(numbers, None)) is not None:
            fields = [field_name("agency", number)]
    return marked(text, role, [("match", found.get(field, ())) for field in fields])


def _posts(agency: Sequence[str], item: Statement, found: Matches) -> Line:
    """What the speaker is at an agency, which goes by these names, where the speaker is not called just that."""
    runs: list[Run] = []
    for number, position in enumerate(item.positions):
        if position.post not in ("", item.speaker) and (
            position.agency in agency or agency_of(position) in agency
        ):
            runs += [Run("、", "quiet")] if runs else []
            runs += marked(position.post, "quiet", [("match", found.get(field_name("post", number), ()))])
    return tuple(runs)


def _in_group(node: Node, matches: MatchesOf) -> Ranges:
    """Where a group's own label matched: as the first of its hits says that has it; the others say the same."""
    fields = ((entry, _group_field(node, entry)) for entry in node.entries)
    return next((matches(entry).get(field, ()) for entry, field in fields if field), ())


def _group_field(node: Node, entry: Entry) -> str:
    """The field of ``entry`` that the label of its group ``node`` shows."""
    if node.kind is NodeKind.THEME:
        above = (number for number, one in enumerate(entry.theme.above) if one.text == node.label)
        if entry.theme.heading != node.label and (number := next(above, None)) is not None:
            return field_name("above", number)
        return "heading" if entry.theme.heading else "title"
    if node.kind is NodeKind.AGENCY and isinstance(entry.item, Statement):
        for number, position in enumerate(entry.item.positions):
            if position.agency == node.label:
                return field_name("agency", number)
    return {NodeKind.DOCUMENT: "title", NodeKind.SPEAKER: "speaker"}.get(node.kind, "")


def _window(name: Line, room: int) -> Line:
    """As much of a long text as fits, starting shortly before its first match if that would not be seen."""
    before = 0
    for run in name:
        if run.role == "match":
            break
        before += cell_len(run.text)
    else:
        return cut(name, room)
    first = next(run for run in name if run.role == "match")
    if before + cell_len(first.text) < room:
        return cut(name, room)
    return cut((Run("…", "quiet"), *_drop(name, before - room // 4)), room)


def _drop(runs: Line, width: int) -> Line:
    """``runs`` without their first ``width`` cells."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        while text and width > 0:
            width -= get_character_cell_size(text[0])
            text = text[1:]
        if text:
            kept.append(Run(text, run.role))
    return tuple(kept)
