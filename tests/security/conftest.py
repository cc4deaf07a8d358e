"""The program in a terminal, as :mod:`tests.pty` has it."""

from tests.pty.conftest import browse

__all__ = ["browse"]
