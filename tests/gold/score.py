"""How well articles are read: ``python -m tests.gold.score`` prints the figures, ``--write`` pins what is wrong now.

For each field, over all statements of a half: precision (of those found), recall (of those in the gold) and their
harmonic mean, where only an exact match counts. ``--show NAME`` prints the differences of one article in full.
"""

import argparse
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.gold.gold import ARTICLES, FIELDS, SEED, Comparison, Said, compare

EXPECTED = Path(__file__).with_name("expected.toml")
HALVES = ("dev", "held")
HEAD = """\
# What is known to be read differently from the gold, article by article: `title`, `7 content cue` (fields of the 7th
# statement), `7 missed`, `extra 7` (the 7th statement found is not in the gold). Written by
# `python -m tests.gold.score --write`; a change here is a change of what the program can do, so look at it.
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write expected.toml anew")
    parser.add_argument("--show", metavar="NAME", help="the differences of one article, such as dev-court")
    asked = parser.parse_args()
    if asked.show:
        print("\n".join(difference(compare(next(path for path in ARTICLES if path.stem == asked.show)))))
        return
    compared = {path.stem: compare(path) for path in ARTICLES}
    for half in HALVES:
        if articles := [one for name, one in compared.items() if name.startswith(half)]:
            print(table(half, articles))
    print(table("seed", [compare(SEED)]))
    if asked.write:
        text = HEAD + "".join(pinned(name, one) for name, one in compared.items())
        EXPECTED.write_text(text, encoding="utf-8")


def table(half: str, compared: Sequence[Comparison]) -> str:
    """The figures of some articles."""
    gold, found = sum(len(one.gold.said) for one in compared), sum(len(one.found.said) for one in compared)
    lines = [
        f"{half}: {len(compared)} articles, {gold} statements, {found} found",
        f"{'':12}     P     R    F1",
    ]
    for field in (*FIELDS, "all"):
        right = sum(right_in(one, [field] if field != "all" else FIELDS) for one in compared)
        figures = (right / found, right / gold, 2 * right / (gold + found))
        lines.append(f"{field:12} " + " ".join(f"{100 * figure:5.1f}" for figure in figures))
    return "\n".join(lines) + "\n"


def right_in(compared: Comparison, fields: Iterable[str]) -> int:
    """How many statements of the gold were found with all of these fields right."""
    return sum(all(compared.right(number, field) for field in fields) for number in compared.pairs)


def pinned(name: str, compared: Comparison) -> str:
    wrong = "".join(f'    "{one}",\n' for one in compared.wrong())
    return f"\n{name} = [\n{wrong}]\n" if wrong else f"\n{name} = []\n"


def known() -> dict[str, list[str]]:
    """What is pinned."""
    return tomllib.loads(EXPECTED.read_text(encoding="utf-8"))


def difference(compared: Comparison) -> Iterable[str]:
    """Both sides of each difference."""
    for part in ("title", "subtitle", "byline", "themes"):
        gold, found = getattr(compared.gold, part), getattr(compared.found, part)
        if gold != found:
            yield f"{part}\n  gold  {gold}\n  found {found}"
    for number, said in enumerate(compared.gold.said):
        other = compared.found.said[compared.pairs[number]] if number in compared.pairs else None
        if said != other:
            yield f"{number + 1}\n  gold  {line(said)}\n  found {line(other) if other else None}"
    for number, said in enumerate(compared.found.said):
        if number not in compared.pairs.values():
            yield f"extra {number + 1}\n  found {line(said)}"


def line(said: Said) -> str:
    positions = "; ".join(" ".join(position) for position in said.positions)
    return f"{'/'.join(said.source)} ({positions}) {said.cue} [{said.theme[0]}] {said.content}"


if __name__ == "__main__":
    main()
