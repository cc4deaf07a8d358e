"""Contents: which words of a paragraph belong to an attribution, and where they end.

Quotations that stand whole are content by their marks. Indirect speech has no closing mark: it runs to the end of its
sentence, and over the next sentences as long as they read as the same speaker's and not as the reporter's.
"""

import re
from functools import partial

from msgspec.structs import replace

from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.frames.leading import tells_of_another
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.statements.reach import Reach, Run
from tuiexplorer.attribution.words.bodies import is_state, state_at_start
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar

Stretch = tuple[int, int]
"""A half-open pair of offsets into a paragraph's text."""

# …，但乌方没有透露具体地点, …，并谴责这一行径: the reporter's own clause inside the sentence.
_ASIDE = re.compile(
    r"，(?:(?:但|不过|然而)[^，。]{1,8}(?:对此)?(?:予以|表示)?否认|(?:但|不过|然而)[^，。]{1,10}(?:没有|未|尚未|并未|拒绝)(?:透露|说明|公布|提供|回应|给出|证实)"
    r"|(?:但|不过|然而)[^，。]{1,16}[未无](?:就此|对此)[^，。]{0,4}(?:发布|公布|回应|表态|置评|评论|证实)"
    r"|(?:但|不过|然而)(?:声明|报告|公告|通报|文件|消息)中?(?:并?没有|并?未)"
    r"|[\u4e00-\u9fff]{1,10}对此(?:[暂尚]无|[暂尚]?未|没有|拒绝)[^，。]{0,4}(?:回应|置评|评论|表态)"
    r"|[\u4e00-\u9fff]{1,10}对此(?:予以|表示)否认"
    r"|(?:但|均|都|却)?(?:遭|遭到|被)[^，。]{1,12}(?:拒绝|否决)(?=[，。])"
    r"|(?:该|这份)?(?:声明|公告|通报)(?:还|也)?(?:称|说|指出)"
    r"|[他她](?:还|也|同时|再次|高度|热烈|积极|强烈)*(?:感谢|赞赏|称赞|赞扬|批评|指责|谴责|祝贺|欢迎|驳斥)"
    r"|对此[^，。]{2,24}(?:批评|谴责|驳斥|反驳|指责)"
    r"|(?:该|这一|此)(?:事件|事|视频|消息|话题|做法)[^，。]{0,6}(?:引发|引起|登上|冲上)|这番(?:言论|话|表态)"
    r"|于是[将把](?!来)"
    r"|此举(?:引发|引起|遭|招致|触发|立即|随即|令|被)"
    r"|(?:并|同时)(?:强烈|严厉|公开)?(?:指责|谴责|抨击|批评)(?!和))"
)
# 宣告脱贫攻坚战取得了胜利，|深刻总结了…: what the speaker did besides.
_DECLARES = re.compile("，(?:深刻|全面|系统|深情)?(?:总结|回顾|阐述|阐明|展望|部署|擘画|描绘)了?(?!好)")
# …将有暴雨。为应对降雨，…已转移群众: after a forecast, what is done about it.
_ANSWERS = re.compile("为|据|目前|截至|针对|昨|[^。]*(?:已[^经]|启动|部署|发布)")
_ANOTHER = re.compile("[\u4e00-\u9fff]同志(?!们)")
"""Who is told of in a speech: 高明山同志是杰出代表。他的一生…."""
_LONGEST_THING = 20
_TOLD = re.compile("(?<!即)将(?!军|士)|不(?!断|懈|同|少|可)|没有|已经")  # 他表示|邻国不了解人民的力量和决心
_ACTS = re.compile("坚持|恪守|奉行|实施|采取|切实|展现|解决")
_OWNED = re.compile("(?<!坚)的[^的]{2,4}$")  # 重申|坚持和平的立场
_OPENS_CLAUSE = ("将", "已", "会", "要", "应", "必须", "需要", "正在", "这是", "此举")
_ADDRESS = re.compile(r"[\u4e00-\u9fff]{1,12}，")  # 警告美国，不要…
_WHOM = re.compile(
    "[\u4e00-\u9fff]{0,4}?(?:[方们者]|国家|民众|居民|公众|市民|村民|人员|群众|企业|司机|车主"
    "|游客|旅客|部门|政府|当局|媒体|全党|大家)"
)
"""Whom one warns or reminds, besides states and people with titles: 提醒|当地居民，…."""


