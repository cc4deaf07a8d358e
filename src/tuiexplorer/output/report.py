"""What was understood of a document and what was not: the report of ``check``, as text and as JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

from msgspec import Struct, to_builtins

from tuiexplorer.language import N_, _, ngettext
from tuiexplorer.layout import Block, BlockKind, in_disorder
from tuiexplorer.model import NOT_UNDERSTOOD, Document, Doubt, Kind
from tuiexplorer.output.as_text import cells
from tuiexplorer.output.gate import visible

_FAILING = (*NOT_UNDERSTOOD, "disorder")
"""The kinds of doubt that make a check fail."""


_NAMES = {
    "title": N_("title"),
    "subtitle": N_("subtitle"),
    "caption": N_("caption"),
    "heading": N_("heading"),
    "slogan": N_("slogan"),
    "paragraph": N_("paragraph"),
    "byline": N_("byline"),
    "noise": N_("noise"),
    "named": N_("named"),
    "anonymous": N_("anonymous"),
    "institution": N_("institution"),
    "collective": N_("collective"),
    "unreadable": N_("unreadable"),
    "unattributed": N_("unattributed"),
    "possible": N_("possible"),
    "ambiguous": N_("ambiguous"),
    "disorder": N_("disorder"),
    "left out": N_("left out"),
    "text": N_("text"),
    "markdown": N_("markdown"),
    "html": N_("html"),
}
"""What data calls roles, kinds, doubts and formats, for people: message ids, which are the same in English."""


class Reported(Struct, frozen=True):
    """A doubt as reported, with the words it is about."""

    line: int
    kind: str
    reason: str
    """A message id, as :attr:`Doubt.reason`."""
    words: str


class Report(Struct, frozen=True):
    """The counts for one document; characters are code points of the source that are not white space."""

    path: str
    title: str | None
    format: str
    encoding: str
    characters: int
    uncovered: int
    """Characters that belong to no block: 0 unless the program is wrong."""
    blocks: dict[str, int]
    themes: list[str | None]
    statements: dict[str, int]
    speakers: int
    agencies: int
    doubts: list[Reported]

    @property
    def understood(self) -> bool:
        """Whether every character has its place and everything that someone says has a speaker."""
        return not self.uncovered and not any(doubt.kind in _FAILING for doubt in self.doubts)


def report_on(document: Document, blocks: Sequence[Block]) -> Report:
    """What was understood of ``document``, which was laid out in ``blocks``."""
    statements = [statement for theme in document.themes for statement in theme.statements]
    roles = Counter(block.kind for block in blocks)
    kinds = Counter(statement.kind for statement in statements)
    characters, uncovered = _coverage(document.text, blocks)
    return Report(
        path=document.path,
        title=document.title,
        format=document.source.format,
        encoding=document.source.encoding,
        characters=characters,
        uncovered=uncovered,
        blocks={str(kind): roles[kind] for kind in BlockKind},
        themes=[theme.heading for theme in document.themes],
        statements={str(kind): kinds[kind] for kind in Kind},
        speakers=len({statement.speaker for statement in statements if statement.kind is Kind.NAMED}),
        agencies=len({position.agency for statement in statements for position in statement.positions}),
        doubts=[
            *_disorder(blocks),
            *_left_out(document),
            *(_reported(document, doubt) for doubt in document.doubts),
        ],
    )


def write_reports_text(reports: Iterable[Report], out: TextIO, *, total: bool = True) -> None:
    """A paragraph for each document; where there are several, with ``total`` a last line for all."""
    documents = understood = 0
    said: Counter[str] = Counter()
    for report in reports:
        out.write(("\n" if documents else "") + "".join(f"{line}\n" for line in _lines(report)))
        documents += 1
        understood += report.understood
        said += Counter(report.statements)
    if total and documents > 1:
        told = _("{n} documents, {statements}; understood in full: {understood} documents")
        statements = _said(said, _in_total)
        out.write(f"\n{told.format(n=documents, statements=statements, understood=understood)}\n")


def write_reports_json(reports: Iterable[Report], out: TextIO) -> None:
    """One array, a document a line."""
    from tuiexplorer.output.as_json import write_array

    write_array(({**to_builtins(report), "understood": report.understood} for report in reports), out)


def _coverage(text: str, blocks: Sequence[Block]) -> tuple[int, int]:
    """How many characters there are, and how many of them belong to no block."""
    characters = sum(len(word) for word in text.split())
    covered = sum(len("".join(text[start:end].split())) for block in blocks for start, end in block.extent)
    return characters, characters - covered


def _disorder(blocks: Sequence[Block]) -> Iterable[Reported]:
    if in_disorder(blocks):
        yield Reported(
            1, "disorder", N_("most of the text stands in short lines that end no sentence"), blocks[0].text
        )


def _left_out(document: Document) -> Iterable[Reported]:
    lines = document.text.count("\n") + 1
    for words in document.source.left_out:
        yield Reported(lines, "left out", N_("on the page, but not taken for part of the article"), words)


def _reported(document: Document, doubt: Doubt) -> Reported:
    start, end = doubt.span
    return Reported(doubt.line, doubt.kind, doubt.reason, "".join(document.text[start:end].split()))


def _lines(report: Report) -> Iterable[str]:
    yield visible(report.path)
    if report.title:
        yield f"  {visible(report.title)}"
    facts = [
        _("read\t{format}, {encoding}").format(format=_(_NAMES[report.format]), encoding=report.encoding),
        _("characters\t{n}, {share}").format(n=f"{report.characters:,}", share=_share(report.uncovered)),
        _("blocks\t{counts}").format(counts=_counts(report.blocks)),
        _("themes\t{n}").format(n=sum(heading is not None for heading in report.themes)),
        _("statements\t{counts}").format(counts=_said(report.statements, _counts)),
        _("speakers\t{n} by name; agencies {agencies}").format(n=report.speakers, agencies=report.agencies),
    ]
    names = [fact.partition("\t")[0] for fact in facts]
    column = max(map(cells, names)) + 2
    for name, fact in zip(names, facts, strict=True):
        yield "  " + fact.replace("\t", " " * (column - cells(name)), 1)
    for doubt in report.doubts:
        yield "  " + _("line {n}: {kind}: {reason}: {words}").format(
            n=doubt.line,
            kind=_(_NAMES[doubt.kind]),
            reason=visible(_(doubt.reason)),
            words=_short(visible(doubt.words)),
        )
    yield "  " + (_("understood in full") if report.understood else _("not understood in full"))


def _share(uncovered: int) -> str:
    if not uncovered:
        return _("all in blocks")
    return _("{n} in no block").format(n=f"{uncovered:,}")


def _counts(counts: Mapping[str, int]) -> str:
    named = _(", ").join(f"{_(_NAMES[name])} {count}" for name, count in counts.items() if count)
    return _("{n} ({named})").format(n=sum(counts.values()), named=named) if named else "0"


def _in_total(counts: Counter[str]) -> str:
    n = counts.total()
    return ngettext("{n} statement", "{n} statements", n).format(n=n)


def _said(kinds: Mapping[str, int], told: Callable[[Counter[str]], str]) -> str:
    """The statements as ``told``, and what everybody says beside them: it counts for no one."""
    apart = kinds.get(Kind.COLLECTIVE, 0)
    statements = told(Counter({name: count for name, count in kinds.items() if name != Kind.COLLECTIVE}))
    return f"{statements} + " + _("{n} collective").format(n=apart) if apart else statements


def _short(words: str, room: int = 30) -> str:
    return words if len(words) <= room else f"{words[: room - 1]}…"
