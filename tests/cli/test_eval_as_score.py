"""``claimdiff eval`` gives the figures of the reference material's own script, where that lies beside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Here

NAMES = {"detected": ("precision", "recall", "f1"), "strict": ("precision", "recall", "f1")}
COUNTS = ("gold", "predicted", "detected", "strict", "traps", "trapped")


def _reference(shared: Path, store: Path, findings: Path, *words: str | Path) -> dict[str, Any]:
    script = [sys.executable, "-B", str(shared / "gold" / "score.py"), str(store), str(findings)]
    done = subprocess.run([*script, *map(str, words), "--json", "--misses"], capture_output=True, check=True)
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def _same(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    assert [ours["claims"][name] for name in COUNTS] == [theirs["claims"][name] for name in COUNTS]
    for part, names in NAMES.items():
        assert [ours[part][name] for name in names] == [theirs[part][name] for name in names]
    assert {kind: one["recall"] for kind, one in ours["kinds"].items() if one["wanted"]} == theirs["recall_by_kind"]
    assert {role: f"{one['correct']}/{one['graded']}" for role, one in ours["roles"].items()} == theirs["right"]
    verdicts, pairs = theirs["verdicts"], ours["pairs"]
    for name in ("pairs", "right", "right_none_is_update"):
        assert pairs[name] == verdicts[name]
    if verdicts["pairs"]:
        worst = ours["verdicts"]["contradiction"]
        assert worst["precision"] == verdicts["contradiction_precision"]
        assert worst["recall"] == verdicts["contradiction_recall"]
    assert _counted(one["what"] for one in ours["misses"]) == _counted(
        note.split()[0].lower() for note in theirs["misses"]
    )


def _counted(names: Any) -> dict[str, int]:
    told = list(names)
    return {name: told.count(name) for name in sorted(set(told))}


@pytest.mark.parametrize("lang", ["ar", None])
def test_the_events(shared: Path, here: Here, tmp_path: Path, lang: str | None) -> None:
    folders = sorted((shared / "gold" / "dev").iterdir())
    store, findings = tmp_path / "c.jsonl", tmp_path / "f.json"
    here("extract", "-q", *(folder / "docs.jsonl" for folder in folders), "-o", store)
    findings.write_text(here("conflicts", "--all", "--json", store)[1], "utf-8")
    words = ["--lang", lang] if lang else []
    theirs = _reference(shared, store, findings, *folders, *words)
    _same(json.loads(here("eval", "--json", "--misses", *folders, *words)[1]), theirs)
    _same(json.loads(here("eval", "--json", "--misses", "--claims", store, *folders, *words)[1]), theirs)


def test_the_seeds(shared: Path, here: Here, tmp_path: Path) -> None:
    store, findings, folder = tmp_path / "c.jsonl", tmp_path / "f.json", shared / "gold" / "seeds"
    here("extract", "-q", *sorted((shared / "seeds").glob("*.txt")), "-o", store)
    findings.write_text(here("conflicts", "--all", "--json", store)[1], "utf-8")
    ours = json.loads(here("eval", "--json", "--misses", folder, "--docs", shared / "seeds")[1])
    _same(ours, _reference(shared, store, findings, folder))


def test_with_mistakes_of_every_sort(shared: Path, here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The figures stay alike where claims are lost, doubled, moved, and given other values, topics and roles."""
    folders = sorted((shared / "gold" / "dev").iterdir())
    store, findings = tmp_path / "c.jsonl", tmp_path / "f.json"
    here("extract", "-q", *(folder / "docs.jsonl" for folder in folders), "-o", store)
    rows = [json.loads(line) for line in store.read_text("utf-8").splitlines()]
    spoilt = [row for n, row in enumerate(rows) for row in _spoilt(n, row)]
    store.write_text("".join(json.dumps(row) + "\n" for row in spoilt), "utf-8")
    findings.write_text(here("conflicts", "--all", "--json", store)[1], "utf-8")
    ours = json.loads(here("eval", "--json", "--misses", "--claims", store, *folders)[1])
    assert 0.3 < ours["strict"]["f1"] < 0.8
    _same(ours, _reference(shared, store, findings, *folders))


def _spoilt(n: int, row: dict[str, Any]) -> list[dict[str, Any]]:
    value, subject = row["value"], row["subject"]
    if n % 11 == 0:
        return []
    if n % 7 == 0 and row["kind"] != "date":
        row = {**row, "value": {**value, "number": 4, "low": 4, "high": 4, "modifier": "exact"}}
    if n % 5 == 0:
        row = {**row, "topic": "killed", "stance": "denied", "subject": {**subject, "place": "SY", "actor": None}}
    if n % 13 == 0 and value.get("unit"):
        row = {**row, "value": {**value, "unit": "t"}}
    return [row, {**row, "id": f"{n:016x}"}] if n % 9 == 0 else [row]
