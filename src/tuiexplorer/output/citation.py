"""Where words come from: a citation after GB/T 7714—2015 (newspaper articles), a quote with its source.

The standard's form is ``authors. title: subtitle[N]. newspaper, date(page).`` An article as text seldom says
its date and never its page; what is not known is left out, nothing is guessed.
"""

import os
import re

from tuiexplorer.model import Document, Entry, Statement, by_agency
from tuiexplorer.output.gate import visible

_BRACKETS = " \u3000()（）[]【】"
_DASHES = " \u3000—–-―─"
# Strings, not compiled: only a citation needs them, and every run would pay for them.
_NEWSPAPER = r"(?!本报)[\u4e00-\u9fff]{2,8}?(?:日报|晚报|晨报|早报|时报|商报|周报|导报|都市报|青年报|快报)"
_ROLES = (
    r"[\s、，,]*(?:本报|全媒体?|融媒体?|特派|特约|见习|实习)*"
    r"(?:记者|通讯员|评论员|撰稿人?)[\s:：]*"
)
_NO_NAME = r"摄影?|图|文|报道|摄影报道|综合|整理|.*[^\u4e00-\u9fff·].*"
_MOST_AUTHORS = 3


def cite(document: Document) -> str:
    """The source as GB/T 7714 cites it, on one line, safe to show."""
    byline = (document.byline or "").strip(_BRACKETS)
    paper = re.match(_NEWSPAPER, byline)
    authors = _authors(byline)
    title = document.title or os.path.splitext(os.path.basename(document.path))[0]
    if document.subtitle:
        title += f": {document.subtitle.strip(_DASHES)}"
    parts = [authors, f"{title}[N]", paper[0] if paper else ""]
    return visible(". ".join(part for part in parts if part) + ".")


def quote(entry: Entry) -> str:
    """What is copied: the words, who said them in which posts, the source with file and line."""
    item = entry.item
    who = f"——{described(item)}\n" if isinstance(item, Statement) else ""
    source = f"{cite(entry.document)} {visible(place(entry))}"
    return f"{visible(item.content, lines=True)}\n{visible(who, lines=True)}{source}"


def place(entry: Entry) -> str:
    """``path:line``, as terminals and editors open it. Not yet through the gate."""
    return f"{entry.document.path}:{entry.item.line}"


def described(statement: Statement) -> str:
    """The speaker with all posts: 张三（省发改委党组书记、主任；某协会会长）. Not yet through the gate."""
    posts = positions_in_words(statement)
    return f"{statement.speaker}（{posts}）" if posts else statement.speaker


def positions_in_words(statement: Statement) -> str:
    """The positions as newspapers write them, an agency once before its posts. Not yet through the gate.

    What the speaker is called is not said again: of an institution all, of 有关负责人 the post.
    """
    told = "；".join(
        agency + "、".join(position.post for _number, position in held if position.post != statement.speaker)
        for agency, held in by_agency(statement.positions)
    )
    return told if told != statement.speaker else ""


def _authors(byline: str) -> str:
    names: list[str] = []
    for listed in re.split(_ROLES, byline)[1:]:
        for word in re.split(r"[\s、，,]+", listed):
            if not word or re.fullmatch(_NO_NAME, word):
                break
            if len(word) == 1 and names and len(names[-1]) == 1:
                names[-1] += word  # a name of two characters, set wide: 张　三
            else:
                names.append(word)
    if not names:
        return byline if re.fullmatch(r"\S+(?:报道组|采访组|编辑部|评论部)", byline) else ""
    return ", ".join(names[:_MOST_AUTHORS]) + (", 等" if len(names) > _MOST_AUTHORS else "")
