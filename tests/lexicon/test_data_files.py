"""The word lists have the form that their own comments state: nothing twice, nothing dead, an origin told."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import tuiexplorer.lexicon
from tuiexplorer.lexicon.agency_kinds import KINDS
from tuiexplorer.lexicon.bodies import foreign, local, national_bodies
from tuiexplorer.lexicon.lines import lines
from tuiexplorer.lexicon.places import Level, countries, places_named, provinces, written_forms

FOLDER = Path(tuiexplorer.lexicon.__file__).parent
FILES = sorted(path.name for path in FOLDER.glob("*.txt"))


def doubles(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


WRITTEN_BY_HAND = [
    *sorted(FOLDER.glob("*.txt")),
    *sorted(
        path for layer in ("lexicon", "layout", "search") for path in FOLDER.with_name(layer).glob("*.toml")
    ),
]


@pytest.mark.parametrize("path", WRITTEN_BY_HAND, ids=lambda path: path.name)
def test_the_head_says_where_it_comes_from_and_how_to_add(path: Path) -> None:
    head = path.read_text(encoding="utf-8").split("\n\n")[0]
    comments = " ".join(line for line in head.splitlines() if line.startswith("#"))
    assert "To add one" in comments
    assert any(word in comments for word in ("From ", "Collected ", "collected ", "Chosen "))


@pytest.mark.parametrize("name", FILES)
def test_no_line_is_written_twice_or_ends_in_space(name: str) -> None:
    written = [line for line in lines(name) if not line.startswith(" ")]
    assert doubles([line for line in written if line.strip() != "-"]) == []
    assert [line for line in lines(name) if line != line.rstrip()] == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_no_word_stands_twice_in_a_list_and_each_is_an_expression(path: Path) -> None:
    for key, words in tomllib.loads(path.read_text(encoding="utf-8")).items():
        assert doubles(words.split()) == [], key
        for word in words.split():
            re.compile(word)


@pytest.mark.parametrize(
    "path", [path for path in WRITTEN_BY_HAND if path.suffix == ".toml"], ids=lambda path: path.name
)
def test_every_list_is_read_somewhere(path: Path) -> None:
    code = "".join(one.read_text(encoding="utf-8") for one in FOLDER.parent.rglob("*.py"))
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [key for key in lists if f'"{key}"' not in code and f"'{key}'" not in code] == []


def test_no_form_of_a_national_body_stands_twice() -> None:
    assert doubles([form for body in national_bodies() for form in body.forms]) == []


def test_a_shared_form_tells_no_body() -> None:
    told = {form for body in national_bodies() for form in body.forms}
    assert [form for body in national_bodies() for form in body.shared if form in told] == []


def test_no_form_of_a_local_body_stands_twice_for_a_level() -> None:
    levels = {form: [body.level for body in bodies] for form, bodies in local().items()}
    assert [form for form, those in levels.items() if doubles([str(one) for one in those])] == []
    assert [form for form, those in levels.items() if None in those and len(those) > 1] == []


def test_every_local_form_has_a_place() -> None:
    assert [form for form in local() if "@" not in form or "~" in form] == []


def test_every_successor_is_known() -> None:
    bodies = [*national_bodies(), *(body for several in local().values() for body in several)]
    known = {body.full for body in bodies}
    assert [body.full for body in bodies if body.successor and body.successor not in known] == []


def test_every_kind_is_one_of_the_kinds() -> None:
    bodies = [*national_bodies(), *(body for several in local().values() for body in several)]
    assert {body.kind for body in (*bodies, *foreign().values())} <= set(KINDS)


def test_every_ending_tells_one_kind() -> None:
    sections = [line.strip("[]") for line in lines("agency_endings.txt") if line.startswith("[")]
    words = [
        word
        for line in lines("agency_endings.txt")
        if line[0] != "["
        for word in line.replace("*", "").split()
    ]
    assert set(sections) <= set(KINDS)
    assert doubles(words) == []


def test_no_county_stands_twice_in_its_prefecture() -> None:
    assert [line for line in lines("places.txt") if doubles(line.split())] == []


def test_every_place_word_is_the_short_name_of_a_place_and_in_order() -> None:
    words = [word for line in lines("place_words.txt") for word in line.split()]
    assert words == sorted(set(words))
    shorts = {
        form
        for line in lines("places.txt")
        for name in line.split()
        for place in places_named(name)
        if place.level is not Level.PROVINCE
        for form in written_forms(place)[1:]
    }
    assert [word for word in words if word not in shorts] == []


def test_no_country_has_the_name_of_another() -> None:
    names = [name for line in lines("countries.txt") for name in line.partition(":")[0].split()]
    assert doubles(names) == []
    assert {place.name for place in provinces()}.isdisjoint(countries())


def test_every_outlet_has_a_place_that_is_known() -> None:
    places = [line.split()[0] for line in lines("outlets.txt")]
    assert [place for place in places if place != "-" and not places_named(place)] == []
    assert doubles([name for line in lines("outlets.txt") for name in line.split()[1:]]) == []