_SAYS_MORE = re.compile("自己|希望(?!的)|这(?!话|[一些番句]|[么样]|时|里|个?问题)")
"""After a quotation and its verb: more of what is said, and not how (“…。”王芳说|这是大家的功劳)."""
_SENTENCE = re.compile(r"[。！？]+[”’）]*")
_CONCLUDES = ("只有", "只要", "因此我", "所以我")
"""What a sentence of one's own begins with that concludes: …。与此同时，民企也在赶上。|只有携手并进，才能行稳致远。."""
_BETWEEN = 3
"""How many sentences that do not read as the speaker's may stand between two that do."""


_pattern = partial(grammar.opening, "speech")


def content_of(paragraph: Paragraph, frame: Frame, reach: Reach) -> list[Stretch]:
    """The stretches of a paragraph that ``frame`` attributes."""
    found: list[Stretch] = [quote.inner for quote in (*frame.run, frame.quote) if quote]
    cue = frame.cue
    at = cue.end
    addressed = not cue.mark and cue.word in grammar.word_set("cues", "addressed")
    address = _ADDRESS.match(paragraph.text, at) if addressed else None
    if address and _is_addressed(address[0][:-1]):
        at = address.end()
    at = paragraph.skip(at, "，：: 。" if cue.mark == "：" else "，：: ")
    goes_on = cue.mark or cue.word in grammar.word_set("cues", "careful")
    manner = frame.quote is not None and _tells_how(
        paragraph, at, marked=bool(cue.mark), goes_on=bool(goes_on)
    )
    if cue.mark != "。" and not manner:
        called = not cue.mark or cue.mark in "：“"
        called = called and cue.word in grammar.word_set("cues", "tailed")
        found += _following(paragraph, at, reach, called=called)
    else:
        found += _adjacent(paragraph, cue.end, reach.limit)
    found = [(start, end) for start, end in found if start < end]
    may_be_thing = not cue.mark and cue.word != "认为" and cue.demand != "certain"
    return [] if may_be_thing and found and _is_thing(paragraph, *found[-1]) else found


def _is_addressed(words: str) -> bool:
    """Whether ``words`` name no more than whom it is said to: 警告|美国，不要…, but not 敦促|美国履行承诺，…."""
    sides = re.split("[和与、]", words)
    return all(is_state(side) or _WHOM.fullmatch(side) or _is_named(side) for side in sides)


def _is_named(words: str) -> bool:
    """Whether they are a title, or a title and a name: 海国外交官高明."""
    ends = range(max(1, len(words) - 6), len(words) - 1)
    named = (name_form(words[end:]) >= NameForm.FOREIGN and head_at_end(words[:end]) for end in ends)
    return bool(head_at_end(words)) or any(named)


def _tells_how(paragraph: Paragraph, at: int, *, marked: bool, goes_on: bool) -> bool:
    """Whether what follows a quotation's verb is how it was said or what came of it, and no more of what was said."""
    if not marked and _SAYS_MORE.match(paragraph.text, at):
        return False
    acts = (_pattern("manner"), _pattern("then"))
    return not goes_on or any(pattern.match(paragraph.text, at) for pattern in acts)


