"""How fast the search is: ``python -m benchmarks.search FOLDER`` (or ``--synthetic``).

The folder's text is cut into paragraphs (lines of over 30 characters, lines with links left out), each taken for a
statement. The table gives milliseconds a query in one process, the first time and after that, all hits counted and the
best 50 made; S is one ``str.find`` sweep for an absent word over the joined text, timed between the queries.
``--growth`` repeats it at 1, 2, 4 and 8 times the size (copies with clauses rotated and characters replaced).
``--processor-time`` takes the processor's time for the clock's, on a machine that does other things besides.
"""

import argparse
import gc
import random
import re
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from tuiexplorer.attribution import Kind, Position
from tuiexplorer.model import Document, Statement, Theme
from tuiexplorer.reading import Source
from tuiexplorer.search import Index

SHOWN = 50
SYNTHETIC_PARAGRAPHS = 112_000
MIN_LENGTH = 31


class Goal(NamedTuple):
    """What p95 may be: in milliseconds, as a multiple of S, and in milliseconds at eight times the size."""

    ms: float | None
    sweeps: float | None
    ms_at_eight: float | None


KINDS: dict[str, tuple[Goal, tuple[str, ...]]] = {
    "exact, two terms, negation": (
        Goal(5, 0.6, 40),
        ("高质量发展", "粮食安全", "发改委", "发展改革委 粮食安全", "高质量发展 !企业", "'营商环境"),
    ),
    "two words that stand everywhere": (Goal(None, None, None), ("中国 经济", "工作 企业")),
    "one common character": (Goal(10, 1.2, 80), ("的", "国", "一", "!的")),
    "name, typo or homophone": (Goal(2, 0.3, 30), ("{homophone}", "{wrong}", "{swapped}")),
    "phrase with a typo": (
        Goal(10, 1.2, 150),
        ("新质生产刀", "构建发展格局", "中国式的现代化", "绿色低炭发展", "乡村真兴战略"),
    ),
    "pinyin, full or mixed": (
        Goal(5, 0.6, 30),
        ("gaozhiliangfazhan", "gao质量", "liangshianquan", "xinzhishengchanli", "fazhangai"),
    ),
    "initials, three or more": (Goal(20, 2.5, 130), ("gzlfz", "fgw", "xzscl", "lsaq", "xczx")),
}
ANY_KEY = Goal(16, 2, 130)
TYPED = (
    "高质量发展",
    "粮食安全 发展",
    "gaozhiliangfazhan",
    "gzlfz",
    "fagaiwei yingshang",
    "shengchanli",
    "新质生产刀",
    "乡村振兴 !企业",
    "{name}",
    "{homophone}",
)


def main() -> None:
    args = _arguments()
    paragraphs = list(_synthetic()) if args.synthetic else list(_paragraphs(args.folder))
    names = _names(paragraphs)
    sizes = (1, 2, 4, 8) if args.growth else (1,)
    print(f"Python {sys.version.split()[0]}, numpy {version('numpy')}, rapidfuzz {version('rapidfuzz')}")
    growth = []
    for size in sizes:
        grown = list(_grown(paragraphs, size))
        clock = time.thread_time if args.processor_time else time.perf_counter
        growth.append(_measure(grown, names, size, clock))
        if size == 1 and not args.no_others:
            _others(grown)
    if len(sizes) > 1:
        print("\nGrowth: p95 in ms, and build in s\n")
        print("| size | " + " | ".join(growth[0]) + " |")
        print("|---" * (len(growth[0]) + 1) + "|")
        for size, row in zip(sizes, growth, strict=True):
            print(f"| {size} | " + " | ".join(f"{value:.1f}" for value in row.values()) + " |")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of .txt and .md files, UTF-8")
    parser.add_argument("--synthetic", action="store_true", help="make text of the same shape instead")
    parser.add_argument("--growth", action="store_true", help="also at 2, 4 and 8 times the size")
    parser.add_argument("--processor-time", action="store_true", help="instead of the time that passes")
    parser.add_argument("--no-others", action="store_true", help="leave out fzf, rapidfuzz and ripgrep")
    args = parser.parse_args()
    if bool(args.folder) == args.synthetic:
        parser.error("a folder, or --synthetic")
    return args


