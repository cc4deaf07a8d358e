"""The program in a terminal, as :mod:`tests.pty` has it."""

from tests.pty.conftest import as_shipped, browse, browse_anew, browse_with_keywords

__all__ = ["as_shipped", "browse", "browse_anew", "browse_with_keywords"]
