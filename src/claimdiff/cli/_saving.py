"""Articles as text files with their metadata on top, as the text reader reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote, urlsplit

from claimdiff.model import Document

_FIELDS = {"publisher": "publisher", "title": "title", "date": "published", "url": "url", "language": "language"}
LONGEST = 60


def save(document: Document, folder: Path) -> tuple[Path, bool]:
    """Where the article is, and whether it is new there. Raises ClaimdiffError where it can't be written."""
    from claimdiff.store import _atomic

    data = written(document).encode("utf-8")
    for path in _places(document, folder):
        if not path.exists():
            with _atomic.writable(path) as target:
                _atomic.replace(target, [data])
            return path, True
        if path.read_bytes() == data:
            return path, False
    raise AssertionError("there is always another name")


def written(document: Document) -> str:
    """The file's text: front matter, then the article."""
    fields = ((name, getattr(document, source)) for name, source in _FIELDS.items())
    lines = [f"{name}: {_value(str(value))}" for name, value in fields if value]
    return "\n".join(["---", *lines, "---", document.text])


def _value(text: str) -> str:
    """One line; in quotation marks where it would lose its own."""
    line = " ".join(text.split())
    return f'"{line}"' if line[:1] in "\"'" else line


def _places(document: Document, folder: Path) -> Iterator[Path]:
    name = slug(document.id)
    yield folder / f"{name}.txt"
    number = 2
    while True:
        yield folder / f"{name}-{number}.txt"
        number += 1


def slug(name: str) -> str:
    """A file name that says where the article is from; what isn't a letter or digit becomes a hyphen.

    >>> slug("https://www.example.org/news/the-bridge.html?id=5"), slug("../x")
    ('example.org-news-the-bridge-id-5', 'x')
    """
    parts = urlsplit(name) if "://" in name else None
    host = parts.netloc.removeprefix("www.") if parts else ""
    path = re.sub(r"\.\w{1,5}$", "", unquote(parts.path)) if parts else name
    said = f"{path} {parts.query}" if parts else path
    tail = re.sub(r"[\W_]+", "-", said).strip("-").lower()
    host = re.sub(r"[^\w.]+", "-", host)
    full = "-".join(filter(None, (host, tail))) or "article"
    if len(full.encode("utf-8")) <= 3 * LONGEST and len(full) <= LONGEST:
        return full
    return f"{full[:LONGEST]}-{blake2b(name.encode('utf-8'), digest_size=4).hexdigest()}"
