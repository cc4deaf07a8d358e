"""The clipboard of the one who sits at the terminal, also over SSH and inside tmux."""

import os
import shutil
import subprocess
from collections.abc import Mapping

from textual.app import App

from tuiexplorer.language import N_

OSC_52 = N_("terminal")
TMUX = N_("tmux")


def copy(
    app: App[int], text: str, *, alone: bool = False, environment: Mapping[str, str] = os.environ
) -> str:
    """Put ``text`` on the clipboard; returns by which way, as a message id.

    Always by OSC 52, which a terminal hands to its own machine. tmux drops that by default, so inside it tmux is asked
    as well, which needs no setting; not where this program has to do all ``alone``.
    """
    app.copy_to_clipboard(text)
    tmux = shutil.which("tmux") if environment.get("TMUX") and not alone else None
    if tmux is None:
        return OSC_52
    try:
        subprocess.run(  # noqa: S603 - tmux by its full path, the text on standard input
            [tmux, "load-buffer", "-w", "-"],
            input=text.encode("utf-8", "replace"),
            timeout=2,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return OSC_52
    return TMUX
