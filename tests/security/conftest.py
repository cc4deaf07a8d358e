"""The program in a terminal, as :mod:`tests.pty` has it."""

from tests.pty.conftest import browse, browse_with_keywords

__all__ = ["browse", "browse_with_keywords"]
