"""A source to its blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from tuiexplorer.layout.block import Block, BlockKind
from tuiexplorer.layout.captions import begins_above, goes_on, set_captions
from tuiexplorer.layout.cohesion import cohesion
from tuiexplorer.layout.cuts import continues
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.draft import Draft, is_open
from tuiexplorer.layout.foot import set_foot
from tuiexplorer.layout.front_matter import front_matter, set_aside_over_original, set_told_title, titled
from tuiexplorer.layout.headings import set_headings
from tuiexplorer.layout.levels import set_levels
from tuiexplorer.layout.line import Line, lines
from tuiexplorer.layout.links import set_links
from tuiexplorer.layout.marks import SIGN, unmark
from tuiexplorer.layout.noise import is_page_section, is_record, is_section_number
from tuiexplorer.layout.normal import full_width, half_width_in
from tuiexplorer.layout.opening import set_opening
from tuiexplorer.layout.page import Page
from tuiexplorer.layout.run_in import part_run_in
from tuiexplorer.layout.running_heads import folded, running_heads
from tuiexplorer.layout.scripts import in_script
from tuiexplorer.layout.serials import without_serials
from tuiexplorer.layout.signs import has_notes, known, notes_off
from tuiexplorer.layout.site_head import is_window_title, without_site_head
from tuiexplorer.layout.slogans import part_slogans
from tuiexplorer.layout.speech import ends_in_cue
from tuiexplorer.layout.staff import set_staff
from tuiexplorer.layout.stops import ends
from tuiexplorer.lexicon.script import simplified
from tuiexplorer.reading import Source, Span

_TITLE = 6
"""A first line of more characters that comes again is the running head of another page."""
_FIELDS = 4
"""What a paper's site has on file of a page has more fields than these."""
_SITE = 24
"""The name of a site and of its section, behind the title, has fewer characters."""
_LABELLED = 8
"""Labels before title and subtitle stand on the first lines."""
_AHEAD = 8
"""Where a machine broke the lines, a sentence is known by so many of them, page noise counted."""
_KEYWORD = ("关键词：", "关键词:", "热词：", "热词:")
_PICTURE_COLUMN = re.compile("图[说片]\\s*[|｜丨]")
"""The column that a title names before it, where nothing stands above: 图说丨抢收进行时."""
_SPACE = re.compile(r"\s")


def lay_out(source: Source) -> tuple[Block, ...]:
    """The blocks of ``source``, in the order in which they begin.

    Every character that is not white space is in the extent of exactly one of them. Never raises, whatever the text;
    takes time linear in its length.
    """
    found = _with_keywords(without_site_head(list(_parts(simplified(source.text)))))  # of the same length
    page = Page.of(found)
    if page.is_broken and (margin := min(line.indent for line in found if line.role is None)):
        found = [replace(line, indent=max(0, line.indent - margin)) for line in found]
        page = Page.of(found)
    drafts = _gathered(found, page)
    set_links(drafts)
    set_foot(drafts)
    set_captions(drafts)
    set_staff(drafts)
    set_aside_over_original(drafts)
    set_opening(drafts)
    set_told_title(drafts)
    drafts = part_run_in(drafts)
    set_headings(drafts)
    without_serials(drafts)
    drafts = part_slogans(drafts)
    set_levels(drafts)
    return tuple(_block(draft, source.text) for draft in drafts)


def _parts(text: str) -> Iterator[Line]:
    """The lines of a text, and the parts of lines that have a role of their own."""
    front, start = front_matter(text)
    yield from front
    before: Line | None = None
    half = half_width_in(text)
    for number, line in enumerate(chain.from_iterable(map(in_script, lines(text, start)))):
        part = line if line.role else known(full_width(unmark(line), half))
        if number < _LABELLED:
            part = titled(part)
        if before is None and part.role is BlockKind.CAPTION and _PICTURE_COLUMN.match(part.text):
            part = replace(part, role=None)
        if part.mark and before and is_page_section(part, before):
            part = replace(part, role=BlockKind.NOISE)
        before = part
        if has_notes(part):
            yield from notes_off(part)
        else:
            yield part


def _with_keywords(found: list[Line]) -> list[Line]:
    """``found`` with the label of what a page is filed under as text, where it comes again: over what is told."""
    labelled = [
        number
        for number, line in enumerate(found)
        if line.role is BlockKind.NOISE and line.text.startswith(_KEYWORD)
    ]
    if len(labelled) > 1:
        for number in labelled:
            found[number] = replace(found[number], role=None, mark=SIGN + _KEYWORD[0][0])
    return found


