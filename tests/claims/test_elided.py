"""The table of numbers whose noun is left out."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract
from tests.test_cases import _unmarked

CASES = tomllib.loads(Path(__file__).with_name("elided.cases.toml").read_text("utf-8"))["case"]


def _told(claim: Claim) -> dict[str, Any]:
    return {"kind": claim.kind, "stance": claim.stance, "noun": claim.subject.noun or "none", **asdict(claim.value)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_elided(case: dict[str, Any]) -> None:
    text, spans = _unmarked(case["text"])
    claims = extract(Document("case", text, language="ar"))
    for mark, (start, end) in spans.items():
        found = next((c for c in claims if c.evidence.start < end and start < c.evidence.end), None)
        if case.get(mark) == "silent":
            assert found is None, text[start:end]
        elif mark in case:
            assert found is not None, text[start:end]
            told = _told(found)
            assert {name: told[name] for name in case[mark]} == case[mark]
