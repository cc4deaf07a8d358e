"""Cases that are not read so yet: ``python -m tests.attribution.wishes`` prints each, as wished and as read now."""

import tomllib
from pathlib import Path

from tests.attribution.test_cases import expected, paragraphs, shown
from tuiexplorer.attribution import attribute

WISHES = Path(__file__).with_name("wishes.toml")


def main() -> None:
    for case in tomllib.loads(WISHES.read_text(encoding="utf-8")).get("case", []):
        wished, found = (
            expected(case["said"]),
            [shown(one) for one in attribute(paragraphs(case["text"])).statements],
        )
        print(f"{'met' if wished == found else 'not met'}: {case['table']}: {case['text'].strip()}")
        for one in wished:
            print(f"    wished {line(one)}")
        for one in found:
            print(f"    found  {line(one)}")


def line(one: dict[str, object]) -> str:
    return " | ".join(str(value) for value in one.values())


if __name__ == "__main__":
    main()
