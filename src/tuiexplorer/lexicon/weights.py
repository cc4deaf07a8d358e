"""How tables of measured weights are read: each line a table, a weight, the characters or pairs that have it."""

from pathlib import Path

Weights = dict[str, dict[str, int]]
"""The weights of each table, by what has them; "?", or "??" of a pair, stands for all that is not listed."""


def read_weights(path: Path) -> Weights:
    """The tables of a file. That named ``pair`` is of pairs of characters, the others are of single ones."""
    tables: Weights = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, weight, members = line.split(" ", 2)
            table, size = tables.setdefault(name, {}), 2 if name == "pair" else 1
            for start in range(0, len(members), size):
                table[members[start : start + size]] = int(weight)
    return tables
