"""Contents: which words of a paragraph belong to an attribution, and where they end.

Quotations that stand whole are content by their marks. Indirect speech has no closing mark: it runs to the end of its
sentence, and over the next sentences as long as they read as the same speaker's and not as the reporter's.
"""

import re
from functools import partial

from msgspec.structs import replace

from tuiexplorer.attribution.frames.frame import Frame
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import Quote
from tuiexplorer.attribution.statements.going_on import indirect_end
from tuiexplorer.attribution.statements.reach import Reach
from tuiexplorer.attribution.words.bodies import is_state
from tuiexplorer.attribution.words.names import NameForm, name_form
from tuiexplorer.attribution.words.posts import head_at_end
from tuiexplorer.lexicon import grammar

Stretch = tuple[int, int]
"""A half-open pair of offsets into a paragraph's text."""

_LONGEST_THING = 20
_OWNED = re.compile("(?<!坚)的[^的]{2,4}$")  # 重申|坚持和平的立场
_OPENS_CLAUSE = ("将", "已", "会", "要", "应", "必须", "需要", "正在", "这是", "此举")
_ADDRESS = re.compile(r"[\u4e00-\u9fff]{1,12}，")  # 警告美国，不要…
_AFTER_ACT = re.compile("[^。！？；：“”]{2,40}，(?=“)")


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
        found += _adjacent(paragraph, cue.end, reach.limit) or _after_act(paragraph, cue.end, reach.limit)
    found = [(start, end) for start, end in found if start < end]
    may_be_thing = not cue.mark and cue.word != "认为" and cue.demand != "certain"
    return [] if may_be_thing and found and _is_thing(paragraph, *found[-1]) else found


def _is_addressed(words: str) -> bool:
    """Whether ``words`` name no more than whom it is said to: 警告|美国，不要…, but not 敦促|美国履行承诺，…."""
    sides = re.split("[和与、]", words)
    return all(is_state(side) or _pattern("whom").fullmatch(side) or _is_named(side) for side in sides)


def _is_named(words: str) -> bool:
    """Whether they are a title, or a title and a name: 海国外交官高明."""
    ends = range(max(1, len(words) - 6), len(words) - 1)
    named = (name_form(words[end:]) >= NameForm.FOREIGN and head_at_end(words[:end]) for end in ends)
    return bool(head_at_end(words)) or any(named)


def _tells_how(paragraph: Paragraph, at: int, *, marked: bool, goes_on: bool) -> bool:
    """Whether what follows a quotation's verb is how it was said or what came of it, and no more of what was said."""
    if not marked and _pattern("says_more").match(paragraph.text, at):
        return False
    acts = (_pattern("manner"), _pattern("then"))
    return not goes_on or any(pattern.match(paragraph.text, at) for pattern in acts)


def _is_thing(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether what follows a cue without a mark is a thing and not words: 强调农业科技的重要性."""
    words = paragraph.text[start:end].rstrip("。，； ")
    whole = len(words) <= _LONGEST_THING and "，" not in words
    if not whole or not words.endswith(grammar.words("cues", "things")):
        return False
    told = words.startswith(_OPENS_CLAUSE) or bool(_pattern("told").search(words))  # 法国称|将提供更多支持
    acts = _pattern("acts").search(words) and not _OWNED.search(words)  # 强调|乍得坚持一个中国原则
    return not (told or acts)


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
    ends = _pattern("declared" if paragraph.text.endswith("宣告", 0, at) else "aside")
    aside = ends.search(paragraph.text, at, reach.limit)
    if aside and not paragraph.quote_around(aside.start()):
        reach = replace(reach, limit=aside.start())
    reach = replace(reach, limit=_reporter_resumes(paragraph, at, reach))
    if at >= reach.limit:
        return []
    end = indirect_end(paragraph, at, reach)
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


def _after_act(paragraph: Paragraph, at: int, limit: int) -> list[Stretch]:
    """What one who spoke says again in the same sentence, once he has done something: 说完，又翻开笔记本，|“…。”."""
    acts = _AFTER_ACT.match(paragraph.text, at, limit)
    quote = paragraph.quote_at(acts.end()) if acts else None
    if quote is None or paragraph.text[quote.inner[1] - 1] not in "。！？…":
        return []
    return [quote.inner, *_adjacent(paragraph, quote.end, limit)]


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
        marks = "。；，：、 】" if normal.startswith("【") else "。；，：、 "  # 【村民王芳：…。】
        while start < end and normal[end - 1] in marks:
            end -= 1
        if start < end:
            trimmed[-1] = (start, end)
            break
        trimmed.pop()
    return trimmed