def _paragraphs(folder: Path) -> Iterable[str]:
    for path in sorted([*folder.rglob("*.txt"), *folder.rglob("*.md")]):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            text = line.strip()
            if len(text) >= MIN_LENGTH and "http" not in text and "](" not in text:
                yield text


def _synthetic() -> Iterable[str]:
    """Text of the same shape: clauses drawn by rank from a vocabulary as uneven as that of news."""
    draw = random.Random(4)
    telling = [
        "高质量发展", "粮食安全", "发改委", "发展改革委", "企业", "中国", "经济", "营商环境", "新质生产力",
        "新发展格局", "构建新发展格局", "中国式现代化", "绿色低碳发展", "乡村振兴战略", "粮食", "生产", "创新", "工作",
    ]  # fmt: skip
    chars = [chr(code) for code in range(0x4E00, 0x4E00 + 4000)]
    draw.shuffle(chars)
    others = ["".join(draw.choices(chars[:1500], k=draw.choice((1, 2, 2, 2, 3, 4)))) for _ in range(12_000)]
    words = ["的", "一", *others[:150], *telling, *others[150:]]
    weights = [1 / (rank + 20) for rank in range(len(words))]
    for _ in range(SYNTHETIC_PARAGRAPHS):
        size = max(MIN_LENGTH, int(draw.lognormvariate(4.55, 0.5)))
        text: list[str] = []
        length = 0
        while length < size:
            clause = "".join(draw.choices(words, weights, k=draw.randint(4, 12))) + "，"
            text.append(clause)
            length += len(clause)
        yield "".join(text)[:-1] + "。"


