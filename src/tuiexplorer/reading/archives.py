"""Pages that a browser saved in one file, with their pictures and styles: MHTML, and Safari's web archives.

Of either, the page itself is read; what it is in, its encoding included, is left to those who read any page.
"""

import re

# Strings, not compiled: what is read from the cache needs none.
_MHTML = rb"(?is)\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/(?:related|alternative|mixed)\b"
"""The head of a message of several parts: lines that each begin with the name of a field."""
_WEB_ARCHIVE = rb"bplist\d\d|\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE plist[^>]*>\s*)?<plist\b"
_HEAD = 1 << 12
_PAGES = ("text/html", "application/xhtml+xml")


def page_in(data: bytes) -> bytes | None:
    """The page that was saved in ``data``; None where ``data`` is no such file, or is mail without a page.

    Raises:
        ValueError: it is a web archive that is damaged.
    """
    head = data[:_HEAD]
    if re.match(_WEB_ARCHIVE, head):
        return _in_web_archive(data)
    if re.match(_MHTML, head):
        return _in_mhtml(data)
    return None


def _in_mhtml(data: bytes) -> bytes | None:
    from email import message_from_bytes

    try:
        for part in message_from_bytes(data).walk():
            if part.get_content_type() in _PAGES:
                page = part.get_payload(decode=True)
                return page if isinstance(page, bytes) else None
    except (ValueError, LookupError, RecursionError):  # damaged, or nested as no browser nests
        return None
    return None


def _in_web_archive(data: bytes) -> bytes:
    import plistlib
    from xml.parsers.expat import ExpatError

    try:
        return bytes(memoryview(plistlib.loads(data)["WebMainResource"]["WebResourceData"]))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, ExpatError) as error:
        raise ValueError from error
