"""Draw ``screenshots/*.svg`` from the real program: ``python -m tests.screenshots``.

Each picture is the seed as a reader would see it after some keys. The pictures are made without a terminal, so they
can be made anywhere; the fonts are those of whoever looks at them.
"""

import asyncio
import contextlib
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from rich.cells import cell_len

from tuiexplorer import language
from tuiexplorer.loading import load
from tuiexplorer.tui.app import ExplorerApp
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.session import Session

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "screenshots"
FONT_SIZE = 20
"""Of Rich's pictures; an ideograph is as wide."""


@dataclass(frozen=True)
class Picture:
    name: str
    keys: Sequence[str] = ()
    size: tuple[int, int] = (80, 24)
    language: str = "zh"
    theme: str = "textual-dark"
    query: str = ""


PICTURES = (
    Picture("browse", ("/", *"longxiaohong", "enter", "escape")),
    Picture("search-by-pinyin", ("/", *"lyq", "enter")),
    Picture("agencies", ("2", "j", "j", "l"), (120, 36)),
    Picture("theme", ("h",), (120, 36), theme="textual-light"),
    Picture("source", ("j", "j", "o"), (100, 30)),
    Picture("statistics", ("s",), (100, 36)),
    Picture("narrow", ("j",), (44, 24)),
    Picture("english", ("j",), (100, 30), language="en"),
)


async def draw(picture: Picture) -> str:
    """The picture as SVG."""
    language.use(picture.language)
    app = ExplorerApp(
        Session(query=picture.query),
        Background(lambda cancelled: load(["seeds"], cancelled=cancelled)),
        theme=picture.theme,
    )
    # Read from here, so that the paths are those that everyone has who runs this.
    with contextlib.chdir(ROOT):
        async with app.run_test(size=picture.size) as pilot:
            await settled(app)
            for key in picture.keys:
                await pilot.press(key)
            await settled(app)
            await pilot.pause(0.3)
            await settled(app)
            return with_wide_characters(app.export_screenshot(title="tuiexplorer"))


async def settled(app: ExplorerApp) -> None:
    """Wait until the background has nothing to do."""
    await asyncio.sleep(0.2)
    await app.workers.wait_for_complete()


def with_wide_characters(svg: str) -> str:
    """Put each word where its cells are: Rich counts characters, and Chinese ones take two cells.

    A wide character stands alone, in the middle of its cells: viewers that know no ``textLength`` draw it there too.
    """

    def placed(match: re.Match[str]) -> str:
        head, x, middle, length, tail, text = match.groups()
        plain = unescape(text)
        cell = float(length) / max(1, len(plain))
        words = []
        for word in re.finditer(r"[\x21-\x7e]+|[─━█▌]+|[^\x00-\x7f\xa0]", plain):
            at = float(x) + cell * cell_len(plain[: word.start()])
            size = cell * cell_len(word[0])
            if cell_len(word[0]) == 2 * len(word[0]):
                at, fit = at + (size - FONT_SIZE) / 2, ""
            else:
                fit = f'textLength="{size:.1f}"'
            words.append(f'{head}x="{at:.1f}"{middle}{fit}{tail}>{escape(word[0], quote=False)}</text>')
        return "".join(words)

    return re.sub(
        r'(<text [^>]*?)x="([\d.]+)"([^>]*?)textLength="([\d.]+)"([^>]*)>([^<]*)</text>', placed, svg
    )


def main(names: Sequence[str] = ()) -> int:
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        if not names or picture.name in names:
            (FOLDER / f"{picture.name}.svg").write_text(asyncio.run(draw(picture)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
