"""Articles saved as web pages: the article whole, nothing of the page around it. All names are invented."""

import base64
import plistlib
import quopri
import sys
import tomllib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tuiexplorer.layout import BlockKind, lay_out
from tuiexplorer.reading import ReadingError, source_of

pytest.importorskip("trafilatura", reason="the extra tuiexplorer[html] is not installed")

TITLE = "凝心聚力再谱新篇"
SUBTITLE = "——全市经济工作会议精神在各地引发强烈反响"
LEAD = "12月3日，市委经济工作会议召开。会议总结今年工作，部署明年任务，在全市干部群众中引发强烈反响。"
HEADINGS = ["坚定不移推动高质量发展", "坚定不移创造高品质生活"]
FIRST = [
    "“会议为明年工作指明了方向。”市发改委主任陈立群说，将抓好重大项目建设，扩大有效投资。",
    "市财政局局长何秀兰表示，要用足用好财政政策，兜牢“三保”底线。",
]
BOXES = "<section><section><span>{}</span><span>{}</span></section></section>"
SECOND = ["“日子越过越有奔头。”石桥镇村民赵大勇说。", "市民政局局长谢春林表示，将新建社区养老服务中心20个。"]
BODY = [LEAD, HEADINGS[0], *FIRST, HEADINGS[1], *SECOND]
AROUND_BEFORE = (
    "<ul>" + "".join(f"<li><a href=/>{word}</a></li>" for word in ["首页", "新闻", "时政", "体育"]) + "</ul>"
)
AROUND_AFTER = (
    "<div class=related><h3>相关阅读</h3><ul>"
    + "".join(f"<li><a href=/{day}>全市召开第{day}次重点项目推进会</a></li>" for day in range(6))
    + "</ul></div><div class=footer>版权所有 江州日报社 未经授权禁止转载</div>"
)

PAGES = {
    "a newspaper's site": f"""<!DOCTYPE html><html><head><meta charset=utf-8><title>{TITLE}_江州新闻网</title>
        </head><body>{AROUND_BEFORE}<h1>{TITLE}</h1><h2>{SUBTITLE}</h2><div>2025-12-04 08:30 来源：江州日报</div>
        <div id=content>{"".join(f"<p>　　{line}</p>" for line in BODY)}</div>{AROUND_AFTER}</body></html>""",
    "an old site of tables and breaks": f"""<HTML><HEAD><TITLE>{TITLE}</TITLE></HEAD><BODY>
        <TABLE><TR><TD>{AROUND_BEFORE}
        </TD></TR><TR><TD align=center><font size=5>{TITLE}</font></TD></TR><TR><TD><font id=zoom>
        {"<br><br>".join("&nbsp;&nbsp;" + line for line in BODY)}</font></TD></TR></TABLE>
        {AROUND_AFTER}</BODY></HTML>""",
    "a public account of nested boxes": f"""<html><head><meta charset=utf-8><title>{TITLE}</title><body>
        <h1 class=rich_media_title>{TITLE}</h1><div id=js_content>
        {"".join(BOXES.format(line[:9], line[9:]) for line in BODY)}
        </div><script>var text = "not this";</script></body></html>""",
    "an e-paper": f"""<html><head><title>江州日报数字报-{TITLE}</title></head><body><div>第02版：要闻</div>
        <div id=ozoom><p>{TITLE}</p><p>{SUBTITLE}</p>
        <founder-content>{"".join(f"<P>{line}</P>" for line in BODY)}
        </founder-content></div>{AROUND_AFTER}</body></html>""",
}
CASES = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_read_of_a_page(case: dict[str, Any]) -> None:
    source = source_of("saved.html", case["page"].encode())
    blocks = [f"{block.kind}: {block.text}" for block in lay_out(source) if block.kind is not BlockKind.NOISE]
    assert blocks == case["blocks"]
    assert source.left_out == tuple(case.get("left_out", ()))


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_article_is_whole(page: str, encoding: str) -> None:
    source = source_of("saved.html", page.encode(encoding))
    blocks = lay_out(source)
    assert source.format == "html"
    assert [block.text for block in blocks if block.kind is BlockKind.TITLE] == [TITLE]
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == HEADINGS
    assert [block.text for block in blocks if block.kind is BlockKind.PARAGRAPH] == [LEAD, *FIRST, *SECOND]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_the_page_around_it_is_left_out(page: str) -> None:
    text = source_of("saved.html", page.encode()).text
    assert not any(word in text for word in ("体育", "重点项目推进会", "版权所有", "not this", "<"))


