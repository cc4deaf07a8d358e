"""Headlines: which lines open a report of their own, in a source that holds several."""

from collections.abc import Iterable, Sequence

from tuiexplorer.layout.block import BlockKind
from tuiexplorer.layout.datelines import is_lead
from tuiexplorer.layout.draft import Draft
from tuiexplorer.layout.noise import is_rule


def mark_headlines(drafts: Sequence[Draft]) -> None:
    """Tell the headlines of a source that holds several reports."""
    _mark_over_datelines(drafts)
    _mark_under_rules(drafts)


def _mark_over_datelines(drafts: Iterable[Draft]) -> None:
    """Find the headlines of a source that holds several reports: what a dateline or a byline follows.

    Or what stands under one, with no text between, if another does: reports are signed at their end too.
    """
    last: Draft | None = None
    credited = False
    signed: list[Draft] = []
    for draft in drafts:
        if draft.kind is BlockKind.BYLINE:
            credited = True
        elif draft.kind is None:
            if credited and last is not None and not last.short and draft.mark[:1] == "#":
                signed.append(draft)
            if last is not None and (last.mark[:1] == "#" or (not last.mark and last.short)):
                last.headline = is_lead(draft.text) or (credited and not draft.short)
            last, credited = draft, False
    if len(signed) > 1:
        for draft in signed:
            draft.headline = True


def _mark_under_rules(drafts: Iterable[Draft]) -> None:
    """Find those headlines too that stand under a rule, where another does: =====."""
    under: list[Draft] = []
    ruled = False
    for draft in drafts:
        if draft.kind is BlockKind.NOISE:
            ruled = ruled or is_rule(draft.text)
        elif draft.kind is None:
            if ruled and draft.short and not draft.mark:
                under.append(draft)
            ruled = False
    if any(draft.headline for draft in under):
        for draft in under:
            draft.headline = True
