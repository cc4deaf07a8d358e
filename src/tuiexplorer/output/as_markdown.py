"""Records as Markdown: under title and heading, each quote with its speaker, posts and source."""

import re
from collections.abc import Iterable
from typing import TextIO

from tuiexplorer.model import Document, Statement, Theme
from tuiexplorer.output.citation import cite, described, place
from tuiexplorer.output.gate import visible
from tuiexplorer.output.records import Item

_LIVE = re.compile(r"[\\`*_{}\[\]<>#|~$&!@]|:(?=//)|(?<=www)\.|(?<=\d)[.)](?=\s|$)|^[-+=]")
"""What Markdown and its common extensions would act on: marks, links, the numbers and bullets of lists."""


def write_markdown(items: Iterable[Item], out: TextIO) -> None:
    """A heading for each article and theme as they change, a block quote for each record."""
    document: Document | None = None
    theme: Theme | None = None
    between = ""
    for item in items:
        entry = item.entry
        if entry.document is not document:
            out.write(f"{between}# {escape(entry.document.title or entry.document.path)}\n")
            document, theme, between = entry.document, None, "\n"
        if entry.theme is not theme:
            theme = entry.theme
            if heading := "　".join(part for part in (theme.heading, theme.slogan) if part):
                out.write(f"\n## {escape(heading)}\n")
        out.write(f"\n{_quotation(item)}")


def escape(text: str) -> str:
    """``text`` on one line, with nothing in it that Markdown would act on."""
    return _LIVE.sub(r"\\\g<0>", visible(text.replace("\n", " ")).strip())


def _quotation(item: Item) -> str:
    said = item.entry.item
    parts = [escape(line) for line in said.content.split("\n")]
    if isinstance(said, Statement):
        parts.append(f"—— **{escape(said.speaker)}**{escape(described(said)[len(said.speaker) :])}")
    if item.keywords:
        parts.append(escape(f"（{'、'.join(item.keywords)}）"))
    parts.append(f"{escape(cite(item.entry.document))} {escape(place(item.entry))}")
    return "\n>\n".join(f"> {part}" for part in parts) + "\n"
