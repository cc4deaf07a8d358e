"""Bars as text, drawn by plotext. The only module that imports it, and that on first need."""

from collections.abc import Sequence

from tuiexplorer.tui.text import shown
from tuiexplorer.tui.wrap import ellipsize


def bars(counts: Sequence[tuple[str, int]], width: int) -> list[str]:
    """A bar a line, the first one on top, between a frame and a scale, in lines of ``width`` cells without colours.

    Labels may come from a file; they take at most half of the width.
    """
    import plotext

    room = max(8, width // 2)
    labels = [ellipsize(shown(label), room) for label, _count in counts]
    values = [count for _label, count in counts]
    n, most = len(counts), max(values)
    places = list(range(1, n + 1))
    figure = plotext.figure
    figure.clear()
    plotext.terminal.limit(width=False, height=False)  # a page is scrolled: it may be longer than the window
    figure.theme("colorless")
    # A bar far thinner than a line fills its own line and no other.
    drawn = figure.bar(places, values[::-1], orientation="horizontal", width=0.01)
    figure.ruler("x").lim(0, most)
    figure.ruler("x").ticks([0, most])
    figure.ruler("y").lim(0.5, n + 0.5)
    figure.ruler("y").ticks(places, labels[::-1])
    figure.plot_size(width, n + 3)
    figure.draw(drawn)
    text: str = plotext.uncolorize(figure.build().string())
    return text.rstrip("\n").split("\n")
