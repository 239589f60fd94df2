"""Two speakers on one thing in one article, from a table that a linguist can edit."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from claimdiff.compare.speakers import rivals
from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim
from tests.compare.build import claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("disputes.cases.toml").read_text("utf-8"))["case"]


def claims(case: dict[str, Any]) -> list[Claim]:
    """The two values of a text, the first of a topic, the second of none."""
    plain = re.sub(r"[{}]", "", case["text"])
    cut = plain.find(". ") + 2 if case.get("next") else len(plain)
    found = []
    for n, hit in enumerate(re.finditer(r"{(\d+)}", case["text"])):
        start, after = hit.start() - 2 * n, hit.start() - 2 * n >= cut
        said = plain[cut:] if after else plain[:cut].strip()
        modifier = case.get("modifier", "exact") if n == 0 else "exact"
        kind = "share" if case["unit"] == "percent" else "quantity"
        topic = ["protesters", "other"][n]
        where = {"sentence": said, "sentence_start": cut if after else 0, "start": start, "doc": "x"}
        one = claim("ab"[n], f"{modifier} {hit[1]} {case['unit']}", kind=kind, topic=topic, **where)
        found.append(replace(one, evidence=replace(one.evidence, text=hit[1], end=start + len(hit[1]))))
    return found


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = compare(claims(case), {"protesters": "event"})
    verdicts = [one.verdict for finding in found for one in finding.relations]
    assert verdicts == ([] if case["verdict"] == "none" else [case["verdict"]])
    assert all(finding.topic == "protesters" for finding in found)


def test_names_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("whom", "found"), [("soldiers", False), ("people", True)])
def test_two_kinds_of_people_are_no_rivals(whom: str, found: bool) -> None:
    text = f"the raids killed 209 people, against 110 {whom}, according to the monitor"
    made = []
    for n, said in enumerate(("209 people", f"110 {whom}")):
        at = text.index(said)
        one = claim("ab"[n], f"exact {said[:3]}", topic="killed", noun=None, sentence=text, start=at, doc="x")
        made.append(replace(one, evidence=replace(one.evidence, text=said, end=at + len(said))))
    assert bool(list(rivals(made))) is found
