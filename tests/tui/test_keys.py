"""Keys: every one of the table does something somewhere, none is named twice, any order of them is survived."""

import asyncio
from collections import Counter
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual.events import Key
from textual.keys import key_to_character

from tests.tui.driving import driving
from tuiexplorer.tui.actions import ACTIONS, Action, Where, actions
from tuiexplorer.tui.collection_screen import CollectionScreen
from tuiexplorer.tui.detail_pane import DetailPane
from tuiexplorer.tui.explorer import Explorer
from tuiexplorer.tui.keys import name_of
from tuiexplorer.tui.outline_pane import OutlinePane
from tuiexplorer.tui.page_screen import PageScreen
from tuiexplorer.tui.page_search_bar import PageSearchBar
from tuiexplorer.tui.search_bar import SearchBar
from tuiexplorer.tui.source_screen import SourceScreen
from tuiexplorer.tui.statistics_pane import StatisticsPane

CARRIED_OUT_BY = {
    Where.EXPLORER: Explorer,
    Where.SEARCH: SearchBar,
    Where.TREE: OutlinePane,
    Where.DETAIL: DetailPane,
    Where.SOURCE: SourceScreen,
    Where.COLLECTION: CollectionScreen,
    Where.STATISTICS: StatisticsPane,
    Where.PAGE: PageScreen,
    Where.FIND: PageSearchBar,
}
EVERY_KEY = sorted({key for action in ACTIONS for key in action.keys} - {"ctrl+z", "q", "ctrl+q", "ctrl+c"})
SIZES = [(40, 10), (60, 20), (80, 24), (120, 40), (20, 6), (19, 5)]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: f"{action.place}.{action.id}")
def test_every_action_is_carried_out_where_the_table_says(action: Action) -> None:
    assert callable(getattr(CARRIED_OUT_BY[action.place], f"action_{action.id}"))


@pytest.mark.parametrize("place", Where)
def test_no_key_means_two_things_in_one_place(place: Where) -> None:
    counted = Counter(chain.from_iterable(action.keys for action in actions(place)))
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize(
    ("key", "character"),
    [
        ("fullwidth_solidus", "／"),
        ("fullwidth_question_mark", "？"),
        ("fullwidth_colon", "："),
        ("right_black_lenticular_bracket", "】"),
        ("left_corner_bracket", "「"),
    ],
)
def test_the_full_width_twins_are_the_keys_that_an_input_method_sends(key: str, character: str) -> None:
    assert key_to_character(key) == character


def test_keys_have_the_names_that_stand_on_them() -> None:
    named = [name_of(key) for key in ("f2", "f", "ctrl+p", "escape", "minus", "slash", "G")]
    assert named == ["F2", "f", "Ctrl-P", "Esc", "-", "/", "G"]


async def test_keys_that_come_at_once_act_in_their_order() -> None:
    async with driving() as driver:
        for key in ("slash", *"龙小红", "enter", "y"):
            driver.app.post_message(Key(key, key if len(key) == 1 else None))
        await driver.settle()
        await driver.settle()
        assert "龙小红" in driver.copied
        assert driver.explorer.search.value == "龙小红"
        assert driver.focused == "tree"


@pytest.mark.no_cover
@given(
    st.lists(
        st.one_of(
            st.sampled_from(EVERY_KEY),
            st.sampled_from(list("鲁发a|!“ ")),
            st.sampled_from(SIZES),
        ),
        max_size=25,
    )
)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_keys_and_sizes_are_survived(steps: list[str | tuple[int, int]]) -> None:
    async def run() -> None:
        async with driving(keywords=True) as driver:
            for step in steps:
                if isinstance(step, tuple):
                    await driver.pilot.resize_terminal(*step)
                else:
                    await driver.pilot.press(step)
            await driver.pilot.pause()
            pane = driver.explorer.tree_pane
            assert -1 <= pane.cursor < max(1, pane.line_count)
            x, y = driver.app.cursor_position
            width, height = driver.app.size
            assert 0 <= x <= width
            assert 0 <= y <= height

    asyncio.run(run())