def _is_thing(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether what follows a cue without a mark is a thing and not words: 强调农业科技的重要性."""
    words = paragraph.text[start:end].rstrip("。，； ")
    told = words.startswith(_OPENS_CLAUSE) or bool(_TOLD.search(words))  # 法国称|将提供更多支持
    told = told or bool(_ACTS.search(words) and not _OWNED.search(words))  # 强调|乍得坚持一个中国原则
    return not told and len(words) <= _LONGEST_THING and words.endswith(grammar.words("cues", "things"))


def _following(paragraph: Paragraph, at: int, reach: Reach, *, called: bool) -> list[Stretch]:
    """What follows a cue: quotations that stand whole, or words in the reporter's grammar up to where they end.

    ``called`` says that a quotation before a comma is all, however short (高喊“加油”，…).
    """
    quote = paragraph.quote_at(at)
    all_of_it = (
        quote
        and paragraph.text.startswith("，", quote.end)
        and (called or _has_outcome(paragraph, quote) or _tells_of_him(paragraph, quote))
    )
    if quote and _pattern("then").match(paragraph.text, quote.end + 1):
        return [quote.inner]
    if quote and (all_of_it or _stands_whole(paragraph, quote)):
        return [quote.inner, *_adjacent(paragraph, quote.end, reach.limit)]
    ends = _DECLARES if paragraph.text.endswith("宣告", 0, at) else _ASIDE
    aside = ends.search(paragraph.text, at, reach.limit)
    if aside and not paragraph.quote_around(aside.start()):
        reach = replace(reach, limit=aside.start())
    reach = replace(reach, limit=_reporter_resumes(paragraph, at, reach))
    if at >= reach.limit:
        return []
    end = _indirect_end(paragraph, at, reach)
    return [*_unquoted(paragraph, at, end), *_adjacent(paragraph, end, reach.limit)]


_CLAUSES = re.compile("；(?P<clauses>[^；。！？]*)")


def _reporter_resumes(paragraph: Paragraph, at: int, reach: Reach) -> int:
    """Where after a semicolon the reporter names the speaker again: …；谈到分歧，李强用“…”来形容; else the limit."""
    for match in _CLAUSES.finditer(paragraph.text, at, reach.limit):
        named = any(f"，{name}" in f"，{match['clauses']}" for name in reach.full)
        if named and not paragraph.quote_around(match.start()):
            return match.start()
    return reach.limit


def _tells_of_him(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether the reporter tells more of the speaker after a quotation that a mark sets off: 说，“…”，她也是…."""
    marked = paragraph.text[quote.start - 1 : quote.start] in ("，", "：")
    return marked and paragraph.text.startswith(("他也是", "她也是", "他还是", "她还是"), quote.end + 1)


def _has_outcome(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether the reporter tells after the comma what came of a quotation that its verb governs directly."""
    text = paragraph.text
    direct = text[quote.start - 1 : quote.start] not in ("，", "：", " ")
    return direct and _pattern("outcome").match(text, quote.end + 1) is not None


def _unquoted(paragraph: Paragraph, start: int, end: int) -> list[Stretch]:
    """Indirect words without the marks of the quotations in them that end as sentences: …。“…。”, …，“…。”."""
    found: list[Stretch] = []
    for quote in paragraph.quotes_in(start, end):
        runs_on = paragraph.text[quote.inner[1] - 1] in "。！？…" and _runs_on(paragraph, quote.start - 1)
        if paragraph.is_sentence(quote) or runs_on:
            found += [(start, quote.start), quote.inner]
            start = quote.end
    whole = paragraph.quote_at(start)
    marked = not found or paragraph.text[start - 1 : start] in ("，", "：")
    if whole and marked and whole.closed and paragraph.is_blank(whole.end, end, marks="，。； "):
        return [*found, whole.inner]  # 称，“…”，但他同时表示…
    return [*found, (start, end)]


def _runs_on(paragraph: Paragraph, comma: int) -> bool:
    """Whether words go on after a comma as a quotation, rather than those of another: …更有信心，|“…。”."""
    clause = paragraph.text[max(0, comma - 4) : comma]
    return paragraph.text[comma] == "，" and not clause.endswith(
        grammar.words("cues", "tails", "clause", "mark")
    )


def _stands_whole(paragraph: Paragraph, quote: Quote) -> bool:
    """Whether the quotation is all of what is said (“…。”) rather than a term at its head (“十五五”时期，…)."""
    text = paragraph.text
    _, end = quote.inner
    after = text[paragraph.skip(quote.end, " ") :][:1] if quote.end < len(text) else ""
    if text[end - 1] in "，。！？…" or not quote.closed or after in ("", "。", "；"):
        return True
    if text.startswith("，“", quote.end):
        return True  # “…”，“…”
    return after in "，！？“" and paragraph.is_utterance(quote)


def _adjacent(paragraph: Paragraph, at: int, limit: int) -> list[Stretch]:
    """The quotations that follow ``at`` with nothing but a mark between."""
    found: list[Stretch] = []
    while True:
        quote = paragraph.quote_at(paragraph.skip(at, " 。，；：—…"))
        chained = quote is not None and quote.start == at + 1 and paragraph.text[at - 1 : at + 2] == "”，“"
        if quote is None or quote.start >= limit or not (chained or paragraph.is_utterance(quote)):
            return found
        found.append(quote.inner)
        at = quote.end


def _indirect_end(paragraph: Paragraph, at: int, reach: Reach) -> int:
    """Where indirect words that begin at ``at`` end."""
    position = at
    while True:
        match = _SENTENCE.search(paragraph.text, position)
        if match is None or match.end() >= reach.limit:
            return reach.limit
        position = match.end()
        around = paragraph.quote_around(match.start())
        if around and match.start() < around.end - 1 and position < around.end:
            position = min(around.end, reach.limit)
            continue
        quote = paragraph.quote_at(paragraph.skip(position, " "))
        if quote and quote.end <= reach.limit and paragraph.is_sentence(quote):
            position = quote.end
            continue
        sentence, after = _sentence_at(paragraph, position, reach)
        if (
            reach.run is Run.LONG
            and sentence[:1] in ("他", "她")
            and _ANOTHER.search(paragraph.text, at, position)
        ):
            continue
        if not sentence or not (_goes_on(sentence, reach) or _is_taken_up(paragraph, sentence, after, reach)):
            return position


def _sentence_at(paragraph: Paragraph, at: int, reach: Reach) -> tuple[str, int]:
    """The sentence that begins at ``at``, as far as it may be the speaker's, and where it ends."""
    end = match.end() if (match := _SENTENCE.search(paragraph.text, at)) else reach.limit
    return paragraph.text[at:end].lstrip(" "), min(end, reach.limit)


def _goes_on(sentence: str, reach: Reach) -> bool:
    """Whether a sentence after what was said reads as the same speaker's."""
    if reach.run is Run.WHOLE:
        return not any(sentence.startswith(name) or f"，{name}" in sentence for name in reach.names)
    return (
        not _is_reporters(sentence, reach)
        and _is_speakers(sentence, reach)
        and (bool(_pattern("continuation").match(sentence)) or not _is_of_another(sentence, reach))
    )


def _is_speakers(sentence: str, reach: Reach) -> bool:
    """Whether a sentence that is not plainly the reporter's has what the same speaker's have."""
    if reach.forecast and _pattern("weather").search(sentence) and not _ANSWERS.match(sentence):
        return True
    talks = reach.run is Run.LONG and bool(reach.person)
    own = _MEANWHILE.sub("", sentence, count=1)
    if _is_of_side(own, reach):
        return True
    besides = reach.run is Run.SHORT and reach.own not in sentence and _BESIDES.match(sentence)
    if besides or (reach.side and _DATED.match(sentence)):
        return False
    if (
        _pattern("perhaps").match(sentence)
        and not (talks and _pattern("themes").match(sentence))
        and not (reach.run is Run.LONG and "我们" in sentence.partition("“")[0])
    ):
        return False  # but …。此次会议是|我们今后工作的指南。
    if reach.run is Run.LONG or _pattern("continuation").match(sentence):
        return True
    even = reach.run is Run.EVEN
    return even and bool(
        _pattern("will").search(sentence) or (reach.person and _pattern("own").match(sentence))
    )


# 他呼吁居民保持冷静。当地居民10日设置路障: what happened on a day, after words of someone from another state.
_DATED = re.compile("[^，。]{2,24}?(?<!\\d)\\d{1,2}日(?![起前内])[^，。]{2,}|\\d{1,2}日，")
# …称，俄军炮击了车队。此外，核电站因炮击而关闭
_BESIDES = re.compile("(?:此外|另外)，")
_MEANWHILE = re.compile("(?:与此同时|同时|此外|另外|目前)，|当天(?=[\u4e00-\u9fff]{1,2}军)")


def _is_of_side(sentence: str, reach: Reach) -> bool:
    """Whether a sentence tells what the speaker's country did or wants: 山方正在…, 与此同时，|山国将…."""
    if reach.own and sentence[:1] == reach.own and _is_of_own(sentence):
        return True
    side = reach.side
    return bool(side and sentence.startswith(side) and _pattern("wants").match(sentence, len(side)))


def _is_of_own(sentence: str) -> bool:
    """Whether a sentence that begins with the speaker's country tells what its forces did or what it wants."""
    state = len(state_at_start(sentence)) or 1
    return bool(_pattern("forces").match(sentence, 1) or _pattern("wants").match(sentence, state))


def _is_reporters(sentence: str, reach: Reach) -> bool:
    """Whether the reporter takes over: 李强随后…, 在村委会，李强…, 据悉，…."""
    comma = sentence.find("，") + 1
    named = sentence.startswith(reach.names) and not _pattern("own").match(sentence)  # 中方|表示，…。中方将…
    tells = named or (comma and sentence.startswith(reach.full, comma))
    tells = tells or any(f"，但是{name}" in sentence or f"，但{name}" in sentence for name in reach.full)
    about = bool(reach.person) and reach.person in sentence
    tells = tells or (about and ("我" not in sentence or f"以{reach.person}同志为" in sentence))
    return bool(tells or _pattern("reporter").match(sentence))


def _is_of_another(sentence: str, reach: Reach) -> bool:
    """Whether the reporter tells of someone else: asked last, because it is dear."""
    return reach.people is not None and tells_of_another(sentence, reach.person, reach.people)


def _is_taken_up(paragraph: Paragraph, sentence: str, at: int, reach: Reach) -> bool:
    """Whether a sentence that does not read as the speaker's stands between two of his own: …。洪水已退。我们要….

    The second may be a quotation that nobody else says, with which the paragraph ends.
    """
    between = [sentence]
    for _ in range(_BETWEEN):
        if at >= reach.limit or _is_reporters(sentence, reach):
            return False
        if _closes_quoted(paragraph, at):
            return not any(_is_of_another(one, reach) for one in between)
        if reach.run not in (Run.EVEN, Run.LONG):
            return False
        sentence, at = _sentence_at(paragraph, at, reach)
        between.append(sentence)
        if (
            _pattern("own").match(sentence)
            or _is_of_side(sentence, reach)
            or _pattern("duty").match(sentence)
            or (reach.run is Run.LONG and reach.person and sentence.startswith(_CONCLUDES))
        ):
            return not _is_reporters(sentence, reach) and not any(
                _is_of_another(one, reach) for one in between
            )
    return False


def _closes_quoted(paragraph: Paragraph, at: int) -> bool:
    """Whether a paragraph ends in a quotation at ``at`` that is a sentence: his who spoke before it."""
    quote = paragraph.quote_at(paragraph.skip(at, " "))
    return quote is not None and paragraph.is_sentence(quote) and paragraph.is_blank(quote.end)


def trim(parts: list[tuple[str, Stretch]]) -> list[Stretch]:
    """The stretches (each with its paragraph) without blanks at their edges, nor the punctuation that closes the last.

    Stretches at the end that hold nothing else are left out.
    """
    trimmed: list[Stretch] = []
    for normal, (start, end) in parts:
        words = normal[start:end]
        first = end - len(words.lstrip(" ，："))
        trimmed.append((first, max(first, start + len(words.rstrip(" ")))))
    while trimmed:
        normal = parts[len(trimmed) - 1][0]
        start, end = trimmed[-1]
        while start < end and normal[end - 1] in "。；，：、 ":
            end -= 1
        if start < end:
            trimmed[-1] = (start, end)
            break
        trimmed.pop()
    return trimmed
