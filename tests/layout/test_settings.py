"""The same article gives the same blocks however its page is set: spaced, indented, wrapped, numbered, marked."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tuiexplorer.layout import BlockKind, lay_out
from tuiexplorer.reading import Source, read

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
Blocks = list[tuple[BlockKind, str]]

HEADS = (BlockKind.HEADING, BlockKind.SLOGAN)
INDENT = "　　"


def laid_out(text: str) -> Blocks:
    return [(block.kind, block.text) for block in lay_out(Source("article.txt", "", text))]


def spaced(blocks: Blocks) -> str:
    return "\n\n".join(text for _, text in blocks)


def widely_spaced(blocks: Blocks) -> str:
    return "\n\n\n\n".join(text for _, text in blocks)


def close(blocks: Blocks) -> str:
    return "\n".join(text for _, text in blocks)


def indented(blocks: Blocks) -> str:
    return "\n".join(f"{INDENT}{text}" if kind is BlockKind.PARAGRAPH else text for kind, text in blocks)


def all_indented(blocks: Blocks) -> str:
    return "\n".join(
        f"{INDENT}{text}" if kind in (BlockKind.PARAGRAPH, *HEADS) else text for kind, text in blocks
    )


def wrapped(width: int, *, gap: str, indent: str = "") -> Callable[[Blocks], str]:
    """Paragraphs broken after ``width`` characters."""

    def set_page(blocks: Blocks) -> str:
        return gap.join(
            "\n".join(
                f"{indent}{text}"[start : start + width] for start in range(0, len(indent + text), width)
            )
            if kind is BlockKind.PARAGRAPH
            else text
            for kind, text in blocks
        )

    return set_page


def in_markdown(blocks: Blocks) -> str:
    marks = {BlockKind.TITLE: "# {}", BlockKind.HEADING: "## {}", BlockKind.SLOGAN: "**{}**"}
    return "\n\n".join(marks.get(kind, "{}").format(text) for kind, text in blocks)


def numbered(blocks: Blocks) -> str:
    numbers = iter("一二三四五六七八九十")
    return "\n".join(
        f"{next(numbers)}、{text}" if kind is BlockKind.HEADING else text for kind, text in blocks
    )


def marked(blocks: Blocks) -> str:
    return "\n".join(f"◆{text}" if kind is BlockKind.HEADING else text for kind, text in blocks)


def bold(blocks: Blocks) -> str:
    return "\n\n".join(f"**{text}**" if kind is BlockKind.HEADING else text for kind, text in blocks)


SETTINGS: dict[str, Callable[[Blocks], str]] = {
    "spaced": spaced,
    "widely spaced": widely_spaced,
    "no blank lines": close,
    "paragraphs indented": indented,
    "all indented": all_indented,
    "wrapped at 18, spaced": wrapped(18, gap="\n\n"),
    "wrapped at 25, spaced": wrapped(25, gap="\n\n"),
    "wrapped at 40, spaced": wrapped(40, gap="\n\n"),
    "wrapped at 18, indented": wrapped(18, gap="\n", indent=INDENT),
    "wrapped at 36, indented and spaced": wrapped(36, gap="\n\n", indent=INDENT),
    "Markdown": in_markdown,
    "numbered": numbered,
    "marked": marked,
    "bold": bold,
}


@pytest.mark.parametrize("set_page", SETTINGS.values(), ids=SETTINGS.keys())
def test_the_setting_makes_no_difference(set_page: Callable[[Blocks], str]) -> None:
    blocks = laid_out(read(str(SEED)).text)
    assert laid_out(set_page(blocks)) == blocks


@pytest.mark.parametrize("between", [" ", "　", "：", "——"])
def test_a_slogan_may_stand_beside_its_heading(between: str) -> None:
    blocks = [(kind, text.replace(" ", "，")) for kind, text in laid_out(read(str(SEED)).text)]
    page = spaced(blocks)
    for (kind, text), (after, slogan) in pairwise(blocks):
        if kind is BlockKind.HEADING and after is BlockKind.SLOGAN:
            page = page.replace(f"{text}\n\n{slogan}", f"{text}{between}{slogan}")
    assert laid_out(page) == blocks
