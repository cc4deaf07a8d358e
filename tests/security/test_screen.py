"""Whatever articles hold, the screen sends the terminal nothing but what the program itself has to say to it."""

import base64
import json
import re
import unicodedata
from pathlib import Path

import pytest

from tests.pty.terminal import Browse, Terminal
from tests.security import hostile

pytestmark = pytest.mark.slow

OWN = re.compile(
    rb"\x1b\[[0-9;]*[mHABCDGJK]"  # colours, places, erasing
    rb"|\x1b\[[?>=<][0-9;]*\$?[a-zA-Z]"  # modes: alternate screen, mouse, paste, keys
    rb"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07"  # what the reader copies, encoded
    rb"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse's pointer
)
"""The control sequences that the program needs."""
ESCAPE = b"\x1b"
OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn")


def foreign(output: bytes | bytearray) -> list[str]:
    """What of ``output`` is obeyed and is not the program's own, each with some of what follows it."""
    text = OWN.sub(b"", bytes(output)).decode()
    return [
        text[place : place + 20]
        for place, one in enumerate(text)
        if unicodedata.category(one) in OBEYED and one not in "\r\n"
    ]


def step(terminal: Terminal, keys: str | bytes) -> None:
    """Press keys and look at what comes of them. That all of it has come is not important here."""
    terminal.press(keys)
    terminal.read(
        0.2 if keys == ESCAPE else 0.07
    )  # a key right after Escape would be taken for Alt and that key


def mark(terminal: Terminal) -> None:
    """Mark a hit, as soon as there is one: what is marked is written at the end."""
    for _try in range(20):
        terminal.settle()
        terminal.press("m")
        terminal.settle()
        if "摘录集中有" in terminal.text:
            return
    raise AssertionError(f"nothing is marked:\n{terminal.text}")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    hostile.write_all(folder)
    return folder


def test_every_place_shows_it_and_none_obeys(
    browse_with_keywords: Browse, articles: Path, tmp_path: Path
) -> None:
    with browse_with_keywords(str(articles), size=(100, 40)) as terminal:
        terminal.wait_for(f"{len(hostile.TEXTS) + 1} 篇文章")
        for grouping in "1234":
            step(terminal, grouping)
            step(terminal, "eg")
            for _page in range(4):
                step(terminal, b"\x04")
                step(terminal, "n")
            for place in ("z", "o", "?", "s", "M"):
                step(terminal, place)
                step(terminal, ESCAPE)
        for query in (hostile.FOUND_BY, "speaker:王小明", "甲市 科技", "[@click=app.quit]", "\\", "zzzz"):
            step(terminal, "/")
            step(terminal, query)
            step(terminal, "\r")
            step(terminal, "n")
            if query == hostile.FOUND_BY:
                mark(terminal)
            else:
                step(terminal, "y")
            step(terminal, "o")
            step(terminal, ESCAPE)
            step(terminal, ESCAPE)
        step(terminal, b"\x10")
        step(terminal, "markup")
        step(terminal, ESCAPE)
        terminal.settle()
        for _try in range(20):  # Escape and the key after it may have been taken for one
            terminal.press("x")
            terminal.settle()
            if ".csv" in terminal.text:
                break
            terminal.press(ESCAPE)
            terminal.settle()
        terminal.press(b"\x15" + f"{tmp_path}/out.jsonl\r".encode())
        terminal.wait_for_bytes("已把".encode())
        terminal.press("q")
        assert terminal.wait() == 0
        assert foreign(terminal.output) == []
    assert all(json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines())


def test_what_is_copied_steers_nothing_where_it_is_pasted(browse: Browse, articles: Path) -> None:
    copied = []
    with browse(str(articles), size=(100, 40)) as terminal:
        terminal.wait_for(f"{len(hostile.TEXTS) + 1} 篇文章")
        step(terminal, "4e")
        for _statement in range(12):
            step(terminal, "n")
            terminal.output.clear()
            terminal.press("y")
            terminal.wait_for_bytes(b"\x07\x1b")
            copied += re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", bytes(terminal.output))
    assert len(copied) == 12
    for text in (base64.b64decode(one).decode() for one in copied):
        assert not [one for one in text if unicodedata.category(one) in OBEYED and one != "\n"]


def test_a_paste_is_text_and_no_keys(browse: Browse) -> None:
    with browse() as terminal:
        terminal.wait_for("31 条发言")
        terminal.press("/")
        terminal.wait_for("Esc 清除")
        terminal.press("\x1b[200~\x07\u202e[bold]纸\u200b\r\nq\n\x1b[201~")
        terminal.wait_for("[bold]纸")
        terminal.press(ESCAPE)
        terminal.wait_for("搜索：")
        terminal.press(ESCAPE)
        terminal.wait_for("y 复制")
        terminal.press("q")
        assert terminal.wait() == 0
        assert foreign(terminal.output) == []
