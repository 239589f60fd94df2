"""Plain text and its front matter."""

from __future__ import annotations

import pytest

from tests.read.conftest import Put, Reading

ARTICLE = "أعلنت الوزارة مقتل ثلاثة جنود.\nولم تذكر تفاصيل."
FRONT = """---
publisher: Daily
title: 'On: counts'
date: 2024-01-28
url: https://example.org/a
language: ar
---
"""


def test_a_file_is_a_document_named_after_its_stem(reading: Reading, put: Put) -> None:
    (document,), problems = reading(put("first.txt", ARTICLE))
    assert (document.id, document.text, problems) == ("first", ARTICLE, [])
    assert document.publisher is document.published is document.language is None


def test_front_matter_is_metadata_and_not_text(reading: Reading, put: Put) -> None:
    (document,), problems = reading(put("a.txt", FRONT + ARTICLE))
    assert document.text == ARTICLE
    assert (document.publisher, document.title, document.published) == ("Daily", "On: counts", "2024-01-28")
    assert (document.url, document.language, problems) == ("https://example.org/a", "ar", [])
    assert document.id == "a"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("\ufeffنص", "نص"),
        ("\ufeff---\ntitle: t\n---\nنص", "نص"),
        ("سطر\r\nسطر\rسطر\n", "سطر\r\nسطر\rسطر\n"),
        ("---\r\ntitle: t\r\n---\r\nنص\r\n", "نص\r\n"),
        ("---\n---\nنص", "نص"),
        ("---\ntitle: t\n---\n\nنص", "\nنص"),
        ("---\n# a remark\nنص\n---\n", "---\n# a remark\nنص\n---\n"),
        ("--- نص", "--- نص"),
        ("نص\n---\ntitle: t\n---\n", "نص\n---\ntitle: t\n---\n"),
    ],
)
def test_what_counts_as_text(content: str, text: str, reading: Reading, put: Put) -> None:
    (document,), problems = reading(put("a.txt", content))
    assert (document.text, problems) == (text, [])


@pytest.mark.parametrize(
    ("content", "what", "place"),
    [
        (b"", "the text is empty", ""),
        (b" \n\n", "the text is empty", ""),
        (b"\xef\xbb\xbf", "the text is empty", ""),
        (b"---\ntitle: t\n---\n", "the text is empty", ""),
        (b"line\nline\nab\xff", "not UTF-8", ", line 3, byte 12"),
        (b"\xef\xbb\xbfab\xff", "not UTF-8", ", line 1, byte 5"),
        ("نص".encode("windows-1256"), "not UTF-8", ", line 1, byte 0"),
        (b"a\0b", "the text holds NUL characters", ""),
        (b"---\ntitle: t\ntext that goes on\n", "the front matter is never closed", ", line 1"),
    ],
)
def test_bad_files_are_named_and_the_rest_goes_on(
    content: bytes, what: str, place: str, reading: Reading, put: Put
) -> None:
    bad, good = put("bad.txt", content), put("good.txt", ARTICLE)
    documents, (problem,) = reading(bad, good)
    assert [document.id for document in documents] == ["good"]
    assert (problem.what, problem.where) == (what, f"{bad}{place}")
    assert problem.remedy


def test_utf16_is_recognised_in_the_remedy(reading: Reading, put: Put) -> None:
    documents, (problem,) = reading(put("a.txt", "نص".encode("utf-16")))
    assert documents == []
    assert "UTF-16" in problem.remedy


def test_a_file_over_the_limit_is_left_out(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.read.text.LIMIT", 20)
    documents, (problem,) = reading(put("large.txt", "a" * 21), put("small.txt", "a" * 20))
    assert [document.id for document in documents] == ["small"]
    assert "longer than" in problem.what


def test_an_unknown_date_is_told_but_costs_nothing(reading: Reading, put: Put) -> None:
    (document,), (problem,) = reading(put("a.txt", "---\ndate: last Sunday\n---\nنص"))
    assert document.published is None
    assert "last Sunday" in problem.what
