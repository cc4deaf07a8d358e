"""The one way in which reading fails."""


class ReadingError(Exception):
    """A file or folder that cannot be read.

    ``path`` is as the user named it and as untrusted as any file name; ``reason`` is one line of our own words, in the
    language of the interface: what is wrong and, where something helps, what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
