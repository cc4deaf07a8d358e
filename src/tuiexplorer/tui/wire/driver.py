"""The driver that Textual writes to: what is painted goes through :class:`Shown` on its way to the terminal."""

import sys

from textual import constants
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from tuiexplorer.tui.wire.shown import Shown


def sparing(usual: type[Driver], shown: Shown) -> type[Driver]:
    """A driver that sends only what changes ``shown``, in place of the usual one.

    A driver that the user asked for (``TEXTUAL_DRIVER``) is left alone. So is a terminal that is not written to in
    Unicode: what cannot be encoded takes who knows how many cells.
    """
    encoding = getattr(sys.__stderr__, "encoding", "").lower()
    unicode = encoding.replace("-", "") in {"utf8", "gb18030"}
    if constants.DRIVER or usual is not LinuxDriver or not unicode:
        return usual

    class SparingDriver(LinuxDriver):
        """A terminal at the far end of a slow line."""

        def write(self, data: str) -> None:
            """See :class:`Driver`."""
            if changes := shown.changes(data):
                super().write(changes)

        def resume_application_mode(self) -> None:
            """See :class:`Driver`. However one went away, the terminal has to be painted again."""
            super().resume_application_mode()
            self.send_message(self.SignalResume())

    return SparingDriver
