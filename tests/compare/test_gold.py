"""Perfect claims, made from the gold rows, must get the verdicts that people gave."""

from __future__ import annotations

from pathlib import Path

from tests.compare.gold import scores


def test_all_pairs_of_the_seeds(shared: Path) -> None:
    assert scores([shared / "gold" / "seeds"], None)["verdicts"]["right"] == 1.0


def test_pairs_of_the_development_events(shared: Path) -> None:
    found = scores(sorted((shared / "gold" / "dev").iterdir()), "ar")["verdicts"]
    assert found["right_none_is_update"] >= 0.83
    assert found["contradiction_precision"] >= 0.92
