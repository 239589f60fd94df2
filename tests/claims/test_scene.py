"""A sentence made ready: its index leaves out only what nobody asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdiff.claims import scene
from claimdiff.model import Claim, Document
from claimdiff.pipeline import extract
from claimdiff.read import read
from claimdiff.text.memo import Memo

GOLD = Path(__file__).parents[1] / "gold"


def _articles() -> Iterator[Document]:
    problems: list[object] = []
    yield from read(sorted(GOLD.glob("*/docs.jsonl")), problems.append)
    assert problems == []


def _claims(articles: list[Document]) -> list[Claim]:
    return [claim for article in articles for claim in extract(article)]


def test_nobody_asks_the_index_for_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A category that the claims ask the index or the marks for may not be among the common ones."""
    articles = list(_articles())
    assert len(articles) > 50
    made = _claims(articles)
    monkeypatch.setattr(scene, "COMMON", frozenset())
    monkeypatch.setattr(scene, "_TOLD", Memo(lambda cats: cats))
    assert _claims(articles) == made
