"""From a record's fields, however its tool names them, to a document."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime

from claimdiff.errors import InputError
from claimdiff.model import Document
from claimdiff.read.base import HarmlessError, Warn

Record = Mapping[str, object]
PUBLISHER = ("publisher", "source", "hostname", "sitename", "source-hostname")
PUBLISHED = ("date", "published")
_LONE = re.compile("[\ud800-\udfff]")
_ISO = re.compile(r"(\d{4})[-/](\d{2})[-/](\d{2})(?=$|[T ])(.*)", re.DOTALL)


def fault(text: object, where: str) -> InputError | None:
    """What keeps a text from being a document, if anything does."""
    if not isinstance(text, str):
        return InputError("a record without text", where, 'give it a field "text" with the article in it')
    if not text.strip():
        return InputError("the text is empty", where, "nothing to read here; remove it or mend what wrote it")
    if "\0" in text:
        return InputError("the text holds NUL characters", where, "it may be binary; save it as UTF-8 text")
    return None


def document(record: Record, fallback: str, where: str, warn: Warn) -> Document:
    """The document of a record whose text is sound; without an id it bears its url, else ``fallback``."""
    url = _string(record.get("url")) or next(_links(record.get("source")), None)
    return Document(
        id=_string(record.get("id")) or url or _clean(fallback),
        text=_clean(str(record["text"])),
        publisher=next(_publishers(record), None),
        title=_string(record.get("title")),
        url=url,
        published=_published(record, where, warn),
        language=_string(record.get("language")),
    )


def _string(value: object) -> str | None:
    """A field as text; None where it is empty or neither text nor a whole number."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return _clean(str(value)).strip() or None


def _clean(text: str) -> str:
    """The text with halves of broken surrogate pairs replaced, one for one."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text


def _links(value: object) -> Iterator[str]:
    if isinstance(value, str) and "://" in value:
        yield _clean(value).strip()


def _publishers(record: Record) -> Iterator[str]:
    """Names of the publisher, best first; ``source`` may also be an address or an object with a name."""
    for key in PUBLISHER:
        value = record.get(key)
        name = _string(value.get("name") if isinstance(value, dict) else value)
        if name and "://" not in name:
            yield name


def _published(record: Record, where: str, warn: Warn) -> str | None:
    said = next(filter(None, (_string(record.get(key)) for key in PUBLISHED)), None)
    found = iso_date(said) if said else None
    if said and found is None:
        warn(HarmlessError(f"the date {said[:40]!r} isn't understood", where, "write it as 2024-01-28"))
    return found


def iso_date(said: str) -> str | None:
    """The date as ISO 8601, a time kept where there is one; None where it isn't a date.

    >>> iso_date("2024/01/28"), iso_date("Sun, 28 Jan 2024 10:00:00 +0300"), iso_date("28-1")
    ('2024-01-28', '2024-01-28T10:00:00+03:00', None)
    """
    try:
        if match := _ISO.fullmatch(said):
            *day, rest = match.groups()
            return dt.date.fromisoformat("-".join(day)).isoformat() + rest
        return parsedate_to_datetime(said).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
