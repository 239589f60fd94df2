"""Articles as they are written, a few on one event: what is found between the values that their marks name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimdiff.cli.own import dynamics
from claimdiff.compare.verdicts import compare
from claimdiff.model import Claim, Document, Finding
from claimdiff.pipeline import extract

STORIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("news.cases.toml").read_text("utf-8"))["story"]
MARK = re.compile(r"<(/?)(\w)>")
Told = tuple[list[Finding], dict[str, list[Claim]]]


def unmarked(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A text without its marks, and where each mark lay."""
    spans: dict[str, tuple[int, int]] = {}
    plain, last = "", 0
    for hit in MARK.finditer(text):
        plain, last = plain + text[last : hit.start()], hit.end()
        spans[hit[2]] = (spans[hit[2]][0], len(plain)) if hit[1] else (len(plain), len(plain))
    return plain + text[last:], spans


@cache
def told(name: str) -> Told:
    """The findings of a story, and the claims at each mark."""
    story = next(one for one in STORIES if one["name"] == name)
    claims: list[Claim] = []
    marked = {}
    for paper, said in story["papers"].items():
        text, spans = unmarked(said["text"])
        found = extract(Document(id=paper, text=text, published=said.get("date"), publisher=paper))
        claims += found
        for mark, (start, end) in spans.items():
            marked[mark] = [one for one in found if one.evidence.start < end and start < one.evidence.end]
    return compare(claims, dynamics()), marked


def verdicts(found: Sequence[Finding], a: str, b: str) -> Iterator[str]:
    """What findings say of two claims."""
    for finding in found:
        left, right = ({n for n, one in enumerate(finding.answers) if mark in one.claims} for mark in (a, b))
        if left & right:
            yield "agreement"
        yield from (
            one.verdict
            for one in finding.relations
            if (one.left in left and one.right in right) or (one.right in left and one.left in right)
        )


PAIRS = [(story["name"], *pair.split(), said) for story in STORIES for pair, said in story.get("pairs", {}).items()]


@pytest.mark.parametrize(("name", "left", "right", "verdict"), PAIRS, ids=[" ".join(one[:3]) for one in PAIRS])
def test_pair(name: str, left: str, right: str, verdict: str) -> None:
    found, marked = told(name)
    assert marked[left]
    assert marked[right]
    said = {one for a in marked[left] for b in marked[right] for one in verdicts(found, a.id, b.id)} or {"none"}
    assert said <= set(verdict.split())


def test_names_are_unique() -> None:
    names = [story["name"] for story in STORIES]
    assert len(names) == len(set(names))
