"""What `check` says of a document."""

import io
import json

from msgspec.structs import replace

from tests.output.conftest import Sample
from tuiexplorer.layout import lay_out
from tuiexplorer.model import Document, parse
from tuiexplorer.output.report import Report, report_on, write_reports_json, write_reports_text
from tuiexplorer.reading import Source


def as_text(*reports: Report) -> str:
    out = io.StringIO()
    write_reports_text(reports, out)
    return out.getvalue()


def without_doubts(document: Document) -> Document:
    return replace(document, doubts=())


def test_everything_is_counted(sample: Sample) -> None:
    report = report_on(sample.document, sample.blocks)
    assert report.characters == 33
    assert report.uncovered == 4  # the line of narration, which this sample gives no block
    assert list(report.blocks) == [
        "title", "subtitle", "caption", "heading", "slogan", "paragraph", "byline", "noise",
    ]  # fmt: skip
    assert {kind for kind, count in report.blocks.items() if count} == {"title", "heading", "paragraph"}
    assert report.themes == [None, "便民"]
    assert report.statements == {"named": 1, "anonymous": 0, "institution": 1, "collective": 0}
    assert (report.speakers, report.agencies) == (1, 2)


def test_a_doubt_is_told_with_its_line_and_words(sample: Sample) -> None:
    assert "  line 3: unattributed: no speaker before the cue: 还说话了。\n" in as_text(
        report_on(sample.document, sample.blocks)
    )


def test_only_what_was_not_understood_fails(sample: Sample) -> None:
    covered = replace(sample.document, source=replace(sample.document.source, text=sample.document.text[:32]))
    unattributed, ambiguous = sample.document.doubts
    assert not report_on(sample.document, sample.blocks).understood
    assert not report_on(replace(covered, doubts=(unattributed,)), sample.blocks).understood
    assert report_on(replace(covered, doubts=(ambiguous,)), sample.blocks).understood
    assert report_on(replace(covered, doubts=()), sample.blocks).understood


def test_a_text_of_scraps_fails() -> None:
    scraps = "\n".join(
        ["市财政局", "局长张敏", "表示", "要把资金", "用在刀刃上", "教育局", "局长李秀", "说", "办好教育"] * 2
    )
    source = Source("scraps.txt", "", scraps)
    report = report_on(parse(source), lay_out(source))
    assert not report.understood
    assert "line 1: disorder: most of the text stands in short lines that end no sentence" in as_text(report)


def test_a_character_in_no_block_fails(sample: Sample) -> None:
    report = report_on(without_doubts(sample.document), sample.blocks)
    assert not report.understood
    assert "  characters  33, 4 in no block\n" in as_text(report)


def test_several_documents_have_a_sum(sample: Sample) -> None:
    report = report_on(sample.document, sample.blocks)
    assert as_text(report).count("\n\n") == 0
    assert as_text(report, report).endswith(
        "\n\n2 documents, 4 statements; understood in full: 0 documents\n"
    )


def test_json_says_the_same(sample: Sample) -> None:
    out = io.StringIO()
    report = report_on(sample.document, sample.blocks)
    write_reports_json([report], out)
    (told,) = json.loads(out.getvalue())
    assert told["understood"] is False
    assert told["doubts"][0] == {
        "line": 3,
        "kind": "unattributed",
        "reason": "no speaker before the cue",
        "words": "还说话了。",
    }
    assert set(told) == {*Report.__struct_fields__, "understood"}


def test_what_was_not_taken_of_a_page_is_told_with_doubt(sample: Sample) -> None:
    source = replace(sample.document.source, left_out=("邻县县长说，要加快。",))
    document = replace(sample.document, source=source, doubts=())
    report = report_on(document, sample.blocks)
    assert "left out: on the page, but not taken for part of the article: 邻县县长说，要加快。" in as_text(
        report
    )
    assert report.understood == report_on(without_doubts(sample.document), sample.blocks).understood
