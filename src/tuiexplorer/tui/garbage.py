"""What closed screens leave behind: objects that hold each other, which only the garbage collector lets go of."""

import gc

_MADE = 10_000
"""Objects made, on balance, between two looks at those: a hundred keys make so many. It takes a few milliseconds."""
_TIMES = 1
"""How many looks at the youngest objects are passed before one at older ones, and of these before one at all.

By Python's own 10 and 10, with as many objects as suit short runs, what a closed screen leaves would stay for 50,000
keys once it was looked at while still open."""


def collect_often() -> None:
    """Let go of closed screens soon from now on, so that a session of days takes no more than one of minutes.

    What there is by now, the program and all that it has read, is passed over: it stays, and to look through it again
    and again would hold up keys.
    """
    gc.freeze()
    gc.collect()  # nothing is left to look through: Python is told so, for it looks at all only once that has grown
    gc.set_threshold(_MADE, _TIMES, _TIMES)
