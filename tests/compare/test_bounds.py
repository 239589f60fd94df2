"""The quick sum of likeness beside the features that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from bench.synthetic import claims
from claimdiff.compare import bounds, likeness, questions, sameness, views
from claimdiff.model import Claim, Dynamics

DYNAMICS: dict[str, Dynamics] = {"killed": "cumulative", "attack": "static", "disaster": "event"}


def neighbours(made: list[Claim]) -> Iterator[tuple[views.View, views.View]]:
    """Some pairs of each block: of claims side by side, and farther apart."""
    for _, block in questions.blocks(views.Store(made, DYNAMICS)):
        yield from pairwise(block)
        yield from pairwise(block[::7])


@pytest.mark.parametrize("many", [300, 6000])
def test_the_parts_add_up_to_the_likeness(many: int) -> None:
    pairs = list(neighbours(list(claims(many))))
    assert (pairs[0][0].weights.chosen > sameness.HAND) == (many == 300)
    weights = likeness.table()[1]
    for a, b in pairs:
        total = sum(stage(a, b, weights) for stage, _ in bounds.stages(split=likeness.divided(a)))
        assert total == pytest.approx(likeness.likeness(a, b), abs=1e-9)
    assert any(likeness.divided(a) for a, _ in pairs)


def test_no_part_adds_more_than_is_said() -> None:
    weights = likeness.table()[1]
    for a, b in neighbours(list(claims(3000))):
        parts = bounds.stages(split=likeness.divided(a))
        amounts = [stage(a, b, weights) for stage, _ in parts]
        for n, (_, most) in enumerate(parts):
            assert sum(amounts[n + 1 :]) <= most + 1e-9


def test_a_likeness_is_reached_up_to_itself() -> None:
    for a, b in neighbours(list(claims(2000))):
        like = likeness.likeness(a, b)
        for least in (like - 1, like - 1e-12, like, like + 1e-12, like + 1):
            assert bounds.reaches(a, b, least) is (like >= least)
