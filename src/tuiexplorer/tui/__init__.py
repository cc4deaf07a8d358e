"""The explorer on the screen. Importing this package loads nothing of Textual; browsing does."""

from collections.abc import Sequence


def browse(
    paths: Sequence[str],
    *,
    query: str | None = None,
    lang: str | None = None,
    theme: str | None = None,
    mouse: bool = True,
    resume: bool = True,
    cache: bool = True,
) -> int:
    """Browse the articles that ``paths`` name, until the reader quits; returns the exit code."""
    from tuiexplorer import language
    from tuiexplorer.tui.app import ExplorerApp
    from tuiexplorer.tui.background import Background
    from tuiexplorer.tui.loading import loader
    from tuiexplorer.tui.session import Session

    language.use(lang)
    app = ExplorerApp(Session(query=query or ""), Background(loader(paths)))
    app.run(mouse=mouse)
    return app.return_code or 0
