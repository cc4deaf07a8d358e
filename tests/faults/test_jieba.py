"""jieba keeps a cache under a fixed name in the shared temporary directory, and believes it. Ours is never asked."""

import json
import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

WITNESS = """\
import os, sys
def note(event, arguments):
    if event in ("marshal.load", "marshal.loads", "pickle.find_class"):
        if "importlib" not in sys._getframe(1).f_code.co_filename:  # which loads compiled modules so
            os.write(log, f"{event}\\n".encode())
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(os.environ["TMPDIR"]):
        os.write(log, f"{arguments[0]}\\n".encode())
log = os.open(os.environ["WITNESS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
sys.addaudithook(note)
"""


def keywords(tmp_path: Path, article: Path, shared: Path) -> tuple[list[str], str]:
    """The keywords of an article's first statement, and what was read in a way that is not safe."""
    hook = tmp_path / "hook"
    hook.mkdir(exist_ok=True)
    (hook / "sitecustomize.py").write_text(WITNESS)
    witness = tmp_path / "witness"
    witness.unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "tuiexplorer", "export", "--keywords", str(article)],
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "TMPDIR": str(shared),
            "PYTHONPATH": str(hook),
            "WITNESS": str(witness),
            "HOME": str(tmp_path),
        },
    )
    return json.loads(done.stdout.splitlines()[0])["keywords"], witness.read_text()


def test_a_planted_cache_is_neither_read_nor_written(tmp_path: Path, seed: Path) -> None:
    empty, planted = tmp_path / "empty", tmp_path / "planted"
    empty.mkdir()
    planted.mkdir()
    lies = marshal.dumps(({"推动发展能级": 10**9, "发展": 0}, 10**9))
    names = ["jieba.cache", f"jieba.u{os.getuid()}.cache"]
    for name in names:
        (planted / name).write_bytes(lies)
    honest, read = keywords(tmp_path, seed, empty)
    assert honest
    assert (keywords(tmp_path, seed, planted), read) == ((honest, ""), "")
    assert list(empty.iterdir()) == []
    assert {path.name: path.read_bytes() for path in planted.iterdir()} == dict.fromkeys(names, lies)


def test_what_the_program_keeps_is_no_pickle_and_no_marshal(tmp_path: Path, seed: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    first = keywords(tmp_path, seed, shared)
    assert list(tmp_path.glob(".cache/tuiexplorer/*.sqlite3"))
    assert keywords(tmp_path, seed, shared) == first
    assert first[1] == ""
