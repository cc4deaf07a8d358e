"""The program as a user meets it: a process with arguments, three streams and an exit code."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from tests.program import Program

ARTICLE = """\
小城出台新规

——各方热议

一、便民

市民政局局长张三表示，将简化办事流程，让群众少跑腿。

市教育局副局长李四说：“新学期起，课后服务全部免费。”

二、安全

应急管理部门负责人王五指出，要守住安全底线。

当天下起了小雨。

（本报记者 赵六）
"""


@dataclass(frozen=True)
class Ran:
    """How a run ended."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command line."""

    def __call__(self, *arguments: str, stdin: bytes | None = None, cwd: Path | None = None) -> Ran: ...


@pytest.fixture
def run(program: Program) -> Run:
    """Run ``tuiexplorer`` with arguments; standard input is empty unless given."""

    def run(*arguments: str, stdin: bytes | None = None, cwd: Path | None = None) -> Ran:
        done = program.run(*arguments, stdin=stdin or b"", cwd=cwd)
        return Ran(done.code, done.out.decode(), done.err.decode())

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A small article of three statements."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
