"""The deck: the lines between the title and the text that belong to the title, not to the first heading."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.credits import names_maker
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.dates import is_stamped
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.noise import is_rule
from tuiexplorer.layout.speech import is_dated

_LONGEST = 3
"""More lines than these under a title are a list of its own: who attends, what is on."""


def set_deck(rest: Sequence[Draft], below: Sequence[Draft], *, credited: bool) -> None:
    """Tell the lines under the title that belong to it from the first heading and its slogan.

    What stands before the byline or over the lead does belong to the title, but for as many lines as other bylines
    have over them. Else the lines that stand close to it do, and those that are more than a heading further down has.
    """
    over = over_reports(below)
    if credited and not _has_bylines(below):
        over = 0  # one report, whose sections are under rules
    if credited or over <= len(rest):
        rest = rest[: max(0, len(rest) - over)]
    body = [draft for draft in below if draft.kind is None]
    runs = [len(list(run)) for short, run in groupby(_without_foot(body), _is_plain) if short]
    if (
        credited
        or not runs
        or not body
        or body[0].mark
        or is_lead(body[0].text)
        or is_dated(body[0].text[:8])
    ):
        deck = len(rest)
    else:
        close = len(list(takewhile(lambda draft: not draft.lines[0].gap, rest)))
        usual = Counter(runs).most_common(1)[0][0]
        apart = close < len(rest) or body[0].lines[0].gap
        deck = close if close and apart else max(0, len(rest) - usual)
    for draft in rest[: deck if deck <= _LONGEST else 0]:
        draft.kind = BlockKind.SUBTITLE


def set_late_deck(rest: Sequence[Draft], below: Sequence[Draft]) -> None:
    """The lines of a title that a site's stamp parts from it: those over the byline or over the one lead.

    Or those of a text that has no heading else.
    """
    lines = [number for number, draft in enumerate(rest) if draft.kind is None]
    if not lines or len(lines) > _LONGEST or over_reports(below):
        return
    credited = any(draft.kind is BlockKind.BYLINE for draft in rest[lines[-1] :])
    body = _without_foot([draft for draft in below if draft.kind is None])
    over = [draft.text for draft in rest[: lines[-1]] if draft.kind is BlockKind.BYLINE]
    stamped = all(is_stamped(byline) or not names_maker(byline) for byline in over)
    stamped = stamped and not any(draft.kind is BlockKind.CAPTION for draft in rest[: lines[-1]])
    alone = stamped and len(body) >= _LONGEST and not any(draft.mark or draft.short for draft in body)
    leads = [number for number, draft in enumerate(below) if draft.kind is None and is_lead(draft.text)]
    if credited or alone or (len(leads) == 1 and all(draft.kind for draft in below[: leads[0]])):
        for number in lines:
            rest[number].kind = BlockKind.SUBTITLE


def over_reports(below: Sequence[Draft]) -> int:
    """How many lines stand over each of the reports that follow one another under one title; 0 if there are none.

    A report has a byline or a dateline under its headline, or the signature or a rule over it that closes another.
    """
    runs: list[int] = []
    run = 0
    closed = False
    for draft in below:
        if draft.kind is None and _is_plain(draft):
            run += 1
            continue
        told = draft.kind is None
        if run and (closed or draft.kind is BlockKind.BYLINE or (told and is_lead(draft.text))):
            runs.append(run)
        run = 0
        closed = _closes(draft)
    return min(runs) if len(runs) > 1 else 0


def _has_bylines(below: Sequence[Draft]) -> bool:
    """Whether a byline or a dateline stands before the end of the text."""
    last = max((number for number, draft in enumerate(below) if draft.kind is None), default=0)
    return any(draft.kind is BlockKind.BYLINE or is_lead(draft.text) for draft in below[:last])


def _closes(draft: Draft) -> bool:
    """Whether it closes a report: （记者 张三）, ◆◇◆."""
    if draft.kind is BlockKind.NOISE:
        return is_rule(draft.text)
    return draft.kind is BlockKind.BYLINE and draft.text[0] in "（("


def _without_foot(body: Sequence[Draft]) -> Sequence[Draft]:
    """``body`` without its last short lines: no text follows that they could head."""
    end = len(body)
    while end and _is_plain(body[end - 1]):
        end -= 1
    return body[:end]


def _is_plain(draft: Draft) -> bool:
    return draft.short and not draft.mark
