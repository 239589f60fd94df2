"""Saved web pages: the article without menus, teasers and footers, with what the page says about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read._bytes import too_large
from claimdiff.read._record import document, fault
from claimdiff.read.base import LIMIT, Origin, Warn

SUFFIXES = (".html", ".htm", ".xhtml")
# Dates that the page states about itself; guesses from its text would be worse than none.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}


def read(stream: BinaryIO, origin: Origin, warn: Warn) -> Iterator[Document]:
    """The page's one article."""
    data = stream.read(LIMIT + 1)
    try:
        if len(data) > LIMIT:
            raise too_large("page", origin.name)
        record = article(data, origin.name)
        if problem := fault(record["text"], origin.name):
            raise problem
    except InputError as error:
        warn(error)
    else:
        yield document({**record, "id": origin.stem}, origin.stem, origin.name, warn)


def article(page: bytes, name: str, url: str | None = None) -> dict[str, Any]:
    """The article of a page as a record; ``url`` is where it was fetched. Raises InputError where there is none."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(page)
    found: Any = tree is not None and bare_extraction(
        tree, url=url, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
    )
    if tree is None or not found or not found.text:
        raise InputError("no article in this page", name, "save the page of one article, or its text as .txt")
    return {
        "text": _untitled(found.text, found.title),
        "title": found.title,
        "publisher": found.sitename or found.hostname,
        "date": found.date,
        "url": found.url or url,
        "language": _language(tree),
    }


def _untitled(text: str, title: str | None) -> str:
    """The text without the headline on top, whose claims only repeat the body's."""
    first, _, rest = text.partition("\n")
    return rest if title and rest.strip() and first.strip() == title.strip() else text


def _language(tree: Any) -> str | None:
    """What the page says that it is written in, without the region."""
    said = tree.xpath("string(/html/@lang)").strip() or tree.xpath("string(//meta[@property='og:locale'][1]/@content)")
    tag = str(said).replace("_", "-").partition("-")[0].strip().lower()
    return tag if tag.isalpha() and len(tag) in (2, 3) else None
