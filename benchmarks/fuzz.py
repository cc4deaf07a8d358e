"""Feed what no one would write to what reads: ``python -m benchmarks.fuzz readers|query|cache SECONDS``.

Guided by coverage with atheris, which is not among the development tools, for it installs on few machines: ``pip
install atheris``. What breaks a promise is written to a file beside, named crash-…; it then becomes a test.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

try:
    atheris: Any = import_module("atheris")
except ImportError:
    sys.exit("benchmarks.fuzz needs atheris: pip install atheris")
with atheris.instrument_imports(include=["tuiexplorer"]):
    from tuiexplorer.layout import lay_out
    from tuiexplorer.loading.cache import Cache
    from tuiexplorer.loading.sealing import DamagedError, seal, unseal
    from tuiexplorer.model import parse
    from tuiexplorer.output import visible
    from tuiexplorer.reading import ReadingError, source_of
    from tuiexplorer.search import Index, parse_query

(SEED,) = (Path(__file__).parents[1] / "seeds").glob("*.txt")
NAMES = ("a.txt", "a.md", "a.html")


def readers(data: bytes) -> None:
    """Any bytes are an article or a :class:`ReadingError`; every character has its place, every span its words."""
    if not data:
        return
    try:
        source = source_of(NAMES[data[0] % len(NAMES)], data[1:])
    except ReadingError:
        return
    blocks = lay_out(source)
    places = [place for block in blocks for start, end in block.extent for place in range(start, end)]
    written = [place for place, character in enumerate(source.text) if not character.isspace()]
    assert len(places) == len(set(places))
    assert set(written) <= set(places)
    for entry in parse(source).statements():
        said = "".join(source.text[start:end] for start, end in entry.item.spans)
        content = entry.item.content
        assert "".join(said.split()) == "".join(content.split())
        assert len(visible(content)) == len(content)


def query(data: bytes) -> None:
    """Any text is a query, and any query can be asked."""
    text = data.decode("utf-8", "surrogateescape")
    found = _index().search(parse_query(text), limit=5)
    for hit in found.hits[:5]:
        for field, ranges in hit.matches.items():
            assert all(start < end for start, end in ranges), field


def cache(data: bytes) -> None:
    """Any bytes in the place of a sealed document are opened, or damaged; any file is a cache, or none."""
    article = SEED.read_bytes()
    for sealed in (data, blake2b(data, digest_size=8).digest() + data, _mutated(data)):
        with suppress(DamagedError):
            unseal(sealed, "a.txt", "", article)
    if data[:1] == b"S":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cache"
            path.write_bytes(b"SQLite format 3\0" + data[1:])
            with suppress(OSError):
                kept = Cache(path)
                kept.get(b"key")
                kept.put(b"key", b"sealed")
                kept.close()


_made: dict[str, Any] = {}


def _index() -> Index:
    if "index" not in _made:
        _made["index"] = Index()
        _made["index"].add([parse(source_of("a.txt", SEED.read_bytes()))])
    index: Index = _made["index"]
    return index


def _mutated(data: bytes) -> bytes:
    """The seed, sealed, with some of ``data`` in it, under a digest that is right."""
    article = SEED.read_bytes()
    if "sealed" not in _made:
        _made["sealed"] = seal(parse(source_of("a.txt", article)), article)
    body = bytearray(_made["sealed"][8:])
    at = int.from_bytes(data[:2], "big") % len(body)
    body[at : at + len(data[2:])] = data[2:]
    return blake2b(bytes(body), digest_size=8).digest() + bytes(body)


TARGETS: dict[str, Callable[[bytes], None]] = {"readers": readers, "query": query, "cache": cache}


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: python -m benchmarks.fuzz {'|'.join(TARGETS)} SECONDS")
    name, seconds = sys.argv[1:]
    with tempfile.TemporaryDirectory() as corpus:
        (Path(corpus) / "seed").write_bytes(
            SEED.read_bytes()[:4000] if name == "readers" else "发改委 开放".encode()
        )
        atheris.Setup(
            [sys.argv[0], f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=4096", corpus],
            TARGETS[name],
        )
        atheris.Fuzz()