def _grown(paragraphs: Sequence[str], size: int) -> Iterable[str]:
    """The paragraphs, and copies with clauses rotated and one character in twenty replaced."""
    draw = random.Random(8)
    pool = "".join(paragraphs[:2000])
    yield from paragraphs
    for _ in range(size - 1):
        for text in paragraphs:
            cut = draw.randrange(len(text))
            chars = list(text[cut:] + text[:cut])
            for _ in range(len(chars) // 20):
                chars[draw.randrange(len(chars))] = pool[draw.randrange(len(pool))]
            yield "".join(chars)


def _names(paragraphs: Sequence[str]) -> dict[str, str]:
    """A name of three characters that stands a few times, and wrong ways to write it."""
    found: dict[str, int] = {}
    for text in paragraphs:
        for name in re.findall(
            "(?:书记|主任|局长|部长)([郑钟龚魏蒋谭邓][\u4e00-\u9fff]{2})(?:表示|说|指出|介绍)", text
        ):
            found[name] = found.get(name, 0) + 1
    from tuiexplorer.search.pinyin import homophones

    name = max(sorted(found), key=lambda name: (min(found[name], 20), name), default=paragraphs[0][3:6])
    sound = next((char for char in homophones(name[1]) if char not in name), name[1])
    return {
        "name": name,
        "homophone": name[0] + sound + name[2],
        "wrong": name[:2] + "龘",
        "swapped": name[0] + name[2] + name[1],
    }


def _document(paragraphs: Sequence[str]) -> Document:
    """Paragraphs as the statements of one article, by 2,000 speakers of 400 agencies."""
    statements = tuple(
        Statement(
            str(number), _speaker(number % 2000), Kind.NAMED,
            (Position(_speaker(number % 400)[::-1] + "局", "局长"),), "表示", text, text, (), (), number + 1,
        )
        for number, text in enumerate(paragraphs)
    )  # fmt: skip
    theme = Theme("要闻", None, (), statements, 1)
    return Document(Source("benchmark", "", "\n".join(paragraphs)), None, None, None, (theme,), ())


def _speaker(number: int) -> str:
    return "赵钱孙李周吴冯陈褚卫"[number % 10] + chr(0x6000 + number // 10) + chr(0x7000 + number % 97)


def _measure(
    paragraphs: Sequence[str], names: dict[str, str], size: int, clock: Callable[[], float]
) -> dict[str, float]:
    joined = "\n".join(paragraphs)
    sweep = statistics.median(_times(lambda: joined.find("龘龘龘"), 15, clock))
    document = _document(paragraphs)
    warmed = Index()
    warmed.add([_document(paragraphs[:4000])])
    warmed.prepare()  # numpy and the tables of names are loaded now, and not counted
    del warmed
    gc.collect()
    held = _memory()
    start = clock()
    index = Index()
    index.add([document])
    index.prepare()
    built = clock() - start
    gc.collect()
    megabytes = (_memory() - held) / 1e6
    print(f"\n{len(paragraphs):,} paragraphs, {len(joined):,} characters; S = {sweep * 1000:.1f} ms")
    print(f"built in {built:.2f} s, {megabytes:.0f} MB more resident (goal at size 1: 1 s, 80 MB)\n")
    print(
        "| kind | slowest first time ms | median ms | p95 ms | p95 / S | goal ms | goal / S | goal ms at 8 |"
    )
    print("|---" * 8 + "|")
    index.search("speaker:a")  # the tables of pinyin are loaded now
    repeats = 20 if size == 1 else 6
    slowest: list[tuple[float, str]] = []
    row: dict[str, float] = {}
    typed = [query.format(**names) for query in TYPED]
    keys = [query[:end] for query in typed for end in range(1, len(query) + 1)]
    kinds = [
        (kind, goal, [query.format(**names) for query in queries], repeats)
        for kind, (goal, queries) in KINDS.items()
    ]
    for kind, goal, queries, rounds in (*kinds, ("any key, typed one by one", ANY_KEY, keys, 5)):
        times: list[float] = []
        sweeps: list[float] = []
        firsts: list[float] = []
        for query in queries:
            firsts += _times(partial(_ask, index, query), 1, clock)
            one = _times(partial(_ask, index, query), rounds, clock)
            sweeps += _times(lambda: joined.find("龘龘龘"), 1, clock)
            times += one
            slowest.append((statistics.median(one), query))
        row[kind] = _line(kind, times, max(firsts), statistics.median(sweeps), goal)
    row["build s"] = built
    slowest.sort(reverse=True)
    print("\nslowest: " + ", ".join(f"{query} {seconds * 1000:.1f}" for seconds, query in slowest[:8]))
    return row


def _ask(index: Index, query: str) -> int:
    results = index.search(query)
    for hit in results.hits[:SHOWN]:
        hit.score  # noqa: B018
    return results.total


def _line(kind: str, times: Sequence[float], first: float, sweep: float, goal: Goal) -> float:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    measured = " | ".join(f"{value * 1000:.2f}" for value in (first, statistics.median(times), p95))
    goals = " | ".join("–" if value is None else f"{value:g}" for value in goal)
    print(f"| {kind} | {measured} | {p95 / sweep:.2f} | {goals} |")
    return p95 * 1000


def _times(
    function: Callable[[], object], repeats: int, clock: Callable[[], float] = time.perf_counter
) -> list[float]:
    times = []
    for _ in range(repeats):
        start = clock()
        function()
        times.append(clock() - start)
    return times


def _memory() -> int:
    """Bytes of this process in memory (Linux; 0 elsewhere)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * 4096


def _others(paragraphs: Sequence[str]) -> None:
    """The same text searched by other tools."""
    print("\n| tool | query | ms |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paragraphs.txt"
        path.write_text("\n".join(paragraphs), encoding="utf-8")
        for query in ("高质量发展", "发改委", "gzlfz", "新质生产刀", "的"):
            if fzf := shutil.which("fzf") or shutil.which("fzf", path=sysconfig.get_path("scripts")):
                print(
                    f"| fzf {_output(fzf, '--version').split()[0]} --bench | {query} | {_fzf(fzf, query, path)} |"
                )
            if rg := shutil.which("rg"):
                taken = statistics.median(_times(partial(_output, rg, "-c", query, str(path)), 5))
                print(f"| rg -c | {query} | {taken * 1000:.1f} |")
    from rapidfuzz import fuzz, process

    for query in ("高质量发展", "新质生产刀"):
        extract = partial(
            process.extract, query, paragraphs, scorer=fuzz.partial_ratio, score_cutoff=75, limit=SHOWN
        )
        taken = statistics.median(_times(extract, 3))
        print(f"| rapidfuzz extract(partial_ratio, score_cutoff=75) | {query} | {taken * 1000:.1f} |")


def _fzf(fzf: str, query: str, path: Path) -> str:
    """What ``fzf --bench`` says: the mean time of a search, reading left out."""
    with path.open("rb") as file:
        command = [fzf, "--filter", query, "--bench", "2s"]
        out = subprocess.run(command, stdin=file, capture_output=True, text=True, check=False)
    return " ".join((out.stdout + out.stderr).split())


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    main()
