"""A window of a document: the paragraphs that are looked through together, and what stands around them."""

import re
from collections.abc import Container, Iterable, Sequence

from tuiexplorer.attribution.passages.items import find_items
from tuiexplorer.attribution.passages.paragraph import Paragraph
from tuiexplorer.attribution.passages.quotes import normalise
from tuiexplorer.layout import Block, BlockKind
from tuiexplorer.lexicon.script import is_mostly_traditional

# 新华社北京11月2日电（记者…） 本报讯 记者高明报道： 央视网消息（新闻联播）： 〔综合报导〕 09:20【江州：车市回暖】
_DATELINE = re.compile(
    r" *(?:\d{1,2}[：:]\d\d *【[^【】]{6,60}】|〔[^〔〕]{0,30}(?:报[导道]|电|讯)〕"
    r"|(?=[^，。；：“”]{0,32}[讯电息道导])"
    r"[（【]?[^，。；：“”]{0,30}?(?:讯|电|(?<![好坏个条的])消息|报[道导])[】）]?(?: *（[^（）]{0,60}）)?"
    r"(?:(?<=）) *[：:]?| *[：:]| +"
    r"|(?<=\d日电)(?![话视影商力器子网台动池信报梯缆磁脑机竞源压量费价])|(?<=本报讯)|(?<=[讯道导]】)))"
    r"(?:(?:综合)?(?:本[报社]|新华社|驻外)*(?:记者|通讯员)[^，。；：“”]{0,16}报[导道]：)?"
)
_FRONT = 12
"""Before this block stand what opens a document: its titles are told with its first paragraphs."""
_TOLD_IN = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.CAPTION)
_MOST_UNMARKED = 6
"""Over how many paragraphs a quotation may run that do not open with a mark of their own."""
# 10.以军称…；: an item of a table of contents is a headline, and headlines hold no statements.
_LIST_ITEM = re.compile(
    r" *(?:\d{1,3}[.．、]|（\d{1,3}）)(?:[^。]{0,100}；|[^，。]{0,60}。?) *(?:（[^。]*）)? *"
)
# 16.山方： and （1）民调： stand over a line that ends in a semicolon as the other items do.
_ITEM_BEGUN = re.compile(r" *(?:\d{1,3}[.．、]|（\d{1,3}）)[^。；]{1,30}：")
_ITEM_ENDED = re.compile("[^。]{2,60}；")


_CANTONESE = re.compile("[咁嘅啲佢嚟冇喺嗰]")
"""Characters that only Cantonese has: a paper of Hong Kong in simplified script has the verbs of the others there."""


class Window:
    """The paragraphs of a window in their normal form."""

    def __init__(
        self,
        blocks: Sequence[Block],
        numbers: Sequence[int],
        headed: Container[int],
        headlined: Iterable[int],
    ) -> None:
        self.blocks = blocks
        texts = [blocks[number].text for number in numbers]
        normal = normalise(texts)
        written = "\n".join(texts)
        traditional = is_mostly_traditional(written) or _CANTONESE.search(written) is not None
        self.paragraphs = {
            number: Paragraph(text, _DATELINE, traditional=traditional)
            for number, text in zip(numbers, normal, strict=True)
        }
        """By their numbers among the blocks."""
        self.text = "\n".join(normal)
        """All of them."""
        self.beside = _beside(blocks, numbers)
        self.headed = headed
        """The paragraphs right below a heading."""
        self.items = find_items(headlined, self.paragraphs)
        self.written = _AsWritten(self.text, written)

    def before(self, number: int) -> int:
        """The number of the paragraph with words before another; -1 where a heading comes between."""
        for before in range(number - 1, -1, -1):
            block = self.blocks[before]
            if block.kind is BlockKind.HEADING:
                return -1
            if before in self.paragraphs and block.text.strip():
                return before
        return -1

    def closes_below(self, number: int) -> bool:
        """Whether the next quotation mark, in a paragraph or not far below it, is a closing one."""
        for below in range(number, number + _MOST_UNMARKED):
            text = self.paragraphs[below].text if below in self.paragraphs else ""
            if below in self.headed or "“" in text[: text.find("”")]:
                return False
            if "”" in text:
                return True
        return False

    def is_listed(self, number: int, paragraph: Paragraph) -> bool:
        """Whether it is an item of a table of contents, or the rest of one that broke after its colon."""
        first = paragraph.text.lstrip(" ")[:1]
        if (first == "（" or first.isdecimal()) and _LIST_ITEM.fullmatch(paragraph.text):
            return True
        if not (paragraph.text.endswith("；") and _ITEM_ENDED.fullmatch(paragraph.text)):
            return False
        above = self.paragraphs.get(self.before(number))
        return above is not None and _ITEM_BEGUN.fullmatch(above.text) is not None


def _beside(blocks: Sequence[Block], numbers: Sequence[int]) -> str:
    """The titles, headings and captions around the paragraphs of a window, in normal form."""
    last = numbers[-1] + 1 if numbers else 0
    first = numbers[0] if numbers and numbers[0] > _FRONT else 0
    return "\n".join(normalise([block.text for block in blocks[first:last] if block.kind in _TOLD_IN]))


class _AsWritten:
    """Words of the normal text as the article writes them (traditional script, ASCII punctuation)."""

    def __init__(self, normal: str, text: str) -> None:
        self._normal, self._text = normal, text
        self._same = normal == text
        self._written: dict[str, str] = {}

    def __call__(self, words: str) -> str:
        if self._same or not words:
            return words
        if words not in self._written:
            at = self._normal.find(words)
            self._written[words] = words if at < 0 else self._text[at : at + len(words)]
        return self._written[words]
