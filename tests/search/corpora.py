"""Documents made by hand or read from the seed, for the tests of the search."""

import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tuiexplorer.attribution import Kind, Position
from tuiexplorer.lexicon.agencies import canonical
from tuiexplorer.model import Document, Narration, Statement, Theme, parse
from tuiexplorer.reading import Source, read
from tuiexplorer.search import Index, Results

HERE = Path(__file__).parent
SEED = next((HERE.parents[1] / "seeds").glob("*.txt"))


@cache
def invented(name: str = "corpus") -> tuple[Document, ...]:
    """The documents of ``corpus.toml`` or another such file."""
    data = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
    return tuple(_document(document) for document in data["document"])


@cache
def seed() -> Document:
    """The seed as the program reads it."""
    return parse(read(str(SEED)))


@cache
def index_of(name: str) -> Index:
    """The index of the ``seed``, of the ``invented`` documents or of the ``officials``."""
    index = Index()
    index.add([seed()] if name == "seed" else invented("corpus" if name == "invented" else name))
    return index


def said(content: str, speaker: str = "甲乙丙", agency: str = "某某局", post: str = "局长") -> Document:
    """An article in which one statement is made."""
    return one_theme(
        [_statement({"speaker": speaker, "positions": [[agency, post]], "content": content}, None)]
    )


def one_theme(statements: list[Statement], path: str = "a.txt") -> Document:
    """An article of one theme without a heading."""
    theme = Theme(None, None, (), tuple(statements), 1)
    text = "\n".join(one.content for one in statements)
    source = Source(path, sha256(text.encode()).hexdigest(), text)
    return Document(source, None, None, None, themes=(theme,), doubts=())


def speakers(results: Results) -> list[str]:
    """Who speaks in the hits, in order; narration is a dash."""
    return [hit.entry.item.speaker if isinstance(hit.entry.item, Statement) else "-" for hit in results.hits]


def matched(results: Results, number: int = 0) -> dict[str, list[str]]:
    """What of the fields of a hit is marked."""
    hit = results.hits[number]
    item, theme = hit.entry.item, hit.entry.theme
    fields: dict[str, str] = {
        "heading": theme.heading or "",
        "slogan": theme.slogan or "",
        "title": hit.entry.document.title or "",
        "subtitle": hit.entry.document.subtitle or "",
        "path": hit.entry.document.path,
        "content": item.content,
    }
    if isinstance(item, Statement):
        fields |= {"speaker": item.speaker, "cue": item.cue}
        for number, position in enumerate(item.positions):
            end = f".{number}" if number else ""
            fields |= {f"agency{end}": position.agency, f"post{end}": position.post}
    return {name: [fields[name][start:end] for start, end in ranges] for name, ranges in hit.matches.items()}


def _document(data: dict[str, Any]) -> Document:
    themes = tuple(
        Theme(
            theme.get("heading"),
            theme.get("slogan"),
            tuple(Narration(text, (), 1) for text in theme.get("narration", ())),
            tuple(_statement(statement, data.get("region")) for statement in theme["statements"]),
            1,
        )
        for theme in data["theme"]
    )
    said = [one.content for theme in themes for one in theme.statements]
    told = [one.content for theme in themes for one in theme.narration]
    source = Source(data["path"], "", "\n".join([*said, *told]))
    return Document(source, data["title"], data.get("subtitle"), None, themes=themes, doubts=())


def _statement(data: dict[str, Any], region: str | None) -> Statement:
    positions = tuple(Position(agency, post, canonical(agency, region)) for agency, post in data["positions"])
    return Statement(
        id=data["speaker"] + data["content"],
        speaker=data["speaker"],
        kind=Kind(data.get("kind", "named")),
        positions=positions,
        cue="表示",
        content=data["content"],
        paragraph=data["content"],
        spans=(),
        attribution=(),
        line=1,
    )
