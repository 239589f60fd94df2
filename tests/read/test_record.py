"""What fields of records mean, whichever tool wrote them."""

from __future__ import annotations

import json

import pytest

from claimdiff.read._record import iso_date
from tests.read.conftest import Put, Reading


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"id": "x"}, {"id": "x"}),
        ({"id": 17}, {"id": "17"}),
        ({"id": None, "url": "https://e.org/1"}, {"id": "https://e.org/1", "url": "https://e.org/1"}),
        ({"id": "", "url": ""}, {"id": "news:1", "url": None}),
        ({"id": True}, {"id": "news:1"}),
        ({"publisher": "Daily", "source": "Wire"}, {"publisher": "Daily"}),
        ({"source": "Wire", "hostname": "e.org"}, {"publisher": "Wire"}),
        ({"hostname": "e.org"}, {"publisher": "e.org"}),
        ({"sitename": "Site"}, {"publisher": "Site"}),
        (
            {"source": "https://e.org/2", "source-hostname": "Site"},
            {"publisher": "Site", "url": "https://e.org/2", "id": "https://e.org/2"},
        ),
        ({"source": {"id": None, "name": "Wire"}}, {"publisher": "Wire"}),
        ({"publisher": ["Daily"], "title": 5.5}, {"publisher": None, "title": None}),
        ({"date": "2024-01-28"}, {"published": "2024-01-28"}),
        ({"date": None, "published": "2024-01-28T10:00:00Z"}, {"published": "2024-01-28T10:00:00Z"}),
        ({"language": "ar"}, {"language": "ar"}),
        ({"title": " عنوان "}, {"title": "عنوان"}),
    ],
)
def test_fields(fields: dict[str, object], found: dict[str, object], reading: Reading, put: Put) -> None:
    (document,), problems = reading(put("news.jsonl", json.dumps({"text": "نص", **fields})))
    assert {key: getattr(document, key) for key in found} == found
    assert problems == []


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-01-28", "2024-01-28"),
        ("2024/01/28", "2024-01-28"),
        ("2024-01-28 10:00", "2024-01-28 10:00"),
        ("2024-01-28T10:00:00.5+03:00", "2024-01-28T10:00:00.5+03:00"),
        ("Sun, 28 Jan 2024 10:00:00 GMT", "2024-01-28T10:00:00+00:00"),
        ("2024-13-28", None),
        ("2024-01-2899", None),
        ("28/01/2024", None),
        ("1706400000", None),
        ("yesterday", None),
    ],
)
def test_dates(said: str, iso: str | None) -> None:
    assert iso_date(said) == iso
