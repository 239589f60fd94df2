"""The verdict on two claims, from a table that a linguist can edit."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimdiff.compare import findings, views
from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim, Finding
from tests.compare.build import SENTENCE, claim

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("verdicts.cases.toml").read_text("utf-8"))["case"]


def side(case: dict[str, Any], n: int) -> Claim:
    name = "ab"[n]
    kind = case.get("kind", "quantity")
    return claim(
        name,
        case[name],
        kind=kind,
        topic=case.get("topics", [case.get("topic", "disaster" if kind == "date" else "troops")] * 2)[n],
        published=case.get("published", ["2024-01-10", "2024-01-10"])[n],
        time=case.get("times", ["", ""])[n],
        stance=case.get("stances", ["asserted", "asserted"])[n],
        place=case.get("places", ["IQ", "IQ"])[n],
        actor=case.get("actors", ["", ""])[n],
        group=case.get("groups", ["", ""])[n],
        sentence=case.get("sentences", [SENTENCE, SENTENCE])[n],
        doc="doc" if case.get("one") else f"doc-{name}",
        inferred=case.get("inferred") == name,
        home=case.get("home", False),
        start=n * 40,
        sentence_start=n * 40 if case.get("apart") else 0,
    )


def said(found: list[Finding], a: str, b: str) -> tuple[str, str]:
    """Verdict and reason for two claims: an answer in common, else the relation of their answers."""
    result = ("none", "")
    for finding in found:
        left, right = ({n for n, answer in enumerate(finding.answers) if one in answer.claims} for one in (a, b))
        if left & right:
            return "agreement", ""
        for relation in finding.relations:
            if {relation.left, relation.right} in [{x, y} for x in left for y in right]:
                result = (relation.verdict, relation.reason)
    return result


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    claims = [side(case, 0), side(case, 1)]
    for n, (value, published) in enumerate(case.get("also", [])):
        claims.append(claim(f"z{n}", value, published=published))
    dynamics = {claims[0].topic: case.get("dynamics", "static" if case.get("kind") == "date" else "level")}
    verdict, reason = said(compare(claims, dynamics), "a", "b")
    assert verdict == case["verdict"]
    if verdict not in ("none", "agreement") and "reason" in case:
        assert reason == case["reason"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_turned_round(case: dict[str, Any]) -> None:
    """Which claim comes first changes nothing."""
    a, b = side(case, 0), side(case, 1)
    dynamics = {a.topic: case.get("dynamics", "level")}
    assert compare([a, b], dynamics) == compare([b, a], dynamics)


def test_names_are_unique() -> None:
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_every_verdict_and_reason_of_pairs_has_a_case() -> None:
    assert {case["verdict"] for case in CASES} == {"agreement", "update", "tension", "contradiction", "none"}
    reasons = {case["reason"] for case in CASES if "reason" in case}
    pairs = "agreement rounding growth lagged revision stated_change apart_in_time stretched undated disjoint"
    assert reasons == set(pairs.split())


@pytest.mark.parametrize(
    ("hurt", "verdict"),
    [((9, 14, 14), "contradiction"), ((9, 14, 9), "update"), ((14, 14, 14), "update")],
    ids=["both know of 14", "the later one knows less", "the oldest knew of 14, too"],
)
def test_fewer_dead_repeat_an_older_count_unless_the_same_wounded_stand_beside_them(
    hurt: tuple[int, int, int], verdict: str
) -> None:
    claims = []
    for n, (dead, hour) in enumerate(((1, 5), (3, 8), (1, 13))):
        paper = {"published": f"2024-01-10T{hour:02}:00:00+00:00", "doc": f"doc-{n}"}
        sentence = f"the blast in the market killed {dead} and hurt {hurt[n]}"
        claims.append(claim("zab"[n], f"exact {dead}", topic="killed", sentence=sentence, **paper))
        claims.append(claim(f"w{n}", f"exact {hurt[n]}", topic="injured", sentence=sentence, start=45, **paper))
    found = compare(claims, {"killed": "cumulative", "injured": "cumulative"})
    assert said(found, "a", "b")[0] == verdict


@pytest.mark.parametrize(("silent", "asked"), [(0, "US"), (3, "US"), (4, None)])
def test_a_role_that_hardly_any_claim_states_is_not_asked_for(silent: int, asked: str | None) -> None:
    said = [claim("a", "exact 2500 person", actor="US"), *(claim(f"b{n}", "exact 2500 person") for n in range(silent))]
    ready = views.views(said, {})
    assert findings.question(ready).actor == asked
