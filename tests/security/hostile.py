"""Articles that mean harm: what a stranger may write into a text or a file name, in every place that is shown."""

import os
from pathlib import Path

TEXTS = {
    "clear the screen": "\x1b[2J\x1b[H",
    "a title for the window": "\x1b]0;owned\x07",
    "fill the clipboard": "\x1b]52;c;aGFja2Vk\x07",
    "a link": "\x1b]8;;http://evil.example\x1b\\here\x1b]8;;\x1b\\",
    "a device control string": "\x1bP$qm\x1b\\",
    "what tmux hands through": "\x1bPtmux;\x1b\x1b]52;c;aGFja2Vk\x07\x1b\\",
    "ask the terminal to answer": "\x1b[c\x1b[6n\x05",
    "change its keys": "\x1b[>4;1m\x1b[>1u",
    "8-bit control sequences": "\x9b2J\x9d52;c;aGFja2Vk\x9c\x90x\x9c",
    "carriage return and backspaces": "good\rbad\x08\x08\x08",
    "nul and delete": "a\x00b\x7fc",
    "other lines": "a\x0bb\x0cc\x85d\u2028e\u2029f",
    "turned round": "\u202etxt.exe\u202c\u2066x\u2069\u061c",
    "unseen": "a\u200bb\u2060c\ufeffd\xade\u180ef",
    "tags": "\U000e0001\U000e0041\U000e007f",
    "a pile": "Z" + "\u0301\u0316\u0488" * 12,
    "markup": "[bold]b[/] [@click=app.quit]c[/] [link=http://evil.example]l[/link] [/] [",
    "a formula": "=cmd|'/C calc'!A0",
    "more formulas": "+1+1",
    "a link for a reader": "[x](http://evil.example) ![y](http://evil.example/y) <script>alert(1)</script>",
}
"""What each text would do to whoever obeyed it."""

FOUND_BY = "建设实验室"
"""Words that stand in every article."""

_WORDS = "将加快科技创新，建设实验室"
_HARMLESS = "会议在市民中心举行，各界人士参加，气氛热烈。" * 30
"""Enough of it that the whole is still a text: what is full of controls is not read at all."""


def article(text: str) -> str:
    """An article with ``text`` in its title, slogan, heading, agency, narration, words and byline."""
    line = text.replace("\n", "").replace("\r", "\r ")
    return (
        f"{line}标题{line}\n\n——副题{line}\n\n"
        f"一、题目{line}\n\n"
        f"甲市{line}科技局局长王小明表示，{line}{_WORDS}{line}。\n\n"
        f"“{line}{_WORDS}。”乙市财政局局长李大力{line}说。\n\n"
        f"{line}当天下起了小雨{line}。\n\n{_HARMLESS}\n\n"
        f"（本报记者 赵六{line}）\n"
    )


def write_all(folder: Path) -> int:
    """Write an article for each text, each under a name that means harm as well; how many there are."""
    for number, text in enumerate(TEXTS.values()):
        name = text.replace("/", "∕").replace("\x00", "")[:40]
        (folder / f"{name}{number}.txt").write_bytes(article(text).encode("utf-8", "surrogatepass"))
    bytes_name = os.fsencode(folder) + b"/\xff\xfe=\x9b2J\n.txt"
    Path(os.fsdecode(bytes_name)).write_text(article("="), encoding="utf-8")
    return len(TEXTS) + 1
