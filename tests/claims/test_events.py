"""The table of events: two texts that date an event, and whether the comparator takes them for one."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimdiff.claims.frames import load_topics
from claimdiff.compare.comparable import why_not
from claimdiff.compare.keys import key
from claimdiff.compare.views import Store
from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract
from tests.test_cases import _unmarked

CASES = tomllib.loads(Path(__file__).with_name("events.cases.toml").read_text("utf-8"))["case"]
DYNAMICS = {name: topic.dynamics for name, topic in load_topics().items()}


def _dated(name: str, marked: str) -> tuple[Claim, list[Claim]]:
    """The claim of the marked date, and all of its text."""
    text, spans = _unmarked(marked)
    claims = extract(Document(name, text, published="2021-06-01", language="ar"))
    return next(claim for claim in claims if (claim.evidence.start, claim.evidence.end) == spans["a"]), claims


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_event(case: dict[str, Any]) -> None:
    (left, here), (right, there) = _dated("left", case["left"]), _dated("right", case["right"])
    store = Store([*here, *there], DYNAMICS)
    a, b = store.views([left, right])
    reason = "unlike topics or groups" if key(left) != key(right) else why_not(a, b)
    assert (reason is None) == case["same"], (reason, left.topic, left.subject, right.topic, right.subject)
