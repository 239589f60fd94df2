"""JSON lines, good and bad."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimdiff.errors import InputError
from claimdiff.read import read
from tests.read.conftest import Put, Reading

GOOD = '{"id": "good", "text": "نص"}'.encode()


def test_ids_default_to_stem_and_line(reading: Reading, put: Put) -> None:
    content = '{"text": "one"}\n\n{"text": "two"}\n{"id": "x", "text": "three"}'
    documents, problems = reading(put("news.jsonl", content))
    assert [(d.id, d.text) for d in documents] == [("news:1", "one"), ("news:3", "two"), ("x", "three")]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "what", "place"),
    [
        (b'{"id": "x"}', "a record without text", ":2"),
        (b'{"text": 5}', "a record without text", ":2"),
        (b'{"text": "  "}', "the text is empty", ":2"),
        (b'{"text": "a\\u0000b"}', "the text holds NUL characters", ":2"),
        (b'{"text": "a"', "broken JSON: Expecting ',' delimiter", ":2, column 13"),
        (b"plain words", "broken JSON: Expecting value", ":2, column 1"),
        (b'["a"]', "not a JSON object", ":2"),
        (b'{"text": "a\xff"}', "not UTF-8", ":2, byte 11"),
        (b"[" * 200_000, "broken JSON: nested too deeply", ":2"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(
    line: bytes, what: str, place: str, reading: Reading, put: Put
) -> None:
    path = put("news.jsonl", b"\n".join([GOOD.replace(b"good", b"first"), line, GOOD]) + b"\n")
    documents, (problem,) = reading(path)
    assert [document.id for document in documents] == ["first", "good"]
    assert (problem.what, problem.where) == (what, f"{path}{place}")
    assert problem.remedy


def test_broken_surrogates_and_control_characters_are_read(reading: Reading, put: Put) -> None:
    (document,), problems = reading(put("a.jsonl", '{"id": "a", "text": "x\\ud83dy\tz"}'))
    assert document.text == "x\ufffdy\tz"
    assert problems == []


def test_a_line_over_the_limit_is_left_out(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimdiff.read._bytes.lines.__defaults__", (40,))
    long = b'{"text": "' + b"a" * 3_000_000 + b'"}'
    path = put("news.jsonl", b"\n".join([long, GOOD, long]))
    documents, problems = reading(path)
    assert [document.id for document in documents] == ["good"]
    assert [problem.where for problem in problems] == [f"{path}:1", f"{path}:3"]


def test_an_empty_file_is_told(reading: Reading, put: Put) -> None:
    documents, (problem,) = reading(put("news.jsonl", "\n \n"))
    assert (documents, problem.what) == ([], "the file is empty")


def test_gzip_is_read_like_the_file_inside(reading: Reading, put: Put) -> None:
    documents, problems = reading(put("news.jsonl.gz", gzip.compress(b'{"text": "one"}\n')))
    assert [document.id for document in documents] == ["news:1"]
    assert problems == []


def test_a_cut_gzip_gives_what_came_before(reading: Reading, put: Put) -> None:
    lines = b"".join(b'{"text": "number %d of many"}\n' % number for number in range(20_000))
    documents, (problem,) = reading(put("news.jsonl.gz", gzip.compress(lines)[:-3000]))
    assert len(documents) > 1000
    assert "damaged gzip" in problem.what


@pytest.mark.parametrize("content", [b"not gzip", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xff\xff"])
def test_what_is_no_gzip_is_told(content: bytes, reading: Reading, put: Put) -> None:
    documents, (problem,) = reading(put("news.jsonl.gz", content))
    assert documents == []
    assert "damaged gzip" in problem.what


def test_reading_streams(tmp_path: Path) -> None:
    """The first document is there before the broken end of the file was looked at."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(GOOD + b"\nbroken\n")
    problems: list[InputError] = []
    documents = read([path], problems.append)
    assert next(documents).id == "good"
    assert problems == []
    assert list(documents) == []
    assert len(problems) == 1
