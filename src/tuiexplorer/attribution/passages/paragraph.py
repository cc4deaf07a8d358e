"""A paragraph as the grammar reads it: its normal text with the bounds of its quotations, sentences and clauses.

Bounds are found once and looked up by bisection, so that a paragraph without end costs no more a character than a
short one.
"""

import re
from bisect import bisect_left, bisect_right

from tuiexplorer.attribution.passages.quotes import Quote, quotes

_SENTENCE_END = re.compile(r"。|！|？|\n|……(?=在[^，。；“”]{2,40}看来)")
_WORK_TITLE = re.compile("《[^《》]*》")
_TITLE_GOES_ON = re.compile("、?[\u4e00-\u9fff]")  # “时代楷模”|、村党支部书记X
_CLAUSE_MARKS = "，。；！？：”】\n"
_LONGEST_CLAUSE = 300
"""How far back a clause's beginning is looked for (code points)."""
_LONGEST_SENTENCE = 800
"""How far back a sentence's, without the quotation on the way there."""
_LONGEST_TERM = 14
"""How long a term may be with which the title of a speaker begins: “一带一路”智库合作联盟理事长."""
_LONGEST_HONOUR = 20
"""The same of an honour, with a post behind it: “全国应急管理系统先进工作者”、股长."""
_LONG_QUOTE = 25
"""From this length on a quotation is words spoken, whatever it ends in."""


