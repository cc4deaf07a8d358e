"""The agencies that the tables know: one body a line, with every way to write it.

Read, on first use, from ``agencies_national.txt`` (bodies of which there is one), ``agencies_local.txt``
(bodies that every place has, with "@" for the place) and ``agencies_foreign.txt`` (bodies behind a country).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tuiexplorer.lexicon.lines import lines
from tuiexplorer.lexicon.places import Level

LONGEST = 60
"""No body's name is longer; what is (code points) is not looked up, so that no text costs more than its length."""


class Body(NamedTuple):
    """One line of a table."""

    full: str
    """The official name, "@" for the place's full name and "~" for its short name where the body is local."""
    kind: str
    forms: tuple[str, ...]
    """How it is written, the full name first; "@" for the place in any form."""
    shared: tuple[str, ...] = ()
    """Forms under which it is looked for, but which too many others share to tell it (南大)."""
    successor: str | None = None
    """The official name of the body that took over, where this one is no more."""
    level: Level | None = None
    """The only level of place that has it; None for any."""


@cache
def national() -> dict[str, Body]:
    """Every form, shared ones aside, of a body of which there is one."""
    return {form: body for body in national_bodies() for form in body.forms}


@cache
def national_bodies() -> tuple[Body, ...]:
    """The bodies of which there is one, in the order of their table."""
    return tuple(_bodies("agencies_national.txt"))


@cache
def shared() -> frozenset[str]:
    """The forms that too many bodies share to tell one (南大)."""
    return frozenset(form for body in national_bodies() for form in body.shared)


@cache
def local() -> dict[str, tuple[Body, ...]]:
    """Every form ("@委组织部") to the bodies that places have under it, one a level at most."""
    table: dict[str, tuple[Body, ...]] = {}
    for body in map(_placed, _bodies("agencies_local.txt")):
        department = body.full.endswith("厅") and not body.full.endswith("办公厅")
        for one in (body, _bureau(body)) if department else (body,):
            for form in one.forms:
                table[form] = (*table.get(form, ()), one)
    return table


@cache
def foreign() -> dict[str, Body]:
    """Every form, without the country, of a body that foreign countries have."""
    return {form: body for body in _bodies("agencies_foreign.txt", kind="foreign") for form in body.forms}


_SECTION = re.compile(r"\[(?P<kind>[a-z ]+?)(?: \| (?P<level>[a-z]+))?\]")  # [court | province]


def _bodies(name: str, kind: str = "") -> Iterator[Body]:
    level: Level | None = None
    for line in lines(name):
        if line[0] == "[" and (section := _SECTION.fullmatch(line)):
            kind = section["kind"]
            level = Level[section["level"].upper()] if section["level"] else None
            continue
        full, _, rest = line.partition(" =")
        written, _, successor = rest.partition(">")
        forms = written.split()
        told = tuple(dict.fromkeys((full, *(form for form in forms if form[0] != "?"))))
        shared = tuple(form[1:] for form in forms if form[0] == "?")
        yield Body(full, kind, told, shared, successor.strip() or None, level)


def _placed(body: Body) -> Body:
    """A local body with the place written into each of its forms."""
    forms = [form if "@" in form else "@" + form for form in (form.replace("~", "@") for form in body.forms)]
    # The party committee of an autonomous region is its 党委, not its 委; its departments say 委员会.
    forms += ["@党" + form[1:] for form in forms if form.startswith("@委") and len(form) > 2]
    if body.full.startswith("中共@委") and not body.full.startswith("中共@委员会"):
        forms.append(body.full.replace("委", "委员会", 1))
    return body._replace(forms=tuple(dict.fromkeys(forms)))


def _bureau(body: Body) -> Body:
    """The city's or county's twin of a province's department: 财政厅 → 财政局."""
    return body._replace(
        full=body.full[:-1] + "局",
        forms=tuple(form[:-1] + "局" if form.endswith("厅") else form for form in body.forms),
        successor=body.successor and re.sub("厅$", "局", body.successor),
    )
