"""SARIF 2.1.0, which code hosts and editors show: a result for each finding, its quotes as locations."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TextIO, get_args
from urllib.parse import quote

from claimdiff import __version__, words
from claimdiff.model import Claim, Finding, Verdict
from claimdiff.report import _words
from claimdiff.report._cite import clean, link, outlet

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"contradiction": "error", "tension": "warning", "update": "none", "agreement": "none"}
# Whatever is no failure has no level, says the standard.
KINDS = {"contradiction": "fail", "tension": "fail", "update": "informational", "agreement": "pass"}
RULES: tuple[str, ...] = tuple(reversed(get_args(Verdict)))


def render(findings: Sequence[Finding], claims: Mapping[str, Claim], out: TextIO, width: int | None = None) -> None:
    """Write one run with all findings; offsets count Unicode code points."""
    rules = [_rule(name) for name in RULES]
    run = {
        "tool": {"driver": {"name": "claimdiff", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, claims) for finding in findings],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _rule(verdict: str) -> dict[str, Any]:
    meaning = {"text": words.now()("meanings", verdict)}
    return {"id": verdict, "shortDescription": meaning, "defaultConfiguration": {"level": LEVELS[verdict]}}


def _result(finding: Finding, claims: Mapping[str, Claim]) -> dict[str, Any]:
    """The first claim of each answer is where it is; the rest are related."""
    known = [[claims[name] for name in answer.claims if name in claims] for answer in finding.answers]
    seen = {one.id for some in known for one in some[:1]}
    related = {one.id: one for some in known for one in some[1:] if one.id not in seen}
    answers = "; ".join(_words.spoken(answer, claims) for answer in finding.answers)
    reasons = " ".join(dict.fromkeys(relation.explanation for relation in finding.relations[:3]))
    return {
        "ruleId": finding.verdict,
        "ruleIndex": RULES.index(finding.verdict),
        "kind": KINDS[finding.verdict],
        "level": LEVELS[finding.verdict],
        "message": {"text": clean(f"{_words.title(finding, claims)} {answers}. {reasons}".strip())},
        "locations": [_location(some[0]) for some in known if some],
        "relatedLocations": [_location(one) for one in related.values()],
        "partialFingerprints": {"claimdiffFinding/v1": finding.id},
        "rank": round(finding.severity * 100, 2),
        "properties": {"topic": finding.topic, "question": finding.question.text},
    }


def _location(claim: Claim) -> dict[str, Any]:
    evidence = claim.evidence
    region = {"charOffset": evidence.start, "charLength": evidence.end - evidence.start}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(claim)},
            "region": region | {"snippet": {"text": evidence.text}},
        },
        "message": {"text": clean(f"{outlet(claim)}: {evidence.sentence}")},
    }


def _uri(claim: Claim) -> str:
    """The article's address, else its document's id as a relative one."""
    return quote(link(claim.source.url) or f"./{claim.source.doc}", safe=":/?#[]@!$&'()*+,;=%~")
