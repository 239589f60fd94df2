"""Stores of synthetic claims: made alike for one seed, in the order of a store, compared alike in any order."""

from __future__ import annotations

import gc
import random
from itertools import combinations
from pathlib import Path

import pytest

from bench.synthetic import claims, write
from claimdiff import collector, store
from claimdiff.compare import findings, questions, sweep, verdicts
from claimdiff.compare.views import Store
from claimdiff.errors import InputError
from claimdiff.model import Dynamics
from claimdiff.store.jsonl import encode, sort_key

DYNAMICS: dict[str, Dynamics] = {
    "killed": "cumulative",
    "injured": "cumulative",
    "price": "level",
    "troops": "level",
    "attack": "static",
}


def test_a_seed_makes_one_store() -> None:
    lines = [encode(one) for one in claims(500)]
    assert lines == [encode(one) for one in claims(500)] != [encode(one) for one in claims(500, seed=1)]
    assert lines == sorted(lines, key=sort_key)
    assert all(
        one.evidence.sentence[one.evidence.start - one.evidence.sentence_start :].startswith(one.evidence.text)
        for one in claims(500)
    )


def test_a_store_gives_back_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "store.jsonl", 300)
    problems: list[InputError] = []
    assert list(store.at(tmp_path / "store.jsonl").read(problems.append)) == list(claims(300))
    assert not problems


@pytest.mark.parametrize("many", [100, questions.MANY])
def test_shuffled_claims_give_the_same_findings(monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    for module in (questions, verdicts):
        monkeypatch.setattr(module, "MANY", many)
    made = list(claims(3000))
    shuffled = random.Random(7).sample(made, len(made))
    found = verdicts.compare(made, DYNAMICS)
    assert found == verdicts.compare(shuffled, DYNAMICS)
    assert {one.verdict for one in found} >= {"contradiction", "agreement"}


def test_pairs_and_output_are_linear_in_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (questions, verdicts):
        monkeypatch.setattr(module, "MANY", sweep.SMALL)
    made = Store(claims(2000, asked=True), {"killed": "cumulative"})
    block = max((inside for _, inside in questions.blocks(made)), key=len)
    looked = [pair for pairs in verdicts._likely(block) for pair in pairs or ()]
    assert len(block) > 700
    assert len(looked) < 60 * len(block) < len(list(combinations(block, 2)))
    found = verdicts.weigh(block)
    assert sum(len(one.answers) for one in found) <= 2 * len(block)
    assert all(
        len(one.relations) <= findings.WORST * len(one.answers) for one in found if len(one.answers) > findings.TOLD
    )
    assert sum(len(answer.claims) for one in found for answer in one.answers) <= 10 * len(block)


def test_garbage_is_looked_for_seldom_while_comparing() -> None:
    before, meanwhile = gc.get_threshold(), set[tuple[int, int, int]]()
    verdicts.compare(claims(300), DYNAMICS, lambda done: meanwhile.add(gc.get_threshold()))
    assert (meanwhile, gc.get_threshold()) == ({collector.SELDOM}, before)
