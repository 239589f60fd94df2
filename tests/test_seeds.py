"""The bars of the seed articles, and that nothing hangs on names of files, order of sentences or the numbers."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract
from claimdiff.read import read
from tests.conftest import ROOT

RAW = [ROOT / "data" / "raw"]


def _documents() -> list[Document]:
    return list(read(RAW, lambda error: pytest.fail(str(error))))


def _said(claim: Claim) -> tuple[object, ...]:
    return claim.evidence.text, claim.kind, claim.topic, claim.value, claim.stance, claim.subject


def _claimdiff(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-m", "claimdiff", *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


@pytest.fixture(scope="module")
def score(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What score.py says of the two commands' output over the seeds."""
    place = tmp_path_factory.mktemp("seeds")
    claims, findings = place / "claims.jsonl", place / "findings.json"
    _claimdiff("extract", *map(str, sorted((shared / "seeds").glob("*.txt"))), "-o", str(claims))
    findings.write_text(_claimdiff("conflicts", "--all", "--json", str(claims)), "utf-8")
    command = [sys.executable, "-B", str(shared / "gold" / "score.py"), str(claims), str(findings)]
    done = subprocess.run([*command, str(shared / "gold" / "seeds"), "--json"], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_seeds_are_detected(score: dict[str, Any]) -> None:
    assert score["detected"]["f1"] >= 0.97
    assert score["strict"]["f1"] >= 0.93
    assert score["claims"]["trapped"] == 0


def test_seed_pairs_are_judged_right(score: dict[str, Any]) -> None:
    assert (score["verdicts"]["pairs"], score["verdicts"]["right"]) == (18, 1.0)


def test_names_of_documents_change_nothing() -> None:
    for document in _documents():
        renamed = Document("x", document.text, document.publisher, document.title, None, document.published, "ar")
        assert [_said(claim) for claim in extract(renamed)] == [_said(claim) for claim in extract(document)]


@pytest.mark.parametrize("seed", range(3))
def test_order_of_paragraphs_changes_little(seed: int) -> None:
    """What is read off a sentence stays; only dates that count from the date before may move."""
    for document in _documents():
        lines = document.text.split("\n")
        random.Random(seed).shuffle(lines)
        shuffled = Document(document.id, "\n".join(lines), *_meta(document))
        before, after = ({_said(claim)[:3] for claim in extract(one)} for one in (document, shuffled))
        assert before == after


def _meta(document: Document) -> tuple[str | None, ...]:
    return document.publisher, document.title, document.url, document.published, document.language


@pytest.mark.parametrize("step", [1, 3])
def test_numbers_change_only_values(step: int) -> None:
    """Counts of two digits and more moved a little are read alike, with the moved value."""
    pattern = re.compile(r"(?<![\d/٫.,])(\d{2,3})(?= (?:جندي|نائب|هجوم|جريح|استهداف))")
    moved_some = False
    for document in _documents():
        moved = pattern.sub(lambda count: str(int(count[1]) + step), document.text)
        moved_some |= moved != document.text
        before, after = (extract(Document("x", text, *_meta(document))) for text in (document.text, moved))
        assert [(c.kind, c.topic, c.subject) for c in before] == [(c.kind, c.topic, c.subject) for c in after]
    assert moved_some