def _gathered(found: Sequence[Line], page: Page) -> list[Draft]:
    """Paragraphs with the lines that go on with them; every other line for itself."""
    drafts: list[Draft] = []
    last: Draft | None = None
    title = ""
    heads = running_heads(found)
    between: list[Line] = []
    broken = page.is_broken
    for number, read in enumerate(found):
        cut = broken and _is_cut(read, None if between else last, page)
        line = replace(read, role=None) if cut else read
        if _is_title_again(line, title, last) or (heads and folded(line.text) in heads):
            drafts.append(Draft(BlockKind.NOISE, [line]))
        elif broken and drafts and goes_on(drafts[-1], line, page):
            drafts[-1].append(line)
        elif line.role is None and line.text:
            title = title or line.text
            ahead = found[number + 1 : number + _AHEAD] if broken else ()
            if last is not None and continues(last, line, page, between, ahead):
                last.append(line)
            else:
                last = Draft(None, [line], first=last is None)
                drafts.append(last)
            between = []
        else:
            aside = Draft(line.role or BlockKind.NOISE, [line])
            if (
                last is not None
                and drafts[-1] is last
                and begins_above(aside, last, found[number + 1 : number + 2], page)
            ):
                aside.put_before(last.take_last())
            drafts.append(aside)
            between.append(line)
            if line.role is BlockKind.TITLE:
                title = line.text
    return drafts


def _is_title_again(line: Line, title: str, last: Draft | None) -> bool:
    """Whether a line is the title once more; right under it, and no part of the text, also a half of it."""
    if line.text.count(" ") >= _FIELDS and title and is_record(line.text, title):
        return True
    if title.endswith(("：", ":")):
        return False  # who speaks stands before a colon, turn after turn
    if len(title) <= _TITLE or line.mark or len(line.text) <= _TITLE:
        return line.text == title and len(title) > _TITLE
    if (
        line.text == title
        or is_window_title(line.text, title)
        or (line.text[0] == "《" and _is_quoted_title(line.text, title))
    ):
        return True
    under = last is not None and len(last.lines) == 1 and last.text == title
    if not under or len(line.text) * 3 < len(title):
        return False
    text = _solid(line.text)
    longer = (
        line.role is None and text[-1] != "。" and _TITLE * 2 <= len(title) < len(text) <= len(title) * 1.5
    )
    if longer and not Counter(_solid(title)) - Counter(text) and not ends_in_cue(text):
        return True  # it was made shorter by the site that took it over
    return text in _solid(title) or not Counter(text) - Counter(title)


def _is_quoted_title(text: str, title: str) -> bool:
    """Whether a site names the title and itself: 《山货进城》江州要闻-江州网."""
    return text.startswith(f"《{title}》") and len(text) < len(title) + _SITE and "。" not in text


def _solid(text: str) -> str:
    return "".join(text.split())


def _is_cut(line: Line, last: Draft | None, page: Page) -> bool:
    """Whether what reads as a byline is a part of a text that a machine broke: 本报讯（记者 张三 over its rest.

    Or what reads as a section's number: 干部队 over 伍.
    """
    if line.role is BlockKind.NOISE and last is not None and is_section_number(line.text):
        tail = last.tail
        rest = len(line.text) == 1 and cohesion(tail[-1], line.text) > 0 and not ends(tail)
        return rest and page.is_full(last.lines[-1]) and line.gap <= page.gap
    if line.role is not BlockKind.BYLINE:
        return False
    if is_lead(line.text) and page.is_full(line):
        return True
    return last is not None and is_open(last.tail)


def _block(draft: Draft, text: str) -> Block:
    kind = draft.kind or BlockKind.PARAGRAPH
    if len(draft.lines) == 1:
        line = draft.lines[0]
        extent: tuple[Span, ...] = ((line.start, line.end),)
        pieces = line.pieces or (extent if line.text else ())
    else:
        extent = tuple((line.start, line.end) for line in draft.lines)
        pieces = tuple(_joined(draft.lines, text, draft.second))
    shown = text[slice(*pieces[0])] if len(pieces) == 1 else "".join([text[low:high] for low, high in pieces])
    if not shown.isprintable():
        shown = _SPACE.sub(" ", shown)
    return Block(kind, extent, pieces, shown, draft.level)


def _joined(parts: Sequence[Line], text: str, second: int) -> Iterator[Span]:
    """The pieces of several lines: the break between two belongs to them, as a blank, where words need one.

    ``second`` is :attr:`Draft.second`: there it always does.
    """
    for number, (line, after) in enumerate(zip(parts, [*parts[1:], None], strict=True), 1):
        pieces = line.pieces or ((line.start, line.end),)
        yield from pieces[:-1]
        start, end = pieces[-1]
        if after and (number == second or _needs_blank(text[end - 1], after.text[0])) and text[end].isspace():
            end += 1
        yield start, end


def _needs_blank(last: str, first: str) -> bool:
    """Whether a line break stands for a blank: between words of letters; not within a number, not in Chinese."""
    if not (last.isascii() and first.isascii()):
        return False
    return (first.isalpha() and (last.isalnum() or last in ",.;:!?)\"'")) or (
        last.isalpha() and first.isalnum()
    )
