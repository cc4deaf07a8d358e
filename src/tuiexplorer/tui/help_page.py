"""The help: every key of where one is, and what the search understands."""

from collections.abc import Callable, Iterable

from rich.cells import cell_len

from tuiexplorer.language import _
from tuiexplorer.tui.actions import Action, Where, actions, binding_id
from tuiexplorer.tui.keys import is_twin, name_of
from tuiexplorer.tui.page import EMPTY, Line, Page, Run, line, paragraph
from tuiexplorer.tui.typeset import title

WITH_NAMES = 74
"""Cells from which on there is room for the actions' own names."""


def help_page(places: Iterable[Where], keys_of: Callable[[Action], tuple[str, ...]]) -> Callable[[int], Page]:
    """The help for ``places``, the nearest first."""
    wanted = list(places)

    def page(width: int) -> Page:
        lines: list[Line] = []
        if width >= WITH_NAMES:
            told = _("At the right: what each is called in the settings, under [keys]")
            lines += [line((told, "quiet")), EMPTY]
        for place in wanted:
            lines += [title(_title(place), width), *_keys(place, keys_of, width), EMPTY]
        lines += [title(_("What the search understands"), width), *_queries(width)]
        return Page(tuple(lines))

    return page


def _title(place: Where) -> str:
    return {
        Where.EXPLORER: _("Everywhere"),
        Where.SEARCH: _("In the search bar"),
        Where.TREE: _("In the tree"),
        Where.DETAIL: _("In the detail"),
        Where.SOURCE: _("In the source"),
        Where.COLLECTION: _("In the collection"),
        Where.STATISTICS: _("In the statistics"),
        Where.PAGE: _("On a page"),
        Where.FIND: _("In the search of a page"),
    }[place]


def _keys(place: Where, keys_of: Callable[[Action], tuple[str, ...]], width: int) -> list[Line]:
    rows: list[tuple[str, str, str]] = []
    for action in actions(place):
        named = dict.fromkeys(name_of(key) for key in keys_of(action) if not is_twin(key))
        rows.append((" ".join(named), _(action.help), binding_id(action)))
    column = max(cell_len(names) for names, _says, _id in rows) + 2
    lines: list[Line] = []
    for names, says, id in rows:
        wide = width >= WITH_NAMES
        told = paragraph(says, width - (30 if wide else 0), margin=column)
        first: Line = (*line((names, "key")), Run(" " * (column - cell_len(names))), *told[0][1:])
        if wide:
            used = sum(cell_len(run.text) for run in first)
            first = (*first, Run(" " * max(2, width - 28 - used)), Run(id, "quiet"))
        lines += [first, *told[1:]]
    return lines


def _queries(width: int) -> list[Line]:
    rows = [
        ("发改委 开放", _("both, in any order")),
        ("发改委|财政厅", _("either")),
        ("!企业", _("not")),
        ("“高质量发展” 'exact", _("as written")),
        ("^省 厅$", _("starts a field, ends one")),
        (
            "人: 单位: 主题: 职务: 原文: 文档:",
            _("in one field; also speaker: agency: theme: post: text: doc:"),
        ),
        ("luyuqing lyq luyq", _("pinyin, initials, mixed")),
        ("省发改微 鲁宇青", _("one character wrong")),
    ]
    lines: list[Line] = []
    for query, says in rows:
        lines.append(line((query, "key")))
        lines += paragraph(says, width, role="quiet", margin=4)
    return lines
