"""Freeing closed screens: their objects refer to each other, so that only the garbage collector can free them."""

import gc

_MADE = 10_000
"""Objects made, less those freed, between two collections: about a hundred keys. One takes a few milliseconds."""
_TIMES = 1
"""How many collections of one generation come before one of the next older.

With Python's default of 10, a screen that was still open during a collection, and so counts as old, would be freed only
some 50,000 keys after it was closed."""


def collect_later() -> None:
    """Look for no garbage until :func:`collect_often`: to look through all that is being read would hold up keys.

    Reading leaves hardly any, and what screens leave that are closed meanwhile is little.
    """
    gc.disable()


def collect_often() -> None:
    """Free closed screens soon from now on, so that a session of days takes no more memory than one of minutes.

    What there is by now, the program and all that it has read, is left out of every collection: it stays anyway, and
    to look through it each time would hold up keys.
    """
    gc.freeze()
    # Of what is left, which is nothing. Python collects the oldest generation only once a quarter has been added to
    # what the last such collection left: from here on, little is enough.
    gc.collect()
    gc.set_threshold(_MADE, _TIMES, _TIMES)
    gc.enable()
