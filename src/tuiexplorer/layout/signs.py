"""What a line says about itself: noise, credits, captions, and the marks that make a heading."""

import re

from tuiexplorer.layout.block import BlockKind

CLOSERS = "”’）)》〉」』】〕］]\"'"
"""What may follow the mark that ends a sentence."""
STOPS = "。！？!?…"
"""What ends a sentence."""
_ENDS = STOPS + "；;：:．～~"

_CAPTION = re.compile(
    r"""
      [（(【\[][^（）()]{0,60}(?:摄|供图|图|制图|绘|资料图片|资料照片|资料图|截图|视觉中国|图片)[）)】\]]$   # …（张三 摄）
    | ^(?:图为|图[①-⑳\d一二三四五六七八九十]{0,2}[：:]|[上下左右]图|[△▲▼↑↓◀▶]).{0,150}$                       # 图为…
    | ^[^。！？；：]{0,40}[\s　记者]\w{2,4}\s*摄$                                                             # 记者 张三 摄
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(
    r"""
      ^[（(【\[][^（）()。]{0,60}(?:报道组|记者|通讯员|编辑|作者|评论员|执笔|来源|综合)[^（）()。]{0,60}[）)】\]]$   # （XX日报报道组）
    | ^[□■◎●◇◆]?\s*(?:来源|作者|编辑|责任编辑|责编|校对|审核|监制|统筹|策划|采写|撰文|文字|文|图|文图|供稿|摄影|视频|记者|通讯员|实习生)
        \s*[：:/／丨|].{1,80}$                                                                                    # 来源：…
    | ^[□■◎●◇◆]?\s*[^，。！？；：、]{0,14}(?:记者|通讯员|评论员)\s*[^，。！？；：、]{2,50}$                             # 本报记者 张三
    """,
    re.VERBOSE,
)
_NOISE = re.compile(
    r"""
      ^[^\w“‘（《「『]*$                                            # —— * * * ===
    | ^[^\w]*(?:第\s*)?[A-Z]?\d{1,4}(?:\s*[/-]\s*\d{1,4})?\s*[版页]?\W*$   # 3  — 3 —  第2版  A03版
    | ^第[一二三四五六七八九十百]{1,3}[版页]$
    | ^[（(▲▼△▽<《【]*\s*(?:上接|下转|紧接|转)第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*版.{0,12}$    # （上接第一版）
    | ^<!--.*-->$
    | ^!?\[[^\]]*\]\([^)]*\)$                                       # [查看原文](…)
    | ^https?://\S+$
    | ^(?:更新时间|发布时间|时间|日期)[：:].*$
    """,
    re.VERBOSE,
)


def role(text: str) -> BlockKind | None:
    """The role that a line has by what it says; None where its neighbours must tell."""
    if len(text) > 200:
        return None
    if _NOISE.match(text):
        return BlockKind.NOISE
    if _CAPTION.search(text):
        return BlockKind.CAPTION
    if _BYLINE.match(text) and not ends(text):
        return BlockKind.BYLINE
    return None


def ends(text: str) -> bool:
    """Whether ``text`` ends as a paragraph does: with a full stop, or what introduces the next."""
    return text.rstrip(CLOSERS)[-1:] in _ENDS or not text
