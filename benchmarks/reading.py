"""How fast articles are read, and that the time grows as the text does: ``python -m benchmarks.reading FOLDER``.

Two tables, in megabytes of UTF-8 a second, best of three:

* the folder, article by article, stage by stage: reading (bytes to text), layout (text to blocks), attribution (blocks
  to statements), and the whole that every command waits for (all of these, themes, narration and ids);
* one article of 1, 2, 4 and 8 MB, made of all of the folder's end to end: a linear reader keeps its speed.

Beside each stands a sweep over the same text that finds nothing but the ends of sentences, and how many times its time
the whole takes: the megabytes are this machine's, the ratio says something of the program.
"""

import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from pathlib import Path

from tuiexplorer.attribution import attribute
from tuiexplorer.layout import lay_out
from tuiexplorer.model import parse
from tuiexplorer.reading import ReadingError, Source, find_files, source_of

MB = 1_000_000
SIZES = (1, 2, 4, 8)
ROUNDS = 3
ENDS = re.compile("[。！？]")
COLUMNS = ("MB", "sweep", "reading", "layout", "attribution", "whole", "whole/sweep")


def main() -> None:
    """Measure and print."""
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: python -m benchmarks.reading FOLDER")
    files = [(path, Path(path).read_bytes()) for path in find_files(sys.argv[1:])]
    sources = list(readable(files))
    if not sources:
        sys.exit(f"{sys.argv[1]}: no articles")
    print("".join(f"{name:>13}" for name in COLUMNS))
    print(row(files, sources), f" {len(sources)} articles")
    for size in SIZES:
        text = end_to_end(sources, size * MB)
        print(row([("one.txt", text.encode())], [Source("one.txt", "", text)]), " one article")


def readable(files: Iterable[tuple[str, bytes]]) -> Iterable[Source]:
    """The sources of those that are texts."""
    for path, data in files:
        try:
            yield source_of(path, data)
        except ReadingError as error:
            print(f"left out: {error}", file=sys.stderr)


def end_to_end(sources: Sequence[Source], size: int) -> str:
    """A text of about ``size`` bytes of UTF-8."""
    parts: list[str] = []
    for source in cycle(sources):
        parts.append(source.text)
        size -= len(source.text.encode()) + 1
        if size <= 0:
            break
    return "\n".join(parts)


def row(files: Sequence[tuple[str, bytes]], sources: Sequence[Source]) -> str:
    """The speeds of each stage over the same text."""
    laid_out = [lay_out(source) for source in sources]
    size = sum(len(source.text.encode()) for source in sources) / MB
    seconds = (
        best(lambda: [ENDS.findall(source.text) for source in sources]),
        best(lambda: list(readable(files))),
        best(lambda: [lay_out(source) for source in sources]),
        best(lambda: [attribute(blocks) for blocks in laid_out]),
        best(lambda: [parse(source) for source in readable(files)]),
    )
    speeds = "".join(f"{size / one:13.1f}" for one in seconds)
    return f"{size:13.1f}{speeds}{seconds[-1] / seconds[0]:12.0f}x"


def best(work: Callable[[], object]) -> float:
    """Seconds that it takes when nothing disturbs it."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


if __name__ == "__main__":
    main()
