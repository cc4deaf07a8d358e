"""Adverbials: the words around the subject of a cue that are neither subject nor cue (近日在接受采访时)."""

import re
from functools import cache

from tuiexplorer.lexicon import grammar

_TIME = r"(?:(?:北京时间|当地时间)?(?<![\d一二三四五六七八九十])(?:\d{1,4}[年月日号时分]|[一二三四五六七八九十]+[月日号])+(?:上午|下午|晚间?|凌晨|清晨|中午|傍晚|早些时候|夜间|深夜|当天|早|举行|，)?|(?:今天|今日|昨天|昨日)?（\d+月\d+日）)"
_CIRCUMSTANCE = r"在[^，在]{0,40}?(?:时|上|中|后|期间|前|里|会|下|处|现场|旁|边|内|间|京|地|致辞|讲话|声明|表态|社交媒体|节目)"
_INTERVIEW = r"(?:在)?(?:接受|面对)[^，]{0,40}?(?:采访|专访|提问|询问|镜头|连线)(?:时|中|后)?"
_ABOUT = r"(?:就|对|针对|围绕|关于|面对|谈及|谈到|说起|谈起|提起|提及|说到|聊起|展望|回忆起?|回顾|看着|望着|指着|拿着|回应|答复|回答)[^，]{1,40}?(?:时|问题|一事|议题|情况|提问|此|未来|今后|变化|生活)"
_TOWARDS = r"(?:向|对|同|与|跟|和)[^，]{0,14}?(?:记者|媒体|社|大家|村民们?|总台|他|她|外界|公众|网|报)(?:们)?"
_BY = r"(?:(?:通过|经由)[^，]{1,24}?(?:方式|视频|微信|电话|社交媒体|平台|账号|声明)(?:上|发文|发布|发表)?|以[^，]{1,12}?(?:方式|形式|身份|例)|用[^，]{1,10}?(?:话|语|方言))"
_VISIT = r"(?:会见|出席|参加|主持|视察|考察|调研|走访|听取|抵达|访问|会晤|陪同|检查|慰问|看望|召开|举行|发表|发布|公布|作出|率|致)[^，]{1,50}?(?:时|后|中|期间|上|声明|公报|讲话|指示|致辞|发布会|记者会|发言|消息|视频|报告|通报|公告|文章|演讲|战报|数据)"
_SAYING = r"说得[\u4e00-\u9fff]{1,6}|这样|如此"
_MOST_CUTS = 16
_PARENTHESIS = r"（[^（）]{0,30}）"


# In both, the rest is greedy, so that the shortest adverbial is taken first.
_PHRASE = re.compile(
    rf"(?P<rest>.*)(?:{_CIRCUMSTANCE}|{_INTERVIEW}|{_VISIT}|{_ABOUT}|{_TOWARDS}|{_BY}|{_TIME}|{_PARENTHESIS}|{_SAYING})[ 　]*$"
)


# What a phrase can end in; anything else need not be tried.
_PHRASE_ENDS = frozenset(
    "时上中后间前里会下处场旁边内京地辞话明态体目访问询头线题事案况示此来活化者社家们台他她界众网报式频信号例份语言公息告章讲据得样）早行天"
    "年月日号分午晚晨傍时候夜"
)


@cache
def _adverbs() -> dict[str, tuple[str, ...]]:
    return grammar.by_last_character(grammar.word_set("subjects", "adverbs", "through"))


def _without_last(text: str) -> str | None:
    """``text`` without the adverbial that closes it; None where none does."""
    text = text.rstrip(" ")
    last = text[-1:]
    if (last in _PHRASE_ENDS or "得" in text[-7:]) and (match := _PHRASE.match(text)):
        return match["rest"].rstrip(" 在")
    word = next((word for word in _adverbs().get(last, ()) if text.endswith(word)), None)
    return text[: -len(word)].rstrip(" 在") if word else None


@cache
def _leading() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, grammar.words("subjects", "openers")))
    return re.compile(
        rf"(?:{_TIME}|{_PARENTHESIS}|在[^，在]{{1,25}}?(?:上|中|时|后|期间|前|里|现场)|(?:{openers})|[ 　—…·-]+|[一二三四五六七八九十两几数多\d]+[位名个]|\d+岁的?)"
    )


def strip_leading(text: str) -> int:
    """How many characters at the head of ``text`` are words of the sentence, not of its subject."""
    at = 0
    while (match := _leading().match(text, at)) and match.end() < len(text):
        at = match.end()
    return at


def trailing_cuts(text: str) -> list[str]:
    """``text``, then ever less of it as adverbials are taken off its end."""
    cuts = [text.rstrip(" ")]
    for cut in cuts:
        if len(cuts) > _MOST_CUTS:
            break
        if cut.endswith("地"):
            # 周老栓高兴地, 李四笑眯眯地: how long the word of manner is only the name before it can tell.
            rests = [cut[: -1 - length] for length in (2, 3, 4, 1, 5) if length < len(cut)]
        else:
            rests = [rest for rest in [_without_last(cut)] if rest is not None]
        cuts += [rest for rest in rests if rest not in cuts]
    return cuts


def is_adverbial(text: str) -> bool:
    """Whether ``text`` ends in an adverbial, so that it is no name."""
    return _without_last(text) is not None
