"""Completions and the manual page: made from the command line's own definition, and up to date."""

import shutil
import subprocess

import pytest

from tests.conftest import PROJECT
from tools.make_share import SHARE, files


@pytest.mark.parametrize("name", files())
def test_it_is_what_the_command_line_says_now(name: str) -> None:
    """If not: ``make share``."""
    assert (SHARE / name).read_text(encoding="utf-8") == files()[name]


@pytest.mark.parametrize("name", files())
def test_it_has_every_command_and_option(name: str) -> None:
    text = (SHARE / name).read_text(encoding="utf-8").replace("\\-", "-")
    assert all(command in text for command in ("browse", "find", "export", "check"))
    assert all(
        option in text
        for option in ("no-mouse", "query", "limit", "color", "output", "narration", "keywords")
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_takes_it(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    (path,) = (SHARE / name for name in files() if name.startswith(shell))
    ran = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_bash_completes_commands_options_values_and_files() -> None:
    def completed(*words: str) -> set[str]:
        script = (
            f"cd {PROJECT} && source share/bash-completion/completions/tuiexplorer\n"
            f"COMP_WORDS=({' '.join(words)!s} '') COMP_CWORD={len(words)}\n"
            "_shtab_tuiexplorer; printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
        return set(ran.stdout.split())

    assert completed("tuiexplorer") == {"browse", "find", "export", "check"}
    assert completed("tuiexplorer", "find", "--color") == {"auto", "always", "never"}
    assert {"seeds", "README.md"} <= completed("tuiexplorer", "check")
