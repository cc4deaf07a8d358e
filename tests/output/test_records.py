"""The keys of a record, their order and what stands in them."""

import json

from tests.output.conftest import Sample
from tuiexplorer.output.as_json import encode
from tuiexplorer.output.records import Item, to_record

KEYS = [
    "id", "document", "theme", "speaker", "kind", "positions", "cue", "content", "paragraph", "spans", "line",
]  # fmt: skip


def test_the_record_of_a_statement_has_every_key(sample: Sample) -> None:
    assert to_record(Item(sample.said)) == {
        "id": "aaaa",
        "document": {
            "path": "news/a.txt",
            "title": "小城新规",
            "subtitle": "——各方热议",
            "byline": None,
            "sha256": "0" * 64,
        },
        "theme": {"heading": "便民", "slogan": "让群众少跑腿"},
        "speaker": "张三",
        "kind": "named",
        "positions": [
            {"agency": "市民政局", "canonical": "小城市民政局", "post": "党组书记"},
            {"agency": "市民政局", "canonical": "小城市民政局", "post": "局长"},
            {"agency": "慈善总会", "canonical": None, "post": "会长"},
        ],
        "cue": "表示",
        "content": "将简化流程",
        "paragraph": "张三表示，将简化流程。",
        "spans": [[19, 24]],
        "line": 3,
    }


def test_keys_come_in_one_order_and_extras_last(sample: Sample) -> None:
    full = Item(sample.said, keywords=["流程"], score=0.123456, matches={"speaker": ((0, 1),)})
    for entry in (sample.said, sample.unheaded, sample.told):
        assert list(to_record(Item(entry))) == KEYS
    assert list(to_record(full)) == [*KEYS, "keywords", "score", "matches"]
    assert list(to_record(full)["document"]) == ["path", "title", "subtitle", "byline", "sha256"]
    assert list(to_record(full)["positions"][0]) == ["agency", "canonical", "post"]
    assert to_record(full)["score"] == 0.1235
    assert to_record(full)["matches"] == {"speaker": [[0, 1]]}


def test_before_the_first_heading_there_is_no_theme(sample: Sample) -> None:
    assert to_record(Item(sample.unheaded))["theme"] is None


def test_narration_has_no_speaker(sample: Sample) -> None:
    record = to_record(Item(sample.told))
    assert (record["kind"], record["speaker"], record["cue"], record["id"]) == ("narration", None, None, None)
    assert record["content"] == "天下雨。"


def test_json_is_one_safe_line_that_loses_nothing() -> None:
    hostile = {"text": "好\x1b[2J\x9b1m\u202e\n\u2028\udcff\U000e0041", "名\x7f": "a\\u001b"}
    line = encode(hostile)
    assert line.isprintable()
    assert "好" in line
    assert json.loads(line) == hostile