class Paragraph:
    """The normal text of a paragraph, and where its parts begin and end. All offsets are code points into it."""

    def __init__(
        self, normal: str, opening: re.Pattern[str] | None = None, *, traditional: bool = False
    ) -> None:
        self.text = normal
        self.traditional = traditional
        """Whether it was written in traditional script, whose papers have verbs of their own."""
        dateline = opening.match(normal) if opening else None
        self.floor = dateline.end() if dateline else 0
        """Where the paragraph's own words begin, after a dateline."""
        self.quotes = quotes(normal)
        """Its outermost quotations, in order."""
        self.utterances = [quote for quote in self.quotes if quote.closed and self.is_utterance(quote)]
        """Those of them that are closed, and words spoken."""
        self._quote_starts = [quote.start for quote in self.quotes]
        self._work_titles = [title.span() for title in _WORK_TITLE.finditer(normal)] if "《" in normal else []
        self._sentences: list[int] | None = None

    def has_quote_before(self, at: int) -> bool:
        """Whether any quotation ends before ``at``."""
        return bool(self.quotes) and self.quotes[0].end <= at

    def quote_around(self, at: int) -> Quote | None:
        """The quotation that ``at`` stands in, its marks left out."""
        if not self.quotes:
            return None
        number = bisect_left(self._quote_starts, at) - 1
        quote = self.quotes[number] if number >= 0 else None
        return quote if quote and quote.start < at < quote.end else None

    def quote_at(self, at: int) -> Quote | None:
        """The quotation whose opening mark stands at ``at``."""
        if not self.text.startswith("“", at):
            return None
        number = bisect_left(self._quote_starts, at)
        quote = self.quotes[number] if number < len(self.quotes) else None
        return quote if quote and quote.start == at else None

    @property
    def lead(self) -> Quote | None:
        """The quotation with which it begins."""
        return self.quote_at(self.skip(0, " ")) if self.quotes else None

    def quotes_in(self, start: int, end: int) -> list[Quote]:
        """The closed quotations that stand whole between ``start`` and ``end``, after its first character."""
        first = bisect_right(self._quote_starts, start)
        last = bisect_left(self._quote_starts, end)
        return [quote for quote in self.quotes[first:last] if quote.closed and quote.end <= end]

    def last_quote_in(self, start: int, end: int) -> Quote | None:
        """The last quotation that begins at ``start`` or after it, if it is closed before ``end``."""
        number = bisect_left(self._quote_starts, end) - 1
        quote = self.quotes[number] if number >= 0 else None
        return quote if quote and quote.closed and start <= quote.start and quote.end <= end else None

    def quote_ending(self, at: int) -> Quote | None:
        """The closed quotation whose closing mark stands right before ``at``."""
        if not self.quotes:
            return None
        number = bisect_left(self._quote_starts, at) - 1
        quote = self.quotes[number] if number >= 0 else None
        return quote if quote and quote.closed and quote.end == at else None

    def in_work_title(self, at: int) -> bool:
        """Whether ``at`` stands between 《 and 》."""
        if not self._work_titles:
            return False
        number = bisect_right(self._work_titles, (at, len(self.text))) - 1
        return number >= 0 and self._work_titles[number][0] < at < self._work_titles[number][1]

    def _sentence_starts(self) -> list[int]:
        """Where its sentences begin, the first aside; looked for once, and only where someone may speak."""
        if self._sentences is None:
            self._sentences = self._find_sentences()
        return self._sentences

    def _find_sentences(self) -> list[int]:
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        if not self.quotes:
            return ends
        inside = {
            quote.end for quote in self.quotes if quote.closed and self.text[quote.end - 2] in "。！？…"
        }
        outside = (end for end in ends if not self.quote_around(end - 1))
        return sorted(inside.union(end for end in outside if not self.in_work_title(end - 1)))

    def sentence_start(self, at: int) -> int:
        """Where the sentence that holds ``at`` begins; a quotation is passed over whole."""
        around = self.quote_around(at)
        starts = self._sentence_starts()
        number = bisect_right(starts, around.start if around else at) - 1
        start = max(starts[number] if number >= 0 else 0, self.floor)
        far = at - _LONGEST_SENTENCE
        if start >= far:
            return start
        quote = self.quote_around(far)
        return quote.start if quote else max(start, self.text.find("，", far, at) + 1, far)

    def clause_start(self, at: int) -> int:
        """Where the clause that ends at ``at`` begins: after a mark outside parentheses, or after a quotation."""
        depth = 0
        lowest = max(self.floor, at - _LONGEST_CLAUSE)
        for position in range(at - 1, lowest - 1, -1):
            character = self.text[position]
            if character == "）":
                depth += 1
            elif character == "（":
                depth = max(0, depth - 1)
            elif depth == 0 and character in _CLAUSE_MARKS:
                if character == "”" and not self._closes_speech(position + 1):
                    continue
                return position + 1
        return lowest

    def _closes_speech(self, end: int) -> bool:
        """Whether the quotation that ends at ``end`` is speech, and no part of the clause that goes on after it."""
        quote = self.quote_ending(end)
        if quote is None or self.is_utterance(quote):
            return True
        opens = quote.start == 0 or self.text[quote.start - 1] in "。！？\n：，"
        longest = _LONGEST_HONOUR if self.text.startswith("、", end) else _LONGEST_TERM
        return opens and (end - quote.start > longest or not _TITLE_GOES_ON.match(self.text, end))

    def is_utterance(self, quote: Quote) -> bool:
        """Whether a quotation is words spoken rather than a slogan or a term: it closes a sentence, or is long."""
        start, end = quote.inner
        inner = self.text[start:end].rstrip()
        return bool(inner) and (inner[-1] in "。！？…，；" or not quote.closed or len(inner) >= _LONG_QUOTE)

    def is_sentence(self, quote: Quote) -> bool:
        """Whether a quotation stands as a sentence of its own, its full stop inside the marks or right after them."""
        start, end = quote.inner
        first = self.skip_back(start, " “")
        before = self.text[max(0, first - 1) : first]
        closed = self.text[end - 1] in "。！？…" or self.text[quote.end : quote.end + 1] in "。！？"
        return quote.closed and before in "。！？" and closed

    def utterance_before(self, at: int) -> Quote | None:
        """The utterance whose closing mark stands right before ``at``, a comma between them allowed."""
        if not self.quotes:
            return None
        end = self.skip_back(at, " ，—")
        quote = self.quote_ending(end)
        if quote is None or self.is_utterance(quote):
            return quote
        opened = self.text[quote.start - 1] if quote.start else "\n"
        return quote if opened in "。！？\n ：" and end < at and quote.end - quote.start > 3 else None

    def run_before(self, quote: Quote) -> tuple[Quote, ...]:
        """The utterances with which the paragraph begins, with nothing between, up to ``quote``; none is a question."""
        run: list[Quote] = []
        start = quote.start
        while (before := self.quote_ending(self.skip_back(start, " ，"))) and before.closed:
            if not self.is_utterance(before) or self.text[before.inner[1] - 1] == "？":
                return ()
            run.insert(0, before)
            start = before.start
        return tuple(run) if self.is_blank(0, start) else ()

    def skip(self, at: int, marks: str) -> int:
        """The first offset from ``at`` on at which none of ``marks`` stands."""
        while at < len(self.text) and self.text[at] in marks:
            at += 1
        return at

    def skip_back(self, at: int, marks: str) -> int:
        """The last offset up to ``at`` before which none of ``marks`` stands."""
        while at > 0 and self.text[at - 1] in marks:
            at -= 1
        return at

    def is_blank(self, start: int, end: int | None = None, marks: str = " ") -> bool:
        """Whether nothing but ``marks`` stands in a stretch (to the end, where no end is given)."""
        return self.skip(start, marks) >= (len(self.text) if end is None else end)
