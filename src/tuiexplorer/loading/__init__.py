"""Documents from paths: out of the cache where it knows a file's content, else read, by many processes if it pays."""

from tuiexplorer.loading.bounds import Bounds
from tuiexplorer.loading.stream import Loaded, load, user_cache

__all__ = ["Bounds", "Loaded", "load", "user_cache"]
