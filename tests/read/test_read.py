"""Which files are read, in which order, under which ids."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from claimdiff.read import formats, read, requests, total
from claimdiff.read.base import HarmlessError
from tests.read.conftest import Put, Reading


def test_formats_are_found_by_listing_the_folder() -> None:
    assert {".txt", ".jsonl", ".json"} <= formats().keys()


def test_a_directory_is_walked_deep_and_in_order(reading: Reading, put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "sub/c.txt", "sub/deep/d.json", "notes.md", ".hidden.txt", ".git/e.txt"):
        put(f"in/{name}", json.dumps({"id": name, "text": "t"}) if "json" in name else name)
    documents, problems = reading(tmp_path / "in")
    assert [document.id for document in documents] == ["a.jsonl", "b", "c", "sub/deep/d.json"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("missing.txt", "no such file or directory"),
        ("empty", "no documents in this directory"),
        ("scan.pdf", "unknown format .pdf"),
        ("README", "a name without a suffix"),
    ],
)
def test_bad_paths_are_named_and_the_rest_goes_on(
    name: str, what: str, reading: Reading, put: Put, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    put("scan.pdf", "%PDF")
    put("README", "words")
    documents, (problem,) = reading(tmp_path / name, put("good.txt", "words"))
    assert [document.id for document in documents] == ["good"]
    assert (problem.what, problem.where) == (what, str(tmp_path / name))
    assert problem.remedy


def test_an_unreadable_file_is_named(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("claimdiff.read._open", refuse)
    path = put("locked.txt", "words")
    documents, (problem,) = reading(path)
    assert (documents, problem.what, problem.where) == ([], "Permission denied", str(path))


def test_a_file_that_fails_in_the_middle_is_named(reading: Reading, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    content = b'{"id": "a", "text": "a"}\n{"id": "b", "text": "b"}\n'
    monkeypatch.setattr("claimdiff.read._open", lambda path: Failing(content))
    path = put("a.jsonl", content)
    documents, (problem,) = reading(path)
    assert [document.id for document in documents] == ["a"]
    assert (problem.what, problem.where) == ("Input/output error", str(path))


def test_the_same_document_twice_is_read_once(reading: Reading, put: Put) -> None:
    path = put("a.txt", "words")
    documents, (problem,) = reading(path, path)
    assert len(documents) == 1
    assert isinstance(problem, HarmlessError)
    assert problem.where == "a"


def test_unlike_texts_of_one_id_get_numbers(reading: Reading, put: Put) -> None:
    paths = [put(f"{name}/a.txt", name) for name in ("one", "two", "three")]
    documents, problems = reading(*paths, paths[1])
    assert [(d.id, d.text) for d in documents] == [("a", "one"), ("a#2", "two"), ("a#3", "three")]
    assert all(isinstance(problem, HarmlessError) for problem in problems)
    assert len(problems) == 3


def test_a_given_number_is_not_taken_twice(reading: Reading, put: Put) -> None:
    rows = ['{"id": "a#2", "text": "x"}', '{"id": "a", "text": "y"}', '{"id": "a", "text": "z"}']
    documents, _ = reading(put("n.jsonl", "\n".join(rows)))
    assert [document.id for document in documents] == ["a#2", "a", "a#3"]


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (b'\n \n{"text": "one"}\n{"id": "x", "text": "two"}', ["stdin:3", "x"]),
        (b"\xef\xbb\xbf" + b'{"text": "one"}', ["stdin:1"]),
        (b" " * 10_000 + b'{"text": "one"}', ["stdin:1"]),
        (b"plain words\nof one article", ["stdin"]),
        (b"---\npublisher: Daily\n---\nwords", ["stdin"]),
    ],
)
def test_standard_input_is_told_by_its_content(
    content: bytes, ids: list[str], reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin(monkeypatch, content)
    documents, problems = reading("-")
    assert [document.id for document in documents] == ids
    assert problems == []


def test_long_plain_input_arrives_whole(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"كلمة {number}\n" for number in range(50_000))
    stdin(monkeypatch, text.encode("utf-8"))
    (document,), _ = reading("-")
    assert document.text == text


def test_empty_standard_input_is_told(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b"")
    documents, (problem,) = reading("-")
    assert (documents, problem.where) == ([], "standard input")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_told_by_its_content(reading: Reading, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    handle = os.open(pipe, os.O_RDWR)
    os.write(handle, b'{"id": "x", "text": "t"}\n')
    documents = read([pipe], lambda problem: None)
    assert next(documents).id == "x"
    os.close(handle)
    assert list(documents) == []


def test_an_odd_file_name_gives_a_sound_id(reading: Reading, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt"))
    try:
        path.write_bytes(b"words")
    except OSError:
        pytest.skip("this file system takes no such name")
    (document,), _ = reading(path)
    assert document.id == "odd\ufffd"


def test_totals(put: Put, tmp_path: Path) -> None:
    put("in/a.txt", "12345")
    put("in/b.jsonl", "123")
    assert total([tmp_path / "in"]) == 8
    assert total([tmp_path / "in", "-"]) is None
    put("in/c.txt.gz", b"")
    assert total([tmp_path / "in"]) is None


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"one\n\ntwo\r\n", [("1", "one", None), ("3", "two", None)]),
        (
            b'{"id": 7, "text": "one", "reference": "2024-01-28"}\n{"text": ""}\n',
            [(7, "one", "2024-01-28"), ("2", "", None)],
        ),
        (
            b'{"id": "a", "text": "t", "reference": "2024-01-28T10:00:00", "date": "2020-01-01"}',
            [("a", "t", "2024-01-28T10:00:00")],
        ),
    ],
)
def test_requests(content: bytes, found: list[tuple[object, str, str | None]]) -> None:
    asked = list(requests(io.BytesIO(content), "x", lambda problem: None))
    assert [(one.id, one.document.text, one.reference) for one in asked] == found
