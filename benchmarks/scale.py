"""How far it scales: ``python -m benchmarks.scale FOLDER`` (or ``--synthetic``), at 1, 2, 4 and 8 times the folder.

Each size is measured by two processes of its own, which begin with nothing: the first reads the copies of the folder
anew, the second opens them from the cache that the first has left, builds the search index and the trees, and asks.

* *read*: seconds until the last document of a first reading; *MB/s a core*: of UTF-8, by the processor time of all
  processes together.
* *open*: seconds until the last document is there from the cache; *index*: until all can be searched after that.
* milliseconds of each kind of query (all hits counted, the best 50 made, median of 5); the first pinyin query is left
  aside, because it builds what pinyin needs.
* *trees*: milliseconds to make the tree of all themes, and that of all agencies, with its first agency opened.
* *statistics*: milliseconds to count them. *many hits*: to search for a word that very many have, and to make their
  tree; both are done beside the screen. *key in many hits*: what a key costs while they are shown.
* memory of the second process: with the documents, with the index, and at the end with everything (library, trees,
  pinyin, jieba); *bytes a statement*: what is left of that without the interpreter and jieba, by statements.

Copies differ from the folder in the characters of names, so that speakers, agencies and the cache's keys are new ones.
All but *read* are processor time, so that a busy machine does not tell. The seconds are this machine's; what grows with
the folder and what does not is the program's.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

MB = 1_000_000
SIZES = (1, 2, 4, 8)
SHOWN = 50
ROUNDS = 5
QUERIES = {
    "word": "发展",
    "phrase": "高质量发展",
    "two words": "企业 开放",
    "negation": "企业 !发展",
    "field": "agency:发改委",
    "typo": "高质亮发展",
    "pinyin": "gaozhiliang",
    "initials": "gzlfz",
    "nothing": "龘龘",
}
NAMING = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲飞鹏辉鑫波斌宇浩凯健俊帆帅旭宁龙林欢佳阳"
"""Characters that are common in names, and that no copy needs to keep."""


def main() -> None:
    """Measure and print, or measure one row for another process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--synthetic", action="store_true", help="make a small folder instead")
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="how many times the folder"
    )
    parser.add_argument("--step", choices=("read", "open"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if bool(options.folder) == options.synthetic:
        parser.error("a folder, or --synthetic")
    if options.step:
        print(json.dumps(read(options.folder) if options.step == "read" else reopen(options.folder)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder
        if options.synthetic:
            folder = Path(scratch, "synthetic")
            write_synthetic(folder)
        table([row(folder, size, Path(scratch, f"copies-{size}")) for size in options.sizes], options.sizes)


def row(folder: Path, size: int, scratch: Path) -> dict[str, float]:
    """What is measured at ``size`` times the folder."""
    copies = scratch / "news"
    for number in range(size):
        write_copy(folder, copies / str(number), number)
    environment = {**os.environ, "XDG_CACHE_HOME": str(scratch / "cache")}
    found: dict[str, float] = {}
    for step in ("read", "open"):
        command = (sys.executable, "-m", "benchmarks.scale", "--step", step, str(copies))
        ran = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
        found |= json.loads(ran.stdout)
        if step == "read":
            found["cache MB"] = sum(path.stat().st_size for path in scratch.glob("cache/*/*")) / MB
    return found


def table(rows: Sequence[dict[str, float]], sizes: Sequence[int]) -> None:
    """Print one column a size, so that growth is read from left to right."""
    print(f"| | {' | '.join(f'{size}x' for size in sizes)} |")
    print("|-" + "|-:" * len(sizes) + "|")
    for name in rows[0]:
        values = (values[name] for values in rows)
        print(
            f"| {name} | {' | '.join(f'{value:,.0f}' if value >= 100 else f'{value:.3g}' for value in values)} |"
        )


def read(folder: Path) -> dict[str, float]:
    """Read everything anew."""
    from tuiexplorer.loading import load

    begun, last = time.perf_counter(), None
    for last in load([str(folder)]):  # noqa: B007 - the last one says how much there was
        pass
    seconds = time.perf_counter() - begun
    if last is None:
        sys.exit(f"{folder}: no articles")
    used = sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
    return {
        "files": last.total,
        "MB": last.bytes_total / MB,
        "read, s": seconds,
        "MB/s": last.bytes_total / MB / seconds,
        "MB/s a core": last.bytes_total / MB / used,
        "memory of reading, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def reopen(folder: Path) -> dict[str, float]:
    """Open everything from the cache; search it, browse it."""
    from tuiexplorer.loading import load
    from tuiexplorer.model import Document
    from tuiexplorer.search import Index
    from tuiexplorer.search.shelf import open_shelf

    empty = memory()
    begun = time.process_time()
    documents = [one.outcome for one in load([str(folder)]) if isinstance(one.outcome, Document)]
    opened = time.process_time()
    held = memory()
    index = Index(open_shelf())
    index.add(documents)
    index.prepare()
    ready = time.process_time()
    indexed = memory()
    asked = queries(index)
    trees = browse(documents, index)
    used = memory()
    from tuiexplorer.search.words import keywords

    keywords("高质量发展")
    statements = sum(1 for document in documents for _ in document.statements())
    full = memory()
    begun_again = time.process_time()
    again = Index(open_shelf())
    again.add(documents)
    again.prepare()
    kept = time.process_time() - begun_again
    return {
        "statements": statements,
        "statements and narration": len(index),
        "open, s": opened - begun,
        "index, s": ready - opened,
        "index as kept, s": kept,
        **asked,
        **trees,
        "memory with documents, MB": held,
        "memory with index, MB": indexed,
        "memory with all, MB": full,
        "bytes a statement": (used - empty) * MB / statements,
    }


def queries(index: Any) -> dict[str, float]:
    """The median milliseconds of each kind of query."""
    index.search("gaozhi", limit=SHOWN)
    found = {}
    for kind, query in QUERIES.items():
        took = []
        for _ in range(ROUNDS):
            begun = time.process_time()
            for hit in index.search(query, limit=SHOWN).hits:
                _ = hit.matches
            took.append(time.process_time() - begun)
        found[f"{kind}, ms"] = statistics.median(took) * 1e3
    return found


def browse(documents: Sequence[Any], index: Any) -> dict[str, float]:
    """The milliseconds that trees and statistics take; the library is filled as the explorer does it."""
    from tuiexplorer.tui.browsing import Browsing, Found
    from tuiexplorer.tui.groups import Grouping
    from tuiexplorer.tui.library import Library
    from tuiexplorer.tui.outline import leaf_of, outline
    from tuiexplorer.tui.statistics import count
    from tuiexplorer.tui.status import Progress, line_for

    library = Library()
    begun = time.process_time()
    library.add(documents)
    found = {"library, ms": (time.process_time() - begun) * 1e3}
    for grouping in (Grouping.THEMES, Grouping.AGENCIES):
        begun = time.process_time()
        tree = outline(grouping, library.entries)
        _ = tree.children[0].children
        found[f"tree of {grouping}, ms"] = (time.process_time() - begun) * 1e3
    begun = time.process_time()
    count(library.entries)
    found["statistics, ms"] = (time.process_time() - begun) * 1e3
    begun = time.process_time()
    hits = Found.of(QUERIES["word"], index.search(QUERIES["word"]), len(index))
    browsing = Browsing(library, found=hits)
    leaf_of(browsing.tree(), hits.results.hits[0].entry)
    found["many hits, ms"] = (time.process_time() - begun) * 1e3
    begun = time.process_time()
    for _ in range(ROUNDS):
        line_for(browsing, Progress(finished=True), None)
        leaf_of(browsing.tree(), hits.results.hits[0].entry)
    found["key in many hits, ms"] = (time.process_time() - begun) * 1e3 / ROUNDS
    return found


def memory() -> float:
    """The megabytes of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MB


def write_copy(folder: Path, target: Path, number: int) -> None:
    """The folder's articles with other names in them, the first copy aside."""
    shuffled = list(NAMING)
    random.Random(number).shuffle(shuffled)
    changes = str.maketrans(NAMING, "".join(shuffled)) if number else {}
    for path in articles(folder):
        text = path.read_text(encoding="utf-8", errors="replace").translate(changes)
        place = target / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def articles(folder: Path) -> Iterable[Path]:
    """The articles below a folder."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md"))


def write_synthetic(folder: Path, files: int = 150) -> None:
    """Days of news in the shape of a real folder: some twenty kilobytes a day, a fifth of it said by someone."""
    folder.mkdir(parents=True)
    draw = random.Random(6)
    for day in range(files):
        (folder / f"{day:04}.md").write_text("\n\n".join(synthetic_day(draw)), encoding="utf-8")


WORDS = (
    *("高质量发展", "企业", "开放", "粮食安全", "营商环境", "新质生产力", "乡村振兴"),
    *("就业", "科技创新", "绿色低碳", "民生", "改革", "项目", "服务"),
)
BODIES = ("省发改委", "省财政厅", "市教育局", "市民政局", "省农业农村厅", "市科技局", "省商务厅")


def synthetic_day(draw: random.Random) -> Iterator[str]:
    """The paragraphs of one day."""

    def clauses(many: int) -> str:
        return "，".join(
            f"{draw.choice('抓推促保稳扩')}好{draw.choice(WORDS)}和{draw.choice(WORDS)}{draw.randint(1, 999)}项工作"
            for _ in range(many)
        )

    yield f"# {clauses(1)}引发热烈反响"
    for section in range(12):
        yield f"## {clauses(1)}"
        for paragraph in range(4):
            if (section + paragraph) % 2:
                name = draw.choice("王李张刘陈杨赵黄周吴") + "".join(draw.sample(NAMING, 2))
                yield f"{draw.choice(BODIES)}局长{name}表示，要{clauses(3)}。会上{clauses(4)}。"
            yield f"{clauses(6)}。{clauses(6)}。"


if __name__ == "__main__":
    main()
