"""What the system says of a failure, in the language of the interface."""

from tuiexplorer.language import N_, _

_TOLD = (
    N_("No such file or directory"),
    N_("Permission denied"),
    N_("Operation not permitted"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("File exists"),
    N_("File name too long"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Read-only file system"),
    N_("Input/output error"),
    N_("Bad file descriptor"),
    N_("Broken pipe"),
    N_("Invalid argument"),
    N_("embedded null byte"),
    N_("No such folder"),
)
"""The failures that readers and writers of files meet, as systems and Python call them; others are told in English."""


def in_words(error: Exception) -> str:
    """A few words for what went wrong."""
    return _((error.strerror if isinstance(error, OSError) else None) or str(error))
