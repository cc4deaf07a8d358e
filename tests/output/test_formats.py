"""Each format, whole, as a file that lies beside this one; `pytest --golden-update` writes them anew."""

import csv
import io
import json
import re
from collections.abc import Callable

import pytest

from tests.output.conftest import Sample, make_sample
from tuiexplorer.output.as_csv import cell
from tuiexplorer.output.as_markdown import escape
from tuiexplorer.output.as_text import Look, cells, write_text
from tuiexplorer.output.formats import FORMATS, writer
from tuiexplorer.output.records import Item

Golden = Callable[[str, str], None]
ENDINGS = {"jsonl": "jsonl", "json": "json", "csv": "csv", "markdown": "md"}


def items(sample: Sample) -> list[Item]:
    return [Item(sample.unheaded), Item(sample.said), Item(sample.told)]


def written(format: str, what: list[Item]) -> str:
    out = io.StringIO(newline="")
    writer(format)(what, out)
    return out.getvalue()


def hits(sample: Sample) -> list[Item]:
    matches = {
        "speaker": ((0, 2),),
        "agency": ((1, 3),),
        "post.1": ((0, 2),),
        "post.2": ((0, 1),),
        "content": ((1, 3),),
        "heading": ((0, 1),),
        "title": ((2, 4),),
    }
    return [Item(sample.said, ["流程"], 12.5, matches), Item(sample.told, None, 1.0, {"content": ((1, 2),)})]


@pytest.mark.parametrize("format", FORMATS)
def test_format_is_as_its_golden_file(format: str, sample: Sample, golden: Golden) -> None:
    golden(f"records.{ENDINGS[format]}", written(format, items(sample)))


@pytest.mark.parametrize("color", [False, True])
def test_hits_are_as_their_golden_file(color: bool, sample: Sample, golden: Golden) -> None:
    out = io.StringIO()
    write_text(hits(sample), out, Look(80, color=color))
    golden(f"hits.{'color' if color else 'plain'}.txt", out.getvalue())


@pytest.mark.parametrize(("format", "empty"), [("jsonl", ""), ("json", "[\n]\n"), ("markdown", "")])
def test_nothing_is_written_as_nothing(format: str, empty: str) -> None:
    assert written(format, []) == empty


def test_an_empty_table_has_its_head() -> None:
    assert written("csv", []).startswith("\ufeffid,speaker,")


def test_the_array_holds_the_lines(sample: Sample) -> None:
    lines = [json.loads(line) for line in written("jsonl", items(sample)).splitlines()]
    assert json.loads(written("json", items(sample))) == lines


class TestSpreadsheet:
    @pytest.mark.parametrize("live", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "＠x", "\r=1"])
    def test_no_cell_is_a_formula(self, live: str) -> None:
        assert cell(live).startswith("'")

    @pytest.mark.parametrize("plain", ["", "好", "3-5", "“+”", "a=b"])
    def test_other_text_is_as_it_is(self, plain: str) -> None:
        assert cell(plain) == plain

    def test_a_hostile_article_is_text_in_every_cell(self) -> None:
        sample = make_sample(content="=HYPERLINK(1)\x1b[2J", speaker="@张", path="-x\n.txt")
        rows = list(
            csv.DictReader(io.StringIO(written("csv", [Item(sample.said)]).lstrip("\ufeff"), newline=""))
        )
        (row,) = rows
        assert (row["content"], row["speaker"], row["path"]) == ("'=HYPERLINK(1)␛[2J", "'@张", "'-x\n.txt")
        assert row["agency"] == "市民政局；市民政局；慈善总会"
        assert row["post"] == "党组书记；局长；会长"


class TestMarkdown:
    @pytest.mark.parametrize(
        ("live", "dead"),
        [
            ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
            ("<script>", r"\<script\>"),
            ("[x](y) ![z](w)", r"\[x\](y) \!\[z\](w)"),
            ("# 题", r"\# 题"),
            ("1. 项", r"1\. 项"),
            ("- 项", r"\- 项"),
            ("2035年 3.5%", "2035年 3.5%"),
            ("https://a.cn www.b.cn", r"https\://a.cn www\.b.cn"),
            ("一\n# 二", r"一 \# 二"),
            ("\x1b[0m", r"␛\[0m"),
        ],
    )
    def test_nothing_in_the_text_is_live(self, live: str, dead: str) -> None:
        assert escape(live) == dead


class TestText:
    LONG = "这是一段很长的话，" * 60 + "关键" + "后面还有很多，" * 40

    @pytest.mark.parametrize("width", [20, 37, 80])
    @pytest.mark.parametrize("start", [0, 300, 540, 700])
    def test_no_line_of_the_excerpt_is_too_wide_and_the_match_is_in_it(self, width: int, start: int) -> None:
        sample = make_sample(content=self.LONG)
        out = io.StringIO()
        item = Item(sample.said, None, 1.0, {"content": ((start, start + 2),)})
        write_text([item], out, Look(width, color=True))
        text = out.getvalue()
        marked = text.replace("\n  ", "").split("\x1b[1;31m")[1].split("\x1b")[0]
        assert self.LONG[start : start + 2].startswith(marked)
        plain = io.StringIO()
        write_text([item], plain, Look(width))
        excerpt = plain.getvalue().splitlines()[2:-1]
        assert 1 <= len(excerpt) <= 4
        assert all(cells(line) <= width for line in excerpt)

    def test_colour_changes_nothing_else(self, sample: Sample) -> None:
        plain, color = io.StringIO(), io.StringIO()
        write_text(hits(sample), plain, Look(80))
        write_text(hits(sample), color, Look(80, color=True))
        assert re.sub(r"\x1b\[[0-9;]*m", "", color.getvalue()) == plain.getvalue()

    def test_hostile_text_steers_nothing(self) -> None:
        sample = make_sample(content="好\x1b[2J\x9b", speaker="张\x07", path="a\x1b]0;x\x07.txt")
        out = io.StringIO()
        write_text([Item(sample.said, None, 1.0, {})], out, Look(80))
        assert all(line.isprintable() for line in out.getvalue().splitlines())
