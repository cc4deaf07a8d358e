"""Where the line is spared, and where all is sent."""

import io
import sys

import pytest
from textual import constants
from textual.drivers.headless_driver import HeadlessDriver
from textual.drivers.linux_driver import LinuxDriver

from tuiexplorer.tui.wire.driver import sparing
from tuiexplorer.tui.wire.shown import Shown


def terminal_in(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "gb18030"])
def test_a_terminal_in_unicode_is_sent_what_changes(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", terminal_in(encoding))
    assert sparing(LinuxDriver, Shown()).__mro__[1] is LinuxDriver


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_where_not_all_can_be_encoded_all_is_sent(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "__stderr__", terminal_in(encoding))
    assert sparing(LinuxDriver, Shown()) is LinuxDriver


def test_a_driver_that_is_asked_for_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sparing(HeadlessDriver, Shown()) is HeadlessDriver
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.linux_driver:LinuxDriver")
    assert sparing(LinuxDriver, Shown()) is LinuxDriver
