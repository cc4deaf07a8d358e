"""Every speaker of the seed is first by every way to type the name."""

import pytest

from tests.search.corpora import index_of, seed, speakers
from tuiexplorer.attribution import Kind
from tuiexplorer.model import Statement
from tuiexplorer.search.pinyin import homophones, name_sounds, readings

NAMES = sorted(
    {
        entry.item.speaker
        for entry in seed().statements()
        if isinstance(entry.item, Statement) and entry.item.kind is Kind.NAMED
    }
)


def _initials(name: str) -> str:
    return name_sounds(name)[0] + "".join(readings()[char][0][0] for char in name[1:])


def _first(query: str) -> str:
    return speakers(index_of("seed").search(query))[0]


def test_the_seed_has_its_speakers() -> None:
    assert len(NAMES) == 30


@pytest.mark.parametrize("name", NAMES)
def test_by_name_and_by_full_pinyin(name: str) -> None:
    assert _first(name) == name
    assert _first(name_sounds(name)) == name


@pytest.mark.parametrize("name", NAMES)
def test_by_initials_unless_two_names_have_them(name: str) -> None:
    initials = _initials(name)
    tied = [other for other in NAMES if _initials(other) == initials]
    found = speakers(index_of("seed").search(initials))[: len(tied)]
    assert sorted(found) == sorted(tied)


@pytest.mark.parametrize("name", NAMES)
def test_at_every_key_of_the_full_pinyin(name: str) -> None:
    letters = name_sounds(name)
    for end in range(1, len(letters) + 1):
        assert name in speakers(index_of("seed").search(letters[:end])), letters[:end]


@pytest.mark.parametrize("name", NAMES)
def test_by_one_homophone(name: str) -> None:
    for place, char in enumerate(name):
        for other in homophones(char)[1:60:7]:
            query = name[:place] + other + name[place + 1 :]
            if other != char and query not in NAMES:
                assert _first(query) == name, query


@pytest.mark.parametrize("name", [name for name in NAMES if len(name) > 2])
def test_by_one_character_wrong_missing_extra_or_swapped(name: str) -> None:
    for place in range(len(name)):
        assert _first(name[:place] + "龘" + name[place + 1 :]) == name
        assert _first(name[:place] + "龘" + name[place:]) == name
        if place:
            swapped = name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]
            assert _first(swapped) == name


@pytest.mark.parametrize("name", NAMES)
def test_beside_an_agency_the_name_finds_no_less_than_alone(name: str) -> None:
    """Alone it is looked for in what is written only; beside what may be an agency, among its other names too."""
    alone, beside = index_of("seed").search(name), index_of("seed").search(f"{name}|某某委员会")
    assert [(hit.entry, hit.matches) for hit in alone.hits] == [
        (hit.entry, hit.matches) for hit in beside.hits
    ]


@pytest.mark.parametrize("name", NAMES)
def test_in_the_field_of_agencies_it_is_looked_for_too(name: str) -> None:
    assert index_of("seed").search(f"!agency:{name} speaker:{name}").total
