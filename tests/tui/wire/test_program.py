"""The whole program, painted through what spares the line and beside it: whatever is pressed, both show the same."""

import random
from typing import cast

import pytest
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.pilot import Pilot

from tests.tui import driving
from tests.tui.driving import article, loads, seed
from tests.tui.wire.emulator import Emulator
from tuiexplorer.tui.actions import ACTIONS
from tuiexplorer.tui.app import ExplorerApp
from tuiexplorer.tui.background import Background
from tuiexplorer.tui.session import Session
from tuiexplorer.tui.wire.shown import Shown

pytestmark = pytest.mark.no_cover

STEPS = 25
SIZES = [(80, 24), (81, 24), (60, 20), (100, 30), (40, 10), (19, 5)]
KEYS = [
    *sorted({key for action in ACTIONS for key in action.keys} - {"ctrl+z", "q", "ctrl+q"}),
    *"ly鲁发“ ",
    *["down", "pagedown", "j", "escape"] * 4,
]
ODD = article(
    "odd.txt",
    "标题“引号”与…省略\n\n一、café résumé naïve 甲·乙—丙\n\n"
    "甲市科技局局长王小明表示，“要办好😀❤️之事，e\u0301tude、한국어、ｆｕｌｌ、①②③与 🏽👩‍👩‍👧 都在内。”\n\n"
    "乙市水利局局长李大江说，→ 第一│第二 ─ 第三 ▐ 第四。\n",
)


class Terminals:
    """Two terminals of one size: one shows all that is painted, the other what is sent of it."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.painted, self.sent = 0, 0

    def resize(self, width: int, height: int) -> None:
        self.whole, self.spared = Emulator(width, height), Emulator(width, height)

    def write(self, data: str) -> None:
        changes = self.shown.changes(data)
        self.whole.feed(data)
        self.spared.feed(changes)
        self.painted, self.sent = self.painted + len(data), self.sent + len(changes)


def beside(terminals: Terminals) -> type[Driver]:
    """A driver that writes to two terminals which are not there."""

    class Beside(Driver):
        def write(self, data: str) -> None:
            terminals.write(data)

        def start_application_mode(self) -> None:
            size = Size(*(self._size or (80, 24)))
            terminals.resize(*size)
            self._app.post_message(Resize(size, size))

        def disable_input(self) -> None: ...

        def stop_application_mode(self) -> None: ...

    return Beside


@pytest.mark.parametrize(
    ("number", "environment"),
    [(1, {}), (2, {}), (3, {"NO_COLOR": "1"}), (4, {"TERM": "linux"})],
    ids=["colours", "others", "no colours", "few colours"],
)
async def test_both_show_the_same(
    number: int, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    app = ExplorerApp(Session(), Background(loads(seed(), ODD), keywords=False))
    terminals = Terminals(app._shown)
    app.driver_class = beside(terminals)
    compared = 0

    async def drive(pilot: Pilot[object]) -> None:
        nonlocal compared
        chance = random.Random(number)
        for _step in range(STEPS):
            if chance.random() < 0.1:
                size = chance.choice(SIZES)
                terminals.resize(*size)
                await pilot.resize_terminal(*size)
            await pilot.press(chance.choice(KEYS))
            await pilot.pause(0.02)
            assert terminals.spared.seen == terminals.whole.seen
            compared += 1
        await driving.Driver(app, cast("Pilot[int]", pilot)).settle()
        app.exit()

    await app.run_async(headless=False, size=(80, 24), auto_pilot=drive)
    assert compared == STEPS
    assert terminals.sent < terminals.painted / 2
