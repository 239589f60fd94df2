"""The JSON lines store: what goes in comes out, sorted, whole, whatever stands in the file."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff import store
from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Claim, Moment, Quantity
from claimdiff.store.jsonl import JsonLines, decode, encode
from tests.store.samples import JANUARY, claim

numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False) | st.integers(0, 10**15).map(float)
texts = st.text(st.characters(exclude_categories=["Cs"]))
quantities = st.builds(Quantity, numbers, numbers, numbers, st.just("about"), st.none() | texts)
moments = st.builds(Moment, texts, st.none() | texts, st.none() | texts, st.just("on"), st.tuples(texts))


def read(place: Path) -> tuple[list[Claim], list[InputError]]:
    problems: list[InputError] = []
    return list(store.at(place).read(problems.append)), problems


@given(st.builds(claim, texts, st.integers(0, 10**9), quantities | moments, texts, texts))
def test_a_claim_survives_its_line(one: Claim) -> None:
    line = encode(one)
    assert decode(line) == one
    assert encode(decode(line)) == line
    assert line.count(b"\n") == 1
    json.loads(line)


def test_the_line_is_what_the_specification_says() -> None:
    row = json.loads(encode(claim()))
    assert list(row) == [
        *("id", "kind", "topic", "value", "subject", "time", "attribution"),
        *("stance", "evidence", "source", "rule", "confidence"),
    ]
    assert list(row["value"]) == ["number", "low", "high", "modifier", "unit"]
    assert row["time"]["inferred"] == ["year"]


def test_text_is_real_utf8_and_whole_numbers_have_no_fraction() -> None:
    line = encode(claim()).decode("utf-8")
    assert '"noun":"جندي"' in line
    assert '"number":2500,"low":2250,' in line
    assert '"number":0.5,' in encode(claim(value=Quantity(0.5, None, None, "exact", "percent"))).decode()


def test_claims_are_sorted_and_counted(tmp_path: Path) -> None:
    claims = [
        claim("a", 2),
        claim("a", 10),
        replace(claim("a", 10, JANUARY), id="f" * 16),
        claim("a", 10, name="1" * 16),
        claim("b", 0),
        claim("é", 0),
    ]
    claims = sorted(claims, key=lambda c: (c.source.doc, c.evidence.start, c.kind, c.id))
    shuffled = random.Random(1).sample(claims, len(claims))
    assert store.at(tmp_path / "s.jsonl").write(shuffled) == 6
    assert read(tmp_path / "s.jsonl") == (claims, [])


@pytest.mark.parametrize("run", [1, 3, 1000])
def test_runs_on_disk_change_nothing(run: int, tmp_path: Path) -> None:
    claims = [claim(f"d{n % 7}", n, name=f"{n:016x}") for n in range(200)]
    random.Random(2).shuffle(claims)
    JsonLines(tmp_path / "runs.jsonl", run).write(claims)
    JsonLines(tmp_path / "whole.jsonl").write(claims)
    assert (tmp_path / "runs.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert len(list(tmp_path.iterdir())) == 2


def test_writing_replaces_and_makes_folders(tmp_path: Path) -> None:
    place = tmp_path / "new" / "s.jsonl"
    store.at(place).write([claim("a"), claim("b")])
    place.chmod(0o640)
    store.at(place).write([claim("c")])
    assert read(place) == ([claim("c")], [])
    assert place.stat().st_mode & 0o777 == 0o640
    assert list(place.parent.iterdir()) == [place]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_bytes(b"")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    store.at(tmp_path / "link.jsonl").write([claim()])
    assert (tmp_path / "link.jsonl").is_symlink()
    assert read(tmp_path / "real.jsonl")[0] == [claim()]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_what_fails_midway_leaves_the_old_store(error: type[BaseException], tmp_path: Path) -> None:
    def failing() -> object:
        yield claim("b")
        raise error

    place = tmp_path / "s.jsonl"
    store.at(place).write([claim("a")])
    with pytest.raises(error):
        store.at(place).write(failing())  # type: ignore[arg-type]
    assert read(place) == ([claim("a")], [])
    assert list(tmp_path.iterdir()) == [place]


def test_a_place_that_cant_be_written_says_so_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    started = []

    def claims() -> object:
        started.append(1)
        yield claim()

    with pytest.raises(ClaimdiffError) as caught:
        store.at(tmp_path / "file" / "s.jsonl").write(claims())  # type: ignore[arg-type]
    assert "can't be written" in str(caught.value)
    assert caught.value.remedy
    assert not started


def test_a_device_is_written_directly() -> None:
    assert store.at("/dev/null").write([claim()]) == 1
    assert Path("/dev/null").is_char_device()


A, B = encode(claim("a")), encode(claim("b"))


@pytest.mark.parametrize(
    ("content", "docs", "what", "line"),
    [
        (A + B[:-40], "a", "the last line is cut short", 2),
        (A + B[:-1], "ab", "", 0),
        (A + b"\n" + B, "ab", "", 0),
        (A + b"words\n" + B, "ab", "not a claim", 2),
        (A + b'{"id": "x", "text": "an article"}\n' + B, "ab", "not a claim", 2),
        (A + A.replace(b'"kind":"quantity"', b'"kind":"guess"') + B, "ab", "not a claim: Invalid enum", 2),
        (A + A.replace(b'"kind":"quantity"', b'"kind":"date"') + B, "ab", "not a claim: Object missing", 2),
        (A.replace("نص".encode(), b"\xff") + B, "b", "not UTF-8", 1),
        (A.replace(b'"topic"', b'"later": {"x": 1}, "topic"'), "a", "", 0),
    ],
)
def test_bad_lines_are_named_and_the_rest_is_read(
    content: bytes, docs: str, what: str, line: int, tmp_path: Path
) -> None:
    place = tmp_path / "s.jsonl"
    place.write_bytes(content)
    claims, problems = read(place)
    assert [one.source.doc for one in claims] == list(docs)
    assert len(problems) == bool(what)
    for problem in problems:
        assert problem.what.startswith(what)
        assert problem.where == f"{place}:{line}"
        assert problem.remedy


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_store_that_isnt_there_is_told(name: str, tmp_path: Path) -> None:
    claims, (problem,) = read(tmp_path / name)
    assert claims == []
    assert problem.where == str(tmp_path / name)
    assert "claimdiff extract" in problem.remedy
