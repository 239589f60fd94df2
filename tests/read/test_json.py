"""JSON files: a record, an array, records in a row; streamed."""

from __future__ import annotations

import json

import pytest

from tests.read.conftest import Put, Reading

TWO = [{"text": "one"}, {"id": "x", "text": "two"}]


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"text": "one"}', ["news"]),
        ('\ufeff {"id": "x", "text": "one"}\n', ["x"]),
        (json.dumps(TWO), ["news:1", "x"]),
        (json.dumps(TWO, indent=2), ["news:1", "x"]),
        ('{"text": "one"}\n{"text": "two"}\n', ["news:1", "news:2"]),
        ('[{"text": "one"}]', ["news:1"]),
    ],
)
@pytest.mark.parametrize("chunk", [1, 7, 1_000_000])
def test_layouts(
    content: str, ids: list[str], chunk: int, reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimdiff.read.json.CHUNK", chunk)
    documents, problems = reading(put("news.json", content))
    assert [document.id for document in documents] == ids
    assert problems == []


def test_arabic_is_not_cut_between_bytes(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.read.json.CHUNK", 1)
    (document,), _ = reading(put("a.json", '{"text": "ثلاثة جنود \\ud83d\\ude00"}'))
    assert document.text == "ثلاثة جنود 😀"


@pytest.mark.parametrize(
    ("content", "ids", "what", "place"),
    [
        ("", [], "no records in the file", ""),
        ("[]", [], "no records in the file", ""),
        ('[{"text": "a"}, 5, {"text": "b"}]', ["news:1", "news:3"], "a record without text", ", record 2"),
        ('[{"text": "a"},\n{"id": "x"}]', ["news:1"], "a record without text", ", record 2"),
        ('[{"text": "a"},\n{"text": ', ["news:1"], "broken JSON: Expecting value; the rest", ", line 2"),
        ('[{"text": "a"},\n{"text": "b', ["news:1"], "broken JSON: Unterminated string", ", line 2"),
        ('[{"text": "a"}\n', ["news:1"], "broken JSON: the array is never closed", ", line 2"),
        ('[{"text": "a"},\n\n{"text" "b"}, {"text": "a long text"}]', ["news:1"], "broken JSON", ", line 3"),
        ("[" * 200_000, [], "broken JSON: nested too deeply", ", line 1"),
    ],
)
def test_bad_files(content: str, ids: list[str], what: str, place: str, reading: Reading, put: Put) -> None:
    path = put("news.json", content)
    documents, (problem,) = reading(path)
    assert [document.id for document in documents] == ids
    assert problem.what.startswith(what)
    assert problem.where == f"{path}{place}"
    assert problem.remedy or what == "a record without text"


def test_not_utf8_names_the_line(reading: Reading, put: Put) -> None:
    documents, (problem,) = reading(put("news.json", b'[{"text": "a"},\n{"text": "\xff"}]'))
    assert problem.what == "not UTF-8"
    assert problem.where.endswith(", line 2")
    assert documents == []


def test_a_record_over_the_limit_ends_the_file(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.read.json.CHUNK", 10)
    monkeypatch.setattr("claimdiff.read.json.LIMIT", 50)
    rows = [{"text": "short"}, {"text": "long " * 100}]
    documents, (problem,) = reading(put("news.json", json.dumps(rows)))
    assert [document.text for document in documents] == ["short"]
    assert "longer than" in problem.what
