"""What a line of the tree says, in the room that it has."""

from collections.abc import Mapping

from rich.cells import cell_len, get_character_cell_size

from tuiexplorer.model import Entry, Kind, Statement
from tuiexplorer.tui.library import Key, key_of
from tuiexplorer.tui.outline import Node, NodeKind, Row
from tuiexplorer.tui.page import Line, Run, cut, marked, spread
from tuiexplorer.tui.text import Ranges

Matches = Mapping[str, Ranges]
"""Field name to the ranges that matched in it."""

_ROLES = {
    NodeKind.DOCUMENT: "title",
    NodeKind.THEME: "theme",
    NodeKind.AGENCY: "agency",
    NodeKind.SPEAKER: "speaker",
    NodeKind.STATEMENT: "body",
    NodeKind.NARRATION: "quiet",
}

_LOOKED_AT = 20
"""How many hits of a group are asked where its label matched; all of them share the label."""


def label(
    row: Row,
    width: int,
    *,
    is_open: bool,
    in_collection: bool = False,
    matches: Mapping[Key, Matches] | None = None,
    total: int | None = None,
) -> Line:
    """The line of ``row`` in ``width`` cells.

    Args:
        row: The node and its depth.
        width: Cells to fill; what does not fit ends in an ellipsis.
        is_open: Whether the node's branches are shown.
        in_collection: Whether to show it as collected.
        matches: What the search matched, by entry.
        total: How many statements the node holds without the search, to stand behind the number of hits.
    """
    node = row.node
    sign = ("✓ " if in_collection else "  ") if node.is_leaf else ("▾ " if is_open else "▸ ")
    head = (Run("  " * row.depth + sign, "mark" if in_collection else "quiet"),)
    name, aside = _fields(node, matches or {})
    aside = cut(aside, max(6, width // 2))
    room = width - sum(cell_len(run.text) for run in (*head, *aside)) - (1 if aside else 0)
    if node.is_leaf:
        return spread((*head, *_window(name, room)), aside, width)
    tail: Line = ()
    if total is not None:
        tail = (Run(f"{node.count}", "match" if node.count else "count"), Run(f"/{total}", "count"))
    elif node.count:
        tail = (Run(f"{node.count}", "count"),)
    if aside:
        tail = (*aside, Run(" "), *tail)
    return spread((*head, *name), tail, width) if tail else cut((*head, *name), width)


def _fields(node: Node, matches: Mapping[Key, Matches]) -> tuple[Line, Line]:
    """The runs of a node's label and of what stands at its right, matches marked."""
    item = node.entry.item
    role = _ROLES[node.kind]
    if not node.is_leaf:
        return marked(node.label, role, [("match", _in_group(node, matches))]), marked(
            node.aside, "quiet", []
        )
    found = matches.get(key_of(node.entry), {})
    if not isinstance(item, Statement):
        return marked(node.label, role, [("match", found.get("content", ()))]), ()
    fields = {item.speaker: ("speaker", "said" if item.kind is Kind.COLLECTIVE else "speaker")}
    for number, position in enumerate(item.positions):
        fields.setdefault(position.agency, (f"agency.{number}" if number else "agency", "agency"))
    return _field(node.label, item, fields, found), _field(node.aside, item, fields, found)


def _field(text: str, item: Statement, fields: Mapping[str, tuple[str, str]], found: Matches) -> Line:
    """A text of a statement's line in the role of the field that it is."""
    if text == item.content:
        return marked(text, "body", [("match", found.get("content", ()))])
    name, role = fields.get(text, ("", "agency"))
    return marked(text, role, [("match", found.get(name, ()))])


def _in_group(node: Node, matches: Mapping[Key, Matches]) -> Ranges:
    """Where a group's own label matched: as the first of its hits says that has it."""
    if not matches:
        return ()
    for entry in node.entries[:_LOOKED_AT]:
        found = matches.get(key_of(entry), {})
        if ranges := found.get(_group_field(node, entry), ()):
            return ranges
    return ()


def _group_field(node: Node, entry: Entry) -> str:
    """The field of ``entry`` that the label of its group ``node`` shows."""
    if node.kind is NodeKind.THEME:
        return "heading" if entry.theme.heading else "title"
    if node.kind is NodeKind.AGENCY and isinstance(entry.item, Statement):
        for number, position in enumerate(entry.item.positions):
            if position.agency == node.label:
                return f"agency.{number}" if number else "agency"
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
