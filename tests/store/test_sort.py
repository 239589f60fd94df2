"""The external sort against the plain one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.store import _sort


def rank(line: bytes) -> int:
    return int(line) // 10


@given(st.lists(st.integers(0, 99)), st.integers(1, 5), st.integers(2, 3))
def test_it_sorts_stably(numbers: list[int], run: int, fan: int) -> None:
    lines = [b"%d\n" % number for number in numbers]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_sort, "FAN", fan)
        assert list(_sort.ordered(lines, rank, run=run)) == sorted(lines, key=rank)


def test_only_a_run_is_held(tmp_path: Path) -> None:
    """While reading, no more than two runs of lines are alive at a time."""
    alive = most = 0

    class Line(bytes):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def lines() -> object:
        nonlocal alive, most
        for number in range(1000):
            alive += 1
            most = max(most, alive)
            yield Line(b"%d\n" % (number % 100))

    found = list(_sort.ordered(lines(), rank, tmp_path, run=50))  # type: ignore[arg-type]
    assert len(found) == 1000
    assert most <= 102
