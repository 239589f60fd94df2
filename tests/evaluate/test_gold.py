"""What is wrong with an annotation is told by file and line, with what to do; nothing is guessed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from claimdiff.errors import InputError
from claimdiff.evaluate.gold import Gold, load

TEXT = "قُتل 14 شخصا وأصيب 14 شخصا في 5 مارس."
NUMBER = {"number": 14, "modifier": "exact", "unit": "person"}
ROW = {"doc": "a", "text": "14 شخصا", "kind": "quantity", "topic": "killed", "value": NUMBER}
DATE = {
    "doc": "a",
    "text": "5 مارس",
    "kind": "date",
    "topic": "attack",
    "value": {"edtf": "XXXX-03-05", "modifier": "on"},
}
PAIR = {"a": ["a", "14 شخصا"], "b": ["a", "14 شخصا", 2], "verdict": "none"}


def loaded(folder: Path, rows: list[Any], pairs: list[Any] | None = None) -> tuple[Gold, list[str]]:
    """The folder with these lines, and what is told about them."""
    problems: list[InputError] = []
    (folder / "docs.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), "utf-8")
    for name, lines in (("claims.jsonl", rows), ("findings.jsonl", pairs or [])):
        written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        (folder / name).write_text("\n".join(written), "utf-8")
    return load(folder, ["killed", "injured", "attack"], problems.append), [str(one) for one in problems]


def value(**changes: Any) -> dict[str, Any]:
    return {**ROW, "value": {**NUMBER, **changes}}


def test_a_sound_annotation(tmp_path: Path) -> None:
    trap = {"doc": "a", "text": "في", "trap": "a preposition"}
    second = {
        **ROW,
        "value": {**NUMBER, "unit": None},
        "nth": 2,
        "topic": "injured",
        "place": None,
        "time": {"edtf": "2024", "modifier": "on"},
    }
    gold, told = loaded(tmp_path, [ROW, second, {**DATE, "optional": True}, trap, ""], [PAIR])
    assert told == []
    assert [(row.line, row.start, row.trap, row.optional) for row in gold.rows] == [
        (1, TEXT.index("14"), False, False),
        (2, TEXT.rindex("14"), False, False),
        (3, TEXT.index("5"), False, True),
        (4, TEXT.index("في"), True, False),
    ]
    assert [(pair.line, pair.a, pair.b) for pair in gold.pairs] == [(1, ("a", "14 شخصا", 1), ("a", "14 شخصا", 2))]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{", r"broken JSON: .* \(mend or remove"),
        ("[1]", r"not a JSON object"),
        ({**ROW, "doc": "b"}, r"unknown doc 'b' \(a"),
        ({**ROW, "doc": None}, r"no doc \(name the id"),
        ({**ROW, "text": "15 شخصا"}, r"the words '15 شخصا' are not in a \(copy them"),
        ({**ROW, "text": "١٤  شخصًا"}, r"are not in a \(the document writes '14 شخصا'\)"),
        ({**ROW, "text": ""}, r"no text \(write the claim's words"),
        ({**ROW, "nth": 3}, r"nth is 3, but '14 شخصا' stands only 2 times in a \(write a number up to 2\)"),
        ({**ROW, "nth": 0}, r"nth is 0 \(write 1"),
        ({**ROW, "kind": "quantty"}, r"unknown kind 'quantty' \(did you mean quantity"),
        ({**ROW, "topic": "kiled"}, r"unknown topic 'kiled' \(did you mean killed\? claimdiff topics"),
        ({**ROW, "stance": "asserts"}, r"unknown stance 'asserts' \(did you mean asserted"),
        ({**ROW, "place": ["SY"]}, r"place is no text"),
        ({**ROW, "time": "yesterday"}, r"time is 'yesterday' \(write"),
        ({**ROW, "optional": "yes"}, r"optional is neither"),
        ({**ROW, "trap": "why"}, r"a trap and a claim at once"),
        ({**ROW, "value": {"number": 14, "modifier": "exact"}}, r"no unit"),
        ({**ROW, "kind": "duration", "value": {**NUMBER, "unit": None}}, r"no unit"),
        ({**ROW, "value": 14}, r"no value"),
        (value(modifier="on"), r"unknown modifier 'on' \(exact, about,"),
        (value(modifier=None), r"no modifier \(where no word says more: exact\)"),
        (value(number="14"), r"number is '14' \(write \"number\" as numbers"),
        (value(modifier="between"), r"low is None \(write \"low\" and \"high\""),
        (value(unit=3), r"no unit \(write person"),
        ({**DATE, "value": {"edtf": "5 March", "modifier": "on"}}, r"edtf is '5 March' \(write 2024-09-28"),
        ({**DATE, "value": {"edtf": "2024", "modifier": "exact"}}, r"unknown modifier 'exact'"),
    ],
)
def test_a_malformed_row(tmp_path: Path, row: Any, told: str) -> None:
    sound = {**ROW, "nth": 2}
    gold, problems = loaded(tmp_path, [sound, row])
    assert [row.line for row in gold.rows] == [1]
    assert len([one for one in problems if re.search(told, one)]) == 1, problems
    assert all(one.startswith(f"{tmp_path}/claims.jsonl:2: ") for one in problems)


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        ({**PAIR, "a": "a"}, r"a is 'a' \(write \[\"doc\", \"text\"\]"),
        ({**PAIR, "b": ["a", "14 شخصا", 3]}, r"b is no claim: \['a', '14 شخصا', 3\] \(name the doc"),
        ({**PAIR, "b": ["a", "في"]}, r"b is no claim"),
        ({**PAIR, "b": ["a", ["x"]]}, r"b is no claim"),
        ({**PAIR, "verdict": "conflict"}, r"unknown verdict 'conflict' \("),
    ],
)
def test_a_malformed_pair(tmp_path: Path, pair: Any, told: str) -> None:
    trap = {"doc": "a", "text": "في", "trap": "a preposition"}
    gold, (problem,) = loaded(tmp_path, [ROW, {**ROW, "nth": 2}, trap], [pair])
    assert gold.pairs == ()
    assert problem.startswith(f"{tmp_path}/findings.jsonl:1: ")
    assert re.search(told, problem)


def test_a_pair_of_a_malformed_row_is_no_second_fault(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, [ROW, {**ROW, "nth": 2, "topic": "kiled"}], [PAIR])
    assert len(problems) == 1


def test_a_field_that_nothing_looks_at_is_told_and_the_row_is_kept(tmp_path: Path) -> None:
    odd = {**ROW, "plce": "SY", "value": {**NUMBER, "units": "t"}}
    gold, problems = loaded(tmp_path, [odd, {**ROW, "nth": 2}], [{**PAIR, "reason": "x"}])
    assert (len(gold.rows), len(gold.pairs)) == (2, 1)
    assert [one.partition("/")[2].rpartition("/")[2].partition(" (")[0] for one in problems] == [
        "claims.jsonl:1: nothing looks at the field 'plce'",
        "claims.jsonl:1: nothing looks at the field of value 'units'",
        "findings.jsonl:1: nothing looks at the field 'reason'",
    ]


def test_a_row_told_twice(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, [ROW, DATE, ROW])
    assert [one.partition(": ")[2][:28] for one in problems] == ["told before, in line 1 (remo"]


def test_a_folder_without_articles_and_one_that_is_not_there(tmp_path: Path) -> None:
    problems: list[InputError] = []
    load(tmp_path, [], problems.append)
    load(tmp_path / "none", [], problems.append)
    told = [str(one) for one in problems]
    assert [("no articles" in one, "no such folder" in one) for one in told if "claims.jsonl" not in one] == [
        (True, False),
        (False, True),
    ]
    assert "claimdiff eval --draft" in told[1]


def test_articles_of_other_formats_and_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "claims.jsonl").write_text(json.dumps(ROW), "utf-8")
    (tmp_path / "mine" / "a.txt").write_text(TEXT, "utf-8")
    problems: list[InputError] = []
    assert len(load(tmp_path / "mine", ["killed"], problems.append).rows) == 1
    (tmp_path / "mine" / "a.txt").rename(tmp_path / "a.txt")
    assert len(load(tmp_path / "mine", ["killed"], problems.append, tmp_path / "a.txt").rows) == 1
    assert problems == []