def test_a_page_is_known_by_what_it_holds() -> None:
    assert source_of("-", PAGES["an e-paper"].encode()).format == "html"


SMALL = f"<html><head><meta charset=utf-8><title>{TITLE}</title><body><h1>{TITLE}</h1><p>{'<p>'.join(SECOND)}</html>"
BOUNDARY = "----MultipartBoundary--abc----"
MHTML = f"""From: <Saved by Browser>\r
Subject: page\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
\tboundary="{BOUNDARY}"\r
\r
--{BOUNDARY}\r
Content-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r
\r
%s\r
--{BOUNDARY}\r
Content-Type: image/png\r
Content-Transfer-Encoding: base64\r
\r
{base64.b64encode(b"picture").decode()}\r
--{BOUNDARY}--\r
"""
SAVED = {
    "MHTML": MHTML.replace("%s", quopri.encodestring(SMALL.encode("gb18030")).decode()).encode(),
    "a web archive": plistlib.dumps(
        {"WebMainResource": {"WebResourceData": SMALL.encode()}}, fmt=plistlib.FMT_BINARY
    ),
    "a web archive in XML": plistlib.dumps({"WebMainResource": {"WebResourceData": SMALL.encode()}}),
}


@pytest.mark.parametrize("data", SAVED.values(), ids=SAVED.keys())
@pytest.mark.parametrize("name", ["saved.mhtml", "saved.html", "-"])
def test_a_page_saved_with_its_pictures_is_read_whatever_its_name(data: bytes, name: str) -> None:
    source = source_of(name, data)
    assert source.text.split("\n\n") == [TITLE, *SECOND]
    assert source.format == "html"


def test_a_damaged_web_archive_is_told_as_such() -> None:
    data = SAVED["a web archive"]
    with pytest.raises(ReadingError, match="a web archive that is damaged"):
        source_of("saved.webarchive", data[: len(data) // 2])


@pytest.mark.parametrize("data", SAVED.values(), ids=SAVED.keys())
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_half_a_saved_page_is_read_or_refused(data: bytes, share: float) -> None:
    with suppress(ReadingError):
        source_of("saved.mhtml", data[: int(len(data) * share)])


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("<div>", "</div>"), ("<section><span>", "")],
)
def test_however_deep_it_is_nested_nothing_is_lost(opened: str, closed: str) -> None:
    page = SMALL.replace("<p>", opened * 2500 + "<p>", 1).replace("</html>", closed * 2500 + "</html>")
    assert source_of("saved.html", page.encode()).text.split("\n\n") == [TITLE, *SECOND]


def test_what_is_plain_text_all_the_same_is_read_as_it_stands() -> None:
    source = source_of("saved.html", "\n".join((TITLE, *BODY)).encode("gb18030"))
    assert (source.text, source.format) == ("\n".join((TITLE, *BODY)), "text")


@pytest.mark.parametrize(
    "page", ["", "<html></html>", "<", "<html><body><img src=a.jpg>", "<?xml version='1.0'?><html/>"]
)
def test_a_page_without_an_article_is_empty_or_refused(page: str) -> None:
    with suppress(ReadingError):
        assert not source_of("saved.html", page.encode()).text.strip("<")


def test_a_small_page_is_taken_whole() -> None:
    assert (
        source_of("saved.html", f"<h1>{TITLE}</h1><p>{SECOND[0]}".encode()).text == f"{TITLE}\n\n{SECOND[0]}"
    )


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadingError, match=r"pip install 'tuiexplorer\[html\]'"):
        source_of("saved.html", PAGES["an e-paper"].encode())
