"""Findings for all reports: plain ones, hostile ones, and the sample corpus."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from claimdiff import report
from claimdiff.compare.verdicts import compare
from claimdiff.model import Attribution, Claim, Finding
from tests.compare.build import claim

HOSTILE = '</script><script>window.hit=1</script><img src=x onerror="window.hit=1"> \u202e=1+1|`*_[a](b) {{ 7*7 }} '
Given = tuple[list[Finding], dict[str, Claim]]


def compared(claims: Sequence[Claim], dynamics: str = "level") -> Given:
    """The findings of claims on troops."""
    return compare(claims, {"troops": dynamics}), {one.id: one for one in claims}  # type: ignore[dict-item]


def troops() -> Given:
    """Two answers, one of them by two sources, on several days."""
    said = [
        claim("a1", "about 2500", actor="US", publisher="Daily", published="2024-01-10"),
        claim("b2", "more_than 10000", actor="US", publisher="Weekly", published="2024-02-10"),
        claim("c3", "exact 2500", actor="US", publisher="Evening", published="2024-03-01"),
    ]
    return compared(said)


def hostile() -> Given:
    """Two answers whose every text tries to break out of what holds it."""
    wild = []
    for number, name in ((5, "a1"), (900, "b2")):
        one = claim(name, f"exact {number}", publisher=HOSTILE + name, sentence=HOSTILE + "# said\n=cmd", noun=HOSTILE)
        source = replace(one.source, title=HOSTILE, url="javascript:alert(1)", doc=HOSTILE + name, language='"><b>')
        wild.append(replace(one, source=source, attribution=Attribution(HOSTILE, "said")))
    return compared(wild)


def written(name: str, given: Given) -> str:
    """What a report writes."""
    out = io.StringIO(newline="")
    findings, claims = given
    report.load(name).render(findings, claims, out)
    return out.getvalue()


@pytest.fixture(scope="session")
def sample() -> Given:
    """The findings of the sample corpus."""
    from claimdiff import store
    from claimdiff.claims.frames import load_topics
    from tests.conftest import ROOT

    claims: Mapping[str, Claim] = {
        one.id: one for one in store.at(ROOT / "data" / "claims.jsonl").read(lambda problem: None)
    }
    found = compare(claims.values(), {name: topic.dynamics for name, topic in load_topics().items()})
    return found, dict(claims)
